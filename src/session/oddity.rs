//! What is odd about a case folder without being damage.

use crate::base::text::counted;
use crate::case::CaseState;
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
    /// Entries of sheets that were cut off, which do not count.
    Sheet(usize),
    /// An unfinished write, of which `verify` tells: the file, and what is there.
    Unfinished(String, Fault),
}

impl Oddity {
    pub(super) fn sheet(state: &CaseState) -> Option<Self> {
        Some(state.cut_off().count()).filter(|rows| *rows > 0).map(Self::Sheet)
    }

    pub(super) fn unfinished(journals: &Journals) -> impl Iterator<Item = Self> {
        journals.unfinished().map(|(file, fault)| Self::Unfinished(file.to_owned(), fault.clone()))
    }
}

impl fmt::Display for Oddity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Review(says) => write!(f, "review: {says}"),
            Self::CutOff(says) => f.write_str(says),
            Self::Sheet(rows) => write!(
                f,
                "{} recorded together {} cut off before the end was on the disk: {} not count. Fill them in again.",
                counted(*rows, "entry that was", "entries that were"),
                if *rows == 1 { "was" } else { "were" },
                if *rows == 1 { "it does" } else { "they do" },
            ),
            Self::Unfinished(file, fault) => write!(f, "journals/{file}: {fault}"),
        }
    }
}
