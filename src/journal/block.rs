//! The two kinds of block: the header of a journal and the entries in it.

use super::{EntryId, Fields, Head, Seal};
use crate::base::written::words;
use crate::base::{CaseId, Reading, SessionId};

words! {
    pub enum Mode {
        Live = "live",
        Exercise = "exercise",
    }
}

/// The first block of every journal file: who writes, with what, about which case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Header {
    pub format: i64,
    /// The case; a journal of another case is refused.
    pub case: CaseId,
    pub session: SessionId,
    /// 1, or more when the session had to go on in a further file after a write error.
    pub segment: u32,
    pub device: String,
    pub person: String,
    /// Program and version, such as `breachbook 0.1.0`.
    pub program: String,
    /// The playbook in use: `sha256:` and the digest.
    pub playbook: String,
    pub mode: Mode,
    /// The last block seen of every other journal.
    pub saw: Vec<Head>,
    /// For segments from 2 on: the last confirmed block of the session, if there was one.
    pub continues: Option<Head>,
    /// Entries after `continues` that were tried, never confirmed and then not tried again. They may or may not be found in
    /// an earlier segment; their numbers are not used again.
    pub given_up: Vec<EntryId>,
    /// For segments from 2 on: what went wrong with the file before.
    pub why: Option<String>,
    pub reading: Reading,
    /// Fields that this version does not know, kept as they are.
    pub extra: Fields,
}

/// The key of a header, beside the name of the run, that says whose sight a run has.
pub const SIGHT: &str = "sight";

/// The sight of a run that has read the script of an exercise.
pub const FACILITATOR: &str = "facilitator";

impl Header {
    /// Whether it is the run of a facilitator's console.
    pub fn is_facilitator(&self) -> bool {
        self.mode == Mode::Exercise && self.extra.get_text(SIGHT) == Some(FACILITATOR)
    }
}

/// What is handed in to be recorded. The journal gives it its number and its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    pub reading: Reading,
    /// Blocks of other journals that were new since the last entry.
    pub saw: Vec<Head>,
    /// What sort of fact this is; the meaning lies with the case.
    pub kind: String,
    pub fields: Fields,
}

/// One recorded fact, as stored, without the links that hold it in place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub id: EntryId,
    /// Its number in the session, from 1. Always the number in `id`.
    pub seq: u64,
    pub reading: Reading,
    pub saw: Vec<Head>,
    pub kind: String,
    /// The fact itself; fields that this version does not know are among them.
    pub fields: Fields,
}

/// An entry with its links, as found in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SealedEntry {
    pub entry: Entry,
    pub prev: Seal,
    pub seal: Seal,
}

/// A header with its seal, as found in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SealedHeader {
    pub header: Header,
    pub seal: Seal,
}
