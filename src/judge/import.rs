//! Counting a file of rows while it is read, in memory that does not grow with it: only tallies and methods are kept.
//!
//! The file is comma-separated values (RFC 4180), or separated by semicolons or tabs as spreadsheets of many countries write them.
//! Everything in it is hostile: rows, cells and columns are bounded, and a mistake is told with its line.

use crate::base::text::cut;
use crate::case::Import;
use crate::playbook::register::Register;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::borrow::Cow;
use std::io::{self, Read};

mod tally;

/// Longest row in bytes.
const MAX_ROW: usize = 4096;
/// Most columns of a file.
pub const MAX_COLUMNS: usize = 256;
/// Most headings that are named as not counted.
const MAX_IGNORED: usize = 20;
/// How much is read at once.
const CHUNK: usize = 64 * 1024;

#[derive(Debug)]
pub enum NotCounted {
    /// Something in it does not fit.
    Refused(Refusal),
    /// It could not be read to its end.
    Unread(io::Error),
}

impl From<io::Error> for NotCounted {
    fn from(error: io::Error) -> Self {
        Self::Unread(error)
    }
}

/// Counts the rows of a file. Its name, its digest and its length are left empty for the caller to fill in.
///
/// # Errors
/// The line and what is wrong there; or what the system said.
pub fn count(register: &Register, source: impl Read) -> Result<Import, NotCounted> {
    let mut lines = Lines::new(source)?;
    let Some(line) = lines.next()? else {
        return Err(refuse("The file is empty.", "Give a file whose first line holds the headings.").into());
    };
    let headings = Headings::read(register, &lines.row, line)?;
    let mut tallies = tally::Tallies::new(register);
    let mut import = Import {
        file: String::new(),
        sha256: String::new(),
        bytes: 0,
        rows: 0,
        tallies: Vec::new(),
        methods: register.methods.iter().map(|method| (method.id.clone(), 0)).collect(),
        no_method: 0,
        ignored: headings.ignored.clone(),
    };
    while let Some(line) = lines.next()? {
        let row = &lines.row;
        // Spreadsheets leave rows of empty cells at the end.
        if (0..row.len()).all(|at| row.cell(at).is_empty()) {
            continue;
        }
        if let Some(extra) = (headings.columns..row.len()).find(|at| !row.cell(*at).is_empty()) {
            let message = format!("Line {line} has {} cells, and there are {} headings.", extra + 1, headings.columns);
            let hint = "A cell with a separator in it stands in quotation marks. Correct the file and try again.";
            return Err(refuse(message, hint).into());
        }
        let cell = |column: usize| headings.places[column].map_or(Cow::Borrowed(""), |at| row.cell(at));
        if cell(0).is_empty() {
            let message = format!("The row in line {line} has no name.");
            return Err(refuse(message, "Every row needs a name. Correct the file and try again.").into());
        }
        import.rows += 1;
        tallies.add(cell);
        let cells: Vec<Cow<'_, str>> = (0..headings.places.len()).map(cell).collect();
        let mut open = register.methods.is_empty();
        for (method, (_, rows)) in register.methods.iter().zip(&mut import.methods) {
            if method.is_open_to(|column| cells[column].as_ref()) {
                open = true;
                *rows += 1;
            }
        }
        import.no_method += u64::from(!open);
    }
    if import.rows == 0 {
        return Err(refuse("The file has headings and no row.", "Give a file that has rows.").into());
    }
    import.tallies = tallies.finish();
    Ok(import)
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    pub message: String,
    pub hint: String,
}

impl Refusal {
    fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }
}

impl From<Refusal> for NotCounted {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

fn refuse(message: impl Into<String>, hint: &str) -> Refusal {
    Refusal::new(message, hint)
}

/// Which cell of a row belongs to which column of the register.
struct Headings {
    places: Vec<Option<usize>>,
    columns: usize,
    ignored: Vec<String>,
}

impl Headings {
    fn read(register: &Register, row: &Row, line: u64) -> Result<Self, Refusal> {
        let mut found = Self { places: vec![None; register.columns.len()], columns: row.len(), ignored: Vec::new() };
        let mut more = 0;
        for at in 0..row.len() {
            let heading = row.cell(at);
            match register.columns.iter().position(|column| column.is_named(&heading)) {
                Some(column) if found.places[column].is_some() => {
                    return Err(refuse(
                        format!("The headings in line {line} name the column {} twice.", register.columns[column].id),
                        "Give each column one heading, and try again.",
                    ));
                }
                Some(column) => found.places[column] = Some(at),
                None if heading.is_empty() => {}
                None if found.ignored.len() < MAX_IGNORED => {
                    found.ignored.push(cut(&heading, 60).into_owned());
                }
                None => more += 1,
            }
        }
        if more > 0 {
            found.ignored.push(format!("and {more} more"));
        }
        if found.places.first().is_none_or(Option::is_none) {
            let known: Vec<_> = register.columns.iter().map(|column| column.id.as_str()).collect();
            return Err(Refusal::new(
                format!("The headings in line {line} have no column \"name\"."),
                format!("The first line holds the headings; known are: {}.", known.join(", ")),
            ));
        }
        Ok(found)
    }
}

/// One row: its cells in one buffer.
struct Row {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
}

impl Row {
    fn len(&self) -> usize {
        self.cells
    }

