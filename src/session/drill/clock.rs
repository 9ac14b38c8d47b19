//! The clock, the parts and the roll-call.

use super::conduct::Conduct;
use super::failure::{NO_MORE_PARTS, NO_PART, PLAYED, SCRIPT_CHANGED, unknown};
use crate::base::ItemId;
use crate::case::{Attendance, ClockAction};
use crate::drill::plan::Slot;
use crate::drill::roll;
use crate::drill::script::Part;
use crate::record::refusal::quoted;
use crate::record::verbs::drill::{clock, roll_call};
use crate::record::verbs::real_event;
use crate::record::{Draft, Receipt};
use crate::session::SubmitError;

impl Conduct {
    /// Starts the clock with the first part, at the time that the script says.
    ///
    /// # Errors
    /// If it has started, or the disk does not take it.
    pub fn start(&mut self) -> Result<Receipt, SubmitError> {
        if let Some(fault) = self.fault() {
            return Err(SCRIPT_CHANGED.about(fault.to_string()).into());
        }
        let first = self.script().parts.first().ok_or_else(|| NO_MORE_PARTS.refuse())?;
        let draft = begins(ClockAction::Start, first).with(&clock::TO, self.script().start.to_text());
        self.in_case(&draft)
    }

    /// The clock stands still from now on.
    ///
    /// # Errors
    /// If it does already, or the disk does not take it.
    pub fn pause(&mut self, reason: Option<&str>) -> Result<Receipt, SubmitError> {
        self.act(ClockAction::Pause, reason)
    }

    /// The clock goes on; where clock entries contradict each other, that settles it.
    ///
    /// # Errors
    /// If it runs, or the disk does not take it.
    pub fn resume(&mut self) -> Result<Receipt, SubmitError> {
        self.act(ClockAction::Resume, None)
    }

    /// Ends the exercise. What was not sent is told by [`Conduct::left`] before.
    ///
    /// # Errors
    /// If it has ended, or the disk does not take it.
    pub fn end(&mut self) -> Result<Receipt, SubmitError> {
        self.act(ClockAction::End, None)
    }

    /// Something real happens: the exercise stands still.
    ///
    /// # Errors
    /// If it does already, or the disk does not take it.
    pub fn stop_for_real(&mut self) -> Result<Receipt, SubmitError> {
        self.in_case(&real_event::stop())
    }

    /// Whether it is real: `REAL` or `NO DUFF` ends the exercise, `slip` says that it was none.
    ///
    /// # Errors
    /// If it is neither, or the disk does not take it.
    pub fn say_whether_real(&mut self, words: &str) -> Result<Receipt, SubmitError> {
        self.in_case(&real_event::say(words))
    }

    fn act(&mut self, action: ClockAction, reason: Option<&str>) -> Result<Receipt, SubmitError> {
        let draft = Draft::new(&clock::VERB, "").with(&clock::ACTION, action.word());
        self.in_case(&draft.with_some(&clock::REASON, reason.map(str::to_owned)))
    }

    /// Begins a part. The clock is set to its start, unless that would be back.
    ///
    /// # Errors
    /// If the script has no such part, the clock has not started, or the disk does not take it.
    pub fn part(&mut self, id: &str) -> Result<Receipt, SubmitError> {
        if let Some(fault) = self.fault() {
            return Err(SCRIPT_CHANGED.about(fault.to_string()).into());
        }
        let parts = &self.script().parts;
        let by_number = id.parse::<usize>().ok().and_then(|number| parts.get(number.checked_sub(1)?));
        let found = parts.iter().find(|part| part.id.as_str() == id).or(by_number);
        let part = found.ok_or_else(|| unknown(&NO_PART, id, parts.iter().map(|part| &part.id)))?;
        let played = self.exercise().and_then(|exercise| exercise.part()?.part.as_ref());
        if played == Some(&part.id) {
            return Err(PLAYED.about(quoted(&part.title)).into());
        }
        let draft = begins(ClockAction::Part, part);
        let draft = draft.with_some(&clock::TO, part.start.map(crate::base::Stamp::to_text));
        self.in_case(&draft)
    }

    /// The part that follows the one that is played; the first before the start.
    pub fn next_part(&self) -> Option<&Part> {
        let played = self.exercise().and_then(|exercise| exercise.part());
        let next = match played.and_then(|part| part.part.as_ref()) {
            Some(id) => self.script().part_position(id.as_str()).map_or(0, |at| at + 1),
            None => 0,
        };
        self.script().parts.get(next)
    }

    /// What could still go out and was meant to: told before a part or the exercise ends.
    pub fn left(&self) -> Vec<Slot<'_>> {
        self.plan().left().cloned().collect()
    }

    /// Notes who plays a role, or that somebody is missing.
    ///
    /// # Errors
    /// If nobody is named, or the disk does not take it.
    pub fn roll_call(&mut self, role: &str, person: &str, attendance: Attendance) -> Result<Receipt, SubmitError> {
        let draft = Draft::new(&roll_call::VERB, "")
            .with(&roll_call::ROLE, role)
            .with(&roll_call::PERSON, person)
            .with(&roll_call::ATTENDANCE, attendance.word());
        self.in_case(&draft)
    }

    /// Who was called last for a role, and how.
    pub fn called(&self, role: &ItemId) -> Option<(&str, Attendance)> {
        roll::called(self.case.state(), role)
    }
}

/// A clock entry with which a part begins.
fn begins(action: ClockAction, part: &Part) -> Draft {
    Draft::new(&clock::VERB, "")
        .with(&clock::ACTION, action.word())
        .with(&clock::PART, part.id.as_str())
        .with(&clock::TITLE, part.title.as_str())
        .with_some(&clock::TEXT, part.text.clone())
        .with_some(&clock::QUESTIONS, Some(part.questions.join("\n")).filter(|all| !all.is_empty()))
        .with(&clock::MINUTES, part.minutes.to_string())
}
