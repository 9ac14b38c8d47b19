//! Striking out: an entry counts no more, as if it had never been recorded, and stays readable with who struck it and why.

use super::super::refusal::Refusal;
use super::super::telling;
use super::{Context, entries, optional};
use crate::case::{Fact, Recorded};

/// How long the last record of a run can be struck out without a reason, in seconds: the time in which one sees a slip.
const SLIP_S: i64 = 60;

/// Whether an entry is this run's last and so young that a slip needs no explanation.
fn is_a_slip(context: &Context<'_>, recorded: &Recorded) -> bool {
    let age = context.now().seconds_since(recorded.reading.wall);
    let up_ms = context.reading.up_ms.saturating_sub(recorded.reading.up_ms);
    context.last == Some(&recorded.id) && (0..SLIP_S).contains(&age) && up_ms < 1000 * SLIP_S.unsigned_abs()
}

/// Whether the entry at a place of the log is struck out only with a reason.
///
/// # Errors
/// If it cannot be struck out at all.
pub fn needs_reason(context: &Context<'_>, at: usize) -> Result<bool, Refusal> {
    let recorded = context.state.at(at);
    let named = || telling::named(Some(context.playbook), context.state, at, context.now());
    if let Some(hint) = why_not(&recorded.fact) {
        return Err(Refusal::new(format!("This cannot be struck out: {}.", named()), hint));
    }
    if let Some(by) = context.state.struck_by(&recorded.id) {
        return Err(Refusal::new(
            format!("{} was struck out already, by {}.", named(), context.state.name(by)),
            format!("It counts again when {} is struck out.", context.state.name(by)),
        ));
    }
    Ok(!is_a_slip(context, recorded))
}

pub(super) fn strike(context: &Context<'_>, entry: &str, reason: Option<&str>) -> Result<Fact, Refusal> {
    let at = entries::find(context, entry)?;
    let needs_reason = needs_reason(context, at)?;
    let reason = optional(reason, "The reason")?;
    if reason.is_none() && needs_reason {
        let named = telling::named(Some(context.playbook), context.state, at, context.now());
        return Err(Refusal::new(
            format!("No reason is given for striking out {named}."),
            "Say why it is wrong. Only the last record of a run is struck out without a reason, in its first minute.",
        ));
    }
    Ok(Fact::StruckOut { of: vec![context.state.at(at).id.clone()], reason })
}

fn why_not(fact: &Fact) -> Option<&'static str> {
    match fact {
        Fact::Opened { .. } => Some("A case that was opened by mistake is closed with the reason."),
        Fact::Closed { .. } => Some("A case that was closed by mistake is opened again with the reason."),
        Fact::Reopened { .. } => Some("A case that was opened again by mistake is closed again with the reason."),
        Fact::Other { .. } => {
            Some("This version does not know this kind of entry. A note can say what is wrong with it.")
        }
        fact if !fact.can_be_struck() => Some("The program wrote it by itself. A note can say what is wrong with it."),
        _ => None,
    }
}
