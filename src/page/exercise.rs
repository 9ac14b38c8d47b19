//! The exercise as everybody sees it: what its clock says, which part is played, and what was sent last.

use super::{Document, Line, inject, real_event};
use crate::base::Now;
use crate::case::exercise::{ClockState, Exercise, PartBegun};
use crate::case::{Fact, Tag};
use crate::judge::View;

/// `RUNNING`, in a word beside the time.
pub fn state(exercise: &Exercise) -> &'static str {
    match exercise.state() {
        _ if exercise.real_event.is_some() => "REAL EVENT",
        _ if exercise.stopped.is_some() => "REAL EVENT?",
        _ if exercise.unsettled().next().is_some() => "CLOCKS DISAGREE",
        ClockState::NotStarted => "NOT STARTED",
        ClockState::Running => "RUNNING",
        ClockState::Paused => "PAUSED",
        ClockState::Ended => "ENDED",
    }
}

/// The same where somebody leads the exercise, or something real has stopped it; an exercise for practice has no clock of its own.
pub fn state_of(view: &View<'_>) -> Option<&'static str> {
    let exercise = view.state.exercise()?;
    let stopped = exercise.real_event.is_some() || exercise.stopped.is_some();
    (stopped || view.state.drill_opening().is_some()).then(|| state(exercise))
}

/// `Part 2: the calls`; a part without a title has only its number.
pub fn part(exercise: &Exercise) -> Option<String> {
    let PartBegun { title, .. } = exercise.part()?;
    let number = exercise.parts.len();
    Some(title.as_ref().map_or_else(|| format!("Part {number}"), |title| format!("Part {number}: {title}")))
}

/// The inject that went out last and was not taken back.
fn last_release(view: &View<'_>) -> Option<usize> {
    view.state.releases().rev().find(|at| view.state.counts(*at))
}

/// What the projector shows below the time.
pub struct Projected {
    /// `15:49`: exercise time, in digits that are read from across a room; nothing before the start.
    pub time: Option<String>,
    /// `Fri 13 Nov`.
    pub day: String,
    pub state: &'static str,
    pub part: Option<String>,
    /// The part's text and questions, and the last inject; or that time is up.
    pub says: Document,
}

/// What everybody in the room may see, and nothing more: no log, and no word that was not sent.
pub fn projected(view: &View<'_>) -> Projected {
    let exercise = view.state.exercise();
    let started = exercise.is_some_and(|exercise| exercise.state() != ClockState::NotStarted);
    let mut says = Document::default();
    if let Some(real) = exercise.filter(|exercise| exercise.real_event.is_some() || exercise.stopped.is_some()) {
        // Nobody in the room goes on reading what was played.
        says.text(Line::strong(if real.real_event.is_some() { real_event::ENDED } else { real_event::STOPPED }));
        return Projected { time: None, day: day(view.now), state: state(real), part: None, says };
    }
    if is_time_up(view) {
        says.text(Line::strong("TIME IS UP")).gap();
    }
    if let Some(at) = last_release(view).filter(|at| *at > began(view)) {
        says.append(inject::shown(view, at)).gap();
    } else if let Some(text) = exercise.and_then(Exercise::part).and_then(|part| part.text.as_deref()) {
        text.split('\n').for_each(|line| {
            says.text(line);
        });
        says.gap();
    } else if let Some(briefing) = briefing(view) {
        says.append(briefing);
    }
    for question in exercise.and_then(Exercise::part).iter().flat_map(|part| &part.questions) {
        says.text(question.as_str());
    }
    Projected {
        time: started.then(|| view.now.clock()),
        day: day(view.now),
        state: exercise.map_or("EXERCISE", state),
        part: exercise.and_then(part),
        says,
    }
}

fn day(now: Now) -> String {
    now.zone.stamp(now.at).date().format("%a %-d %b").to_string()
}

/// Before the start: what players are told of it.
pub fn briefing(view: &View<'_>) -> Option<Document> {
    let opening = view.state.at(view.state.drill_opening()?);
    let Fact::DrillOpened { briefing, rules, .. } = &opening.fact else { return None };
    let mut page = Document::default();
    briefing.iter().flat_map(|briefing| briefing.split('\n')).for_each(|line| {
        page.text(line);
    });
    if !rules.is_empty() {
        page.gap().add(super::Block::List(rules.iter().map(|rule| rule.as_str().into()).collect()));
    }
    Some(page).filter(|page| !page.is_empty())
}

/// The place in the log of the entry by which the part that is played began; what was sent before the clock started counts to the
/// first one.
fn began(view: &View<'_>) -> usize {
    let exercise = view.state.exercise().filter(|exercise| exercise.parts.len() > 1);
    exercise.and_then(Exercise::part).and_then(|part| view.state.place(&part.entry)).unwrap_or(0)
}

/// Whether the facilitator said in this part that its time is up.
fn is_time_up(view: &View<'_>) -> bool {
    let says_so = |at: &usize| {
        let recorded = view.state.at(*at);
        recorded.facilitator && matches!(recorded.fact, Fact::Noted { tag: Some(Tag::TimeUp), .. })
    };
    (began(view)..view.state.log.len()).any(|at| says_so(&at) && view.state.counts(at))
}
