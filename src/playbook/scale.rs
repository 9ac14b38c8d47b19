//! Scales: levels that follow from answers, element by element; the highest that is met counts.
//!
//! Where no level is met although everything is known, the playbook declares a gap: the sentence to show, the levels it
//! lies between, and a suggestion. People decide there. A scale without levels is one that the policy leaves to judges.

use super::condition::Condition;
use super::rule::Arm;
use crate::base::{ClauseId, ItemId};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Scale {
    pub id: ItemId,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub levels: Vec<Level>,
    pub gaps: Vec<Gap>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<ItemId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub judged_from: Vec<ItemId>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// One level: any one of `any`, and all of `all`, unless one of `unless`.
#[derive(Clone, Debug, Serialize)]
pub struct Level {
    pub id: ItemId,
    pub title: String,
    pub any: Vec<Arm>,
    pub all: Vec<Arm>,
    pub unless: Vec<Arm>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// A case that the policy puts into no level.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    #[serde(rename = "if")]
    pub condition: Condition,
    pub say: String,
    pub between: Vec<ItemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggest: Option<ItemId>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

impl Scale {
    pub fn level(&self, id: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.id.as_str() == id)
    }

    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let arms = self.levels.iter().flat_map(|level| level.any.iter().chain(&level.all).chain(&level.unless));
        let gaps = self.gaps.iter().map(|gap| &gap.condition);
        self.when.iter().chain(arms.map(|arm| &arm.condition)).chain(gaps)
    }
}
