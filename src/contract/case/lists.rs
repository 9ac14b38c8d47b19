//! The rows of every list as they stand, by the id of the list.

use crate::base::Stamp;
use crate::base::written::object;
use crate::judge::View;
use crate::page::lists::{self, List, Row, Was};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Lists by their ids.
pub type Lists = BTreeMap<String, Vec<ListRow>>;

pub(super) fn all(of: &View<'_>) -> Lists {
    lists::lists(of).iter().map(|list| (list.item.id.to_string(), rows(of, list))).collect()
}

pub(super) fn one(of: &View<'_>, id: &str) -> Lists {
    lists::list(of, id).iter().map(|list| (list.item.id.to_string(), rows(of, list))).collect()
}

fn rows(of: &View<'_>, list: &List<'_>) -> Vec<ListRow> {
    list.rows.iter().map(|row| ListRow::of(of, list, row)).collect()
}

object! {
    ListRow(of: &View<'_>, list: &List<'_>, row: &Row) {
        let name = |at: Option<usize>| at.map(|at| of.state.name(at));
        let columns = list.columns.iter().zip(&row.cells);
    } => {
        label: Option<String> = row.label.clone(),
        entry: Option<String> = name(row.entry),
        /// It came from the journal, and nobody typed it as a row.
        by_itself: bool = row.by_itself,
        cells: BTreeMap<String, Cell> = columns.map(|(column, cell)| (column.id.to_string(), Cell::of(of, cell))).collect(),
        was: Vec<Before> = row.was.iter().map(|was| Before::of(of, list, was)).collect(),
        late: bool = row.late.is_some(),
        late_reason: Option<String> = row.late.clone().flatten(),
        copied_from: Option<String> = row.transcribed.clone(),
        struck_by: Option<String> = name(row.struck),
        /// Something is still to be done about it.
        open: bool = row.open,
        /// Who let it go without having had it.
        gap: Option<String> = row.gap.clone(),
    }
}

/// What stands in a cell as it is stored; nothing where it is empty, all of it where entries contradict each other.
pub enum Cell {
    Empty,
    Holds(String),
    Contradicts(Vec<String>),
}

impl Cell {
    fn of(of: &View<'_>, cell: &lists::Cell) -> Self {
        let said: Vec<_> = cell.said.iter().map(|(at, text)| format!("{text} ({})", of.state.name(*at))).collect();
        match (said.is_empty(), cell.stored.is_empty()) {
            (false, _) => Self::Contradicts(said),
            (true, true) => Self::Empty,
            (true, false) => Self::Holds(cell.stored.clone()),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => out.serialize_none(),
            Self::Holds(text) => out.serialize_str(text),
            Self::Contradicts(all) => out.collect_seq(all),
        }
    }
}

object! {
    Before(of: &View<'_>, list: &List<'_>, was: &Was) => {
        column: Option<String> = list.columns.get(was.column).map(|column| column.id.to_string()),
        text: String = was.text.clone(),
        changed_by: String = of.state.name(was.changed_by),
        who: String = was.who.clone(),
        when: Stamp = was.when,
        why: String = was.why.clone(),
    }
}
