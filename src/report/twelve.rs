//! The twelve facts that everybody asks for: an authority's form is filled in from here.

use super::cells::{by, entry, one, when};
use super::missing::{none, not_asked, not_yet_known};
use crate::judge::{Standing, View};
use crate::page::{Column, ColumnKind, Line, RowMark, Table, TableRow, log};
use crate::playbook::facts::FactName;
use crate::playbook::{Item, Strength};

fn columns(who: bool) -> Vec<Column> {
    let mut all = vec![Column::new("Fact", ColumnKind::Text, 3), Column::new("What is recorded", ColumnKind::Text, 7)];
    if who {
        all.push(Column::new("Who", ColumnKind::Text, 3));
    }
    all.push(Column::new("When", ColumnKind::Time, 2));
    all.push(Column::new("Ref", ColumnKind::Text, 1));
    all
}

/// The table; `shown` gives a recorded text as it may be printed, and `who` says whether it is told by whom it was recorded.
pub fn table(view: &View<'_>, who: bool, shown: &dyn Fn(&str) -> String) -> Table {
    let rows = FactName::ALL.into_iter().map(|fact| row(view, fact, who, shown)).collect();
    Table { caption: "The facts".into(), columns: columns(who), rows, end: None, ruled: 0 }
}

fn row(view: &View<'_>, fact: FactName, who: bool, shown: &dyn Fn(&str) -> String) -> TableRow {
    let item = view.playbook.fact(fact).and_then(|id| view.playbook.item(id.as_str()));
    let mut says = Vec::new();
    let (value, at) = match item {
        None => (one(not_asked()), None),
        Some(item) => {
            if item.verb == Strength::Local {
                says.push(RowMark::OutsidePolicy);
            }
            value(view, item, shown)
        }
    };
    let recorded = at.map(|at| view.state.at(at));
    let mut cells = vec![one(fact.title()), value];
    if who {
        cells.push(recorded.map_or_else(|| one(none()), |recorded| vec![by(recorded)]));
    }
    cells.push(recorded.map_or_else(|| one(none()), |recorded| when(view, recorded)));
    cells.push(at.map_or_else(|| one(none()), |at| entry(view, at)));
    TableRow { cells, says }
}

/// What is recorded, and the entry that says it; what is not, by what is missing.
fn value(view: &View<'_>, item: &Item, shown: &dyn Fn(&str) -> String) -> (Vec<Line>, Option<usize>) {
    let Some(status) = view.status(item) else { return (one(not_yet_known(&item.title)), None) };
    match (status.standing, &status.value) {
        (Standing::NotApplicable, _) => (one("does not apply in this case"), None),
        (Standing::Conflict, _) => {
            let both = status.conflict.iter();
            let lines = both
                .map(|at| Line::strong(format!("{}: {}", view.state.name(*at), shown(&log::entry(view, *at).says))));
            (lines.collect(), None)
        }
        (Standing::NotKnown, _) => (one(not_yet_known(&item.title)), status.entry),
        (standing, Some(value)) if !standing.is_open() && !standing.is_outside() => (one(shown(value)), status.entry),
        (Standing::Continuing, Some(value)) => (one(shown(value)), status.entry),
        _ => (one(not_yet_known(&item.title)), None),
    }
}
