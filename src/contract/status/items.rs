//! Items in the status, and which of them comes next.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId, Stamp};
use crate::case::Fact;
use crate::journal::EntryId;
use crate::judge::items::passed_on::awaited;
use crate::judge::items::{ItemStatus, Waits};
use crate::judge::marks::{Cause, Mark};
use crate::judge::picture::agenda::{self, Target as Points};
use crate::judge::truth::per_row::TargetStatus;
use crate::judge::view::review::Point;
use crate::judge::{Knowledge, Standing, View};
use crate::page::because::because;
use crate::page::look_again;
use crate::playbook;
use crate::playbook::Body;
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
    Item<'a>(of: &View<'a>, known: &Knowledge<'_>, item: &'a playbook::Item, status: &'a ItemStatus) => {
        id: &'a ItemId = &item.id,
        kind: &'static str = item.body.kind(),
        phase: &'a ItemId = &of.playbook.phases[item.phase].id,
        title: &'a str = &item.title,
        verb: Strength = item.verb,
        state: Standing = status.standing,
        value: Option<&'a str> = stored(of, status).or(status.value.as_deref()),
        applies: Option<bool> = status.applies.value,
        /// The rule with which the case ends, where that is why it does not apply.
        #[serde(skip_serializing_if = "Option::is_none")]
        ended_by: Option<&'a ItemId> = of.ended_by(status),
        missing: Vec<&'a ItemId> = status.applies.missing.iter().map(Subject::id).collect(),
        #[serde(skip_serializing_if = "Option::is_none")]
        waits: Option<Waiting<'a>> = status.waits().map(|waits| Waiting::of(of, known, item, status, &waits)),
        passed_over: bool = status.passed_over,
        /// Why what is recorded has to be looked at again.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        look_again: Vec<Again<'a>> = look_again(of, item),
        conflict: Vec<&'a EntryId> = status.conflict.iter().map(|at| &of.state.at(*at).id).collect(),
        targets: Option<Vec<Target<'a>>> = item.body.for_each().map(|_| status.targets.iter().map(|row| Target::of(of, row)).collect()),
        clauses: &'a [ClauseId] = &item.cite,
        /// In a readiness review.
        #[serde(flatten)]
        point: Option<Point> = (of.playbook.kind == Kind::Readiness)
            .then(|| Point::of(item, status, of.counting(), of.now.date())),
    }
}

object! {
    /// One cause for which a record has to be looked at again: its code, its words, and which record it is.
    Again<'a>(of: &View<'a>, mark: &'a Mark, cause: &'a Cause) => {
        code: &'static str = cause.code(),
        says: String = look_again::words(of, mark, cause),
        #[serde(skip_serializing_if = "Option::is_none")]
        row: Option<&'a str> = mark.row.as_deref(),
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<&'a ItemId> = mark.seat.as_ref(),
        entries: Vec<&'a EntryId> = mark.entries.iter().map(|at| &of.state.at(*at).id).collect(),
    }
}

fn look_again<'a>(of: &View<'a>, item: &playbook::Item) -> Vec<Again<'a>> {
    let marks = of.playbook.position(item.id.as_str()).map(|at| of.picture.marks_of(at)).unwrap_or_default();
    marks.iter().flat_map(|mark| mark.causes.iter().map(move |cause| Again::of(of, mark, cause))).collect()
}

object! {
    /// Why an item waits: `answer`, `hold`, `after`, `time` or `person`; on what, in which words of the playbook, until when, for whom.
    Waiting<'a>(
        of: &View<'a>, known: &Knowledge<'_>, item: &'a playbook::Item, status: &'a ItemStatus, waits: &Waits<'a>,
    ) {
        let hold = match waits {
            Waits::Hold(held) => held.of(of.playbook, item),
            _ => None,
        };
        let after = matches!(waits, Waits::After(_)).then(|| known.before(item)).flatten();
        let on: Vec<Subject> = match (waits, hold, after) {
            (_, Some(hold), _) => known.holds(Some(&hold.condition)).decided_by().cloned().collect(),
            (.., Some(verdict)) => if verdict.missing.is_empty() { verdict.decided_by().cloned().collect() } else { verdict.missing },
            _ => Vec::new(),
        };
        let (until, event) = match waits {
            Waits::Time(until, event) => (*until, *event),
            _ => (None, None),
        };
        let person = awaited(of.state, status, None).filter(|_| matches!(waits, Waits::Person));
    } => {
        reason: &'static str = match waits {
            Waits::Answer(_) => "answer",
            Waits::Hold(_) => "hold",
            Waits::After(_) => "after",
            Waits::Time(..) => "time",
            Waits::Person => "person",
        },
        #[serde(skip_serializing_if = "Vec::is_empty")]
        on: Vec<ItemId> = on.iter().map(Subject::id).chain(event).cloned().collect(),
        #[serde(skip_serializing_if = "Option::is_none")]
        say: Option<&'a str> = match (waits, &item.body) {
            (Waits::After(_), Body::Task(task)) => task.after.as_ref().map(|after| after.say.as_str()),
            _ => hold.map(|hold| hold.say.as_str()),
        },
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Stamp> = until,
        #[serde(skip_serializing_if = "Option::is_none")]
        person: Option<&'a str> = person.map(|person| person.to),
    }
}

object! {
    Target<'a>(of: &View<'a>, row: TargetStatus<'a>) => {
        name: &'a str = row.name,
        state: Standing = row.standing,
        value: Option<&'a str> = answered(of, &row.status.conflict, row.entry).or(row.status.value.as_deref()),
        #[serde(skip_serializing_if = "Vec::is_empty")]
        missing: Vec<&'a ItemId> = row.status.missing.iter().map(Subject::id).collect(),
        #[serde(skip_serializing_if = "Vec::is_empty")]
        conflict: Vec<&'a EntryId> = row.status.conflict.iter().map(|at| &of.state.at(*at).id).collect(),
    }
}

fn answered<'a>(of: &View<'a>, conflict: &[usize], entry: Option<usize>) -> Option<&'a str> {
    match &of.state.at(entry?).fact {
        Fact::Answered { value, .. } if conflict.is_empty() => Some(value),
        _ => None,
    }
}

/// A question is stated by its stored form, which scripts can send back; everything else as people read it.
fn stored<'a>(of: &View<'a>, status: &ItemStatus) -> Option<&'a str> {
    match &of.state.at(status.entry?).fact {
        Fact::Answered { .. } if !status.targets.is_empty() => None,
        Fact::Answered { .. } => answered(of, &status.conflict, status.entry),
        Fact::Decided { option, .. } if status.standing == Standing::Decided => Some(option.as_str()),
        _ => None,
    }
}
