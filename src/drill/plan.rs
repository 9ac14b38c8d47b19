//! The injects of a drill as they stand: sent, due, held, skipped, offered, or still to come. Pure: what was sent, the clock and the
//! part are read from the case, what the facilitator means to do from the control folder, and nothing is kept twice.

use super::script::{Inject, Script};
use crate::base::ItemId;
use crate::case::{CaseState, Exercise, Fact, Planning};
use std::collections::BTreeMap;

/// How an inject stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stands {
    /// Its minute has come, or it is a contingency that is offered. It waits for a person.
    Due,
    /// The facilitator holds it back.
    Held,
    /// It comes in the part that is played.
    Next,
    /// A contingency that is offered if an expectation is not met by then.
    If,
    /// A contingency for which nothing has begun, or which was spared.
    Unarmed,
    /// By hand only.
    ByHand,
    /// Its part has not begun.
    Later,
    Skipped,
    Sent,
}

/// When a contingency is offered, or would be; in minutes of the exercise, as milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offer {
    Coming(u64),
    Offered(u64),
}

#[derive(Clone, PartialEq, Debug)]
pub struct Slot<'a> {
    /// `3`, or `3A` for one made on the spot.
    pub number: String,
    /// `None` for one made on the spot, of which the case alone has the words.
    pub inject: Option<&'a Inject>,
    pub stands: Stands,
    /// The place in the log of the case of the entry by which it is out.
    pub sent: Option<usize>,
    /// At which minute of the exercise it is due, in milliseconds, where that is known.
    pub due_ms: Option<u64>,
    /// By how many minutes it was moved, all in all.
    pub moved_min: i64,
    /// Why it is held, skipped or moved.
    pub reason: Option<String>,
}

impl Slot<'_> {
    /// Whether it could still go out and somebody meant it to: what is told before a part or the exercise ends.
    pub fn is_left(&self) -> bool {
        !matches!(self.stands, Stands::Sent | Stands::Skipped | Stands::If | Stands::Unarmed)
    }

    pub fn is_contingency(&self) -> bool {
        self.inject.is_some_and(|inject| inject.contingency.is_some())
    }
}

/// What the facilitator last said of an inject.
#[derive(Clone, Default, PartialEq, Debug)]
struct Meant {
    state: Option<Planning>,
    by_min: i64,
    reason: Option<String>,
}

/// Every inject, the next to be sent first, what was sent last and the latest of that first.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan<'a> {
    pub slots: Vec<Slot<'a>>,
}

impl<'a> Plan<'a> {
    /// Works it out at a minute of the exercise; `offer` tells of a contingency.
    pub fn of(
        script: &'a Script,
        case: &CaseState,
        control: &CaseState,
        played_ms: u64,
        offer: impl Fn(u32) -> Option<Offer>,
    ) -> Self {
        let sent = sent(case);
        let meant = meant(control);
        let mut slots: Vec<_> = script
            .injects
            .iter()
            .map(|inject| {
                let number = inject.number.to_string();
                let meant = meant.get(&number).cloned().unwrap_or_default();
                let offer = offer(inject.number);
                let due_ms = due(script, case.exercise(), inject, meant.by_min, offer);
                let sent = sent.get(&number).copied();
                let stands = match (sent, meant.state) {
                    (Some(_), _) => Stands::Sent,
                    (None, Some(Planning::Skipped)) => Stands::Skipped,
                    (None, Some(Planning::Held)) => Stands::Held,
                    _ => stands(script, case.exercise(), inject, (due_ms, played_ms), offer),
                };
                Slot {
                    number,
                    inject: Some(inject),
                    stands,
                    sent,
                    due_ms,
                    moved_min: meant.by_min,
                    reason: meant.reason,
                }
            })
            .collect();
        let own = sent.iter().filter(|(number, _)| script_inject(script, number).is_none());
        slots.extend(own.map(|(number, at)| Slot {
            number: number.clone(),
            inject: None,
            stands: Stands::Sent,
            sent: Some(*at),
            due_ms: None,
            moved_min: 0,
            reason: None,
        }));
        sort(&mut slots);
        put_before(&mut slots, control);
        Self { slots }
    }

    pub fn slot(&self, number: &str) -> Option<&Slot<'a>> {
        self.slots.iter().find(|slot| slot.number == number)
    }

    /// What could still go out and was meant to, in the order in which it stands.
    pub fn left(&self) -> impl Iterator<Item = &Slot<'a>> {
        self.slots.iter().filter(|slot| slot.is_left())
    }

    /// The number of the next inject on the spot: that of the last sent, with a letter.
    pub fn next_on_the_spot(&self) -> String {
        let last = self.slots.iter().filter_map(|slot| Some((slot.sent?, slot.number.as_str()))).max();
        let stem: String = last.map_or("0", |(_, number)| number).chars().take_while(char::is_ascii_digit).collect();
        let taken = |number: &str| self.slots.iter().any(|slot| slot.number == number);
        let mut letters = (b'A'..=b'Z').map(|letter| format!("{stem}{}", char::from(letter)));
        let more = || (1..=9999).map(|count| format!("{stem}Z{count}")).find(|number| !taken(number));
        letters.find(|number| !taken(number)).or_else(more).unwrap_or(stem.clone())
    }
}

