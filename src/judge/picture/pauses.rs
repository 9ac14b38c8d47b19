//! What a clock rests for: the spans of time during which a ground of suspension held.
//!
//! The entries that the grounds look at are taken in the order in which what they tell happened; of one moment, in the order of
//! recording. At each moment counts what is known today of everything until then, so that a delay that was written down late is
//! none the less a delay, and in the end the clock rests exactly while a ground holds now. Only these entries are looked at, so a
//! long case costs no more than a short one.

use crate::base::{Now, Stamp};
use crate::case::{About, CaseState};
use crate::judge::fallen::judged;
use crate::judge::fallen::record::Ground;
use crate::judge::truth::lookup::Knowledge;
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::reference::Clock;
use std::collections::BTreeSet;

/// A span during which the clock rested; without an end it still rests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rest {
    pub from: Stamp,
    pub to: Option<Stamp>,
}

/// How many entries that were written down out of order are taken where they happened. More than people ever correct; those
/// beyond them are taken at the moment that was reached.
const OUT_OF_ORDER: usize = 200;

/// How many moments at which a record falls by time alone are looked at between two entries.
const TURNS: usize = 20;

/// The spans during which a ground of `clock` held, in order.
pub fn rests(clock: &Clock, knowledge: &Knowledge<'_>, now: Now) -> Vec<Rest> {
    let mut entries = BTreeSet::new();
    let mut walked = BTreeSet::new();
    for pause in &clock.pauses {
        collect(&pause.condition, knowledge, &mut entries, &mut walked);
    }
    let holds = |counting: &CaseState, at: Now| {
        let (evidence, _) = judged::judge(&Ground::of(knowledge.playbook, counting), at);
        let then = Knowledge::new(knowledge.playbook, evidence.of(counting));
        let holds = clock.pauses.iter().any(|pause| then.holds(Some(&pause.condition)).on_record().value == Some(true));
        (holds, evidence.turns_at)
    };
    let mut rests: Vec<Rest> = Vec::new();
    let mut at_moment = |moment: Stamp, holds: bool| match (rests.last_mut().filter(|rest| rest.to.is_none()), holds) {
        (Some(rest), false) => rest.to = Some(moment),
        (None, true) => rests.push(Rest { from: moment, to: None }),
        _ => {}
    };
    let happened = in_order(knowledge.state.recorded(), &entries);
    let mut known = Known::default();
    for (place, (moment, entry)) in happened.iter().enumerate() {
        known.take_in(knowledge.state.recorded(), *entry);
        let until = happened.get(place + 1).map_or(now.at, |(next, _)| *next);
        if *moment == until && place + 1 < happened.len() {
            continue;
        }
        let (held, mut turns_at) = holds(&known.state, Now { at: *moment, ..now });
        at_moment(*moment, held);
        for _ in 0..TURNS {
            let Some(turn) = turns_at.filter(|turn| *turn > *moment && *turn < until) else { break };
            let (held, next) = holds(&known.state, Now { at: turn, ..now });
            at_moment(turn, held);
            turns_at = next.filter(|next| *next > turn);
        }
    }
    rests
}

/// The entries by when they happened, each with its place in the log.
fn in_order(state: &CaseState, entries: &BTreeSet<usize>) -> Vec<(Stamp, usize)> {
    let moment = |at: &usize| {
        let recorded = state.at(*at);
        (recorded.happened().earliest().unwrap_or(recorded.at), *at)
    };
    let mut order: Vec<_> = entries.iter().map(moment).collect();
    order.sort_unstable();
    let (mut highest, mut out_of_order) = (None, 0);
    let mut kept = Vec::with_capacity(order.len());
    let mut late = Vec::new();
    for (moment, at) in order {
        if highest.is_some_and(|highest| at < highest) {
            out_of_order += 1;
            if out_of_order > OUT_OF_ORDER {
                late.push(at);
                continue;
            }
        }
        highest = highest.max(Some(at));
        kept.push((moment, at));
    }
    let last = kept.last().map(|(moment, _)| *moment);
    kept.extend(late.into_iter().filter_map(|at| Some((last?, at))));
    kept
}

/// What is known of everything until a moment, folded in the order of recording.
#[derive(Default)]
pub(super) struct Known {
    pub state: CaseState,
    entries: BTreeSet<usize>,
}

impl Known {
    pub fn take_in(&mut self, whole: &CaseState, at: usize) {
        // A row of a sheet counts by itself here: whether its sheet was finished is known.
        let row = |at: &usize| {
            let mut row = whole.log[*at].clone();
            row.recorded.who.in_sheet = false;
            row
        };
        let is_last = self.entries.last().is_none_or(|last| *last < at);
        self.entries.insert(at);
        if is_last {
            self.state.apply(row(&at));
        } else {
            self.state = CaseState::fold(self.entries.iter().map(row));
        }
    }
}

/// Every entry that a condition looks at, through rules and scales.
pub(super) fn collect(
    condition: &Condition,
    knowledge: &Knowledge<'_>,
    entries: &mut BTreeSet<usize>,
    walked: &mut BTreeSet<Subject>,
) {
    for subject in condition.root.subjects() {
        if !walked.insert(subject.clone()) {
            continue;
        }
        entries.extend(knowledge.entries_about(&subject));
        // What sets a subject aside is part of its story, although no condition names it.
        let item = knowledge.playbook.item(subject.id().as_str());
        for line in item.map(|item| item.again.as_slice()).unwrap_or_default().iter().filter(|line| line.hard) {
            let conditions = line.condition.iter().flat_map(|condition| condition.root.subjects());
            for source in line.on.iter().map(|of| of.id().clone()).chain(conditions.map(|of| of.id().clone())) {
                let about = knowledge.state.about(source.as_str());
                let all = about.map(About::entries).unwrap_or_default().into_iter();
                entries.extend(all.filter(|at| knowledge.state.counts(*at)));
            }
        }
        let id = subject.id().as_str();
        let deeper: Vec<&Condition> = match &subject {
            Subject::Rule(_) => knowledge.playbook.rule(id).map(|rule| rule.conditions().collect()),
            Subject::Scale(_) | Subject::Gap(_) => {
                knowledge.playbook.scale(id).map(|scale| scale.conditions().collect())
            }
            _ => None,
        }
        .unwrap_or_default();
        for condition in deeper {
            collect(condition, knowledge, entries, walked);
        }
    }
}
