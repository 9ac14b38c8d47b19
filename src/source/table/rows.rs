//! The rows of a file, one at a time, with the line on which each begins. A row that is broken is told and passed over, and what comes
//! after it is read: a quotation mark that is never closed takes one line with it, not the rest of the file.

use super::encoding::Decoding;
use std::io::{self, Read};

/// Longest row, in bytes of UTF-8, where whoever reads does not say otherwise.
pub const MAX_ROW: usize = 4096;
/// Most columns of a file.
pub const MAX_COLUMNS: usize = 256;
/// Most lines that are gone back to because a quotation mark was not closed there; each is read twice.
const MOST_RETURNS: u32 = 2_000;

/// What is wrong with a row, so that it is not counted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Reason {
    NoName,
    TooFewCells,
    TooManyCells,
    RowTooLong,
    UnclosedQuote,
    BadCell,
    /// The headings once more, as printed pages have them.
    HeadingAgain,
    /// A sum below the rows.
    Total,
    /// It was struck out in the case that the list left.
    Struck,
}

impl Reason {
    pub const ALL: [Self; 9] = [
        Self::NoName,
        Self::TooFewCells,
        Self::TooManyCells,
        Self::RowTooLong,
        Self::UnclosedQuote,
        Self::BadCell,
        Self::HeadingAgain,
        Self::Total,
        Self::Struck,
    ];

    /// In words, with what there is to add: "too many cells (9 of 7)".
    pub fn says(self, more: &str) -> String {
        let says = match self {
            Self::NoName => "no name",
            Self::TooFewCells => "too few cells",
            Self::TooManyCells => "too many cells",
            Self::RowTooLong => "longer than 4096 bytes",
            Self::UnclosedQuote => "a quotation mark is not closed",
            Self::BadCell => "a cell that cannot be used",
            Self::HeadingAgain => "the headings once more",
            Self::Total => "a sum, not a row",
            Self::Struck => "struck out in the case that it left",
        };
        if more.is_empty() { says.to_owned() } else { format!("{says} ({more})") }
    }

    /// As it is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoName => "no-name",
            Self::TooFewCells => "too-few-cells",
            Self::TooManyCells => "too-many-cells",
            Self::RowTooLong => "row-too-long",
            Self::UnclosedQuote => "unclosed-quote",
            Self::BadCell => "bad-cell",
            Self::HeadingAgain => "heading-again",
            Self::Total => "total",
            Self::Struck => "struck",
        }
    }
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Next {
    /// A row, which begins in this line.
    Row(u64),
    /// One that cannot be read, which begins in this line.
    Bad(u64, Reason),
    /// Quotation marks stand in it as in no such file.
    Hopeless(u64),
    End,
}

/// One row: its cells in one buffer.
#[derive(Clone, Default, Debug)]
pub struct Row {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// There are more cells than are kept.
    over: bool,
}

impl Row {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// What a cell holds, as it stands; nothing beyond the last.
    pub fn raw(&self, at: usize) -> &str {
        let Some(end) = self.ends.get(at) else { return "" };
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        std::str::from_utf8(self.bytes.get(start..*end).unwrap_or_default()).unwrap_or_default()
    }

    /// What was meant by a cell.
    pub fn cell(&self, at: usize) -> &str {
        super::cell::meant(self.raw(at))
    }

    /// Whether nothing stands in any cell.
    pub fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace) || (0..self.len()).all(|at| self.cell(at).is_empty())
    }

    fn clear(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        self.over = false;
    }

    fn end_cell(&mut self) {
        if self.ends.len() < MAX_COLUMNS {
            self.ends.push(self.bytes.len());
        } else {
            self.over = true;
        }
    }
}

/// How far a row was read.
enum Scan {
    /// To its end, so many bytes with the line end.
    Whole(usize),
    /// There is more of it than is at hand; whether a quotation mark is open.
    Open(bool),
    /// Another cell begins with a quotation mark at the beginning of a line, while one is open: that was never closed.
    NeverClosed,
}

