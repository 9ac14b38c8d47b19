//! Calls of the contact tree: an attempt, its outcome, and every call that one person reached is credited with.

use super::super::items::ItemStatus;
use super::super::refusal::Refusal;
use super::super::standing::Standing;
use super::super::whom::{Origin, Proposal};
use super::{Context, optional, targets};
use crate::base::ItemId;
use crate::case::{CallOutcome, Fact};
use crate::playbook::item::Call;
use crate::playbook::{Body, Item};

/// What was typed for a call.
pub(super) struct CallWords<'a> {
    pub id: &'a str,
    pub role: Option<&'a str>,
    pub person: Option<&'a str>,
    pub channel: Option<&'a str>,
    pub outcome: &'a str,
    pub said: Option<&'a str>,
    pub target: Option<&'a str>,
}

pub(super) fn call(context: &Context<'_>, typed: &CallWords<'_>) -> Result<Fact, Refusal> {
    let outcome = CallOutcome::parse_typed(typed.outcome).ok_or_else(|| {
        let known: Vec<_> = CallOutcome::ALL.iter().map(|outcome| outcome.word()).collect();
        Refusal::new(
            format!("\"{}\" is not an outcome of a call.", crate::base::text::cut(typed.outcome, 40)),
            format!("Outcomes are: {}.", known.join(", ")),
        )
    })?;
    let target = match context.playbook.item(typed.id.trim()) {
        Some(item) => targets::needed(context, item, targets::named(context, item, typed.target)?)?,
        None => None,
    };
    let (role, calls) = who(context, typed, target.as_deref(), outcome)?;
    let given = (optional(typed.person, "The name")?, optional(typed.channel, "The channel")?);
    // An empty text says that it is not known; only what was not given at all is taken from the proposal.
    let emptied = [typed.person, typed.channel].iter().any(|text| text.is_some_and(|t| t.trim().is_empty()));
    let (person, channel) = if emptied { given } else { dialled(context, &role, &calls, target.as_deref(), given) };
    let said = optional(typed.said, "What was said")?;
    Ok(Fact::Called { role, person, channel, outcome, calls, said, target })
}

/// What was proposed for a call, or for one row of it.
fn proposed<'c>(context: &'c Context<'_>, call: &ItemId, target: Option<&str>) -> Option<&'c Proposal> {
    let status = context.assessment.item(context.playbook, call.as_str())?;
    let Some(name) = target else { return status.proposal.as_ref() };
    targets::status(status, name)?.proposal.as_ref()
}

/// Who was dialled, under which number: as typed; what was left out is what was proposed, so that the entry says it for ever. A
/// person whom only the policy prints is not taken for the one who was called.
fn dialled(
    context: &Context<'_>,
    role: &ItemId,
    calls: &[ItemId],
    target: Option<&str>,
    typed: (Option<String>, Option<String>),
) -> (Option<String>, Option<String>) {
    let reach = context.assessment.reach(context.playbook, role.as_str());
    let there = reach.zip(target).map(|(reach, place)| reach.for_row(place));
    let anybody = reach.map(|reach| reach.candidates.as_slice()).unwrap_or_default();
    let reach = there.as_ref().or(reach);
    let candidates = reach.map(|reach| reach.candidates.as_slice()).unwrap_or_default();
    let known = |person: &Option<String>, origin| person.clone().filter(|_| origin != Origin::Policy);
    // The identifier of the phone list is short to type; the name is what can be read in ten years.
    let by_id = |typed: &str| {
        let mut known = candidates.iter().chain(anybody);
        known.find(|one| one.id.as_deref() == Some(typed))?.person.clone()
    };
    let proposal =
        calls.first().and_then(|call| proposed(context, call, target)).filter(|proposal| proposal.role == *role);
    let (next, number, origin) = match (proposal, candidates.first()) {
        (Some(now), _) => (now.person.clone(), now.channel.clone(), now.origin),
        (None, Some(first)) => (first.person.clone(), first.channels.first().cloned(), first.origin),
        (None, None) => return typed,
    };
    match typed {
        (None, None) => (known(&next, origin), number),
        (Some(person), None) => {
            let person = by_id(&person).unwrap_or(person);
            let number = number.filter(|_| next.as_deref() == Some(person.as_str()));
            (Some(person), number)
        }
        (None, Some(channel)) => {
            let owner = candidates.iter().find(|one| one.channels.contains(&channel));
            (owner.and_then(|one| known(&one.person, one.origin)), Some(channel))
        }
        (Some(person), Some(channel)) => (Some(by_id(&person).unwrap_or(person)), Some(channel)),
    }
}

