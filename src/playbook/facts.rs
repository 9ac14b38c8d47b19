//! The twelve facts that everybody asks for, whatever a policy calls them: an authority, an insurer, whoever takes over.

use super::model::Playbook;
use crate::base::ItemId;
use crate::base::written::words;
use serde::Serialize;
use std::collections::BTreeMap;

words! {
    pub enum FactName, title {
        Persons = "persons", "Persons affected";
        Residents = "residents", "Of them at home";
        Occurred = "occurred", "When it happened";
        Discovered = "discovered", "When it was discovered";
        Aware = "aware", "Aware since";
        Contained = "contained", "Contained";
        Description = "description", "What happened";
        DataKinds = "data_kinds", "Kinds of data";
        Measures = "measures", "What is done about it";
        Contact = "contact", "Whom to ask";
        Cause = "cause", "Cause";
        OthersTold = "others_told", "Others who were told";
    }
}

/// Which questions answer them.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Facts(pub BTreeMap<FactName, ItemId>);

impl Facts {
    pub fn get(&self, fact: FactName) -> Option<&ItemId> {
        self.0.get(&fact)
    }
}

impl Playbook {
    /// The question that answers a fact; `None` where the playbook does not ask it.
    pub fn fact(&self, fact: FactName) -> Option<&ItemId> {
        let counted = self.counts.as_ref().and_then(|counts| match fact {
            FactName::Persons => Some(&counts.persons),
            FactName::Residents => Some(&counts.residents),
            _ => None,
        });
        self.facts.get(fact).or(counted)
    }
}
