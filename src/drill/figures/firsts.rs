//! The first call, and the times that expectations of the script give: first report, escalation, notify.

use super::took::Took;
use crate::base::ItemId;
use crate::case::{CallOutcome, Fact};
use crate::drill::expect::{Seen, Step, decision, in_order};
use crate::drill::played::{Played, Sent};
use crate::drill::script::{Binding, Expectation, Figure, Tried};
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Playbook};

/// The first call of all, and the first by which somebody was reached.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FirstCall {
    pub any: Option<Took>,
    pub reached: Option<Took>,
}

/// A time that an expectation gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timed {
    pub figure: Figure,
    /// The place of the expectation in the script.
    pub expectation: usize,
    /// `None` where it was not by the end, or is not yet.
    pub took: Option<Took>,
    /// Of a call: the first attempt.
    pub tried: Option<Took>,
    /// Of a decision with several seats: when each was recorded first.
    pub seats: Vec<(ItemId, Option<Took>)>,
    /// When all seats were recorded and did not agree, where that came before they did.
    pub split: Option<Took>,
    /// What changed later: when, and what it says since; nothing where it holds no more.
    pub changes: Vec<(Took, Option<String>)>,
}

pub fn first_call(played: &Played<'_>, z: Sent) -> FirstCall {
    let first = |is: &dyn Fn(&Fact) -> bool| first_of(played, z, is);
    FirstCall { any: first(&|fact| matches!(fact, Fact::Called { .. })), reached: first(&is_reached) }
}

fn is_reached(fact: &Fact) -> bool {
    matches!(fact, Fact::Called { outcome: CallOutcome::Reached, .. })
}

/// The first record of a kind before the end, struck out or cut off ones aside.
fn first_of(played: &Played<'_>, z: Sent, is: &dyn Fn(&Fact) -> bool) -> Option<Took> {
    let at = in_order(played.case).into_iter().find(|at| is(&played.case.at(*at).fact))?;
    Took::of(played, z, at)
}

/// The times that the script asks for, in its order. `seen` stands beside its expectations.
pub fn timed(played: &Played<'_>, z: Sent, seen: &[Seen]) -> Vec<Timed> {
    let all = played.script.expectations.iter().zip(seen).enumerate();
    all.filter_map(|(at, (one, seen))| Some(time(played, z, (at, one), seen, one.figure?))).collect()
}

fn time(played: &Played<'_>, z: Sent, (at, one): (usize, &Expectation), seen: &Seen, figure: Figure) -> Timed {
    let took = |step: Option<&Step>| Took::of_step(played, z, step?);
    let first = seen.first();
    // A first report is made when somebody is first reached; whatever else a call gives a time for is known when its binding holds.
    let report = (figure == Figure::FirstReport).then(|| call(played.playbook, &one.binding)).flatten();
    let reaching = report.map(|call| {
        first_of(played, z, &|fact| match (fact, &call) {
            (Fact::Called { calls, outcome: CallOutcome::Reached, .. }, Tried::Call(id)) => calls.contains(id),
            (Fact::Called { role, outcome: CallOutcome::Reached, .. }, Tried::Role(id)) => role == id,
            _ => false,
        })
    });
    let changes = seen.changes.iter().filter(|step| step.is_in_time());
    Timed {
        figure,
        expectation: at,
        took: reaching.clone().unwrap_or_else(|| took(first)),
        tried: reaching.and_then(|_| took(seen.tried.as_ref().filter(|step| step.is_in_time()))),
        seats: seats(played, z, one),
        split: took(seen.split.as_ref().filter(|split| first.is_none_or(|first| split.when < first.when))),
        changes: changes.filter_map(|step| Some((took(Some(step))?, step.holds.then(|| step.says.clone())))).collect(),
    }
}

/// The call that an expectation is about.
fn call(playbook: &Playbook, binding: &Binding) -> Option<Tried> {
    match binding {
        Binding::Tried(tried) => Some(tried.clone()),
        Binding::Item(id) => {
            let is_call = matches!(playbook.item(id.as_str()).map(|item| &item.body), Some(Body::Call(_)));
            is_call.then(|| Tried::Call(id.clone()))
        }
        Binding::Meets(condition) => match condition.root.subjects().as_slice() {
            [Subject::Call(id)] => Some(Tried::Call(id.clone())),
            _ => None,
        },
        Binding::ByHand => None,
    }
}

/// When each seat of a decision was recorded first, where it has several.
fn seats(played: &Played<'_>, z: Sent, one: &Expectation) -> Vec<(ItemId, Option<Took>)> {
    let Some(id) = decision(played.playbook, &one.binding) else { return Vec::new() };
    let Some(Body::Decision(body)) = played.playbook.item(id.as_str()).map(|item| &item.body) else {
        return Vec::new();
    };
    if body.seats.len() < 2 {
        return Vec::new();
    }
    let of = |seat: &ItemId| {
        first_of(
            played,
            z,
            &|fact| matches!(fact, Fact::Decided { decision, role, .. } if decision == id && role == seat),
        )
    };
    body.seats.iter().map(|seat| (seat.clone(), of(seat))).collect()
}
