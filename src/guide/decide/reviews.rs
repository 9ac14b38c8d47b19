//! Points of a readiness review: found in order or not, with owner and date.

use super::super::command::TaskOutcome;
use super::super::refusal::Refusal;
use super::{Context, items, optional};
use crate::base::{Now, Stamp, Unread};
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
    let found =
        FollowUp { owner: optional(owner, "The owner")?, due: due.map(|due| day(due, context.now())).transpose()? };
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
fn day(typed: &str, now: Now) -> Result<NaiveDate, Refusal> {
    Stamp::read_day_ahead(typed, now).map_err(|why| match why {
        Unread::NotATime(typed) => {
            Refusal::new(format!("\"{typed}\" is not a day."), "Write year, month and day: 2027-01-31, or 31 Jan 2027.")
        }
        why => why.into(),
    })
}
