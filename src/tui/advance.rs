//! Where the cursor goes after a record: to the next open item that applies, in the same step first.

use crate::judge::picture::agenda::Target;
use crate::judge::{Picture, Standing};
use crate::playbook::{Body, Playbook};

/// The next target after `from`: in the same step behind it; after a decision, in the steps that follow; then in the same
/// step before it, else the head of the agenda.
/// What was answered "not known yet" waits for the agenda. While nothing else is open, the cursor stays.
pub fn after(playbook: &Playbook, assessment: &Picture, from: Option<Target>) -> Option<Target> {
    let Some(Target::Item(here)) = from else { return assessment.next.first().map(|next| next.target) };
    let standing = assessment.items.get(here).map(|status| status.standing);
    // Somebody was not reached: the cursor stays only where a stand-in is to be tried.
    let stand_in = matches!(&playbook.items.get(here).map(|item| &item.body), Some(Body::Call(call)) if !call.alternates.is_empty());
    let still_waits = match standing {
        Some(Standing::Partly | Standing::Due | Standing::Open) => true,
        Some(Standing::Attempted) => stand_in,
        _ => false,
    };
    // What something else must come before is passed over.
    let waiting = |at: usize| {
        let status = &assessment.items[at];
        status.standing != Standing::NotKnown && status.obstacle.is_none()
    };
    let lane = playbook.items.get(here).map(|item| item.phase);
    let same: Vec<usize> = assessment
        .next
        .iter()
        .filter_map(|next| match next.target {
            Target::Item(at) if Some(playbook.items[at].phase) == lane && waiting(at) => Some(at),
            _ => None,
        })
        .collect();
    if still_waits && assessment.items[here].applies.value == Some(true) && same.contains(&here) {
        return Some(Target::Item(here));
    }
    let behind = same.iter().copied().filter(|at| *at > here).min();
    let before = || same.iter().copied().filter(|at| *at != here).min();
    // What a decision set going is what it was made for: a team that is called at once, not a blank left further up.
    let decided = matches!(playbook.items.get(here).map(|item| &item.body), Some(Body::Decision(_)));
    let ahead = || {
        let later = |next: &crate::judge::picture::agenda::Next| match next.target {
            Target::Item(at) if decided && at > here && waiting(at) => Some(at),
            _ => None,
        };
        assessment.next.iter().find_map(later)
    };
    let found = behind.or_else(ahead).or_else(before);
    found.map(Target::Item).or_else(|| assessment.next.first().map(|next| next.target))
}
