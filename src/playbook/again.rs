//! What brings a record back: the lines of an item under the key `again`.

use super::condition::{Condition, Subject};
use super::reference::Basis;
use crate::base::{ItemId, Length};
use serde::{Serialize, Serializer};
use std::ops::Not;

/// Most lines of one item.
pub const MOST_LINES: usize = 8;
/// Most names of one line.
pub const MOST_NAMES: usize = 20;

/// A line: what was recorded counts until it fires. Exactly one of `on`, `within` and `condition` is its trigger; a condition
/// beside another trigger only limits it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Again {
    /// The things that have to say what they said; empty where this is not the trigger.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on: Vec<Named>,
    #[serde(rename = "if", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "length")]
    pub within: Option<Length>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Whether the record counts no more once it fires; else it counts on and is marked.
    #[serde(skip_serializing_if = "Not::not")]
    pub hard: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub say: Option<String>,
}

/// What a line can name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Named {
    /// A question, decision, task, call, silence, rule or scale.
    Subject(Subject),
    /// The rows and totals of a register.
    Register(ItemId),
    /// The contents of a document.
    Document(ItemId),
}

impl Named {
    pub fn id(&self) -> &ItemId {
        match self {
            Self::Subject(subject) => subject.id(),
            Self::Register(id) | Self::Document(id) => id,
        }
    }

    /// Whether it follows from records, and is none itself.
    pub fn is_verdict(&self) -> bool {
        matches!(self, Self::Subject(subject) if is_verdict(subject))
    }
}

/// Whether a subject follows from records, and is none itself.
pub fn is_verdict(subject: &Subject) -> bool {
    matches!(subject, Subject::Rule(_) | Subject::Scale(_) | Subject::Gap(_) | Subject::Late(_))
}

/// As an author writes it.
impl Serialize for Named {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(out)
    }
}

impl Named {
    /// `affected`, `rule.sign_seen`.
    pub fn written(&self) -> String {
        let prefix = match self {
            Self::Subject(Subject::Rule(_)) => "rule.",
            Self::Subject(Subject::Scale(_)) => "scale.",
            Self::Subject(Subject::Gap(_)) => "gap.",
            Self::Subject(Subject::Split(_)) => "split.",
            _ => "",
        };
        format!("{prefix}{}", self.id())
    }
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde passes the field")]
fn length<S: Serializer>(length: &Option<Length>, out: S) -> Result<S::Ok, S::Error> {
    length.map(|length| length.to_string()).serialize(out)
}
