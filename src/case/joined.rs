//! Several cases read as one that goes on: what was recorded later, in whichever of them, counts over what was recorded before.

use super::{Attribution, CaseState, Fact, Recorded, Row};
use crate::base::Reading;
use crate::journal::{EntryId, Mark, Past, Seen};
use std::collections::VecDeque;

/// Joins the logs of several cases by the time at which each entry was recorded; within a case its own order stays.
///
/// Whoever recorded in one case had the others before them, as far as they went: an entry contradicts only entries of its own
/// case that it had not seen.
pub fn joined(cases: impl IntoIterator<Item = CaseState>) -> CaseState {
    let mut waiting: Vec<VecDeque<Row>> = cases.into_iter().map(|case| case.log.into()).collect();
    // The runs of each case get ranks behind those of the cases before it.
    let mut ranks = Vec::new();
    let mut all = 0;
    for rows in &waiting {
        let runs = rows.iter().map(|row| row.past.own().run + 1).max().unwrap_or(0);
        ranks.push(all..all + runs);
        all += runs;
    }
    // What is reached of each case, by its own ranks, and of all of them.
    let mut known = vec![Seen::default(); waiting.len()];
    let mut reached = Seen::of(all);
    let mut rows = Vec::with_capacity(waiting.iter().map(VecDeque::len).sum());
    while let Some(at) = earliest(&waiting) {
        let Some(Row { recorded, past }) = waiting[at].pop_front() else { break };
        let mut saw = reached.clone();
        past.others().beside(&known[at], &mut |run, seq| {
            let rank = ranks[at].start + run;
            if ranks[at].contains(&rank) {
                saw.set(rank, seq);
                reached.note(rank, seq);
            }
        });
        let Mark { run, seq } = past.own();
        known[at].join(past.others());
        known[at].note(run, seq);
        let own = Mark { run: ranks[at].start + run, seq };
        reached.note(own.run, seq);
        rows.push(Row { recorded, past: Past::new(own, saw) });
    }
    CaseState::fold(rows)
}

impl CaseState {
    /// The case as if somebody who has seen everything recorded this, too. Nothing is kept of it.
    #[must_use]
    pub fn with(&self, who: Attribution, fact: Fact, reading: &Reading) -> Self {
        let mut state = self.clone();
        state.try_out(who, fact, reading);
        state
    }

    /// The same in place, of a case that is in memory only.
    pub fn try_out(&mut self, who: Attribution, fact: Fact, reading: &Reading) {
        let marks = || self.log.iter().map(|row| row.past.own());
        let run = marks().map(|mark| mark.run + 1).max().unwrap_or(0);
        let mut saw = Seen::of(run + 1);
        marks().for_each(|mark| saw.note(mark.run, mark.seq));
        let Some(last) = self.log.last() else { return };
        // Each of several that are tried one after another has an id of its own.
        let id = EntryId::new(last.recorded.id.session.clone(), u64::MAX - self.log.len() as u64);
        let recorded = Recorded::new(id, reading.clone(), who, fact);
        self.apply(Row { recorded, past: Past::new(Mark { run, seq: 1 }, saw) });
    }
}

/// The case whose next entry was recorded first.
fn earliest(waiting: &[VecDeque<Row>]) -> Option<usize> {
    let heads = waiting.iter().enumerate().filter_map(|(at, rows)| Some((at, rows.front()?)));
    heads.min_by_key(|(_, row)| row.recorded.at).map(|(at, _)| at)
}
