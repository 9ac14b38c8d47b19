//! Reading a journal: raw bytes, block by block, so that damage costs the block it is in and no other.
//!
//! Where a block begins is told by the bytes `[[entry]]` and a line feed, which no line inside a block can end with; where it
//! ends, by its `seal` line. Between the two, the bytes must be exactly those that this program would write.
//!
//! Limit: a file that was cut exactly between two blocks is a sound shorter file. Only a head that somebody else wrote down
//! shows such a cut; see [`super::order`].

use super::examine::{Block, Examined, SEAL_LINE, examine};
use super::write::{ENTRY, HEADER};
use super::{Entry, EntryId, Fault, Head, Header, MAX_BLOCK, Place, Seal, SealedEntry, SealedHeader};
use crate::base::SessionId;
use std::borrow::Cow;

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Scan {
    /// The header, if it is sound.
    pub header: Option<SealedHeader>,
    /// Every sound entry in the order of the file.
    pub entries: Vec<SealedEntry>,
    /// Every broken rule in the order of the file.
    pub faults: Vec<Fault>,
    pub head: Option<Head>,
    /// The unfinished write at the end, if there is one; it is also among the faults.
    pub torn: Option<Torn>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Torn {
    /// Where it begins, in bytes.
    pub offset: u64,
    pub bytes: u64,
}

impl Scan {
    /// Whose journal this is, as far as a sound block says so.
    pub fn session(&self) -> Option<&SessionId> {
        let header = self.header.as_ref().map(|h| &h.header.session);
        header.or_else(|| self.entries.first().map(|e| &e.entry.id.session))
    }

    pub fn is_sound(&self) -> bool {
        self.faults.iter().all(Fault::is_remark)
    }
}

/// Reads a journal. Never fails: what is wrong is in [`Scan::faults`].
pub fn scan(bytes: &[u8]) -> Scan {
    let mut reader = Reader::default();
    let mut bytes = Cow::Borrowed(bytes);
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        reader.found.faults.push(Fault::ByteOrderMark);
        bytes = Cow::Owned(rest.to_vec());
    }
    if bytes.starts_with(b"[journal]\r\n") {
        reader.found.faults.push(Fault::LineEndingsChanged);
        bytes = Cow::Owned(with_line_feeds(&bytes));
    }
    reader.place.line = 1;
    reader.all(&bytes);
    reader.settle_hole();
    reader.found
}

fn with_line_feeds(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        if *byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            out.push(*byte);
        }
    }
    out
}

/// Offset 0 and every place where an entry opens.
fn block_starts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let later = memchr::memmem::find_iter(bytes, ENTRY.as_bytes()).filter(|at| *at > 0);
    std::iter::once(0).chain(later)
}

/// Most bytes, and most stretches, that are looked at together. What is known of a stretch before it is taken in takes memory, so
/// a journal built of nothing but opening lines may not be looked at as a whole.
const TOGETHER: (usize, usize) = (8 * 1024 * 1024, 32 * 1024);

/// Most faults that are kept of one file; further ones are counted.
const MOST_FAULTS: usize = 1000;

/// So many NUL bytes in a row are a hole that a failed disk write left, not a changed sign.
const HOLE: usize = 16;

/// Whether these bytes end in what was a seal line until a few of its bytes were changed. Such a block was once complete, and
/// calling it unfinished would let one flipped bit tear off the last entry unnoticed.
/// A `prev` line differs in four bytes and is not one.
fn ended_once(bytes: &[u8]) -> bool {
    let Some(line) = bytes.len().checked_sub(SEAL_LINE).map(|start| &bytes[start..]) else { return false };
    let expected = |at: usize, byte: u8| match at {
        0..8 => byte == b"seal = \""[at],
        8..72 => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        at => byte == b"\"\n"[at - 72],
    };
    line.iter().enumerate().filter(|(at, byte)| !expected(*at, **byte)).count() <= 2
}

fn without_filling(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1)]
}

#[derive(Default)]
struct Reader {
    found: Scan,
    /// The next block.
    place: Place,
    /// The last sound sequence number and its seal.
    last: Option<(u64, Seal)>,
    /// Blocks since then that could not be counted.
    lost: u64,
    /// A run of NUL bytes since then.
    hole: Option<Place>,
}

impl Reader {
    fn all(&mut self, bytes: &[u8]) {
        let mut starts = block_starts(bytes).peekable();
        while let Some(first) = starts.peek().copied() {
            let mut some = Vec::new();
            while let Some(start) = starts.next_if(|start| start - first < TOGETHER.0 && some.len() < TOGETHER.1) {
                some.push(start);
            }
            let end = starts.peek().copied().unwrap_or(bytes.len());
            for (at, examined) in examine(&bytes[..end], &some).into_iter().enumerate() {
                let (start, end) = (some[at], some.get(at + 1).copied().unwrap_or(end));
                if self.stretch(&bytes[start..end], examined, start == 0, end == bytes.len()).is_none() {
                    return;
                }
            }
        }
    }

    /// Takes the bytes from one opening line to the next. `None` ends the reading.
    fn stretch(&mut self, bytes: &[u8], examined: Option<Examined>, first: bool, last: bool) -> Option<()> {
        let headless = first && bytes.starts_with(ENTRY.as_bytes());
        if headless {
            self.note(Fault::NoHeader);
            self.place.block = 1;
        }
        let opening = if first && !headless { HEADER } else { ENTRY };
        let mut rest = bytes;
        if let Some(Examined { end, seal, block }) = examined {
            self.block(block, seal, end, opening)?;
            self.pass(&bytes[..end]);
            rest = &bytes[end..];
            if rest.is_empty() {
                return Some(());
            }
        }
        let begun = if rest.len() == bytes.len() { opening } else { ENTRY };
        self.remains(rest, begun, last);
        self.pass(rest);
        Some(())
    }

