//! What a rule asks that may not arise, and by which it then goes another way than by "no answer": an exception that nobody is asked
//! about is not met, and `!x` and `x != "a"` hold.

use crate::base::ItemId;
use crate::playbook::condition::{Comparison, Expr, Subject};
use crate::playbook::model::Playbook;
use crate::playbook::rule::Rule;

/// The items and silences, each once, by name.
pub(super) fn may_not_arise<'p>(rule: &'p Rule, playbook: &'p Playbook) -> Vec<&'p ItemId> {
    let mut found = Vec::new();
    let mut tests: Vec<(&Expr, bool)> = rule.unless.iter().map(|arm| (&arm.condition.root, true)).collect();
    let rest = rule.all.iter().chain(&rule.any).map(|arm| &arm.condition).chain(&rule.when);
    tests.extend(rest.map(|condition| (&condition.root, false)));
    while let Some((expr, decides)) = tests.pop() {
        match expr {
            Expr::Possible(inner) => tests.push((inner, decides)),
            Expr::Not(inner) => tests.push((inner, true)),
            Expr::And(left, right) | Expr::Or(left, right) => {
                tests.extend([(left.as_ref(), decides), (right, decides)]);
            }
            Expr::Holds(about) | Expr::AnyOf(about, _) if decides => found.extend(arising(about, playbook)),
            Expr::Compare(about, sign, _) if decides || *sign == Comparison::NotEqual => {
                found.extend(arising(about, playbook));
            }
            Expr::Against(left, sign, right) if decides || *sign == Comparison::NotEqual => {
                found.extend(arising(left, playbook).into_iter().chain(arising(right, playbook)));
            }
            Expr::Constant(_)
            | Expr::Has(_)
            | Expr::HasOfRow(_)
            | Expr::EachRow(_)
            | Expr::Holds(_)
            | Expr::AnyOf(..)
            | Expr::Compare(..)
            | Expr::Against(..) => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What a subject names, if it is something that is asked only under a condition of its own or of its step.
fn arising<'p>(subject: &Subject, playbook: &'p Playbook) -> Option<&'p ItemId> {
    let id = subject.id().as_str();
    match subject {
        Subject::Rule(_) | Subject::Scale(_) | Subject::Gap(_) | Subject::Late(_) => None,
        Subject::Silence(_) => playbook.silence(id).filter(|silence| silence.when.is_some()).map(|silence| &silence.id),
        _ => {
            let item = playbook.item(id)?;
            let step = playbook.phases.get(item.phase).is_some_and(|phase| phase.when.is_some());
            (step || item.when.is_some()).then_some(&item.id)
        }
    }
}
