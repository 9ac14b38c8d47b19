//! One line of the log.

use super::envelope::Recorded;
use crate::journal::Past;

/// One entry in the log, with what its writer had seen.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    pub recorded: Recorded,
    /// Every entry that its writer could know of.
    pub past: Past,
}
