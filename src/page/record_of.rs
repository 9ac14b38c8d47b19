//! What one entry says, with who said so and when, in a line.

use crate::guide::{View, telling};

/// `Yes, by R. Okafor, 22 Nov 02:13`.
pub fn line(view: &View<'_>, at: usize) -> String {
    let recorded = view.state.at(at);
    let told = telling::told(Some(view.playbook), view.state, at, view.now);
    let when = recorded.happened().short_in(view.now);
    let says = if told.value.is_empty() { told.kind } else { told.value };
    format!("{says}, {}, {when}{}", recorded.beside(), telling::gone(view.state, at))
}
