//! Help for situations in the status: what the policy says to a situation, and whether this case is in it.

use super::super::Knowledge;
use super::{StatusOf, clauses};
use crate::base::ItemId;
use serde_json::{Value, json};

pub(super) fn faqs(of: &StatusOf<'_>, knowledge: &Knowledge<'_>) -> Vec<Value> {
    let faqs = of.playbook.faqs.iter();
    faqs.map(|faq| {
        let state = match knowledge.holds(faq.when.as_ref()).value {
            Some(true) => "shown",
            Some(false) => "not-shown",
            None => "pending",
        };
        json!({
            "id": faq.id.as_str(),
            "ask": faq.ask,
            "text": faq.text,
            "state": state,
            "used_by": faq.used_by.iter().map(ItemId::as_str).collect::<Vec<_>>(),
            "clauses": clauses(&faq.cite),
        })
    })
    .collect()
}
