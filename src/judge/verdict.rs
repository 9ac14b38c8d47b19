//! Three-valued verdicts on conditions, with the answers that decided them and the answers that are missing.
//!
//! Kleene's strong logic: `true or unknown` is true, `false and unknown` is false, everything else with unknown is unknown
//! (S. C. Kleene, Introduction to Metamathematics, section 64). Both sides are always looked at, so that every missing
//! answer is named.

use crate::judge::types::answer::Answer;
use crate::playbook::condition::{Comparison, EachRow, Expr, Literal, Subject};

/// Yes, no, or not known (`None`), and why.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[must_use]
pub struct Verdict {
    /// `None` while something that decides it is not known.
    pub value: Option<bool>,
    /// What decided it; empty while it is not known.
    pub because: Vec<Subject>,
    /// What is missing; empty once it is known.
    pub missing: Vec<Subject>,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Known {
    /// Nothing yet, or explicitly "not known yet".
    Nothing,
    YesNo(bool),
    /// The chosen option of a decision.
    Option(String),
    /// What a scale can still come out as; `None` in it stands for none of its levels.
    Possible(Vec<Option<String>>),
    /// An answer that is not a yes or no.
    Answer(Answer),
}

/// Where conditions find what is known.
pub trait Facts {
    fn known(&self, subject: &Subject) -> Known;

    /// Whether a condition holds for one or every row of a list; not known where nobody knows of rows.
    fn each_row(&self, each: &EachRow) -> Verdict {
        Verdict { value: None, because: Vec::new(), missing: vec![Subject::Rows(each.list.clone())] }
    }
}

impl Verdict {
    fn of(value: Option<bool>, subject: &Subject) -> Self {
        let subject = vec![subject.clone()];
        match value {
            Some(_) => Self { value, because: subject, missing: vec![] },
            None => Self { value, because: vec![], missing: subject },
        }
    }

    pub fn constant(value: bool) -> Self {
        Self { value: Some(value), ..Self::default() }
    }

    /// The opposite, for the same reasons.
    pub fn negated(self) -> Self {
        Self { value: self.value.map(|v| !v), ..self }
    }

    pub fn and(self, other: Self) -> Self {
        Self::joined(self, other, false)
    }

    pub fn or(self, other: Self) -> Self {
        Self::joined(self, other, true)
    }

