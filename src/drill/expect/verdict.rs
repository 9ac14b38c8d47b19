//! What became of each expectation: by the record, and by a person, which wins. Both are always there to be shown.
//!
//! The window of an expectation begins with the release of its inject, at minute b, and lasts `within` minutes, else until the end.
//! The first match at or before its end is met (before b: ahead), a later one partly, none is missed; none at the end of the exercise
//! while the window runs is not reached. Where the inject was skipped, never sent, or taken back before a match, nothing is expected.

use super::seen::{Seen, Step};
use crate::base::ItemId;
use crate::case::{Fact, Verdict};
use crate::drill::played::{Played, Sent};
use crate::drill::script::{Expectation, Script};

/// Why nothing is expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Away {
    Skipped,
    NeverSent,
    TakenBack,
}

/// What the record says of an expectation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// Its inject has not gone out.
    Waits,
    /// Its window is open, or a person is to judge it.
    Open,
    Met {
        /// The match came before the inject.
        ahead: bool,
    },
    Partly {
        late_by_ms: u64,
    },
    Missed,
    /// The exercise ended while the window was open.
    NotReached,
    NotApplicable(Away),
    /// Only a person can judge it, and nobody did before the end.
    NotJudged,
}

/// What a person found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ByPerson {
    pub verdict: Verdict,
    /// The place of the entry in the log of the control folder.
    pub at: usize,
    /// Minutes at which it was judged, in milliseconds.
    pub played_ms: u64,
    pub because: Option<String>,
}

/// One expectation as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expected {
    /// Its place in the script.
    pub expectation: usize,
    pub found: Found,
    pub by_person: Option<ByPerson>,
    /// How its inject went out.
    pub sent: Option<Sent>,
    /// Minutes at which its window closes, in milliseconds; `None` while it is open until the end.
    pub closes_ms: Option<u64>,
    /// The match that decided it, or of what was to be avoided the one that broke it.
    pub matched: Option<Step>,
    /// What changed after the match.
    pub changes: Vec<Step>,
}

/// How an expectation counts in the end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Counts {
    Met,
    Partly,
    Missed,
    NotReached,
    NotApplicable,
    NotJudged,
    /// It is not decided yet.
    Open,
}

impl Expected {
    pub fn of<'s>(&self, script: &'s Script) -> &'s Expectation {
        &script.expectations[self.expectation]
    }

    /// How it counts: as a person found, else as the record says.
    pub fn counts(&self) -> Counts {
        match self.by_person.as_ref().map(|one| one.verdict) {
            Some(Verdict::Met) => return Counts::Met,
            Some(Verdict::Partly) => return Counts::Partly,
            Some(Verdict::Missed) => return Counts::Missed,
            Some(Verdict::NotApplicable) => return Counts::NotApplicable,
            Some(Verdict::Performed | Verdict::Some | Verdict::Major | Verdict::Unable) | None => {}
        }
        match self.found {
            Found::Met { .. } => Counts::Met,
            Found::Partly { .. } => Counts::Partly,
            Found::Missed => Counts::Missed,
            Found::NotReached => Counts::NotReached,
            Found::NotApplicable(_) => Counts::NotApplicable,
            Found::NotJudged => Counts::NotJudged,
            Found::Waits | Found::Open => Counts::Open,
        }
    }

    /// Minutes from when the inject went out to the match, in milliseconds; 0 where it came before.
    pub fn took_ms(&self) -> Option<u64> {
        let matched = self.matched.as_ref()?;
        Some(matched.when.played_ms.saturating_sub(self.sent?.played_ms))
    }
}

/// All expectations of the script in its order. `seen` stands beside them.
pub fn judge(played: &Played<'_>, seen: &[Seen]) -> Vec<Expected> {
    let nothing = Seen::default();
    let each = played.script.expectations.iter().enumerate();
    each.map(|(at, one)| expected(played, at, one, seen.get(at).unwrap_or(&nothing))).collect()
}

