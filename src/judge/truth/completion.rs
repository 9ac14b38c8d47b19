//! What ends a waiting: what was done, and also what was found not to be needed. Clocks and documents wait like this.

use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::{Facts, Known, Verdict, evaluate};
use crate::playbook::condition::{Condition, Expr, Subject};

/// Whether nothing that `condition` waits for is left to do.
///
/// A task or call that was ruled out takes the place of one that was done where all of several are awaited. Where one of
/// several is enough, it drops out, and the others are still awaited.
pub fn settled(condition: &Condition, knowledge: &Knowledge<'_>) -> Verdict {
    all(&condition.root, knowledge)
}

/// As one of those that are all awaited.
fn all(expr: &Expr, knowledge: &Knowledge<'_>) -> Verdict {
    match expr {
        Expr::And(left, right) => all(left, knowledge).and(all(right, knowledge)),
        Expr::Or(..) => {
            let verdict = one_of(expr, knowledge);
            let none_left = verdict.value == Some(false) && verdict.decided_by().all(is_deed);
            if none_left { verdict.negated() } else { verdict }
        }
        Expr::Holds(subject) if is_ruled_out(subject, knowledge) => evaluate(expr, knowledge).negated(),
        _ => evaluate(expr, knowledge),
    }
}

/// As one of those of which one is enough.
fn one_of(expr: &Expr, knowledge: &Knowledge<'_>) -> Verdict {
    match expr {
        Expr::Or(left, right) => one_of(left, knowledge).or(one_of(right, knowledge)),
        Expr::And(..) => all(expr, knowledge),
        _ => evaluate(expr, knowledge),
    }
}

fn is_deed(subject: &Subject) -> bool {
    matches!(subject, Subject::Task(_) | Subject::Call(_))
}

fn is_ruled_out(subject: &Subject, knowledge: &Knowledge<'_>) -> bool {
    is_deed(subject) && knowledge.known(subject) == Known::YesNo(false)
}
