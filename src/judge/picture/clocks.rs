//! Clocks on the policy's words. No deadline is invented: a time limit appears only where the playbook gives its basis.

use crate::base::written::words;
use crate::base::{Length, Now, Stamp};
use crate::contacts::PhoneList;
use crate::judge::truth::completion::settled;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::verdict::Verdict;
use crate::playbook::Body;
use crate::playbook::condition::Subject;
use crate::playbook::reference::Clock;
use serde::Serialize;

words! {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum ClockState: label {
        NotApplicable = "does not apply",
        /// Its start has not happened, or whether it applies is not known.
        Waiting = "not started",
        Running = "runs",
        /// It rests on a ground that the policy gives, and does not count this time.
        Suspended = "paused",
        /// What it waits for has happened, or the case is closed.
        Stopped = "stopped",
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClockStatus {
    pub state: ClockState,
    /// Whether it counts at all, and what is missing to know that.
    pub applies: Verdict,
    /// When it would have started, while nobody knows whether it counts.
    pub perhaps_from: Option<Stamp>,
    /// Whether what it waits for has happened, also before it started; or the case is closed.
    pub settled: bool,
    pub started: Option<Stamp>,
    /// Whether the start is the earliest moment of a window: it may have been later.
    pub at_the_earliest: bool,
    pub stopped: Option<Stamp>,
    /// When its limit is reached, if the playbook gives one.
    pub due: Option<Stamp>,
    /// Seconds from start to stop, or to now, without those during which it was suspended.
    pub elapsed_s: Option<i64>,
    /// Seconds during which it was suspended.
    pub suspended_s: i64,
    /// The grounds on which it is suspended now, by their places in the playbook.
    pub paused_by: Vec<usize>,
    /// The organisation's own hours for it, from its phone list. Never the policy's.
    pub local: Option<LocalTarget>,
}

/// Hours that the organisation set itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct LocalTarget {
    pub hours: u32,
    /// When they are over, once the clock has started.
    pub due: Option<Stamp>,
    /// Whether they were over before what the clock waits for had happened, or before now.
    pub past: bool,
}

impl ClockStatus {
    /// `, at the earliest from 15 Jun 2017 00:00`, where the start is known as a window only.
    pub fn from_when(&self, now: Now) -> String {
        let from = self.started.filter(|_| self.at_the_earliest);
        from.map_or_else(String::new, |from| format!(", at the earliest from {}", from.short_in(now)))
    }
}

impl LocalTarget {
    /// `local target, not in the policy: 4 h, due 22 Nov 06:13`; `..., past since 22 Nov 06:13`.
    pub fn shown(self, now: Now) -> String {
        let word = if self.past { "past since" } else { "due" };
        let due = self.due.map_or_else(String::new, |due| format!(", {word} {}", due.short_in(now)));
        format!("local target, not in the policy: {} h{due}", self.hours)
    }
}

pub fn work_out(clock: &Clock, knowledge: &Knowledge<'_>, list: &PhoneList, now: Now) -> ClockStatus {
    let applies = knowledge.holds(clock.when.as_ref());
    let from = start(clock, knowledge);
    let perhaps_from = from.filter(|_| applies.value.is_none()).map(|(at, _)| at);
    let (started, at_the_earliest) =
        from.filter(|_| applies.value == Some(true)).map_or((None, false), |(at, earliest)| (Some(at), earliest));
    let ended = stop(clock, knowledge);
    let stopped = started.and(ended);
    let rests = if clock.pauses.is_empty() || started.is_none() {
        Vec::new()
    } else {
        crate::judge::picture::pauses::rests(clock, knowledge)
    };
    let rests_now = rests.last().is_some_and(|rest| rest.to.is_none());
    let paused_by = clock.pauses.iter().enumerate().filter(|(_, pause)| {
        rests_now && stopped.is_none() && knowledge.holds(Some(&pause.condition)).value == Some(true)
    });
    let end = stopped.unwrap_or(now.at);
    let suspended_s = started
        .map_or(0, |start| rests.iter().map(|rest| overlap(rest.from, rest.to.unwrap_or(end), start, end)).sum());
    let state = match (applies.value, started, stopped) {
        (Some(false), ..) => ClockState::NotApplicable,
        (_, None, _) => ClockState::Waiting,
        (_, Some(_), None) if rests_now => ClockState::Suspended,
        (_, Some(_), None) => ClockState::Running,
        (_, Some(_), Some(_)) => ClockState::Stopped,
    };
    // Elapsed time; the end is told by the clocks of that day, which may have been changed in between.
    let after = |length: Length| started.and_then(|at| length.end(at, now.zone));
    let target = list.target(knowledge.playbook.id.as_str(), clock.id.as_str());
    ClockStatus {
        state,
        perhaps_from,
        settled: ended.is_some(),
        paused_by: paused_by.map(|(at, _)| at).collect(),
        applies,
        started,
        at_the_earliest,
        stopped,
        due: clock.limit.and_then(|limit| after(limit.within)),
        local: target.map(|target| {
            let due = after(Length::Hours(target.hours));
            LocalTarget { hours: target.hours, due, past: due.is_some_and(|due| due < end) }
        }),
        // A start that lies ahead, because the computer's clock was set back, has not counted anything yet.
        elapsed_s: started.map(|at| (end.seconds_since(at) - suspended_s).max(0)),
        suspended_s,
    }
}

/// Seconds that two spans share.
fn overlap(from: Stamp, to: Stamp, start: Stamp, end: Stamp) -> i64 {
    let from = if from.seconds_since(start) > 0 { from } else { start };
    let to = if to.seconds_since(end) < 0 { to } else { end };
    to.seconds_since(from).max(0)
}

/// When the start event happened, and whether that is the earliest moment of a window. A question that asks for a time gives that time
/// itself.
fn start(clock: &Clock, knowledge: &Knowledge<'_>) -> Option<(Stamp, bool)> {
    let Some(from) = &clock.from else {
        return knowledge.state.opening.as_ref().map(|opening| (opening.at, false));
    };
    let subject = match knowledge.playbook.item(from.as_str()).map(|item| &item.body)? {
        Body::Question(_) => match knowledge.answer(from.as_str())? {
            Answer::Unknown => return None,
            Answer::When(time) => return Some((time.earliest()?, time.is_open_window())),
            _ => Subject::Answer(from.clone()),
        },
        Body::Decision(_) => {
            knowledge.decided(from.as_str())?;
            Subject::Decision(from.clone())
        }
        Body::Call(_) => Subject::Call(from.clone()),
        _ => Subject::Task(from.clone()),
    };
    let (entry, at) = knowledge.deciding_entry(&subject)?;
    Some((at, knowledge.state.at(entry).happened().is_open_window()))
}

/// When the stop condition came true: the latest moment among the records that decided it, or the closing of the case.
fn stop(clock: &Clock, knowledge: &Knowledge<'_>) -> Option<Stamp> {
    let verdict = clock.until.as_ref().map(|until| settled(until, knowledge));
    let met = verdict.filter(|verdict| verdict.value == Some(true)).and_then(|verdict| {
        verdict.decided_by().filter_map(|subject| knowledge.deciding_entry(subject)).map(|(_, at)| at).max()
    });
    met.or_else(|| knowledge.state.closing().map(|closing| closing.reading.wall))
}
