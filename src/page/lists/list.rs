//! A list of a case with its rows.

use super::row::Row;
use crate::playbook::Item;
use crate::playbook::register::{Column, Register};

/// The computed columns of evidence: who has it, and where, by the last row of its custody.
pub(super) const HOLDER: &str = "holder";
pub(super) const PLACE: &str = "place_now";

/// A list of a case.
#[derive(Clone, Debug)]
pub struct List<'a> {
    pub item: &'a Item,
    pub register: &'a Register,
    /// Whether the policy asks for it; else it is also kept, and never due.
    pub asked: bool,
    /// The name first, or the amount; then the columns of the playbook, and what the program works out.
    pub columns: Vec<Column>,
    /// Typed rows in the order in which they were written down; in the action record and the message log those that came by themselves
    /// among them, in the order in which they happened, and what is open last.
    pub rows: Vec<Row>,
    /// Files of rows that were taken in, as positions in the log; those that were struck out, too.
    pub files: Vec<usize>,
}

impl List<'_> {
    /// Where a column stands.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id.as_str() == id)
    }

    /// What stands in a column of one of its rows, for people; empty where there is none.
    pub fn text<'r>(&self, row: &'r Row, id: &str) -> &'r str {
        self.column(id).and_then(|at| row.cells.get(at)).map_or("", |cell| cell.text.as_str())
    }
}
