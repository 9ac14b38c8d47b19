//! Tasks and calls that have to be settled for every row of a list.

use super::outcome::outcome;
use super::status::ItemStatus;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row::{self, first_waiting};
use crate::judge::types::standing::Standing;
use crate::playbook::{Body, Item};

/// A task or call that has to be settled for every row of a list.
pub(super) fn each_row(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let open = if matches!(item.body, Body::Call(_)) { Standing::Due } else { Standing::Open };
    outcome(item, knowledge, status, open, |_| open);
    let targets = knowledge.targets(item);
    let ruled_out = knowledge.is_ruled_out(item.id.as_str());
    let Some(together) = per_row::together(item, targets.as_deref(), ruled_out) else { return };
    status.standing = together.standing;
    status.value = together.value;
    status.entry = together.entry;
    status.try_now = together.try_now;
    if together.standing == Standing::Conflict
        && let Some(row) = targets.as_deref().and_then(first_waiting)
    {
        status.conflict.clone_from(&row.status.conflict);
    }
    status.targets = targets.map(|targets| (*targets).clone()).unwrap_or_default();
    if let Some(applies) = together.applies {
        status.applies = std::mem::take(&mut status.applies).and(applies);
    }
}
