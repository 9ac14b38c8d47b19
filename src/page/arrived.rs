//! What was recorded about a thing while somebody else wrote about it, too: neither is taken for the other, and none replaces the other
//! unseen.

use crate::base::text::counted;
use crate::case::Recorded;
use crate::guide::{View, telling};
use crate::record::{Beside, Draft};
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
    pub fn of(view: &View<'_>, draft: &Draft, entries: &[&Recorded]) -> Option<Self> {
        if entries.is_empty() {
            return None;
        }
        let more = entries.len().saturating_sub(TOLD);
        let mut lines = Vec::new();
        if more > 0 {
            lines.push(format!("Arrived while this was open: {} and these.", counted(more, "entry", "entries")));
        }
        for recorded in &entries[more..] {
            let told = telling::describe(Some(view.playbook), recorded, view.now);
            let title = told.title.filter(|_| draft.verb.beside == Beside::Closes);
            let about = title.map_or_else(String::new, |title| format!("{title}: "));
            let value = if told.value.is_empty() { String::new() } else { format!(": {}", told.value) };
            lines.push(format!(
                "Arrived while this was open, recorded {} at {}: {about}{}{}.",
                telling::who(recorded),
                recorded.reading.wall.short_in(view.now),
                told.kind,
                value.trim_end_matches('.'),
            ));
        }
        let then = match draft.verb.beside {
            Beside::Adds | Beside::Stands => "If yours is recorded as well, both count.",
            Beside::Closes => "What is open may be something else than what this form lists.",
            Beside::Replaces => {
                "If yours is recorded as well, it counts from then on; theirs stays readable as what was recorded before."
            }
        };
        Some(Self { lines, then })
    }
}

impl fmt::Display for Arrived {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.lines.join(" "), self.then)
    }
}
