//! Conditions: a documented subset of CEL's syntax, three-valued when evaluated, typed against the playbook when loaded.
//!
//! ```text
//! multiple_individuals                     a yes/no question
//! !recalled || recipient_agrees            not, or, and (&&), brackets
//! source == "staff"                        a one_of question
//! "health" in data_types                   a many_of question; also: source in ["staff", "parent"]
//! affected > 100                           a number; < <= >= == != too
//! notice_cost > usd(100_000)               money in a currency
//! outage >= hours(4)                       a duration: minutes, hours, days
//! rule.x   task.x   call.x   silence.x     a rule is met, a task is done, a call reached somebody, a silence is decided
//! decision.escalate == "escalate"          what was decided
//! has(discovered_at)                       the question has a known answer
//! ```

pub mod ast;

pub use ast::{Comparison, Condition, Expr, Literal, Subject};
