//! What is expected, a row each, with what became of it so far.

use super::Board;
use super::words::{m_ss, moment_of};
use crate::drill::expect::{Away, Counts, Expected, Found};
use crate::page::document::{Document, Row};

/// What is expected of the injects that are out, in the order of the script.
pub fn expected(board: &Board<'_>) -> Document {
    let out = board.course.expected.iter().filter(|one| one.sent.is_some());
    out.map(|one| told(board, one).into()).collect()
}

/// The word for how an expectation counts.
pub fn counts(counts: Counts) -> &'static str {
    match counts {
        Counts::Met => "met",
        Counts::Partly => "partly",
        Counts::Missed => "missed",
        Counts::NotReached => "not reached",
        Counts::NotApplicable => "n/a",
        Counts::NotJudged => "not judged",
        Counts::Open => "?",
    }
}

/// `met     Privacy Officer told, or tried` and at the right `k4-3, 7:30`.
pub fn told(board: &Board<'_>, one: &Expected) -> Row {
    let expectation = one.of(board.played.script);
    let what = format!("{:<7} {}  {}", counts(one.counts()), expectation.id, expectation.text);
    Row::sides(what, how(board, one))
}

/// The same without its id, where it is judged by a key.
pub fn told_in_short(board: &Board<'_>, one: &Expected) -> Row {
    let what = format!("{:<7} {}", counts(one.counts()), one.of(board.played.script).text);
    Row::sides(what, how(board, one))
}

fn how(board: &Board<'_>, one: &Expected) -> String {
    // What no record can show waits for whoever leads; the others are seen by themselves.
    let by_hand = one.by_person.is_none()
        && one.of(board.played.script).binding.is_by_hand()
        && matches!(one.found, Found::Waits | Found::Open | Found::NotJudged);
    let yours = by_hand.then(|| "yours to judge".to_owned());
    let judged = one.by_person.as_ref().map(|person| format!("judged {}", person.verdict.label().to_lowercase()));
    let case = board.played.case;
    let entry = one.matched.as_ref().map(|step| {
        let at = case.placed(step.at).map(|placed| placed.at.instant().format(" %H:%M").to_string());
        format!("{}{}", case.name(step.at), at.unwrap_or_default())
    });
    let within = one.of(board.played.script).within.map(|minutes| format!(" of {}", m_ss(u64::from(minutes) * 60_000)));
    let took = one.took_ms().map(|took| format!("{}{}", m_ss(took), within.unwrap_or_default()));
    let by_record = match one.found {
        Found::Waits => None,
        // A person has judged it; how long its window lasts says nothing any more.
        Found::Open if judged.is_some() => None,
        Found::Open => match one.closes_ms {
            None => Some("until the end".to_owned()),
            Some(closes) => {
                let now = board.played.played_ms();
                let at = moment_of(board, closes).map(|at| at.instant().format("until %H:%M").to_string());
                let left = closes.checked_sub(now).map(|left| format!("{} left", m_ss(left)));
                Some([at, left].into_iter().flatten().collect::<Vec<_>>().join(", "))
            }
        },
        Found::Met { ahead: true } => Some("ahead of the inject".to_owned()),
        Found::Met { ahead: false } => took.or_else(|| Some("it did not happen".to_owned())),
        Found::Partly { late_by_ms } => Some(format!("late by {}", m_ss(late_by_ms))),
        Found::Missed => {
            let closed = one.closes_ms.and_then(|closes| moment_of(board, closes));
            let closed = closed.map(|at| at.instant().format("closed %H:%M").to_string());
            Some(closed.unwrap_or_else(|| "its time is over".to_owned()))
        }
        Found::NotReached => Some("the exercise ended before".to_owned()),
        Found::NotApplicable(Away::Skipped) => Some("its inject was skipped".to_owned()),
        Found::NotApplicable(Away::NeverSent) => Some("its inject was not sent".to_owned()),
        Found::NotApplicable(Away::TakenBack) => Some("its inject was taken back".to_owned()),
        Found::NotJudged => Some("nobody judged it".to_owned()),
    };
    yours.into_iter().chain(judged).chain(entry).chain(by_record).collect::<Vec<_>>().join(", ")
}
