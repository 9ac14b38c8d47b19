//! The course of the case: handing over, checking the clock, closing, opening again.

use super::{Echo, Field, Form, Kind};
use crate::base::text::counted;
use crate::guide::Command;
use crate::tui::ctx::Case;
use crate::tui::theme::Role;

/// Handing the keyboard over.
pub fn hand_over(case: &Case<'_>) -> Form {
    let fields = vec![
        Field::line("to", "Who takes over", ""),
        Field::line("from", "Who leaves", case.session.person()),
        Field::line("witness", "Witness", "").hint("A second person who is there, if there is one."),
    ];
    let open = case.assessment.open;
    let seal =
        case.session.head().map(|head| format!("Last seal: {}. Say it aloud or write it down.", head.seal.short()));
    Form::new(Kind::HandOver, "Hand over", fields)
        .about(
            Role::Text,
            &format!(
                "Open now: {}, {}, {}, {} put off. The card \"back in\" (b) tells the rest.",
                counted(open.duties, "duty", "duties"),
                counted(open.decisions, "decision", "decisions"),
                counted(open.questions, "question", "questions"),
                open.deferred
            ),
        )
        .about(Role::Dim, &seal.unwrap_or_default())
}

pub(super) fn hand_over_command(form: &Form) -> Command {
    Command::HandOver { from: form.some("from"), to: form.text("to"), witness: form.some("witness") }
}

/// Comparing the laptop's clock with a watch.
pub fn check_time(case: &Case<'_>) -> Form {
    let fields = vec![
        Field::line("watch", "The watch says", "")
            .hint("14:07 or 14:07:40; with the date if the laptop's is wrong")
            .echo(Echo::Watch),
        Field::line("checked_by", "Who looked", ""),
    ];
    Form::new(Kind::CheckTime, "Compare the clock", fields)
        .about(Role::Text, &format!("The laptop says {}.", case.session.now().long()))
        .about(Role::Dim, "Times that were recorded stay as they are; the difference is written down beside them.")
}

pub(super) fn check_time_command(form: &Form) -> Command {
    Command::CheckTime { watch: form.text("watch"), checked_by: form.some("checked_by") }
}

/// Closing, with everything that is still open.
pub fn close(case: &Case<'_>) -> Form {
    let open = case.session.still_open();
    let fields = vec![
        Field::line("role", "Who closes (role)", ""),
        Field::area("reason", if open.is_empty() { "Why now" } else { "Why close although this is open (needed)" }, "")
            .hint("Enter is a new line, Ctrl-S records."),
    ];
    let mut form = Form::new(Kind::Close, "Close the case", fields);
    form.fields[1].required = !open.is_empty();
    form.button = if open.is_empty() { "Close the case" } else { "Close anyway" };
    if open.is_empty() {
        return form.about(Role::Settled, "Nothing is open.");
    }
    let say = counted(open.len(), "thing is still open:", "things are still open:");
    form = form.about(Role::Alarm, &say);
    for line in &open {
        // On paper each line begins with a kind and an id, for those who look it up; here the title is enough.
        let title = line.split_once(": ").map_or(line.as_str(), |(_, title)| title);
        form = form.about(Role::Text, &format!("- {title}"));
    }
    form
}

pub(super) fn close_command(form: &Form) -> Command {
    Command::Close { role: form.text("role"), reason: form.some("reason"), anyway: true }
}

/// Opening a closed case again.
pub fn reopen() -> Form {
    Form::new(
        Kind::Reopen,
        "Open the case again",
        vec![Field::area("reason", "Why", "").hint("Enter is a new line, Ctrl-S records.")],
    )
}

pub(super) fn reopen_command(form: &Form) -> Command {
    Command::Reopen { reason: form.text("reason") }
}
