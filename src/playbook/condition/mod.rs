//! Conditions: a documented subset of CEL's syntax, three-valued when evaluated, typed against the playbook when loaded.
//!
//! ```text
//! multiple_individuals                     a yes/no question
//! !recalled || recipient_agrees            not, or, and (&&), brackets
//! source == "staff"                        a one_of question
//! "health" in data_types                   a many_of question; also: source in ["staff", "parent"]
//! affected > 100                           a number; < <= >= == != too
//! notice_cost > usd(100_000)               money in a currency
//! residents > affected                     two numbers, two amounts of one currency or two durations; known only where it holds for all
//!                                          that both can be
//! outage >= hours(4)                       a duration: minutes, hours, days
//! rule.x   task.x   call.x   silence.x     a rule is met, a task is done, a call reached somebody, a silence is decided
//! decision.escalate == "escalate"          what was decided
//! scale.impact in ["major", "moderate"]    the level of a scale; known as soon as every level still possible is in the list
//! gap.impact   split.escalate              a scale leaves it to people; the seats of a decision disagree
//! clock.x.late                             a clock has run out, or was stopped late
//! possible(rule.x && !a)                    it holds, or what is missing may still make it hold
//! has(discovered_at)                       the question has a known answer
//! any(vendor_says == "maybe")              it holds for one row of the list for which the question is asked; all(...)
//! rows(vendors) > 1                        how many rows a list has
//! row.vendor_says == "maybe"               in an item that is settled for each row: the same row's answer, deed or cell
//! ```

mod against;
pub mod ast;
mod check;
pub mod fault;
mod known;
mod lex;
mod literal;
pub mod names;
mod parse;
pub mod row_names;
mod rows;
mod scope;
mod tree;

pub use ast::{Comparison, Condition, EachRow, Expr, Literal, OfRow, Quantifier, Subject};
pub use fault::Fault;
pub use known::Known;
pub use names::Names;

impl Condition {
    /// Reads a condition and checks it against the names of a playbook. Every fault is returned; a condition that only
    /// deserves a second look ([`crate::source::Severity::Warning`]) is returned with its faults by [`read`].
    pub fn parse(text: &str, names: &Names) -> Result<Self, Vec<Fault>> {
        match read(text, names) {
            (Some(condition), faults) if faults.iter().all(Fault::is_warning) => Ok(condition),
            (_, faults) => Err(faults),
        }
    }
}

/// Reads a condition; what can be understood of it, and everything that is wrong with it.
pub fn read(text: &str, names: &Names) -> (Option<Condition>, Vec<Fault>) {
    read_for_each(text, names, None)
}

/// The same for a condition that is asked of each row of a list by itself, if one is given.
pub fn read_for_each(text: &str, names: &Names, list: Option<&str>) -> (Option<Condition>, Vec<Fault>) {
    match parse::parse(text) {
        Err(fault) => (None, vec![fault]),
        Ok(node) => {
            let (root, faults) = check::check(&node, names, list);
            (Some(Condition { text: text.to_owned(), root }), faults)
        }
    }
}