    /// `decisive` is the value that decides alone: false for and, true for or.
    fn joined(left: Self, right: Self, decisive: bool) -> Self {
        let value = match (left.value, right.value) {
            (Some(v), _) | (_, Some(v)) if v == decisive => Some(decisive),
            (Some(_), Some(_)) => Some(!decisive),
            _ => None,
        };
        let mut joined = Self { value, ..Self::default() };
        for side in [left, right] {
            match value {
                // Only the sides that share the verdict decided it.
                Some(_) if side.value == value => merge(&mut joined.because, side.because),
                None => merge(&mut joined.missing, side.missing),
                _ => {}
            }
        }
        joined
    }
}

fn merge(into: &mut Vec<Subject>, from: Vec<Subject>) {
    for subject in from {
        if !into.contains(&subject) {
            into.push(subject);
        }
    }
}

/// Works out a condition on what is known.
pub fn evaluate(expr: &Expr, facts: &impl Facts) -> Verdict {
    match expr {
        Expr::Constant(value) => Verdict::constant(*value),
        Expr::Holds(subject) => Verdict::of(as_yes_no(&facts.known(subject)), subject),
        Expr::Has(id) => {
            let subject = Subject::Answer(id.clone());
            Verdict::of(Some(facts.known(&subject) != Known::Nothing), &subject)
        }
        Expr::HasOfRow(of) => {
            let subject = Subject::Row(of.clone());
            Verdict::of(Some(facts.known(&subject) != Known::Nothing), &subject)
        }
        Expr::EachRow(each) => facts.each_row(each),
        Expr::Possible(inner) => {
            let verdict = evaluate(inner, facts);
            // It rests on what is known of it: on what made it impossible, or on what decided it.
            Verdict { value: Some(verdict.value != Some(false)), because: verdict.because, missing: Vec::new() }
        }
        Expr::Not(inner) => evaluate(inner, facts).negated(),
        Expr::And(left, right) => evaluate(left, facts).and(evaluate(right, facts)),
        Expr::Or(left, right) => evaluate(left, facts).or(evaluate(right, facts)),
        Expr::Compare(subject, sign, literal) => Verdict::of(compare(&facts.known(subject), *sign, literal), subject),
        Expr::Against(left, sign, right) => against((left, &facts.known(left)), *sign, (right, &facts.known(right))),
        Expr::AnyOf(subject, literals) => {
            let known = facts.known(subject);
            if let Known::Possible(outcomes) = &known {
                return Verdict::of(among(outcomes, literals), subject);
            }
            let held = literals.iter().map(|literal| includes(&known, literal));
            Verdict::of(held.reduce(|a, b| Some(a? || b?)).flatten(), subject)
        }
    }
}

fn as_yes_no(known: &Known) -> Option<bool> {
    match known {
        Known::YesNo(value) | Known::Answer(Answer::YesNo(value)) => Some(*value),
        _ => None,
    }
}

/// Whether what is possible lies wholly inside the wanted levels, or wholly outside.
fn among(outcomes: &[Option<String>], literals: &[Literal]) -> Option<bool> {
    let wanted = |outcome: &Option<String>| {
        literals.iter().any(|literal| matches!((literal, outcome), (Literal::Option(a), Some(b)) if a == b))
    };
    let inside = outcomes.iter().filter(|outcome| wanted(outcome)).count();
    match inside {
        0 if outcomes.is_empty() => None,
        0 => Some(false),
        all if all == outcomes.len() => Some(true),
        _ => None,
    }
}

fn includes(known: &Known, literal: &Literal) -> Option<bool> {
    let Literal::Option(wanted) = literal else { return None };
    match known {
        Known::Option(option) | Known::Answer(Answer::One(option)) => Some(option == wanted),
        Known::Answer(Answer::Many(chosen)) => Some(chosen.iter().any(|option| option == wanted)),
        _ => None,
    }
}

fn compare(known: &Known, sign: Comparison, literal: &Literal) -> Option<bool> {
    match (known, literal) {
        (Known::Nothing, _) => None,
        (_, Literal::YesNo(wanted)) => equality(as_yes_no(known)? == *wanted, sign),
        (Known::Possible(outcomes), literal) => equality(among(outcomes, std::slice::from_ref(literal))?, sign),
        (_, Literal::Option(_)) => equality(includes(known, literal)?, sign),
        (Known::Answer(Answer::Number(count)), Literal::Number(bound)) => {
            let (low, high) = count.bounds();
            over_range((low, high), *bound, sign)
        }
        (Known::Answer(Answer::Money(sum)), Literal::Money(bound)) => {
            (sum.currency() == bound.currency).then(|| over_range(sum.bounds(), bound.cents, sign))?
        }
        (Known::Answer(Answer::Duration(seconds)), Literal::Duration(bound)) => {
            over_range((*seconds, *seconds), *bound, sign)
        }
        _ => None,
    }
}

/// Two values that both may be known as ranges only: decided where all that they can be gives the same.
fn against((left, one): (&Subject, &Known), sign: Comparison, (right, other): (&Subject, &Known)) -> Verdict {
    let both = || vec![left.clone(), right.clone()];
    let missing: Vec<_> = [(left, one), (right, other)]
        .into_iter()
        .filter(|(_, known)| **known == Known::Nothing)
        .map(|(subject, _)| subject.clone())
        .collect();
    if !missing.is_empty() {
        return Verdict { value: None, because: Vec::new(), missing };
    }
    let value = match (one, other) {
        (Known::Answer(Answer::Number(one)), Known::Answer(Answer::Number(other))) => {
            ranges(one.bounds(), other.bounds(), sign)
        }
        (Known::Answer(Answer::Money(one)), Known::Answer(Answer::Money(other))) => {
            (one.currency() == other.currency()).then(|| ranges(one.bounds(), other.bounds(), sign)).flatten()
        }
        (Known::Answer(Answer::Duration(one)), Known::Answer(Answer::Duration(other))) => {
            Some(sign.accepts(one.cmp(other)))
        }
        _ => None,
    };
    match value {
        Some(_) => Verdict { value, because: both(), missing: Vec::new() },
        None => Verdict { value, because: Vec::new(), missing: both() },
    }
}

/// Whether the sign holds of every pair of values, or of none.
fn ranges<T: Ord>((low, high): (T, T), (other_low, other_high): (T, T), sign: Comparison) -> Option<bool> {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let (lowest, highest) = (low.cmp(&other_high), high.cmp(&other_low));
    let possible = [Less, Equal, Greater].into_iter().filter(|order| *order >= lowest && *order <= highest);
    let mut held = possible.map(|order| sign.accepts(order));
    let first = held.next()?;
    held.all(|other| other == first).then_some(first)
}

fn equality(equal: bool, sign: Comparison) -> Option<bool> {
    match sign {
        Comparison::Equal => Some(equal),
        Comparison::NotEqual => Some(!equal),
        _ => None,
    }
}

/// A range that straddles the bound is not known; a range that lies on one side of it is.
fn over_range<T: Ord + Copy>((low, high): (T, T), bound: T, sign: Comparison) -> Option<bool> {
    let holds = |value: T| match sign {
        Comparison::Equal => value == bound,
        Comparison::NotEqual => value != bound,
        Comparison::Less => value < bound,
        Comparison::AtMost => value <= bound,
        Comparison::More => value > bound,
        Comparison::AtLeast => value >= bound,
    };
    let inside = low < bound && bound < high;
    let straddles = match sign {
        Comparison::Equal | Comparison::NotEqual => inside || holds(low) != holds(high),
        _ => holds(low) != holds(high),
    };
    (!straddles).then(|| holds(low))
}
