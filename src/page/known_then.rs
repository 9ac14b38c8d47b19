//! What was known when somebody decided: of each answer that the decision reads, what its writer had seen last.
//!
//! Nothing is folded again for it. The entries about one thing stand in the order of the log, so that of each the last one before
//! the deciding entry is found by going back from it, past what its writer had not seen.

use crate::base::ItemId;
use crate::case::CaseState;
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::item::Decision;
use crate::playbook::rule::Rule;
use crate::playbook::scale::Scale;
use crate::playbook::{Item, Playbook};
use std::collections::BTreeSet;

/// Most entries about one thing that are looked at for one decision: somebody changes an answer a few times, and of a flood the
/// newest are told.
const NEWEST: usize = 200;

/// One thing that a decision reads, with the entries about it that its writer had seen and that counted for them. None of them: it
/// was not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Knew {
    pub about: ItemId,
    pub entries: Vec<usize>,
}

/// What a decision reads, through rules and scales down to what people record, in the order in which it is asked for.
pub fn reads(playbook: &Playbook, item: &Item, decision: &Decision) -> Vec<ItemId> {
    let mut found = Reads { playbook, seen: BTreeSet::from([item.id.clone()]), leaves: Vec::new() };
    for suggestion in &decision.suggestions {
        found.condition(&suggestion.condition);
    }
    for scale in playbook.scales.iter().filter(|scale| scale.decided_by.as_ref() == Some(&item.id)) {
        scale.conditions().for_each(|condition| found.condition(condition));
    }
    // A decision for which nothing is suggested is taken on what opened it.
    if found.leaves.is_empty() {
        item.when.iter().for_each(|condition| found.condition(condition));
    }
    found.leaves
}

struct Reads<'p> {
    playbook: &'p Playbook,
    seen: BTreeSet<ItemId>,
    leaves: Vec<ItemId>,
}

impl Reads<'_> {
    /// Goes down without calling itself: a file may chain rules as deep as it likes.
    fn condition(&mut self, condition: &Condition) {
        let mut open: Vec<Subject> = condition.root.subjects().into_iter().rev().collect();
        while let Some(subject) = open.pop() {
            let id = subject.id();
            if !self.seen.insert(id.clone()) {
                continue;
            }
            let conditions: Vec<&Condition> = match &subject {
                Subject::Rule(_) => self.playbook.rule(id.as_str()).into_iter().flat_map(Rule::conditions).collect(),
                Subject::Scale(_) | Subject::Gap(_) => {
                    self.playbook.scale(id.as_str()).into_iter().flat_map(Scale::conditions).collect()
                }
                Subject::Late(_) => Vec::new(),
                _ => {
                    self.leaves.push(id.clone());
                    continue;
                }
            };
            open.extend(conditions.into_iter().rev().flat_map(|condition| condition.root.subjects().into_iter().rev()));
        }
    }
}

/// What the writer of the entry at a place of the log knew of each of these.
pub fn knew(state: &CaseState, reads: &[ItemId], at: usize) -> Vec<Knew> {
    reads.iter().map(|about| Knew { about: about.clone(), entries: entries(state, about, at) }).collect()
}

fn entries(state: &CaseState, about: &ItemId, at: usize) -> Vec<usize> {
    let past = &state.log[at].past;
    let saw = |earlier: usize| past.saw(state.log[earlier].past.own());
    let Some(all) = state.about(about.as_str()) else { return Vec::new() };
    if !all.undone.is_empty() {
        // What was struck since was known then; what was struck before was not.
        let then = state.about_as_of(about.as_str(), at, &|earlier| earlier < at && saw(earlier));
        let mut found = then.answers.current.clone();
        found.extend(&then.outcomes.current);
        found.extend(&then.silence.current);
        found.extend(then.seats.values().flat_map(|seat| &seat.current));
        found.extend(then.attempts.last());
        found.extend(then.register.iter().rev().take(NEWEST));
        return sorted(found);
    }
    let mut found = Vec::new();
    let seats = all.seats.values().map(|seat| &seat.all);
    for track in [&all.answers.all, &all.outcomes.all, &all.silence.all].into_iter().chain(seats) {
        found.extend(current(state, track, at, &saw));
    }
    let before = |list: &[usize]| list.partition_point(|entry| *entry < at);
    found.extend(all.attempts[..before(&all.attempts)].iter().rev().copied().find(|entry| saw(*entry)));
    let rows = &all.register[..before(&all.register)];
    found.extend(rows.iter().rev().copied().filter(|entry| saw(*entry)).take(NEWEST));
    sorted(found)
}

/// Of a track, what counted for the writer of the entry at `at`: what no later entry that they saw had seen, a row of a list each.
fn current(state: &CaseState, track: &[usize], at: usize, saw: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let before = &track[..track.partition_point(|entry| *entry < at)];
    let mut kept: Vec<usize> = Vec::new();
    for entry in before.iter().rev().copied().filter(|entry| saw(*entry)).take(NEWEST) {
        let (own, rows) = (state.log[entry].past.own(), state.at(entry).fact.for_rows());
        let replaces = |later: &usize| state.log[*later].past.saw(own) && state.at(*later).fact.for_rows() == rows;
        if !kept.iter().any(replaces) {
            kept.push(entry);
        }
        // A writer who saw all before an entry that is for no row of a list knew of nothing else.
        if kept.len() == 1 && rows.is_none_or(|rows| rows.0.is_empty()) && state.saw_all(entry) {
            break;
        }
    }
    kept
}

fn sorted(mut all: Vec<usize>) -> Vec<usize> {
    all.sort_unstable();
    all.dedup();
    all
}
