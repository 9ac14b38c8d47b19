//! Contingencies: when each is offered. Nothing sends one by itself.

use super::seen::Seen;
use super::verdict::{Expected, minutes_ms};
use crate::case::Verdict;
use crate::case::exercise_moments::Reached;
use crate::drill::played::{Played, Sent};
use crate::drill::script::Inject;

/// How far an expectation has come to make a contingency be offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Chance {
    /// Its inject has not gone out.
    Unarmed,
    /// It will be offered at these minutes, in milliseconds, unless the expectation is met.
    Coming(u64),
    /// It was offered at these minutes.
    Offered(u64),
    /// The expectation was met by then, or nothing was expected any more.
    Spared,
}

/// A contingency of the script as it stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Contingent {
    /// The number of its inject.
    pub inject: u32,
    /// The expectations for which it may be offered, by their places in the script, each with how far that is.
    pub each: Vec<(usize, Chance)>,
    /// How it went out.
    pub sent: Option<Sent>,
}

impl Contingent {
    /// The expectation for which it was offered first, and the minutes, in milliseconds. Offered twice counts once.
    pub fn offered(&self) -> Option<(usize, u64)> {
        let offers = self.each.iter().filter_map(|(one, chance)| match chance {
            Chance::Offered(at) => Some((*one, *at)),
            _ => None,
        });
        offers.min_by_key(|(one, at)| (*at, *one))
    }

    /// When it will be offered at the earliest, and for which expectation; `None` where it was, or where none is coming.
    pub fn coming(&self) -> Option<(usize, u64)> {
        let coming = self.each.iter().filter_map(|(one, chance)| match chance {
            Chance::Coming(at) => Some((*one, *at)),
            _ => None,
        });
        coming.min_by_key(|(one, at)| (*at, *one)).filter(|_| self.offered().is_none())
    }

    /// The moment of the offer, in exercise time and in real time.
    pub fn moment(&self, played: &Played<'_>) -> Option<Reached> {
        played.clock()?.reached(self.offered()?.1)
    }
}

/// All contingencies of the script in its order.
pub fn contingencies(played: &Played<'_>, seen: &[Seen], expected: &[Expected]) -> Vec<Contingent> {
    let armed = played.script.injects.iter().filter_map(|inject| Some((inject, inject.contingency.as_ref()?)));
    armed
        .map(|(inject, contingency)| {
            let ids = contingency.if_not_met.iter();
            let places = ids.filter_map(|id| played.script.expectations.iter().position(|one| one.id == *id));
            let after_ms = minutes_ms(contingency.after_minutes);
            let each = places.map(|at| (at, chance(played, &seen[at], &expected[at], after_ms))).collect();
            Contingent { inject: inject.number, each, sent: sent(played, inject) }
        })
        .collect()
}

fn sent(played: &Played<'_>, inject: &Inject) -> Option<Sent> {
    played.sent(&inject.number.to_string()).filter(|sent| sent.struck.is_none())
}

fn chance(played: &Played<'_>, seen: &Seen, expected: &Expected, after_ms: u64) -> Chance {
    let Some(sent) = expected.sent else { return Chance::Unarmed };
    let at = sent.played_ms.saturating_add(after_ms);
    let struck = sent.struck.map(|by| played.played_of(by));
    let one = expected.of(played.script);
    let judged = expected.by_person.as_ref();
    let is_met = if one.avoid {
        // What is to be avoided is right as long as nobody did it.
        let broken = |played_ms: u64| played_ms >= sent.played_ms && played_ms <= at;
        !seen.matches.iter().any(|step| step.is_in_time() && broken(step.when.played_ms))
    } else {
        seen.first().is_some_and(|step| step.when.played_ms <= at)
    };
    let found = judged.filter(|one| one.played_ms <= at).map(|one| one.verdict);
    let is_met = match found {
        Some(Verdict::Met | Verdict::NotApplicable) => true,
        Some(Verdict::Partly | Verdict::Missed) => false,
        _ => is_met,
    };
    if played.played_ms() < at {
        let spared = is_met && (!one.avoid || found.is_some()) || struck.is_some() || played.has_ended();
        return if spared { Chance::Spared } else { Chance::Coming(at) };
    }
    if is_met || struck.is_some_and(|struck| struck <= at) { Chance::Spared } else { Chance::Offered(at) }
}
