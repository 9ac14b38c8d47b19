//! Scales without undeclared gaps: whatever is answered falls into a level, or into a gap that the playbook names.

use super::reach::{Value, Variable, try_all};
use crate::playbook::condition::Expr;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::playbook::rule::Arm;
use crate::playbook::scale::{Level, Scale};
use crate::source::{Code, Problem, Problems};
use std::collections::{BTreeMap, BTreeSet};

/// Most combinations of answers that are tried for one playbook.
const MOST_TRIED: usize = 40_000;
/// Most numbers that one message names.
const MOST_NAMED: usize = 6;

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let mut left = MOST_TRIED;
    for scale in playbook.scales.iter().filter(|scale| !scale.levels.is_empty()) {
        let mut fell = BTreeSet::new();
        try_all(&outside(scale), playbook, &mut left, |chosen, outside| {
            if outside {
                fell.insert(named(chosen));
            }
            fell.len() > MOST_NAMED
        });
        if fell.is_empty() {
            continue;
        }
        let shown: Vec<String> = fell.into_iter().take(MOST_NAMED).collect();
        let message = format!("Some answers fall in no level of `{}`: {}.", scale.id, shown.join("; "));
        problems.add(Problem::new(Code::ScaleGap, places.declared(scale.id.as_str()), message));
    }
}

/// True where neither a level nor a declared gap holds.
fn outside(scale: &Scale) -> Expr {
    let levels = scale.levels.iter().map(level);
    let gaps = scale.gaps.iter().map(|gap| gap.condition.root.clone());
    let inside = levels.chain(gaps).reduce(|a, b| Expr::Or(Box::new(a), Box::new(b)));
    Expr::Not(Box::new(inside.unwrap_or(Expr::Constant(false))))
}

fn level(level: &Level) -> Expr {
    let root = |arm: &Arm| arm.condition.root.clone();
    let or = |a, b| Expr::Or(Box::new(a), Box::new(b));
    let and = |a, b| Expr::And(Box::new(a), Box::new(b));
    let any = level.any.iter().map(root).reduce(or);
    let unless = level.unless.iter().map(root).reduce(or).map(|expr| Expr::Not(Box::new(expr)));
    let parts = level.all.iter().map(root).chain(any).chain(unless);
    parts.reduce(and).unwrap_or(Expr::Constant(false))
}

/// The amounts of a combination: what a person would type to fall there.
fn named(chosen: &BTreeMap<&Variable, &Value>) -> String {
    let amounts = chosen.iter().filter_map(|(variable, value)| match (variable, value) {
        (Variable::Amount(subject), Value::Amount(amount)) => Some(format!("{} = {amount}", subject.id())),
        _ => None,
    });
    let named: Vec<String> = amounts.collect();
    if named.is_empty() { "when none of them is met".to_owned() } else { named.join(", ") }
}
