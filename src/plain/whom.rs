//! Whom to call now, as lines: with the number, why it is this one, who is away, and whose report back is awaited.

use super::overview::word;
use crate::base::Now;
use crate::guide::status::StatusOf;
use serde_json::Value;

/// Most calls that are named one by one.
const CALLS_SHOWN: usize = 40;

/// Whom to call now, with the channel, in calling order, and whose report back is awaited; a long list is cut.
pub fn calls(of: &StatusOf<'_>, whole: &Value) -> Vec<String> {
    let (mut lines, mut due) = (Vec::new(), 0);
    if whole["state"] == "closed" {
        return lines;
    }
    for row in whole["contacts"].as_array().into_iter().flatten() {
        lines.extend(awaited(row, of.now).filter(|_| row["alternate"] == 0));
        // Also where an attempt failed: there is a next number, or the same again.
        if row["call_now"] != true && word(&row["state"]) != "due" {
            continue;
        }
        let channel = row["channel"].as_str().or(row["no_channel"].as_str()).unwrap_or_default();
        let person = row["person"].as_str().map_or_else(String::new, |person| format!(", {person}"));
        let target = row["target"].as_str().map_or_else(String::new, |name| format!(": {name}"));
        due += 1;
        if due <= CALLS_SHOWN {
            lines.push(format!(
                "Call now: {}{person} ({channel}), for {}{target}",
                word(&row["title"]),
                word(&row["call"])
            ));
            let why = row["why"].as_str().unwrap_or_default();
            lines.extend(Some(why).filter(|why| !why.is_empty()).map(|why| format!("  {why}")));
            lines.extend(away(of, row));
        }
    }
    if due > CALLS_SHOWN {
        lines.push(format!("Call now: {} more", due - CALLS_SHOWN));
    }
    lines
}

/// Who is away, where the reason for the proposal does not say it already.
fn away(of: &StatusOf<'_>, row: &Value) -> Vec<String> {
    // For the rows of a list, which of them is meant stands in the reason.
    if !row["target"].is_null() {
        return Vec::new();
    }
    let (call, role) = (word(&row["call"]), word(&row["role"]));
    let proposal = of.assessment.item(of.playbook, call).and_then(|status| status.proposal.as_ref());
    let said = proposal.filter(|proposal| proposal.role.as_str() == role).and_then(|own| own.says_away.as_ref());
    let reach = of.assessment.reach(of.playbook, role).into_iter();
    let others = reach.flat_map(|reach| &reach.away).filter(|away| Some(&away.name) != said);
    others.map(|away| format!("  {}.", away.says)).collect()
}

/// Somebody who was asked to make a call and has not reported back.
fn awaited(row: &Value, now: Now) -> Option<String> {
    let asked = &row["passed_on"];
    let at = asked["at"].as_str()?;
    let at = crate::base::EventTime::parse(at).map_or_else(|| at.to_owned(), |at| at.short_in(now));
    let target = row["target"].as_str().map_or_else(String::new, |name| format!(": {name}"));
    Some(format!("No report back yet: {}, asked {at}, for {}{target}", word(&asked["to"]), word(&row["call"])))
}
