//! Rules: tests whose elements are shown one by one, each with its clause.

use super::condition::Condition;
use super::strength::Strength;
use crate::base::written::words;
use crate::base::{ClauseId, ItemId};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub struct Rule {
    pub id: ItemId,
    pub title: String,
    pub effect: Effect,
    pub verb: Strength,
    pub say: String,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Of a rule that ends the case: the items, steps, clocks and silences that go on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keeps: Vec<ItemId>,
    pub any: Vec<Arm>,
    pub all: Vec<Arm>,
    pub unless: Vec<Arm>,
}

impl Rule {
    /// Every condition of the rule, its own and those of its elements.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let arms = self.any.iter().chain(&self.all).chain(&self.unless);
        self.when.iter().chain(arms.map(|arm| &arm.condition))
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct Arm {
    #[serde(rename = "if")]
    pub condition: Condition,
    pub title: String,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown_leans: Option<String>,
}

words! {
    /// What a rule does when it is met.
    pub enum Effect, label {
        Duty = "duty", "a duty follows";
        PermitsReplacement = "permits_replacement", "allows one thing instead of another";
        RequiresAddition = "requires_addition", "owes one thing on top of another";
        Opens = "opens", "opens a step";
        Suggests = "suggests", "supports a decision; people decide";
        Informs = "informs", "for information";
        /// While it is met, what has no record and is not kept does not apply.
        Ends = "ends", "ends the case, but for what is kept";
        /// Once it is met, the records that decided it are to be looked at again.
        Doubts = "doubts", "doubts what was recorded";
    }
}

impl Effect {
    /// Whether it relieves of something, or states something: that holds only where a record speaks for it, never because all that
    /// would speak against it does not arise.
    pub fn needs_record(self) -> bool {
        match self {
            Self::PermitsReplacement | Self::Suggests | Self::Informs | Self::Ends | Self::Doubts => true,
            Self::Duty | Self::RequiresAddition | Self::Opens => false,
        }
    }
}

impl Rule {
    /// What follows, where the title says that any yes is enough: `Any yes: it may be appropriate to notify the team`.
    pub fn then_of_any(&self) -> Option<&str> {
        self.title.strip_prefix("Any yes: ")
    }
}
