//! What was seen of each expectation, from the entries of the case alone: since when its binding holds, and what came of it later.
//!
//! A drill asks this after every entry. So what was worked out is kept, and as long as entries only come behind those that are known,
//! only these are looked at, each with the conditions that it can change.

use super::binding::{by_the_entry, decision, hinges, is_attempt, look};
use super::order::{Stage, When, order};
use crate::base::Now;
use crate::case::CaseState;
use crate::case::growing::Growing;
use crate::drill::script::{Binding, Script};
use crate::journal::EntryId;
use crate::judge::view::then::{self, Hinges};
use crate::playbook::Playbook;

/// A record with which a binding began to hold, held otherwise or held no more; of an attempt, each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The place of the entry in the log of the case.
    pub at: usize,
    pub when: When,
    pub holds: bool,
    /// What the record says, for people; empty where the binding has no words of its own.
    pub says: String,
}

/// What was seen of one expectation, in the order of the exercise.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Seen {
    /// Each step with which the binding held and had not before; of an attempt, each.
    pub matches: Vec<Step>,
    /// What changed after the first of them.
    pub changes: Vec<Step>,
    /// Of a decision: when all seats were recorded and did not agree.
    pub split: Option<Step>,
    /// Of a call: the first attempt, whatever its outcome.
    pub tried: Option<Step>,
    holds: bool,
    says: String,
}

impl Step {
    /// Whether it came before the exercise was ended.
    pub fn is_in_time(&self) -> bool {
        self.when.stage != Stage::After
    }
}

impl Seen {
    /// The first match of all that came before the end.
    pub fn first(&self) -> Option<&Step> {
        self.matches.iter().find(|step| step.is_in_time())
    }
}

/// An entry as it was looked at.
#[derive(Clone, PartialEq, Debug)]
struct Walked {
    at: usize,
    id: EntryId,
    when: When,
    struck: bool,
}

/// What has been seen so far. Kept from one look to the next.
#[derive(Debug, Default)]
pub struct Watch {
    walked: Vec<Walked>,
    growing: Growing,
    hinges: Vec<Option<Hinges>>,
    seen: Vec<Seen>,
}

impl Watch {
    /// Takes in what was recorded since the last look. Script and playbook are those of the drill, always the same.
    pub fn follow(&mut self, script: &Script, playbook: &Playbook, case: &CaseState) {
        let entries: Vec<Walked> = order(case)
            .into_iter()
            .map(|(at, when)| {
                let id = case.at(at).id.clone();
                let struck = case.struck_by(&id).is_some() || case.is_cut_off(&id);
                Walked { at, id, when, struck }
            })
            .collect();
        if self.walked.is_empty() || !entries.starts_with(&self.walked) {
            self.begin(script, playbook, case);
        }
        for entry in &entries[self.walked.len()..] {
            if self.growing.take_in(case, entry.at) {
                self.take_in(script, playbook, case, entry);
            }
        }
        self.walked = entries;
    }

    /// What was seen of each expectation, beside those of the script.
    pub fn seen(&self) -> &[Seen] {
        &self.seen
    }

    fn begin(&mut self, script: &Script, playbook: &Playbook, case: &CaseState) {
        self.hinges = script.expectations.iter().map(|one| hinges(playbook, &one.binding)).collect();
        self.walked.clear();
        self.growing = Growing::of(case);
        self.seen = vec![Seen::default(); script.expectations.len()];
        // What holds from the outset does not become so.
        let Some(opened) = case.opening.as_ref() else { return };
        let now = Now::from(opened.at).under(&playbook.jurisdiction);
        then::look(playbook, self.growing.state(), now, |then| {
            for (one, seen) in script.expectations.iter().zip(&mut self.seen) {
                seen.holds = matches!(&one.binding, Binding::Meets(condition) if then.holds(condition));
            }
        });
    }

    fn take_in(&mut self, script: &Script, playbook: &Playbook, case: &CaseState, entry: &Walked) {
        let recorded = case.at(entry.at);
        let state = self.growing.state();
        let turned: Vec<bool> = self
            .hinges
            .iter()
            .map(|hinges| hinges.as_ref().is_some_and(|hinges| hinges.turn_on(state, recorded)))
            .collect();
        let step = |holds: bool, says: String| Step { at: entry.at, when: entry.when, holds, says };
        for (one, seen) in script.expectations.iter().zip(&mut self.seen) {
            if let Some(says) = by_the_entry(playbook, one, recorded) {
                seen.matches.push(step(true, says));
            }
            if seen.tried.is_none() && is_attempt(one, recorded) {
                seen.tried = Some(step(true, String::new()));
            }
        }
        if !turned.contains(&true) {
            return;
        }
        let now = Now::from(recorded.at).under(&playbook.jurisdiction);
        then::look(playbook, state, now, |then| {
            let all = script.expectations.iter().zip(&mut self.seen).zip(&turned);
            for ((one, seen), _) in all.filter(|(_, turned)| **turned) {
                let found = look(then, &one.binding);
                seen.take_in(found, &step);
                if seen.split.is_none() && decision(playbook, &one.binding).is_some_and(|id| then.is_split(id)) {
                    seen.split = Some(step(false, String::new()));
                }
            }
        });
    }
}

impl Seen {
    fn take_in(&mut self, found: Option<String>, step: &dyn Fn(bool, String) -> Step) {
        let (holds, says) = (found.is_some(), found.unwrap_or_default());
        if holds && !self.holds {
            if !self.matches.is_empty() {
                self.changes.push(step(true, says.clone()));
            }
            self.matches.push(step(true, says.clone()));
        } else if !self.matches.is_empty() && (holds != self.holds || holds && says != self.says) {
            self.changes.push(step(holds, says.clone()));
        }
        (self.holds, self.says) = (holds, says);
    }
}
