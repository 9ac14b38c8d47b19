//! Conditions that wait for each other.
//!
//! Two kinds: rules that are defined by each other, which is always wrong; and items that are only reached once they have
//! been dealt with. An item whose condition has another way to hold (`a || b`) is no such circle.

use crate::base::ItemId;
use crate::playbook::condition::Expr;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::playbook::rule::Rule;
use crate::source::{Code, Problem, Problems};
use std::collections::{BTreeMap, BTreeSet};

/// What each thing waits for.
type Waits<'p> = BTreeMap<&'p str, BTreeSet<&'p str>>;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let rules: BTreeSet<&str> = playbook.rules.iter().map(|rule| rule.id.as_str()).collect();
    let mut waits: Waits<'_> = BTreeMap::new();
    for rule in &playbook.rules {
        let needed = conditions(rule).flat_map(ids).filter(|id| rules.contains(id)).collect();
        waits.insert(rule.id.as_str(), needed);
    }
    for scale in &playbook.scales {
        let needed = scale.conditions().flat_map(|c| ids(&c.root)).filter(|id| *id == scale.id.as_str());
        waits.insert(scale.id.as_str(), needed.collect());
    }
    let circles = report(&waits, places, problems);
    if !circles {
        deadlocks(playbook, places, problems);
    }
}

fn conditions(rule: &Rule) -> impl Iterator<Item = &Expr> {
    let arms = rule.any.iter().chain(&rule.all).chain(&rule.unless).map(|arm| &arm.condition.root);
    rule.when.iter().map(|when| &when.root).chain(arms)
}

/// Finds items that can never be reached because each way to them leads through themselves.
fn deadlocks(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let mut needs: BTreeMap<&str, Vec<Need<'_>>> = BTreeMap::new();
    for item in &playbook.items {
        let conditions = playbook.phases.get(item.phase).and_then(|phase| phase.when.as_ref());
        let conditions = conditions.into_iter().chain(&item.when);
        let rows = item.body.for_each().map(Need::Rows);
        needs.insert(item.id.as_str(), conditions.map(|c| Need::One(&c.root)).chain(rows).collect());
    }
    for rule in &playbook.rules {
        let mut all: Vec<Need> = rule.when.iter().map(|when| Need::One(&when.root)).collect();
        all.extend(rule.all.iter().chain(&rule.unless).map(|arm| Need::One(&arm.condition.root)));
        if !rule.any.is_empty() {
            all.push(Need::Any(rule.any.iter().map(|arm| &arm.condition.root).collect()));
        }
        needs.insert(rule.id.as_str(), all);
    }
    for scale in &playbook.scales {
        // One level that can be worked out is enough to begin with.
        let mut all: Vec<Need> = scale.when.iter().map(|when| Need::One(&when.root)).collect();
        let levels = scale.levels.iter().flat_map(|level| level.any.iter().chain(&level.all));
        let arms: Vec<&Expr> = levels.map(|arm| &arm.condition.root).collect();
        if !arms.is_empty() {
            all.push(Need::Any(arms));
        }
        needs.insert(scale.id.as_str(), all);
    }
    for silence in &playbook.silences {
        let when = silence.when.iter().map(|when| Need::One(&when.root)).collect();
        needs.insert(silence.id.as_str(), when);
    }
    let reached = reached(&needs);
    let mut waits: Waits<'_> = BTreeMap::new();
    for (id, needs) in needs.iter().filter(|(id, _)| !reached.contains(*id)) {
        let unmet = needs.iter().flat_map(Need::ids).filter(|id| !reached.contains(id)).collect();
        waits.insert(id, unmet);
    }
    report(&waits, places, problems);
}

/// Everything that can be reached, beginning with what waits for nothing.
fn reached<'p>(needs: &BTreeMap<&'p str, Vec<Need<'p>>>) -> BTreeSet<&'p str> {
    let mut waiting_for: BTreeMap<&str, Vec<&'p str>> = BTreeMap::new();
    for (id, needs) in needs {
        for needed in needs.iter().flat_map(Need::ids) {
            let waiting = waiting_for.entry(needed).or_default();
            if waiting.last() != Some(id) {
                waiting.push(id);
            }
        }
    }
    let mut reached = BTreeSet::new();
    let mut open: Vec<&'p str> = needs.keys().copied().collect();
    while let Some(id) = open.pop() {
        let met = |needs: &Vec<Need<'_>>| needs.iter().all(|need| need.met(&reached));
        if !reached.contains(id) && needs.get(id).is_some_and(met) {
            reached.insert(id);
            open.extend(waiting_for.get(id).into_iter().flatten());
        }
    }
    reached
}

