//! Conditions that can never hold, or always do, whatever is answered.
//!
//! Every combination of answers that the condition can tell apart is tried. Where there are more than a few thousand, the
//! check says nothing.

use crate::base::ItemId;
use crate::playbook::condition::{Comparison, Expr, Literal, OfRow, Subject};
use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::playbook::question::AnswerType;
use crate::source::{Code, Problem, Problems, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Most combinations that are tried for one condition.
const MOST_TRIED: usize = 4096;
/// Most combinations that are tried for a playbook, so that a hostile one costs no time.
const MOST_TRIED_TOGETHER: usize = 200_000;

/// How many combinations are left to be tried.
pub(super) struct Tried {
    left: usize,
}

impl Default for Tried {
    fn default() -> Self {
        Self { left: MOST_TRIED_TOGETHER }
    }
}

impl Tried {
    /// Whether no combination of answers makes the condition hold; `false` as well where there are too many to try.
    pub(super) fn never(&mut self, root: &Expr, playbook: &Playbook) -> bool {
        !verdicts(root, playbook, &mut self.left).0
    }
}

/// Reports the conditions that never or always hold, but for those at the places `named`.
pub(super) fn check(
    playbook: &Playbook,
    places: &Places,
    tried: &mut Tried,
    named: &BTreeSet<Span>,
    problems: &mut Problems,
) {
    for guard in places.guards.iter().filter(|guard| !named.contains(&guard.span)) {
        let (some, all) = verdicts(&guard.root, playbook, &mut tried.left);
        let what = &guard.owner;
        if !some {
            let message = format!("This condition of `{what}` can never hold.");
            problems.add(Problem::new(Code::NeverTrue, guard.span, message));
        } else if all {
            let message = format!("This condition of `{what}` holds whatever is answered.");
            problems.add(Problem::new(Code::AlwaysTrue, guard.span, message));
        }
    }
}

/// Something that an answer can vary.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Variable {
    Truth(Subject),
    Known(ItemId),
    KnownOfRow(OfRow),
    /// `any` and `all` by what they ask: each is a thing of its own.
    Rows(String),
    Choice(Subject),
    Member(Subject, String),
    Amount(Subject),
    /// How one lies to the other: below, at, above.
    Order(Subject, Subject),
}

#[derive(Clone, PartialEq)]
pub(super) enum Value {
    Truth(bool),
    /// An option; `None` is what was written in instead.
    Choice(Option<String>),
    Amount(i128),
}

/// Whether some combination of answers, and whether every combination, makes the condition hold.
fn verdicts(root: &Expr, playbook: &Playbook, left: &mut usize) -> (bool, bool) {
    let (mut some, mut all) = (false, true);
    let tried = try_all(root, playbook, left, |_, holds| {
        some |= holds;
        all &= holds;
        some && !all
    });
    if !tried {
        return (true, false);
    }
    // Answers decide it for good; before they are known, what is possible holds, and so may its opposite.
    let some = some || opened(root, playbook, left).is_some_and(|opened| verdicts(&opened, playbook, left).0);
    (some, all)
}

/// The condition before anything is known: everything that can be possible is; `None` where it speaks of nothing possible.
fn opened(expr: &Expr, playbook: &Playbook, left: &mut usize) -> Option<Expr> {
    let mut pair = |one: &Expr, other: &Expr| {
        let (first, second) = (opened(one, playbook, left), opened(other, playbook, left));
        (first.is_some() || second.is_some()).then(|| {
            (Box::new(first.unwrap_or_else(|| one.clone())), Box::new(second.unwrap_or_else(|| other.clone())))
        })
    };
    match expr {
        Expr::And(one, other) => pair(one, other).map(|(one, other)| Expr::And(one, other)),
        Expr::Or(one, other) => pair(one, other).map(|(one, other)| Expr::Or(one, other)),
        Expr::Not(inner) => opened(inner, playbook, left).map(|inner| Expr::Not(Box::new(inner))),
        Expr::Possible(inner) => Some(Expr::Constant(verdicts(inner, playbook, left).0)),
        _ => None,
    }
}

/// Tries every combination of answers that the condition can tell apart, until `seen` has seen enough. `false` when there are
/// too many to try.
pub(super) fn try_all(
    root: &Expr,
    playbook: &Playbook,
    left: &mut usize,
    mut seen: impl FnMut(&BTreeMap<&Variable, &Value>, bool) -> bool,
) -> bool {
    let mut domains = BTreeMap::new();
    vary(root, playbook, &mut domains);
    let sizes: Vec<usize> = domains.values().map(Vec::len).collect();
    let total = sizes.iter().try_fold(1_usize, |product, size| product.checked_mul(*size));
    let Some(total) = total.filter(|total| *total <= MOST_TRIED.min(*left)) else { return false };
    for mut number in 0..total {
        let mut chosen = BTreeMap::new();
        for (variable, values) in &domains {
            chosen.insert(variable, &values[number % values.len()]);
            number /= values.len();
        }
        *left = left.saturating_sub(1);
        if seen(&chosen, holds(root, &chosen)) {
            break;
        }
    }
    true
}

