//! For which rows of a list something was recorded: the entries that added them, and their names as they were read.

use super::stored::{Flat, Stored};
use crate::journal::{EntryId, Fields};

/// The rows; none is all of them, or an item that is not settled row by row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ForRows(pub Vec<ForRow>);

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ForRow {
    /// The entry that added it; `None` for a row of an answer, of a file, or in an entry of an earlier version.
    pub row: Option<EntryId>,
    /// What it was called.
    pub name: String,
}

impl ForRow {
    /// Whether the same row is meant: by the entry that added it, else by its name.
    fn is(&self, other: &Self) -> bool {
        match (&self.row, &other.row) {
            (Some(one), Some(other)) => one == other,
            _ => self.name.trim().to_lowercase() == other.name.trim().to_lowercase(),
        }
    }
}

impl ForRows {
    /// What the row was called; `None` where no row is named.
    pub fn name(&self) -> Option<&str> {
        self.0.first().map(|row| row.name.as_str())
    }
}

impl ForRows {
    /// Takes out the rows that another entry speaks of; one that names none speaks of all.
    pub(super) fn without(&mut self, other: &Self) {
        self.0.retain(|own| !other.0.is_empty() && !other.0.iter().any(|of| own.is(of)));
    }

    /// Whether a row is named by both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().any(|own| other.0.iter().any(|of| own.is(of)))
    }
}

impl Flat for ForRows {
    const KEYS: &[&str] = &["[rows]", "[targets]"];

    fn put(&self, fields: Fields) -> Fields {
        if self.0.is_empty() {
            return fields;
        }
        let rows: Vec<String> =
            self.0.iter().map(|of| of.row.as_ref().map_or_else(String::new, ToString::to_string)).collect();
        let targets: Vec<String> = self.0.iter().map(|of| of.name.clone()).collect();
        Stored::put(&targets, "targets", Stored::put(&rows, "rows", fields))
    }

    /// Earlier versions named one `target`. Lists that do not fit each other are not taken for all rows.
    fn read(fields: &Fields) -> Option<Self> {
        match (fields.get_list("rows"), fields.get_list("targets")) {
            (None, None) => {
                let name = fields.get_text("target");
                Some(Self(name.map(|name| ForRow { row: None, name: name.to_owned() }).into_iter().collect()))
            }
            (Some(rows), Some(targets)) if rows.len() == targets.len() => {
                let each = rows.iter().zip(targets);
                Some(Self(each.map(|(row, name)| ForRow { row: EntryId::parse(row), name: name.clone() }).collect()))
            }
            _ => None,
        }
    }
}
