//! Contacts in the status: one row for each role of each call, in calling order.

use super::super::Knowledge;
use super::super::items::ItemStatus;
use super::super::passed_on;
use super::super::standing::Standing;
use super::super::targets::{TargetStatus, key};
use super::super::whom::{Origin, Proposal, Reach};
use super::super::words;
use super::{StatusOf, clauses};
use crate::base::ItemId;
use crate::case::Fact;
use crate::playbook::item::{Call, Side};
use crate::playbook::{Body, Item};
use serde_json::{Value, json};

pub(super) fn contacts(of: &StatusOf<'_>, knowledge: &Knowledge<'_>) -> Vec<Value> {
    let mut rows: Vec<(u32, Value)> = Vec::new();
    for (item, status) in of.playbook.items.iter().zip(&of.assessment.items) {
        let Body::Call(call) = &item.body else { continue };
        // One row for each role; where the call is made for each row of a list, for each role of each of them.
        let mut targets: Vec<Option<&TargetStatus>> = status.targets.iter().map(Some).collect();
        if targets.is_empty() {
            targets.push(None);
        }
        for target in targets {
            for (place, role) in std::iter::once(&call.role).chain(&call.alternates).enumerate() {
                let row = row(of, knowledge, item, call, (status, target), (place, role));
                rows.push((call.order, row));
            }
        }
    }
    rows.sort_by_key(|(order, _)| *order);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(
    of: &StatusOf<'_>,
    knowledge: &Knowledge<'_>,
    item: &Item,
    call: &Call,
    (status, target): (&ItemStatus, Option<&TargetStatus>),
    (place, role): (usize, &ItemId),
) -> Value {
    let everywhere = of.assessment.reach(of.playbook, role.as_str());
    let there = everywhere.zip(target).map(|(reach, target)| reach.for_row(&target.name));
    let reach = there.as_ref().or(everywhere);
    let first = reach.and_then(|reach| reach.first());
    let own = target.map_or(status.proposal.as_ref(), |target| target.proposal.as_ref());
    let proposal = own.filter(|proposal| proposal.role == *role);
    let standing = target.map_or(status.standing, |target| target.standing);
    let (person, channel, origin) = match (proposal, first) {
        (Some(now), _) => (now.person.as_deref(), now.channel.as_deref(), Some(now.origin)),
        (None, Some(first)) => {
            (first.person.as_deref(), first.channels.first().map(String::as_str), Some(first.origin))
        }
        (None, None) => (None, None, None),
    };
    // A lane that is held and a call that is put off hold back every row of it; a closed case wants no call.
    let in_the_walk = status.applies.value == Some(true) && status.standing.is_open() && !of.assessment.closed;
    let call_now = in_the_walk && proposal.is_some() && matches!(standing, Standing::Due | Standing::Attempted);
    let by_place = reach.map(|reach| reach.by_place.as_slice()).unwrap_or_default();
    json!({
        "role": role.as_str(),
        "title": of.playbook.role_title(role.as_str()),
        "call": item.id.as_str(),
        "target": target.map(|target| &target.name),
        "state": state(of, item, (status, target), role),
        "because": because(knowledge, item, status, place),
        "clauses": clauses(&item.cite),
        "order": call.order,
        "alternate": place,
        "area": call.area,
        "side": call.side.map(|side| match side { Side::Internal => "internal", Side::External => "external" }),
        "confirm": call.confirm,
        "call_now": call_now,
        "person": person,
        "channel": channel,
        "no_channel": channel.is_none().then(|| no_channel(proposal, reach, origin.filter(|_| person.is_some()))),
        "source": origin.filter(|_| person.is_some() || channel.is_some()).map(Origin::word),
        "away": reach.into_iter().flat_map(|reach| &reach.away).map(|away| &away.says).collect::<Vec<_>>(),
        "passed_on": passed_on::awaited(of.state, status, target).map(|awaited| json!({
            "to": awaited.to,
            "at": awaited.at.to_text(),
            "elapsed_s": awaited.at.earliest().map(|at| of.now.seconds_since(at)),
            "said": awaited.said,
        })),
        "reported_by": reported_by(of, item, (status, target)),
        "why": proposal.map(|proposal| proposal.why.as_str()).filter(|why| !why.is_empty()),
        "by_place": by_place.iter().map(|(places, one)| json!({
            "places": places.join(", "),
            "person": one.person,
            "channel": one.channels.first(),
        })).collect::<Vec<_>>(),
    })
}

/// Why there is no number, and what to do about it. `named` is where the person is known from, if one is named.
fn no_channel(proposal: Option<&Proposal>, reach: Option<&Reach>, named: Option<Origin>) -> &'static str {
    let away = reach.is_some_and(|reach| !reach.away.is_empty());
    if proposal.is_some_and(|proposal| proposal.exhausted) {
        "every number that is known was wrong or disconnected: fill in another one"
    } else if named.is_some_and(|origin| origin != Origin::Policy) {
        "no number is known: fill it in"
    } else if away {
        "nobody who holds the role is there today: fill somebody in"
    } else {
        "no number in the policy: fill it in"
    }
}

