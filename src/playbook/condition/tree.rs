//! A condition as it was written, before names are resolved: what the parser hands to the type check.

use super::ast::Comparison;
use std::ops::Range;

#[derive(Clone, PartialEq, Debug)]
pub(super) struct Node {
    /// Bytes in the text of the condition.
    pub range: Range<usize>,
    pub kind: Kind,
}

#[derive(Clone, PartialEq, Debug)]
pub(super) enum Kind {
    YesNo(bool),
    /// `100_000`, still as text
    Number(String),
    Text(String),
    /// `id`, or `rule.id` with the word before the dot
    Name(Option<String>, String),
    /// `has(x)`, `usd(5)`, `hours(4)`
    Function(String, Box<Node>),
    /// `["a", "b"]`
    List(Vec<Node>),
    /// `!a`
    Not(Box<Node>),
    /// `a && b`
    And(Box<Node>, Box<Node>),
    /// `a || b`
    Or(Box<Node>, Box<Node>),
    /// `a == b`
    Compare(Box<Node>, Comparison, Box<Node>),
    /// `a in b`
    In(Box<Node>, Box<Node>),
}

impl Kind {
    /// Whether it names something that has a value, instead of being one.
    pub fn is_named(&self) -> bool {
        match self {
            Self::Name(..) => true,
            Self::Function(name, _) => name == "rows",
            _ => false,
        }
    }
}
