//! Clocks that can only be late, and rules that open nothing.

use super::{FILE, UNREADABLE};
use crate::playbook::condition::Subject;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::playbook::rule::Effect;
use crate::source::{Code, Problem, Problems};
use std::collections::BTreeSet;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    // What cannot be read may be what stops a clock, or what asks about a rule.
    if problems.spared(&[FILE, "until", "limit_hours", "within", "basis"], UNREADABLE) {
        clocks(playbook, places, problems);
    }
    if !problems.any_error() {
        rules(playbook, places, problems);
    }
}

/// A clock without a limit may run until the case is closed, where the policy says no more than "in a timely fashion". One that has
/// a limit is late for good once it is reached, whatever was done.
fn clocks(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    for clock in playbook.clocks.iter().filter(|clock| clock.limit.is_some() && clock.until.is_none()) {
        let message = format!("Nothing that is done stops the clock `{}`.", clock.id);
        problems.add(Problem::new(Code::ClockWithoutUntil, places.declared(clock.id.as_str()), message));
    }
}

/// Rules that are to open something, and of which no condition asks whether they are met.
fn rules(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let mut asked: BTreeSet<Subject> = BTreeSet::new();
    for guard in &places.guards {
        let of_rules = guard.root.subjects().into_iter().filter(|subject| matches!(subject, Subject::Rule(_)));
        asked.extend(of_rules.filter(|subject| subject.id().as_str() != guard.owner));
    }
    for rule in playbook.rules.iter().filter(|rule| rule.effect == Effect::Opens) {
        if !asked.contains(&Subject::Rule(rule.id.clone())) {
            let message = format!("No condition asks about `rule.{}`, so it opens nothing.", rule.id);
            problems.add(Problem::new(Code::OpensNothing, places.declared(rule.id.as_str()), message));
        }
    }
}
