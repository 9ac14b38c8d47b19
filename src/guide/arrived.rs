//! What was recorded about a thing while somebody else wrote about it, too: neither is taken for the other, and none replaces the other
//! unseen.

use super::command::Command;
use super::decide::closing;
use super::targets::key;
use super::telling;
use crate::base::text::counted;
use crate::base::{ItemId, Now};
use crate::case::{Fact, Recorded};
use crate::playbook::Playbook;
use std::fmt;

/// How many entries are told one by one.
const TOLD: usize = 3;

/// What arrived, as sentences, and what recording all the same comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrived {
    /// One sentence for each entry, the last ones.
    pub lines: Vec<String>,
    /// What happens to them if this is recorded all the same.
    pub then: &'static str,
}

impl Arrived {
    /// Of entries in the order of the log; `None` if there are none.
    pub fn of(playbook: &Playbook, command: &Command, entries: &[&Recorded], now: Now) -> Option<Self> {
        if entries.is_empty() {
            return None;
        }
        let more = entries.len().saturating_sub(TOLD);
        let mut lines = Vec::new();
        if more > 0 {
            lines.push(format!("Arrived while this was open: {} and these.", counted(more, "entry", "entries")));
        }
        for recorded in &entries[more..] {
            let told = telling::describe(Some(playbook), recorded, now);
            let title = told.title.filter(|_| matches!(command, Command::Close { .. }));
            let about = title.map_or_else(String::new, |title| format!("{title}: "));
            let value = if told.value.is_empty() { String::new() } else { format!(": {}", told.value) };
            lines.push(format!(
                "Arrived while this was open, recorded {} at {}: {about}{}{}.",
                telling::who(recorded),
                recorded.reading.wall.short_in(now),
                told.kind,
                value.trim_end_matches('.'),
            ));
        }
        Some(Self { lines, then: then(command) })
    }
}

impl fmt::Display for Arrived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.lines.join(" "), self.then)
    }
}

fn then(command: &Command) -> &'static str {
    match command {
        Command::Call { .. }
        | Command::PassOn { .. }
        | Command::Count { .. }
        | Command::AddRow { .. }
        | Command::ImportRows { .. }
        | Command::Note { .. } => "If yours is recorded as well, both count.",
        Command::Close { .. } => "What is open may be something else than what this form lists.",
        _ => "If yours is recorded as well, it counts from then on; theirs stays readable as what was recorded before.",
    }
}

/// Whether a fact is about the very thing that a command would record: the same question, task, row, seat, register or role.
pub fn concerns(playbook: &Playbook, command: &Command, fact: &Fact) -> bool {
    let about =
        |id: &str| !matches!(fact, Fact::Noted { .. }) && fact.subject().is_some_and(|at| at.as_str() == id.trim());
    match command {
        Command::Answer { id, .. }
        | Command::Review { id, .. }
        | Command::Prohibition { id, .. }
        | Command::Defer { id, .. }
        | Command::DecideSilence { id, .. }
        | Command::Count { id, .. }
        | Command::AddRow { id, .. }
        | Command::ImportRows { id, .. } => about(id),
        Command::Task { id, target, .. } => about(id) && same_row(target.as_deref(), fact),
        Command::Decide { id, role, .. } => about(id) && same_seat(playbook, role.as_deref(), fact),
        Command::Call { id, target, .. } | Command::PassOn { id, target, .. } => {
            (about(id) || made_for(id.trim(), fact)) && same_row(target.as_deref(), fact)
        }
        Command::SetContact { role, .. } => {
            matches!(fact, Fact::ContactSet { role: set, .. } if names(playbook, set, role))
        }
        // Whoever closes does so on the list of what was open.
        Command::Close { .. } => {
            !matches!(fact, Fact::SessionEnded | Fact::ClockStepped { .. } | Fact::HandedOver { .. })
        }
        Command::Reopen { .. } => matches!(fact, Fact::Closed { .. } | Fact::Reopened { .. }),
        // A note stands beside others; a strike names its entry; hands and watches belong to one keyboard.
        Command::Note { .. } | Command::Strike { .. } | Command::HandOver { .. } | Command::CheckTime { .. } => false,
    }
}

/// A call is named by itself or by the role that was called.
fn made_for(id: &str, fact: &Fact) -> bool {
    match fact {
        Fact::Called { role, calls, .. } => role.as_str() == id || calls.iter().any(|call| call.as_str() == id),
        Fact::PassedOn { calls, .. } => calls.iter().any(|call| call.as_str() == id),
        _ => false,
    }
}

/// One that names no row speaks of all of them.
fn same_row(target: Option<&str>, fact: &Fact) -> bool {
    let other = match fact {
        Fact::TaskDone { target, .. }
        | Fact::TaskRuledOut { target, .. }
        | Fact::NecessityFound { target, .. }
        | Fact::Called { target, .. }
        | Fact::PassedOn { target, .. } => target.as_deref(),
        _ => None,
    };
    target.zip(other).is_none_or(|(one, other)| key(one) == key(other))
}

fn same_seat(playbook: &Playbook, seat: Option<&str>, fact: &Fact) -> bool {
    match (fact, seat) {
        (Fact::Decided { role, .. }, Some(seat)) => names(playbook, role, seat),
        _ => true,
    }
}

/// Whether words that were typed mean a role.
fn names(playbook: &Playbook, role: &ItemId, typed: &str) -> bool {
    closing::role(playbook, typed.trim()).is_some_and(|named| named.id == *role)
}
