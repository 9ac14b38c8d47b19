//! What somebody says of an action that came by itself, such as whose it is: a row of its own, which names what it belongs to.

use super::row;
use crate::case::cells::NAME;
use crate::case::{Fact, ListRow};
use crate::judge::View;
use crate::judge::types::cells::reference;
use crate::playbook::register::{Column, Register};
use crate::playbook::{Body, Item};
use crate::record::ask::Asked;
use crate::record::cells::{self, CELLS};
use crate::record::draft::Draft;
use crate::record::refers;
use crate::record::refusal::{Reason, Refusal};
use crate::record::verb::On;

/// The list of actions.
const ACTIONS: &str = "actions";
/// The column that says what a row belongs to.
const FROM: &str = "from";
/// What the entry says, or what follows from recording that it is done.
const BY_ITSELF: [&str; 7] = [NAME, "step", "cite", "done", "result", "state", FROM];

static COMES_BY_ITSELF: Reason = Reason::new(
    "comes-by-itself",
    "{0} comes from what was recorded of it.",
    "Record that it is done, or put that entry right.",
);
static NOTHING_SAID: Reason =
    Reason::new("nothing-said", "Nothing is said of it.", "Say whose it is, by when, why, or what shows it.");

/// An action that came by itself, and that nobody has said anything of.
pub struct Over<'a> {
    list: &'a Item,
    register: &'a Register,
    title: String,
    from: String,
}

/// The action that something is, unless somebody has said something of it already: that is a row, and is changed.
pub(super) fn of<'a>(view: &View<'a>, on: &On) -> Option<Over<'a>> {
    over(view, on).filter(|over| before(view, over).is_none())
}

/// The action that something is.
pub(super) fn over<'a>(view: &View<'a>, on: &On) -> Option<Over<'a>> {
    let (list, register) = view.playbook.registers().find(|(_, register)| register.is_of(ACTIONS))?;
    let title = |id: &str| view.playbook.title(id).unwrap_or(id).trim_end_matches('.').to_owned();
    let (title, from) = match on {
        On::Entry(at) => match &view.state.at(*at).fact {
            Fact::TaskDone { task: id, .. }
            | Fact::TaskRuledOut { item: id, .. }
            | Fact::NecessityFound { item: id, .. }
            | Fact::Sent { document: id, .. } => (title(id.as_str()), refers::reference(view, *at)),
            Fact::Called { role, .. } => {
                (format!("Call {}", view.playbook.role_title(role.as_str())), refers::reference(view, *at))
            }
            _ => return None,
        },
        On::Item(id) => {
            let is_duty = |body: &Body| !matches!(body, Body::Question(_) | Body::Prohibition(_));
            let item = view.playbook.item(id.as_str()).filter(|item| is_duty(&item.body))?;
            (title(item.id.as_str()), item.id.to_string())
        }
        _ => return None,
    };
    Some(Over { list, register, title, from })
}

/// The row that was laid over it before, as the place of the entry that added it.
pub(super) fn before(view: &View<'_>, over: &Over<'_>) -> Option<usize> {
    let belongs = |stored: &str| match (reference(stored).1, reference(&over.from).1) {
        (Some(one), Some(other)) => one == other,
        _ => stored == over.from,
    };
    let mut rows = view.state.rows(over.list.id.as_str());
    rows.find(|row| belongs(view.state.cell(row, FROM).text())).map(|row| row.at)
}

/// Refuses what an action that came by itself says by itself.
///
/// # Errors
/// If the column is one of these, and the row was laid over such an action.
pub(super) fn may_say(view: &View<'_>, row: &ListRow, column: &Column) -> Result<(), Refusal> {
    let from = view.state.cell(row, FROM).text();
    // What is to become better names the note that it is from, which nobody does: how it stands is its own.
    let of = reference(from).1.and_then(|entry| view.state.place(&entry));
    let belongs = of.map_or(!from.trim().is_empty(), |at| over(view, &On::Entry(at)).is_some());
    if belongs && BY_ITSELF.contains(&column.id.as_str()) {
        return Err(COMES_BY_ITSELF.about(column.label.clone()).needs(&CELLS).part(&column.id));
    }
    Ok(())
}

fn columns<'r>(over: &'r Over<'_>) -> impl Iterator<Item = &'r Column> {
    let columns = over.register.columns.iter().enumerate().filter(|(at, _)| !over.register.is_fixed(*at));
    columns.map(|(_, column)| column).filter(|column| !BY_ITSELF.contains(&column.id.as_str()))
}

pub(super) fn ask(view: &View<'_>, over: &Over<'_>, draft: &Draft) -> Asked {
    let asks = columns(over).map(|column| cells::ask(view, over.register, column, None, draft));
    Asked { button: "Record it", ..Asked::titled(over.title.clone()) }.ask(asks.collect::<Vec<_>>()).begins(&CELLS)
}

pub(super) fn decide(view: &View<'_>, over: &Over<'_>, draft: &Draft) -> Result<Fact, Refusal> {
    let register = over.register;
    let read = cells::read(view, register, draft)?;
    for (at, _) in &read {
        let column = &register.columns[*at];
        if BY_ITSELF.contains(&column.id.as_str()) {
            return Err(COMES_BY_ITSELF.about(column.label.clone()).needs(&CELLS).part(&column.id));
        }
    }
    let said = cells::of_new(register, read);
    if said.is_empty() {
        return Err(NOTHING_SAID.refuse().needs(&CELLS));
    }
    let mut all = vec![(NAME.to_owned(), over.title.clone())];
    all.extend(said);
    all.push((FROM.to_owned(), over.from.clone()));
    let all = cells::bounded(all)?;
    let label = row::label(view, register, &all);
    Ok(Fact::RowAdded { register: over.list.id.clone(), label, cells: all })
}