/// What must be decided first.
enum Need<'a> {
    One(&'a Expr),
    Any(Vec<&'a Expr>),
    /// The question or register whose rows have to be known.
    Rows(&'a ItemId),
}

impl<'p> Need<'p> {
    fn met(&self, reached: &BTreeSet<&str>) -> bool {
        match self {
            Self::One(expr) => decidable(expr, reached),
            Self::Any(all) => all.iter().any(|expr| decidable(expr, reached)),
            Self::Rows(source) => reached.contains(source.as_str()),
        }
    }

    fn ids(&self) -> Vec<&'p str> {
        match self {
            Self::One(expr) => ids(expr),
            Self::Any(all) => all.iter().flat_map(|expr| ids(expr)).collect(),
            Self::Rows(source) => vec![source.as_str()],
        }
    }
}

/// Whether a condition can come to hold by what is reached already.
fn decidable(expr: &Expr, reached: &BTreeSet<&str>) -> bool {
    match expr {
        // What may still come to hold needs nothing to be decided first.
        Expr::Constant(_) | Expr::Possible(_) => true,
        Expr::Not(inner) => decidable(inner, reached),
        Expr::And(left, right) => decidable(left, reached) && decidable(right, reached),
        Expr::Or(left, right) => decidable(left, reached) || decidable(right, reached),
        Expr::Has(id) => reached.contains(id.as_str()),
        Expr::Against(left, _, right) => reached.contains(left.id().as_str()) && reached.contains(right.id().as_str()),
        Expr::HasOfRow(of) => reached.contains(of.id().as_str()),
        // A list without rows decides it, too.
        Expr::EachRow(each) => reached.contains(each.list.as_str()),
        Expr::Holds(subject) | Expr::Compare(subject, ..) | Expr::AnyOf(subject, _) => {
            reached.contains(subject.id().as_str())
        }
    }
}

/// What a condition looks at, each once or more.
fn ids(expr: &Expr) -> Vec<&str> {
    let mut found = Vec::new();
    collect(expr, &mut found);
    found
}

fn collect<'p>(expr: &'p Expr, found: &mut Vec<&'p str>) {
    match expr {
        // See `decidable`: what may still come to hold waits for nothing.
        Expr::Constant(_) | Expr::Possible(_) => {}
        Expr::Has(id) => found.push(id.as_str()),
        Expr::Against(left, _, right) => found.extend([left.id().as_str(), right.id().as_str()]),
        Expr::HasOfRow(of) => found.push(of.id().as_str()),
        Expr::EachRow(each) => {
            found.push(each.list.as_str());
            collect(&each.inner, found);
        }
        Expr::Holds(subject) | Expr::Compare(subject, ..) | Expr::AnyOf(subject, _) => {
            found.push(subject.id().as_str());
        }
        Expr::Not(inner) => collect(inner, found),
        Expr::And(left, right) | Expr::Or(left, right) => {
            collect(left, found);
            collect(right, found);
        }
    }
}

/// Reports circles; nothing is reported as part of two of them. Whether there was any.
fn report(waits: &Waits<'_>, places: &Places, problems: &mut Problems) -> bool {
    let mut any = false;
    let mut settled: BTreeSet<&str> = BTreeSet::new();
    for start in waits.keys().copied() {
        // A walk in depth; each place holds those that it still has to visit.
        let mut path: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut next = Some(start);
        loop {
            if let Some(id) = next.filter(|id| !settled.contains(id)) {
                if let Some(seen) = path.iter().position(|(walked, _)| *walked == id) {
                    any = true;
                    let circle: Vec<&str> = path.drain(seen..).map(|(walked, _)| walked).collect();
                    problems.add(circle_problem(&circle, places));
                    settled.extend(circle);
                } else {
                    let needed = waits.get(id).into_iter().flatten().copied();
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

fn circle_problem(circle: &[&str], places: &Places) -> Problem {
    let shown: Vec<&str> = circle.iter().chain(circle.first()).take(8).copied().collect();
    let more = if circle.len() >= 8 { " -> ..." } else { "" };
    let message = format!("These wait for each other: {}{more}.", shown.join(" -> "));
    let span = places.guarded(circle.first().copied().unwrap_or_default(), "when");
    Problem::new(Code::ConditionCycle, span, message)
}
