//! The twelve facts that everybody asks for, whatever a policy calls them: an authority, an insurer, whoever takes over.

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
