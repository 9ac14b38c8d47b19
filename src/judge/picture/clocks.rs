//! Clocks on the policy's words. No deadline is invented: a time limit appears only where the playbook gives its basis.

use crate::base::written::words;
use crate::base::{Length, Now, Stamp};
use crate::contacts::PhoneList;
use crate::judge::picture::pauses;
use crate::judge::picture::undone::{self, Undone};
use crate::judge::truth::clocks::{Moments, over_by};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::reference::Clock;
use serde::Serialize;

words! {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum ClockState: label {
        NotApplicable = "does not apply",
        /// It has a start, and whether it counts is not known, also after it has run.
        Maybe = "may run",
        /// Its start has not happened.
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
    /// What it waits for in the end while it is not known whether it counts.
    pub waits_for: Vec<Subject>,
    /// When it started; of one that only may run, when it did if it counts.
    pub started: Option<Stamp>,
    /// Whether the start is the earliest moment of a window: it may have been later.
    pub at_the_earliest: bool,
    /// Whether what it waits for has happened, also before it started; or the case is closed.
    pub settled: bool,
    /// When that happened, once it has started.
    pub stopped: Option<Stamp>,
    /// What is wrong where it was stopped before it started.
    pub crossed: Option<Crossed>,
    /// Of one that goes on: the last stop that was struck out.
    pub undone: Option<Undone>,
    /// When its limit is reached, if the playbook gives one; of one that only may run, if it counts.
    pub due: Option<Stamp>,
    /// By how many seconds it is over its limit, now or when it was stopped; `None` while it is not, and while it is not known
    /// whether it counts.
    pub late_s: Option<i64>,
    /// Seconds from start to stop, or to now, without those during which it was suspended; `None` where the times cross.
    pub elapsed_s: Option<i64>,
    /// Seconds during which it was suspended.
    pub suspended_s: i64,
    /// The grounds on which it is suspended now, by their places in the playbook.
    pub paused_by: Vec<usize>,
    /// The organisation's own hours for it, from its phone list. Never the policy's.
    pub local: Option<LocalTarget>,
}

/// A clock that was stopped before it started.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Crossed {
    /// It counts from the opening of the case, and what it waits for was done before that.
    Opening,
    /// One of the two recorded times is wrong.
    Recorded,
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
    /// By how many seconds it is over its limit; of one that only may run, if it counts.
    pub fn perhaps_late_s(&self, now: Stamp) -> Option<i64> {
        over_by(self.due, self.stopped, now)
    }

    /// The next moments at which time alone changes it: its limit and the organisation's own hours are reached.
    pub fn turns(&self) -> impl Iterator<Item = Stamp> {
        let open = self.stopped.is_none();
        self.due.into_iter().chain(self.local.and_then(|local| local.due)).filter(move |_| open)
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
    // A clock that hangs on itself is refused when the playbook is read.
    let moments = knowledge.clock(clock).unwrap_or_default();
    let late_s = moments.late_s(now.at);
    let Moments { applies, start: started, at_the_earliest, stop, due } = moments;
    let counts = applies.value == Some(true);
    let stopped = started.and(stop);
    let rests = if clock.pauses.is_empty() || started.is_none() || !counts {
        Vec::new()
    } else {
        pauses::rests(clock, knowledge, now)
    };
    let rests_now = rests.last().is_some_and(|rest| rest.to.is_none());
    let paused_by = clock.pauses.iter().enumerate().filter(|(_, pause)| {
        rests_now && stopped.is_none() && knowledge.holds(Some(&pause.condition)).on_record().value == Some(true)
    });
    let end = stopped.unwrap_or(now.at);
    let suspended_s = started
        .map_or(0, |start| rests.iter().map(|rest| overlap(rest.from, rest.to.unwrap_or(end), start, end)).sum());
    let state = match (applies.value, started, stopped) {
        (Some(false), ..) => ClockState::NotApplicable,
        (_, None, _) => ClockState::Waiting,
        (None, Some(_), _) => ClockState::Maybe,
        (_, Some(_), None) if rests_now => ClockState::Suspended,
        (_, Some(_), None) => ClockState::Running,
        (_, Some(_), Some(_)) => ClockState::Stopped,
    };
    let crossed = started.zip(stopped).filter(|(start, stop)| stop < start).map(|_| {
        let of_opening = knowledge.state.opening.as_ref().is_some_and(|opening| Some(opening.at) == started);
        if of_opening { Crossed::Opening } else { Crossed::Recorded }
    });
    let local = list.target(knowledge.playbook.id.as_str(), clock.id.as_str()).map(|target| {
        let started = started.filter(|_| counts);
        let due = started.and_then(|at| Length::Hours(target.hours).end(at, now.zone));
        LocalTarget { hours: target.hours, due, past: due.is_some_and(|due| due < end) }
    });
    ClockStatus {
        state,
        settled: stop.is_some(),
        waits_for: knowledge.waits_for(&applies),
        paused_by: paused_by.map(|(at, _)| at).collect(),
        // A start that lies ahead, because the computer's clock was set back, has not counted anything yet.
        elapsed_s: started
            .filter(|_| counts && crossed.is_none())
            .map(|at| (end.seconds_since(at) - suspended_s).max(0)),
        applies,
        started,
        at_the_earliest,
        stopped,
        undone: started.filter(|_| stopped.is_none()).and_then(|_| undone::stop(clock, knowledge)),
        crossed,
        due,
        late_s,
        local,
        suspended_s,
    }
}

/// Seconds that two spans share.
fn overlap(from: Stamp, to: Stamp, start: Stamp, end: Stamp) -> i64 {
    let from = if from.seconds_since(start) > 0 { from } else { start };
    let to = if to.seconds_since(end) < 0 { to } else { end };
    to.seconds_since(from).max(0)
}
