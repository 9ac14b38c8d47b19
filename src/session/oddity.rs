//! What is odd about a case folder without being damage.

use crate::journal::Fault;
use crate::store::Journals;
use std::fmt;

/// One odd thing, for a line of its own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Oddity {
    /// What could not be taken over from the readiness reviews, as sentences.
    Review(String),
    /// A run of this computer that has no closing entry, as sentences.
    CutOff(String),
    /// An unfinished write, of which `verify` tells: the file, and what is there.
    Unfinished(String, Fault),
}

impl Oddity {
    pub(super) fn unfinished(journals: &Journals) -> impl Iterator<Item = Self> {
        journals.unfinished().map(|(file, fault)| Self::Unfinished(file.to_owned(), fault.clone()))
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Review(says) => write!(f, "review: {says}"),
            Self::CutOff(says) => f.write_str(says),
            Self::Unfinished(file, fault) => write!(f, "journals/{file}: {fault}"),
        }
    }
}
