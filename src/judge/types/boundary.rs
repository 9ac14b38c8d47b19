//! Estimates that lie exactly where the policy draws a line: they decide a test by their value, and people should know it.

use crate::base::{ItemId, Quantity};
use crate::judge::types::answer::Answer;
use crate::playbook::Playbook;
use crate::playbook::condition::{Condition, Expr, Literal, Subject};

/// Whether an answer is an estimate whose value is one with which the playbook compares this question.
pub fn is_on_the_line(playbook: &Playbook, question: &ItemId, answer: &Answer) -> bool {
    let bound = match answer {
        Answer::Number(Quantity::Estimate(number)) => Literal::Number(*number),
        Answer::Money(Quantity::Estimate(amount)) => Literal::Money(*amount),
        _ => return false,
    };
    let arms = playbook.rules.iter().flat_map(|rule| rule.any.iter().chain(&rule.all).chain(&rule.unless));
    let levels = playbook.scales.iter().flat_map(|scale| &scale.levels);
    let of_levels = levels.flat_map(|level| level.any.iter().chain(&level.all).chain(&level.unless));
    let tests = arms.chain(of_levels).map(|arm| &arm.condition);
    let whens = playbook.items.iter().filter_map(|item| item.when.as_ref());
    let mut all = tests.chain(whens);
    all.any(|condition: &Condition| compares(&condition.root, question, &bound))
}

fn compares(expr: &Expr, question: &ItemId, bound: &Literal) -> bool {
    match expr {
        Expr::Compare(Subject::Answer(id), _, literal) => id == question && literal == bound,
        Expr::Not(inner) | Expr::Possible(inner) => compares(inner, question, bound),
        Expr::EachRow(each) => compares(&each.inner, question, bound),
        Expr::And(left, right) | Expr::Or(left, right) => {
            compares(left, question, bound) || compares(right, question, bound)
        }
        _ => false,
    }
}
