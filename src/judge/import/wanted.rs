//! What somebody who takes a file in asks for, and what becomes of its rows.

use crate::case::import::Doubles;
use crate::journal::Mode;
use crate::playbook::register::Register;
use crate::source::table::{Row, rows::Reason};
use std::borrow::Cow;
use std::io;

/// What is asked for.
pub struct Wanted<'a> {
    pub register: &'a Register,
    /// Headings of the file, each with the column that it is.
    pub map: Vec<(String, String)>,
    pub doubles: Option<Doubles>,
    /// Headings whose columns are left out of the copy that is kept.
    pub without: Vec<String>,
    /// What the case is: a list that left a case of the other mode is refused. `None` where a file is in the case already.
    pub mode: Option<Mode>,
}

impl Wanted<'_> {
    /// A mapping as it is typed: `Their heading=column`. The last sign of equality counts, as a heading may hold one.
    pub fn mapping(typed: &str) -> Option<(String, String)> {
        let (heading, column) = typed.rsplit_once('=')?;
        let (heading, column) = (heading.trim(), column.trim());
        (!heading.is_empty() && !column.is_empty()).then(|| (heading.to_owned(), column.to_owned()))
    }
}

/// What becomes of the rows while they are read. Nothing, unless it is said.
pub trait Keeps {
    /// A row as it stands, the headings first; those that cannot be read in columns are not given.
    ///
    /// # Errors
    /// What the system said.
    fn row(&mut self, _row: &Row, _left_out: &[usize], _separator: u8) -> io::Result<()> {
        Ok(())
    }

    /// The cells of a row that counts, by the columns of the list. What is wrong with one of them, if something is.
    fn cells(&mut self, _line: u64, _cells: &[Cow<'_, str>]) -> Option<String> {
        None
    }

    /// A row that does not count, as it stands in the file.
    ///
    /// # Errors
    /// What the system said.
    fn bad(&mut self, _line: u64, _reason: Reason, _says: &str, _text: &str) -> io::Result<()> {
        Ok(())
    }
}

/// Only counts.
impl Keeps for () {}
