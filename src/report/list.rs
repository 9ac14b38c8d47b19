//! F6, one list: its rows in order, with what was changed in them, and what they add up to.

use super::cells::{by, entry, marks, one, said, when};
use super::frame;
use super::log::gone;
use super::missing::{none, not_yet_known};
use super::options::Options;
use crate::case::{Cell, Fact, ListRow};
use crate::journal::EntryId;
use crate::judge::View;
use crate::judge::evidence::registers;
use crate::judge::types::cells;
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, Tone};
use crate::playbook::register::{self, Register, RegisterKind};
use crate::playbook::{Body, Item, Playbook};
use std::collections::BTreeMap;

const RULED: u8 = 6;

pub fn columns(register: &Register) -> Vec<Column> {
    let mut all = vec![Column::new("Ref", ColumnKind::Text, 1)];
    if register.kind == RegisterKind::List {
        all.extend(register.columns.iter().enumerate().map(|(at, column)| {
            let weight = if at == 0 { 5 } else { 3 };
            Column { keep: at < 5, ..Column::new(column.label.as_str(), kind(column.kind), weight) }
        }));
    } else {
        all.push(Column::new("When", ColumnKind::Time, 2));
        all.push(Column::new("Amount", ColumnKind::Number, 2));
        all.push(Column::new("What", ColumnKind::Text, 6));
    }
    all.push(Column::new("By", ColumnKind::Text, 2));
    all
}

fn kind(of: register::ColumnKind) -> ColumnKind {
    match of {
        register::ColumnKind::When => ColumnKind::Time,
        register::ColumnKind::Count | register::ColumnKind::Hours | register::ColumnKind::Money => ColumnKind::Number,
        _ => ColumnKind::Text,
    }
}

pub fn body(view: &View<'_>, item: &Item, register: &Register, options: &Options) -> Document {
    let mut document = Document::default();
    let held = registers::work_out(&item.id, register, view.state);
    let so_far = registers::say(register, &held);
    document.labelled("Kept so far", so_far.map_or_else(|| not_yet_known(&register.prompt), Line::from));
    for tally in &held.tallies {
        document.add(Block::List(vec![registers::say_tally(register, tally).into()]));
    }
    for one in registers::contradictions(view.playbook, &item.id, view.state, view.now) {
        document.labelled("Two entries", Line::of(Tone::Alarm, one.words(view.state)));
    }
    let adds = |at: &usize| !matches!(view.state.at(*at).fact, Fact::RowChanged { .. });
    let entries: Vec<usize> = view.state.register(item.id.as_str()).iter().copied().filter(adds).collect();
    let changes = changes(view, item);
    let last = entries.last().map_or_else(|| "none".to_owned(), |at| view.state.name(*at));
    document.add(Block::Table(Table {
        caption: item.title.clone(),
        columns: columns(register),
        rows: entries.iter().map(|at| row(view, item, register, *at, &changes)).collect(),
        end: Some(format!("End of entries: {}, last {last}", entries.len())),
        ruled: RULED,
    }));
    document.add(Block::Sign(vec!["Recorded by".into()]));
    document.add(frame::seals(options));
    document
}

fn row(view: &View<'_>, item: &Item, register: &Register, at: usize, changes: &Changes<'_>) -> TableRow {
    let recorded = view.state.at(at);
    let mut cells = vec![entry(view, at)];
    match (&recorded.fact, view.state.row(&recorded.id)) {
        (Fact::RowAdded { .. }, Some(row)) => {
            let changes = changes.get(&recorded.id).map_or(&[][..], Vec::as_slice);
            let columns = register.columns.iter();
            cells.extend(columns.map(|column| cell(view, item, row, column, changes)));
        }
        (Fact::Counted { amount, what, .. }, _) => {
            let amount = registers::Amount::read(register, amount).map(|amount| amount.to_text(register.kind));
            cells.push(when(view, recorded));
            cells.push(said(amount.as_deref()));
            cells.push(said(what.as_deref()));
        }
        (fact, _) => {
            let all = columns(register).len() - 2;
            cells.push(one(registers::says(Some(view.playbook), fact, view.now)));
            cells.extend(std::iter::repeat_n(one(none()), all - 1));
        }
    }
    if let Some(why) = gone(view, at) {
        strike(&mut cells[1..], why);
    }
    cells.push(vec![by(recorded)]);
    TableRow { cells, says: marks(view, at) }
}

/// Strikes what was written, and says below the first of it who took it out, when and why.
fn strike(cells: &mut [Vec<Line>], why: Line) {
    for piece in cells.iter_mut().flatten().flat_map(|line| &mut line.0) {
        if piece.tone == Tone::Text {
            piece.tone = Tone::Struck;
        }
    }
    if let Some(first) = cells.first_mut() {
        first.push(why);
    }
}

/// The entries that changed rows, by the row, oldest first.
type Changes<'a> = BTreeMap<&'a EntryId, Vec<usize>>;

fn changes<'a>(view: &View<'a>, item: &Item) -> Changes<'a> {
    let mut changes = Changes::new();
    for at in view.state.register(item.id.as_str()).iter().copied() {
        if let Fact::RowChanged { row, .. } = &view.state.at(at).fact {
            changes.entry(row).or_default().push(at);
        }
    }
    changes
}

/// What stands in a column, and below it what stood there before, who changed it, when and why.
fn cell(view: &View<'_>, item: &Item, row: &ListRow, column: &register::Column, changes: &[usize]) -> Vec<Line> {
    let id = column.id.as_str();
    let shown = |text: &str| cells::shown(Some(view.playbook), item.id.as_str(), id, text, view.now);
    let mut lines = match view.state.cell(row, id) {
        Cell::Holds(text) if text.trim().is_empty() && column.needed => vec![not_yet_known(&column.label)],
        Cell::Holds(text) if text.trim().is_empty() => vec![none()],
        Cell::Holds(text) => one(shown(text)),
        Cell::Contradicts(all) => {
            let of = |(at, text): &(usize, &str)| {
                Line::of(Tone::Alarm, format!("{}: {}", view.state.name(*at), shown(text)))
            };
            all.iter().map(of).collect()
        }
    };
    for at in changes {
        let recorded = view.state.at(*at);
        let Fact::RowChanged { cells, reason, .. } = &recorded.fact else { continue };
        if cells.get(id).is_none() {
            continue;
        }
        let was = view.state.cell_before(row, id, *at);
        let was = if was.trim().is_empty() { "nothing".to_owned() } else { shown(was) };
        let (who, time) = (recorded.actor(), recorded.reading.wall.short_in(view.now));
        lines.push(Line::from("Was: ").and(Tone::Struck, was).and(Tone::Quiet, format!(" ({who}, {time}: {reason})")));
    }
    lines
}

/// The form for pencil.
pub fn blank(playbook: &Playbook, list: &str) -> Option<Document> {
    let item = playbook.item(list)?;
    let Body::Register(register) = &item.body else { return None };
    let mut document = Document::default();
    document.text(register.prompt.as_str());
    document.append(super::blank::table(&item.title, columns(register), &["Recorded by"]));
    Some(document)
}
