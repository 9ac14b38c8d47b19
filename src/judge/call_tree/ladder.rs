//! The ladder of a call: every number of every person of every role, in order, and the rung to try now.
//!
//! Voicemail, no answer and busy lead to the next number of the same person; then to who stands in; then to the policy's
//! alternates; then up again from the first. Out of office and a refusal lead to the next person at once. A number that is wrong
//! or dead is not proposed again.

use super::Dead;
use super::reach::{Candidate, Origin, Reach, same_name};
use crate::base::{ItemId, Now};
use crate::case::{CallOutcome, Fact, Recorded};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposal {
    pub role: ItemId,
    /// Who, as far as it is known.
    pub person: Option<String>,
    /// The number or address; `None` where none is known.
    pub channel: Option<String>,
    /// Where it is known from.
    pub origin: Origin,
    /// Why it is this one, as a sentence; empty for the first choice of the policy's own order.
    pub why: String,
    /// The name of whoever is away, where that reason says so.
    pub says_away: Option<String>,
    /// Whether every number that is known was found wrong or dead, so that another one has to be filled in.
    pub exhausted: bool,
}

/// One number of one person in one role.
struct Rung<'a> {
    role: &'a ItemId,
    candidate: &'a Candidate,
    channel: Option<&'a String>,
    dead: bool,
    used: bool,
}

/// The rung to try now. `order` is the role of the call and its alternates; `attempts` are those of this call, oldest first.
pub fn propose(order: &[(&ItemId, &Reach)], attempts: &[&Recorded], dead: &Dead, now: Now) -> Option<Proposal> {
    let mut rungs = rungs(order, dead);
    if rungs.is_empty() {
        return None;
    }
    let mut rounds = 0;
    let mut last = None;
    for attempt in attempts {
        let Fact::Called { role, person, channel, outcome, .. } = &attempt.fact else { continue };
        let Some(at) = rung_of(&rungs, role, person.as_deref(), channel.as_deref()) else {
            last = Some((*attempt, None));
            continue;
        };
        last = Some((*attempt, Some(at)));
        rungs[at].used = true;
        if matches!(outcome, CallOutcome::OutOfOffice | CallOutcome::Refused) {
            let candidate = rungs[at].candidate;
            let same = |rung: &Rung<'_>| std::ptr::eq(rung.candidate, candidate);
            rungs.iter_mut().filter(|rung| same(rung)).for_each(|rung| rung.used = true);
        }
        if rungs.iter().all(|rung| rung.used || rung.dead) {
            for rung in &mut rungs {
                rung.used = false;
            }
            rounds += 1;
        }
    }
    let open = rungs.iter().position(|rung| !rung.used && !rung.dead);
    let Some(at) = open else {
        let first = &rungs[0];
        return Some(Proposal {
            role: first.role.clone(),
            person: first.candidate.person.clone(),
            channel: None,
            origin: first.candidate.origin,
            why: "Every number that is known was wrong or disconnected: fill in another one.".into(),
            says_away: None,
            exhausted: true,
        });
    };
    let rung = &rungs[at];
    let (why, remarked) = match last {
        // With a single number there is nothing to choose, and so nothing to explain.
        _ if last.is_none() || rungs.len() == 1 => (rung.candidate.remark.clone().unwrap_or_default(), true),
        None => (String::new(), false),
        Some((attempt, from)) => because(&rungs, at, from, attempt, rounds, now),
    };
    Some(Proposal {
        role: rung.role.clone(),
        person: rung.candidate.person.clone(),
        channel: rung.channel.cloned(),
        origin: rung.candidate.origin,
        why,
        says_away: rung.candidate.stands_in_for.clone().filter(|_| remarked),
        exhausted: false,
    })
}

