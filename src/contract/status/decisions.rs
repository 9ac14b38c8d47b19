//! Decisions in the status: each seat with what it recorded, and what the policy suggests.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId};
use crate::case::Fact;
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::judge::{Knowledge, Standing};
use crate::playbook::item::{self, Suggestion as Suggested};
use crate::playbook::{Body, Item};
use serde::Serialize;

pub fn decisions<'a>(of: &View<'a>, known: &Knowledge<'_>) -> Vec<Decision<'a>> {
    let decisions = of.items().filter_map(|(item, status)| match &item.body {
        Body::Decision(body) => Some(Decision::of(of, known, item, body, status)),
        _ => None,
    });
    decisions.collect()
}

object! {
    Decision<'a>(
        of: &View<'a>, known: &Knowledge<'_>, item: &'a Item, body: &'a item::Decision, status: &ItemStatus,
    ) {
        let suggested = body.suggestions.iter().filter(|suggestion| known.suggests(suggestion));
    } => {
        id: &'a ItemId = &item.id,
        title: &'a str = &item.title,
        state: Standing = status.standing,
        seats: Vec<Seat<'a>> = body.seats.iter().map(|role| Seat::of(of, known, &item.id, role)).collect(),
        quorum: Quorum = body.quorum.map_or(Quorum::Not("not stated"), Quorum::Stated),
        value: Option<ItemId> = known.decided(item.id.as_str()),
        /// The role that settled it otherwise than by the seats.
        #[serde(skip_serializing_if = "Option::is_none")]
        settled_by: Option<ItemId> = known.settled_by(&item.id, body).map(|settled| settled.role),
        reason: Option<&'a str> = status.entry.and_then(|at| match &of.state.at(at).fact {
            Fact::Decided { reason, .. } if status.conflict.is_empty() => Some(reason.as_str()),
            _ => None,
        }),
        suggestions: Vec<Suggestion<'a>> = suggested.map(Suggestion::of).collect(),
        clauses: &'a [ClauseId] = &item.cite,
    }
}

object! {
    Seat<'a>(of: &View<'a>, known: &Knowledge<'_>, decision: &ItemId, role: &'a ItemId) {
        let records = known.seat_records(decision, role);
        let (person, standing_in) = match records.last().map(|at| &of.state.at(*at).fact) {
            Some(Fact::Decided { person, standing_in, .. }) => (person.as_deref(), standing_in.as_deref()),
            _ => (None, None),
        };
    } => {
        role: &'a ItemId = role,
        recorded: bool = !records.is_empty(),
        option: Option<ItemId> = known.seat_choice(decision, role),
        person: Option<&'a str> = person,
        standing_in: Option<&'a str> = standing_in,
    }
}

/// How many seats suffice.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Quorum {
    Stated(u32),
    Not(&'static str),
}

object! {
    Suggestion<'a>(suggested: &'a Suggested) => {
        option: &'a ItemId = &suggested.option,
        say: &'a str = &suggested.say,
        clauses: &'a [ClauseId] = &suggested.cite,
    }
}
