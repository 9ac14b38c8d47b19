//! What others recorded about the same thing meanwhile, in sentences.

use crate::base::text::counted;
use crate::guide::{View, telling};
use crate::record::{Arrived, Beside};

/// One sentence for each entry.
pub fn lines(view: &View<'_>, arrived: &Arrived) -> Vec<String> {
    let mut lines = Vec::new();
    if arrived.more > 0 {
        lines.push(format!("Arrived while this was open: {} and these.", counted(arrived.more, "entry", "entries")));
    }
    for recorded in &arrived.entries {
        let told = telling::describe(Some(view.playbook), recorded, view.now);
        let title = told.title.filter(|_| arrived.beside == Beside::Closes);
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
