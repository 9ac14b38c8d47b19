//! What was recorded of one thing, by the rows of its list.

use super::list::List;
use crate::case::{CaseState, Fact};
use crate::judge::evidence::Counting;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::playbook::Item;
use std::collections::BTreeMap;

/// What was recorded for a row, as positions in the log, oldest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::judge) struct Entries {
    pub outcomes: Vec<usize>,
    pub attempts: Vec<usize>,
    pub passed_on: Vec<usize>,
    pub answers: Vec<usize>,
}

impl Entries {
    /// Whether there is any.
    pub fn is_any(&self) -> bool {
        let Self { outcomes, attempts, passed_on, answers } = self;
        [outcomes, attempts, passed_on, answers].iter().any(|all| !all.is_empty())
    }

    fn take(&mut self, at: usize, fact: &Fact) {
        match fact {
            Fact::Called { .. } => self.attempts.push(at),
            Fact::PassedOn { .. } => self.passed_on.push(at),
            Fact::Answered { .. } => self.answers.push(at),
            _ => self.outcomes.push(at),
        }
    }

    /// The answers that no later one has seen.
    pub fn current(&self, state: &CaseState) -> Vec<usize> {
        let mut current: Vec<usize> = Vec::new();
        for at in &self.answers {
            current.retain(|earlier| !state.log[*at].past.saw(state.log[*earlier].past.own()));
            current.push(*at);
        }
        current
    }
}

/// By the places of the rows. Few of many rows have entries of their own.
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::judge) struct Records {
    /// What speaks for all rows; it is in those of each row, too.
    pub of_all: Entries,
    pub of_row: BTreeMap<usize, Entries>,
}

impl Records {
    pub fn of(item: &Item, list: &List, state: Counting<'_>) -> Self {
        let id = item.id.as_str();
        let outcomes = state.outcomes(id).map(|track| track.all.as_slice()).unwrap_or_default();
        let answers = state.answers(id).map(|track| track.all.as_slice()).unwrap_or_default();
        let all = outcomes.iter().chain(state.attempts(id)).chain(state.passed_on(id)).chain(answers);
        let mut records = Self::default();
        for (at, fact) in all.map(|at| (*at, &state.at(*at).fact)) {
            let Some(target) = fact.for_rows() else { continue };
            if target.0.is_empty() {
                // That something was done or answered, or somebody called, without saying for whom settles nobody's row.
                if matches!(fact, Fact::TaskDone { .. } | Fact::Called { .. } | Fact::Answered { .. }) {
                    continue;
                }
                records.of_all.take(at, fact);
                records.of_row.values_mut().for_each(|row| row.take(at, fact));
                continue;
            }
            for row in list.meant(target, &state) {
                records.of_row.entry(row).or_insert_with(|| records.of_all.clone()).take(at, fact);
            }
        }
        records
    }

    pub fn row(&self, row: usize) -> &Entries {
        self.of_row.get(&row).unwrap_or(&self.of_all)
    }
}

/// The answer for one row; `None` while there is none or while two contradict each other.
pub(in crate::judge) fn answer(item: &Item, entries: &Entries, knowledge: &Knowledge<'_>) -> Option<Answer> {
    let asked = knowledge.playbook.question(item.id.as_str())?;
    let current = entries.current(&knowledge.state);
    let mut said = current.iter().map(|at| value(&knowledge.state, *at));
    let (first, at) = (said.next()?, *current.first()?);
    if said.any(|other| other != first) {
        return None;
    }
    let read = Answer::parse_typed(asked, first, knowledge.state.at(at).at);
    Some(read.unwrap_or(Answer::Unknown))
}

/// What an entry answers, as it is stored.
pub(in crate::judge) fn value(state: &CaseState, at: usize) -> &str {
    match &state.at(at).fact {
        Fact::Answered { value, .. } => value,
        _ => "",
    }
}
