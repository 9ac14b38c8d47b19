//! Adding a row to a list.

use super::{change, count, import};
use crate::base::{ItemId, NO_CURRENCY};
use crate::case::cells::NAME as NAME_COLUMN;
use crate::case::{Cells, EntryKind, Fact};
use crate::judge::View;
use crate::judge::truth::per_row::key;
use crate::judge::types::cells as shown;
use crate::playbook::register::{Column, ColumnKind, Register, RegisterKind};
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked};
use crate::record::cells::{self, CELLS};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Instead, Named, Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};
use std::borrow::Cow;

/// Most rows that are added to one list by hand; more are imported as a file.
pub const MAX_ROWS: usize = 5_000;

pub static NAME: Field = Field::new(FieldKind::Line, "name", "Name")
    .ordered()
    .help("NAME", "Its name, by which it is told from the other rows.")
    .noun("The name");

static COLUMNS_IN_THE_NAME: Reason = Reason::new(
    "columns-in-the-name",
    "The name \"{0}\" holds the column {1}.",
    "Give the name alone, and each column by itself.",
);
static SEVERAL_LINES: Reason =
    Reason::new("name-of-several-lines", "The name is more than one line.", "Add one row at a time, or import a file.");
static THERE_ALREADY: Reason = Reason::new(
    "row-there-already",
    "\"{0}\" is in the list already, as entry {1}.",
    "If something in it is wrong, change it there; if the whole row is, strike it out first, with the reason.",
);
static TOO_MANY: Reason = Reason::new(
    "too-many-rows",
    "{0} rows were added one by one; more are imported as a file.",
    "Write the others into a file and take it in.",
);

pub static VERB: Verb = Verb {
    word: "row",
    title: "Add to it",
    help: "Add a row to a list.",
    on: Target { kind: TargetKind::List, value: "LIST", help: "The list." },
    fields: &[&NAME, &CELLS],
    around: common::AROUND,
    who: "Done or said by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::RowAdded],
    beside: Beside::Adds,
    offers: |view, on| rows_of(view, on).map(|_| ()),
    ask,
    decide,
};

/// The list to which a row is added: a list that is kept, or a question that asks for one.
fn rows_of<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, Cow<'a, Register>), Refusal> {
    let item = common::item_of(view, on);
    let found = of(view, &item.id).map(|register| (item, register));
    found.ok_or_else(|| common::wrong_kind(item, "list"))
}

/// A list by its identifier, with its columns.
pub(super) fn of<'a>(view: &View<'a>, list: &ItemId) -> Option<Cow<'a, Register>> {
    match &view.playbook.item_or_list(list.as_str())?.body {
        Body::Register(register) if register.kind == RegisterKind::List => Some(Cow::Borrowed(register)),
        Body::Question(question) => Register::of_a_question(question, NO_CURRENCY).map(Cow::Owned),
        _ => None,
    }
}

/// The list that is kept, for a file of rows.
pub fn list<'a>(view: &View<'a>, on: &On) -> Result<(&'a Item, &'a Register), Refusal> {
    let item = common::item_of(view, on);
    match &item.body {
        Body::Register(register) if register.kind == RegisterKind::List => Ok((item, register)),
        _ => Err(common::wrong_kind(item, "list")),
    }
}

/// The two ways to add to a list.
pub fn ways() -> Vec<(&'static Verb, &'static str)> {
    vec![(&VERB, "Add one row"), (&import::VERB, "Take in a file of rows (CSV)")]
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let Ok((item, register)) = rows_of(view, on) else { return Asked::default() };
    // What people write down one by one is not asked for as a file first.
    let by_hand = register.preset.is_some_and(|preset| !preset.person);
    let ways = if matches!(item.body, Body::Register(_)) && !by_hand { ways() } else { Vec::new() };
    Asked { ways, ..Asked::titled(&item.title) }
        .above(count::above(view, item, &register))
        .ask(named_as(&register))
        .ask(happened(&register))
        .ask(others(&register).map(|(_, column)| cells::ask(view, &register, column, None, draft)).collect::<Vec<_>>())
        .begins(&NAME)
}

