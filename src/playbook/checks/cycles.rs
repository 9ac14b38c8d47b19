//! Circles: rules that are defined by each other, which is always wrong, and how any circle is found and named.

use super::needs::ids;
use crate::playbook::condition::Expr;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::playbook::rule::Rule;
use crate::source::{Code, Problem, Problems};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What each thing waits for.
pub(super) type Waits<'p> = BTreeMap<&'p str, BTreeSet<&'p str>>;

/// Reports rules and scales that are defined by each other. Whether there are any.
pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) -> bool {
    let clocks = playbook.clocks.iter().map(|clock| clock.id.as_str());
    let rules: BTreeSet<&str> = playbook.rules.iter().map(|rule| rule.id.as_str()).chain(clocks).collect();
    let mut waits: Waits<'_> = BTreeMap::new();
    for rule in &playbook.rules {
        let needed = conditions(rule).flat_map(ids).filter(|id| rules.contains(id)).collect();
        waits.insert(rule.id.as_str(), needed);
    }
    for clock in &playbook.clocks {
        let conditions = clock.when.iter().chain(&clock.until);
        let needed = conditions.flat_map(|c| ids(&c.root)).filter(|id| rules.contains(id)).collect();
        waits.insert(clock.id.as_str(), needed);
    }
    for scale in &playbook.scales {
        let needed = scale.conditions().flat_map(|c| ids(&c.root)).filter(|id| *id == scale.id.as_str());
        waits.insert(scale.id.as_str(), needed.collect());
    }
    report(&waits, |circle| problems.add(waiting(circle, places)))
}

fn conditions(rule: &Rule) -> impl Iterator<Item = &Expr> {
    let arms = rule.any.iter().chain(&rule.all).chain(&rule.unless).map(|arm| &arm.condition.root);
    rule.when.iter().map(|when| &when.root).chain(arms)
}

/// Reports circles; nothing is reported as part of two of them. Whether there was any.
pub(super) fn report(waits: &Waits<'_>, mut circle: impl FnMut(&[&str])) -> bool {
    let mut any = false;
    let mut settled: BTreeSet<&str> = BTreeSet::new();
    for start in waits.keys().copied() {
        // A walk in depth; each place holds those that it still has to visit.
        let mut path: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut walked: HashMap<&str, usize> = HashMap::new();
        let mut next = Some(start);
        loop {
            if let Some(id) = next.filter(|id| !settled.contains(id)) {
                if let Some(seen) = walked.get(id).copied() {
                    any = true;
                    let found: Vec<&str> = path.drain(seen..).map(|(id, _)| id).collect();
                    circle(&found);
                    settled.extend(found);
                } else {
                    let needed = waits.get(id).into_iter().flatten().copied();
                    walked.insert(id, path.len());
                    path.push((id, needed.collect()));
                }
            }
            let Some((id, open)) = path.last_mut() else { break };
            next = open.pop();
            if next.is_none() {
                settled.insert(id);
                path.pop();
            }
        }
    }
    any
}

/// Conditions that wait for each other.
pub(super) fn waiting(circle: &[&str], places: &Places) -> Problem {
    let shown: Vec<&str> = circle.iter().chain(circle.first()).take(8).copied().collect();
    let more = if circle.len() >= 8 { " -> ..." } else { "" };
    let message = format!("These wait for each other: {}{more}.", shown.join(" -> "));
    let span = places.guarded(circle.first().copied().unwrap_or_default(), "when");
    Problem::new(Code::ConditionCycle, span, message)
}