/// The contract's word for one role of a call.
fn state(
    of: &StatusOf<'_>,
    item: &Item,
    (status, target): (&ItemStatus, Option<&TargetStatus>),
    role: &ItemId,
) -> &'static str {
    let standing = target.map_or(status.standing, |target| target.standing);
    let try_now = target.map_or(&status.try_now, |target| &target.try_now);
    let concerns =
        |named: Option<&String>| target.is_none_or(|target| named.is_some_and(|name| key(name) == key(&target.name)));
    let mut outcome = None;
    for at in of.state.attempts(item.id.as_str()) {
        if let Fact::Called { role: called, outcome: ended, target: named, .. } = &of.state.at(*at).fact
            && called == role
            && concerns(named.as_ref())
        {
            outcome = Some(*ended);
        }
    }
    // What does not apply, or is not known to, is due to nobody, whatever its rows wait for.
    let applies = status.applies.value == Some(true) && status.standing.is_open();
    match (standing, outcome) {
        (_, Some(crate::case::CallOutcome::Reached)) if standing == Standing::Covered => "covered",
        (_, Some(crate::case::CallOutcome::Reached)) => "reached",
        (Standing::Reached | Standing::Covered, _) => "covered",
        // Whoever was asked has the call in hand; that nobody was reached yet is all that is known.
        (Standing::PassedOn, None) if try_now.as_ref() == Some(role) => "attempted",
        (_, Some(_)) => "attempted",
        _ if applies && try_now.as_ref() == Some(role) && matches!(standing, Standing::Due | Standing::Attempted) => {
            "due"
        }
        _ => "not-due",
    }
}

/// Who reported back that somebody was reached, where the call was passed on before.
fn reported_by<'a>(
    of: &'a StatusOf<'_>,
    item: &Item,
    (status, target): (&ItemStatus, Option<&TargetStatus>),
) -> Option<&'a str> {
    let at = target.map_or(status.entry, |target| target.entry)?;
    passed_on::reporter(of.state.at(at), at, of.state.passed_on(item.id.as_str()))
}

fn because(knowledge: &Knowledge<'_>, item: &Item, status: &ItemStatus, place: usize) -> Vec<String> {
    let mut because = words::reasons(&status.applies, knowledge);
    let missing = status.applies.missing.iter().map(|subject| words::subject(subject, knowledge.playbook));
    because.extend(missing.map(|title| format!("Waits for: {title}")));
    match status.standing {
        Standing::Choice => because.push("Whether it is needed is not recorded.".into()),
        Standing::RuledOut => {
            because.extend(status.value.iter().map(|reason| format!("Not needed: {reason}")));
        }
        _ => {}
    }
    if place > 0 {
        because.push(format!("Stands in, place {place} after the first."));
    }
    if because.is_empty() {
        because.extend(item.why.clone());
    }
    because
}
