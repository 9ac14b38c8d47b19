//! The clocks on the policy's words: the one that matters first in a strip, and all of them on a page.

use super::{Document, Line, Tone, mine};
use crate::base::Stamp;
use crate::base::span;
use crate::base::text::{counted, cut};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::judge::picture::clocks::{ClockState, ClockStatus, Crossed};
use crate::playbook::Body;
use crate::playbook::condition::Subject;
use crate::playbook::reference::Clock;

/// The clock that stands on every screen.
pub struct Strip {
    /// Its word, its subject, its time.
    pub line: Line,
    /// How many other clocks run, rest, may run, or wait for their start.
    pub more: usize,
}

/// Most columns of a policy's word in the strip.
const WORD: usize = 20;

/// How a clock stands, those first that matter first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// It has run out or runs out, or would if it counts; the earliest first, so that what is late stands before all.
    Due(Stamp),
    /// It runs without a limit; the longest first.
    Runs(Stamp),
    /// It rests.
    Paused,
    /// It has a start, and nobody knows whether it counts.
    Perhaps(Stamp),
    NotStarted,
    /// It was stopped late, or its times cross: nothing can be done any more, and it stays in sight.
    Late,
    /// Stopped in time, done before it began, not applying, or not known to apply and not begun.
    Out,
}

impl Rank {
    fn of(status: &ClockStatus, now: Stamp) -> Self {
        let is_late = status.perhaps_late_s(now).is_some();
        match (status.state, status.started) {
            (ClockState::Stopped | ClockState::Maybe, Some(_)) if status.stopped.is_some() => {
                if is_late || status.crossed == Some(Crossed::Recorded) { Self::Late } else { Self::Out }
            }
            (ClockState::Running, Some(from)) => status.due.map_or(Self::Runs(from), Self::Due),
            (ClockState::Maybe, Some(from)) => status.due.map_or(Self::Perhaps(from), Self::Due),
            (ClockState::Suspended, _) => status.due.filter(|_| is_late).map_or(Self::Paused, Self::Due),
            (ClockState::Waiting, _) if !status.settled && status.applies.value == Some(true) => Self::NotStarted,
            _ => Self::Out,
        }
    }
}

fn ranked<'a>(view: &View<'a>) -> Vec<(Rank, &'a Clock, &'a ClockStatus)> {
    let clocks = view.playbook.clocks.iter().zip(&view.picture.clocks);
    let mut ranked: Vec<_> = clocks.map(|(clock, status)| (Rank::of(status, view.now.at), clock, status)).collect();
    ranked.sort_by_key(|(rank, ..)| *rank);
    ranked
}

/// The clock that runs out first; without a limit the one that runs longest; else one that rests, may run, or has not begun.
pub fn strip(view: &View<'_>) -> Option<Strip> {
    strip_of(view, false)
}

/// The same of every clock, or of those only whose duty falls to the person at the keyboard or to nobody.
pub fn strip_of(view: &View<'_>, mine: bool) -> Option<Strip> {
    let held = if mine { mine::roles(view) } else { Vec::new() };
    let shown = |clock: &Clock| !mine || mine::runs_for(view, &held, clock);
    let all = ranked(view).into_iter().filter(|(rank, clock, _)| *rank != Rank::Out && shown(clock));
    let all: Vec<_> = all.collect();
    let (rank, clock, status) = all.first()?;
    Some(Strip { line: line(view, (*rank, clock, status), WORD), more: all.len() - 1 })
}

/// For the head of a page: the clock that runs out first, else the one that runs longest, and that it has no number.
pub fn next(view: &View<'_>) -> Line {
    let all: Vec<_> = ranked(view).into_iter().filter(|(rank, ..)| *rank != Rank::Out).collect();
    let Some(first @ (rank, ..)) = all.first().copied() else { return "No clock runs".into() };
    let has_number = all.iter().any(|(_, clock, _)| clock.limit.is_some());
    let lead = match (rank, has_number) {
        (Rank::Due(_), _) => "Next to run out: ",
        (Rank::Runs(_), false) => "No clock has a number. Longest running: ",
        (Rank::Runs(_), true) => "No clock with a number runs. Longest running: ",
        _ => "No clock runs out. ",
    };
    let says = line(view, first, usize::MAX);
    Line(Line::from(lead).0.into_iter().chain(says.0).collect())
}

/// One line for each that is not over, those first that run out first.
pub fn running(view: &View<'_>) -> Vec<Line> {
    let all = ranked(view).into_iter().filter(|(rank, ..)| *rank != Rank::Out);
    all.map(|one| line(view, one, usize::MAX)).collect()
}

