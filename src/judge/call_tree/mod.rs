//! Whom to call: for each role who holds it today and how to reach them, and for each call the one number to try now.
//!
//! What this case recorded goes first, then the organisation's phone list, then what the policy prints. The phone list is
//! read as it is now: it is not frozen into the case, because on the night a number that was corrected an hour ago is worth
//! more than the one of last year. What was dialled is frozen, in the entry of the call.

mod ladder;
mod reach;
mod row;

pub use ladder::Proposal;
use ladder::propose;
pub use reach::{Away, Candidate, Origin, Reach, reach};
pub use row::Directory;

use crate::base::{ItemId, Now, Stamp};
use crate::case::{Attribution, CallOutcome, CaseState, Fact, ForRows, Recorded};
use crate::contacts::PhoneList;
use crate::judge::View;
use crate::judge::evidence::Counting;
use crate::judge::items::ItemStatus;
use crate::judge::truth::per_row::first_waiting;
use crate::playbook::item::Call;
use crate::playbook::{Body, Playbook};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Numbers that were found wrong or dead in this case, with the outcome that showed it. A number that was filled in or that
/// answered later is good again.
pub type Dead = BTreeMap<String, (CallOutcome, Stamp)>;

/// Works out every role, and what to try now for every call that has somebody to try.
pub fn work_out(
    playbook: &Playbook,
    state: Counting<'_>,
    list: &PhoneList,
    items: &mut [ItemStatus],
    now: Now,
) -> Vec<Reach> {
    // Only a row of a list names somebody beside the role.
    let by_rows =
        playbook.items.iter().any(|item| matches!(item.body, Body::Call(_)) && item.body.for_each().is_some());
    let directory = Rc::new(if by_rows { row::directory(list, now.date()) } else { row::Directory::default() });
    let roles: Vec<_> = playbook
        .roles
        .iter()
        .map(|role| reach(playbook, state, (list, &directory), role.id.as_str(), now.date()))
        .collect();
    let dead = dead(&state);
    let mut named = row::Named::default();
    for (item, status) in playbook.items.iter().zip(items) {
        let Body::Call(call) = &item.body else { continue };
        if status.try_now.is_none() {
            continue;
        }
        let order = order(playbook, call, &roles);
        let attempts: Vec<_> = state.attempts(item.id.as_str()).iter().map(|at| state.at(*at)).collect();
        if !status.targets.is_empty() {
            let named = status.targets.list().map(|list| named.rows(list, &roles, &directory));
            for_each_row(&order, &state, (&dead, now), status, &named.unwrap_or_default());
            continue;
        }
        status.proposal = propose(&order, &attempts, &dead, now);
        if let Some(proposal) = &status.proposal {
            status.try_now = Some(proposal.role.clone());
        }
    }
    roles
}

/// The roles of a call in the policy's order, and how each is reached.
fn order<'a>(playbook: &Playbook, call: &'a Call, roles: &'a [Reach]) -> Vec<(&'a ItemId, &'a Reach)> {
    let place = |id: &ItemId| playbook.roles.iter().position(|role| role.id == *id);
    let all = std::iter::once(&call.role).chain(&call.alternates);
    all.filter_map(|id| Some((id, roles.get(place(id)?)?))).collect()
}

/// Whom a call goes to if the number that is to be tried now is not answered; `None` where there is nobody else.
pub fn after(view: &View<'_>, at: usize) -> Option<Proposal> {
    let (item, status) = (&view.playbook.items[at], &view.picture.items[at]);
    let now = status.proposal.as_ref().filter(|now| !now.exhausted)?;
    let Body::Call(call) = &item.body else { return None };
    let row = first_waiting(&status.targets);
    let mut order = order(view.playbook, call, &view.picture.roles);
    let there: Vec<_> = row.iter().flat_map(|row| order.iter().map(|(_, reach)| reach.for_row(row.name))).collect();
    for ((_, reach), there) in order.iter_mut().zip(&there) {
        *reach = there;
    }
    let missed = Recorded {
        id: view.state.log.first()?.recorded.id.clone(),
        reading: view.reading.clone(),
        at: view.now.at,
        facilitator: false,
        who: Attribution::default(),
        fact: Fact::Called {
            role: now.role.clone(),
            person: now.person.clone(),
            channel: now.channel.clone(),
            outcome: CallOutcome::NoAnswer,
            calls: vec![item.id.clone()],
            said: None,
            target: ForRows::default(),
        },
    };
    let attempts = row.map_or_else(|| view.counting().attempts(item.id.as_str()), |row| &row.status.attempts);
    let mut attempts: Vec<_> = attempts.iter().map(|at| view.state.at(*at)).collect();
    attempts.push(&missed);
    let next = propose(&order, &attempts, &dead(view.state), view.now)?;
    let same = next.role == now.role && next.person == now.person && next.channel == now.channel;
    (!same).then_some(next)
}

/// What to try now for each row of the list for which a call is made: who serves that place goes first, or the person whom the row
/// names, and only the attempts for that row count. The call as a whole proposes what its first waiting row does: the one whose name stands with it.
/// `named` are the rows whose names somebody knows; for the others the same is tried.
fn for_each_row(
    order: &[(&ItemId, &Reach)],
    state: &CaseState,
    (dead, now): (&Dead, Now),
    status: &mut ItemStatus,
    named: &BTreeSet<usize>,
) {
    status.targets.change_by_name(named, |name, row| {
        if !row.standing.is_open() {
            return;
        }
        let own: Vec<_> = row.attempts.iter().map(|at| state.at(*at)).collect();
        let there: Vec<_> =
            order.iter().map(|(role, reach)| (*role, reach.for_row(name.unwrap_or_default()))).collect();
        let there: Vec<_> = there.iter().map(|(role, reach)| (*role, reach)).collect();
        row.proposal = propose(&there, &own, dead, now).map(Box::new);
        if let Some(proposal) = &row.proposal {
            row.try_now = Some(proposal.role.clone());
        }
    });
    status.proposal = first_waiting(&status.targets).and_then(|row| row.status.proposal.as_deref().cloned());
    if let Some(proposal) = &status.proposal {
        status.try_now = Some(proposal.role.clone());
    }
}

fn dead(state: &CaseState) -> Dead {
    let mut dead = Dead::new();
    for recorded in state.numbers().iter().map(|at| state.at(*at)) {
        let at = recorded.at;
        match &recorded.fact {
            Fact::Called { channel: Some(channel), outcome, .. } => match outcome {
                CallOutcome::WrongNumber | CallOutcome::Disconnected => {
                    dead.insert(channel.clone(), (*outcome, at));
                }
                _ => {
                    dead.remove(channel);
                }
            },
            Fact::ContactSet { channel: Some(channel), .. } => {
                dead.remove(channel);
            }
            _ => {}
        }
    }
    dead
}
