//! One line of the log.

use super::Fact;
use super::envelope::Recorded;
use crate::journal::Past;

/// One entry in the log, with what its writer had seen.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    pub recorded: Recorded,
    /// Every entry that its writer could know of.
    pub past: Past,
}

impl Row {
    /// Whether it says what a question was answered with.
    pub fn is_answer(&self) -> bool {
        matches!(self.recorded.fact, Fact::Answered { .. })
    }

    /// Whether it only says that a run ended.
    pub fn ends_a_run(&self) -> bool {
        self.recorded.fact == Fact::SessionEnded
    }
}
