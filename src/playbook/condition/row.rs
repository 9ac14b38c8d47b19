//! What conditions ask of the rows of a list: one row by itself, or all of them together.

use super::ast::{Expr, Subject};
use crate::base::ItemId;

/// Something of one row: of the row for which an item is settled (`row.x`), or of each in turn (`any`, `all`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum OfRow {
    /// What was answered for it.
    Answer(ItemId),
    /// Whether the task was done for it.
    Task(ItemId),
    /// Whether somebody was reached for it.
    Call(ItemId),
    /// What stands in a column of it.
    Cell { list: ItemId, column: ItemId },
}

impl OfRow {
    /// The item that it names; of a cell, the list.
    pub fn id(&self) -> &ItemId {
        match self {
            Self::Answer(id) | Self::Task(id) | Self::Call(id) | Self::Cell { list: id, .. } => id,
        }
    }
}

/// `any(a)`, `all(a)`: whether a condition holds for one row of a list, or for every one.
#[derive(Clone, PartialEq, Debug)]
pub struct EachRow {
    pub list: ItemId,
    pub quantifier: Quantifier,
    /// It holds no [`EachRow`] itself.
    pub inner: Box<Expr>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantifier {
    Any,
    All,
}

impl Expr {
    /// What the condition asks of one row by itself, outside `any` and `all`.
    pub fn of_row(&self) -> Vec<OfRow> {
        let own = |subject: Subject| match subject {
            Subject::Row(of) => Some(of),
            _ => None,
        };
        self.subjects_outside().into_iter().filter_map(own).collect()
    }
}
