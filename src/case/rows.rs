//! Rows of lists as they stand: each cell is a track of its own, so that two changes of different cells never touch each other.

use super::cells::{AMOUNT, NAME, WHAT};
use super::list_row::ListRow;
use super::{CaseState, Fact, ForRows, Row};
use crate::journal::EntryId;
use std::collections::BTreeMap;

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell<'s> {
    /// A text; empty where nothing was written.
    Holds(&'s str),
    /// Entries that did not see each other and say different things, as positions in the log, each with its text.
    Contradicts(Vec<(usize, &'s str)>),
}

impl<'s> Cell<'s> {
    /// The text; nothing where entries contradict each other.
    pub fn text(&self) -> &'s str {
        match self {
            Self::Holds(text) => text,
            Self::Contradicts(_) => "",
        }
    }
}

impl CaseState {
    /// The row that an entry added, whether it counts or was struck out.
    pub fn row(&self, entry: &EntryId) -> Option<&ListRow> {
        self.rows.get(entry)
    }

    /// The row that an entry added or changed.
    pub fn row_of(&self, at: usize) -> Option<&ListRow> {
        match &self.at(at).fact {
            Fact::RowChanged { row, .. } => self.row(row),
            _ => self.row(&self.at(at).id),
        }
    }

    /// The rows of a list that count and were written one by one, oldest first.
    pub fn rows(&self, register: &str) -> impl Iterator<Item = &ListRow> {
        self.counting(register).filter_map(|at| self.row(&self.at(at).id))
    }

    /// What stands in a column of a row.
    pub fn cell(&self, row: &ListRow, column: &str) -> Cell<'_> {
        let current = row.cells.get(column).map(|track| track.current.as_slice()).unwrap_or_default();
        let says = |at: &usize| (*at, says(&self.at(*at).fact, column).unwrap_or_default());
        let said: Vec<_> = current.iter().map(says).collect();
        match said.split_first() {
            None => Cell::Holds(""),
            Some(((_, first), others)) if others.iter().all(|(_, other)| other == first) => Cell::Holds(first),
            Some(_) => Cell::Contradicts(said),
        }
    }

    /// What a row is called. Where two names contradict each other, it is called by both.
    pub fn row_name(&self, row: &ListRow) -> String {
        match self.cell(row, NAME) {
            Cell::Holds(name) => name.trim().to_owned(),
            Cell::Contradicts(said) => said.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(" or "),
        }
    }

    /// Every name that a row ever had.
    pub fn names_of<'s>(&'s self, row: &'s ListRow) -> impl Iterator<Item = &'s str> {
        let all = row.cells.get(NAME).map(|track| track.all.as_slice()).unwrap_or_default();
        all.iter().filter_map(|at| says(&self.at(*at).fact, NAME))
    }

    /// The columns of a row in which entries contradict each other, each with what they say.
    pub fn contradictions<'s>(&'s self, row: &'s ListRow) -> impl Iterator<Item = (&'s str, Vec<(usize, &'s str)>)> {
        row.columns().filter_map(|column| match self.cell(row, column) {
            Cell::Contradicts(said) => Some((column, said)),
            Cell::Holds(_) => None,
        })
    }

    /// What stood in a column of a row for the writer of the entry at a position.
    pub fn cell_before(&self, row: &ListRow, column: &str, at: usize) -> &str {
        let past = &self.log[at].past;
        let all = row.cells.get(column).map(|track| track.all.as_slice()).unwrap_or_default();
        let seen = all.iter().rev().find(|earlier| **earlier < at && past.saw(self.log[**earlier].past.own()));
        seen.and_then(|earlier| says(&self.at(*earlier).fact, column)).unwrap_or_default()
    }

    /// What ever stood in a column of a row, as the entries that said so, oldest first.
    pub fn said_in<'s>(&'s self, row: &'s ListRow, column: &'s str) -> impl Iterator<Item = (usize, &'s str)> {
        let all = row.cells.get(column).map(|track| track.all.as_slice()).unwrap_or_default();
        all.iter().map(move |at| (*at, says(&self.at(*at).fact, column).unwrap_or_default()))
    }

    /// Takes in what an entry at the end of the log says of a row. What its writer had not seen cannot be changed by it.
    pub(super) fn take_in_cells(&mut self, at: usize, entry: &Row) {
        let fact = &entry.recorded.fact;
        match fact {
            Fact::RowAdded { register, label, .. } | Fact::Counted { register, label, .. } => {
                let new = || ListRow { at, register: register.clone(), cells: BTreeMap::new() };
                let row = self.rows.entry(entry.recorded.id.clone()).or_insert_with(new);
                for column in columns(fact).filter(|_| row.at == at) {
                    row.cells.entry(column.to_owned()).or_default().add(at, |_| true);
                }
                if let Some(label) = label {
                    self.labels.entry(label.clone()).or_default().push(at);
                }
            }
            Fact::RowChanged { row, cells, .. } => {
                let Self { rows, log, abouts, struck, .. } = self;
                let Some(row) = rows.get_mut(row).filter(|row| entry.past.saw(log[row.at].past.own())) else { return };
                let about = abouts.entry(row.register.clone()).or_default();
                about.register.push(at);
                about.touch(at);
                if struck.contains_key(&entry.recorded.id) {
                    return;
                }
                for (column, _) in &cells.0 {
                    let seen = |earlier: usize| entry.past.saw(log[earlier].past.own());
                    row.cells.entry(column.clone()).or_default().add(at, seen);
                }
            }
            _ => {}
        }
    }
}

/// What an entry says of a column.
fn says<'f>(fact: &'f Fact, column: &str) -> Option<&'f str> {
    match fact {
        Fact::RowAdded { cells, .. } | Fact::RowChanged { cells, .. } => cells.get(column),
        Fact::Counted { amount, .. } if column == AMOUNT => Some(amount),
        Fact::Counted { what, .. } if column == WHAT => what.as_deref(),
        Fact::Counted { cells, .. } => cells.0.get(column),
        _ => None,
    }
}

/// The columns of which an entry that adds a row or an amount says something.
fn columns(fact: &Fact) -> impl Iterator<Item = &str> {
    let (own, cells): (&[&str], &[(String, String)]) = match fact {
        Fact::RowAdded { cells, .. } => (&[], &cells.0),
        Fact::Counted { cells, .. } => (&[AMOUNT, WHAT], &cells.0.0),
        _ => (&[], &[]),
    };
    own.iter().copied().chain(cells.iter().map(|(column, _)| column.as_str()))
}

impl ForRows {
    /// What the row is called now.
    pub fn called_now(&self, state: &CaseState) -> Option<String> {
        let first = self.0.first()?;
        let row = first.row.as_ref().and_then(|entry| state.row(entry));
        Some(row.map_or_else(|| first.name.clone(), |row| state.row_name(row)))
    }
}

impl Fact {
    /// The rows that it speaks of.
    pub fn for_rows(&self) -> Option<&ForRows> {
        match self {
            Self::Answered { target, .. }
            | Self::TaskDone { target, .. }
            | Self::TaskRuledOut { target, .. }
            | Self::NecessityFound { target, .. }
            | Self::Called { target, .. }
            | Self::PassedOn { target, .. }
            | Self::Confirmed { target, .. } => Some(target),
            _ => None,
        }
    }
}