fn expected(played: &Played<'_>, at: usize, one: &Expectation, seen: &Seen) -> Expected {
    let number = one.inject.to_string();
    let sent = played.sent(&number);
    let closes_ms = sent.and_then(|sent| Some(sent.played_ms.saturating_add(minutes_ms(one.within?))));
    let (found, matched) = match sent {
        None => (unsent(played, &number), None),
        Some(sent) => found(played, one, seen, sent, closes_ms),
    };
    let first = seen.first().is_some_and(|first| Some(first) == matched.as_ref());
    let changes = seen.changes.iter().filter(|_| first && !one.avoid).cloned().collect();
    let by_person = judged(played, &one.id).filter(|one| is_of_an_expectation(one.verdict));
    Expected { expectation: at, found, by_person, sent, closes_ms, matched, changes }
}

fn unsent(played: &Played<'_>, number: &str) -> Found {
    match (played.is_skipped(number), played.has_ended()) {
        (true, _) => Found::NotApplicable(Away::Skipped),
        (false, true) => Found::NotApplicable(Away::NeverSent),
        (false, false) => Found::Waits,
    }
}

fn found(
    played: &Played<'_>,
    one: &Expectation,
    seen: &Seen,
    sent: Sent,
    closes_ms: Option<u64>,
) -> (Found, Option<Step>) {
    let struck = sent.struck.map(|at| super::order::when(played.case, at, &played.case.log[at]));
    // What came after it was taken back is no answer to it.
    let before = |step: &&Step| struck.is_none_or(|struck| step.when < struck);
    let mut matches = seen.matches.iter().filter(|step| step.is_in_time()).filter(before);
    let now = played.played_ms();
    // The window closes with the exercise where nothing else closes it.
    let over = closes_ms.map_or(played.has_ended(), |closes| now > closes);
    let away = struck.map(|_| Found::NotApplicable(Away::TakenBack));
    if one.binding.is_by_hand() {
        let open = if played.has_ended() { Found::NotJudged } else { Found::Open };
        return (away.unwrap_or(open), None);
    }
    if one.avoid {
        let inside = |step: &&Step| {
            step.when.played_ms >= sent.played_ms && closes_ms.is_none_or(|closes| step.when.played_ms <= closes)
        };
        let found = match (matches.find(inside), away) {
            (Some(step), _) => return (Found::Missed, Some(step.clone())),
            (None, Some(away)) => away,
            (None, None) if over || played.has_ended() => Found::Met { ahead: false },
            (None, None) => Found::Open,
        };
        return (found, None);
    }
    let found = match (matches.next(), away) {
        (Some(step), _) => {
            let m = step.when.played_ms;
            let late_by_ms = closes_ms.map_or(0, |closes| m.saturating_sub(closes));
            let found = match late_by_ms {
                0 => Found::Met { ahead: is_ahead(played, step, sent) },
                late_by_ms => Found::Partly { late_by_ms },
            };
            return (found, Some(step.clone()));
        }
        (None, Some(away)) => away,
        (None, None) if over => Found::Missed,
        (None, None) if played.has_ended() => Found::NotReached,
        (None, None) => Found::Open,
    };
    (found, None)
}

/// Whether a match came before the inject; in a pause, where the minutes stand still, by real time.
fn is_ahead(played: &Played<'_>, step: &Step, sent: Sent) -> bool {
    step.when < super::order::when(played.case, sent.at, &played.case.log[sent.at])
}

/// What a person found of an expectation or an objective, by the last entry that counts.
pub(in crate::drill) fn judged(played: &Played<'_>, id: &ItemId) -> Option<ByPerson> {
    let control = played.control;
    let mut all = control.drill().iter().rev().copied().filter(|at| control.counts(*at));
    all.find_map(|at| match &control.at(at).fact {
        Fact::Judged { of, verdict, because, .. } if of == id => Some(ByPerson {
            verdict: *verdict,
            at,
            played_ms: played.placed_in_control(at).map_or(0, |placed| placed.played_ms),
            because: because.clone(),
        }),
        _ => None,
    })
}

fn is_of_an_expectation(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Met | Verdict::Partly | Verdict::Missed | Verdict::NotApplicable)
}

/// Minutes as milliseconds.
pub(in crate::drill) fn minutes_ms(minutes: u32) -> u64 {
    u64::from(minutes) * 60_000
}
