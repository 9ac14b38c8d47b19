//! Which of several entries about one thing counts: the one that had seen the others. Of those that had not seen each other the same
//! one counts in every order of arrival, and what happened counts before what was found not to be needed.

use crate::case::{CaseState, Fact};
use crate::judge::truth::lookup::Knowledge;
use crate::playbook::model::Kind;

/// How many that stand side by side are told apart.
const MANY: usize = 20;

/// The newest of entries that are about one thing, oldest first; of several that no other of them has seen the one that was written
/// last by its own clock.
pub(in crate::judge) fn newest(state: &CaseState, entries: &[usize]) -> Option<usize> {
    unseen(state, entries).into_iter().max_by_key(|at| (state.at(*at).at, &state.at(*at).id))
}

/// The same entries without those that another of them has seen.
fn unseen(state: &CaseState, entries: &[usize]) -> Vec<usize> {
    let entries = &entries[entries.len().saturating_sub(MANY)..];
    let seen = |(place, at): (usize, &usize)| entries[place + 1..].iter().any(|later| saw(state, *later, *at));
    entries.iter().enumerate().filter(|(place, at)| !seen((*place, at))).map(|(_, at)| *at).collect()
}

/// Whether the writer of one entry had seen another.
pub(in crate::judge) fn saw(state: &CaseState, one: usize, other: usize) -> bool {
    one > other && state.log[one].past.saw(state.log[other].past.own())
}

impl Knowledge<'_> {
    /// The entry that says what became of a task, call, document or register as a whole.
    pub fn outcome(&self, item: &str) -> Option<usize> {
        self.weightiest(&self.state.outcomes(item)?.current)
    }

    /// The same among entries of one row, oldest first.
    pub(in crate::judge) fn outcome_of(&self, entries: &[usize]) -> Option<usize> {
        self.weightiest(&unseen(&self.state, entries))
    }

    fn weightiest(&self, current: &[usize]) -> Option<usize> {
        let weight = |at: &usize| {
            let recorded = self.state.at(*at);
            (self.weight(&recorded.fact), recorded.at, &recorded.id)
        };
        current.iter().copied().max_by_key(weight)
    }

    /// A deed that somebody did is not undone by one who had not seen it, nor a need that somebody found. In a review what is missing
    /// is not in order because somebody else had not seen that.
    fn weight(&self, fact: &Fact) -> u8 {
        match fact {
            Fact::NecessityFound { .. } if self.playbook.kind == Kind::Readiness => 3,
            Fact::TaskDone { .. } => 2,
            Fact::NecessityFound { .. } => 1,
            _ => 0,
        }
    }
}
