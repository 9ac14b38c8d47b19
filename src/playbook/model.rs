//! A playbook once it is loaded: one document's clauses, and the items that do their work, in walking order.
//!
//! Everything is owned and free of problems: identifiers resolve, conditions are typed, texts are inert.

use super::condition::Condition;
use super::counts::Counts;
use super::facts::Facts;
use super::item::{Hold, Item};
use super::letter::Letters;
use super::reference::{Clock, Definition, Faq, Readiness, Reference, Role, Silence};
use super::rule::Rule;
use super::scale::Scale;
use crate::base::written::words;
use crate::base::{ClauseId, ItemId};
use chrono::NaiveDate;
use serde::Serialize;

/// One policy as a program can walk it. Rules of two policies never mix.
#[derive(Clone, Debug)]
pub struct Playbook {
    pub id: ItemId,
    pub title: String,
    pub kind: Kind,
    pub review: Option<ItemId>,
    pub source: Source,
    pub jurisdiction: String,
    pub counts: Option<Counts>,
    pub facts: Facts,
    /// SHA-256 of its text, as 64 lower-case hex digits.
    pub digest: String,
    /// Every actionable clause, in the order of the source.
    pub clauses: Vec<Clause>,
    pub phases: Vec<Phase>,
    /// Questions, tasks, prohibitions, decisions, calls, documents and registers, in walking order.
    pub items: Vec<Item>,
    /// The lists that every case has and that no register of the playbook adopts: never due, and nothing hangs on them.
    pub also_kept: Vec<Item>,
    pub rules: Vec<Rule>,
    pub scales: Vec<Scale>,
    pub roles: Vec<Role>,
    pub clocks: Vec<Clock>,
    pub definitions: Vec<Definition>,
    pub references: Vec<Reference>,
    pub faqs: Vec<Faq>,
    pub silences: Vec<Silence>,
    pub readiness: Vec<Readiness>,
    /// The texts of its documents; empty where nobody looked for them.
    pub letters: Letters,
    pub(super) index: super::lookup::Index,
}

words! {
    pub enum Kind {
        /// Walked on the night.
        Response = "response",
        /// Walked at a review, before anything happens.
        Readiness = "readiness",
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct Source {
    pub title: String,
    pub organisation: String,
    pub version: Option<String>,
    pub dated: Option<NaiveDate>,
    pub review_by: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct Clause {
    pub id: ClauseId,
    pub at: String,
    pub text: String,
}

/// A step. Steps with the same `beside` group run side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Phase {
    pub id: ItemId,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub holds: Vec<Hold>,
}

impl Clause {
    /// The passage that it stands in: what stands at the opening of a passage is cited by the passage.
    pub fn passage(&self) -> &str {
        self.at.trim_end_matches(", opening")
    }
}
