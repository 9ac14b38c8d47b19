//! A line under the key `again` of an item, as it is written.

use super::lasting::Lasting;
use crate::playbook::reference::Basis;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Line, Sentence, Text};

shape! {
    /// What brings a record back. A line has one trigger: `on`, or `within`, or `if` alone.
    RawAgain = "again" {
        /// Names of 1 to 20 things: it fires while one of them says something else than the writer of the record had seen.
        many on: Vec<Line>,
        /// Condition over records. Alone: it fires once something is recorded of what it names and it holds then. Beside `on` or
        /// `within`: the line is out while it is known not to hold.
        optional r#if: Text,
        /// It fires so long after the record happened: `30min`, `72h`, `30 days` or `2 months`.
        optional within: Lasting,
        /// Whether the record then counts no more and is asked again; when absent it counts on and is marked to be looked at again.
        many hard: bool,
        /// The sentence to show instead of the cause.
        optional say: Sentence,
        /// Who gives the length; goes with `within`.
        optional basis: Chosen<Basis>,
    }
}
