//! Registers and rows as lines: what is kept so far, and which rows wait.

use crate::guide::View;
use crate::guide::items::ItemStatus;
use crate::guide::registers::{self, ENTRIES_SHOWN};
use crate::guide::targets::TargetStatus;
use crate::guide::telling;
use crate::playbook::Item;
use crate::playbook::register::Register;

/// Most rows that are named one by one.
const ROWS_SHOWN: usize = 12;

/// What a register holds, and its last entries.
pub fn page(of: &View<'_>, item: &Item, register: &Register) -> Vec<String> {
    let held = registers::work_out(&item.id, register, of.state);
    let says = registers::say(register, &held);
    let mut lines = vec![format!("Kept so far: {}", says.as_deref().unwrap_or("nothing yet"))];
    lines.extend(held.tallies.iter().map(|tally| registers::say_tally(register, tally)));
    let contradictions = registers::contradictions(of.playbook, &item.id, of.state, of.now);
    lines.extend(contradictions.iter().map(|one| format!("Contradicts itself: {}", one.words(of.state))));
    for at in held.log.iter().rev().take(ENTRIES_SHOWN) {
        let recorded = of.state.at(*at);
        let told = telling::told(Some(of.playbook), of.state, *at, of.now);
        let gone = telling::gone(of.state, *at);
        lines.push(format!("{} {}{gone}, {}", of.state.name(*at), told.value, telling::who(recorded)));
    }
    let more = held.log.len().saturating_sub(ENTRIES_SHOWN);
    if more > 0 {
        lines.push(format!("And {more} more in the log."));
    }
    lines
}

/// The rows for which an item has to be settled: those that wait first.
pub fn rows_of_a_list(status: &ItemStatus) -> Vec<String> {
    let (settled, waiting): (Vec<&TargetStatus>, Vec<_>) = status.targets.iter().partition(|row| row.is_settled());
    let shown = waiting.iter().chain(&settled).take(ROWS_SHOWN);
    let mut lines: Vec<_> = shown
        .map(|row| {
            let value = row.value.as_ref().map_or_else(String::new, |value| format!(": {value}"));
            format!("For {}: {}{value}", row.name, row.standing.label())
        })
        .collect();
    let more = status.targets.len().saturating_sub(ROWS_SHOWN);
    if more > 0 {
        lines.push(format!("And {more} more rows."));
    }
    lines
}
