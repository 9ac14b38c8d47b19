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
    pub because: Vec<Atom>,
    /// What is missing; empty once it is known.
    pub missing: Vec<Subject>,
}

/// One of those that decided a verdict: something recorded, or something that does not arise and so is not so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Atom {
    pub about: Subject,
    pub is: Is,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Is {
    /// What is recorded of it, also that nothing is.
    Record,
    /// It does not arise in this case.
    NotSo,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Known {
    /// Nothing yet, or explicitly "not known yet".
    Nothing,
    /// It does not arise: not yes, not any option, not above or below any bound. Never the same as nothing yet.
    NotSo,
    /// Looked away from: not even whether it is recorded is known.
    Withheld,
    YesNo(bool),
    /// The chosen option of a decision.
    Option(String),
    /// What a scale can still come out as; `None` in it stands for none of its levels.
    Possible(Vec<Option<String>>),
    /// An answer that is not a yes or no.
    Answer(Answer),
}

/// What an answer says; none, and "not known yet", say nothing.
impl From<Option<Answer>> for Known {
    fn from(answer: Option<Answer>) -> Self {
        match answer {
            None | Some(Answer::Unknown) => Self::Nothing,
            Some(Answer::YesNo(value)) => Self::YesNo(value),
            Some(answer) => Self::Answer(answer),
        }
    }
}

/// Where conditions find what is known.
pub trait Facts {
    fn known(&self, subject: &Subject) -> Known;

    /// Whether a condition holds for one or every row of a list; not known where nobody knows of rows.
    fn each_row(&self, each: &EachRow) -> Verdict {
        Verdict { value: None, because: Vec::new(), missing: vec![Subject::Rows(each.list.clone())] }
    }
}

impl From<Subject> for Atom {
    /// Something recorded.
    fn from(about: Subject) -> Self {
        Self { about, is: Is::Record }
    }
}

impl Atom {
    /// Something that does not arise.
    pub fn not_so(about: Subject) -> Self {
        Self { about, is: Is::NotSo }
    }

    fn of(about: &Subject, known: &Known) -> Self {
        Self { about: about.clone(), is: if *known == Known::NotSo { Is::NotSo } else { Is::Record } }
    }
}

impl Verdict {
    fn of(value: Option<bool>, about: &Subject, known: &Known) -> Self {
        match value {
            Some(_) => Self { value, because: vec![Atom::of(about, known)], missing: vec![] },
            None => Self { value, because: vec![], missing: vec![about.clone()] },
        }
    }

    /// What decided it, whether it is recorded or does not arise.
    pub fn decided_by(&self) -> impl DoubleEndedIterator<Item = &Subject> {
        self.because.iter().map(|atom| &atom.about)
    }

    /// Whether it was decided, and by nothing but what does not arise: no record speaks for it.
    pub fn is_by_elimination(&self) -> bool {
        !self.because.is_empty() && self.because.iter().all(|atom| atom.is == Is::NotSo)
    }

    /// As it is where something must not hold by elimination: a yes that no record speaks for is a no.
    pub fn on_record(self) -> Self {
        if self.value == Some(true) && self.is_by_elimination() { Self { value: Some(false), ..self } } else { self }
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

fn merge<T: PartialEq>(into: &mut Vec<T>, from: Vec<T>) {
    for one in from {
        if !into.contains(&one) {
            into.push(one);
        }
    }
}

/// Works out a condition on what is known.
pub fn evaluate(expr: &Expr, facts: &impl Facts) -> Verdict {
    match expr {
        Expr::Constant(value) => Verdict::constant(*value),
        Expr::Holds(subject) => {
            let known = facts.known(subject);
            Verdict::of(as_yes_no(&known), subject, &known)
        }
        Expr::Has(id) => has(Subject::Answer(id.clone()), facts),
        Expr::HasOfRow(of) => has(Subject::Row(of.clone()), facts),
        Expr::EachRow(each) => facts.each_row(each),
        Expr::Possible(inner) => {
            let verdict = evaluate(inner, facts);
            // It rests on what is known of it: on what made it impossible, or on what decided it.
            Verdict { value: Some(verdict.value != Some(false)), because: verdict.because, missing: Vec::new() }
        }
        Expr::Not(inner) => evaluate(inner, facts).negated(),
        Expr::And(left, right) => evaluate(left, facts).and(evaluate(right, facts)),
        Expr::Or(left, right) => evaluate(left, facts).or(evaluate(right, facts)),
        Expr::Compare(subject, sign, literal) => {
            let known = facts.known(subject);
            Verdict::of(compare(&known, *sign, literal), subject, &known)
        }
        Expr::Against(left, sign, right) => against((left, &facts.known(left)), *sign, (right, &facts.known(right))),
        Expr::AnyOf(subject, literals) => {
            let known = facts.known(subject);
            let held = match &known {
                Known::Possible(outcomes) => among(outcomes, literals),
                Known::NotSo => Some(false),
                known => {
                    literals.iter().map(|literal| includes(known, literal)).reduce(|a, b| Some(a? || b?)).flatten()
                }
            };
            Verdict::of(held, subject, &known)
        }
    }
}

fn has(subject: Subject, facts: &impl Facts) -> Verdict {
    let known = facts.known(&subject);
    let is_recorded = (known != Known::Withheld).then_some(!matches!(known, Known::Nothing | Known::NotSo));
    Verdict::of(is_recorded, &subject, &known)
}

fn as_yes_no(known: &Known) -> Option<bool> {
    match known {
        Known::YesNo(value) | Known::Answer(Answer::YesNo(value)) => Some(*value),
        Known::NotSo => Some(false),
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
        (Known::Nothing | Known::Withheld, _) => None,
        (Known::NotSo, _) => Some(sign == Comparison::NotEqual),
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
    let both = || vec![Atom::of(left, one), Atom::of(right, other)];
    let missing: Vec<_> = [(left, one), (right, other)]
        .into_iter()
        .filter(|(_, known)| matches!(known, Known::Nothing | Known::Withheld))
        .map(|(subject, _)| subject.clone())
        .collect();
    if !missing.is_empty() {
        return Verdict { value: None, because: Vec::new(), missing };
    }
    let value = match (one, other) {
        (Known::NotSo, _) | (_, Known::NotSo) => Some(sign == Comparison::NotEqual),
        (Known::Answer(Answer::Number(one)), Known::Answer(Answer::Number(other))) => {
            ranges(one.bounds(), other.bounds(), sign)
        }
        (Known::Answer(Answer::Money(one)), Known::Answer(Answer::Money(other))) => {
            (one.currency() == other.currency()).then(|| ranges(one.bounds(), other.bounds(), sign)).flatten()
        }
        (Known::Answer(Answer::When(one)), Known::Answer(Answer::When(other))) => {
            ranges(one.reach(), other.reach(), sign)
        }
        (Known::Answer(Answer::Duration(one)), Known::Answer(Answer::Duration(other))) => {
            Some(sign.accepts(one.cmp(other)))
        }
        _ => None,
    };
    match value {
        Some(_) => Verdict { value, because: both(), missing: Vec::new() },
        None => Verdict { value, because: Vec::new(), missing: vec![left.clone(), right.clone()] },
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
