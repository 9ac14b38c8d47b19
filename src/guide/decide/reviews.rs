//! Points of a readiness review: found in order or not, with owner and date.

use super::super::command::TaskOutcome;
use super::super::refusal::Refusal;
use super::{Context, items, optional};
use crate::case::{Fact, FollowUp};
use crate::playbook::model::Kind;
use chrono::NaiveDate;

pub(super) fn point(
    context: &Context<'_>,
    id: &str,
    outcome: &TaskOutcome,
    owner: Option<&str>,
    due: Option<&str>,
) -> Result<Fact, Refusal> {
    let found = FollowUp { owner: optional(owner, "The owner")?, due: due.map(day).transpose()? };
    if context.playbook.kind != Kind::Readiness {
        // Taken silently, nothing would ever come back to the date.
        return Err(Refusal::new(
            "An owner and a due date belong to the points of a readiness review, and this is none.",
            "Leave them out here, and say it in the words of the record.",
        ));
    }
    let mut fact = items::task(context, id, None, outcome)?;
    match &mut fact {
        Fact::TaskDone { follow_up, .. } | Fact::NecessityFound { follow_up, .. } => *follow_up = found,
        _ if found == FollowUp::default() => {}
        _ => {
            return Err(Refusal::new(
                "What is not needed has no owner and no due date.",
                "Leave them out, or record that it is missing.",
            ));
        }
    }
    Ok(fact)
}

/// A day as typed. A day that has passed is taken: what should have been in order by then is overdue.
fn day(typed: &str) -> Result<NaiveDate, Refusal> {
    typed.trim().parse().map_err(|_| {
        Refusal::new(
            format!("\"{}\" is not a day.", crate::base::text::cut(typed.trim(), 40)),
            "Write year, month and day: 2027-01-31.",
        )
    })
}
