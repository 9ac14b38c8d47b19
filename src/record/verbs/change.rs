//! Changing cells of a row, by the name of its entry. What is not named stays as it is.

use super::{count, laid_over, row};
use crate::base::{ItemId, NO_CURRENCY};
use crate::case::{Cell, EntryKind, Fact, ListRow};
use crate::judge::View;
use crate::judge::types::cells as shown;
use crate::playbook::register::{Column, Register, RegisterKind};
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::cells::{self, CELLS};
use crate::record::common;
use crate::record::draft::Draft;
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};
use std::borrow::Cow;

pub static REASON: Field = Field::new(FieldKind::Line, "reason", "Why it changes")
    .help("REASON", "Why it changes: what was wrong, or what is known now.")
    .noun("The reason");

static NO_ROW: Reason =
    Reason::new("not-a-row-of-a-list", "This is not a row of a list: {0}.", "Name the entry that added the row.");
static STRUCK: Reason =
    Reason::new("row-counts-no-more", "The row counts no more: {0}.", "Add it to the list anew, if it belongs there.");
static NOTHING_CHANGES: Reason =
    Reason::new("nothing-changes", "The row says this already.", "Give the cells that change, and what they say now.");

pub static VERB: Verb = Verb {
    word: "change",
    title: "Change a row",
    help: "Change cells of a row of a list, or say who owns what came by itself. What is not named stays; an empty value empties the \
           cell. What was recorded for the row stays with it, also under another name.",
    on: Target {
        kind: TargetKind::Row,
        value: "LABEL|ENTRY",
        help: "Its label, or the entry that added it, as the receipt and the log show it: E-3, k4-12. Or the id of what is to be done.",
    },
    fields: &[&CELLS, &REASON],
    around: common::AROUND,
    who: "Done or said by",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::RowChanged, EntryKind::RowAdded],
    beside: Beside::Replaces,
    offers: |view, on| match laid_over::of(view, on) {
        Some(_) => Ok(()),
        None => found(view, on).map(|_| ()),
    },
    ask,
    decide,
};

/// The row that is meant, and its list as the playbook has it. Columns that the playbook does not have are lines.
fn found<'a>(view: &View<'a>, on: &On) -> Result<(&'a ListRow, Cow<'a, Register>), Refusal> {
    // What was said before of something that came by itself is changed there.
    let said = laid_over::over(view, on).and_then(|over| laid_over::before(view, &over));
    let at = match on {
        _ if said.is_some() => said.as_ref().unwrap_or(&0),
        On::Entry(at) => at,
        On::Item(id) => return Err(NO_ROW.about(Named::Item(id.clone()))),
        _ => unreachable!("a verb of rows is on an entry or an item that was found"),
    };
    let row = view.state.row_of(*at).ok_or_else(|| NO_ROW.about(Named::Entry(*at)))?;
    if !view.state.counts(row.at) {
        return Err(STRUCK.about(Named::Entry(row.at)));
    }
    let lists = row::of(view, &row.register).or_else(|| count::columns_of(view, &row.register).map(Cow::Owned));
    let known = lists.as_ref().map_or(&[][..], |register| &register.columns);
    let unknown = |id: &&str| known.iter().all(|column| column.id.as_str() != *id);
    let others: Vec<_> = row.columns().filter(unknown).filter_map(ItemId::new).collect();
    let lines = others.into_iter().map(|id| Column::line(id.clone(), id.to_string()));
    let register = match lists {
        Some(register) if lines.len() == 0 => register,
        Some(register) => Cow::Owned(Register {
            columns: register.columns.iter().cloned().chain(lines).collect(),
            ..register.into_owned()
        }),
        None => Cow::Owned(Register {
            prompt: String::new(),
            kind: RegisterKind::List,
            unit: None,
            currency: NO_CURRENCY,
            columns: lines.collect(),
            tally: Vec::new(),
            methods: Vec::new(),
            preset: None,
            fixed: Vec::new(),
            home: None,
        }),
    };
    Ok((row, register))
}

/// What stands in a cell, for people; `None` where entries contradict each other.
fn holds(view: &View<'_>, row: &ListRow, column: &Column) -> Option<String> {
    match view.state.cell(row, column.id.as_str()) {
        Cell::Holds(text) => Some(shown::show(column, text, view.now)),
        Cell::Contradicts(_) => None,
    }
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    if let Some(over) = laid_over::of(view, on) {
        return laid_over::ask(view, &over, draft);
    }
    let Ok((row, register)) = found(view, on) else { return Asked::default() };
    let label = view.state.label(row.at).unwrap_or_else(|| view.state.name(row.at));
    let title = format!("Change {label}: {}", view.state.row_name(row));
    let contradictions = shown::contradictions(view.playbook, view.state, row, view.now);
    let others = register.columns.iter().enumerate().filter(|(at, _)| !register.is_fixed(*at));
    let columns = others.map(|(_, column)| cells::ask(view, &register, column, holds(view, row, column), draft));
    Asked { button: "Record the change", ..Asked::titled(title) }
        .above(contradictions.into_iter().map(|one| Preface::Contradicts(one.words(view.state))))
        .ask(columns.collect::<Vec<_>>())
        .ask(Ask::of(&REASON).needed(true))
        .begins(&CELLS)
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    if let Some(over) = laid_over::of(view, on) {
        return laid_over::decide(view, &over, draft);
    }
    let (row, register) = found(view, on)?;
    let mut changed = Vec::new();
    for (at, text) in cells::read(view, &register, draft)? {
        let text = count::amount_of(view, row, &register.columns[at], text)?;
        let column = &register.columns[at];
        let given = draft.cells().find(|(typed, _)| column.is_named(typed)).map_or("", |(_, text)| text.trim());
        let before = view.state.cell(row, column.id.as_str());
        if before == Cell::Holds(&text) || holds(view, row, column).as_deref() == Some(given) {
            continue;
        }
        laid_over::may_say(view, row, column)?;
        if column.needed && text.is_empty() {
            return Err(cells::lacks(column));
        }
        if register.kind == RegisterKind::List && at == 0 {
            let named = row::named(view, &row.register, &register, &text, Some(row.at));
            named.map_err(|why| why.needs(&CELLS).part(&column.id))?;
        }
        changed.push((column.id.to_string(), text));
    }
    let at_the_end = |column: &Column| {
        let text = changed.iter().find(|(id, _)| *id == column.id.as_str()).map(|(_, text)| text.clone());
        text.unwrap_or_else(|| view.state.cell(row, column.id.as_str()).text().to_owned())
    };
    let needs = |column: &&Column| column.needed_if.is_some();
    if let Some(lacking) = cells::lacking(&register, at_the_end).filter(needs) {
        return Err(cells::lacks(lacking));
    }
    if changed.is_empty() {
        return Err(NOTHING_CHANGES.refuse().needs(&CELLS));
    }
    let reason = draft.words(&REASON)?;
    Ok(Fact::RowChanged { row: view.state.at(row.at).id.clone(), cells: cells::bounded(changed)?, reason })
}
