//! Rules that doubt what was recorded: once one is met, each record that decided it is to be looked at again. Nothing is refused, and
//! nothing is changed.

use super::{Cause, Mark};
use crate::base::ItemId;
use crate::case::Fact;
use crate::case::tracks::Track;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::rule::RuleState;
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Item};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Marks in the order of the items, with those of the rules that doubt.
pub fn add(mut marks: Vec<Mark>, knowledge: &Knowledge<'_>) -> Vec<Mark> {
    let mut doubts: BTreeMap<(usize, Option<ItemId>), Mark> = BTreeMap::new();
    for doubted in knowledge.playbook.doubts().iter().flat_map(|rule| doubted(*rule, knowledge)) {
        match doubts.entry((doubted.item, doubted.seat.clone())) {
            Entry::Vacant(place) => _ = place.insert(doubted),
            Entry::Occupied(mut mark) => mark.get_mut().causes.extend(doubted.causes),
        }
    }
    // A record has one mark, however many causes.
    for mark in marks.iter_mut().filter(|mark| mark.row.is_none()) {
        let doubted = doubts.remove(&(mark.item, mark.seat.clone()));
        mark.causes.extend(doubted.into_iter().flat_map(|doubted| doubted.causes));
    }
    marks.extend(doubts.into_values());
    marks.sort_by_key(|mark| mark.item);
    marks
}

/// The records that decided a rule, each with its doubt; none while it is not met, or once people said that all of them are right.
fn doubted(place: usize, knowledge: &Knowledge<'_>) -> Vec<Mark> {
    let rule = &knowledge.playbook.rules[place];
    let Some(status) = knowledge.rule(rule.id.as_str()).filter(|status| status.state == RuleState::Met) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut walked = BTreeSet::new();
    let mut open: Vec<Subject> = status.verdict.decided_by().cloned().collect();
    while let Some(subject) = open.pop() {
        if !walked.insert(subject.clone()) {
            continue;
        }
        let id = subject.id().as_str();
        let behind = match &subject {
            Subject::Rule(_) => knowledge.rule(id).map(|status| status.verdict),
            Subject::Scale(_) | Subject::Gap(_) => knowledge.scale(id).map(|status| status.verdict),
            _ => None,
        };
        match behind {
            Some(verdict) => open.extend(verdict.decided_by().cloned()),
            None => found.extend(records(place, &subject.of_all_rows(), knowledge)),
        }
    }
    if is_confirmed(&rule.id, &found, knowledge) {
        return Vec::new();
    }
    found
}

/// The records that a subject is known from.
fn records(rule: usize, subject: &Subject, knowledge: &Knowledge<'_>) -> Vec<Mark> {
    let Some(place) = knowledge.playbook.position(subject.id().as_str()) else { return Vec::new() };
    let item = &knowledge.playbook.items[place];
    let mark = |seat: Option<ItemId>, entries: Vec<usize>| Mark {
        item: place,
        row: None,
        seat,
        entries,
        causes: vec![Cause::Doubt { rule }],
    };
    let all = match &item.body {
        Body::Decision(body) => {
            let of = |role: &ItemId| Some((Some(role.clone()), knowledge.state.seat(&item.id, role)?.current.clone()));
            body.seats.iter().filter_map(of).collect()
        }
        _ => vec![(None, of_item(item, knowledge))],
    };
    all.into_iter().filter(|(_, entries)| !entries.is_empty()).map(|(seat, entries)| mark(seat, entries)).collect()
}

fn of_item(item: &Item, knowledge: &Knowledge<'_>) -> Vec<usize> {
    let id = item.id.as_str();
    let current = |track: Option<&Track>| track.map(|track| track.current.clone()).unwrap_or_default();
    // The last row stands for a list: one more is a list that nobody confirmed.
    let rows = knowledge.state.counting(id).next_back();
    match &item.body {
        Body::Question(_) if rows.is_none() => current(knowledge.state.answers(id)),
        Body::Question(_) | Body::Register(_) => rows.into_iter().collect(),
        Body::Call(_) => match knowledge.reached(id) {
            Some(at) => vec![at],
            None => current(knowledge.state.outcomes(id)),
        },
        _ => current(knowledge.state.outcomes(id)),
    }
}

/// Whether one confirmation of the rule names all of the records, so that both are right until one says something else.
fn is_confirmed(rule: &ItemId, marks: &[Mark], knowledge: &Knowledge<'_>) -> bool {
    let state = knowledge.state.recorded();
    let Some(first) = marks.iter().flat_map(|mark| &mark.entries).next() else { return true };
    state.confirmations(*first).iter().any(|at| match &state.at(*at).fact {
        Fact::Confirmed { item, entries, .. } if item == rule => {
            let named: BTreeSet<_> = entries.iter().collect();
            marks.iter().flat_map(|mark| &mark.entries).all(|entry| named.contains(&state.at(*entry).id))
        }
        _ => false,
    })
}
