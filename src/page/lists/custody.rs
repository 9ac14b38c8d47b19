//! Evidence from hand to hand: who has a piece now, and where somebody let it go who did not have it.

use super::list::{HOLDER, List, PLACE};
use super::row::{Cell, Row};
use crate::base::EventTime;
use crate::journal::EntryId;
use crate::judge::View;
use crate::judge::types::cells::reference;
use std::collections::HashMap;

/// Hangs its custody under each piece of evidence, the collection first, and says who has it now.
pub(super) fn hang(view: &View<'_>, list: &mut List<'_>, custody: Option<&List<'_>>) {
    let moves = custody.map(moves).unwrap_or_default();
    let (holder, place) = (list.column(HOLDER), list.column(PLACE));
    for at in 0..list.rows.len() {
        let Some(entry) = list.rows[at].entry else { continue };
        let id = view.state.at(entry).id.clone();
        let mut under = Vec::new();
        if let Some(custody) = custody {
            under.push(collected(list, &list.rows[at], custody));
            under.extend(moves.get(&id).into_iter().flatten().filter_map(|at| custody.rows.get(*at)).cloned());
        }
        let last = under.iter().rev().find(|row| row.struck.is_none());
        if let (Some(custody), Some(last)) = (custody, last) {
            let says = |id: &str| Cell::of(custody.text(last, id));
            let (has, stands) = (says("received_by"), says("place"));
            for (column, cell) in [(holder, has), (place, stands)] {
                if let Some(cell_now) = column.and_then(|column| list.rows[at].cells.get_mut(column)) {
                    *cell_now = cell;
                }
            }
        }
        list.rows[at].under = under;
    }
}

/// The first line of custody: whoever collected it has it, where it is stored.
fn collected(list: &List<'_>, row: &Row, custody: &List<'_>) -> Row {
    let cell = |id: &str| list.column(id).and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
    let cells = custody.columns.iter().map(|column| match column.id.as_str() {
        "name" => Cell::of("Collected"),
        "at" => cell("collected_at"),
        "received_by" => cell("collected_by"),
        "place" => cell("storage"),
        "seal" => cell("seal_no"),
        "of" => Cell::of(row.label.clone().unwrap_or_default()),
        _ => Cell::default(),
    });
    Row { by_itself: true, entry: row.entry, cells: cells.collect(), struck: row.struck, ..Row::default() }
}

/// The rows of custody by the piece of evidence that they are of, as places in the list, in the order in which they happened.
fn moves(custody: &List<'_>) -> HashMap<EntryId, Vec<usize>> {
    let mut moves: HashMap<EntryId, Vec<usize>> = HashMap::new();
    let Some(over) = custody.column("of") else { return moves };
    let mut rows: Vec<usize> = (0..custody.rows.len()).collect();
    rows.sort_by_cached_key(|at| (moment(custody, &custody.rows[*at]), custody.rows[*at].entry));
    for at in rows {
        if let Some(of) = custody.rows[at].cells.get(over).and_then(|cell| reference(&cell.stored).1) {
            moves.entry(of).or_default().push(at);
        }
    }
    moves
}

fn moment(custody: &List<'_>, row: &Row) -> Option<crate::base::Stamp> {
    let cell = custody.column("at").and_then(|at| row.cells.get(at))?;
    EventTime::parse(&cell.stored)?.earliest()
}

/// Names each row of custody in which somebody let a piece go who was not the last to have it.
pub(super) fn gaps(view: &View<'_>, list: &mut List<'_>) {
    let moves = moves(list);
    for (id, collector) in holders(view) {
        let mut had = collector;
        let rows = moves.get(&id).into_iter().flatten().copied();
        for at in rows.filter(|at| list.rows[*at].struck.is_none()).collect::<Vec<_>>() {
            let says = |id: &str| list.text(&list.rows[at], id).trim().to_owned();
            let (released, received) = (says("released_by"), says("received_by"));
            let is_gap = !released.is_empty() && !had.is_empty() && released.to_lowercase() != had.to_lowercase();
            list.rows[at].gap = is_gap.then(|| had.clone());
            if !received.is_empty() {
                had = received;
            }
        }
    }
}

/// Each piece of evidence with whoever collected it.
fn holders(view: &View<'_>) -> Vec<(EntryId, String)> {
    let lists = view.playbook.registers().filter(|(_, register)| register.is_of("evidence"));
    let mut found = Vec::new();
    for (item, _) in lists {
        for row in view.state.rows(item.id.as_str()) {
            let collector = view.state.cell(row, "collected_by").text().trim().to_owned();
            found.push((view.state.at(row.at).id.clone(), collector));
        }
    }
    found
}
