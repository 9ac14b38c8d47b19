//! The cells of a row: asked column by column, given as `COLUMN=VALUE`, read as each column takes them.

use super::ask::Ask;
use super::draft::{Draft, MAX_TEXT};
use super::field::{Field, FieldKind};
use super::refusal::{NOTHING_RECORDED, Named, Reason, Refusal, quoted};
use crate::case::Cells;
use crate::judge::View;
use crate::judge::types::cells;
use crate::playbook::register::{Column, Register};

pub static CELLS: Field = Field::new(FieldKind::Cells, "cells", "Columns")
    .last()
    .help("COLUMN=VALUE", "What stands in a column, by its identifier or label; can be given several times.")
    .noun("The cells");

static NO_COLUMN: Reason =
    Reason::new("no-such-column", "\"{0}\" is not one of the columns.", "The columns are: {list}.");
static TWICE: Reason = Reason::new("column-twice", "The column {0} is given twice.", "Give it once.");
static NOT_A_CELL: Reason = Reason::new("not-a-cell", "{0}: {1}", NOTHING_RECORDED);
static LACKS: Reason =
    Reason::new("cell-missing", "{0} is empty, and no row goes without it.", "Say what stands there.");
static TOO_LONG: Reason = Reason::new(
    "row-too-long",
    "The row is {0} bytes long; at most {1} fit into one entry.",
    "Shorten it, or put the rest into a note.",
);

/// What one column asks. `holds` stands in it already.
pub fn ask(register: &Register, column: &Column, holds: Option<String>) -> Ask {
    Ask { part: Some(column.id.clone()), ..Ask::of(&CELLS) }
        .kind(FieldKind::Line)
        .label(column.label.clone())
        .hint(cells::takes(column, register.currency))
        .needed(column.needed && holds.is_none())
        .shows(holds)
}

/// Every cell that was given, in the order of the columns, with its place there.
///
/// # Errors
/// If there is no such column, or it does not take that.
pub fn read(view: &View<'_>, register: &Register, draft: &Draft) -> Result<Vec<(usize, String)>, Refusal> {
    let columns = &register.columns;
    let mut read: Vec<(usize, String)> = Vec::new();
    for (typed, text) in draft.cells() {
        let Some(at) = columns.iter().position(|column| column.is_named(typed)) else {
            let known = columns.iter().map(|column| Named::Text(column.id.to_string())).collect::<Vec<_>>();
            return Err(NO_COLUMN.about(quoted(typed)).list(known).needs(&CELLS));
        };
        let column = &columns[at];
        if read.iter().any(|(other, _)| *other == at) {
            return Err(TWICE.about(column.id.to_string()).needs(&CELLS).part(&column.id));
        }
        let cell = cells::read(column, register.currency, text, view.now);
        let refused = |says: String| NOT_A_CELL.about(column.label.clone()).and(says).needs(&CELLS).part(&column.id);
        read.push((at, cell.map_err(refused)?.value));
    }
    read.sort_by_key(|(at, _)| *at);
    Ok(read)
}

/// That a column which no row goes without is empty.
pub fn lacks(column: &Column) -> Refusal {
    LACKS.about(column.label.clone()).needs(&CELLS).part(&column.id)
}

/// Cells that a block can hold.
///
/// # Errors
/// If it cannot.
pub fn bounded(cells: Vec<(String, String)>) -> Result<Cells, Refusal> {
    let stored = cells.iter().map(|(_, text)| crate::journal::stored_len(text)).sum::<usize>();
    if stored > MAX_TEXT { Err(TOO_LONG.about(stored).and(MAX_TEXT)) } else { Ok(Cells(cells)) }
}
