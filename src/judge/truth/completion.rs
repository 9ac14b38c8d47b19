//! What ends a waiting: what was done, and also what was found not to be needed. Clocks and documents wait like this.
//!
//! They ask what was done: an answer counts here although its question does not arise any more.

use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::{Facts, Known, Verdict, evaluate};
use crate::playbook::condition::{Condition, EachRow, Expr, Subject};

/// Whether nothing that `condition` waits for is left to do.
///
/// A task or call that was ruled out takes the place of one that was done where all of several are awaited. Where one of
/// several is enough, it drops out, and the others are still awaited.
pub fn settled(condition: &Condition, knowledge: &Knowledge<'_>) -> Verdict {
    all(&condition.root, &Recorded(knowledge))
}

/// The verdict by what was done, as what comes before a task asks for it.
pub(super) fn done(condition: &Condition, knowledge: &Knowledge<'_>) -> Verdict {
    evaluate(&condition.root, &Recorded(knowledge))
}

/// What is recorded, also where it does not arise any more; where nothing is, what does not arise is not so.
struct Recorded<'k, 'a>(&'k Knowledge<'a>);

impl Facts for Recorded<'_, '_> {
    fn known(&self, subject: &Subject) -> Known {
        match self.0.recorded(subject) {
            Known::Nothing => self.0.known(subject),
            recorded => recorded,
        }
    }

    fn each_row(&self, each: &EachRow) -> Verdict {
        self.0.each_row(each)
    }
}

/// As one of those that are all awaited.
fn all(expr: &Expr, knowledge: &Recorded<'_, '_>) -> Verdict {
    match expr {
        Expr::And(left, right) => all(left, knowledge).and(all(right, knowledge)),
        Expr::Or(..) => {
            let verdict = one_of(expr, knowledge);
            // Where none of them arises nothing was done, and nothing found not to be needed.
            let none_left =
                verdict.value == Some(false) && verdict.decided_by().all(is_deed) && !verdict.is_by_elimination();
            if none_left { verdict.negated() } else { verdict }
        }
        Expr::Holds(subject) if is_ruled_out(subject, knowledge) => evaluate(expr, knowledge).negated(),
        _ => evaluate(expr, knowledge),
    }
}

/// As one of those of which one is enough.
fn one_of(expr: &Expr, knowledge: &Recorded<'_, '_>) -> Verdict {
    match expr {
        Expr::Or(left, right) => one_of(left, knowledge).or(one_of(right, knowledge)),
        Expr::And(..) => all(expr, knowledge),
        _ => evaluate(expr, knowledge),
    }
}

fn is_deed(subject: &Subject) -> bool {
    matches!(subject, Subject::Task(_) | Subject::Call(_))
}

fn is_ruled_out(subject: &Subject, knowledge: &Recorded<'_, '_>) -> bool {
    is_deed(subject) && knowledge.known(subject) == Known::YesNo(false)
}