/// One line for each that applies or may, and the organisation's own hours below it.
pub fn all(view: &View<'_>) -> Document {
    let mut page = Document::default();
    for (rank, clock, status) in ranked(view) {
        if rank == Rank::Out && status.stopped.is_none() {
            continue;
        }
        let says = line(view, (rank, clock, status), usize::MAX);
        let from = status.started.filter(|_| status.at_the_earliest);
        page.text(match from {
            Some(from) => says.and(Tone::Quiet, format!(", at the earliest from {}", from.short_in(view.now))),
            None => says,
        });
        if let Some(local) = status.local {
            let tone = if local.past && rank != Rank::Out { Tone::Alarm } else { Tone::Quiet };
            page.text(Line::of(tone, local.shown(view.now)));
        }
    }
    page
}

/// `“immediately” Calling Audits and Investigations · 37 min`.
fn line(view: &View<'_>, (rank, clock, status): (Rank, &Clock, &ClockStatus), word: usize) -> Line {
    let lead = if status.state == ClockState::Maybe { "~ " } else { "" };
    let tone = if rank == Rank::Out { Tone::Quiet } else { Tone::Text };
    let about = format!("{lead}“{}” {}", cut(&clock.word, word), clock.title.trim_end_matches('.'));
    let says = Says { view, clock, status, in_full: word == usize::MAX };
    let (how, says) = says.time(rank);
    Line::of(tone, about).and(tone, " · ").and(if how == Tone::Text { tone } else { how }, says)
}

/// The time of one clock, in words.
struct Says<'a> {
    view: &'a View<'a>,
    clock: &'a Clock,
    status: &'a ClockStatus,
    /// Whether there is room for the hour at which it was due and for what it waits for.
    in_full: bool,
}

