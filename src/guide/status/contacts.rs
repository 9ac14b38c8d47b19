//! Contacts in the status: one row for each role of each call, in calling order.

use super::super::Knowledge;
use super::super::items::ItemStatus;
use super::super::standing::Standing;
use super::super::targets::{TargetStatus, key};
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
    let filled =
        of.state.contact(role.as_str()).and_then(crate::case::tracks::Track::last).map(|at| of.state.at(at));
    let (person, channel) = match filled.map(|recorded| &recorded.fact) {
        Some(Fact::ContactSet { person, channel, .. }) => (person.clone(), channel.clone()),
        _ => (None, None),
    };
    let known = of.playbook.role(role.as_str());
    let printed = known
        .and_then(|role| role.channels.first())
        .map(|channel| format!("{} {}", channel.kind, channel.value));
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
        "person": person.or_else(|| known.and_then(|role| role.printed_person.clone())),
        "channel": channel.or(printed),
    })
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
    let concerns = |named: Option<&String>| {
        target.is_none_or(|target| named.is_some_and(|name| key(name) == key(&target.name)))
    };
    let mut outcome = None;
    for at in of.state.attempts(item.id.as_str()) {
        if let Fact::Called { role: called, outcome: ended, target: named, .. } = &of.state.at(*at).fact
            && called == role
            && concerns(named.as_ref())
        {
            outcome = Some(*ended);
        }
    }
    match (standing, outcome) {
        (_, Some(crate::case::CallOutcome::Reached)) if standing == Standing::Covered => "covered",
        (_, Some(crate::case::CallOutcome::Reached)) => "reached",
        (Standing::Reached | Standing::Covered, _) => "covered",
        (_, Some(_)) => "attempted",
        _ if try_now.as_ref() == Some(role) && matches!(standing, Standing::Due | Standing::Attempted) => {
            "due"
        }
        _ => "not-due",
    }
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
