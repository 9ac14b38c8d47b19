//! What somebody typed of a row that came by itself: the two print as one line.

use super::list::List;
use super::row::{Row, changed};
use crate::base::ItemId;
use crate::journal::EntryId;
use crate::judge::View;
use crate::judge::types::cells::reference;

/// What a typed row belongs to.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Of {
    Entry(EntryId),
    /// Something that the playbook wants done, whoever recorded it or nobody yet.
    Item(ItemId),
}

/// What the cell `from` of a typed row names.
pub(super) fn belongs_to(list: &List<'_>, row: &Row) -> Option<Of> {
    let stored = list.column("from").and_then(|at| row.cells.get(at)).map(|cell| cell.stored.trim())?;
    match reference(stored).1 {
        Some(entry) => Some(Of::Entry(entry)),
        None => ItemId::new(stored).map(Of::Item),
    }
}

/// Lays a typed row over the one that it belongs to: what it says counts, and what came by itself stands as what was.
pub(super) fn lay(view: &View<'_>, list: &List<'_>, own: Row, over: &mut Row) {
    let Some(at) = own.entry else { return };
    let recorded = view.state.at(at);
    for (column, cell) in own.cells.into_iter().enumerate() {
        let id = list.columns.get(column).map(|column| column.id.as_str());
        if cell.is_empty() || matches!(id, Some("name" | "from" | "state")) {
            continue;
        }
        let Some(before) = over.cells.get_mut(column) else { continue };
        if !before.is_empty() && before.text != cell.text {
            over.was.push(changed(column, before.text.clone(), at, recorded, ""));
        }
        *before = cell;
    }
    over.was.extend(own.was);
    over.label = own.label.or(over.label.take());
    over.also.push(at);
}
