//! What became of an expectation, in words.

use super::drill_figures::minutes;
use super::line::{Line, Tone};
use crate::case::CaseState;
use crate::drill::expect::{Away, Counts, Expected, Found};

impl Counts {
    /// As it stands in a column.
    pub fn said(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::Missed => "missed",
            Self::NotReached => "not reached",
            Self::NotApplicable => "does not apply",
            Self::NotJudged => "not judged",
            Self::Open => "open",
        }
    }
}

/// What the record says: `7:30 of 10:00, k4-3`.
pub fn found(one: &Expected, case: &CaseState) -> Line {
    let within = one.sent.zip(one.closes_ms).map(|(sent, closes)| closes.saturating_sub(sent.played_ms));
    let of = within.map_or_else(String::new, |within| format!(" of {}", minutes(within)));
    let entry = one.matched.as_ref().map_or_else(String::new, |step| format!(", {}", case.name(step.at)));
    let took = one.took_ms().map(minutes).unwrap_or_default();
    let says = match one.found {
        Found::Waits => "its inject has not gone out".into(),
        Found::Open => match one.closes_ms {
            Some(closes) => format!("open until minute {}", minutes(closes)),
            None => "open until the end".into(),
        },
        Found::Met { ahead: true } => format!("met ahead of its inject{entry}"),
        Found::Met { ahead: false } if one.matched.is_none() => "met: it did not happen in the window".into(),
        Found::Met { ahead: false } => format!("met, {took}{of}{entry}"),
        Found::Partly { late_by_ms } => format!("partly, late by {}: {took}{of}{entry}", minutes(late_by_ms)),
        Found::Missed if one.matched.is_some() => format!("missed: it happened{entry}"),
        Found::Missed => match one.closes_ms {
            Some(closes) => format!("missed, the window closed at minute {}", minutes(closes)),
            None => "missed, not by the end".into(),
        },
        Found::NotReached => "not reached: the exercise ended while the window was open".into(),
        Found::NotApplicable(Away::Skipped) => "does not apply: its inject was left out".into(),
        Found::NotApplicable(Away::NeverSent) => "does not apply: its inject never went out".into(),
        Found::NotApplicable(Away::TakenBack) => "does not apply: its inject was taken back".into(),
        Found::NotJudged => "not judged by anybody".to_owned(),
    };
    let mut line = Line::from(says);
    for step in &one.changes {
        let says = if step.holds { step.says.as_str() } else { "holds no more" };
        let says = if says.is_empty() { String::new() } else { format!(": {says}") };
        line = line.and(
            Tone::Text,
            format!("; then changed at minute {}{says}, {}", minutes(step.when.played_ms), case.name(step.at)),
        );
    }
    line
}

/// What a person found, and where: `partly, minute 19:00`.
pub fn by_person(one: &Expected) -> Option<Line> {
    let by = one.by_person.as_ref()?;
    let because = by.because.as_deref().map_or_else(String::new, |why| format!(": {why}"));
    Some(format!("judged {}, minute {}{because}", by.verdict.label().to_lowercase(), minutes(by.played_ms)).into())
}
