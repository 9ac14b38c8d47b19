//! What every kind has in common: done, not needed, or whether it is needed at all.

use super::status::ItemStatus;
use crate::case::{Fact, Recorded};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::playbook::Item;
use crate::playbook::model::Kind;

/// The common part of tasks and calls: done, not needed, or whether it is needed at all.
pub(super) fn outcome(
    item: &Item,
    knowledge: &Knowledge<'_>,
    status: &mut ItemStatus,
    open: Standing,
    done: impl Fn(&Recorded) -> Standing,
) {
    let chosen = !item.verb.asks_necessity() && item.verb.is_duty();
    status.standing = if chosen { open } else { Standing::Choice };
    let Some(at) = knowledge.outcome(item.id.as_str()) else { return };
    let recorded = knowledge.state.at(at);
    status.entry = Some(at);
    match &recorded.fact {
        Fact::TaskDone { value, .. } => {
            status.standing = done(recorded);
            status.value = Some(value.clone());
        }
        Fact::TaskRuledOut { reason, .. } => {
            status.standing = Standing::RuledOut;
            status.value = Some(reason.clone());
        }
        Fact::NecessityFound { reason, adviser, .. } => {
            status.standing = open;
            status.value = Some(match adviser {
                Some(adviser) => format!("Needed, advised by {adviser}: {reason}"),
                None if knowledge.playbook.kind == Kind::Readiness => format!("Not in order: {reason}"),
                None => format!("Needed: {reason}"),
            });
        }
        _ => {}
    }
}
