//! "If so advised": what was done without anybody being recorded who advised it stays open until people say so.

use crate::case::Fact;
use crate::judge::evidence::counting::Counting;
use crate::judge::items::ItemStatus;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::playbook::{Item, Strength};

/// What is said of a deed that the policy wants only "if so advised", while nobody is named.
pub const UNADVISED: &str = "nobody is recorded who advised it";

/// Whether the policy wants something only "if necessary" or "if so advised", and nobody has found yet that it is.
pub fn waits_for_a_finding(item: &Item, status: &ItemStatus) -> bool {
    item.verb.asks_necessity() && status.standing == Standing::Choice
}

/// Whether it is recorded who advised an item, or that it was not advised.
pub fn is_on_record(state: Counting<'_>, item: &Item) -> bool {
    let all = state.outcomes(item.id.as_str()).map(|track| track.all.as_slice()).unwrap_or_default();
    all.iter().any(|at| match &state.at(*at).fact {
        Fact::NecessityFound { adviser, .. } => adviser.is_some(),
        Fact::TaskRuledOut { .. } => true,
        _ => false,
    })
}

/// A deed counts, for it happened; but the policy's own condition for it is open, and so the item is.
pub(in crate::judge) fn look(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let done = matches!(
        status.standing,
        Standing::Done | Standing::Continuing | Standing::Reached | Standing::Covered | Standing::Final
    );
    let applies = status.applies.value != Some(false);
    if item.verb != Strength::IfAdvised || !done || !applies || is_on_record(knowledge.state, item) {
        return;
    }
    status.standing = Standing::Choice;
    let value = status.value.take().map_or_else(String::new, |value| format!("{value}; "));
    status.value = Some(format!("{value}{UNADVISED}"));
}
