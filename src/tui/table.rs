//! A table of a page on the screen: as a table where its columns fit beside each other, else a row below the other.

use super::page::Page;
use super::paragraph::paragraph;
use super::theme::Role;
use crate::base::text::{inert_line, width, wrap};
use crate::page::{ColumnKind, Line, Table, TableRow};

/// Columns between two columns.
const GAP: usize = 2;
/// The least that a column of texts is given.
const LEAST: usize = 10;

pub(super) fn lay(page: &mut Page, table: &Table) {
    page.gap();
    page.say(Role::Strong, &table.caption);
    match widths(table, page.columns()) {
        Some(widths) => beside(page, table, &widths),
        None => below(page, table),
    }
    if let Some(end) = &table.end {
        page.say(Role::Quiet, end);
    }
}

/// How wide each column is drawn; nothing where they do not fit. What is written by hand is left out of a screen.
fn widths(table: &Table, columns: usize) -> Option<Vec<usize>> {
    let natural: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| match column.kind {
            ColumnKind::Pencil => 0,
            _ => {
                let cells = table.rows.iter().filter_map(|row| row.cells.get(at)).flatten();
                cells.map(|line| width(&inert_line(&line.words()))).chain([width(&column.title)]).max().unwrap_or(0)
            }
        })
        .collect();
    let shown = natural.iter().filter(|wide| **wide > 0).count();
    let room = columns.checked_sub(GAP * shown.saturating_sub(1))?;
    let least = |at: usize| match table.columns[at].kind {
        ColumnKind::Text => natural[at].min(LEAST),
        _ => natural[at],
    };
    let mut widths: Vec<usize> = (0..natural.len()).map(least).collect();
    let mut spare = room.checked_sub(widths.iter().sum())?;
    // What is left goes to the columns that want it, by their weight.
    while spare > 0 {
        let wanting = (0..natural.len()).filter(|at| widths[*at] < natural[*at]);
        let Some(at) = wanting.min_by_key(|at| widths[*at] * 8 / usize::from(table.columns[*at].weight.max(1))) else {
            break;
        };
        widths[at] += 1;
        spare -= 1;
    }
    Some(widths)
}

fn beside(page: &mut Page, table: &Table, widths: &[usize]) {
    let titles: Vec<_> = table.columns.iter().map(|column| vec![(Role::Quiet, column.title.clone())]).collect();
    put(page, table, widths, &titles);
    for row in &table.rows {
        let cells: Vec<_> = widths.iter().enumerate().map(|(at, wide)| cell(row, at, *wide)).collect();
        put(page, table, widths, &cells);
        marks(page, row);
    }
}

/// The lines of a cell.
fn cell(row: &TableRow, at: usize, wide: usize) -> Vec<(Role, String)> {
    if wide == 0 {
        return Vec::new();
    }
    let lines = row.cells.get(at).map(Vec::as_slice).unwrap_or_default();
    let line = |line: &Line| {
        let role = line.0.first().map_or(Role::Text, |piece| Role::from(piece.tone));
        wrap(&inert_line(&line.words()), wide).into_iter().map(move |text| (role, text))
    };
    lines.iter().flat_map(line).collect()
}

/// The cells of a row beside each other, as many lines as the tallest has.
fn put(page: &mut Page, table: &Table, widths: &[usize], cells: &[Vec<(Role, String)>]) {
    let tall = cells.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..tall {
        let mut pieces: Vec<(Role, String)> = Vec::new();
        for (at, wide) in widths.iter().enumerate().filter(|(_, wide)| **wide > 0) {
            let (role, text) =
                cells.get(at).and_then(|cell| cell.get(line)).cloned().unwrap_or((Role::Text, String::new()));
            let blank = " ".repeat(wide.saturating_sub(width(&text)));
            let gap = if pieces.is_empty() { "" } else { "  " };
            match table.columns[at].kind {
                ColumnKind::Number => pieces.extend([(Role::Text, format!("{gap}{blank}")), (role, text)]),
                _ => pieces.extend([(Role::Text, gap.to_owned()), (role, text), (Role::Text, blank)]),
            }
        }
        page.pieces(&pieces.iter().map(|(role, text)| (*role, text.as_str())).collect::<Vec<_>>());
    }
}

/// A row below the other, each cell behind the title of its column; an empty cell is left out.
fn below(page: &mut Page, table: &Table) {
    for row in &table.rows {
        let cells =
            table.columns.iter().zip(&row.cells).filter(|(_, lines)| lines.iter().any(|line| !line.0.is_empty()));
        for (at, (column, lines)) in cells.enumerate() {
            let label = format!("{}{}: ", if at == 0 { "" } else { "  " }, column.title);
            for line in lines {
                paragraph(page, &label, line);
            }
        }
        marks(page, row);
    }
}

fn marks(page: &mut Page, row: &TableRow) {
    let marks = row.says.iter().map(|mark| mark.word()).collect::<Vec<_>>().join(", ");
    if !marks.is_empty() {
        page.say(Role::Strong, &format!("  {marks}"));
    }
}