fn script_inject<'a>(script: &'a Script, number: &str) -> Option<&'a Inject> {
    script.inject(number.parse().ok()?).filter(|inject| inject.number.to_string() == number)
}

/// What is out, by its number; what went out twice is out once, by the first.
fn sent(case: &CaseState) -> BTreeMap<String, usize> {
    let mut sent = BTreeMap::new();
    for at in case.releases().filter(|at| case.counts(*at)) {
        if let Fact::Released { inject, .. } = &case.at(at).fact {
            sent.entry(inject.clone()).or_insert(at);
        }
    }
    sent
}

/// What the facilitator means to do with each, by the last word on it.
fn meant(control: &CaseState) -> BTreeMap<String, Meant> {
    let mut meant: BTreeMap<String, Meant> = BTreeMap::new();
    for at in control.drill().iter().copied().filter(|at| control.counts(*at)) {
        let Fact::Planned { injects, state, by_min, reason, .. } = &control.at(at).fact else { continue };
        for number in injects {
            let one = meant.entry(number.clone()).or_default();
            one.state = Some(*state);
            one.by_min = by_min.unwrap_or(one.by_min);
            one.reason = reason.clone().or_else(|| one.reason.take());
        }
    }
    meant
}

/// At which minute the part began last, in milliseconds.
fn began(exercise: Option<&Exercise>, part: &ItemId) -> Option<u64> {
    let mut parts = exercise?.parts.iter().rev();
    parts.find(|begun| begun.part.as_ref() == Some(part)).map(|begun| begun.began.played_ms)
}

fn due(
    script: &Script,
    exercise: Option<&Exercise>,
    inject: &Inject,
    by_min: i64,
    offer: Option<Offer>,
) -> Option<u64> {
    let planned = match (offer, inject.at) {
        _ if inject.contingency.is_some() => match offer? {
            Offer::Coming(ms) | Offer::Offered(ms) => ms,
        },
        (_, Some(at)) => began(exercise, &script.part_of(inject).id)?.saturating_add(u64::from(at) * 60_000),
        (_, None) => return None,
    };
    Some(planned.saturating_add_signed(by_min.saturating_mul(60_000)))
}

fn stands(
    script: &Script,
    exercise: Option<&Exercise>,
    inject: &Inject,
    (due_ms, played_ms): (Option<u64>, u64),
    offer: Option<Offer>,
) -> Stands {
    if inject.contingency.is_some() {
        return match (offer, due_ms) {
            (Some(Offer::Offered(_)), Some(due)) if due <= played_ms => Stands::Due,
            (Some(_), _) => Stands::If,
            (None, _) => Stands::Unarmed,
        };
    }
    match (due_ms, began(exercise, &script.part_of(inject).id)) {
        (_, None) => Stands::Later,
        (None, Some(_)) => Stands::ByHand,
        (Some(due), Some(_)) if due <= played_ms => Stands::Due,
        (Some(_), Some(_)) => Stands::Next,
    }
}

/// By when each is due; parts that have not begun as they follow each other; what was skipped, then what was sent at the end.
fn sort(slots: &mut [Slot<'_>]) {
    let key = |slot: &Slot<'_>| {
        let group = match slot.stands {
            Stands::Sent => 4,
            Stands::Skipped => 3,
            Stands::Later | Stands::Unarmed => 2,
            Stands::Held | Stands::ByHand if slot.due_ms.is_none() => 1,
            _ => 0,
        };
        let part = slot.inject.map_or(0, |inject| inject.part);
        let minute = slot.inject.and_then(|inject| inject.at).unwrap_or(u32::MAX);
        let latest_first = slot.sent.map_or(0, |at| usize::MAX - at);
        (group, latest_first, slot.due_ms.unwrap_or(u64::MAX), part, minute)
    };
    slots.sort_by_key(key);
}

/// Puts injects before others as the facilitator said, in the order in which that was said. A contingency that is offered stands
/// where its minute puts it: moved while nothing had armed it, it would be offered at the end of the list, out of sight.
fn put_before(slots: &mut Vec<Slot<'_>>, control: &CaseState) {
    for at in control.drill().iter().copied().filter(|at| control.counts(*at)) {
        let Fact::Planned { injects, before: Some(before), .. } = &control.at(at).fact else { continue };
        let place = |slots: &[Slot<'_>], number: &str| {
            let offered = |slot: &Slot<'_>| slot.stands == Stands::Due && slot.is_contingency();
            slots.iter().position(|slot| slot.number == number && slot.stands != Stands::Sent && !offered(slot))
        };
        for number in injects.iter().filter(|number| *number != before) {
            let (Some(from), Some(_)) = (place(slots, number), place(slots, before)) else { continue };
            let moved = slots.remove(from);
            let to = place(slots, before).unwrap_or(from);
            slots.insert(to, moved);
        }
    }
}
