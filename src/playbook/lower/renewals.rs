//! For each item, those that its change sets aside.

use crate::playbook::item::{Body, Item};
use crate::playbook::model::{Renewals, Resting};
use std::sync::Arc;

pub(super) fn renewals(items: &[Item]) -> Arc<Renewals> {
    let mut renewals = Renewals::new();
    for item in items {
        for source in &item.renewed_by {
            let stands = match &item.body {
                Body::Decision(decision) => decision.stands.clone(),
                _ => Vec::new(),
            };
            renewals.entry(source.clone()).or_default().push(Resting { item: item.id.clone(), stands });
        }
    }
    Arc::new(renewals)
}
