//! Cells: what stands in which columns of a row, as one entry says it.

use super::stored::{Flat, Stored};
use crate::journal::Fields;

/// The column that every list has.
pub const NAME: &str = "name";

/// Where the amount stands and what it was, among the columns of what was counted.
pub const AMOUNT: &str = "amount";
pub const WHAT: &str = "what";

/// Columns, each with its text, in the order in which they were written. A text may hold anything; an empty one empties the cell.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cells(pub Vec<(String, String)>);

impl Cells {
    /// What stands in a column; `None` where nothing is said of it.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == column).map(|(_, text)| text.as_str())
    }

    /// `Ana Example; residence=Ohio`.
    pub fn words(&self) -> String {
        let words = |(column, text): &(String, String)| match column.as_str() {
            "" | NAME => text.clone(),
            column => format!("{column}={text}"),
        };
        self.0.iter().map(words).collect::<Vec<_>>().join("; ")
    }

    /// A row as earlier versions wrote it: its name, then `; column=value`. What names no column stands in none.
    fn of_text(row: &str) -> Self {
        let mut parts = row.split(';').map(str::trim);
        let name = (NAME.to_owned(), parts.next().unwrap_or_default().to_owned());
        let cell = |part: &str| {
            let (column, text) = part.split_once('=').unwrap_or(("", part));
            (column.trim().to_owned(), text.trim().to_owned())
        };
        Self(std::iter::once(name).chain(parts.filter(|part| !part.is_empty()).map(cell)).collect())
    }
}

/// The cells of an amount, of which there may be none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MoreCells(pub Cells);

impl Flat for MoreCells {
    const KEYS: &[&str] = &["[columns]", "[cells]"];

    fn put(&self, fields: Fields) -> Fields {
        if self.0.0.is_empty() { fields } else { self.0.put(fields) }
    }

    fn read(fields: &Fields) -> Option<Self> {
        let there = fields.get_list("columns").is_some();
        Some(Self(if there { Cells::read(fields)? } else { Cells::default() }))
    }
}

impl Flat for Cells {
    const KEYS: &[&str] = &["columns", "cells"];

    fn put(&self, fields: Fields) -> Fields {
        let (columns, cells): (Vec<_>, Vec<_>) = self.0.iter().cloned().unzip();
        Stored::put(&cells, "cells", Stored::put(&columns, "columns", fields))
    }

    fn read(fields: &Fields) -> Option<Self> {
        match (fields.get_list("columns"), fields.get_list("cells")) {
            (Some(columns), Some(cells)) if columns.len() == cells.len() => {
                Some(Self(columns.iter().cloned().zip(cells.iter().cloned()).collect()))
            }
            // An entry that names a register added a row; in one that changed a row, `row` is the entry.
            (None, None) if fields.get_text("register").is_some() => fields.get_text("row").map(Self::of_text),
            _ => None,
        }
    }
}
