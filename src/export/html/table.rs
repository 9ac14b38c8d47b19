//! Tables: the heading repeats on each page of print; on a narrow screen a row is a list of its cells.

use super::inline;
use crate::export::columns::side_by_side;
use crate::page::{Column, ColumnKind, Line, RowMark, Table, TableRow};
use maud::{Markup, html};

/// The widths of the columns in hundredths of a per cent, on paper so wide.
pub fn widths(table: &Table, inner: u32) -> Vec<u32> {
    side_by_side(table, inner).across.iter().map(|(_, width)| width * 10_000 / inner.max(1)).collect()
}

/// A table, and its number on the page from 1.
pub fn of(table: &Table, number: usize) -> Markup {
    html! {
        table id={ "t" (number) } {
            caption { (inline::text(&table.caption)) }
            colgroup { @for _ in &table.columns { col; } }
            thead { tr { @for column in &table.columns { th class=[class(column)] scope="col" { (inline::text(&column.title)) } } } }
            tbody {
                @for one in &table.rows { (row(table, one)) }
                @for _ in 0..table.ruled {
                    tr.ruled { @for column in &table.columns { td data-label=(inline::plain(&column.title)) {} } }
                }
            }
        }
        @if let Some(end) = &table.end { p.end { (inline::text(end)) } }
    }
}

fn class(column: &Column) -> Option<&'static str> {
    match column.kind {
        ColumnKind::Number => Some("number"),
        ColumnKind::Time => Some("time"),
        ColumnKind::Text | ColumnKind::Pencil => None,
    }
}

/// The first cell names the row, and holds what the row says.
fn row(table: &Table, row: &TableRow) -> Markup {
    let tall = table.columns.iter().any(|column| column.kind == ColumnKind::Pencil);
    html! {
        tr class=[tall.then_some("pencil")] {
            @for (at, column) in table.columns.iter().enumerate() {
                @let lines = row.cells.get(at).map_or(&[][..], Vec::as_slice);
                @let label = inline::plain(&column.title);
                @if at == 0 {
                    th class=[class(column)] scope="row" data-label=(label) { (cell(lines, &row.says)) }
                } @else {
                    td class=[class(column)] data-label=(label) { (cell(lines, &[])) }
                }
            }
        }
    }
}

fn cell(lines: &[Line], says: &[RowMark]) -> Markup {
    html! {
        @for line in lines { div { (inline::line(line)) } }
        @for mark in says { div { strong.says { (mark.word()) } } }
    }
}
