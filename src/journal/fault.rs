//! What can be wrong with a journal: one name for each broken rule, with a sentence that says what, where and what now.

use super::{EntryId, Mode};
use crate::base::SessionId;
use crate::base::text::{counted, inert_line};
use std::fmt;

/// Where in a file. Blocks count from 0, the header; lines from 1; the offset is in bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Place {
    pub block: u32,
    pub line: u64,
    pub offset: u64,
}

/// A broken rule. `at` is where, `bytes` how much, `seq`, `after` and `before` are numbers of entries, `noted_by` is whoever saw
/// the block (number 0 for a header).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fault {
    /// The file ends in an unfinished write: a part of a block, or filling. Not counted, left in place, no sign of change.
    Torn { at: Place, bytes: u64 },
    /// A block that is there in full, or was, and whose bytes are not those that were sealed.
    Altered { at: Place },
    /// A sound block that does not follow the block before it.
    Unlinked { at: Place, seq: u64 },
    /// Entries between two sound ones are gone. `after` is 0 when the first entries of the file are gone.
    Missing { at: Place, after: u64, before: u64 },
    /// An entry number that was already used in this file, or one that goes back.
    DuplicateSequence { at: Place, seq: u64 },
    /// A sealed block that names another session than its file does.
    OtherSession { at: Place },
    /// A sealed block that is not UTF-8.
    NotUtf8 { at: Place },
    /// A sealed block that is not in the one form in which blocks are written.
    NotCanonical { at: Place, why: &'static str },
    /// A block longer than any that is written.
    BlockTooLarge { at: Place, bytes: u64 },
    /// Line feeds became CR LF on the way; what follows was checked with the line endings put back.
    LineEndingsChanged,
    /// Something put a byte-order mark in front.
    ByteOrderMark,
    /// The file does not begin with a header.
    NoHeader,
    /// The same broken rule in every block from that of `first` to block `to`.
    InARow { first: Box<Fault>, to: u32 },
    /// So many faults of a file are counted and not kept, because there are very many.
    Further { faults: u64 },
    /// A file that may be a journal and could not be read; `why` is a clause.
    Unread { why: String },
    /// Written by a newer version of the program.
    NewerFormat { found: i64 },
    /// The journal of another case.
    ForeignCase { found: String, expected: String },
    /// A journal of an exercise in a live case, or the reverse.
    OtherMode { found: Mode, expected: Mode },
    /// One entry name with two different contents: a copied disk or a rewritten file.
    Forked { id: EntryId },
    /// Somebody noted a block that is not in the folder.
    Absent { session: SessionId, seq: u64, noted_by: EntryId },
    /// Somebody noted another seal for a block than the one it has now: it was replaced, or copied from a fork.
    HistoryReplaced { session: SessionId, seq: u64, noted_by: EntryId },
    /// Entries that claim to have seen each other.
    Circular { id: EntryId },
}

impl Fault {
    /// A name that stays the same between versions.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Torn { .. } => "torn",
            Self::Altered { .. } => "altered",
            Self::Unlinked { .. } => "unlinked",
            Self::Missing { .. } => "missing",
            Self::DuplicateSequence { .. } => "duplicate-sequence",
            Self::OtherSession { .. } => "other-session",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::NotCanonical { .. } => "not-canonical",
            Self::BlockTooLarge { .. } => "block-too-large",
            Self::LineEndingsChanged => "line-endings-changed",
            Self::ByteOrderMark => "byte-order-mark",
            Self::NoHeader => "no-header",
            Self::InARow { first, .. } => first.code(),
            Self::Further { .. } => "further",
            Self::Unread { .. } => "unread",
            Self::NewerFormat { .. } => "newer-format",
            Self::ForeignCase { .. } => "foreign-case",
            Self::OtherMode { .. } => "other-mode",
            Self::Forked { .. } => "forked",
            Self::Absent { .. } => "absent",
            Self::HistoryReplaced { .. } => "history-replaced",
            Self::Circular { .. } => "circular",
        }
    }

    /// Whether this is only worth a remark: an unfinished write is what a crash leaves behind.
    pub fn is_remark(&self) -> bool {
        match self {
            Self::InARow { first, .. } => first.is_remark(),
            fault => matches!(fault, Self::Torn { .. }),
        }
    }

    /// The last block of the file that it is about.
    pub fn last_block(&self) -> Option<u32> {
        match self {
            Self::InARow { to, .. } => Some(*to),
            fault => fault.place().map(|at| at.block),
        }
    }

    /// The block of the file that it is about, or the first of them, if it is about one.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Torn { at, .. }
            | Self::Altered { at }
            | Self::Unlinked { at, .. }
            | Self::Missing { at, .. }
            | Self::DuplicateSequence { at, .. }
            | Self::OtherSession { at }
            | Self::NotUtf8 { at }
            | Self::NotCanonical { at, .. }
            | Self::BlockTooLarge { at, .. } => Some(*at),
            Self::InARow { first, .. } => first.place(),
            _ => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.block {
            0 => write!(f, "the header (line {})", self.line),
            block => write!(f, "block {block} (line {})", self.line),
        }
    }
}

/// The numbers strictly between two entries, as people say them.
fn between(after: u64, before: u64) -> String {
    match (after + 1, before.saturating_sub(1)) {
        (first, last) if first >= last => format!("entry {first} is"),
        (first, last) => format!("entries {first} to {last} are"),
    }
}

