//! What stands beside the injects: the clock in few words, what was seen, and the people and figures of the exercise.

use super::Board;
use super::words::m_ss;
use crate::base::ItemId;
use crate::case::{Attendance, ClockState, Fact, Planning, Tag};
use crate::drill::expect::Counts;
use crate::drill::figures::{Figures, Took, Totals};
use crate::drill::script::Figure;
use crate::judge::View;
use crate::page::document::{Document, Row};
use crate::page::line::{Line, Tone};
use crate::page::{log, state};
use chrono::NaiveDate;

/// Entries of the record that stand there.
const ENTRIES: usize = 4;

/// How the clock stands, where a line has 80 columns: `RUNNING  exercise Fri 15:49:10  real 10:24  played 19 m, paused 5 m  part 1/3`;
/// `least` leaves out what was played and paused.
pub fn clock_in_short(board: &Board<'_>, least: bool) -> Line {
    let reading = board.view.reading;
    let real = reading.wall.instant().format("%H:%M");
    let Some(exercise) = board.played.clock().filter(|clock| clock.state() != ClockState::NotStarted) else {
        let start = board.played.script.start.instant().format("%a %H:%M");
        return Line::strong("NOT STARTED").and(Tone::Text, format!("  it will be {start}  real {real}"));
    };
    let placed = exercise.now(reading);
    let word = crate::page::exercise::state(exercise);
    let at = placed.at.instant().format("%a %H:%M:%S");
    let part = part(board).map_or_else(String::new, |(at, of)| format!("  part {at}/{of}"));
    if least {
        return Line::strong(word).and(Tone::Text, format!("  {at}  real {real}{part}"));
    }
    let minutes = |ms: u64| format!("{} m", ms / 60_000);
    let (played, paused) = (minutes(placed.played_ms), minutes(exercise.paused_ms(reading)));
    let says = format!("  exercise {at}  real {real}  played {played}, paused {paused}{part}");
    Line::strong(word).and(Tone::Text, says)
}

/// Which part is played, and of how many.
fn part(board: &Board<'_>) -> Option<(usize, usize)> {
    let id = board.played.clock()?.part()?.part.as_ref()?;
    Some((board.played.script.part_position(id.as_str())? + 1, board.played.script.parts.len()))
}

/// `part: 18:50 left`; over its minutes, `part: over by 2:10`.
pub fn part_left(board: &Board<'_>) -> Option<String> {
    let clock = board.played.clock().filter(|clock| clock.state() != ClockState::Ended)?;
    let part = clock.part()?;
    let planned = u64::try_from(part.minutes?).ok()? * 60_000;
    let since = board.played.played_ms().saturating_sub(part.began.played_ms);
    Some(match planned.checked_sub(since) {
        Some(left) => format!("part: {} left", m_ss(left)),
        None => format!("part: over by {}", m_ss(since - planned)),
    })
}

/// What was seen with an inject, the latest first: `15:47 strength: first thing said, who may close it`.
pub fn seen(board: &Board<'_>, number: &str) -> Vec<Line> {
    let control = board.played.control;
    let seen = control.drill().iter().rev().copied().filter_map(|at| match &control.at(at).fact {
        Fact::Observed { text, tag, inject: Some(inject), .. } if inject == number && control.counts(at) => {
            let when =
                board.played.placed_in_control(at).map(|placed| placed.at.instant().format("%H:%M ").to_string());
            Some(Line::from(format!("{}{}: {text}", when.unwrap_or_default(), tag.label().to_lowercase())))
        }
        _ => None,
    });
    seen.collect()
}

/// `✓ f1-9 15:47  Note, strength`: an entry of the control folder in the time of the exercise, for the line at the foot.
pub fn foot(board: &Board<'_>, control: &View<'_>, at: usize) -> Line {
    let placed = board.played.placed_in_control(at);
    let clock = placed.map(|placed| placed.at.instant().format(" %H:%M").to_string()).unwrap_or_default();
    let says = in_words(board, &control.state.at(at).fact).unwrap_or_else(|| log::in_short(control, at));
    Line::quiet(format!("{} {}{clock}  {says}", state::State::Done.sign(), control.state.name(at)))
}

/// A judgement by what it is about, not by its id; what was planned by what it does.
fn in_words(board: &Board<'_>, fact: &Fact) -> Option<String> {
    let script = board.played.script;
    match fact {
        Fact::Judged { of, verdict, .. } => {
            let expected = script.expectation(of.as_str()).map(|one| one.text.as_str());
            let text = expected.or_else(|| script.objective(of.as_str()).map(|one| one.text.as_str()))?;
            Some(format!("{}: {text}", verdict.label()))
        }
        Fact::Planned { injects, before: Some(before), .. } => {
            Some(format!("Inject {} is before {before}", injects.join(", ")))
        }
        Fact::Planned { injects, by_min: Some(by), .. } => {
            let moved = if *by < 0 { "sooner" } else { "later" };
            Some(format!("Inject {}: {} min {moved}", injects.join(", "), by.unsigned_abs()))
        }
        Fact::Planned { injects, state, reason, .. } => {
            let done = match state {
                Planning::Held => "held back",
                Planning::Skipped => "left out",
                Planning::Due => "let go",
            };
            let why = reason.as_ref().map_or_else(String::new, |reason| format!(": {reason}"));
            Some(format!("Inject {} {done}{why}", injects.join(", ")))
        }
        _ => None,
    }
}