/// Collects what can vary, with the values that the condition can tell apart.
pub(super) fn vary(expr: &Expr, playbook: &Playbook, domains: &mut BTreeMap<Variable, Vec<Value>>) {
    let both = || vec![Value::Truth(false), Value::Truth(true)];
    match expr {
        Expr::Constant(_) => {}
        Expr::Holds(subject) => {
            domains.insert(Variable::Truth(subject.clone()), both());
        }
        Expr::Has(id) => {
            domains.insert(Variable::Known(id.clone()), both());
        }
        Expr::HasOfRow(of) => {
            domains.insert(Variable::KnownOfRow(of.clone()), both());
        }
        Expr::EachRow(each) => {
            domains.insert(Variable::Rows(format!("{each:?}")), both());
        }
        Expr::Not(inner) | Expr::Possible(inner) => vary(inner, playbook, domains),
        Expr::And(left, right) | Expr::Or(left, right) => {
            vary(left, playbook, domains);
            vary(right, playbook, domains);
        }
        Expr::AnyOf(subject, literals) if is_set(subject, playbook) => {
            for literal in literals {
                domains.insert(Variable::Member(subject.clone(), option(literal)), both());
            }
        }
        Expr::AnyOf(subject, literals) if is_words(subject) => {
            for literal in literals {
                word(subject, literal, domains);
            }
        }
        Expr::Compare(subject, _, literal @ Literal::Option(_)) if is_words(subject) => word(subject, literal, domains),
        Expr::AnyOf(subject, _) | Expr::Compare(subject, _, Literal::Option(_)) => {
            domains.insert(Variable::Choice(subject.clone()), choices(subject, playbook));
        }
        Expr::Against(left, _, right) => {
            domains.insert(Variable::Order(left.clone(), right.clone()), [-1, 0, 1].map(Value::Amount).to_vec());
        }
        Expr::Compare(subject, _, literal) => {
            let values = domains.entry(Variable::Amount(subject.clone())).or_default();
            let amount = amount(literal);
            for near in [amount - 1, amount, amount + 1] {
                if near >= 0 && !values.contains(&Value::Amount(near)) {
                    values.push(Value::Amount(near));
                }
            }
        }
    }
}

/// Whether a condition holds with the values chosen.
pub(super) fn holds(expr: &Expr, chosen: &BTreeMap<&Variable, &Value>) -> bool {
    let is = |variable: &Variable| chosen.get(variable) == Some(&&Value::Truth(true));
    match expr {
        Expr::Constant(value) => *value,
        Expr::Holds(subject) => is(&Variable::Truth(subject.clone())),
        Expr::Has(id) => is(&Variable::Known(id.clone())),
        Expr::HasOfRow(of) => is(&Variable::KnownOfRow(of.clone())),
        Expr::EachRow(each) => is(&Variable::Rows(format!("{each:?}"))),
        Expr::Not(inner) => !holds(inner, chosen),
        Expr::Possible(inner) => holds(inner, chosen),
        Expr::And(left, right) => holds(left, chosen) && holds(right, chosen),
        Expr::Or(left, right) => holds(left, chosen) || holds(right, chosen),
        // A subject varies either as a choice or as a set, never as both.
        Expr::AnyOf(subject, literals) => literals
            .iter()
            .any(|literal| is(&Variable::Member(subject.clone(), option(literal))) || picked(subject, literal, chosen)),
        Expr::Compare(subject, sign, literal @ Literal::Option(_)) => {
            picked(subject, literal, chosen) == (*sign == Comparison::Equal)
        }
        Expr::Compare(subject, sign, literal) => {
            let Some(Value::Amount(value)) = chosen.get(&Variable::Amount(subject.clone())) else {
                return false;
            };
            sign.accepts(value.cmp(&amount(literal)))
        }
        Expr::Against(left, sign, right) => {
            let order = chosen.get(&Variable::Order(left.clone(), right.clone()));
            matches!(order, Some(Value::Amount(order)) if sign.accepts(order.cmp(&0)))
        }
    }
}

/// Whether anything can stand there, so that only the words that are asked for can be told apart.
fn is_words(subject: &Subject) -> bool {
    matches!(subject, Subject::Row(OfRow::Cell { .. }))
}

fn word(subject: &Subject, literal: &Literal, domains: &mut BTreeMap<Variable, Vec<Value>>) {
    let values = domains.entry(Variable::Choice(subject.clone())).or_insert_with(|| vec![Value::Choice(None)]);
    let asked = Value::Choice(Some(option(literal)));
    if !values.contains(&asked) {
        values.push(asked);
    }
}

fn picked(subject: &Subject, literal: &Literal, chosen: &BTreeMap<&Variable, &Value>) -> bool {
    let value = chosen.get(&Variable::Choice(subject.clone()));
    value == Some(&&Value::Choice(Some(option(literal))))
}

fn is_set(subject: &Subject, playbook: &Playbook) -> bool {
    playbook.question(subject.id().as_str()).is_some_and(|q| q.answer == AnswerType::ManyOf)
}

/// Every choice of a question or decision, and "something else" where that can be written in.
fn choices(subject: &Subject, playbook: &Playbook) -> Vec<Value> {
    let (options, other) = match playbook.item(subject.id().as_str()).map(|item| &item.body) {
        Some(Body::Question(question)) => (question.options.as_slice(), question.other),
        Some(Body::Decision(decision)) => (decision.options.as_slice(), false),
        _ => {
            let scale = playbook.scales.iter().find(|scale| scale.id == *subject.id());
            let levels = scale.into_iter().flat_map(|scale| &scale.levels).map(|level| level.id.to_string());
            let levels = levels.map(|id| Value::Choice(Some(id))).chain([Value::Choice(None)]);
            return levels.collect();
        }
    };
    let ids: BTreeSet<String> = options.iter().map(|option| option.id.to_string()).collect();
    let written = other.then_some(Value::Choice(None));
    ids.into_iter().map(|id| Value::Choice(Some(id))).chain(written).collect()
}

fn option(literal: &Literal) -> String {
    match literal {
        Literal::Option(option) => option.clone(),
        _ => String::new(),
    }
}

fn amount(literal: &Literal) -> i128 {
    match literal {
        Literal::Number(value) | Literal::Duration(value) => i128::from(*value),
        Literal::Money(money) => i128::from(money.cents),
        Literal::YesNo(_) | Literal::Option(_) => 0,
    }
}