/// The rows of a text.
pub struct Rows<R> {
    source: Decoding<R>,
    separator: u8,
    text: Vec<u8>,
    /// Where the row at hand begins, and where what comes after it does.
    begun: usize,
    from: usize,
    ended: bool,
    /// The lines on which both begin.
    begun_line: u64,
    line: u64,
    row: Row,
    returns: u32,
    /// Longest row, in bytes of UTF-8.
    longest: usize,
}

impl<R: Read> Rows<R> {
    /// `text` is what was read already; it begins with this line of the file.
    pub fn new(source: Decoding<R>, text: Vec<u8>, separator: u8, line: u64) -> Self {
        let row = Row::default();
        let (begun, from, ended, begun_line, returns) = (0, 0, false, line, 0);
        let longest = MAX_ROW;
        Self { source, separator, text, begun, from, ended, begun_line, line, row, returns, longest }
    }

    /// The same with rows of another length: a mark that is never closed costs as much as the longest row.
    #[must_use]
    pub fn longest(self, bytes: usize) -> Self {
        Self { longest: bytes, ..self }
    }

    /// The row at hand.
    pub fn row(&self) -> &Row {
        &self.row
    }

    /// The row at hand as it stands in the file, without its line end.
    pub fn as_written(&self) -> &str {
        let text = self.text.get(self.begun..self.from).unwrap_or_default();
        std::str::from_utf8(text).unwrap_or_default().trim_end_matches(['\r', '\n'])
    }

    /// Reads the next row that is not blank.
    ///
    /// # Errors
    /// What the system said.
    pub fn read(&mut self) -> io::Result<Next> {
        loop {
            (self.begun, self.begun_line) = (self.from, self.line);
            if self.from >= self.text.len() && !self.more()? {
                return Ok(Next::End);
            }
            // No more is looked at than a row may have, so that a mark that is never closed costs no more than that.
            let window = &self.text[self.from..];
            // The longest row with its line end, and one sign more.
            let most = self.longest + 3;
            let all = window.len() <= most;
            let window = &window[..window.len().min(most)];
            match scan(window, self.separator, self.ended && all, &mut self.row) {
                Scan::Whole(length) if length <= self.longest + 2 => {
                    self.line += lines(&window[..length]);
                    self.from += length;
                    match self.row.is_blank() {
                        true => {}
                        false if self.row.over => return Ok(Next::Bad(self.begun_line, Reason::TooManyCells)),
                        false => return Ok(Next::Row(self.begun_line)),
                    }
                }
                Scan::Open(_) if !self.ended && all => _ = self.more()?,
                scanned => {
                    let quoted = matches!(scanned, Scan::Open(true) | Scan::NeverClosed);
                    self.pass_line()?;
                    let reason = if quoted { Reason::UnclosedQuote } else { Reason::RowTooLong };
                    return Ok(self.returned(reason));
                }
            }
        }
    }

    /// Takes only the first line of the row at hand for it, where it has several: what comes after that is read by itself. False where it
    /// has one.
    pub fn ends_with_its_line(&mut self) -> Option<Next> {
        let first = first_line(&self.text[self.begun..self.from])?;
        if first >= self.from - self.begun {
            return None;
        }
        (self.from, self.line) = (self.begun + first, self.begun_line + 1);
        Some(self.returned(Reason::UnclosedQuote))
    }

    fn returned(&mut self, reason: Reason) -> Next {
        self.returns += u32::from(reason == Reason::UnclosedQuote);
        if self.returns > MOST_RETURNS { Next::Hopeless(self.begun_line) } else { Next::Bad(self.begun_line, reason) }
    }

