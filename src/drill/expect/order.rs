//! The entries of a case in the order in which they were recorded, by the minutes of the exercise; whatever an entry had seen stands
//! before it.

use crate::base::Stamp;
use crate::case::{CaseState, ClockState, Row};
use crate::journal::{Past, Seen};
use std::collections::BTreeMap;

/// When something was recorded: before the start, while the exercise was played, or after its end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    Before,
    Played,
    After,
}

/// When an entry was recorded, as entries are put in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct When {
    pub stage: Stage,
    /// Minutes of the exercise, in milliseconds.
    pub played_ms: u64,
    pub real: Stamp,
}

/// The places of all entries, each with when it was recorded.
pub fn order(state: &CaseState) -> Vec<(usize, When)> {
    let mut last = Latest::default();
    let mut all: Vec<(usize, When, When)> = Vec::with_capacity(state.log.len());
    for (at, row) in state.log.iter().enumerate() {
        let own = when(state, at, row);
        all.push((at, own, last.follow(&row.past, own)));
    }
    all.sort_by_key(|(at, _, stands)| (*stands, *at));
    all.into_iter().map(|(at, own, _)| (at, own)).collect()
}

/// The places of the entries that were recorded before the end and neither struck out nor cut off, in the order in which they were
/// recorded. What was put right later is among them: it was recorded.
pub fn in_order(state: &CaseState) -> Vec<usize> {
    let stands = |at: &usize| {
        let id = &state.at(*at).id;
        state.struck_by(id).is_none() && !state.is_cut_off(id)
    };
    let all = order(state).into_iter().filter(|(_, when)| when.stage != Stage::After);
    all.map(|(at, _)| at).filter(stands).collect()
}

/// When an entry was recorded.
pub fn when(state: &CaseState, at: usize, row: &Row) -> When {
    let real = state.real(at);
    let Some(clock) = state.exercise() else { return When { stage: Stage::Before, played_ms: 0, real } };
    let stage = match clock.state_at(row) {
        ClockState::NotStarted => Stage::Before,
        ClockState::Running | ClockState::Paused => Stage::Played,
        ClockState::Ended => Stage::After,
    };
    When { stage, played_ms: clock.recorded(row).played_ms, real }
}

/// The latest of all that stands before an entry, by run and number.
#[derive(Default)]
struct Latest {
    of: BTreeMap<usize, Vec<(u64, When)>>,
    known: BTreeMap<usize, Seen>,
}

impl Latest {
    /// The latest of an entry and of all that it had seen.
    fn follow(&mut self, past: &Past, own: When) -> When {
        let mark = past.own();
        let mut latest = own;
        latest = latest.max(self.upto(mark.run, mark.seq).unwrap_or(latest));
        let seen = self.known.entry(mark.run).or_default();
        let mut new = Vec::new();
        past.others().beside(seen, &mut |run, seq| new.push((run, seq)));
        *seen = past.others().clone();
        for (run, seq) in new {
            latest = latest.max(self.upto(run, seq).unwrap_or(latest));
        }
        self.of.entry(mark.run).or_default().push((mark.seq, latest));
        latest
    }

    /// What is known of a run up to a number; it only grows.
    fn upto(&self, run: usize, seq: u64) -> Option<When> {
        let all = self.of.get(&run)?;
        let upto = all.partition_point(|(own, _)| *own <= seq);
        all.get(upto.checked_sub(1)?).map(|(_, latest)| *latest)
    }
}
