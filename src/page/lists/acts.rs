//! The action record: what was done, from the entries; what is open, from the playbook; and what people typed, laid over both.

use super::fact::{Deed, deed};
use super::list::List;
use super::overlay::{Of, belongs_to, lay};
use super::row::{Cell, Row};
use super::typed::shown;
use crate::base::ids::cited;
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Item, Strength};

/// Adds what came by itself to what was typed: first what happened, in that order, then what is open, in the order of the playbook.
pub(super) fn join(view: &View<'_>, list: &mut List<'_>) {
    let typed = std::mem::take(&mut list.rows);
    let mut rows: Vec<Row> = (0..view.state.log.len()).filter_map(|at| of_entry(view, list, at)).collect();
    rows.extend(
        view.items()
            .enumerate()
            .filter_map(|(at, (item, status))| open(view, list, at, item, status, &rows))
            .collect::<Vec<_>>(),
    );
    let mut own = Vec::new();
    for row in typed {
        let over = match belongs_to(list, &row).filter(|_| row.struck.is_none()) {
            Some(Of::Entry(id)) => {
                rows.iter_mut().rfind(|known| known.entry.is_some_and(|at| view.state.at(at).id == id))
            }
            Some(Of::Item(id)) => {
                let place = view.playbook.position(id.as_str());
                rows.iter_mut().rfind(|known| known.item.is_some() && known.item == place && known.struck.is_none())
            }
            None => None,
        };
        match over {
            Some(over) => lay(view, list, row, over),
            None => own.push(typed_row(view, list, row)),
        }
    }
    rows.extend(own);
    rows.sort_by_key(|row| {
        let at = row.entry.map(|at| view.state.at(at));
        (row.entry.is_none(), at.map(|recorded| recorded.happened().earliest().unwrap_or(recorded.at)), row.entry)
    });
    list.rows = rows;
}

/// A typed action is open until it is done or dropped, and outside the policy unless it names a clause.
fn typed_row(view: &View<'_>, list: &List<'_>, mut row: Row) -> Row {
    // What somebody says to have done was done when the entry says that it happened.
    if list.text(&row, "state") == "done"
        && list.text(&row, "done").is_empty()
        && let Some(column) = list.columns.iter().position(|column| column.id.as_str() == "done")
        && let Some(said) = row.entry.and_then(|at| says_done(view, at))
    {
        let happened = view.state.at(said).happened();
        row.cells[column] = Cell::shown(happened.short_in(view.now), happened.to_text());
    }
    let is_over = matches!(list.text(&row, "state"), "done" | "dropped") || !list.text(&row, "done").is_empty();
    let outside = list.text(&row, "cite").is_empty();
    Row { open: !is_over && row.struck.is_none(), outside, ..row }
}

/// The entry by which the row that another added stands as done, as a position in the log.
fn says_done(view: &View<'_>, row: usize) -> Option<usize> {
    let row = view.state.row(&view.state.at(row).id)?;
    view.state.said_in(row, "state").filter(|(_, said)| *said == "done").map(|(at, _)| at).last()
}

fn of_entry(view: &View<'_>, list: &List<'_>, at: usize) -> Option<Row> {
    let deed = deed(view, at)?;
    let recorded = view.state.at(at);
    let is_gone = view.state.is_cut_off(&recorded.id) || view.state.settled_by(&recorded.id).is_some();
    // What was found to be needed and done since stands as done.
    let is_over = deed.opens && deed.item.is_some_and(|item| !view.picture.items[item].standing.is_open());
    if is_gone || is_over {
        return None;
    }
    let item = deed.item.map(|at| &view.playbook.items[at]);
    let happened = recorded.happened();
    let done =
        if deed.happened { Cell::shown(happened.short_in(view.now), happened.to_text()) } else { Cell::default() };
    let struck = view.state.struck_by(&recorded.id);
    Some(Row {
        item: deed.item,
        by_itself: true,
        open: struck.is_none() && matches!(deed.state, "open" | "doing"),
        outside: item.is_some_and(|item| item.verb == Strength::Local || item.cite.is_empty()),
        cells: cells(view, list, item, &deed, done),
        ..Row::marked(view, at)
    })
}

/// What the playbook wants done and nobody has recorded as done.
fn open(view: &View<'_>, list: &List<'_>, at: usize, item: &Item, status: &ItemStatus, there: &[Row]) -> Option<Row> {
    let is_duty =
        matches!(item.body, Body::Task(_) | Body::Call(_) | Body::Document(_) | Body::Decision(_) | Body::Register(_));
    let is_told = there.iter().any(|row| row.item == Some(at) && row.open);
    if !is_duty || !status.standing.is_open() || item.verb.is_permission() || is_told {
        return None;
    }
    let deed = Deed {
        item: Some(at),
        name: item.title.trim_end_matches('.').to_owned(),
        state: if status.obstacle.is_some() { "blocked" } else { "open" },
        result: String::new(),
        why: String::new(),
        reason: String::new(),
        owner: String::new(),
        happened: false,
        opens: true,
    };
    Some(Row {
        item: Some(at),
        by_itself: true,
        open: true,
        outside: item.verb == Strength::Local,
        cells: cells(view, list, Some(item), &deed, Cell::default()),
        ..Row::default()
    })
}

fn cells(view: &View<'_>, list: &List<'_>, item: Option<&Item>, deed: &Deed, done: Cell) -> Vec<Cell> {
    let step = item.and_then(|item| view.playbook.phases.get(item.phase));
    let one = |column: &crate::playbook::register::Column| match column.id.as_str() {
        "name" => Cell::of(&deed.name),
        "step" => step.map_or_else(Cell::default, |step| Cell::shown(&step.title, step.id.as_str())),
        "cite" => item.map_or_else(Cell::default, |item| Cell::of(cited(&item.cite))),
        "why" => Cell::of(&deed.why),
        "owner" if !deed.owner.is_empty() => Cell::of(&deed.owner),
        "owner" => Cell::of(item.and_then(|item| owner(view, item)).unwrap_or_default()),
        "due" => due(view, item).map_or_else(Cell::default, |at| Cell::shown(at.short_in(view.now), at.to_text())),
        "done" => done.clone(),
        "result" => Cell::of(&deed.result),
        "state" => Cell::of(deed.state),
        "reason" => Cell::of(&deed.reason),
        _ => Cell::shown(shown(view, column, ""), ""),
    };
    list.columns.iter().map(one).collect()
}

/// Who holds the role today to which it falls; `None` where the policy names nobody, or nobody knows who holds it.
fn owner(view: &View<'_>, item: &Item) -> Option<String> {
    let role = match &item.body {
        Body::Task(task) => task.role.as_ref(),
        Body::Call(call) => call.told_by.as_ref(),
        Body::Decision(decision) => decision.seats.first(),
        _ => None,
    }?;
    let reach = view.picture.reach(view.playbook, role.as_str())?;
    reach.first().and_then(|first| first.person.clone())
}

/// When the first clock runs out that waits for it.
fn due(view: &View<'_>, item: Option<&Item>) -> Option<crate::base::Stamp> {
    let item = item?;
    let clocks = view.playbook.clocks.iter().zip(&view.picture.clocks);
    let waits = clocks.filter(|(clock, status)| {
        let names = |until: &crate::playbook::condition::Condition| {
            until.root.subjects().iter().any(|subject: &Subject| *subject.id() == item.id)
        };
        status.stopped.is_none() && clock.until.as_ref().is_some_and(names)
    });
    waits.filter_map(|(_, status)| status.due).min()
}
