//! What is asked again once something else has changed.

use super::Lowering;
use crate::base::ItemId;
use crate::playbook::condition::Known;
use crate::playbook::item::{Body, Item};
use crate::playbook::model::{Renewals, Resting};
use crate::source::value::Line;
use crate::source::{Code, Problem};
use std::sync::Arc;

impl Lowering<'_> {
    /// The items by whose change this one is asked again.
    pub(super) fn renewed_by(&mut self, id: &Line, lines: &[Line]) -> Vec<ItemId> {
        let suits = |known: &Known| matches!(known, Known::Question { .. } | Known::Decision(_) | Known::Task);
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

    /// The options of a decision that stand although something has changed.
    pub(super) fn standing(&mut self, lines: &[Line], offered: &[&str]) -> Vec<ItemId> {
        for line in lines.iter().filter(|line| !offered.contains(&line.text.as_str())) {
            let message = format!("`{}` is not an option of this decision.", line.text);
            let problem = Problem::new(Code::UnknownOption, line.span, message);
            self.problems.add_similar(problem, &line.text, offered.iter().copied());
        }
        lines.iter().map(super::resolve::id).collect()
    }
}

/// The same from the other side: for each item, those that its change sets aside.
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
