//! What was played: a summary of six lines, then dates in both times, what it was played with, and who took part.

use super::made_from::Of;
use crate::base::Stamp;
use crate::base::text::counted;
use crate::case::{Fact, Tag};
use crate::drill::account::noted;
use crate::page::{Document, Line, drill_figures};
use crate::report::missing::not_yet_known;

/// Most strengths and most gaps of the summary.
const FEW: usize = 3;

pub fn summary(of: &Of<'_>, page: &mut Document) {
    let title = of.view.state.opening.as_ref().map(|opening| Line::from(opening.title.as_str()));
    let full = of.account().map(|account| Line::from(account.played.script.title.as_str()));
    page.labelled("What", full.or(title).unwrap_or_else(|| not_yet_known("the title of the exercise")));
    page.labelled("When", when(of));
    page.labelled("Who", roster(of).map_or_else(|| people(of), |all| all.join("; ")));
    match of.account() {
        Some(account) => page.labelled("Expected", drill_figures::totals(account.figures.totals)),
        None => page.labelled("Expected", not_yet_known("the three counts; the director of the exercise knows")),
    };
    page.labelled("Strengths", few(of, Tag::Strength, "no strength was noted"));
    page.labelled("Gaps", few(of, Tag::Gap, "no gap was noted"));
}

/// The first three notes of a kind.
fn few(of: &Of<'_>, tag: Tag, none: &str) -> Line {
    let all = match of.account() {
        Some(account) => account.noted(tag),
        None => noted(of.view.state, tag),
    };
    if all.is_empty() {
        return Line::quiet(none);
    }
    let told: Vec<&str> = all.iter().take(FEW).map(|note| note.text).collect();
    let more = all.len().saturating_sub(FEW);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!("{}{more}", told.join("; ")).into()
}

/// In real time, and how long was played.
fn when(of: &Of<'_>) -> Line {
    let Some(clock) = of.view.state.exercise() else {
        return not_yet_known("when it was played: nobody led it, and no clock of an exercise ran");
    };
    let Some(start) = clock.started() else { return "It was not started.".into() };
    let until = clock.ended().map(|(_, reading)| clock.corrected(reading));
    let end = until.map_or_else(|| "not ended".to_owned(), both_of);
    let played =
        of.account().map(|account| format!(", {} played", drill_figures::minutes(account.figures.clock.minutes_ms)));
    format!("{} to {end}{}", both_of(clock.corrected(start)), played.unwrap_or_default()).into()
}

/// `Thu 3 Dec 2026 10:00:00`.
pub(super) fn both_of(at: Stamp) -> String {
    at.instant().format("%a %-d %b %Y %H:%M:%S").to_string()
}

pub fn overview(of: &Of<'_>, page: &mut Document) {
    let view = of.view;
    if let Some(opening) = &view.state.opening {
        page.labelled("Exercise", Line::from(opening.title.as_str()));
    }
    page.labelled("Real time", when(of));
    page.labelled("Exercise time", exercise_time(of));
    page.labelled("Playbook", format!("{}, digest {}", view.playbook.title, view.playbook.digest));
    match of.account() {
        Some(account) => {
            let script = account.played.script;
            page.labelled("Script", format!("{}, digest {}", script.id, script.digest));
        }
        None => {
            page.labelled("Script", not_yet_known("the script; the director of the exercise knows"));
        }
    }
    let commit = view.state.drill_opening().and_then(|at| match &view.state.at(at).fact {
        Fact::DrillOpened { commit, .. } => Some(Line::from(commit.as_str())),
        _ => None,
    });
    let none = || Line::quiet("none: the exercise was opened without a script");
    page.labelled("Commit", commit.unwrap_or_else(none));
    page.labelled("Roster", roster(of).map_or_else(|| "Nobody was called up.".to_owned(), |all| all.join("; ")));
    page.labelled("Took part, by the record", people(of));
    page.text(Line::quiet(counted(view.state.log.len(), "entry", "entries")));
}

fn exercise_time(of: &Of<'_>) -> Line {
    let Some(clock) = of.view.state.exercise() else { return "No clock of an exercise ran.".into() };
    let (Some(first), Some(reading)) = (clock.parts.first(), of.view.state.log.last()) else {
        return "It was not started.".into();
    };
    let until = clock.ended().map_or(&reading.recorded.reading, |(_, reading)| reading);
    format!("{} to {}", both_of(first.began.at), both_of(clock.now(until).at)).into()
}

/// Who plays which role, by the last roll-call; `None` where none was held.
fn roster(of: &Of<'_>) -> Option<Vec<String>> {
    let state = of.view.state;
    let mut called: Vec<(&str, String)> = Vec::new();
    for at in state.drill().iter().copied().filter(|at| state.counts(*at)) {
        if let Fact::RollCalled { role, person, attendance } = &state.at(at).fact {
            let title = of.view.playbook.role_title(role.as_str());
            called.retain(|(known, _)| *known != title);
            called.push((title, format!("{title}: {person}, {}", attendance.label().to_lowercase())));
        }
    }
    (!called.is_empty()).then(|| called.into_iter().map(|(_, said)| said).collect())
}

/// Everybody who recorded or acted.
fn people(of: &Of<'_>) -> String {
    let mut people: Vec<&str> = Vec::new();
    for row in &of.view.state.log {
        for name in [row.recorded.recorder(), row.recorded.actor()] {
            if !people.contains(&name) {
                people.push(name);
            }
        }
    }
    people.join("; ")
}
