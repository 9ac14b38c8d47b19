//! Putting right: something is recorded anew and stands in the place of the entry that was wrong, whatever that had seen. The same
//! settles what contradicts itself: one of two is recorded anew in the place of both.

use super::common::SETTLES;
use super::draft::Draft;
use super::put_right::{names, replaceable};
use super::refusal::{Named, Reason, Refusal};
use super::rows::FOR;
use super::verb::Verb;
use super::verbs::{VERBS, change, decision};
use crate::base::ItemId;
use crate::case::{Attribution, Fact};
use crate::journal::EntryId;
use crate::judge::picture::changes::{Change, changes};
use crate::judge::{View, assess};
use crate::playbook::Body;
use std::collections::BTreeSet;

static SOMETHING_ELSE: Reason = Reason::new(
    "settles-something-else",
    "{0} says something else, or speaks of something else, than what would stand in its place.",
    "Strike it out, and record what is right by itself.",
);

/// The draft that records anew what an entry said: the same verb on the same thing, with nothing filled in but what it is about.
///
/// # Errors
/// If there is no such entry, or it can be put right by no other.
pub fn draft(view: &View<'_>, typed: &str) -> Result<Draft, Refusal> {
    let at = replaceable(view, typed)?;
    // A row keeps its name and what was recorded for it; an amount is counted anew.
    let is_counted = matches!(view.state.at(at).fact, Fact::Counted { .. });
    if let Some(row) = view.state.row_of(at).filter(|_| !is_counted) {
        return Ok(Draft::new(&change::VERB, view.state.name(row.at)));
    }
    let fact = &view.state.at(at).fact;
    let (verb, on) = verb_of(fact).ok_or_else(|| SOMETHING_ELSE.about(Named::Entry(at)))?;
    let draft = Draft::new(verb, on.map_or_else(String::new, ToString::to_string));
    let draft = match fact {
        Fact::Decided { role, .. } => draft.with(&decision::SEAT, role.as_str()),
        fact => draft.with_some(&FOR, fact.for_rows().and_then(|rows| rows.called_now(view.state))),
    };
    Ok(draft.with(&SETTLES, view.state.name(at)))
}

/// The verb by which a fact is recorded, and what that is on; `None` for what people do not record, or strike out instead.
fn verb_of(fact: &Fact) -> Option<(&'static Verb, Option<&ItemId>)> {
    let kind = fact.entry_kind()?;
    let verb = VERBS.into_iter().find(|verb| verb.records.contains(&kind))?;
    let on = match fact {
        Fact::ContactSet { role, .. } => Some(role),
        Fact::Called { role, calls, .. } => Some(calls.first().unwrap_or(role)),
        _ => fact.subject(),
    };
    Some((verb, on))
}

/// The entries in whose place a decided draft stands: those that it names and what these had replaced, and those that contradict
/// one another about the very thing that it says anew.
///
/// # Errors
/// If one of them cannot be replaced by it.
pub fn settles(view: &View<'_>, draft: &Draft, fact: &Fact) -> Result<Vec<EntryId>, Refusal> {
    let mut places = contradicting(view, fact);
    if let Fact::Decided { decision, .. } = fact
        && draft.text(&decision::SETTLED_BY).is_some()
    {
        places.extend(of_the_seats(view, decision));
    }
    for typed in names(draft) {
        let at = replaceable(view, typed)?;
        let before = &view.state.at(at).fact;
        let same_verb = verb_of(before).is_some_and(|(verb, _)| verb == draft.verb);
        if !same_verb || !same_thing(before, fact) {
            return Err(SOMETHING_ELSE.about(Named::Entry(at)).needs(&SETTLES));
        }
        if !places.contains(&at) {
            places.push(at);
        }
    }
    let mut ids = Vec::new();
    for recorded in places.into_iter().map(|at| view.state.at(at)) {
        ids.push(recorded.id.clone());
        ids.extend(recorded.who.settles.iter().cloned());
    }
    let mut told = BTreeSet::new();
    ids.retain(|id| told.insert(id.clone()));
    Ok(ids)
}

fn same_thing(one: &Fact, other: &Fact) -> bool {
    match (one, other) {
        (Fact::ContactSet { role: one, .. }, Fact::ContactSet { role: other, .. }) => one == other,
        (Fact::RowChanged { row: one, .. }, Fact::RowChanged { row: other, .. }) => one == other,
        _ => {
            let (one, other) = (one.subjects(), other.subjects());
            one.iter().any(|id| other.contains(id)) || one.is_empty() && other.is_empty()
        }
    }
}

/// What the seats of a decision have recorded: whoever settles it stands in their place.
fn of_the_seats(view: &View<'_>, decision: &ItemId) -> Vec<usize> {
    let Some(Body::Decision(body)) = view.playbook.item(decision.as_str()).map(|item| &item.body) else {
        return Vec::new();
    };
    // A seat that settles names its own view, too; where it settled before, that, with what it had named.
    let tracks = body.seats.iter().filter_map(|seat| view.counting().seat(decision, seat));
    tracks.flat_map(|track| track.current.iter().copied()).collect()
}

fn contradicting(view: &View<'_>, fact: &Fact) -> Vec<usize> {
    let track = match fact {
        Fact::Answered { question, .. } => view.counting().answers(question.as_str()),
        Fact::Decided { decision, role, .. } => view.counting().seat(decision, role),
        _ => None,
    };
    track.map(|track| track.current.clone()).filter(|current| current.len() > 1).unwrap_or_default()
}

/// The same of an entry, worked out on a state in memory: nothing is recorded.
pub(super) fn switched_by(view: &View<'_>, who: Attribution, fact: Fact) -> Vec<Change> {
    let subject = fact.subject().cloned();
    let subject: Vec<_> = subject.iter().map(ItemId::as_str).collect();
    let after = assess(view.playbook, &view.state.with(who, fact, view.reading), view.now);
    changes(view.playbook, view.picture, &after, &subject)
}
