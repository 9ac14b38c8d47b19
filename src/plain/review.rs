//! A readiness review as lines: the fields of a point, and how the points stand.

use super::fields::{Step, ask, optional};
use crate::base::text::inert_line;
use crate::guide::items::ItemStatus;
use crate::guide::review::{Counts, Point, points};
use crate::guide::status::StatusOf;
use crate::guide::{Command, TaskOutcome};
use crate::playbook::Item;
use crate::playbook::item::Task;
use crate::playbook::model::Kind;

/// The next step of recording a point, `typed` being the fields so far.
pub(super) fn point(item: &Item, task: &Task, typed: &[String]) -> Step {
    let Some((first, rest)) = typed.split_first() else {
        let options = ["It is in order", "Something is missing", "It does not apply here"];
        return ask("Is it in order?", options.map(str::to_owned).to_vec());
    };
    let first = first.trim().to_ascii_lowercase();
    let (prompt, outcome): (&str, fn(String) -> TaskOutcome) = match first.as_str() {
        "1" | "done" | "yes" | "in order" => (&task.record, TaskOutcome::Done),
        "2" | "missing" | "no" | "needed" => {
            ("What is missing?", |reason| TaskOutcome::Needed { reason, adviser: None })
        }
        "3" | "not needed" | "not-needed" => return ruled_out(item, rest),
        _ => return Step::Again("Write 1, 2 or 3.".into()),
    };
    let empty = task.every.map_or_else(|| "no day".to_owned(), |every| format!("again {}", every.words()));
    match rest {
        [] => ask(prompt, Vec::new()),
        [_] => ask("Whose is it? Empty is nobody yet.", Vec::new()),
        [_, _] => ask(&format!("When is it due? Write 2027-01-31. Empty is {empty}."), Vec::new()),
        [words, owner, due, ..] => Step::Ready(Command::Review {
            id: item.id.to_string(),
            outcome: outcome(words.clone()),
            owner: optional(owner),
            due: optional(due),
        }),
    }
}

fn ruled_out(item: &Item, typed: &[String]) -> Step {
    match typed {
        [] => ask("Why does it not apply?", Vec::new()),
        [reason, ..] => {
            let outcome = TaskOutcome::RuledOut { reason: reason.clone(), adviser: None };
            Step::Ready(Command::Task { id: item.id.to_string(), target: None, outcome })
        }
    }
}

/// How the review stands, and what is overdue in it; nothing for a case that is no review.
pub(super) fn glance(of: &StatusOf<'_>) -> Vec<String> {
    if of.playbook.kind != Kind::Readiness {
        return Vec::new();
    }
    let points = points(of.playbook, &of.assessment.items, of.state, of.now.date());
    let mut lines = vec![format!("Review: {}.", Counts::of(points.iter().map(|(_, point)| point)).words())];
    for (item, point) in points.iter().filter(|(_, point)| point.overdue) {
        lines.push(format!("Overdue: {} ({}): {}", item.title, item.id, point.words()));
    }
    lines
}

/// Owner and day of a point, for its line in the list.
pub(super) fn beside(of: &StatusOf<'_>, item: &Item, status: &ItemStatus) -> String {
    if of.playbook.kind != Kind::Readiness {
        return String::new();
    }
    let point = Point::of(item, status, of.state, of.now.date());
    let owner = point.owner.as_ref().map(|owner| format!("; owner {}", inert_line(owner)));
    let due = point.due_words().map(|due| format!("; {due}"));
    owner.into_iter().chain(due).collect()
}
