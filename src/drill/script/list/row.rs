//! One row of a list, and why one cannot be taken.

use super::column::Column;
use crate::base::text::cut;
use std::collections::BTreeMap;

/// The cells of a row, as they were meant.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Row {
    /// The line of the file on which it begins.
    pub line: u64,
    pub cells: BTreeMap<Column, String>,
    /// Cells of columns that are only kept: heading and cell.
    pub kept: Vec<(String, String)>,
}

impl Row {
    /// What stands in a column; `None` where the file does not have it.
    pub fn cell(&self, column: Column) -> Option<&str> {
        self.cells.get(&column).map(|cell| cell.trim())
    }

    /// The same on one line; `None` also where nothing stands in it.
    pub fn line_of(&self, column: Column) -> Option<String> {
        let cell = self.cell(column).filter(|cell| !cell.is_empty())?;
        Some(cell.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// A row that cannot be taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bad {
    pub line: u64,
    pub why: Why,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    NoNumber(String),
    NoText,
    /// The number, and the line that has it already.
    NumberTwice(u32, u64),
    TimeUnreadable(String),
    /// The time lies before the part begins.
    BeforeItsPart(String),
    TooLate(u32),
    UnknownDelivery(String, Option<&'static str>),
    UnknownPart(String),
    /// What is wrong with a line of what is expected.
    Expected(String),
    /// A cell that is longer than its place: the column, the signs it has and may have.
    CellTooLong(&'static str, usize, usize),
    HiddenSign(&'static str),
    /// Words that may be taken for the real thing.
    Real(String),
    TooManyCells(usize, usize),
    UnclosedQuote,
    TooLong(usize),
}

impl Why {
    /// For people, in words that fit behind "line 12:".
    pub fn words(&self) -> String {
        let shown = |text: &str| cut(&crate::base::text::inert_line(text), 60).into_owned();
        match self {
            Self::NoNumber(written) if written.is_empty() => "no number".to_owned(),
            Self::NoNumber(written) => format!("no number from 1 to 9,999: \"{}\"", shown(written)),
            Self::NoText => "no text".to_owned(),
            Self::NumberTwice(number, line) => format!("number {number} stands in line {line} already"),
            Self::TimeUnreadable(written) => format!("the time cannot be read: \"{}\"", shown(written)),
            Self::BeforeItsPart(written) => format!("{} is before its part begins", shown(written)),
            Self::TooLate(minutes) => format!("{minutes} minutes after its part began; 480 are the most"),
            Self::UnknownDelivery(written, near) => {
                let near = near.map(|near| format!("; did you mean {near}?")).unwrap_or_default();
                format!("delivery not known: \"{}\"{near}", shown(written))
            }
            Self::UnknownPart(written) => format!("the script has no part \"{}\"", shown(written)),
            Self::Expected(what) => format!("expected: {}", shown(what)),
            Self::CellTooLong(column, has, most) => format!("{column} has {has} signs; {most} are allowed"),
            Self::HiddenSign(column) => format!("{column} has a sign that acts on a screen unseen"),
            Self::Real(words) => format!("may be taken for the real thing: \"{}\"", shown(words)),
            Self::TooManyCells(has, most) => format!("too many cells ({has} of {most})"),
            Self::UnclosedQuote => "a quotation mark is not closed".to_owned(),
            Self::TooLong(bytes) => format!("longer than {} KiB", bytes / 1024),
        }
    }
}
