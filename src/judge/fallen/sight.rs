//! What the writer of a record had seen, and whoever confirmed it since.

use crate::base::{ItemId, Stamp};
use crate::case::{CaseState, Fact, ForRows};
use crate::journal::Past;

/// The sight of one entry, as the record of one item. Whoever confirmed it looked at it anew.
#[derive(Clone, Debug)]
pub struct Sight<'a> {
    state: &'a CaseState,
    pasts: Vec<&'a Past>,
    /// Every entry before this place was seen.
    whole: usize,
    /// The last place that can have been seen.
    upto: usize,
    since: Option<Stamp>,
}

impl<'a> Sight<'a> {
    /// `confirmed_as` is the name under which it can have been confirmed: its item, or a rule that doubts it. `of_row` says whether
    /// rows are those of the record.
    pub fn of(state: &'a CaseState, entry: usize, confirmed_as: &ItemId, of_row: &dyn Fn(&ForRows) -> bool) -> Self {
        let row = &state.log[entry];
        let mut sight = Self {
            state,
            pasts: vec![&row.past],
            whole: if state.saw_all(entry) { entry } else { 0 },
            upto: entry,
            since: row.recorded.happened().earliest(),
        };
        for at in state.confirmations(entry) {
            let by = &state.log[*at];
            let confirms = matches!(&by.recorded.fact, Fact::Confirmed { item, target, .. }
                if item == confirmed_as && (target.0.is_empty() || of_row(target)));
            if !confirms || !by.past.saw(row.past.own()) {
                continue;
            }
            sight.pasts.push(&by.past);
            sight.upto = sight.upto.max(*at);
            sight.since = by.recorded.happened().earliest().max(sight.since);
            if state.saw_all(*at) {
                sight.whole = sight.whole.max(*at);
            }
        }
        sight
    }

    pub fn sees(&self, at: usize) -> bool {
        at < self.whole || at <= self.upto && self.pasts.iter().any(|past| past.saw(self.state.log[at].past.own()))
    }

    pub fn upto(&self) -> usize {
        self.upto
    }

    /// When it happened, or was confirmed last.
    pub fn since(&self) -> Option<Stamp> {
        self.since
    }

    /// Whether something was recorded, struck out or put right about a thing that was not seen.
    pub fn misses(&self, id: &str) -> bool {
        let Some(about) = self.state.about(id) else { return false };
        let Some(touched) = about.touched.filter(|touched| *touched >= self.whole) else { return false };
        let unseen = |at: usize| !self.sees(at);
        unseen(touched)
            || about.entries().into_iter().any(|at| unseen(at) || self.state.undoings(at).into_iter().any(unseen))
    }
}
