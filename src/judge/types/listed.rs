//! A row of a list, and by which names it is meant.

use crate::case::{ForRow, ForRows};
use crate::journal::EntryId;

/// The names of two rows are the same if they differ only in upper and lower case.
pub fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The name of a row of a list, which stands before its columns.
pub fn name_of(row: &str) -> &str {
    row.split(';').next().unwrap_or_default().trim()
}

/// A row as its list has it; rows of one name are one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Listed {
    /// As it was first written.
    pub name: String,
    /// The entries that added it; none for a row of an answer or of a file.
    pub rows: Vec<EntryId>,
    /// What it was ever called, as [`key`]s.
    pub names: Vec<String>,
    /// What an older answer says of it: `name; column=value`.
    pub(in crate::judge) written: Option<String>,
    /// How many rows a file holds that stands here by its name; else one.
    pub(in crate::judge) holds: u64,
}

impl Listed {
    /// A row that no entry of its own added.
    pub fn named(name: String) -> Self {
        Self { name, holds: 1, ..Self::default() }
    }

    /// A row that an entry added, with every name that it had.
    pub fn added(name: String, by: EntryId, names: Vec<String>) -> Self {
        Self { rows: vec![by], names, ..Self::named(name) }
    }

    /// A file that was taken in: its rows stand only in it.
    pub fn file(name: String, holds: u64) -> Self {
        Self { holds, ..Self::named(name) }
    }

    /// The row, for what is recorded for it.
    pub fn to_record(&self) -> ForRows {
        let of = |row: Option<EntryId>| ForRow { row, name: self.name.clone() };
        let rows = self.rows.iter().cloned().map(|id| of(Some(id))).collect::<Vec<_>>();
        ForRows(if rows.is_empty() { vec![of(None)] } else { rows })
    }
}
