//! Reading a file again that was taken in, as it was understood then.

use super::cells::Cells;
use super::doubles::{Known, Persons};
use super::head::Head;
use super::headings::{Headings, is_struck};
use super::reach::Reach;
use super::synonyms::{Kind, is_total};
use super::wanted::Wanted;
use crate::case::Import;
use crate::playbook::register::{Method, Register};
use crate::source::table::cell::is_shortened;
use crate::source::table::{Decoding, Encoding, Next, Reason, Row, Rows};
use std::io::{self, Read};

/// Takes note of who was in a file of an earlier entry.
///
/// # Errors
/// If the file cannot be read as it was then.
pub fn remember(wanted: &Wanted<'_>, import: &Import, source: impl Read, known: &mut Known) -> io::Result<()> {
    let (mut rows, headings) = opened(wanted, import, source)?;
    let kinds: Vec<_> = wanted.register.columns.iter().map(Kind::of).collect();
    let persons = Persons::of(wanted.register);
    loop {
        match rows.read()? {
            Next::Row(_) if rows.row().len() >= headings.columns => {
                known.was(&persons.digests(&Cells::of(rows.row(), &headings, &kinds)));
            }
            Next::Row(_) | Next::Bad(..) => {}
            Next::Hopeless(_) => return Err(odd()),
            Next::End => return Ok(()),
        }
    }
}

/// A row of a file that was taken in, and that counts.
pub struct Person<'r> {
    /// The line of the file.
    pub line: u64,
    pub cells: &'r Cells<'r>,
    /// Whether the method is open to it; nothing where the file does not say.
    pub open: Option<bool>,
}

/// Hands on every row of a file that counts, in its order.
///
/// # Errors
/// If the file cannot be read as it was then, or what whoever takes the rows said.
pub fn persons(
    register: &Register,
    method: &Method,
    import: &Import,
    source: impl Read,
    each: &mut dyn FnMut(&Person<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let wanted = Wanted { register, map: Vec::new(), doubles: None, without: Vec::new(), mode: None };
    let (mut rows, headings) = opened(&wanted, import, source)?;
    let kinds: Vec<_> = register.columns.iter().map(Kind::of).collect();
    let reach = Reach::new(register);
    // Before struck rows were told apart they counted, and do so in the entries of then.
    let told = import.read_as.iter().flat_map(|read| &read.bad).any(|(reason, _)| reason == Reason::Struck.word());
    let struck = headings.struck_column().filter(|_| told);
    loop {
        let line = match rows.read()? {
            Next::Row(line) => line,
            Next::Bad(..) => continue,
            Next::Hopeless(_) => return Err(odd()),
            Next::End => return Ok(()),
        };
        let row = rows.row();
        if !fits(row, &headings) || headings.are(row) || struck.is_some_and(|at| is_struck(row, at)) {
            continue;
        }
        let cells = Cells::of(row, &headings, &kinds);
        let shortened = |at: usize| kinds[at] == Some(Kind::Phone) && is_shortened(cells.get(at));
        let name = cells.get(0);
        if name.is_empty() || is_total(name) || (0..kinds.len()).any(shortened) {
            continue;
        }
        each(&Person { line, cells: &cells, open: reach.is_open(method, &cells) })?;
    }
}

/// Whether a row has as many cells as there are headings; empty ones beyond them do no harm.
fn fits(row: &Row, headings: &Headings) -> bool {
    row.len() >= headings.columns && (headings.columns..row.len()).all(|at| row.cell(at).is_empty())
}

fn odd() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// A file from below its headings on.
fn opened<R: Read>(wanted: &Wanted<'_>, import: &Import, source: R) -> io::Result<(Rows<R>, Headings)> {
    let read_as = import.read_as.as_ref();
    // A copy that leaves something out was written by this program.
    let written = read_as.is_none_or(|read| read.given.is_some());
    let encoding =
        read_as.filter(|_| !written).and_then(|read| Encoding::read(&read.encoding)).unwrap_or(Encoding::Utf8);
    let mut source = Decoding::new(source, encoding);
    let head = Head::read(&mut source)?;
    let line = match read_as.filter(|read| read.given.is_none()) {
        Some(read) => read.heading_line,
        None => head.heading_line(wanted)?.ok_or_else(odd)?,
    };
    let mut rows = Rows::new(source, head.text, head.separated.by, head.line);
    loop {
        match rows.read()? {
            Next::Row(at) | Next::Bad(at, _) if at < line => {}
            Next::Row(_) => break,
            _ => return Err(odd()),
        }
    }
    let stored = read_as.and_then(|read| Headings::stored(wanted.register, &read.columns, rows.row()));
    let plain = Wanted { map: Vec::new(), doubles: None, without: Vec::new(), mode: None, ..*wanted };
    let headings = match stored {
        Some(stored) => stored,
        None => Headings::read(&plain, rows.row()).map_err(|_| odd())?,
    };
    Ok((rows, headings))
}
