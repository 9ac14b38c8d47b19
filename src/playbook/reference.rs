//! What surrounds the items: roles, stopwatches, definitions, references, help, silences, readiness.

use super::condition::Condition;
use crate::base::{ChannelKind, ClauseId, ItemId};
use chrono::NaiveDate;
use serde::Serialize;

/// Who: a post, an office, an outside body. Persons come from the contact list or are filled in for the case.
#[derive(Clone, Debug, Serialize)]
pub struct Role {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// As the policy names it.
    pub title: String,
    /// What it does under this policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Channels printed in the policy; empty is shown as "not in the policy: fill in".
    pub channels: Vec<Channel>,
    /// The person that the policy itself prints, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed_person: Option<String>,
    /// The question whose answer says who holds it in this case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_by: Option<ItemId>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// One way to reach somebody.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Channel {
    /// The kind of number or address.
    pub kind: ChannelKind,
    /// The number or address.
    pub value: String,
}

/// A stopwatch on the policy's word.
#[derive(Clone, Debug, Serialize)]
pub struct Clock {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// What it times.
    pub title: String,
    /// The policy's word, such as "immediately".
    pub word: String,
    /// Starts when this item has a record (its event time; the value itself where the item asks for a time); `None` is the opening of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<ItemId>,
    /// Runs only if.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Stops when this holds; `None` never stops before closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Condition>,
    /// Where a number of hours comes from, if there is one.
    #[serde(flatten)]
    pub limit: Option<Limit>,
    /// What suspends it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// A ground on which the policy lets a stopwatch rest.
#[derive(Clone, Debug, Serialize)]
pub struct Pause {
    /// Suspended while this holds.
    #[serde(rename = "if")]
    pub condition: Condition,
    /// The ground in words.
    pub say: String,
    /// Clauses that give it.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// A number of hours and who gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Limit {
    /// Hours from the start.
    #[serde(rename = "limit_hours")]
    pub hours: u32,
    /// Who gives the number.
    pub basis: Basis,
}

/// Who gives a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The policy text.
    Policy,
    /// A law that the playbook cites.
    Law,
    /// The organisation's own target, not in the policy.
    Local,
}

impl Basis {
    /// As written in a playbook and in `status --json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Law => "law",
            Self::Local => "local",
        }
    }
}

/// A word that the policy defines, shown where it is used.
#[derive(Clone, Debug, Serialize)]
pub struct Definition {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// The word.
    pub term: String,
    /// What it means here.
    pub text: String,
    /// Items that show it.
    pub used_by: Vec<ItemId>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Another document, plan or office that the policy points to.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub text: String,
    /// Items that show it.
    pub used_by: Vec<ItemId>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Help for a situation.
#[derive(Clone, Debug, Serialize)]
pub struct Faq {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// The situation as a question.
    pub ask: String,
    /// What the policy says to it.
    pub text: String,
    /// Shown when; `None` is always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Items that show it.
    pub used_by: Vec<ItemId>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Something that the policy does not say. Shown, never filled.
#[derive(Clone, Debug, Serialize)]
pub struct Silence {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// What it is about.
    pub topic: String,
    /// "This policy does not say ..."
    pub say: String,
    /// Roles that should decide.
    pub decide_by: Vec<ItemId>,
    /// A suggestion, marked as such.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// Whether a decision on it belongs on the agenda; otherwise it is only shown.
    pub ask: bool,
    /// Matters only if.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Items that show it.
    pub used_by: Vec<ItemId>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Something that must be in order before an incident.
#[derive(Clone, Debug, Serialize)]
pub struct Readiness {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// What must be in order.
    pub title: String,
    /// When it is due, if the policy dates it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// Clauses.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}
