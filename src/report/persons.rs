//! Affected persons, counted before they are listed: where they live, how they were told, what came back.

use super::cells::one;
use super::missing::not_yet_known;
use crate::page::lists::List;
use crate::page::{Block, Column, ColumnKind, Document, Table, TableRow};
use crate::source::table::fold::fold;
use std::collections::BTreeMap;

/// What is counted, by the columns of the list.
const COUNTED: [&str; 3] = ["residence", "told_how", "returned"];

/// A table of counts of the rows that count; nothing where there are none.
pub fn counts(list: &List<'_>) -> Document {
    let mut page = Document::default();
    let rows: Vec<_> = list.rows.iter().filter(|row| row.struck.is_none()).collect();
    let mut table = Vec::new();
    for id in COUNTED {
        let Some(at) = list.column(id) else { continue };
        let column = list.register.columns.iter().position(|column| column.id.as_str() == id);
        let mut counts: BTreeMap<String, (&str, usize)> = BTreeMap::new();
        for row in &rows {
            let value = row.cells.get(at).map_or("", |cell| cell.text.trim());
            let value = column.map_or(value, |column| list.register.counted_as(column, value));
            counts.entry(fold(value)).or_insert((value, 0)).1 += 1;
        }
        let label = &list.columns[at].label;
        for (value, n) in counts.into_values() {
            let value = if value.is_empty() { not_yet_known(label) } else { value.into() };
            table.push(TableRow { cells: vec![one(label.as_str()), one(value), one(n.to_string())], says: Vec::new() });
        }
    }
    if table.is_empty() {
        return page;
    }
    let columns = vec![
        Column::new("Counted by", ColumnKind::Text, 3),
        Column::new("Value", ColumnKind::Text, 4),
        Column::new("Rows", ColumnKind::Number, 1),
    ];
    let end = Some("Files that were taken in are counted above.".to_owned()).filter(|_| !list.files.is_empty());
    page.add(Block::Table(Table {
        caption: "Rows that were typed, counted".into(),
        columns,
        rows: table,
        end,
        ruled: 0,
    }));
    page
}
