//! Why something is not acknowledged.

use crate::page::refusal::{Voice, without_case};
use crate::record::{Arrived, Refusal};
use crate::store::{Cause, NotRecorded};
use thiserror::Error;

#[derive(Debug, Error)]
pub enum SubmitError {
    /// Refused before anything was written.
    #[error("{}", without_case(.0, Voice::Command).all())]
    Refused(Box<Refusal>),
    /// Others recorded about the same thing since it was begun; nothing was tried.
    #[error("Others recorded about the same thing since this was begun.")]
    Arrived(Box<Arrived>),
    #[error("{0}")]
    NotRecorded(#[from] NotRecorded),
}

impl From<Refusal> for SubmitError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

/// The end of a run was not confirmed by the disk. Nothing else is lost by that.
#[derive(Debug, Error)]
#[error("{} {}", self.what(), self.still_there())]
pub struct NotEnded(pub(super) NotRecorded);

impl NotEnded {
    pub fn what(&self) -> String {
        format!("The end of this run is not recorded: {}.", self.0.why())
    }

    /// What is true all the same.
    pub fn still_there(&self) -> &'static str {
        match self.0.cause() {
            Some(Cause::Gone) => "What was acknowledged lies in that folder, wherever it is now.",
            _ => "Everything that was acknowledged is on the disk.",
        }
    }
}
