//! Passing calls on: somebody else is asked to make them and to report back.

use super::super::items::ItemStatus;
use super::super::refusal::Refusal;
use super::super::standing::Standing;
use super::super::whom::Origin;
use super::{Context, optional, targets};
use crate::base::ItemId;
use crate::case::Fact;
use crate::playbook::item::Call;
use crate::playbook::{Body, Item};

/// What was typed.
pub(super) struct PassOnWords<'a> {
    pub id: &'a str,
    pub to: Option<&'a str>,
    pub all: bool,
    pub said: Option<&'a str>,
    pub target: Option<&'a str>,
}

pub(super) fn pass_on(context: &Context<'_>, typed: &PassOnWords<'_>) -> Result<Fact, Refusal> {
    let item = context.item(typed.id)?;
    let Body::Call(body) = &item.body else {
        return Err(Refusal::new(
            format!("{} is a {}, and only a call can be passed on.", item.id, item.body.kind()),
            "Record what became of it; who did it can be named there.",
        ));
    };
    let target = targets::named(context, item, typed.target)?;
    if let Some(status) = context.assessment.item(context.playbook, item.id.as_str()) {
        let row = target.as_deref().and_then(|name| targets::status(status, name));
        is_open(row.map_or(status.standing, |row| row.standing))?;
    }
    let to = match optional(typed.to, "The name")? {
        Some(name) => name,
        None => made_by(context, body)?,
    };
    let mut calls = vec![item.id.clone()];
    if typed.all {
        if target.is_some() {
            return Err(Refusal::new(
                "All calls of one caller are passed on as a whole, not for one row of a list.",
                "Leave out either --all or --for.",
            ));
        }
        calls.extend(of_the_same_caller(context, item, body)?);
    }
    Ok(Fact::PassedOn { calls, to, said: optional(typed.said, "What was agreed")?, target })
}

/// Whether there is a call left to make.
fn is_open(standing: Standing) -> Result<(), Refusal> {
    let why = match standing {
        Standing::Reached | Standing::Covered => "Somebody was reached already.",
        Standing::RuledOut => "This call was found not to be needed.",
        Standing::NotApplicable => "This call does not apply.",
        Standing::Pending => "Whether this call applies is not known yet.",
        _ => return Ok(()),
    };
    Err(Refusal::new(format!("{why} There is nothing to pass on."), "A note can be written at any time."))
}

/// Who makes the call by the policy: the person, where one is known, else the role.
fn made_by(context: &Context<'_>, body: &Call) -> Result<String, Refusal> {
    let Some(role) = &body.told_by else {
        return Err(Refusal::new(
            "The policy does not say who makes this call.",
            "Say who was asked (--to NAME).",
        ));
    };
    let first = context.assessment.reach(context.playbook, role.as_str()).and_then(|reach| reach.first());
    // A person whom only the policy prints is not taken for the one who was asked.
    let person = first.filter(|first| first.origin != Origin::Policy).and_then(|first| first.person.clone());
    Ok(person.unwrap_or_else(|| context.playbook.role_title(role.as_str()).to_owned()))
}

/// The other open calls that the policy has the same role make.
fn of_the_same_caller(context: &Context<'_>, item: &Item, body: &Call) -> Result<Vec<ItemId>, Refusal> {
    if body.told_by.is_none() {
        return Err(Refusal::new(
            "The policy does not say who makes this call, so no other calls go with it.",
            "Pass each call on by itself.",
        ));
    }
    let same = |other: &Item, status: &ItemStatus| {
        let theirs = matches!(&other.body, Body::Call(call) if call.told_by == body.told_by);
        theirs && other.id != item.id && status.standing.is_open()
    };
    let all = context.playbook.items.iter().zip(&context.assessment.items);
    Ok(all.filter(|(other, status)| same(other, status)).map(|(other, _)| other.id.clone()).collect())
}
