//! Tasks and calls that have to be settled for every row of a list.

use super::outcome::outcome;
use super::status::ItemStatus;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row::{self};
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
    status.targets = targets.map(|targets| targets.to_vec()).unwrap_or_default();
    if let Some(applies) = together.applies {
        status.applies = std::mem::take(&mut status.applies).and(applies);
    }
}
