//! The twelve facts that everybody asks for: known, or what is missing, or that this policy does not ask.

use crate::base::ClauseId;
use crate::base::written::object;
use crate::judge::{Standing, View};
use crate::playbook::Item;
use crate::playbook::facts::FactName;
use std::collections::BTreeMap;

/// Facts by their names.
pub type Facts<'a> = BTreeMap<&'static str, Fact<'a>>;

pub(super) fn facts<'a>(of: &View<'a>) -> Facts<'a> {
    FactName::ALL.into_iter().map(|fact| (fact.word(), Fact::of(of, item(of, fact)))).collect()
}

fn item<'a>(of: &View<'a>, fact: FactName) -> Option<&'a Item> {
    of.playbook.fact(fact).and_then(|id| of.playbook.item(id.as_str()))
}

object! {
    Fact<'a>(of: &View<'a>, item: Option<&'a Item>) {
        let status = item.and_then(|item| of.status(item));
        let value = status.and_then(|status| status.value.clone()).filter(|_| {
            status.is_some_and(|status| !status.standing.is_outside() && status.standing != Standing::Conflict)
        });
        let known = value.is_some() && status.is_some_and(|status| status.standing != Standing::NotKnown);
        let entries = status.map(|status| status.entry.into_iter().chain(status.conflict.iter().copied()).collect());
        let entries: Vec<usize> = entries.unwrap_or_default();
    } => {
        /// Whether the playbook asks it.
        asked: bool = item.is_some(),
        known: bool = known,
        #[serde(skip_serializing_if = "Option::is_none")]
        value: Option<String> = value.filter(|_| known),
        /// What is missing, where it is not known.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<&'a str> = item.filter(|_| !known).map(|item| item.title.as_str()),
        entries: Vec<String> = entries.iter().map(|at| of.state.name(*at)).collect(),
        clauses: &'a [ClauseId] = item.map(|item| item.cite.as_slice()).unwrap_or_default(),
    }
}
