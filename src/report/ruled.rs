//! Empty tables for pencil.

use crate::page::{Block, Column, Document, Table};

/// Ruled rows on a form that is nothing but a table.
pub(super) const ROWS: u8 = 18;

/// An empty table with ruled rows and slots to sign.
pub(super) fn table(caption: &str, columns: Vec<Column>, signs: &[&str]) -> Document {
    let mut document = Document::default();
    document.add(Block::Table(Table { caption: caption.into(), columns, rows: Vec::new(), end: None, ruled: ROWS }));
    if !signs.is_empty() {
        document.add(Block::Sign(signs.iter().map(|sign| (*sign).into()).collect()));
    }
    document
}
