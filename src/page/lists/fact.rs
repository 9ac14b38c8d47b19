//! What a row of the action record says of one entry.

use crate::base::ItemId;
use crate::base::text::sentence;
use crate::case::{CallOutcome, Fact, ForRows};
use crate::judge::View;
use crate::page::{log, rows};

/// What an entry did, for the action record.
pub(super) struct Deed {
    /// The item that it is about, by its place.
    pub item: Option<usize>,
    pub name: String,
    pub state: &'static str,
    pub result: String,
    pub why: String,
    pub reason: String,
    pub owner: String,
    /// Whether it happened, so that the time stands under "done".
    pub happened: bool,
    /// Whether it only says that something is to be done.
    pub opens: bool,
}

/// What the entry at a place did; `None` for what is no action.
pub(super) fn deed(view: &View<'_>, at: usize) -> Option<Deed> {
    let recorded = view.state.at(at);
    let place = |id: &ItemId| view.playbook.position(id.as_str());
    let title = |id: &ItemId| view.playbook.title(id.as_str()).unwrap_or(id.as_str()).trim_end_matches('.').to_owned();
    let named = |id: &ItemId, target: &ForRows| match rows::named(target) {
        Some(row) => format!("{}, for {row}", title(id)),
        None => title(id),
    };
    let actor = recorded.who.actor.clone().unwrap_or_default();
    let none = Deed {
        item: None,
        name: String::new(),
        state: "done",
        result: String::new(),
        why: String::new(),
        reason: String::new(),
        owner: actor,
        happened: true,
        opens: false,
    };
    Some(match &recorded.fact {
        Fact::TaskDone { task, value, target, follow_up } => Deed {
            item: place(task),
            name: named(task, target),
            result: value.clone(),
            owner: follow_up.owner.clone().unwrap_or(none.owner),
            ..none
        },
        Fact::NecessityFound { item, reason, target, follow_up, .. } => Deed {
            item: place(item),
            name: named(item, target),
            state: "open",
            why: reason.clone(),
            owner: follow_up.owner.clone().unwrap_or(none.owner),
            happened: false,
            opens: true,
            ..none
        },
        Fact::TaskRuledOut { item, reason, target, .. } => Deed {
            item: place(item),
            name: named(item, target),
            state: "dropped",
            reason: reason.clone(),
            happened: false,
            ..none
        },
        Fact::Called { role, calls, outcome, .. } => {
            let names: Vec<_> = calls.iter().map(title).collect();
            let reached = *outcome == CallOutcome::Reached;
            Deed {
                item: calls.first().and_then(place),
                name: match &names[..] {
                    [] => format!("Call {}", view.playbook.role_title(role.as_str())),
                    names => names.join("; "),
                },
                state: if reached { "done" } else { "doing" },
                result: sentence(&log::entry(view, at).whole),
                happened: reached,
                ..none
            }
        }
        Fact::Sent { document, .. } => {
            Deed { item: place(document), name: title(document), result: log::entry(view, at).whole, ..none }
        }
        _ => return None,
    })
}
