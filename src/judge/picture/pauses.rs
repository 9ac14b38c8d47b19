//! What a clock rests for: the spans of time during which a ground of suspension held.
//!
//! The entries that the grounds look at are applied again, one by one, and each change of the verdict is a moment. Only
//! these entries are looked at, so a long case costs no more than a short one.

use crate::base::Stamp;
use crate::case::{About, CaseState};
use crate::judge::evidence::judged;
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

/// The spans during which a ground of `clock` held, in order.
pub fn rests(clock: &Clock, knowledge: &Knowledge<'_>) -> Vec<Rest> {
    let mut entries = BTreeSet::new();
    let mut walked = BTreeSet::new();
    for pause in &clock.pauses {
        collect(&pause.condition, knowledge, &mut entries, &mut walked);
    }
    let mut replayed = CaseState::default();
    let mut rests: Vec<Rest> = Vec::new();
    let mut moment: Option<Stamp> = None;
    for at in entries {
        let row = &knowledge.state.log[at];
        replayed.apply(row.clone());
        let happened = row.recorded.happened().earliest().unwrap_or(row.recorded.reading.wall);
        // What is recorded later cannot end before it began.
        let now = moment.filter(|before| happened.seconds_since(*before) < 0).unwrap_or(happened);
        moment = Some(now);
        let (evidence, _) = judged::judge(knowledge.playbook, &replayed, now.into());
        let then = Knowledge::new(knowledge.playbook, evidence.of(&replayed));
        let holds = clock.pauses.iter().any(|pause| then.holds(Some(&pause.condition)).value == Some(true));
        let resting = rests.last_mut().filter(|rest| rest.to.is_none());
        match (resting, holds) {
            (Some(rest), false) => rest.to = Some(now),
            (None, true) => rests.push(Rest { from: now, to: None }),
            _ => {}
        }
    }
    rests
}

/// Every entry that a condition looks at, through rules and scales.
fn collect(
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
