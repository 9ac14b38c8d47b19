//! Readiness before an incident: what the reviews leave to come back to, and what a policy wants in order.

use super::document::Document;
use super::line::{Line, Tone};
use super::state::State;
use crate::base::ids::cited;
use crate::judge::view::readiness::{ReadinessState, points};
use crate::judge::view::review::{Counts, Finding, Point};
use crate::playbook::{Item, Playbook};
use chrono::NaiveDate;

/// What all reviews leave, in a few words; `None` where they leave nothing.
pub fn summary(counts: &[Counts]) -> Option<Line> {
    let sum = |of: fn(&Counts) -> usize| counts.iter().map(of).sum::<usize>();
    let overdue = sum(|counts| counts.overdue);
    let stand =
        [(sum(|counts| counts.not_in_order), "not in order"), (sum(|counts| counts.not_reviewed), "not reviewed")];
    let stand: Vec<_> = stand.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    // A point can be overdue and in order at once, so the two are not added up.
    let late = (overdue > 0).then(|| format!("{overdue} overdue"));
    let said: Vec<_> = late.into_iter().chain((!stand.is_empty()).then(|| stand.join(", "))).collect();
    let tone = if overdue > 0 { Tone::Alarm } else { Tone::Text };
    (!said.is_empty()).then(|| Line::of(tone, said.join("; ")))
}

/// How one review stands: when it was opened, or what it leaves.
pub fn stands(counts: Counts, opened: NaiveDate) -> Line {
    match (counts.overdue, counts.not_in_order + counts.not_reviewed) {
        (0, 0) => Line::quiet(format!("reviewed {opened}")),
        (0, open) => format!("{open} to come back to").into(),
        (overdue, _) => Line::of(Tone::Alarm, format!("{overdue} overdue")),
    }
}

/// What a policy wants in order, as it says itself.
pub fn wanted(playbook: &Playbook, today: NaiveDate) -> Document {
    let row = |(state, point): (ReadinessState, &crate::playbook::reference::Readiness)| {
        let sign = if matches!(state, ReadinessState::Overdue(_)) { State::LookAgain } else { State::ToDo };
        (sign, format!("{} ({}): {}", point.title, cited(&point.cite), state.label()))
    };
    let mut document = Document::default();
    for (sign, says) in points(playbook, today).into_iter().map(row) {
        document.labelled(sign.sign(), says);
    }
    document
}

/// What a review leaves, point by point.
pub fn left(counts: Counts, waiting: &[(&Item, Point)]) -> Document {
    let mut document = Document::default();
    document.text(Line::strong(counts.words()));
    for (item, point) in waiting {
        let again = point.overdue || point.finding == Finding::NotInOrder;
        let sign = if again { State::LookAgain } else { State::ToDo };
        document.labelled(sign.sign(), format!("{} ({}): {}", item.title, cited(&item.cite), point.words()));
    }
    document
}