/// The column beside the injects: what players have before them, who is here, the figures so far.
pub fn beside(board: &Board<'_>, figures: &Figures) -> Document {
    let mut page = Document::default();
    page.text(Line::strong("On the table, as players see it"));
    match board.view.picture.next.first() {
        Some(next) => {
            let title = state::title_of(&board.view, next.target);
            page.add(Row { state: Some(state::State::ToDo), what: title.into(), ..Row::default() }.into());
        }
        None => {
            page.text("Nothing is open.");
        }
    }
    let case = board.played.case;
    let by_players = |at: &usize| !case.at(*at).facilitator && log::is_told(case, *at) && case.counts(*at);
    for at in (0..case.log.len()).rev().filter(by_players).take(ENTRIES) {
        let when = case.at(at).at.instant().format("%H:%M");
        page.labelled(&format!("{when} {}", case.name(at)), Line::quiet(log::in_short(&board.view, at)));
    }
    page.gap().append(here(board));
    page.gap().append(minutes(board, figures));
    page
}

/// Who plays what, and who is missing.
fn here(board: &Board<'_>) -> Document {
    let mut page = Document::default();
    page.text(Line::strong("Here"));
    let title = |role: &ItemId| board.played.playbook.role_title(role.as_str()).to_owned();
    let mut told: Vec<(&ItemId, &str, Attendance)> = Vec::new();
    let case = board.played.case;
    for at in case.drill().iter().copied().filter(|at| case.counts(*at)) {
        if let Fact::RollCalled { role, person, attendance } = &case.at(at).fact {
            told.retain(|(known, ..)| *known != role);
            told.push((role, person, *attendance));
        }
    }
    for (role, person, attendance) in &told {
        let missing = if *attendance == Attendance::Absent { ", missing" } else { "" };
        page.text(format!("{}: {person}{missing}", title(role)));
    }
    if told.is_empty() {
        page.text(Line::quiet("No roll was called."));
    }
    for at in case.releases().filter(|at| case.counts(*at)) {
        if let Fact::Released { absent: Some(role), .. } = &case.at(at).fact {
            page.text(format!("absent since {}: {}", case.at(at).at.instant().format("%H:%M"), title(role)));
        }
    }
    page
}

/// The times and counts so far, from the first inject that went out.
fn minutes(board: &Board<'_>, figures: &Figures) -> Document {
    let mut page = Document::default();
    page.text(Line::strong("Minutes"));
    let took = |took: Option<&Took>| took.map_or_else(|| "none".to_owned(), |took| m_ss(took.minutes_ms));
    page.text(format!("first call {}", took(figures.first_call.any.as_ref())));
    for figure in [Figure::FirstReport, Figure::Escalation, Figure::Notify] {
        if let Some(one) = figures.timed.iter().find(|one| one.figure == figure) {
            page.text(format!("{} {}", figure.said(), took(one.took.as_ref())));
        }
    }
    let Totals { met, partly, missed, .. } = figures.totals;
    let open = board.course.expected.iter().filter(|one| one.counts() == Counts::Open && one.sent.is_some()).count();
    page.text(format!("met {met} · partly {partly} · missed {missed} · {open} open"));
    page
}

/// What was noted to be talked about later, and what earlier exercises and cases under the same policy left to do: `Parked 1 ·
/// Improvements 1 over: A-2`.
pub fn parked(board: &Board<'_>, improvements: Option<&str>) -> String {
    let control = board.played.control;
    let is_parked = |at: &&usize| matches!(control.at(**at).fact, Fact::Observed { tag: Tag::Parked, .. });
    let parked = control.drill().iter().filter(is_parked).filter(|at| control.counts(**at)).count();
    [Some(format!("Parked {parked}")), improvements.map(str::to_owned)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// `Improvements 1 over: A-2`, those that are over first; `Improvements 2 open: A-1, A-3`; `None` where none is open. At most two are
/// named.
pub fn improvements(open: &[(&str, Option<NaiveDate>)], today: NaiveDate) -> Option<String> {
    let over: Vec<&str> =
        open.iter().filter(|(_, due)| due.is_some_and(|due| due < today)).map(|(label, _)| *label).collect();
    let (all, word) =
        if over.is_empty() { (open.iter().map(|(label, _)| *label).collect(), "open") } else { (over, "over") };
    let named = all.iter().take(2).copied().collect::<Vec<_>>().join(", ");
    let more = if all.len() > 2 { " …" } else { "" };
    (!all.is_empty()).then(|| format!("Improvements {} {word}: {named}{more}", all.len()))
}
