//! What becomes of the rows of a file while it is read: copied without what is left out, written down as rows that do not count, or
//! gathered as entries.

use crate::judge::View;
use crate::judge::import::Keeps;
use crate::judge::truth::per_row::key;
use crate::page::refusal::{Voice, said};
use crate::playbook::register::Register;
use crate::record::verbs::{import, row};
use crate::record::{self, Draft, Refusal};
use crate::source::table::Row;
use crate::source::table::rows::Reason;
use crate::store::Taking;
use crate::store::new_file::NewFile;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Read};

/// How much of a copy is written at once, in bytes.
const PIECE: usize = 64 * 1024;

/// A file that is read and copied as it is.
pub(super) struct Counted<'a, R> {
    source: R,
    taking: &'a mut Taking,
}

impl<'a, R: Read> Counted<'a, R> {
    pub(super) fn new(source: R, taking: &'a mut Taking) -> Self {
        Self { source, taking }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.taking.add(&buffer[..read])?;
        Ok(read)
    }
}

/// A file of rows that do not count: the line, the reason, and the row as it stands.
pub(super) struct BadRows(NewFile);

impl BadRows {
    pub(super) fn new(file: NewFile) -> Self {
        Self(file)
    }

    fn add(&mut self, line: u64, reason: Reason, says: &str, text: &str) -> io::Result<()> {
        let says = if says.is_empty() { String::new() } else { format!(": {says}") };
        self.0.add(&format!("line {line}: {}{says}\r\n{text}\r\n", reason.word()))
    }

    pub(super) fn end(self) -> io::Result<()> {
        self.0.end()
    }
}

pub(super) struct OnlyBad<'a>(pub Option<&'a mut BadRows>);

impl Keeps for OnlyBad<'_> {
    fn bad(&mut self, line: u64, reason: Reason, says: &str, text: &str) -> io::Result<()> {
        self.0.as_mut().map_or(Ok(()), |bad| bad.add(line, reason, says, text))
    }
}

/// A copy in UTF-8 without some columns. Rows that do not fit under the headings are not in it: nobody can say there what is left out.
pub(super) struct Copied<'a> {
    taking: &'a mut Taking,
    bad: OnlyBad<'a>,
    piece: Vec<u8>,
}

impl<'a> Copied<'a> {
    pub(super) fn new(taking: &'a mut Taking, bad: Option<&'a mut BadRows>) -> Self {
        Self { taking, bad: OnlyBad(bad), piece: Vec::with_capacity(PIECE + 8192) }
    }

    pub(super) fn end(mut self) -> io::Result<()> {
        self.write(0)
    }

    fn write(&mut self, from: usize) -> io::Result<()> {
        if self.piece.len() > from {
            self.taking.add(&self.piece)?;
            self.piece.clear();
        }
        Ok(())
    }
}

impl Keeps for Copied<'_> {
    fn row(&mut self, row: &Row, left_out: &[usize], separator: u8) -> io::Result<()> {
        let mut first = true;
        for at in (0..row.len()).filter(|at| !left_out.contains(at)) {
            if !std::mem::take(&mut first) {
                self.piece.push(separator);
            }
            let cell = row.raw(at);
            if cell.bytes().any(|byte| byte == separator || matches!(byte, b'"' | b'\n' | b'\r')) {
                self.piece.push(b'"');
                self.piece.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
                self.piece.push(b'"');
            } else {
                self.piece.extend_from_slice(cell.as_bytes());
            }
        }
        self.piece.extend_from_slice(b"\r\n");
        self.write(PIECE)
    }

    fn bad(&mut self, line: u64, reason: Reason, says: &str, text: &str) -> io::Result<()> {
        self.bad.bad(line, reason, says, text)
    }
}

/// Rows that become entries.
pub(super) struct Rows<'a> {
    view: &'a View<'a>,
    draft: &'a Draft,
    register: &'a Register,
    bad: OnlyBad<'a>,
    drafts: Vec<Draft>,
    /// The line of each name.
    names: BTreeMap<String, u64>,
    too_many: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(
        view: &'a View<'a>,
        draft: &'a Draft,
        register: &'a Register,
        bad: Option<&'a mut BadRows>,
    ) -> Self {
        let (drafts, names, too_many) = (Vec::new(), BTreeMap::new(), false);
        Self { view, draft, register, bad: OnlyBad(bad), drafts, names, too_many }
    }

    /// A draft a row.
    ///
    /// # Errors
    /// If there are too many.
    pub(super) fn drafts(self) -> Result<Vec<Draft>, Refusal> {
        if self.too_many {
            return Err(import::TOO_MANY.about(row::MAX_ROWS).needs(&import::FILE));
        }
        Ok(self.drafts)
    }
}

impl Keeps for Rows<'_> {
    fn cells(&mut self, line: u64, cells: &[Cow<'_, str>]) -> Option<String> {
        if self.drafts.len() >= row::MAX_ROWS {
            self.too_many = true;
            return None;
        }
        let name = cells.first().map(|cell| one_line(cell)).unwrap_or_default();
        if let Some(other) = self.names.get(&key(&name)) {
            return Some(format!("the name of line {other}"));
        }
        let mut draft = self.draft.by_verb(&row::VERB).with(&row::NAME, &*name);
        draft.by.clone_from(&self.draft.by);
        for (column, cell) in self.register.columns.iter().zip(cells).skip(1).filter(|(_, cell)| !cell.is_empty()) {
            draft.give_cell(column.id.as_str(), one_line(cell));
        }
        if let Err(refusal) = record::decide(self.view, &draft) {
            return Some(said(self.view, &refusal, Voice::Screen).what);
        }
        self.names.insert(key(&name), line);
        self.drafts.push(draft);
        None
    }

    fn bad(&mut self, line: u64, reason: Reason, says: &str, text: &str) -> io::Result<()> {
        self.bad.bad(line, reason, says, text)
    }
}

fn one_line(cell: &str) -> Cow<'_, str> {
    if cell.contains(['\n', '\r']) {
        Cow::Owned(
            cell.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" / "),
        )
    } else {
        Cow::Borrowed(cell)
    }
}
