//! What surrounds the items: roles, clocks, definitions, references, help, silences, readiness.

use super::condition::Condition;
use crate::base::text::sentence;
use crate::base::written::words;
use crate::base::{ChannelKind, ClauseId, ItemId, Length};
use chrono::NaiveDate;
use serde::Serialize;

/// Who: a post, an office, an outside body. Persons come from the contact list or are filled in for the case.
#[derive(Clone, Debug, Serialize)]
pub struct Role {
    pub id: ItemId,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Channels printed in the policy; empty is shown as "not in the policy: fill in".
    pub channels: Vec<Channel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub printed_person: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_by: Option<ItemId>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Channel {
    pub kind: ChannelKind,
    pub value: String,
}

/// A clock on the policy's word.
#[derive(Clone, Debug, Serialize)]
pub struct Clock {
    pub id: ItemId,
    pub title: String,
    pub word: String,
    /// Starts when this item has a record (its event time; the value itself where the item asks for a time); `None` is the opening of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<ItemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Stops when this holds; `None` never stops before closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Condition>,
    #[serde(flatten)]
    pub limit: Option<Limit>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// A ground on which the policy lets a clock rest.
#[derive(Clone, Debug, Serialize)]
pub struct Pause {
    #[serde(rename = "if")]
    pub condition: Condition,
    pub say: String,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// A time limit, and who gives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Limit {
    #[serde(serialize_with = "as_text")]
    pub within: Length,
    /// The same, where it is a number of hours.
    #[serde(rename = "limit_hours", skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
    pub basis: Basis,
}

impl Limit {
    pub fn new(within: Length, basis: Basis) -> Self {
        let hours = match within {
            Length::Hours(hours) => Some(hours),
            _ => None,
        };
        Self { within, hours, basis }
    }
}

/// A length as it is written in a playbook.
pub fn as_text<S: serde::Serializer>(length: &Length, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(length)
}

words! {
    /// Who gives a number.
    pub enum Basis {
        Policy = "policy",
        Law = "law",
        /// The organisation's own target, not in the policy.
        Local = "local",
    }
}

/// A word that the policy defines, shown where it is used.
#[derive(Clone, Debug, Serialize)]
pub struct Definition {
    pub id: ItemId,
    pub term: String,
    pub text: String,
    pub used_by: Vec<ItemId>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Another document, plan or office that the policy points to.
#[derive(Clone, Debug, Serialize)]
pub struct Reference {
    pub id: ItemId,
    pub title: String,
    pub text: String,
    pub used_by: Vec<ItemId>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Faq {
    pub id: ItemId,
    pub ask: String,
    pub text: String,
    /// Shown when; `None` is always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub used_by: Vec<ItemId>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Something that the policy does not say. Shown, never filled.
#[derive(Clone, Debug, Serialize)]
pub struct Silence {
    pub id: ItemId,
    pub topic: String,
    pub say: String,
    pub decide_by: Vec<ItemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    pub ask: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    pub used_by: Vec<ItemId>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Something that must be in order before an incident.
#[derive(Clone, Debug, Serialize)]
pub struct Readiness {
    pub id: ItemId,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

impl Silence {
    /// What is left open, beside words that say already that the policy does not say it.
    pub fn left_open(&self) -> String {
        self.say.strip_prefix("This policy does not say ").map_or_else(|| self.say.clone(), sentence)
    }
}
