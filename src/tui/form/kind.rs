//! What a form is for.

use crate::journal::Mode;
use crate::page::printed::Printed;
use crate::record::Verb;
use std::path::PathBuf;

/// What a form is for. One draft is kept for each.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Record something: the verb, and what it is on.
    Record(&'static Verb, String),
    /// Say who is at the keyboard.
    Who,
    /// Print something: the log by the time at which things happened, or not; of the case in this folder, or of the open one.
    Print(Printed, bool, Option<PathBuf>),
    /// Open a new case with the playbook at this place, live or as an exercise.
    Start(usize, Mode),
}

impl Kind {
    /// What the form does, for its frame when the title is too long for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Record(verb, _) => verb.title,
            Self::Who => "Who is at the keyboard?",
            Self::Print(..) => "Print",
            Self::Start(..) => "New case",
        }
    }
}