    /// What a cell holds, trimmed; bytes that are not UTF-8 are shown as such.
    fn cell(&self, at: usize) -> Cow<'_, str> {
        if at >= self.cells {
            return Cow::Borrowed("");
        }
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        let bytes = self.bytes.get(start..self.ends[at]).unwrap_or_default();
        String::from_utf8_lossy(bytes.trim_ascii())
    }
}

/// The rows of a file, one at a time, with the line on which each begins.
struct Lines<R> {
    source: R,
    parser: Reader,
    chunk: Vec<u8>,
    from: usize,
    until: usize,
    row: Row,
    /// How many line ends were passed.
    passed: u64,
}

impl<R: Read> Lines<R> {
    fn new(source: R) -> Result<Self, NotCounted> {
        let row = Row { bytes: vec![0; MAX_ROW], ends: vec![0; MAX_COLUMNS], cells: 0 };
        let mut lines =
            Self { source, parser: Reader::new(), chunk: vec![0; CHUNK], from: 0, until: 0, row, passed: 0 };
        // A first line that is cut by a short read is long enough to tell the separator all the same.
        while lines.until < 4096 {
            let read = read(&mut lines.source, &mut lines.chunk[lines.until..])?;
            if read == 0 {
                break;
            }
            lines.until += read;
        }
        let head = &lines.chunk[..lines.until];
        if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) || head.contains(&0) {
            let hint = "Save it as CSV in UTF-8 and try again.";
            return Err(refuse("This is not a file of comma-separated values in UTF-8.", hint).into());
        }
        lines.from = if head.starts_with(&[0xef, 0xbb, 0xbf]) { 3 } else { 0 };
        let first = head[lines.from..].split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |sign: u8| occurrences(first, sign);
        let separator = [b',', b';', b'\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',');
        lines.parser = ReaderBuilder::new().delimiter(separator).build();
        Ok(lines)
    }

    /// Reads the next row; gives the line on which it begins, or nothing at the end.
    fn next(&mut self) -> Result<Option<u64>, NotCounted> {
        let (mut bytes, mut ends, mut begun) = (0, 0, None);
        loop {
            if self.from == self.until {
                self.from = 0;
                self.until = read(&mut self.source, &mut self.chunk)?;
            }
            let input = &self.chunk[self.from..self.until];
            let (result, taken, written, ended) =
                self.parser.read_record(input, &mut self.row.bytes[bytes..], &mut self.row.ends[ends..]);
            self.pass(taken, &mut begun);
            bytes += written;
            ends += ended;
            let line = begun.unwrap_or(self.passed + 1);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record => {
                    self.row.cells = ends;
                    return Ok(Some(line));
                }
                ReadRecordResult::End => return Ok(None),
                ReadRecordResult::OutputFull => {
                    let message = format!("The row that begins in line {line} is longer than {MAX_ROW} bytes.");
                    let hint = "Perhaps a quotation mark is not closed there. Correct the file and try again.";
                    return Err(refuse(message, hint).into());
                }
                ReadRecordResult::OutputEndsFull => {
                    let message = format!("The row in line {line} has more than {MAX_COLUMNS} cells.");
                    return Err(refuse(message, "Take out the columns that are not needed.").into());
                }
            }
        }
    }

    /// Moves on, counting line ends; a row begins at its first sign that is none.
    fn pass(&mut self, taken: usize, begun: &mut Option<u64>) {
        let passed = &self.chunk[self.from..self.from + taken];
        let ends = |bytes: &[u8]| occurrences(bytes, b'\n') as u64;
        let lead = passed.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if begun.is_none() && lead < passed.len() {
            *begun = Some(self.passed + ends(&passed[..lead]) + 1);
        }
        self.passed += ends(passed);
        self.from += taken;
    }
}

/// How often a byte occurs.
#[expect(
    clippy::naive_bytecount,
    reason = "the loop is vectorised well enough, and a crate for it is not worth its weight"
)]
fn occurrences(bytes: &[u8], wanted: u8) -> usize {
    bytes.iter().filter(|byte| **byte == wanted).count()
}

fn read(source: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
