//! A playbook once it is loaded: one document's clauses, and the items that do their work, in walking order.
//!
//! Everything is owned and free of problems: identifiers resolve, conditions are typed, texts are inert.

use super::condition::Condition;
use super::counts::Counts;
use super::item::Item;
use super::reference::{Clock, Definition, Faq, Readiness, Reference, Role, Silence};
use super::rule::Rule;
use super::scale::Scale;
use crate::base::{ClauseId, ItemId};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// For each item whose change sets others aside: which those are.
pub type Renewals = BTreeMap<ItemId, Vec<Resting>>;

/// An item that is asked again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resting {
    /// The item.
    pub item: ItemId,
    /// For a decision: options that stand whatever changes, once one of them was chosen.
    pub stands: Vec<ItemId>,
}

/// One policy as a program can walk it. Rules of two policies never mix.
#[derive(Clone, Debug)]
pub struct Playbook {
    /// The id that `start` takes.
    pub id: ItemId,
    /// Title shown in lists.
    pub title: String,
    /// What it is for.
    pub kind: Kind,
    /// The readiness playbook whose latest review supplies answers to a new case.
    pub review: Option<ItemId>,
    /// Which document it follows.
    pub source: Source,
    /// Country or state whose words it uses, such as `AU`.
    pub jurisdiction: String,
    /// Which questions count everybody affected and those who live in the home jurisdiction.
    pub counts: Option<Counts>,
    /// SHA-256 of its text, as 64 lower-case hex digits.
    pub digest: String,
    /// Every actionable clause, in the order of the source.
    pub clauses: Vec<Clause>,
    /// Lanes, in order.
    pub phases: Vec<Phase>,
    /// Questions, tasks, prohibitions, decisions, calls, documents and registers, in walking order.
    pub items: Vec<Item>,
    /// Tests shown element by element.
    pub rules: Vec<Rule>,
    /// Levels that follow from answers.
    pub scales: Vec<Scale>,
    /// Who the policy names.
    pub roles: Vec<Role>,
    /// Stopwatches on the policy's words.
    pub clocks: Vec<Clock>,
    /// Words the policy defines.
    pub definitions: Vec<Definition>,
    /// Other documents and addresses it points to.
    pub references: Vec<Reference>,
    /// Help for particular situations.
    pub faqs: Vec<Faq>,
    /// What the policy does not say.
    pub silences: Vec<Silence>,
    /// What must be in order before an incident.
    pub readiness: Vec<Readiness>,
    /// What is asked again once something else has changed.
    pub renewals: Arc<Renewals>,
    /// Where each identifier stands.
    pub(super) index: super::lookup::Index,
}

/// What a playbook is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Walked on the night.
    Response,
    /// Walked at a review, before anything happens.
    Readiness,
}

impl Kind {
    /// As written in a playbook.
    pub fn word(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::Readiness => "readiness",
        }
    }
}

/// The document that the playbook follows.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// Title of the document.
    pub title: String,
    /// Whose document it is.
    pub organisation: String,
    /// Its version, where one is printed.
    pub version: Option<String>,
    /// Its date.
    pub dated: Option<NaiveDate>,
    /// When it was to be reviewed.
    pub review_by: Option<NaiveDate>,
}

/// One clause, in our words.
#[derive(Clone, Debug)]
pub struct Clause {
    /// As cited, such as `ESC-c1`.
    pub id: ClauseId,
    /// Its place in the original.
    pub at: String,
    /// What it says.
    pub text: String,
}

/// A lane. Lanes with the same `beside` group run side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Phase {
    /// Identifier.
    pub id: ItemId,
    /// Short title for the step list.
    pub title: String,
    /// One sentence about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Applies only if.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Clauses behind the lane itself.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
    /// Name of the group of lanes that are open at the same time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// What makes the lane wait while others go on.
    #[serde(flatten)]
    pub hold: Option<Hold>,
}

/// What makes a lane wait.
#[derive(Clone, Debug, Serialize)]
pub struct Hold {
    /// Waits while this holds.
    #[serde(rename = "held_when")]
    pub condition: Condition,
    /// The sentence that says for whom or what it waits.
    #[serde(rename = "held_say")]
    pub say: String,
    /// Clauses behind it.
    #[serde(rename = "held_clauses")]
    pub cite: Vec<ClauseId>,
}
