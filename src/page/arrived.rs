//! What others recorded about the same thing meanwhile, in sentences.

use super::log;
use crate::base::text::counted;
use crate::judge::View;
use crate::record::{Arrived, Beside};

/// One sentence for each entry.
pub fn lines(view: &View<'_>, arrived: &Arrived) -> Vec<String> {
    let mut lines = Vec::new();
    if arrived.more > 0 {
        lines.push(format!("Arrived while this was open: {} and these.", counted(arrived.more, "entry", "entries")));
    }
    for recorded in &arrived.entries {
        let told = log::describe(Some(view.playbook), recorded, view.now);
        let says = if arrived.beside == Beside::Closes { told.in_short() } else { told.says.clone() };
        lines.push(format!(
            "Arrived while this was open, recorded {} at {}: {}.",
            log::who(recorded),
            recorded.at.short_in(view.now),
            Some(says).filter(|says| !says.is_empty()).unwrap_or(told.about).trim_end_matches('.'),
        ));
    }
    lines
}

/// What happens to them if one's own is recorded all the same.
pub fn then(beside: Beside) -> &'static str {
    match beside {
        Beside::Adds | Beside::Stands => "If yours is recorded as well, both count.",
        Beside::Closes => "What is open may be something else than what this form lists.",
        Beside::Replaces => {
            "If yours is recorded as well, it counts from then on; theirs stays readable as what was recorded before."
        }
    }
}
