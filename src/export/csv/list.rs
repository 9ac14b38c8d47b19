//! One list of a case: a row a line under the names of its columns, so that the same file can be taken in again. What is said of a row
//! besides stands under headings of its own, and no column of the list has the same.

use super::table::{Kind, Table, event_twice, twice};
use crate::base::EventTime;
use crate::judge::View;
use crate::page::lists::{List, Row};
use crate::playbook::register::ColumnKind;

/// The list with what was, what came late, what was struck.
pub fn list(view: &View<'_>, list: &List<'_>) -> Vec<u8> {
    let own = |title: &'static str| (beside(list, title), Kind::Text);
    let mut columns: Vec<(String, Kind)> = ["mode", "ref", "entry"].map(own).into();
    for column in &list.columns {
        let id = column.id.as_str();
        match column.kind {
            ColumnKind::When => columns.extend([(id.to_owned(), Kind::Text), (format!("{id}_utc"), Kind::Text)]),
            ColumnKind::Count | ColumnKind::Money => columns.push((id.to_owned(), Kind::Number)),
            _ => columns.push((id.to_owned(), Kind::Text)),
        }
    }
    let end = ["recorded", "recorded_utc", "by", "was", "late", "copied_from", "struck_by"];
    columns.extend(end.map(own));
    let columns: Vec<_> = columns.iter().map(|(title, kind)| (title.as_str(), *kind)).collect();
    let mut table = Table::new(&columns);
    for row in &list.rows {
        table.row(cells(view, list, row));
    }
    table.bytes()
}

/// A heading beside the columns of the list: where the list has a column of that name, it is the one of the row.
fn beside(list: &List<'_>, title: &str) -> String {
    let taken = list.columns.iter().any(|column| column.id.as_str() == title);
    if taken { format!("row_{title}") } else { title.to_owned() }
}

fn cells(view: &View<'_>, list: &List<'_>, row: &Row) -> Vec<String> {
    let name = |at: Option<usize>| at.map(|at| view.state.name(at)).unwrap_or_default();
    let mut cells = vec![view.mode.word().to_owned(), row.label.clone().unwrap_or_default(), name(row.entry)];
    for (at, column) in list.columns.iter().enumerate() {
        let cell = row.cells.get(at);
        let stored = cell.map(|cell| cell.stored.as_str()).unwrap_or_default();
        if column.kind == ColumnKind::When {
            let time = EventTime::parse(stored);
            let [at, utc] = event_twice(time);
            cells.extend([if time.is_some() { at } else { stored.to_owned() }, utc]);
            continue;
        }
        // Entries that contradict each other stand beside each other.
        let said = cell.map(|cell| cell.said.as_slice()).unwrap_or_default();
        let said: Vec<_> = said.iter().map(|(at, text)| format!("{text} ({})", view.state.name(*at))).collect();
        cells.push(if said.is_empty() { stored.to_owned() } else { said.join(" or ") });
    }
    let recorded = row.entry.map(|at| view.state.at(at));
    cells.extend(twice(recorded.map(|recorded| recorded.at)));
    cells.push(recorded.map(|recorded| recorded.actor().to_owned()).unwrap_or_default());
    let was = row.was.iter().map(|was| {
        let column = list.columns.get(was.column).map(|column| column.id.as_str()).unwrap_or_default();
        let why = if was.why.is_empty() { String::new() } else { format!(": {}", was.why) };
        format!("{column} was {} ({}, {}{why})", was.text, was.who, was.when.to_text())
    });
    cells.push(was.collect::<Vec<_>>().join("; "));
    cells.push(match &row.late {
        None => String::new(),
        Some(None) => "late, no reason given".into(),
        Some(Some(why)) => format!("late: {why}"),
    });
    cells.push(row.transcribed.clone().unwrap_or_default());
    cells.push(name(row.struck));
    cells
}
