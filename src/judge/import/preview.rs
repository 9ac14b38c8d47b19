//! What was found in a file, as data: what it would add, how it was understood, what is wrong with it, and what has to be asked.

use crate::case::Import;
use crate::journal::Mode;
use crate::source::table::rows::Reason;
use crate::source::table::{Encoding, NotRows};
use std::collections::BTreeMap;
use std::io;

/// Most rows that do not count and are shown.
pub const BAD_SHOWN: usize = 20;
/// Most headings that are named as not read.
pub const MAX_IGNORED: usize = 20;
/// Most lines of a file that are shown.
pub const LINES_SHOWN: usize = 5;

/// What a file would add to a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Preview {
    /// What is recorded. Its name, digest and length are the caller's to fill in.
    pub import: Import,
    pub encoding: Encoding,
    /// There are letters in UTF-8 in it and others that are not.
    pub mixed: bool,
    pub separator: u8,
    /// Its first line said the separator.
    pub said_separator: bool,
    /// The line of the headings; 0 where none was found.
    pub heading: u64,
    /// Lines above the headings that are not read.
    pub skipped: Vec<(u64, String)>,
    /// Lines as they were read, where the encoding is a guess.
    pub shown: Vec<(u64, String)>,
    /// Which columns of the list are read, and from which headings, in the order in which these are joined.
    pub columns: Vec<(usize, Vec<String>)>,
    /// Columns of the list that the file does not have.
    pub lacks: Vec<usize>,
    pub not_read: Vec<NotRead>,
    /// More headings that are not named.
    pub more_not_read: usize,
    /// The first rows that do not count.
    pub bad: Vec<Bad>,
    /// How many do not, by reason.
    pub bad_rows: BTreeMap<Reason, u64>,
    pub inside: u64,
    pub earlier: u64,
    /// Whether all rows were compared with each other and with earlier files.
    pub compared: bool,
    /// E-mail cells that are no address.
    pub no_addresses: u64,
    pub questions: Vec<Question>,
}

/// A heading that is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotRead {
    pub heading: String,
    /// It sounds like what a thief looks for.
    pub secret: bool,
    /// It is left out of the copy that is kept.
    pub left_out: bool,
}

/// A row that does not count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bad {
    pub line: u64,
    pub reason: Reason,
    /// More about it: how many cells, what the cell says.
    pub says: String,
}

/// What has to be answered before the file is recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// No line of the first ones has headings; the first lines as they stand.
    NoHeadings(Vec<(u64, String)>),
    /// No heading is this column, which every row needs; the headings of the file.
    NoColumn { column: String, headings: Vec<String> },
    /// Several headings can be this column.
    Which { column: String, candidates: Vec<String> },
    /// Persons are there twice.
    Doubles { inside: u64, earlier: u64 },
}

/// Why nothing was read, or nothing can be recorded whatever is answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refused {
    Not(NotRows),
    /// There are headings and no row that counts; how many rows do not, and the first of them.
    NoRows(Vec<Bad>, u64),
    /// A row says that it left a case of this mode, and the case is of the other.
    OtherMode(Mode),
    /// Quotation marks stand in it as in no such file, up to this line.
    Quotes(u64),
    /// What is mapped is no heading of the file; its headings.
    NoSuchHeading {
        typed: String,
        headings: Vec<String>,
    },
    /// What a heading is mapped to is no column of the list; its columns.
    NoSuchColumn {
        typed: String,
        columns: Vec<String>,
    },
    /// A column that takes one heading was given several.
    TwoForOne {
        column: String,
    },
    /// What is to be left out is read.
    LeavesOutColumn {
        heading: String,
        column: String,
    },
}

/// Why there is no preview.
#[derive(Debug)]
pub enum NotTaken {
    Refused(Refused),
    /// It could not be read to its end, or a copy not be written.
    Unread(io::Error),
}

impl From<io::Error> for NotTaken {
    fn from(error: io::Error) -> Self {
        Self::Unread(error)
    }
}

impl From<Refused> for NotTaken {
    fn from(why: Refused) -> Self {
        Self::Refused(why)
    }
}
