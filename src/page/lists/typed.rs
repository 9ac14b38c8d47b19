//! Rows that people typed, and amounts that they added.

use super::list::List;
use super::row::{Cell, Row, Was, changed};
use crate::case::{self, Fact, ListRow};
use crate::judge::View;
use crate::judge::types::cells;
use crate::playbook::register::{Column, ColumnKind};

/// Every row of a list that was typed, struck out or not, in the order of the log.
pub(super) fn rows(view: &View<'_>, list: &List<'_>) -> Vec<Row> {
    let state = view.state;
    let added = |at: &usize| {
        let recorded = state.at(*at);
        let adds = matches!(recorded.fact, Fact::RowAdded { .. } | Fact::Counted { .. });
        // What another entry stands for is told beside that one.
        adds && !state.is_cut_off(&recorded.id) && state.settled_by(&recorded.id).is_none()
    };
    let entries = state.register(list.item.id.as_str()).iter().copied().filter(added);
    entries.filter_map(|at| Some(row(view, list, state.row(&state.at(at).id)?))).collect()
}

fn row(view: &View<'_>, list: &List<'_>, row: &ListRow) -> Row {
    let mut was = put_right(view, list, row);
    for (at, column) in list.columns.iter().enumerate() {
        was.extend(history(view, row, at, column));
    }
    was.sort_by_key(|was| (was.changed_by, was.column));
    Row {
        label: view.state.label(row.at),
        cells: list.columns.iter().map(|column| cell(view, row, column)).collect(),
        was,
        outside: !list.asked,
        ..Row::marked(view, row.at)
    }
}

/// What stands in a column now.
fn cell(view: &View<'_>, row: &ListRow, column: &Column) -> Cell {
    match view.state.cell(row, column.id.as_str()) {
        case::Cell::Holds(stored) => Cell::shown(shown(view, column, stored), stored),
        case::Cell::Contradicts(said) => {
            Cell { said: said.iter().map(|(at, text)| (*at, shown(view, column, text))).collect(), ..Cell::default() }
        }
    }
}

/// A stored text for people. A row or an entry that it names is called as it is called now.
pub(super) fn shown(view: &View<'_>, column: &Column, stored: &str) -> String {
    if matches!(column.kind, ColumnKind::Row | ColumnKind::Entry)
        && let (_, Some(entry)) = cells::reference(stored)
        && let Some(at) = view.state.place(&entry)
    {
        return view.state.label(at).unwrap_or_else(|| view.state.name(at));
    }
    cells::titled(view.playbook, column, stored, view.now)
}

/// What stood in a column before, as far as another entry knew of it and said otherwise.
fn history(view: &View<'_>, row: &ListRow, at: usize, column: &Column) -> Vec<Was> {
    let id = column.id.as_str();
    let said: Vec<_> = view.state.said_in(row, id).collect();
    let changes = said.iter().skip(1).filter_map(|(by, text)| {
        let before = view.state.cell_before(row, id, *by);
        let Fact::RowChanged { reason, .. } = &view.state.at(*by).fact else { return None };
        (before != *text).then(|| changed(at, shown(view, column, before), *by, view.state.at(*by), reason))
    });
    let first = said.first().filter(|(by, _)| *by != row.at).and_then(|(by, text)| {
        let Fact::RowChanged { reason, .. } = &view.state.at(*by).fact else { return None };
        (!text.is_empty()).then(|| changed(at, String::new(), *by, view.state.at(*by), reason))
    });
    first.into_iter().chain(changes).collect()
}

/// What an amount said that was put right by this one.
fn put_right(view: &View<'_>, list: &List<'_>, row: &ListRow) -> Vec<Was> {
    let state = view.state;
    let before = state.stands_for(row.at).filter_map(|at| state.row(&state.at(at).id));
    let mut was = Vec::new();
    for before in before {
        for (at, column) in list.columns.iter().enumerate() {
            let (old, new) = (cell(view, before, column).text, cell(view, row, column).text);
            if old != new {
                let why = state.at(row.at).who.note.clone().unwrap_or_default();
                was.push(changed(at, old, row.at, state.at(row.at), &why));
            }
        }
    }
    was
}
