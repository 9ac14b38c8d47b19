//! Whom to call now, as lines: with the number, why it is this one, who is away, and whose report back is awaited.

use crate::base::Now;
use crate::contract::status::{CallState, Contact, contacts};
use crate::judge::View;

/// Most calls that are named one by one.
const CALLS_SHOWN: usize = 40;

/// Whom to call now, with the channel, in calling order, and whose report back is awaited; a long list is cut.
pub fn calls(of: &View<'_>) -> Vec<String> {
    let (mut lines, mut due) = (Vec::new(), 0);
    if of.picture.closed {
        return lines;
    }
    for row in contacts(of, &of.knowledge()) {
        let target = row.target.map_or_else(String::new, |name| format!(": {name}"));
        lines.extend(awaited(&row, &target, of.now).filter(|_| row.alternate == 0));
        // Also where an attempt failed: there is a next number, or the same again.
        if !row.call_now && row.state != CallState::Due {
            continue;
        }
        let channel = row.channel.as_deref().or(row.no_channel).unwrap_or_default();
        let person = row.person.as_ref().map_or_else(String::new, |person| format!(", {person}"));
        due += 1;
        if due <= CALLS_SHOWN {
            lines.push(format!("Call: {}{person} ({channel}), for {}{target}", row.title, row.call));
            lines.extend(row.why.map(|why| format!("  {why}")));
            lines.extend(away(of, &row));
        }
    }
    if due > CALLS_SHOWN {
        lines.push(format!("Call: {} more", due - CALLS_SHOWN));
    }
    lines
}

/// Who is away, where the reason for the proposal does not say it already.
fn away(of: &View<'_>, row: &Contact<'_>) -> Vec<String> {
    // For the rows of a list, which of them is meant stands in the reason.
    if row.target.is_some() {
        return Vec::new();
    }
    let proposal = of.picture.item(of.playbook, row.call.as_str()).and_then(|status| status.proposal.as_ref());
    let said = proposal.filter(|proposal| proposal.role == *row.role).and_then(|own| own.says_away.as_ref());
    let reach = of.picture.reach(of.playbook, row.role.as_str()).into_iter();
    let others = reach.flat_map(|reach| &reach.away).filter(|away| Some(&away.name) != said);
    others.map(|away| format!("  {}.", away.says)).collect()
}

/// Somebody who was asked to make a call and has not reported back.
fn awaited(row: &Contact<'_>, target: &str, now: Now) -> Option<String> {
    let asked = row.passed_on.as_ref()?;
    Some(format!("Waits for: {}, asked {}, for {}{target}", asked.to, asked.at.short_in(now), row.call))
}