impl Says<'_> {
    fn time(&self, rank: Rank) -> (Tone, String) {
        let status = self.status;
        let (tone, says) = match status.state {
            _ if status.crossed == Some(Crossed::Opening) => (Tone::Text, "done before the case was opened".to_owned()),
            _ if status.crossed.is_some() => (Tone::Alarm, "times cross: check them".to_owned()),
            ClockState::Maybe => self.perhaps(),
            ClockState::Waiting => (Tone::Text, self.starts()),
            ClockState::Suspended => self.paused(),
            _ if rank == Rank::Late => (Tone::Text, self.stopped_late()),
            ClockState::Running => {
                let (tone, says) = self.runs();
                (tone, format!("{says}{}", self.undone()))
            }
            _ => (Tone::Text, format!("done after {}", span::short(status.elapsed_s.unwrap_or(0)))),
        };
        (tone, says)
    }

    fn runs(&self) -> (Tone, String) {
        let (status, now) = (self.status, self.view.now);
        let running = status.started.map_or(0, |from| now.seconds_since(from) - status.suspended_s);
        let (tone, says) = match (self.over(), status.due) {
            (Some(over), _) => (Tone::Alarm, format!("{over}{}", self.basis())),
            (None, Some(due)) => (Tone::Text, format!("due in {}{}", left(due.seconds_since(now.at)), self.basis())),
            _ if running < 0 => (Tone::Text, "its start lies ahead of this computer's clock".into()),
            _ if status.at_the_earliest => (Tone::Text, format!("{} at most", span::short(running))),
            _ => (Tone::Text, span::short(running)),
        };
        (tone, says)
    }

    fn paused(&self) -> (Tone, String) {
        let grounds = self.status.paused_by.iter().map(|at| self.clock.pauses[*at].say.trim_end_matches('.'));
        let grounds = grounds.collect::<Vec<_>>().join("; ");
        match (self.over(), self.status.elapsed_s) {
            (Some(over), _) => (Tone::Alarm, format!("{over}{}, paused: {grounds}", self.basis())),
            (None, Some(passed)) => (Tone::Text, format!("{}, paused: {grounds}", span::short(passed))),
            (None, None) => (Tone::Text, format!("paused: {grounds}")),
        }
    }

    /// Of one that counts only under a condition that is not known.
    fn perhaps(&self) -> (Tone, String) {
        let (status, now) = (self.status, self.view.now);
        let condition = self.condition();
        if let (Some(_), Some(started)) = (status.stopped, status.started) {
            let late = status.perhaps_late_s(now.at);
            let passed = status.stopped.map_or(0, |stop| stop.seconds_since(started));
            let says = late.map_or_else(|| format!("done after {}", span::short(passed)), |_| self.stopped_late());
            return (Tone::Text, format!("{says}, {condition}"));
        }
        match (self.over(), status.due) {
            (Some(over), _) => (Tone::Alarm, format!("perhaps {over}, {condition}")),
            (None, Some(due)) => (Tone::Text, format!("perhaps due {}, {condition}", self.end(due))),
            (None, None) => {
                let passed = status.started.map_or(0, |from| now.seconds_since(from).max(0));
                (Tone::Text, format!("perhaps {}, {condition}", span::short(passed)))
            }
        }
    }

    /// `if: The authority is notified. Waits for: Does the partner notify?`
    fn condition(&self) -> String {
        let title = |subject: &Subject| self.view.playbook.subject_title(subject).trim_end_matches('.').to_owned();
        let (missing, behind) = (&self.status.applies.missing, &self.status.waits_for);
        let mut says = format!("if: {}", some(missing.iter().map(title).collect()));
        if self.in_full && behind != missing && !behind.is_empty() {
            let end = if says.ends_with('?') { "" } else { "." };
            says.push_str(&format!("{end} Waits for: {}", some(behind.iter().map(title).collect())));
        }
        says
    }

    /// `OVER by 2 h 00 min`, and in full `2 h 00 min late, due 28 Nov 23:10`.
    fn over(&self) -> Option<String> {
        let late = left(self.status.perhaps_late_s(self.view.now.at)?);
        let due = self.status.due.filter(|_| self.in_full);
        Some(due.map_or_else(|| format!("OVER by {late}"), |due| format!("{late} late, due {}", self.end(due))))
    }

    /// `late by 8 h 00 min`, and in full `stopped 8 h 00 min late, due 28 Nov 23:10`.
    fn stopped_late(&self) -> String {
        let late = left(self.status.perhaps_late_s(self.view.now.at).unwrap_or(0));
        let perhaps = if self.status.state == ClockState::Maybe { "perhaps " } else { "" };
        match self.status.due.filter(|_| self.in_full) {
            Some(due) => format!("{perhaps}stopped {late} late, due {}", self.end(due)),
            None => format!("{perhaps}late by {late}"),
        }
    }

    /// What starts it: `72 h from "Since when aware?", not answered yet`.
    fn starts(&self) -> String {
        let view = self.view;
        let from = self.clock.from.as_ref().and_then(|id| view.playbook.position(id.as_str()));
        let is_question = |at: &usize| matches!(view.playbook.items[*at].body, Body::Question(_));
        let mut next = view.picture.next.iter().filter_map(|next| match next.target {
            Target::Item(at) => Some(at).filter(is_question),
            Target::Silence(_) => None,
        });
        let Some(at) = from else { return "not started".into() };
        let item = &view.playbook.items[at];
        match self.clock.limit {
            Some(limit) => {
                let open = match item.body {
                    Body::Question(_) => "not answered yet",
                    Body::Decision(_) => "not decided yet",
                    Body::Call(_) => "nobody reached yet",
                    _ => "not done yet",
                };
                format!("{} from \"{}\", {open}", limit.within, item.title.trim_end_matches('.'))
            }
            None if next.next() == Some(at) => "starts with the next answer".into(),
            None => format!("starts with: {}", item.title.trim_end_matches('.')),
        }
    }

    /// `, stopped 02:40, struck 05:00`, where its stop was struck out.
    fn undone(&self) -> String {
        let undone = self.status.undone.filter(|_| self.in_full);
        undone.map_or_else(String::new, |undone| {
            let at = |moment: Stamp| moment.short_in(self.view.now);
            format!(", stopped {}, struck {}", at(undone.stopped), at(undone.struck))
        })
    }

    fn end(&self, due: Stamp) -> String {
        let limit = self.clock.limit;
        limit.map_or_else(|| due.short_in(self.view.now), |limit| limit.within.end_in(due, self.view.now))
    }

    fn basis(&self) -> String {
        self.clock.limit.map_or_else(String::new, |limit| format!(" · {}", limit.basis.word()))
    }
}

/// `Is it a breach? and 2 more`.
fn some(mut titles: Vec<String>) -> String {
    let more = titles.len().saturating_sub(1);
    match titles.drain(..).next() {
        Some(first) if more > 0 => format!("{first} and {more} more"),
        Some(first) => first,
        None => "it counts".into(),
    }
}

/// `8 h 00 min late`.
pub fn late_by(seconds: i64) -> String {
    format!("{} late", left(seconds))
}

/// A span up to a limit: hours are what a limit is given in.
fn left(seconds: i64) -> String {
    match seconds {
        ..36_000 => span::short(seconds),
        36_000..345_600 => format!("{} h", seconds / 3600),
        _ => counted((seconds / 86_400) as usize, "day", "days"),
    }
}
