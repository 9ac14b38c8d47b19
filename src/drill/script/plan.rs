//! When everything would come if the exercise went by plan: the dry run of a script.

use super::inject::Inject;
use super::model::{Part, Script};
use crate::base::Stamp;

/// One part, as it would be played.
#[derive(Clone, Debug)]
pub struct PartPlan<'s> {
    pub part: &'s Part,
    /// What the exercise clock shows when it begins.
    pub begins: Stamp,
    /// Minutes of play when it begins, without pauses.
    pub minute: u32,
    /// What comes in it by plan, in order of time; then contingencies, when they would be offered first; then what is sent by hand only.
    pub injects: Vec<Planned<'s>>,
}

/// One inject, as it would come.
#[derive(Clone, Debug)]
pub struct Planned<'s> {
    pub inject: &'s Inject,
    /// Exercise time and minute of play; `None` where it is sent by hand only, or waits for one that is.
    pub at: Option<(Stamp, u32)>,
}

/// Lays a script out by its plan. A contingency is offered when the first of its expectations is not met, each counted from when its
/// inject would go out; it stands in its own part.
pub fn plan(script: &Script) -> Vec<PartPlan<'_>> {
    let begins = beginnings(script);
    let minute_of = |number: u32| script.inject(number).and_then(|inject| sent(inject, &begins));
    let offered = |inject: &Inject| {
        let contingency = inject.contingency.as_ref()?;
        let expected = contingency.if_not_met.iter().filter_map(|id| script.expectation(id.as_str()));
        let first = expected.filter_map(|expectation| minute_of(expectation.inject)).map(|(_, minute)| minute).min()?;
        Some(at_minute(first + contingency.after_minutes, &begins))
    };
    let parts = script.parts.iter().zip(&begins).enumerate();
    let parts = parts.map(|(at, (part, (begins_at, minute)))| {
        let own = script.injects.iter().filter(|inject| inject.part == at);
        let mut injects: Vec<Planned<'_>> =
            own.map(|inject| Planned { inject, at: sent(inject, &begins).or_else(|| offered(inject)) }).collect();
        injects.sort_by_key(|planned| (planned.at.is_none(), planned.at.map(|(_, minute)| minute)));
        PartPlan { part, begins: *begins_at, minute: *minute, injects }
    });
    parts.collect()
}

/// When each part begins: exercise time and minute of play.
fn beginnings(script: &Script) -> Vec<(Stamp, u32)> {
    let (mut time, mut minute) = (script.start, 0);
    let begins = script.parts.iter().map(|part| {
        time = part.start.map_or(time, |start| start.max(time));
        let begins = (time, minute);
        time = time.plus_seconds(i64::from(part.minutes) * 60);
        minute += part.minutes;
        begins
    });
    begins.collect()
}

/// When an inject goes out that has a time.
fn sent(inject: &Inject, begins: &[(Stamp, u32)]) -> Option<(Stamp, u32)> {
    let (time, minute) = begins.get(inject.part)?;
    let at = inject.at?;
    Some((time.plus_seconds(i64::from(at) * 60), minute + at))
}

/// The exercise time at a minute of play.
fn at_minute(minute: u32, begins: &[(Stamp, u32)]) -> (Stamp, u32) {
    let part = begins.iter().rev().find(|(_, first)| *first <= minute);
    let (time, first) = part.copied().unwrap_or((Stamp::epoch(), 0));
    (time.plus_seconds(i64::from(minute - first) * 60), minute)
}
