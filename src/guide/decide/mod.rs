//! From a command to facts, or to a refusal that says what to do instead. The only place where recording is refused.

mod calls;
pub mod closing;
mod entries;
mod gaps;
mod items;
mod pass_on;
pub mod registers;
mod reviews;
pub mod strike;
mod targets;

use super::command::{Command, Said};
use super::refusal::Refusal;
use super::{Assessment, Knowledge};
use crate::base::{EventTime, ItemId, Now, Reading, Unread, Zone};
use crate::case::{Attribution, CaseState, Fact};
use crate::journal::EntryId;
use crate::playbook::{Item, Playbook};

/// Longest text in one field of an entry, in bytes.
pub const MAX_TEXT: usize = super::answer::MAX_ANSWER;

/// Everything that a decision may look at. No clock, no file: `now` is handed in.
pub struct Context<'a> {
    /// The playbook.
    pub playbook: &'a Playbook,
    /// The case.
    pub state: &'a CaseState,
    /// The picture before the command.
    pub assessment: &'a Assessment,
    /// What the clocks say.
    pub reading: &'a Reading,
    /// The zone of the wall clock.
    pub zone: Zone,
    /// The person at the keyboard.
    pub person: &'a str,
    /// The last entry of this run.
    pub last: Option<&'a EntryId>,
}

/// Works out what a command records.
pub fn decide(context: &Context<'_>, command: &Command, said: &Said) -> Result<(Attribution, Fact), Refusal> {
    let mut who = context.attribution(said)?;
    who.by = super::keyboard::name(&who.by)?;
    let closed = context.assessment.closed;
    let allowed = matches!(
        command,
        Command::Reopen { .. } | Command::Note { .. } | Command::HandOver { .. } | Command::CheckTime { .. }
    );
    if closed && !allowed {
        return Err(is_closed());
    }
    if let Command::Call { reported_by: Some(name), .. } = command {
        who.actor = optional(Some(name), "The name")?.or(who.actor);
    }
    let fact = match command {
        Command::Answer { id, value, source } => items::answer(context, id, value, source.as_deref()),
        Command::Task { id, target, outcome } => items::task(context, id, target.as_deref(), outcome),
        Command::Review { id, outcome, owner, due } => {
            reviews::point(context, id, outcome, owner.as_deref(), due.as_deref())
        }
        Command::Decide { id, option, role, reason, adviser, person, standing_in } => {
            let words = items::DecisionWords {
                option,
                role: role.as_deref(),
                reason: reason.as_deref(),
                adviser: adviser.as_deref(),
                person: person.as_deref(),
                standing_in: standing_in.as_deref(),
            };
            items::decision(context, id, &words)
        }
        Command::Prohibition { id, broken } => items::prohibition(context, id, broken.as_deref()),
        Command::Defer { id, until, reason } => items::defer(context, id, until, reason.as_deref()),
        Command::DecideSilence { id, value, role } => items::silence(context, id, value, role.as_deref()),
        Command::PassOn { id, to, all, said, target } => pass_on::pass_on(
            context,
            &pass_on::PassOnWords {
                id,
                to: to.as_deref(),
                all: *all,
                said: said.as_deref(),
                target: target.as_deref(),
            },
        ),
        Command::Call { id, role, person, channel, outcome, said, target, .. } => calls::call(
            context,
            &calls::CallWords {
                id,
                role: role.as_deref(),
                person: person.as_deref(),
                channel: channel.as_deref(),
                outcome,
                said: said.as_deref(),
                target: target.as_deref(),
            },
        ),
        Command::Count { id, amount, what } => registers::count(context, id, amount, what.as_deref()),
        Command::AddRow { id, row } => registers::row(context, id, row),
        Command::ImportRows { id, file, import } => registers::import(context, id, file, import.as_deref()),
        Command::Strike { entry, reason } => strike::strike(context, entry, reason.as_deref()),
        Command::SetContact { role, person, channel } => {
            calls::contact(context, role, person.as_deref(), channel.as_deref())
        }
        Command::Note { about, text } => items::note(context, about.as_deref(), text),
        Command::HandOver { from, to, witness } => closing::hand_over(context, from.as_deref(), to, witness.as_deref()),
        Command::CheckTime { watch, checked_by } => closing::check_time(context, watch, checked_by.as_deref()),
        Command::Close { role, reason, anyway } => closing::close(context, role, reason.as_deref(), *anyway),
        Command::Reopen { reason } => closing::reopen(context, reason),
    }?;
    Ok((who, fact))
}

