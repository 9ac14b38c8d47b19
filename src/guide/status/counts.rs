//! The two counts in the status: everybody affected, and those who live in the home jurisdiction.

use super::super::counts::{CountStatus, work_out};
use super::StatusOf;
use crate::base::Count;
use serde_json::{Value, json};

/// Null where the playbook names no counts.
pub(super) fn counts(of: &StatusOf<'_>) -> Value {
    let Some(status) = work_out(of.playbook, of.state, of.assessment) else { return Value::Null };
    let mut residents = one(&status.residents);
    // Rows of the list that may live there or elsewhere.
    residents["listed_unclear"] = json!(status.unclear);
    json!({
        "home": status.home,
        "persons": one(&status.persons),
        "residents": residents,
        "doubt": status.doubt(),
    })
}

fn one(count: &CountStatus) -> Value {
    json!({
        "question": count.question.as_str(),
        "value": count.value.map(Count::to_text),
        "state": count.state.word(),
        "basis": count.basis.word(),
        "listed": count.listed,
    })
}
