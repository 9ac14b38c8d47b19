//! The items of a walk: what is asked, done, not done, decided, told, written.

use super::again::Again;
use super::condition::Condition;
use super::question::{AnswerType, OptionText, Question};
use super::reference::Basis;
use super::register::{Register, RegisterKind};
use super::strength::Strength;
use crate::base::text::counted;
use crate::base::written::words;
use crate::base::{ClauseId, ItemId};
use serde::Serialize;
use std::ops::Not;

/// What makes a step or an item wait while it holds.
#[derive(Clone, Debug, Serialize)]
pub struct Hold {
    #[serde(rename = "if")]
    pub condition: Condition,
    pub say: String,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

#[derive(Clone, Debug)]
pub struct Item {
    pub id: ItemId,
    /// Index into [`Playbook::phases`](super::model::Playbook::phases).
    pub phase: usize,
    pub title: String,
    pub detail: Option<String>,
    pub why: Option<String>,
    pub verb: Strength,
    pub cite: Vec<ClauseId>,
    pub when: Option<Condition>,
    /// What makes it wait although it applies; the first that holds speaks.
    pub holds: Vec<Hold>,
    /// What brings back what was recorded here, the lines of older keys among them.
    pub again: Vec<Again>,
    /// The older key, as it was written.
    pub renewed_by: Vec<ItemId>,
    pub body: Body,
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Body {
    Question(Question),
    Task(Task),
    Prohibition(Prohibition),
    Decision(Decision),
    Call(Call),
    Document(Document),
    Register(Register),
}

impl Item {
    /// What a prohibition forbids, where its title says it: `Do not power off the affected systems`.
    pub fn forbids(&self) -> Option<&str> {
        self.title.trim_end_matches('.').strip_prefix("Do not ")
    }
}

impl Body {
    /// The question or register for every row of which it has to be settled.
    pub fn for_each(&self) -> Option<&ItemId> {
        match self {
            Self::Question(question) => question.for_each.as_ref(),
            Self::Task(task) => task.for_each.as_ref(),
            Self::Call(call) => call.for_each.as_ref(),
            _ => None,
        }
    }

    /// What has to hold before it can be recorded as done.
    pub fn after(&self) -> Option<&After> {
        match self {
            Self::Task(task) => task.after.as_ref(),
            _ => None,
        }
    }

    /// The currency, where amounts of money are asked or kept.
    pub fn currency(&self) -> Option<[u8; 3]> {
        match self {
            Self::Question(question) if question.answer == AnswerType::Money => Some(question.currency),
            Self::Register(register) if register.kind == RegisterKind::Money => Some(register.currency),
            _ => None,
        }
    }

    /// What people call one of its kind.
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Call(_) => "call",
            Self::Prohibition(_) => "DO NOT",
            Self::Register(_) => "list",
            other => other.kind(),
        }
    }

    /// The kind's word, as in `status --json`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Question(_) => "question",
            Self::Task(_) => "task",
            Self::Prohibition(_) => "prohibition",
            Self::Decision(_) => "decision",
            Self::Call(_) => "contact",
            Self::Document(_) => "document",
            Self::Register(_) => "register",
        }
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct Task {
    pub record: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<ItemId>,
    /// Roles that do it together with the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<ItemId>,
    #[serde(skip_serializing_if = "Not::not")]
    pub continuous: bool,
    #[serde(flatten)]
    pub after: Option<After>,
    #[serde(flatten)]
    pub every: Option<Every>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_each: Option<ItemId>,
}

impl Task {
    /// Everybody who does it.
    pub fn roles(&self) -> impl Iterator<Item = &ItemId> {
        self.role.iter().chain(&self.with)
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct After {
    #[serde(rename = "after")]
    pub condition: Condition,
    #[serde(rename = "after_say")]
    pub say: String,
}

/// After how many months something is due again, and who gives the number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Every {
    #[serde(rename = "every_months")]
    pub months: u32,
    #[serde(rename = "every_basis")]
    pub basis: Basis,
}

impl Every {
    /// For people: `every 12 months (policy)`.
    pub fn words(self) -> String {
        format!("every {} ({})", counted(self.months as usize, "month", "months"), self.basis.word())
    }
}

/// Something not to do; shown first, until lifted.
#[derive(Clone, Debug, Serialize)]
pub struct Prohibition {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Condition>,
    pub lifted_by: String,
}

/// Something that named people decide.
#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    pub options: Vec<OptionText>,
    pub seats: Vec<ItemId>,
    /// Whether the policy says how many seats suffice; `None` shows "the policy states no quorum" when there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    pub reason_required: bool,
    pub adviser_required: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stands: Vec<ItemId>,
    #[serde(rename = "suggest")]
    pub suggestions: Vec<Suggestion>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Suggestion {
    #[serde(rename = "if")]
    pub condition: Condition,
    pub option: ItemId,
    pub say: String,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Somebody to tell, and who stands in when there is no answer.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    pub role: ItemId,
    pub alternates: Vec<ItemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_by: Option<ItemId>,
    pub order: u32,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_each: Option<ItemId>,
}

words! {
    pub enum Side {
        Internal = "internal",
        External = "external",
    }
}

/// A letter or report that the policy asks for.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    pub to: Vec<ItemId>,
    pub contents: Vec<Content>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub final_when: Option<Condition>,
    /// Who approves its text; empty where the policy names nobody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub approved_by: Vec<ItemId>,
    /// The method of the list of persons by which it goes to each of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<ItemId>,
    /// One text a state; the first that is known to hold is the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<TextOf>,
}

/// A text that a document has while a condition holds.
#[derive(Clone, Debug, Serialize)]
pub struct TextOf {
    pub id: ItemId,
    pub when: Condition,
}

#[derive(Clone, Debug, Serialize)]
pub struct Content {
    pub title: String,
    pub from: ItemId,
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}