    /// Bytes that are not a complete block.
    fn remains(&mut self, bytes: &[u8], opening: &str, last: bool) {
        let at = self.place;
        let solid = without_filling(bytes);
        let header = opening == HEADER;
        if last && !ended_once(solid) {
            let known = solid.len().min(HEADER.len());
            if header && solid[..known] != HEADER.as_bytes()[..known] {
                self.note(Fault::NoHeader);
                return;
            }
            // No write of this program is longer than a block, so what is longer was not left by one that broke off.
            if solid.len() > MAX_BLOCK {
                return self.refuse(Fault::Altered { at });
            }
            let torn = Torn { offset: at.offset, bytes: bytes.len() as u64 };
            self.found.torn = Some(torn);
            self.note(Fault::Torn { at, bytes: torn.bytes });
        } else if !header && !last && bytes.windows(HOLE).any(|run| run.iter().all(|byte| *byte == 0)) {
            self.hole.get_or_insert(at);
        } else {
            self.refuse(Fault::Altered { at });
        }
    }

    /// A block with a seal line at its end.
    fn block(&mut self, block: Block, seal: Seal, length: usize, opening: &str) -> Option<()> {
        let at = self.place;
        match block {
            Block::TooLarge => self.refuse(Fault::BlockTooLarge { at, bytes: length as u64 }),
            Block::NotUtf8 => self.refuse(Fault::NotUtf8 { at }),
            Block::NotOpened if opening == HEADER => self.refuse(Fault::NoHeader),
            Block::Altered | Block::NotOpened => self.refuse(Fault::Altered { at }),
            Block::NewerFormat(found) => {
                self.note(Fault::NewerFormat { found });
                return None;
            }
            Block::Header(Ok(header)) => self.header(*header, seal),
            Block::Entry(Ok(read)) => self.entry(read.0, read.1, seal),
            Block::Header(Err(why)) | Block::Entry(Err(why)) => {
                self.refuse(Fault::NotCanonical { at, why });
            }
        }
        Some(())
    }

    fn header(&mut self, header: Header, seal: Seal) {
        let before = header.continues.as_ref().map_or(0, |head| head.seq);
        self.last = Some((before + header.given_up.len() as u64, seal));
        self.found.head = Some(Head { session: header.session.clone(), seq: 0, seal });
        self.found.header = Some(SealedHeader { header, seal });
    }

    fn entry(&mut self, entry: Entry, prev: Seal, seal: Seal) {
        let at = self.place;
        if self.found.session().is_some_and(|session| *session != entry.id.session) {
            return self.refuse(Fault::OtherSession { at });
        }
        let seq = entry.seq;
        if let Some((last, last_seal)) = self.last {
            if seq <= last {
                return self.refuse(Fault::DuplicateSequence { at, seq });
            }
            let gap = seq - last - 1;
            if gap == 0 {
                self.settle_hole();
                if prev != last_seal {
                    self.note(Fault::Unlinked { at, seq });
                }
            } else if gap > self.lost || self.hole.is_some() {
                self.hole = None;
                self.note(Fault::Missing { at, after: last, before: seq });
            }
        } else {
            self.settle_hole();
        }
        self.lost = 0;
        self.last = Some((seq, seal));
        self.found.head = Some(Head { session: entry.id.session.clone(), seq, seal });
        self.found.entries.push(SealedEntry { entry, prev, seal });
    }

    /// A block that is not counted, for this reason.
    fn refuse(&mut self, fault: Fault) {
        self.lost += 1;
        self.note(fault);
    }

    /// Notes a fault; one that goes on from block to block is noted once, and of very many only the first are kept.
    fn note(&mut self, fault: Fault) {
        let faults = &mut self.found.faults;
        let next = |last: &Fault| last.last_block().map(|block| block + 1);
        let goes_on = |last: &&mut Fault| {
            let at = fault.place().map(|at| at.block);
            at.is_some() && last.code() == fault.code() && next(last) == at
        };
        let many = faults.len() >= MOST_FAULTS;
        match faults.last_mut() {
            Some(last) if goes_on(&last) => match last {
                Fault::InARow { to, .. } => *to += 1,
                first => {
                    let to = first.last_block().unwrap_or(0) + 1;
                    *first = Fault::InARow { first: Box::new(first.clone()), to };
                }
            },
            Some(Fault::Further { faults }) => *faults += 1,
            Some(_) if many => faults.push(Fault::Further { faults: 1 }),
            _ => faults.push(fault),
        }
    }

    /// A hole that turned out to hide no entry, or that nothing sound follows, is a change like any other.
    fn settle_hole(&mut self) {
        if let Some(at) = self.hole.take() {
            self.note(Fault::Altered { at });
        }
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.place.block += 1;
        self.place.offset += bytes.len() as u64;
        self.place.line += memchr::memchr_iter(b'\n', bytes).count() as u64;
    }
}

/// The name under which a header is noted.
pub(super) fn header_id(session: &SessionId) -> EntryId {
    EntryId::new(session.clone(), 0)
}
