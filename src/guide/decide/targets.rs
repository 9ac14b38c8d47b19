//! For which row of a list something is recorded: the name as typed must be one of the rows.

use super::super::items::ItemStatus;
use super::super::refusal::Refusal;
use super::super::targets::{TargetStatus, key};
use super::{Context, optional};
use crate::base::text::cut;
use crate::playbook::Item;

/// Most rows that a refusal names.
const NAMED: usize = 8;

/// How an item stands for one row.
pub(super) fn status<'s>(status: &'s ItemStatus, name: &str) -> Option<&'s TargetStatus> {
    let wanted = key(name);
    status.targets.iter().find(|row| key(&row.name) == wanted)
}

/// The row that was named, as the list spells it; `None` if none was.
pub(super) fn named(context: &Context<'_>, item: &Item, typed: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(typed) = optional(typed, "The name of the row")? else { return Ok(None) };
    let rows = rows(context, item);
    let Some(source) = item.body.for_each() else {
        return Err(Refusal::new(
            format!("{} is not settled row by row, so it takes no name.", item.id),
            "Leave out for whom (--for); say it in the words.",
        ));
    };
    let wanted = key(&typed);
    match rows.iter().find(|row| key(&row.name) == wanted) {
        Some(row) => Ok(Some(row.name.clone())),
        None if rows.is_empty() => Err(no_rows(context, source.as_str())),
        None => Err(Refusal::new(
            format!("\"{}\" is not one of the rows of {source}.", cut(&typed, 60)),
            format!("They are: {}.", listed(rows)),
        )),
    }
}

/// The row, where the item needs one: a list of a single row needs no name.
pub(super) fn needed(context: &Context<'_>, item: &Item, target: Option<String>) -> Result<Option<String>, Refusal> {
    let Some(source) = item.body.for_each() else { return Ok(None) };
    match (target, rows(context, item)) {
        (Some(name), _) => Ok(Some(name)),
        (None, []) => Err(no_rows(context, source.as_str())),
        (None, [only]) => Ok(Some(only.name.clone())),
        (None, rows) => Err(Refusal::new(
            format!("This is settled for each row of {source}, and none is named."),
            format!("Say for which (--for NAME): {}.", listed(rows)),
        )),
    }
}

fn rows<'a>(context: &Context<'a>, item: &Item) -> &'a [TargetStatus] {
    let status = context.assessment.item(context.playbook, item.id.as_str());
    status.map(|status| status.targets.as_slice()).unwrap_or_default()
}

fn no_rows(context: &Context<'_>, source: &str) -> Refusal {
    let title = context.playbook.item(source).map_or(source, |item| item.title.as_str());
    Refusal::new(
        format!("The rows of {source} (\"{}\") are not known yet.", title.trim_end_matches('.')),
        format!("First record {source}; its rows say for whom this has to be settled."),
    )
}

/// The rows that wait come first; a long list is cut.
fn listed(rows: &[TargetStatus]) -> String {
    let (settled, waiting): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row.is_settled());
    let named: Vec<_> = waiting.iter().chain(&settled).take(NAMED).map(|row| cut(&row.name, 60).into_owned()).collect();
    let more = rows.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    named.join("; ") + &more
}