    /// Goes to the beginning of the next line, however far that is.
    fn pass_line(&mut self) -> io::Result<()> {
        loop {
            if let Some(length) = first_line(&self.text[self.from..])
                && (self.ended || self.from + length < self.text.len())
            {
                self.from += length;
                self.line += 1;
                return Ok(());
            }
            if self.ended {
                self.from = self.text.len();
                return Ok(());
            }
            // What is passed need not be kept, but for its beginning, which may be shown, and a line end that may be cut in two.
            let keep = self.begun + self.longest;
            if self.text.len() > keep + 1 {
                self.text.drain(keep..self.text.len() - 1);
                self.from = keep;
            }
            self.more()?;
        }
    }

    /// Gets more text; what was read is given up, but for the row at hand.
    fn more(&mut self) -> io::Result<bool> {
        if self.begun > 0 {
            self.text.drain(..self.begun);
            self.from -= self.begun;
            self.begun = 0;
        }
        let more = self.source.more(&mut self.text)?;
        self.ended = !more;
        // A reading may bring no character yet.
        Ok(more || self.from < self.text.len())
    }
}

/// How long the first line is, with its end; nothing where it does not end.
pub(super) fn first_line(text: &[u8]) -> Option<usize> {
    let at = memchr::memchr2(b'\n', b'\r', text)?;
    Some(at + if text[at] == b'\r' && text.get(at + 1) == Some(&b'\n') { 2 } else { 1 })
}

fn lines(mut text: &[u8]) -> u64 {
    let mut count = 0;
    while let Some(length) = first_line(text) {
        count += 1;
        text = &text[length..];
    }
    count
}

/// Reads one row from the beginning of a text.
fn scan(text: &[u8], separator: u8, ended: bool, row: &mut Row) -> Scan {
    row.clear();
    let mut at = 0;
    loop {
        let lead = blanks(&text[at..], separator);
        match text.get(at + lead) {
            Some(b'"') => match quoted(text, at + lead + 1, separator, ended, row) {
                Ok(after) => at = after,
                Err(open) => return open,
            },
            None if !ended => return Scan::Open(false),
            _ => match memchr::memchr3(separator, b'\n', b'\r', &text[at..]) {
                Some(length) => {
                    row.bytes.extend_from_slice(&text[at..at + length]);
                    at += length;
                }
                None if !ended => return Scan::Open(false),
                None => {
                    row.bytes.extend_from_slice(&text[at..]);
                    at = text.len();
                }
            },
        }
        row.end_cell();
        match text.get(at) {
            Some(sign) if *sign == separator => at += 1,
            Some(b'\r') if at + 1 == text.len() && !ended => return Scan::Open(false),
            Some(_) => return Scan::Whole(at + first_line(&text[at..]).unwrap_or(0)),
            None => return Scan::Whole(at),
        }
    }
}

/// Reads a cell in quotation marks from behind the first; gives where it ends. A mark closes it only before a separator or a line end:
/// others stand in the text, as careless programs write them.
fn quoted(text: &[u8], mut from: usize, separator: u8, ended: bool, row: &mut Row) -> Result<usize, Scan> {
    loop {
        let Some(length) = memchr::memchr(b'"', &text[from..]) else { return Err(Scan::Open(true)) };
        row.bytes.extend_from_slice(&text[from..from + length]);
        let after = from + length + 1;
        if text.get(after) == Some(&b'"') {
            row.bytes.push(b'"');
            from = after + 1;
            continue;
        }
        let next = after + blanks(&text[after..], separator);
        match text.get(next) {
            Some(sign) if *sign == separator || matches!(sign, b'\n' | b'\r') => return Ok(next),
            None if ended => return Ok(next),
            None => return Err(Scan::Open(true)),
            Some(_) if matches!(text[after - 2], b'\n' | b'\r') => return Err(Scan::NeverClosed),
            Some(_) => {
                row.bytes.push(b'"');
                from = after;
            }
        }
    }
}

fn blanks(text: &[u8], separator: u8) -> usize {
    text.iter().take_while(|byte| matches!(byte, b' ' | b'\t') && **byte != separator).count()
}
