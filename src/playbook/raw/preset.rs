//! A preset of a register, as it is written in `assets/registers`: columns, types, prompt and letter of a list that every case has.

use super::register::RawColumn;
use crate::playbook::register::RegisterKind;
use crate::source::shape::shape;
use crate::source::value::{Chosen, Line, Sentence};

shape! {
    /// A list that every case has, and that a register of a playbook can adopt.
    RawPreset = "preset" {
        /// Identifier.
        needed id: Line,
        /// What it is called where no register adopts it.
        needed title: Sentence,
        /// What it keeps.
        needed kind: Chosen<RegisterKind>,
        /// What an entry has to say, as a question.
        needed prompt: Sentence,
        /// The letter of its labels; absent where they are those of the rows under which they hang.
        optional letter: Line,
        /// The column whose file is copied into the case.
        optional file: Line,
        /// The preset under whose rows its own hang.
        optional under: Line,
        /// Whether its rows are people to be told.
        optional person: bool,
        /// Its columns besides the name; one called `name` says what the name is called.
        many columns: Vec<RawColumn>,
    }
}
