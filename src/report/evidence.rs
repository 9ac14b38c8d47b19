//! Evidence, one piece a block: what it is, where it came from, and who had it from hand to hand, with each gap named.

use super::cells::one;
use super::missing::{none, not_yet_known};
use super::rows::{cell, remarks, was};
use crate::judge::View;
use crate::page::lists::{self, List, Row};
use crate::page::{Block, Column, ColumnKind, Document, Line, RowMark, Table, TableRow, Tone};
use crate::playbook::register::Register;

/// So many rows each piece has for its custody, those in pencil included.
const ROWS: usize = 6;

/// What is printed of custody, with the column of its list.
const CUSTODY: [(&str, &str); 8] = [
    ("at", "When"),
    ("name", "Purpose"),
    ("released_by", "Released by"),
    ("received_by", "Received by"),
    ("place", "Where it is"),
    ("condition", "Condition"),
    ("seal", "Seal"),
    ("witness", "Witness"),
];

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::new("Ref", ColumnKind::Text, 2)];
    columns.extend(CUSTODY.iter().map(|(id, title)| {
        let kind = if *id == "at" { ColumnKind::Time } else { ColumnKind::Text };
        Column::new(*title, kind, 3)
    }));
    columns.push(Column::new("Releaser signs", ColumnKind::Pencil, 2));
    columns.push(Column::new("Receiver signs", ColumnKind::Pencil, 2));
    columns
}

/// A block a piece, in the order of the list; each stays on one page.
pub fn blocks(view: &View<'_>, list: &List<'_>) -> Document {
    let custody = lists::list(view, "custody");
    let mut page = Document::default();
    for row in &list.rows {
        page.add(Block::Keep(block(view, list, custody.as_ref(), row)));
    }
    let last = list.rows.last().and_then(|row| row.name(view));
    page.text(format!("End of entries: {}, last {}", list.rows.len(), last.as_deref().unwrap_or("none")));
    page
}

fn block(view: &View<'_>, list: &List<'_>, custody: Option<&List<'_>>, row: &Row) -> Vec<Block> {
    let name = row.name(view).unwrap_or_default();
    let title = Line::strong(format!("{name}  "));
    let tone = if row.struck.is_some() { Tone::Struck } else { Tone::Text };
    let mut blocks = vec![Block::Heading(3, title.and(tone, list.text(row, "name")))];
    let marks: Vec<_> = super::rows::marks(row).into_iter().map(RowMark::word).collect();
    if !marks.is_empty() {
        blocks.push(Block::Text(Line::strong(marks.join(" · "))));
    }
    blocks.extend(remarks(view, row).into_iter().map(Block::Text));
    blocks.extend(row.was.iter().filter(|one| one.column == 0).map(|one| Block::Text(was(view, one))));
    for (at, of) in list.columns.iter().enumerate().skip(1) {
        let says = row.cells.get(at).is_some_and(|cell| !cell.is_empty());
        let changed = row.was.iter().any(|was| was.column == at);
        if !says && !of.needed && !changed {
            continue;
        }
        let mut lines = cell(view, row, at, of).into_iter();
        blocks.extend(lines.next().map(|first| Block::Labelled(of.label.clone(), first)));
        blocks.extend(lines.map(Block::Text));
    }
    let rows: Vec<_> =
        custody.map_or_else(Vec::new, |of| row.under.iter().map(|under| handed(view, of, under)).collect());
    let ruled = u8::try_from(ROWS.saturating_sub(rows.len())).unwrap_or(0);
    let caption = format!("Custody of {name}");
    blocks.push(Block::Table(Table { caption, columns: columns(), rows, end: None, ruled }));
    blocks
}

fn handed(view: &View<'_>, custody: &List<'_>, row: &Row) -> TableRow {
    let mut cells = vec![super::rows::name(view, row)];
    for (id, title) in CUSTODY {
        let at = custody.column(id);
        let needed = at.is_some_and(|at| custody.columns[at].needed) && !row.by_itself;
        let says = at.map(|at| cell(view, row, at, &custody.columns[at]));
        cells.push(match says {
            Some(lines) if !row.by_itself || !custody.text(row, id).is_empty() => lines,
            _ if needed => one(not_yet_known(title)),
            _ => one(none()),
        });
    }
    if let Some(had) = &row.gap {
        let gap = format!("GAP IN CUSTODY: {had} had it, and no entry says how it left");
        cells[2].push(Line::of(Tone::Alarm, gap));
    }
    if !row.by_itself {
        cells[2].extend(remarks(view, row));
    }
    cells.push(Vec::new());
    cells.push(Vec::new());
    TableRow { cells, says: super::rows::marks(row) }
}

/// Two pieces a form, for pencil.
pub fn blank(register: &Register) -> Document {
    let mut page = Document::default();
    for _ in 0..2 {
        let mut blocks = vec![Block::Heading(3, "E-____".into())];
        blocks.extend(
            register
                .columns
                .iter()
                .filter(|of| of.id.as_str() != "file")
                .map(|of| Block::Labelled(of.label.clone(), "________________________________".into())),
        );
        let caption = "Custody".into();
        blocks.push(Block::Table(Table {
            caption,
            columns: columns(),
            rows: Vec::new(),
            end: None,
            ruled: ROWS as u8,
        }));
        page.add(Block::Keep(blocks));
    }
    page
}