/// The role that was called and the calls of the tree that count, the named one first.
fn who(
    context: &Context<'_>,
    typed: &CallWords<'_>,
    target: Option<&str>,
    outcome: CallOutcome,
) -> Result<(ItemId, Vec<ItemId>), Refusal> {
    let id = typed.id.trim();
    let named = context.playbook.item(id);
    if let Some(item) = named {
        let Body::Call(body) = &item.body else {
            return Err(Refusal::new(
                format!("{id} is a {}, not a call.", item.body.kind()),
                "`breachbook status CASE` lists the calls that are due.",
            ));
        };
        let next = context.assessment.item(context.playbook, id).and_then(|status| match target {
            Some(name) => targets::status(status, name).and_then(|row| row.try_now.clone()),
            None => status.try_now.clone(),
        });
        let role = match typed.role {
            Some(role) => context.role(role)?,
            None => next.unwrap_or_else(|| body.role.clone()),
        };
        let reaches = role == body.role || body.alternates.contains(&role);
        if !reaches {
            return Err(Refusal::new(
                format!("{} is not in the calling order of this call.", context.playbook.role_title(role.as_str())),
                format!("In order: {}.", order(context, body)),
            ));
        }
        let mut calls = vec![item.id.clone()];
        // Whoever is reached is told what the other calls would tell them, also when they call back out of turn.
        let turn = if outcome == CallOutcome::Reached { Turn::NextOrTried } else { Turn::Next };
        calls.extend(credited(context, &role, Some((item, body)), target, turn));
        return Ok((role, calls));
    }
    let role = context.role(id)?;
    // Somebody who was tried before, or stands first in the order, may call back whoever is next by now.
    let mut calls = credited(context, &role, None, None, Turn::Next);
    let first = calls.first().and_then(|first| context.playbook.item(first.as_str()));
    match first.map(|item| (item, &item.body)) {
        Some((item, Body::Call(body))) if outcome == CallOutcome::Reached => {
            calls.truncate(1);
            calls.extend(credited(context, &role, Some((item, body)), None, Turn::NextOrTried));
        }
        Some(_) => {}
        None => calls = credited(context, &role, None, None, Turn::NextOrTried),
    }
    if calls.is_empty() {
        return Err(Refusal::new(
            format!("No call to {} is due now.", context.playbook.role_title(role.as_str())),
            "Name the call itself, or write a note.",
        ));
    }
    Ok((role, calls))
}

/// Whom a call tries next: for the named row where it has rows, else altogether. Rows are never credited to a call without.
fn next_for<'s>(status: &'s ItemStatus, target: Option<&str>) -> Option<&'s ItemId> {
    match target {
        Some(name) => targets::status(status, name).and_then(|row| row.try_now.as_ref()),
        None => status.try_now.as_ref().filter(|_| status.targets.is_empty()),
    }
}

/// Whose turn it has to be for a call to be credited.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// The one to try now.
    Next,
    /// That one, and also the first in the order and whoever was tried already.
    NextOrTried,
}

/// Whether a role stands first in the order of a call or was tried for it already.
fn was_before(context: &Context<'_>, item: &Item, call: &Call, role: &ItemId, target: Option<&str>) -> bool {
    let row = target.map(super::super::targets::key);
    let tried = |at: &usize| match &context.state.at(*at).fact {
        Fact::Called { role: called, target, .. } => {
            called == role && target.as_deref().map(super::super::targets::key) == row
        }
        _ => false,
    };
    call.role == *role || context.state.attempts(item.id.as_str()).iter().any(tried)
}

/// Other calls that are due now, have the same role next in their order and carry the same message: call once, credit all. A
/// stand-in is credited only once those before it were tried.
fn credited(
    context: &Context<'_>,
    role: &ItemId,
    named: Option<(&Item, &Call)>,
    target: Option<&str>,
    turn: Turn,
) -> Vec<ItemId> {
    let due = |standing: Standing| matches!(standing, Standing::Due | Standing::Attempted | Standing::PassedOn);
    let mut message = named.map(|(_, call)| call.message.clone());
    let mut calls = Vec::new();
    for (item, status) in context.playbook.items.iter().zip(&context.assessment.items) {
        let Body::Call(body) = &item.body else { continue };
        let next = next_for(status, target);
        let their_turn = next == Some(role)
            || next.is_some() && turn == Turn::NextOrTried && was_before(context, item, body, role, target);
        let counts = due(status.standing) && their_turn && named.is_none_or(|(named, _)| named.id != item.id);
        if !counts {
            continue;
        }
        // Without a named call, the first one that is due says what the call is about.
        if *message.get_or_insert_with(|| body.message.clone()) == body.message {
            calls.push(item.id.clone());
        }
    }
    calls
}

fn order(context: &Context<'_>, call: &Call) -> String {
    let roles = std::iter::once(&call.role).chain(&call.alternates);
    roles.map(|id| format!("{id} ({})", context.playbook.role_title(id.as_str()))).collect::<Vec<_>>().join(", ")
}

pub(super) fn contact(
    context: &Context<'_>,
    role: &str,
    person: Option<&str>,
    channel: Option<&str>,
) -> Result<Fact, Refusal> {
    let role = context.role(role)?;
    let (person, channel) = (optional(person, "The name")?, optional(channel, "The channel")?);
    if person.is_none() && channel.is_none() {
        return Err(Refusal::new("Neither a person nor a channel was given.", "Give --person, --channel or both."));
    }
    Ok(Fact::ContactSet { role, person, channel })
}
