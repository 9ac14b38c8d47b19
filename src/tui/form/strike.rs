//! Striking out an entry: what it says stands above, and the reason is asked for unless it is a slip of a moment ago.

use super::{Field, Form, Kind};
use crate::guide::{Command, telling};
use crate::tui::ctx::Case;
use crate::tui::theme::Role;

/// The form for the entry at a place of the log; `needs_reason` says whether it can do without one.
pub fn form(case: &Case<'_>, at: usize, needs_reason: bool) -> Form {
    let recorded = case.state.at(at);
    let reason = Field::line("reason", "Why it is wrong", "");
    let reason = if needs_reason {
        reason.required()
    } else {
        reason.hint("May stay empty: it is the last record of this run, and a moment old.")
    };
    let title = format!("Strike out {}", case.state.name(at));
    let mut form = Form::new(Kind::Strike(recorded.id.to_string()), &title, vec![reason])
        .about(Role::Text, &telling::named(Some(case.playbook), case.state, at, case.session.now()))
        .about(
            Role::Dim,
            "It counts no more, as if it had never been recorded; what it replaced counts again. It stays readable.",
        );
    form.button = "Strike out";
    form
}

pub(super) fn command(form: &Form, entry: &str) -> Command {
    Command::Strike { entry: entry.to_owned(), reason: form.some("reason") }
}
