//! The tree of a condition, after names were resolved and types were checked.

use crate::base::{ItemId, Money};
use std::cmp::Ordering;

/// A checked condition, with its text as the author wrote it.
#[derive(Clone, Debug)]
pub struct Condition {
    pub text: String,
    pub root: Expr,
}

/// A node. Names are resolved; types fit.
#[derive(Clone, PartialEq, Debug)]
pub enum Expr {
    Constant(bool),
    /// A subject that is itself yes or no: a yes/no question, a rule, a task, a call, a silence, a gap, a split.
    Holds(Subject),
    /// `has(question)`: an answer other than "not known yet" is recorded; `has(register)`: it has an entry. Never unknown itself.
    Has(ItemId),
    /// `possible(a)`: the condition holds, or may still come to hold. Never unknown itself.
    Possible(Box<Expr>),
    /// `!a`
    Not(Box<Expr>),
    /// `a && b`
    And(Box<Expr>, Box<Expr>),
    /// `a || b`
    Or(Box<Expr>, Box<Expr>),
    /// `subject op literal`; written the other way round, it is turned when read.
    Compare(Subject, Comparison, Literal),
    /// `subject op subject`: two values of one type. Known only where all that both can be gives the same.
    Against(Subject, Comparison, Subject),
    /// `"option" in many_of` or `one_of in ["a", "b"]`: true if any literal is among the subject's choices.
    AnyOf(Subject, Vec<Literal>),
    /// `has(row.x)`: the row has a known answer, or its cell says something. Never unknown itself.
    HasOfRow(OfRow),
    /// `any(a)`, `all(a)`
    EachRow(EachRow),
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    Answer(ItemId),
    Rule(ItemId),
    /// Whether a task is done (no: recorded as not applicable or not necessary; unknown: still open).
    Task(ItemId),
    /// What was decided (unknown until it is).
    Decision(ItemId),
    /// Whether a call reached somebody (unknown until it did).
    Call(ItemId),
    /// Whether people decided a silence (unknown until they did).
    Silence(ItemId),
    /// The level of a scale (unknown while several are possible).
    Scale(ItemId),
    /// Whether a case lies in a gap of a scale, so that people decide.
    Gap(ItemId),
    /// Whether every seat of a decision has recorded and they do not agree.
    Split(ItemId),
    /// How many rows a list has (unknown until its rows are known).
    Rows(ItemId),
    /// Something of the row that is looked at.
    Row(OfRow),
    /// Whether a clock has run out, or was stopped late (unknown until it is known whether and since when it runs).
    Late(ItemId),
}

impl Subject {
    /// Of one row: the same of all rows together.
    #[must_use]
    pub fn of_all_rows(&self) -> Self {
        match self {
            Self::Row(OfRow::Answer(id)) => Self::Answer(id.clone()),
            Self::Row(OfRow::Task(id)) => Self::Task(id.clone()),
            Self::Row(OfRow::Call(id)) => Self::Call(id.clone()),
            Self::Row(OfRow::Cell { list, .. }) => Self::Rows(list.clone()),
            other => other.clone(),
        }
    }

    /// The item, rule or silence that it names.
    pub fn id(&self) -> &ItemId {
        match self {
            Self::Answer(id)
            | Self::Rule(id)
            | Self::Task(id)
            | Self::Decision(id)
            | Self::Call(id)
            | Self::Silence(id)
            | Self::Scale(id)
            | Self::Gap(id)
            | Self::Split(id)
            | Self::Rows(id)
            | Self::Late(id) => id,
            Self::Row(of) => of.id(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Comparison {
    /// Whether it holds of two values that lie to each other like this.
    pub fn accepts(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::AtMost => order.is_le(),
            Self::More => order.is_gt(),
            Self::AtLeast => order.is_ge(),
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Literal {
    YesNo(bool),
    Option(String),
    /// `100_000`
    Number(u64),
    /// `usd(100_000)`
    Money(Money),
    /// `hours(4)`, in seconds
    Duration(u64),
}

impl Expr {
    /// Every subject that the condition looks at, each once, in the order of the text.
    pub fn subjects(&self) -> Vec<Subject> {
        let mut found = Vec::new();
        self.collect(true, &mut found);
        found
    }

    /// The same, without what is asked within `any` and `all`.
    fn subjects_outside(&self) -> Vec<Subject> {
        let mut found = Vec::new();
        self.collect(false, &mut found);
        found
    }

    fn collect(&self, inside: bool, found: &mut Vec<Subject>) {
        let mut add = |subject: &Subject| {
            if !found.contains(subject) {
                found.push(subject.clone());
            }
        };
        match self {
            Self::Constant(_) => {}
            Self::Holds(subject) | Self::Compare(subject, ..) | Self::AnyOf(subject, _) => add(subject),
            Self::Against(left, _, right) => {
                add(left);
                add(right);
            }
            Self::Has(id) => add(&Subject::Answer(id.clone())),
            Self::HasOfRow(of) => add(&Subject::Row(of.clone())),
            Self::EachRow(each) => {
                add(&Subject::Rows(each.list.clone()));
                if inside {
                    each.inner.collect(inside, found);
                }
            }
            Self::Not(inner) | Self::Possible(inner) => inner.collect(inside, found),
            Self::And(left, right) | Self::Or(left, right) => {
                left.collect(inside, found);
                right.collect(inside, found);
            }
        }
    }
}

/// Something of one row: of the row for which an item is settled (`row.x`), or of each in turn (`any`, `all`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum OfRow {
    /// What was answered for it.
    Answer(ItemId),
    /// Whether the task was done for it.
    Task(ItemId),
    /// Whether somebody was reached for it.
    Call(ItemId),
    /// What stands in a column of it.
    Cell { list: ItemId, column: ItemId },
}

impl OfRow {
    /// The item that it names; of a cell, the list.
    pub fn id(&self) -> &ItemId {
        match self {
            Self::Answer(id) | Self::Task(id) | Self::Call(id) | Self::Cell { list: id, .. } => id,
        }
    }
}

/// `any(a)`, `all(a)`: whether a condition holds for one row of a list, or for every one.
#[derive(Clone, PartialEq, Debug)]
pub struct EachRow {
    pub list: ItemId,
    pub quantifier: Quantifier,
    /// It holds no [`EachRow`] itself.
    pub inner: Box<Expr>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quantifier {
    Any,
    All,
}

impl Expr {
    /// What the condition asks of one row by itself, outside `any` and `all`.
    pub fn of_row(&self) -> Vec<OfRow> {
        let own = |subject: Subject| match subject {
            Subject::Row(of) => Some(of),
            _ => None,
        };
        self.subjects_outside().into_iter().filter_map(own).collect()
    }
}