/// The name, as the list calls it.
fn named_as(register: &Register) -> Ask {
    let name = register.columns.first().filter(|_| register.preset.is_some());
    name.map_or_else(|| Ask::of(&NAME), |name| Ask::of(&NAME).label(name.question().to_owned()))
}

/// An action happened at a time, which is the entry's own; it is asked with the rest.
fn happened(register: &Register) -> Option<Ask> {
    register.is_of("actions").then(|| Ask::of(&common::AT).label("When?"))
}

/// The columns besides the name that are asked, with their places.
fn others(register: &Register) -> impl Iterator<Item = (usize, &Column)> {
    register.columns.iter().enumerate().skip(1).filter(|(at, _)| !register.is_fixed(*at))
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let (item, register) = rows_of(view, on)?;
    let register = &*register;
    let name = draft.words(&NAME)?;
    named(view, &item.id, register, &name, None)?;
    let by_hand = view.state.rows(item.id.as_str()).count();
    if by_hand >= MAX_ROWS {
        return Err(TOO_MANY.about(MAX_ROWS).instead(&import::VERB, &item.id));
    }
    let read = cells::read(view, register, draft)?;
    let cell = |at: usize| read.iter().find(|(place, _)| *place == at).map_or("", |(_, text)| text.as_str());
    if !cell(0).is_empty() && cell(0) != name {
        return Err(THERE_TWICE.refuse().needs(&NAME));
    }
    let mut all = vec![(NAME_COLUMN.to_owned(), name)];
    all.extend(cells::of_new(register, read.into_iter().filter(|(at, _)| *at != 0).collect()));
    let all = cells::bounded(all)?;
    if let Some(lacking) = cells::lacking(register, |column| all.get(column.id.as_str()).unwrap_or_default().to_owned())
    {
        return Err(cells::lacks(lacking));
    }
    let label = label(view, register, &all);
    Ok(Fact::RowAdded { register: item.id.clone(), label, cells: all })
}

/// The label of a new row or amount: the next free number behind the letter of the list, or behind the label of the row under which it
/// hangs. A list of the playbook's own has none.
pub(super) fn label(view: &View<'_>, register: &Register, cells: &Cells) -> Option<String> {
    let preset = register.preset?;
    if let Some(letter) = &preset.letter {
        return Some(view.state.next_label(&format!("{letter}-")));
    }
    let over = register.columns.iter().find(|column| column.kind == ColumnKind::Row && column.list == preset.under)?;
    let (_, entry) = shown::reference(cells.get(over.id.as_str())?);
    let row = view.state.row(&entry?)?;
    Some(view.state.next_label(&format!("{}/", view.state.stored_label(row.at)?)))
}

static THERE_TWICE: Reason = Reason::new("name-twice", "Two names are given for one row.", "Give the name once.");

/// Whether a row of a list can be called this; `own` is the entry of the row itself, where it is there already.
pub(super) fn named(
    view: &View<'_>,
    list: &ItemId,
    register: &Register,
    name: &str,
    own: Option<usize>,
) -> Result<(), Refusal> {
    if name.contains(['\n', '\r']) {
        return Err(SEVERAL_LINES.refuse().needs(&NAME));
    }
    // A row was once written in one text.
    let inside = name.split(';').skip(1).filter_map(|part| part.split_once('=')).find_map(|(word, _)| {
        register.columns.iter().find(|column| column.is_named(word)).map(|column| column.id.to_string())
    });
    if let Some(column) = inside {
        return Err(COLUMNS_IN_THE_NAME.about(quoted(name)).and(column).needs(&NAME));
    }
    // Labels tell the rows of a preset apart; people, and whatever is settled row by row, are told apart by name.
    let is_settled_by_row = view.playbook.items.iter().any(|item| item.body.for_each() == Some(list));
    if register.preset.is_some_and(|preset| !preset.person) && !is_settled_by_row {
        return Ok(());
    }
    let other = view.state.rows(list.as_str()).find(|row| key(&view.state.row_name(row)) == key(name));
    match other.filter(|row| Some(row.at) != own) {
        None => Ok(()),
        Some(row) => {
            let instead = Some(Instead::Verb(&change::VERB, view.state.name(row.at)));
            Err(Refusal { instead, ..THERE_ALREADY.about(quoted(name)).and(Named::EntryName(row.at)) })
        }
    }
}
