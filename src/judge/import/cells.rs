//! The cells of a row by the columns of the list, joined where a column has several.

use super::headings::Headings;
use super::synonyms::Kind;
use crate::source::table::Row;
use crate::source::table::cell::is_not_known;
use std::borrow::Cow;

/// The cells of a row.
pub struct Cells<'r> {
    headings: &'r Headings,
    cells: Vec<Cow<'r, str>>,
}

impl<'r> Cells<'r> {
    pub fn of(row: &'r Row, headings: &'r Headings, kinds: &[Option<Kind>]) -> Self {
        let joined = |(column, places): (usize, &'r Vec<usize>)| match places.as_slice() {
            [] => Cow::Borrowed(""),
            [only] => Cow::Borrowed(known(row.cell(*only))),
            // Without a street, a town is no address.
            [street, ..] if kinds[column] == Some(Kind::Address) && is_not_known(row.cell(*street)) => {
                Cow::Borrowed("")
            }
            several => {
                let between = if kinds[column] == Some(Kind::Address) { ", " } else { " " };
                let parts: Vec<_> =
                    several.iter().map(|at| known(row.cell(*at))).filter(|part| !part.is_empty()).collect();
                Cow::Owned(parts.join(between))
            }
        };
        Self { headings, cells: headings.places.iter().enumerate().map(joined).collect() }
    }

    /// What a column holds; empty where that is not known.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.as_ref())
    }

    pub fn lacks(&self, column: usize) -> bool {
        self.headings.lacks(column)
    }

    pub fn all(&self) -> &[Cow<'r, str>] {
        &self.cells
    }
}

fn known(cell: &str) -> &str {
    if is_not_known(cell) { "" } else { cell }
}
