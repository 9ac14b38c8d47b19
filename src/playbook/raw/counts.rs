//! The table of the two counts, as it is written.

use crate::source::shape::shape;
use crate::source::value::Line;

shape! {
    /// The two counts that are kept in every case: persons affected, and those of them who live in the home jurisdiction.
    RawCounts = "[counts]" {
        /// Name of the home jurisdiction for people, such as "West Virginia".
        needed home: Line,
        /// Other ways in which a row may write it, such as "WV"; upper and lower case are one.
        many home_words: Vec<Line>,
        /// The `number` question how many persons are affected.
        needed persons: Line,
        /// The `number` question how many of them live in the home jurisdiction; `verb = "local"` where the policy does not ask it.
        needed residents: Line,
        /// The register of kind `list` whose rows are affected persons.
        optional list: Line,
        /// The column of it that says where a person lives, one of its `tally`; `residence` when absent.
        optional column: Line,
    }
}
