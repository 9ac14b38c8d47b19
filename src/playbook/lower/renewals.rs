//! What is asked again once something else has changed.

use super::Lowering;
use crate::base::ItemId;
use crate::playbook::condition::Known;
use crate::playbook::item::Item;
use crate::playbook::model::Renewals;
use crate::playbook::problem::Code;
use crate::playbook::raw::Line;
use std::sync::Arc;

impl Lowering<'_> {
    /// The items by whose change this one is asked again.
    pub(super) fn renewed_by(&mut self, id: &Line, lines: &[Line]) -> Vec<ItemId> {
        let suits =
            |known: &Known| matches!(known, Known::Question { .. } | Known::Decision(_) | Known::Task);
        let mut found = Vec::new();
        for line in lines {
            if line.text == id.text {
                let message = format!("`{}` cannot be asked again by its own answer.", id.text);
                self.problem(Code::UnsuitableItem, line.span, message);
                continue;
            }
            found.push(self.reference(line, "a question, a decision or a task", suits));
        }
        found
    }
}

/// The same from the other side: for each item, those that its change sets aside.
pub(super) fn renewals(items: &[Item]) -> Arc<Renewals> {
    let mut renewals = Renewals::new();
    for item in items {
        for source in &item.renewed_by {
            renewals.entry(source.clone()).or_default().push(item.id.clone());
        }
    }
    Arc::new(renewals)
}
