//! What waits although it applies: a step or an item that the playbook holds, and a task that something has to come before.
//!
//! A hold never refuses a record, and one that is not known holds nothing. What `after` puts before a task refuses that it is done
//! until it is known to hold.

use super::status::{HeldBy, ItemStatus};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::playbook::item::Hold;
use crate::playbook::{Body, Playbook};

/// The first of several holds that is known to hold.
pub(in crate::judge) fn first(holds: &[Hold], knowledge: &Knowledge<'_>) -> Option<usize> {
    holds.iter().position(|hold| knowledge.holds(Some(&hold.condition)).on_record().value == Some(true))
}

/// Open items that are held wait; what contradicts itself is settled all the same. `phases` says which hold of each step holds.
pub(in crate::judge) fn mark(
    playbook: &Playbook,
    mut items: Vec<ItemStatus>,
    phases: &[Option<usize>],
    knowledge: &Knowledge<'_>,
) -> Vec<ItemStatus> {
    for (item, status) in playbook.items.iter().zip(&mut items) {
        let prohibits = matches!(item.body, Body::Prohibition(_));
        if !status.standing.is_open() || status.standing == Standing::Conflict || prohibits {
            continue;
        }
        let own = || first(&item.holds, knowledge).map(HeldBy::Item);
        status.held = phases[item.phase].map(HeldBy::Phase).or_else(own);
        // A call that somebody was asked to make waits for them.
        if status.held.is_some() || status.obstacle.is_some() && status.standing != Standing::PassedOn {
            status.standing = Standing::Held;
        }
    }
    items
}
