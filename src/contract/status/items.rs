//! Items in the status, and which of them comes next.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId};
use crate::case::Fact;
use crate::journal::EntryId;
use crate::judge::items::ItemStatus;
use crate::judge::picture::agenda::{self, Target as Points};
use crate::judge::truth::per_row::TargetStatus;
use crate::judge::view::review::Point;
use crate::judge::{Standing, View};
use crate::page::because::because;
use crate::playbook;
use crate::playbook::condition::Subject;
use crate::playbook::model::Kind;
use crate::playbook::strength::Strength;

object! {
    Next<'a>(of: &View<'a>, next: &'a agenda::Next) {
        let (id, kind, title, phase, state, clauses) = match next.target {
            Points::Item(at) => {
                let item = &of.playbook.items[at];
                let (phase, status) = (&of.playbook.phases[item.phase], &of.picture.items[at]);
                (&item.id, item.body.kind(), &item.title, Some(&phase.id), Some(status.standing), &item.cite)
            }
            Points::Silence(at) => {
                let silence = &of.playbook.silences[at];
                (&silence.id, "silence", &silence.topic, None, None, &silence.cite)
            }
        };
    } => {
        id: &'a ItemId = id,
        kind: &'static str = kind,
        title: &'a str = title,
        #[serde(skip_serializing_if = "Option::is_none")]
        phase: Option<&'a ItemId> = phase,
        #[serde(skip_serializing_if = "Option::is_none")]
        state: Option<Standing> = state,
        clauses: &'a [ClauseId] = clauses,
        because: Vec<String> = because(of, next.target),
    }
}

object! {
    Item<'a>(of: &View<'a>, item: &'a playbook::Item, status: &'a ItemStatus) => {
        id: &'a ItemId = &item.id,
        kind: &'static str = item.body.kind(),
        phase: &'a ItemId = &of.playbook.phases[item.phase].id,
        title: &'a str = &item.title,
        verb: Strength = item.verb,
        state: Standing = status.standing,
        value: Option<&'a str> = stored(of, status).or(status.value.as_deref()),
        applies: Option<bool> = status.applies.value,
        missing: Vec<&'a ItemId> = status.applies.missing.iter().map(Subject::id).collect(),
        passed_over: bool = status.passed_over,
        conflict: Vec<&'a EntryId> = status.conflict.iter().map(|at| &of.state.at(*at).id).collect(),
        targets: Option<Vec<Target<'a>>> = item.body.for_each().map(|_| status.targets.iter().map(Target::of).collect()),
        clauses: &'a [ClauseId] = &item.cite,
        /// In a readiness review.
        #[serde(flatten)]
        point: Option<Point> = (of.playbook.kind == Kind::Readiness)
            .then(|| Point::of(item, status, of.state, of.now.date())),
    }
}

object! {
    Target<'a>(row: &'a TargetStatus) => {
        name: &'a str = &row.name,
        state: Standing = row.standing,
        value: Option<&'a str> = row.value.as_deref(),
    }
}

/// A question is stated by its stored form, which scripts can send back; everything else as people read it.
fn stored<'a>(of: &View<'a>, status: &ItemStatus) -> Option<&'a str> {
    match &of.state.at(status.entry?).fact {
        Fact::Answered { value, .. } if status.conflict.is_empty() => Some(value),
        Fact::Decided { option, .. } if status.standing == Standing::Decided => Some(option.as_str()),
        _ => None,
    }
}
