//! The table of the facts that everybody asks for, as it is written.

use crate::playbook::facts::FactName;
use crate::source::shape::shape;
use crate::source::value::Line;

shape! {
    /// Which questions answer what everybody asks for, whatever the policy calls it: the policy's own, or one with `verb = "local"`.
    RawFacts = "[facts]" {
        /// The `number` question how many persons are affected.
        optional persons: Line,
        /// The `number` question how many of them live in the home jurisdiction.
        optional residents: Line,
        /// The `when` question when it happened.
        optional occurred: Line,
        /// The `when` question when it was discovered.
        optional discovered: Line,
        /// The `when` question since when people have been aware; a clock without `from` starts there.
        optional aware: Line,
        /// The `when` or `yes_no` question when, or whether, it was contained.
        optional contained: Line,
        /// The question what happened.
        optional description: Line,
        /// The question which kinds of data are concerned.
        optional data_kinds: Line,
        /// The question what is done about it.
        optional measures: Line,
        /// The question whom people can ask.
        optional contact: Line,
        /// The question what caused it.
        optional cause: Line,
        /// The question which others were told.
        optional others_told: Line,
        /// Name of the home jurisdiction for people, such as "West Virginia"; goes with `persons` and `residents`.
        optional home: Line,
        /// Other ways in which a row may write it, such as "WV"; upper and lower case are one.
        many home_words: Vec<Line>,
        /// The register of kind `list` whose rows are affected persons.
        optional list: Line,
        /// The column of it that says where a person lives, one of its `tally`; `residence` when absent.
        optional column: Line,
    }
}

impl RawFacts {
    /// Each fact with what is written for it.
    pub fn named(&self) -> [(FactName, Option<&Line>); 12] {
        [
            (FactName::Persons, self.persons.as_ref()),
            (FactName::Residents, self.residents.as_ref()),
            (FactName::Occurred, self.occurred.as_ref()),
            (FactName::Discovered, self.discovered.as_ref()),
            (FactName::Aware, self.aware.as_ref()),
            (FactName::Contained, self.contained.as_ref()),
            (FactName::Description, self.description.as_ref()),
            (FactName::DataKinds, self.data_kinds.as_ref()),
            (FactName::Measures, self.measures.as_ref()),
            (FactName::Contact, self.contact.as_ref()),
            (FactName::Cause, self.cause.as_ref()),
            (FactName::OthersTold, self.others_told.as_ref()),
        ]
    }
}
