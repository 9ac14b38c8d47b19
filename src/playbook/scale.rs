//! Scales: levels that follow from answers, element by element; the highest that is met counts.
//!
//! Where no level is met although everything is known, the playbook declares a gap: the sentence to show, the levels it
//! lies between, and a suggestion. People decide there. A scale without levels is one that the policy leaves to judges.

use super::condition::Condition;
use super::rule::Arm;
use crate::base::{ClauseId, ItemId};
use serde::Serialize;

/// A scale, highest level first.
#[derive(Clone, Debug, Serialize)]
pub struct Scale {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// Title.
    pub title: String,
    /// One sentence about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Applies only if.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The levels, highest first; none where people judge without a scale.
    pub levels: Vec<Level>,
    /// What lies between the levels.
    pub gaps: Vec<Gap>,
    /// The decision by which people settle a gap; its options are named like the levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<ItemId>,
    /// The questions in which people judge, where there are no levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub judged_from: Vec<ItemId>,
    /// Clauses behind the scale itself.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// One level: any one of `any`, and all of `all`, unless one of `unless`.
#[derive(Clone, Debug, Serialize)]
pub struct Level {
    /// Identifier, unique in the scale.
    pub id: ItemId,
    /// Title.
    pub title: String,
    /// Any one of these, if there are any ...
    pub any: Vec<Arm>,
    /// ... and all of these, if there are any ...
    pub all: Vec<Arm>,
    /// ... unless one of these holds.
    pub unless: Vec<Arm>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// A case that the policy puts into no level.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    /// Lies here when.
    #[serde(rename = "if")]
    pub condition: Condition,
    /// The sentence to show.
    pub say: String,
    /// The levels between which it lies.
    pub between: Vec<ItemId>,
    /// The level that the playbook suggests; people decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggest: Option<ItemId>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

impl Scale {
    /// A level by its identifier.
    pub fn level(&self, id: &str) -> Option<usize> {
        self.levels.iter().position(|level| level.id.as_str() == id)
    }

    /// Every condition of the scale, of the levels and of the gaps.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let arms = self.levels.iter().flat_map(|level| level.any.iter().chain(&level.all).chain(&level.unless));
        let gaps = self.gaps.iter().map(|gap| &gap.condition);
        self.when.iter().chain(arms.map(|arm| &arm.condition)).chain(gaps)
    }
}
