//! Cells that name something of the case or the playbook: a role, a step, a clause, a row of another list, an entry.

use super::find;
use crate::base::text::cut;
use crate::case::Fact;
use crate::judge::View;
use crate::judge::types::cells::takes;
use crate::playbook::register::{Column, ColumnKind, Register};

/// The stored form of what was typed into such a cell; of other cells the text as it stands.
///
/// # Errors
/// A sentence that says what the column takes.
pub(super) fn read(view: &View<'_>, column: &Column, text: String) -> Result<String, String> {
    if text.is_empty() {
        return Ok(text);
    }
    let refused = || format!("\"{}\" is not known. {}", cut(&text, 60), takes(column, crate::base::NO_CURRENCY));
    let is = |title: &str, id: &str| id == text || title.eq_ignore_ascii_case(&text);
    match column.kind {
        ColumnKind::Role => find::role(view, &text).map(|role| role.to_string()).map_err(|_| refused()),
        ColumnKind::Phase => {
            let phases = &view.playbook.phases;
            let number = text.parse::<usize>().ok().and_then(|number| phases.get(number.checked_sub(1)?));
            let found = phases.iter().find(|phase| is(&phase.title, phase.id.as_str())).or(number);
            found.map(|phase| phase.id.to_string()).ok_or_else(refused)
        }
        ColumnKind::Clause => {
            let found = view.playbook.clauses.iter().find(|clause| clause.id.as_str().eq_ignore_ascii_case(&text));
            found.map(|clause| clause.id.to_string()).ok_or_else(refused)
        }
        ColumnKind::Row => {
            let at = entry(view, &text).ok_or_else(refused)?;
            let row = view.state.row_of(at).filter(|row| view.state.counts(row.at)).ok_or_else(refused)?;
            let register = view.playbook.register(row.register.as_str());
            let list = column.list.as_ref();
            let fits =
                list.is_none_or(|list| *list == row.register || register.is_some_and(|of| of.is_of(list.as_str())));
            if fits { Ok(reference(view, row.at)) } else { Err(refused()) }
        }
        ColumnKind::Entry => match entry(view, &text) {
            Some(at) => Ok(reference(view, at)),
            // What the playbook wants done has no entry before somebody recorded it.
            None => view.playbook.item(&text).map(|item| item.id.to_string()).ok_or_else(refused),
        },
        _ => Ok(text),
    }
}

/// The entry that a name or a label means.
fn entry(view: &View<'_>, text: &str) -> Option<usize> {
    find::entry(view, text).ok()
}

/// How a row or an entry is stored: as it is called now, and the entry, which never moves.
pub(super) fn reference(view: &View<'_>, at: usize) -> String {
    let (state, id) = (view.state, &view.state.at(at).id);
    let is_row = matches!(state.at(at).fact, Fact::RowAdded { .. } | Fact::Counted { .. });
    let called = state.label(at).filter(|_| is_row).unwrap_or_else(|| state.name(at));
    format!("{called} {id}")
}

/// The rows that a cell can name and that count, oldest first.
pub(super) fn rows<'v>(view: &View<'v>, column: &Column) -> impl Iterator<Item = usize> + 'v {
    let list = column.list.clone();
    let state = view.state;
    let named = move |id: &str, register: &Register| {
        list.as_ref().is_some_and(|list| list.as_str() == id || register.is_of(list.as_str()))
    };
    let lists = view.playbook.registers().filter(move |(item, register)| named(item.id.as_str(), register));
    lists.flat_map(move |(item, _)| state.rows(item.id.as_str()).map(|row| row.at))
}
