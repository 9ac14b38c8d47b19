//! What the form of a task has besides, in a readiness review: in order or not, whose it is, when it is due.

use super::item::{DONE, NEEDED, option};
use super::{Field, Form};
use crate::guide::{Command, TaskOutcome};
use crate::playbook::model::Kind;
use crate::playbook::{Body, Item};
use crate::tui::ctx::Case;

/// Whether the item is a point of a review. What is settled row by row has no one owner and no one day.
pub(super) fn is_point(case: &Case<'_>, item: &Item) -> bool {
    case.playbook.kind == Kind::Readiness && matches!(item.body, Body::Task(_)) && item.body.for_each().is_none()
}

/// What can be found, besides that it does not apply.
pub(super) fn outcomes() -> Vec<(String, String, Option<String>)> {
    vec![option(DONE, "In order"), option(NEEDED, "Not in order: it stays open")]
}

/// Owner and day.
pub(super) fn fields(item: &Item) -> Vec<Field> {
    let every = match &item.body {
        Body::Task(task) => task.every,
        _ => None,
    };
    let due = match every {
        Some(every) => format!("2027-01-31. Empty: {}.", every.words()),
        None => "2027-01-31. May stay empty.".to_owned(),
    };
    vec![Field::line("owner", "Whose it is", ""), Field::line("due", "Due again, or due by", "").hint(&due)]
}

/// The command: that of any task, unless an owner or a day is given.
pub(super) fn command(form: &Form, id: &str, target: Option<String>, outcome: TaskOutcome) -> Command {
    let (id, owner, due) = (id.to_owned(), form.some("owner"), form.some("due"));
    if owner.is_none() && due.is_none() {
        return Command::Task { id, target, outcome };
    }
    Command::Review { id, outcome, owner, due }
}
