//! Passing calls on: somebody else is asked to make them and to report back.

use super::super::passed_on::{caller, of_the_same_caller};
use super::super::refusal::Refusal;
use super::super::standing::Standing;
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
        calls.extend(others(context, item, body)?);
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

/// Who makes the call by the policy.
fn made_by(context: &Context<'_>, body: &Call) -> Result<String, Refusal> {
    caller(context.playbook, context.assessment, body)
        .ok_or_else(|| Refusal::new("The policy does not say who makes this call.", "Say who was asked (--to NAME)."))
}

/// The other open calls that the policy has the same role make.
fn others(context: &Context<'_>, item: &Item, body: &Call) -> Result<Vec<ItemId>, Refusal> {
    if body.told_by.is_none() {
        return Err(Refusal::new(
            "The policy does not say who makes this call, so no other calls go with it.",
            "Pass each call on by itself.",
        ));
    }
    let all = of_the_same_caller(context.playbook, context.assessment, body).into_iter();
    let ids = all.map(|at| context.playbook.items[at].id.clone());
    Ok(ids.filter(|id| *id != item.id).collect())
}
