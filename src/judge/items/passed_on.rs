//! Calls that were passed on: somebody else was asked to make them, and reports back what they came to.
//!
//! A tree of contacts holds only while every caller reports back: a call that was passed on is open until an outcome is
//! recorded, whoever made it in the end.

use crate::base::EventTime;
use crate::case::{CaseState, Fact, Recorded};
use crate::judge::Picture;
use crate::judge::call_tree::Origin;
use crate::judge::items::ItemStatus;
use crate::judge::truth::newest::{newest, saw};
use crate::judge::truth::per_row::{TargetStatus, first_waiting};
use crate::judge::types::standing::Standing;
use crate::playbook::item::Call;
use crate::playbook::{Body, Playbook};

/// A call that waits for a report back.
#[derive(Clone, PartialEq, Debug)]
pub struct Awaited<'a> {
    /// Who was asked to make it.
    pub to: &'a str,
    pub at: EventTime,
    pub said: Option<&'a str>,
}

/// The entry that passed a call on, unless an attempt was recorded since. An attempt of somebody who had not seen it is no report back.
pub(in crate::judge) fn waiting(state: &CaseState, passed: &[usize], attempts: &[usize]) -> Option<usize> {
    let reported = |at: usize| attempts.iter().any(|attempt| saw(state, *attempt, at));
    let open: Vec<usize> = passed.iter().copied().filter(|at| !reported(*at)).collect();
    newest(state, &open)
}

/// What is said of a call that waits.
pub(in crate::judge) fn value(state: &CaseState, at: usize) -> Option<String> {
    let Fact::PassedOn { to, .. } = &state.at(at).fact else { return None };
    Some(format!("{to} was asked to make the call"))
}

/// Who reported back: somebody else than the person at the keyboard made the call, after it was passed on.
pub fn reporter<'a>(recorded: &'a Recorded, at: usize, passed: &[usize]) -> Option<&'a str> {
    let asked_before = passed.iter().any(|asked| *asked < at);
    let actor = recorded.who.actor.as_deref().filter(|actor| *actor != recorded.who.by);
    actor.filter(|_| asked_before)
}

/// For whose report back a call waits, or the first row of it that waits.
pub fn awaited<'a>(state: &'a CaseState, status: &ItemStatus, target: Option<TargetStatus<'_>>) -> Option<Awaited<'a>> {
    let row = target.or_else(|| first_waiting(&status.targets));
    let (standing, entry) = row.map_or((status.standing, status.entry), |row| (row.standing, row.entry));
    let recorded = state.at(entry.filter(|_| standing == Standing::PassedOn)?);
    let Fact::PassedOn { to, said, .. } = &recorded.fact else { return None };
    Some(Awaited { to, at: recorded.happened(), said: said.as_deref() })
}

/// Who makes a call by the policy: the person, where one is known, else the role; `None` where the policy names nobody. A person
/// whom only the policy prints is not taken for the one who was asked.
pub fn caller(playbook: &Playbook, assessment: &Picture, call: &Call) -> Option<String> {
    let role = call.told_by.as_ref()?;
    let first = assessment.reach(playbook, role.as_str()).and_then(|reach| reach.first());
    let person = first.filter(|first| first.origin != Origin::Policy).and_then(|first| first.person.clone());
    Some(person.unwrap_or_else(|| playbook.role_title(role.as_str()).to_owned()))
}

/// The open calls that the policy has the same role make, as places among the items; none where it names nobody.
pub fn of_the_same_caller(playbook: &Playbook, assessment: &Picture, call: &Call) -> Vec<usize> {
    let theirs = |body: &Body| matches!(body, Body::Call(other) if other.told_by == call.told_by);
    let is_one = |at: &usize| {
        call.told_by.is_some() && assessment.items[*at].standing.is_open() && theirs(&playbook.items[*at].body)
    };
    (0..playbook.items.len()).filter(is_one).collect()
}
