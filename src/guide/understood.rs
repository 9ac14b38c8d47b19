//! How the times in a command were understood, said after it was recorded: the doors without a form have no echo while one types.

use super::answer::Answer;
use super::command::{Command, Said};
use super::decide::closing::watch_time;
use crate::base::{EventTime, Now, Stamp, Typed};
use crate::playbook::Playbook;

/// One sentence for each time that was typed: the moment as it is shown, and where another could have been meant how to write that.
pub fn understood(playbook: &Playbook, command: &Command, said: &Said, now: Now) -> Vec<String> {
    let say = |what: &str, shown: String, note: Option<String>| {
        let note = note.map_or_else(String::new, |note| format!(" {note}"));
        format!("{what}: {shown}.{note}")
    };
    let moment = |read: Typed<Stamp>| (read.value.short_in(now), read.note);
    let own = match command {
        Command::Answer { id, value, .. } => playbook.question(id.trim()).and_then(|question| {
            let read = Answer::read(question, value, now).ok()?;
            let Answer::When(when) = read.value else { return None };
            Some((when.short_in(now), read.note))
        }),
        Command::Defer { until, .. } if playbook.item(until.trim()).is_none() => {
            Stamp::read_ahead(until, now).ok().map(moment)
        }
        Command::CheckTime { watch, .. } => watch_time(watch, now).ok().map(moment),
        _ => None,
    };
    let at = said.at.as_deref().and_then(|at| EventTime::read(at, now).ok());
    let happened = at.map(|read| say("Happened", read.value.short_in(now), read.note));
    own.map(|(shown, note)| say("Understood", shown, note)).into_iter().chain(happened).collect()
}
