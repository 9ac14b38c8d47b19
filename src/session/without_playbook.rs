//! Recording in a case whose playbook cannot be read. What needs a playbook to be understood is kept word for word as a note, so
//! that nothing waits for another copy; whoever has the playbook again records it under its item.

use crate::guide::{Command, TaskOutcome};

/// What is said about an entry that became a note.
pub(super) const REMARK: &str = "The playbook of this case cannot be read, so this was recorded as a note. Record it under its item once the playbook is back.";

/// The note in place of a command that means something only with a playbook; `None` for the others.
pub(super) fn as_note(command: &Command) -> Option<Command> {
    let text = match command {
        Command::Answer { id, value, source } => with(format!("Answer to {id}: {value}"), &[("source", source)]),
        Command::Task { id, target, outcome } => with(format!("{id}: {}", became(outcome)), &[("for", target)]),
        Command::Review { id, outcome, owner, due } => {
            with(format!("{id}: {}", became(outcome)), &[("owner", owner), ("due", due)])
        }
        Command::Decide { id, option, role, reason, adviser, person, standing_in } => with(
            format!("Decision {id}: {option}"),
            &[
                ("by", role),
                ("person", person),
                ("standing in for", standing_in),
                ("because", reason),
                ("advised by", adviser),
            ],
        ),
        Command::Call { id, role, person, channel, outcome, said, reported_by, target } => with(
            format!("Call {id}: {outcome}"),
            &[
                ("role", role),
                ("person", person),
                ("channel", channel),
                ("said", said),
                ("reported by", reported_by),
                ("for", target),
            ],
        ),
        Command::PassOn { id, to, said, target, .. } => {
            with(format!("Call {id} passed on"), &[("to", to), ("said", said), ("for", target)])
        }
        Command::Count { id, amount, what } => with(format!("{id}: {amount} more"), &[("what", what)]),
        Command::AddRow { id, row } => format!("Row for {id}: {row}"),
        Command::DecideSilence { id, value, role } => with(format!("Decided on {id}: {value}"), &[("by", role)]),
        Command::SetContact { role, person, channel } => {
            with(format!("Contact for {role}"), &[("person", person), ("channel", channel)])
        }
        Command::Prohibition { id, broken } => with(format!("Read: {id}"), &[("not kept", broken)]),
        Command::Note { about: Some(id), text } => format!("About {id}: {text}"),
        _ => return None,
    };
    Some(Command::Note { about: None, text })
}

fn became(outcome: &TaskOutcome) -> String {
    match outcome {
        TaskOutcome::Done(what) => what.clone(),
        TaskOutcome::RuledOut { reason, adviser } => with(format!("not needed: {reason}"), &[("advised by", adviser)]),
        TaskOutcome::Needed { reason, adviser } => with(format!("needed: {reason}"), &[("advised by", adviser)]),
    }
}

/// A text followed by those of the named parts that were given.
fn with(first: String, parts: &[(&str, &Option<String>)]) -> String {
    let given = parts.iter().filter_map(|(name, text)| text.as_ref().map(|text| format!("; {name}: {text}")));
    given.fold(first, |all, part| all + &part)
}