fn is_closed() -> Refusal {
    Refusal::new("The case is closed.", "Reopen it with a reason (`record CASE reopen --reason ...`), or add a note.")
}

impl<'a> Context<'a> {
    fn now(&self) -> Now {
        Now::new(self.reading.wall, self.zone).under(&self.playbook.jurisdiction)
    }

    fn knowledge(&self) -> Knowledge<'a> {
        Knowledge::new(self.playbook, self.state)
    }

    fn attribution(&self, said: &Said) -> Result<Attribution, Refusal> {
        let happened = match said.at.as_deref().map(str::trim).filter(|at| !at.is_empty()) {
            None => None,
            Some(at) => Some(self.past_time(at)?),
        };
        let text = |text: &Option<String>, name: &str| text.as_deref().map(|text| words(text, name)).transpose();
        let by = said.by.clone().unwrap_or_else(|| self.person.to_owned());
        Ok(Attribution { by, actor: text(&said.actor, "The name")?, happened, note: text(&said.note, "The note")? })
    }

    fn past_time(&self, typed: &str) -> Result<EventTime, Refusal> {
        let time = EventTime::read(typed, self.now())?.value;
        self.not_ahead(time)?;
        Ok(time)
    }

    /// What has happened cannot lie in the future.
    fn not_ahead(&self, time: EventTime) -> Result<(), Refusal> {
        let latest = match time {
            EventTime::Point(at, _) => Some(at),
            // A day that has begun may last until tonight.
            EventTime::Window(from, _) if time.is_whole_days(self.now()) => from,
            EventTime::Window(from, to) => to.or(from),
        };
        // One minute of grace: the watch on the wall and the laptop rarely agree to the second.
        if latest.is_some_and(|at| at.seconds_since(self.reading.wall) > 60) {
            return Err(Refusal::new(
                format!(
                    "{} lies in the future; the laptop says {}.",
                    time.short_in(self.now()),
                    self.reading.wall.short_in(self.now())
                ),
                "Correct the time, or record a time check if the laptop's clock is wrong.",
            ));
        }
        Ok(())
    }

    /// An item by what was typed.
    fn item(&self, typed: &str) -> Result<&'a Item, Refusal> {
        let typed = typed.trim();
        self.playbook
            .item(typed)
            .ok_or_else(|| Refusal::unknown("item", typed, self.playbook.items.iter().map(|item| item.id.as_str())))
    }

    /// A role by what was typed: its id or its title.
    fn role(&self, typed: &str) -> Result<ItemId, Refusal> {
        let typed = typed.trim();
        let found =
            self.playbook.roles.iter().find(|role| role.id.as_str() == typed || role.title.eq_ignore_ascii_case(typed));
        found
            .map(|role| role.id.clone())
            .ok_or_else(|| Refusal::unknown("role", typed, self.playbook.roles.iter().map(|role| role.id.as_str())))
    }
}

impl From<Unread> for Refusal {
    fn from(why: Unread) -> Self {
        Self::new(why.to_string(), why.hint())
    }
}

/// A text that must hold words, trimmed; bounded, so that a block can hold it.
fn words(text: &str, what: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::new(format!("{what} is empty."), "Write a few words; they become part of the record."));
    }
    bounded(text, what)
}

/// A text that a block can hold beside others.
pub(super) fn bounded(text: &str, what: &str) -> Result<String, Refusal> {
    // Escapes can make a sign longer on the disk.
    let stored = crate::journal::stored_len(text);
    if stored > MAX_TEXT {
        return Err(Refusal::new(
            format!("{what} is {stored} bytes long; at most {MAX_TEXT} fit into one entry."),
            "Shorten it, or split it into several notes.",
        ));
    }
    Ok(text.to_owned())
}

/// Optional words: none when nothing was typed.
fn optional(text: Option<&str>, what: &str) -> Result<Option<String>, Refusal> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(|text| bounded(text, what)).transpose()
}
