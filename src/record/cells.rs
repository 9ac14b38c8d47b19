//! The cells of a row: asked column by column, given as `COLUMN=VALUE`, read as each column takes them.

use super::ask::{Ask, Choice};
use super::draft::{Draft, MAX_TEXT};
use super::field::{Field, FieldKind};
use super::refusal::{NOTHING_RECORDED, Named, Reason, Refusal, quoted};
use super::verb::On;
use super::{find, refers};
use crate::case::Cells;
use crate::judge::View;
use crate::judge::types::cells;
use crate::playbook::register::{Column, ColumnKind, Register};

/// How many rows of another list can be chosen by a digit.
const DIGITS: usize = 9;

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
static FIXED: Reason =
    Reason::new("cell-fixed", "{0} is the same in every row of this list.", "Leave it out, or add to another list.");
static NOT_COPIED: Reason =
    Reason::new("file-not-copied", "{0} was not copied: {1}.", "Nothing was recorded. Give the path of the file.");
static TOO_LONG: Reason = Reason::new(
    "row-too-long",
    "The row is {0} bytes long; at most {1} fit into one entry.",
    "Shorten it, or put the rest into a note.",
);

/// The files that a draft names in columns whose files are copied, each with its column as typed. What stands there already is not
/// named anew.
pub fn files_named(view: &View<'_>, draft: &Draft) -> Vec<(String, String)> {
    let list = match find::on(view, draft.verb, &draft.on) {
        Ok(On::Item(id)) if view.playbook.register(id.as_str()).is_some() => Some(id),
        Ok(On::Entry(at)) => view.state.row_of(at).map(|row| row.register.clone()),
        _ => None,
    };
    let Some(register) = list.and_then(|list| view.playbook.register(list.as_str())) else { return Vec::new() };
    let copies =
        |typed: &str| register.columns.iter().any(|column| column.kind == ColumnKind::File && column.is_named(typed));
    let named = draft.cells().filter(|(typed, text)| copies(typed) && !text.trim().is_empty());
    named.map(|(typed, text)| (typed.to_owned(), text.trim().to_owned())).collect()
}

/// That a file was not copied, and why.
pub fn not_copied(column: &str, path: &str, why: &str) -> Refusal {
    let part = crate::base::ItemId::new(column);
    Refusal { part, ..NOT_COPIED.about(path).and(why).needs(&CELLS) }
}

/// What one column asks. `holds` stands in it already; `typed` says what the others say.
pub fn ask(view: &View<'_>, register: &Register, column: &Column, holds: Option<String>, typed: &Draft) -> Ask {
    let needed = column.needed || is_needed(column, |id| given(register, typed, id).unwrap_or_default().to_owned());
    let choices = choices(view, column);
    let kind = match column.kind {
        ColumnKind::Words => FieldKind::Words,
        _ if !choices.is_empty() => FieldKind::Pick,
        _ => FieldKind::Line,
    };
    let ask = Ask { part: Some(column.id.clone()), ..Ask::of(&CELLS) }
        .kind(kind)
        .label(column.question().to_owned())
        .hint(cells::takes(column, register.currency))
        .choices(choices)
        .needed(needed && holds.is_none())
        .shows(holds);
    // Which entry it belongs to is said by whoever opens the form on that entry. What is folded is named in one line: by its label.
    let folds = column.kind == ColumnKind::Entry || column.aside && !ask.needed;
    if folds { ask.label(column.label.clone()).aside() } else { ask }
}

/// What can be chosen: the options, yes and no, or the rows of the list that is named, where a digit is enough for each.
fn choices(view: &View<'_>, column: &Column) -> Vec<Choice> {
    let plain = |word: &str| Choice::new(word, word);
    match column.kind {
        ColumnKind::One => column.options.iter().map(|option| plain(option)).collect(),
        ColumnKind::YesNo => ["yes", "no", "unknown"].map(plain).into(),
        ColumnKind::Row => {
            let rows: Vec<_> = refers::rows(view, column).take(DIGITS + 1).collect();
            if rows.len() > DIGITS {
                return Vec::new();
            }
            let choice = |at: usize| {
                let label = view.state.label(at).unwrap_or_else(|| view.state.name(at));
                let name = view.state.row_of(at).map(|row| view.state.row_name(row)).unwrap_or_default();
                Choice::new(&label, format!("{label} {name}"))
            };
            rows.into_iter().map(choice).collect()
        }
        _ => Vec::new(),
    }
}

/// What a draft says of a column.
fn given<'d>(register: &Register, draft: &'d Draft, id: &str) -> Option<&'d str> {
    let column = register.columns.iter().find(|column| column.id.as_str() == id)?;
    draft.cells().find(|(typed, _)| column.is_named(typed)).map(|(_, text)| text.trim())
}

/// Whether what another column says makes this one needed.
fn is_needed(column: &Column, says: impl Fn(&str) -> String) -> bool {
    let Some((other, words)) = &column.needed_if else { return false };
    let said = says(other.as_str());
    words.iter().any(|word| word.eq_ignore_ascii_case(said.trim()))
}

/// The first column that is empty although no row goes without it; `says` gives what stands in a column at the end.
pub fn lacking(register: &Register, says: impl Fn(&Column) -> String) -> Option<&Column> {
    let cell =
        |id: &str| register.columns.iter().find(|column| column.id.as_str() == id).map_or_else(String::new, &says);
    let needed = |column: &&Column| column.needed || is_needed(column, cell);
    register.columns.iter().filter(needed).find(|column| says(column).trim().is_empty())
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
        if register.is_fixed(at) {
            return Err(FIXED.about(column.label.clone()).needs(&CELLS).part(&column.id));
        }
        let refused = |says: String| NOT_A_CELL.about(column.label.clone()).and(says).needs(&CELLS).part(&column.id);
        if column.kind == ColumnKind::File && !text.trim().is_empty() {
            let taken = draft.taken.iter().find(|(known, _)| known == typed);
            let refused = || NOT_COPIED.about(quoted(text)).and("It was not read").needs(&CELLS).part(&column.id);
            read.push((at, taken.map(|(_, file)| file.to_text()).ok_or_else(refused)?));
            continue;
        }
        let cell = cells::read(column, register.currency, text, view.now).map_err(refused)?.value;
        read.push((at, refers::read(view, column, cell).map_err(refused)?));
    }
    read.sort_by_key(|(at, _)| *at);
    Ok(read)
}

/// The cells of a new row: those that were given and those that every row of the list has, in the order of the columns, the empty ones
/// left out.
pub fn of_new(register: &Register, read: Vec<(usize, String)>) -> Vec<(String, String)> {
    let mut all = read;
    all.extend(register.fixed.iter().cloned());
    all.sort_by_key(|(at, _)| *at);
    let said = all.into_iter().filter(|(_, text)| !text.is_empty());
    said.map(|(at, text)| (register.columns[at].id.to_string(), text)).collect()
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
