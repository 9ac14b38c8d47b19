//! The items of a walk: what is asked, done, not done, decided, told, written.

use super::condition::Condition;
use super::question::{OptionText, Question};
use super::reference::Basis;
use super::register::Register;
use super::verb::Verb;
use crate::base::text::counted;
use crate::base::{ClauseId, ItemId};
use serde::Serialize;
use std::ops::Not;

/// One thing to walk through.
#[derive(Clone, Debug)]
pub struct Item {
    /// Identifier, unique in the playbook.
    pub id: ItemId,
    /// Index into [`Playbook::phases`](super::model::Playbook::phases).
    pub phase: usize,
    /// The question, the task, the prohibition in one line.
    pub title: String,
    /// More words, shown below the title.
    pub detail: Option<String>,
    /// Why it is asked or done.
    pub why: Option<String>,
    /// How strongly the policy wants it.
    pub verb: Verb,
    /// The clauses whose work it does.
    pub cite: Vec<ClauseId>,
    /// Applies only if.
    pub when: Option<Condition>,
    /// Once one of these has changed, what was recorded here before counts no more, and it is asked again.
    pub renewed_by: Vec<ItemId>,
    /// What kind of item it is.
    pub body: Body,
}

/// The kinds of item.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// Asks for a value.
    Question(Question),
    /// Something to do.
    Task(Task),
    /// Something not to do.
    Prohibition(Prohibition),
    /// Something that named people decide.
    Decision(Decision),
    /// Somebody to tell.
    Call(Call),
    /// A letter or report with required contents.
    Document(Document),
    /// Something that is kept while the case goes on.
    Register(Register),
}

impl Body {
    /// The question or register for every row of which it has to be settled.
    pub fn for_each(&self) -> Option<&ItemId> {
        match self {
            Self::Task(task) => task.for_each.as_ref(),
            Self::Call(call) => call.for_each.as_ref(),
            _ => None,
        }
    }

    /// What people call one of its kind.
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Call(_) => "call",
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

/// Something to do.
#[derive(Clone, Debug, Serialize)]
pub struct Task {
    /// What the record should say, as a prompt: "Which accounts were disabled, and when?"
    pub record: String,
    /// Who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<ItemId>,
    /// Goes on until the case closes; each record is an update, none ends it.
    #[serde(skip_serializing_if = "Not::not")]
    pub continuous: bool,
    /// Cannot be recorded as done before this holds, with the sentence that says what is missing.
    #[serde(flatten)]
    pub after: Option<After>,
    /// In a review: due again this long after it was done.
    #[serde(flatten)]
    pub every: Option<Every>,
    /// The question or register for every row of which it has to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_each: Option<ItemId>,
}

/// What a task waits for.
#[derive(Clone, Debug, Serialize)]
pub struct After {
    /// It can be recorded as done once this holds.
    #[serde(rename = "after")]
    pub condition: Condition,
    /// What is missing until then.
    #[serde(rename = "after_say")]
    pub say: String,
}

/// After how many months something is due again, and who gives the number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Every {
    /// Whole months.
    #[serde(rename = "every_months")]
    pub months: u32,
    /// The policy, a law, or the organisation itself.
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
    /// Lifted when this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Condition>,
    /// What lifts it, in words.
    pub lifted_by: String,
}

/// Something that named people decide.
#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    /// What can be chosen.
    pub options: Vec<OptionText>,
    /// Roles that decide; each records for itself.
    pub seats: Vec<ItemId>,
    /// Whether the policy says how many seats suffice; `None` shows "the policy states no quorum" when there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// Whether a reason must be recorded with every choice.
    pub reason_required: bool,
    /// Whether the person who advised must be named, for "if so advised".
    pub adviser_required: bool,
    /// Options that stand although something in `renewed_by` has changed: what they set going is not called back.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stands: Vec<ItemId>,
    /// What the criteria suggest; people decide.
    #[serde(rename = "suggest")]
    pub suggestions: Vec<Suggestion>,
}

/// A suggestion that follows from the criteria.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion {
    /// Holds when.
    #[serde(rename = "if")]
    pub condition: Condition,
    /// The option it points to.
    pub option: ItemId,
    /// The sentence to show.
    pub say: String,
    /// Clauses behind it.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}

/// Somebody to tell, and who stands in when there is no answer.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    /// Whom to tell first.
    pub role: ItemId,
    /// Who stands in, in order.
    pub alternates: Vec<ItemId>,
    /// Who makes the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_by: Option<ItemId>,
    /// Place in the calling order; lower is sooner.
    pub order: u32,
    /// Calls with the same message are credited together when one person is reached.
    pub message: String,
    /// Row of a table of areas, such as "Legal & Records".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Column of that table: internal or external.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// A doubt about the source that people must settle: "confirm the column mapping".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm: Option<String>,
    /// The question or register for every row of which somebody has to be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_each: Option<ItemId>,
}

/// Inside or outside the organisation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Inside.
    Internal,
    /// Outside.
    External,
}

/// A letter or report that the policy asks for.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// Roles that receive it.
    pub to: Vec<ItemId>,
    /// What it must contain: words, and the item whose record supplies them.
    pub contents: Vec<Content>,
    /// Final when this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub final_when: Option<Condition>,
}

/// One required content of a document.
#[derive(Clone, Debug, Serialize)]
pub struct Content {
    /// What it is.
    pub title: String,
    /// The question or decision whose record supplies it.
    pub from: ItemId,
    /// Clauses that require it.
    #[serde(rename = "clauses")]
    pub cite: Vec<ClauseId>,
}
