//! What an item keeps row by row: a register with its total and last entries, and the rows that still wait for a task or call.

use crate::base::text::counted;
use crate::guide::View;
use crate::guide::items::ItemStatus;
use crate::guide::registers::{self, ENTRIES_SHOWN};
use crate::guide::targets::TargetStatus;
use crate::guide::telling;
use crate::playbook::Item;
use crate::playbook::register::Register;
use crate::tui::page::Page;
use crate::tui::theme::Role;
use crate::tui::words;

/// Most rows that are named one by one.
const ROWS_SHOWN: usize = 8;

/// What a register holds, and its last entries.
pub(super) fn register(page: &mut Page, case: &View<'_>, item: &Item, register: &Register) {
    let held = registers::work_out(&item.id, register, case.state);
    match registers::say(register, &held) {
        Some(says) => page.hanging("Kept so far: ", Role::Quiet, Role::Strong, &says),
        None => page.hanging("Kept so far: ", Role::Text, Role::Text, "nothing yet; that is not zero"),
    };
    for tally in &held.tallies {
        page.hanging("  ", Role::Quiet, Role::Text, &registers::say_tally(register, tally));
    }
    for one in registers::contradictions(case.playbook, &item.id, case.state, case.now) {
        page.hanging("Contradicts itself: ", Role::Alarm, Role::Text, &one.words(case.state));
    }
    page.hanging("Enter to add: ", Role::Accent, Role::Text, &register.prompt);
    for at in held.log.iter().rev().take(ENTRIES_SHOWN) {
        let recorded = case.state.at(*at);
        let (_, says) = words::entry(case.state, *at, case.playbook, case.now);
        let text = format!("{says} ({}, {})", recorded.beside(), recorded.happened().short_in(case.now));
        let lead = format!("{} ", case.state.name(*at));
        let gone = telling::gone(case.state, *at);
        let role = if gone.is_empty() { Role::Text } else { Role::Struck };
        page.hanging(&lead, Role::Quiet, role, &format!("{text}{gone}"));
    }
    let more = held.log.len().saturating_sub(ENTRIES_SHOWN);
    if more > 0 {
        page.say(Role::Quiet, &format!("and {} more in the log", counted(more, "entry", "entries")));
    }
}

/// The rows for which an item has to be settled, those that wait first; a long list is cut.
pub(super) fn targets(page: &mut Page, status: &ItemStatus) {
    let (settled, waiting): (Vec<&TargetStatus>, Vec<_>) = status.targets.iter().partition(|row| row.is_settled());
    for row in waiting.iter().chain(&settled).take(ROWS_SHOWN) {
        let role = if row.is_settled() { Role::Quiet } else { Role::Text };
        let value = row.value.as_ref().map_or_else(String::new, |value| format!(": {value}"));
        let text = format!("{} ({}{value})", row.name, row.standing.label());
        page.hanging(&format!("  {} ", row.standing.sign()), role, Role::Text, &text);
    }
    let more = status.targets.len().saturating_sub(ROWS_SHOWN);
    if more > 0 {
        page.say(Role::Quiet, &format!("    and {more} more"));
    }
}
