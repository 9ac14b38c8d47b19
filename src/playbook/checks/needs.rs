//! What has to be recorded or decided before something else can be.

use crate::base::ItemId;
use crate::playbook::condition::Expr;
use crate::playbook::model::Playbook;
use std::collections::{BTreeMap, BTreeSet};

/// For each item, rule, scale, silence and clock: what it needs first. All of it, unless alternatives are named.
pub(super) type Needs<'p> = BTreeMap<&'p str, Vec<Need<'p>>>;

/// What is needed first; with what `after` asks for, or without.
pub(super) fn needs(playbook: &Playbook, with_after: bool) -> Needs<'_> {
    let mut needs: Needs<'_> = BTreeMap::new();
    for item in &playbook.items {
        let conditions = playbook.phases.get(item.phase).and_then(|phase| phase.when.as_ref());
        let conditions = conditions.into_iter().chain(&item.when);
        let after = item.body.after().filter(|_| with_after).map(|after| &after.condition);
        let rows = item.body.for_each().map(Need::Rows);
        let conditions = conditions.chain(after);
        needs.insert(item.id.as_str(), conditions.map(|c| Need::One(&c.root)).chain(rows).collect());
    }
    for rule in &playbook.rules {
        let mut all: Vec<Need> = rule.when.iter().map(|when| Need::One(&when.root)).collect();
        all.extend(rule.all.iter().map(|arm| Need::One(&arm.condition.root)));
        all.extend(rule.unless.iter().map(|arm| Need::Not(&arm.condition.root)));
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
    for clock in &playbook.clocks {
        let when = clock.when.iter().map(|when| Need::One(&when.root));
        needs.insert(clock.id.as_str(), when.chain(clock.from.as_ref().map(Need::Start)).collect());
    }
    needs
}

/// Everything that can be reached, beginning with what waits for nothing.
pub(super) fn reached<'p>(needs: &Needs<'p>) -> BTreeSet<&'p str> {
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
pub(super) enum Need<'a> {
    One(&'a Expr),
    /// What must not hold.
    Not(&'a Expr),
    Any(Vec<&'a Expr>),
    /// The question or register whose rows have to be known.
    Rows(&'a ItemId),
    /// What starts a clock.
    Start(&'a ItemId),
}

impl<'p> Need<'p> {
    pub fn met(&self, reached: &BTreeSet<&str>) -> bool {
        match self {
            Self::One(expr) | Self::Not(expr) => decidable(expr, reached),
            Self::Any(all) => all.iter().any(|expr| decidable(expr, reached)),
            Self::Rows(source) | Self::Start(source) => reached.contains(source.as_str()),
        }
    }

    pub fn ids(&self) -> Vec<&'p str> {
        match self {
            Self::One(expr) | Self::Not(expr) => ids(expr),
            Self::Any(all) => all.iter().flat_map(|expr| ids(expr)).collect(),
            Self::Rows(source) | Self::Start(source) => vec![source.as_str()],
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
pub(super) fn ids(expr: &Expr) -> Vec<&str> {
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
