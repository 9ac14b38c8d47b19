//! What was passed over: open although something later in its step has a record.

use crate::judge::items::ItemStatus;
use crate::playbook::{Playbook, Strength};

/// Marks items that are open although something later in their step has a record.
pub fn mark(playbook: &Playbook, mut items: Vec<ItemStatus>) -> Vec<ItemStatus> {
    // From the end: whether a step has a record further down.
    let mut recorded = vec![false; playbook.phases.len()];
    for (item, status) in playbook.items.iter().zip(&mut items).rev() {
        let untouched = status.standing.is_open() && status.entry.is_none();
        status.passed_over = untouched && recorded[item.phase];
        // What is kept beside the policy can come at any time; nothing was passed over for it.
        recorded[item.phase] |= status.entry.is_some() && item.verb != Strength::Local;
    }
    items
}