impl fmt::Display for Fault {
    /// The sentence for people. It holds no text from the file except identifiers that were checked.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Torn { at, bytes } => write!(
                f,
                "The file ends in an unfinished write at {at}: {bytes} bytes, not counted and left in place. \
                 A stop in the middle of recording leaves this behind; check that what was typed last is in the record."
            ),
            Self::Altered { at } => write!(
                f,
                "The bytes of {at} are not those that were sealed. The blocks around it are judged on their own; \
                 compare with another copy of the case."
            ),
            Self::Unlinked { at, seq } => write!(
                f,
                "Entry {seq}, {at}, is sound but does not follow the block before it: one of the two was exchanged. \
                 Compare with another copy of the case."
            ),
            Self::Missing { at, after, before } => write!(
                f,
                "Before {at}, {} missing or cannot be read. Look in another copy of the case.",
                between(*after, *before)
            ),
            Self::DuplicateSequence { at, seq } => write!(
                f,
                "Entry number {seq}, {at}, was already passed in this file, so this block is not counted. \
                 Somebody added to the file; compare with another copy of the case."
            ),
            Self::OtherSession { at } => write!(
                f,
                "The entry at {at} belongs to another session than the file, so it is not counted. \
                 Somebody added to the file; compare with another copy of the case."
            ),
            Self::NotUtf8 { at } => write!(
                f,
                "The text of {at} is not UTF-8, so it is not counted. This program never writes such a block; \
                 find out what did."
            ),
            Self::NotCanonical { at, why } => write!(
                f,
                "The text of {at} is sealed but not in the form in which this program writes ({why}), so it is not counted. \
                 Find out what wrote it."
            ),
            Self::BlockTooLarge { at, bytes } => write!(
                f,
                "There are {bytes} bytes in {at} and no block may have more than {}, so it was not read. \
                 Find out what wrote it.",
                super::MAX_BLOCK
            ),
            Self::LineEndingsChanged => write!(
                f,
                "Every line ending was changed on the way (LF to CR LF), so the bytes are not those that were written. \
                 With the endings put back every block was checked; where no other fault is named, the content is intact. \
                 Copy the file again without conversion."
            ),
            Self::ByteOrderMark => write!(
                f,
                "An editor put a byte-order mark in front of the file. Every block behind it was checked; where no other fault is named, the content is intact. \
                 Copy the file again from where it was written."
            ),
            Self::NoHeader => write!(
                f,
                "The file does not begin with the header of a journal. Its entries, if any, were checked one by one; \
                 look for the whole file in another copy of the case."
            ),
            Self::InARow { first, to } => {
                let from = self.place().map_or(0, |place| place.block);
                let more = counted(to.saturating_sub(from) as usize, "block", "blocks");
                write!(f, "{first} The same holds for the {more} after it, up to block {to}.")
            }
            Self::Further { faults } => write!(
                f,
                "There are {faults} further faults in this file that are not told one by one. \
                 Look for the file in another copy of the case."
            ),
            Self::Unread { why } => write!(
                f,
                "The file could not be read, so what was recorded in it is not shown: {}. \
                 Look for it in another copy of the case.",
                inert_line(why)
            ),
            Self::NewerFormat { found } => write!(
                f,
                "The file is in format {found} and this program knows format {}. It was not checked and nothing was \
                 changed. Open the case with a newer version.",
                super::FORMAT
            ),
            Self::ForeignCase { found, expected } => write!(
                f,
                "The file belongs to case {} and this folder to case {}, so it is not counted. \
                 Move it to its own case folder.",
                inert_line(found),
                inert_line(expected)
            ),
            Self::OtherMode { found, expected } => write!(
                f,
                "The file is {} and this folder {}, and the two are never mixed, so it is not counted. \
                 Find out where it comes from, and take it out of this folder.",
                of_mode(*found),
                of_mode(*expected)
            ),
            Self::Forked { id } => write!(
                f,
                "Entry {id} is there in two versions, and both are shown. A disk was copied while it was in use, or a \
                 file was rewritten. Ask who wrote each."
            ),
            Self::Absent { session, seq, noted_by } => write!(
                f,
                "{} saw {} of session {session}, which is not in this folder. Wait for the copying to finish, or \
                 look for it on the computer that wrote it; if nobody has it, it was cut off.",
                Noter(noted_by),
                Block(*seq)
            ),
            Self::HistoryReplaced { session, seq, noted_by } => write!(
                f,
                "{} saw another {} of session {session} than the one in this folder. It was replaced after it was seen; \
                 compare with another copy of the case.",
                Noter(noted_by),
                Block(*seq)
            ),
            Self::Circular { id } => write!(
                f,
                "Entry {id} claims to have seen entries that saw it first, so its place in the order is arbitrary. \
                 Some file was rewritten; compare with another copy of the case."
            ),
        }
    }
}

/// What a file or a folder of this mode is, as people say it.
fn of_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Live => "that of a LIVE case",
        Mode::Exercise => "that of an EXERCISE",
    }
}

struct Noter<'a>(&'a EntryId);

impl fmt::Display for Noter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.seq {
            0 => write!(f, "The header of session {}", self.0.session),
            _ => write!(f, "Entry {}", self.0),
        }
    }
}

struct Block(u64);

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => f.write_str("the header"),
            seq => write!(f, "entry {seq}"),
        }
    }
}
