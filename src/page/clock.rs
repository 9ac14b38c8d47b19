//! The clocks on the policy's words: the one that matters first in a strip, and all of them on a page.

use super::{Document, Line, Tone};
use crate::base::Stamp;
use crate::base::span;
use crate::base::text::{counted, cut};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::judge::picture::clocks::{ClockState, ClockStatus};
use crate::playbook::Body;
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
    /// It runs out, or has run out; the earliest first.
    Due(Stamp),
    /// It runs without a limit; the longest first.
    Runs(Stamp),
    /// It rests.
    Paused,
    /// It has a start, and nobody knows whether it counts.
    Perhaps(Stamp),
    NotStarted,
    /// Its duty was done when it was over.
    Late,
    /// Stopped in time, done before it began, not applying, or not known to apply and not begun.
    Out,
}

impl Rank {
    fn of(status: &ClockStatus) -> Self {
        match (status.state, status.started) {
            (ClockState::Running, Some(from)) => status.due.map_or(Self::Runs(from), Self::Due),
            (ClockState::Suspended, _) => Self::Paused,
            (ClockState::Stopped, _) if late_by(status).is_some() => Self::Late,
            (ClockState::Waiting, _) if !status.settled => match (status.perhaps_from, status.applies.value) {
                (Some(from), _) => Self::Perhaps(from),
                (None, Some(true)) => Self::NotStarted,
                _ => Self::Out,
            },
            _ => Self::Out,
        }
    }
}

fn ranked<'a>(view: &View<'a>) -> Vec<(Rank, &'a Clock, &'a ClockStatus)> {
    let clocks = view.playbook.clocks.iter().zip(&view.picture.clocks);
    let mut ranked: Vec<_> = clocks.map(|(clock, status)| (Rank::of(status), clock, status)).collect();
    ranked.sort_by_key(|(rank, ..)| *rank);
    ranked
}

/// The clock that runs out first; without a limit the one that runs longest; else one that rests, may run, or has not begun.
pub fn strip(view: &View<'_>) -> Option<Strip> {
    let all: Vec<_> = ranked(view).into_iter().filter(|(rank, ..)| *rank != Rank::Out).collect();
    let (rank, clock, status) = all.first()?;
    Some(Strip { line: line(view, (*rank, clock, status), WORD), more: all.len() - 1 })
}

/// One line for each that applies or may, and the organisation's own hours below it.
pub fn all(view: &View<'_>) -> Document {
    let mut page = Document::default();
    for one in ranked(view) {
        let (rank, _, status) = one;
        if rank == Rank::Out && status.state != ClockState::Stopped {
            continue;
        }
        let (from, says) = (status.from_when(view.now), line(view, one, usize::MAX));
        page.text(if from.is_empty() { says } else { says.and(Tone::Quiet, from) });
        if let Some(local) = status.local {
            let tone = if local.past && rank != Rank::Out { Tone::Alarm } else { Tone::Quiet };
            page.text(Line::of(tone, local.shown(view.now)));
        }
    }
    page
}

/// `“immediately” Calling Audits and Investigations · 37 min`.
fn line(view: &View<'_>, (rank, clock, status): (Rank, &Clock, &ClockStatus), word: usize) -> Line {
    let lead = if matches!(rank, Rank::Perhaps(_)) { "~ " } else { "" };
    let tone = if rank == Rank::Out { Tone::Quiet } else { Tone::Text };
    let about = format!("{lead}“{}” {}", cut(&clock.word, word), clock.title.trim_end_matches('.'));
    let (how, says) = time(view, rank, clock, status);
    Line::of(tone, about).and(tone, " · ").and(if how == Tone::Text { tone } else { how }, says)
}

fn time(view: &View<'_>, rank: Rank, clock: &Clock, status: &ClockStatus) -> (Tone, String) {
    let basis = clock.limit.map_or("", |limit| limit.basis.word());
    let text = |says: String| (Tone::Text, says);
    let running = || status.started.map_or(0, |from| view.now.seconds_since(from) - status.suspended_s);
    match rank {
        Rank::Due(due) if due < view.now.at => {
            (Tone::Alarm, format!("OVER by {} · {basis}", left(view.now.seconds_since(due))))
        }
        Rank::Due(due) => text(format!("due in {} · {basis}", left(due.seconds_since(view.now.at)))),
        Rank::Runs(_) if running() < 0 => text("its start lies ahead of this computer's clock".into()),
        Rank::Runs(_) if status.at_the_earliest => text(format!("{} at most", span::short(running()))),
        Rank::Runs(_) => text(span::short(running())),
        Rank::Paused => {
            let says: Vec<_> = status.paused_by.iter().map(|at| clock.pauses[*at].say.trim_end_matches('.')).collect();
            let passed = status.elapsed_s.map_or_else(String::new, |passed| format!("{}, ", span::short(passed)));
            text(format!("{passed}paused: {}", says.join("; ")))
        }
        Rank::Perhaps(from) => {
            let missing: Vec<_> = status.applies.missing.iter().map(|one| view.playbook.subject_title(one)).collect();
            let due = clock.limit.and_then(|limit| limit.within.end(from, view.now.zone));
            let perhaps = match due {
                Some(due) => format!("perhaps due {}", due.short_in(view.now)),
                None => format!("perhaps {}", span::short(view.now.seconds_since(from).max(0))),
            };
            text(match &missing[..] {
                [] => perhaps,
                [only] => format!("{perhaps}, not known yet: {only}"),
                [first, rest @ ..] => format!("{perhaps}, not known yet: {first} and {} more", rest.len()),
            })
        }
        Rank::NotStarted => text(starts(view, clock)),
        Rank::Late => text(format!("done late by {}", left(late_by(status).unwrap_or(0)))),
        Rank::Out => text(format!("done after {}", span::short(status.elapsed_s.unwrap_or(0)))),
    }
}

/// What starts it.
fn starts(view: &View<'_>, clock: &Clock) -> String {
    let from = clock.from.as_ref().and_then(|id| view.playbook.position(id.as_str()));
    let is_question = |at: &usize| matches!(view.playbook.items[*at].body, Body::Question(_));
    let mut next = view.picture.next.iter().filter_map(|next| match next.target {
        Target::Item(at) => Some(at).filter(is_question),
        Target::Silence(_) => None,
    });
    match from {
        Some(at) if next.next() == Some(at) => "starts with the next answer".into(),
        Some(at) => format!("starts with: {}", view.playbook.items[at].title.trim_end_matches('.')),
        None => "not started".into(),
    }
}

/// By how many seconds its duty was done too late.
fn late_by(status: &ClockStatus) -> Option<i64> {
    let late = status.stopped?.seconds_since(status.due?);
    (late > 0).then_some(late)
}

/// A span up to a limit: hours are what a limit is given in.
fn left(seconds: i64) -> String {
    match seconds {
        ..36_000 => span::short(seconds),
        36_000..345_600 => format!("{} h", seconds / 3600),
        _ => counted((seconds / 86_400) as usize, "day", "days"),
    }
}
