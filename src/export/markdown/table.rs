//! Tables: as such up to seven columns, wider ones as a list a row.

use super::inline::{Begins, line, text};
use crate::page::{Column, ColumnKind, Line, Table, TableRow, Tone};

/// Tables with more columns cannot be read as text.
const COLUMNS: usize = 7;

/// What is filled in by hand.
pub const BLANK: &str = "____________________";

pub fn of(table: &Table) -> Vec<String> {
    let mut parts = vec![line(&Line::strong(table.caption.as_str()), Begins::Line)];
    if table.columns.len() > COLUMNS {
        table.rows.iter().for_each(|row| parts.extend(list(table, row)));
        let ruled = TableRow { cells: vec![vec![]; table.columns.len()], says: vec![] };
        (0..table.ruled).for_each(|_| parts.extend(list(table, &ruled)));
    } else if !table.columns.is_empty() {
        parts.push(grid(table));
    }
    parts.extend(table.end.as_ref().map(|end| text(end, Begins::Line)));
    parts
}

fn grid(table: &Table) -> String {
    let titles = table.columns.iter().map(|column| text(&column.title, Begins::Within));
    let edges = table.columns.iter().map(|column| match column.kind {
        ColumnKind::Number => "---:".to_owned(),
        ColumnKind::Text | ColumnKind::Time | ColumnKind::Pencil => "---".to_owned(),
    });
    let mut lines = vec![across(titles), across(edges)];
    for row in &table.rows {
        lines.push(across(table.columns.iter().enumerate().map(|(at, column)| cell(row, at, column, "<br>"))));
    }
    lines.extend((0..table.ruled).map(|_| across(table.columns.iter().map(|_| String::new()))));
    lines.join("\n")
}

fn across(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// The first cell of a row as a line of its own, the others as points below it; one that says nothing is left out.
fn list(table: &Table, row: &TableRow) -> Vec<String> {
    let labelled = |(at, column): (usize, &Column)| {
        let words = cell(row, at, column, " · ");
        let words = if words.is_empty() && row.cells.iter().all(Vec::is_empty) { BLANK.to_owned() } else { words };
        let title = Line::of(if at == 0 { Tone::Strong } else { Tone::Text }, format!("{}:", column.title));
        (!words.is_empty()).then(|| format!("{} {words}", line(&title, Begins::Line)))
    };
    let mut cells = table.columns.iter().enumerate().filter_map(labelled);
    let first = cells.next().unwrap_or_default();
    let others: Vec<_> = cells.map(|cell| format!("- {cell}")).collect();
    vec![first, others.join("\n")]
}

/// What stands in a cell; in the first, also what the row says.
fn cell(row: &TableRow, at: usize, column: &Column, between: &str) -> String {
    let mut words: Vec<_> = row.cells.get(at).into_iter().flatten().map(|one| line(one, Begins::Within)).collect();
    words.retain(|line| !line.is_empty());
    if words.is_empty() && column.kind == ColumnKind::Pencil {
        words.push("________".to_owned());
    }
    if at == 0 {
        words.extend(row.says.iter().map(|mark| format!("**{}**", mark.word())));
    }
    words.join(between)
}
