//! Owner and day of a point of a review, over all that was recorded about it: what is not said again is kept.

use super::counting::Counting;
use crate::case::{Fact, FollowUp};
use crate::playbook::Item;
use chrono::NaiveDate;

/// Whose a point is and when it is due, as of the entry `at`; nothing where that entry is no finding.
///
/// The owner stays until another is named. A day stays while what it was given for stays: something missing is due by the same
/// day until it is in order, and what is in order is looked at again on the same day while that day is still to come.
pub(in crate::judge) fn of(item: &Item, state: Counting<'_>, at: Option<usize>) -> FollowUp {
    let all = state.outcomes(item.id.as_str()).map(|track| track.all.as_slice()).unwrap_or_default();
    let mut kept = FollowUp::default();
    let mut was_missing = false;
    let mut last = None;
    for entry in all.iter().copied().filter(|entry| Some(*entry) <= at) {
        let recorded = state.at(entry);
        let (own, missing) = match &recorded.fact {
            Fact::TaskDone { follow_up, .. } => (follow_up, false),
            Fact::NecessityFound { follow_up, .. } => (follow_up, true),
            _ => {
                kept.due = None;
                continue;
            }
        };
        last = Some(entry);
        let day = recorded.at.date();
        kept = FollowUp {
            owner: own.owner.clone().or(kept.owner),
            due: own.due.or(kept.due.filter(|due| stays(*due, was_missing, missing, day))),
        };
        was_missing = missing;
    }
    if last == at { kept } else { FollowUp::default() }
}

/// Whether a day that was given before still means something beside a finding of `day`.
fn stays(due: NaiveDate, was_missing: bool, is_missing: bool, day: NaiveDate) -> bool {
    match (was_missing, is_missing) {
        (true, true) => true,
        // It was to be in order by then, and it is.
        (true, false) => false,
        (false, _) => due > day,
    }
}
