//! One block looked at by itself: where it ends, whether its seal fits, and what it says. Nothing here depends on the blocks
//! around it, so that those of a long journal are looked at side by side; the scanner then takes them in order.

use super::decode::{Lines, Unread};
use super::write::{ENTRY, HEADER, entry_body, header_body};
use super::{Entry, FORMAT, Header, MAX_BLOCK, Seal};
use crate::base::SessionId;
use std::panic::resume_unwind;
use std::thread;

/// `seal = "`, 64 signs, `"` and the line feed.
pub(super) const SEAL_LINE: usize = 74;

/// Journals shorter than this, in bytes, are looked at faster than a thread starts.
const LONG: usize = 256 * 1024;
const MOST_THREADS: usize = 8;
/// What is said of a block that is not in the one form.
const WRITTEN_OTHERWISE: Unread = "it is not written back the same";

/// The bytes from one opening line to the next up to the first seal line in them.
pub(super) struct Examined {
    pub end: usize,
    pub seal: Seal,
    pub block: Block,
}

pub(super) enum Block {
    TooLarge,
    Altered,
    NotUtf8,
    NotOpened,
    NewerFormat(i64),
    Header(Result<Box<Header>, Unread>),
    Entry(Result<Box<(Entry, Seal)>, Unread>),
}

/// Looks at every stretch of a journal; `starts` are their first bytes, in order. `None` where no seal line was found.
///
/// How many threads take part changes how long it takes and nothing else.
pub(super) fn examine(bytes: &[u8], starts: &[usize]) -> Vec<Option<Examined>> {
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let stretches: Vec<&[u8]> = starts.iter().zip(ends).map(|(start, end)| &bytes[*start..end]).collect();
    let threads = if bytes.len() < LONG { 1 } else { thread::available_parallelism().map_or(1, Into::into) };
    let share = stretches.len().div_ceil(threads.min(MOST_THREADS)).max(1);
    let (here, elsewhere) = stretches.split_at(share.min(stretches.len()));
    thread::scope(|scope| {
        let spawn = |run| (run, thread::Builder::new().spawn_scoped(scope, move || examine_run(run, false)));
        let others: Vec<_> = elsewhere.chunks(share).map(spawn).collect();
        let mut all = examine_run(here, starts.first() == Some(&0));
        for (run, other) in others {
            // A system that gives no further thread only makes this slower.
            all.extend(match other.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(found)) => found,
                Ok(Err(panic)) => resume_unwind(panic),
                Err(_) => examine_run(run, false),
            });
        }
        all
    })
}

fn examine_run(stretches: &[&[u8]], begins: bool) -> Vec<Option<Examined>> {
    let mut run = Run::default();
    let opening = |at: usize, bytes: &[u8]| {
        if begins && at == 0 && !bytes.starts_with(ENTRY.as_bytes()) { HEADER } else { ENTRY }
    };
    stretches.iter().enumerate().map(|(at, bytes)| run.stretch(bytes, opening(at, bytes))).collect()
}

/// What one thread keeps from block to block to save work; it changes no result.
#[derive(Default)]
struct Run {
    /// The session of the entry before, which is nearly always that of the next.
    session: Option<SessionId>,
    /// Room in which a block is written again.
    again: String,
}

impl Run {
    fn stretch(&mut self, bytes: &[u8], opening: &str) -> Option<Examined> {
        let (end, seal) = seal_line(bytes)?;
        Some(Examined { end, seal, block: self.block(&bytes[..end], seal, opening) })
    }

    fn block(&mut self, bytes: &[u8], seal: Seal, opening: &str) -> Block {
        let body = &bytes[..bytes.len() - SEAL_LINE];
        if bytes.len() > MAX_BLOCK {
            return Block::TooLarge;
        }
        if Seal::of(body) != seal {
            return Block::Altered;
        }
        let Ok(text) = str::from_utf8(body) else { return Block::NotUtf8 };
        let Some(lines) = text.strip_prefix(opening) else { return Block::NotOpened };
        if opening == HEADER { header(lines, body) } else { Block::Entry(self.entry(lines, body)) }
    }

    fn entry(&mut self, lines: &str, body: &[u8]) -> Result<Box<(Entry, Seal)>, Unread> {
        let (entry, prev) = Lines::read(lines)?.entry(self.session.as_ref())?;
        self.again.clear();
        entry_body(&mut self.again, &entry, &prev);
        if self.again.as_bytes() != body {
            return Err(WRITTEN_OTHERWISE);
        }
        self.session = Some(entry.id.session.clone());
        Ok(Box::new((entry, prev)))
    }
}

fn header(lines: &str, body: &[u8]) -> Block {
    let format = lines.lines().next().and_then(|line| line.strip_prefix("format = "));
    if let Some(found) = format.and_then(|n| n.parse().ok()).filter(|n| *n > FORMAT) {
        return Block::NewerFormat(found);
    }
    Block::Header(match Lines::read(lines).and_then(Lines::header) {
        Ok(header) if header_body(&header).as_bytes() == body && header.format == FORMAT => Ok(Box::new(header)),
        Ok(_) => Err(WRITTEN_OTHERWISE),
        Err(why) => Err(why),
    })
}

/// Finds the end of the first seal line and the seal in it.
fn seal_line(bytes: &[u8]) -> Option<(usize, Seal)> {
    let mut start = 0;
    while start < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at + 1);
        let line = &bytes[start..end];
        let shaped = line.len() == SEAL_LINE && line.starts_with(b"seal = \"") && line.ends_with(b"\"\n");
        let text = line.get(8..72).filter(|_| shaped).and_then(|text| str::from_utf8(text).ok());
        if let Some(seal) = text.and_then(Seal::parse) {
            return Some((end, seal));
        }
        start = end;
    }
    None
}