fn rungs<'a>(order: &[(&'a ItemId, &'a Reach)], dead: &Dead) -> Vec<Rung<'a>> {
    let mut rungs: Vec<Rung<'a>> = Vec::new();
    for (role, reach) in order {
        for candidate in &reach.candidates {
            // A person who holds two roles is not called twice over for one message.
            let there = |rung: &Rung<'_>| {
                let both = rung.candidate.person.as_ref().zip(candidate.person.as_ref());
                rung.role != *role && both.is_some_and(|(one, other)| same_name(one, other))
            };
            if candidate.origin != Origin::Policy && rungs.iter().any(there) {
                continue;
            }
            let mut rung = |channel: Option<&'a String>| {
                let dead = channel.is_some_and(|channel| dead.contains_key(channel));
                rungs.push(Rung { role, candidate, channel, dead, used: false });
            };
            if candidate.channels.is_empty() {
                rung(None);
            }
            candidate.channels.iter().for_each(|channel| rung(Some(channel)));
        }
    }
    rungs
}

/// The rung that an attempt used up. What names a person and a number of the ladder means that rung; what names nobody means the
/// one that was to be tried in that role; what names somebody who is not on the ladder used up nothing of it.
fn rung_of(rungs: &[Rung<'_>], role: &ItemId, person: Option<&str>, channel: Option<&str>) -> Option<usize> {
    let find = |wanted: &dyn Fn(&Rung<'_>) -> bool| {
        // One that was not tried yet goes before one that was.
        let of_role = || rungs.iter().enumerate().filter(|(_, rung)| rung.role == role && wanted(rung));
        of_role().find(|(_, rung)| !rung.used).or_else(|| of_role().next()).map(|(at, _)| at)
    };
    let is = |rung: &Rung<'_>, name: &str| rung.candidate.is_called(name);
    // The policy's own entry stands for whoever sits in the office.
    let office = |rung: &Rung<'_>| rung.candidate.person.is_none() || rung.candidate.origin == Origin::Policy;
    let dialled = |rung: &Rung<'_>| rung.channel.is_some_and(|known| Some(known.as_str()) == channel);
    match (person, channel) {
        (None, None) => find(&|_| true),
        (None, Some(_)) => find(&dialled).or_else(|| find(&|_| true)),
        (Some(name), None) => find(&|rung| is(rung, name)).or_else(|| find(&office)),
        (Some(name), Some(_)) => find(&|rung| is(rung, name) && dialled(rung))
            .or_else(|| find(&|rung| is(rung, name) && rung.channel.is_none()))
            .or_else(|| find(&|rung| office(rung) && dialled(rung)))
            .or_else(|| if rungs.iter().any(|rung| is(rung, name)) { None } else { find(&office) }),
    }
}

/// Why this rung comes now: what the last attempt came to, and which way that leads; and whether it says why they are here.
fn because(
    rungs: &[Rung<'_>],
    at: usize,
    from: Option<usize>,
    last: &Recorded,
    rounds: u32,
    now: Now,
) -> (String, bool) {
    let Fact::Called { person, channel, outcome, .. } = &last.fact else { return (String::new(), false) };
    let rung = &rungs[at];
    let who: Vec<&str> = [person.as_deref(), channel.as_deref()].into_iter().flatten().collect();
    let who = if who.is_empty() { "The last attempt".to_owned() } else { who.join(", ") };
    let ended = format!("{who}: {} at {}", outcome.label().to_lowercase(), last.happened().short_in(now));
    let remark = rung.candidate.remark.as_ref();
    let (way, remark) = match from.map(|from| &rungs[from]) {
        _ if rounds > 0 && rungs.iter().all(|rung| !rung.used) => {
            ("everybody was tried, so from the first again", remark)
        }
        Some(before) if std::ptr::eq(before.candidate, rung.candidate) => {
            ("now the next number of the same person", None)
        }
        Some(before) if before.role == rung.role => ("now who stands in", remark),
        Some(_) => ("now the next in the policy's order", remark),
        None => return (format!("{ended}; still to be tried."), false),
    };
    let says = remark.map_or_else(String::new, |remark| format!(" {remark}"));
    (format!("{ended}; {way}.{says}"), remark.is_some())
}
