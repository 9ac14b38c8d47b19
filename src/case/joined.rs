//! Several cases read as one that goes on: what was recorded later, in whichever of them, counts over what was recorded before.

use super::{CaseState, Row};
use crate::base::SessionId;
use crate::journal::VectorClock;
use crate::playbook::model::Renewals;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// Joins the logs of several cases by the time at which each entry was recorded; within a case its own order stays.
///
/// Whoever recorded in one case had the others before them, as far as they went: an entry contradicts only entries of its own
/// case that it had not seen.
pub fn joined(cases: impl IntoIterator<Item = CaseState>, renewals: &Arc<Renewals>) -> CaseState {
    let mut waiting: Vec<VecDeque<Row>> = cases.into_iter().map(|case| case.log.into()).collect();
    let mut reached: Vec<BTreeMap<SessionId, u64>> = vec![BTreeMap::new(); waiting.len()];
    let mut rows = Vec::with_capacity(waiting.iter().map(VecDeque::len).sum());
    while let Some(at) = earliest(&waiting) {
        let Some(row) = waiting[at].pop_front() else { break };
        let id = row.recorded.id.clone();
        let mut saw = BTreeMap::new();
        for (case, sessions) in reached.iter().enumerate() {
            for (session, seq) in sessions {
                saw.insert(session.clone(), if case == at { row.past.get(session) } else { *seq });
            }
        }
        let own = reached[at].entry(id.session.clone()).or_default();
        *own = id.seq.max(*own);
        rows.push(Row { recorded: row.recorded, past: VectorClock::new(id, Arc::new(saw)) });
    }
    CaseState::fold(rows, renewals)
}

/// The case whose next entry was recorded first.
fn earliest(waiting: &[VecDeque<Row>]) -> Option<usize> {
    let heads = waiting.iter().enumerate().filter_map(|(at, rows)| Some((at, rows.front()?)));
    heads.min_by_key(|(_, row)| row.recorded.reading.wall).map(|(at, _)| at)
}
