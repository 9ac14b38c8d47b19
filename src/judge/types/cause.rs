//! Why a record has to be looked at again, as data; pages word it.

use super::said::Said;
use crate::base::{ItemId, Length, Stamp};
use crate::playbook::again::Named;
use crate::playbook::condition::Subject;

/// One reason. `line` is the place of a line among those of the item.
#[derive(Clone, PartialEq, Debug)]
pub enum Cause {
    /// Something on which it rests says something else than its writer had seen.
    Differs { line: usize, of: Named, was: Said, is: Said },
    /// An entry that its writer had not seen, as a position in the log, after which the condition of the line held.
    Held { line: usize, entry: usize, of: Subject },
    /// So much time is over since the record happened, or was confirmed.
    Over { line: usize, within: Length, since: Stamp, at: Stamp },
    /// It was done or decided, and its item does not apply any more.
    NoLonger,
    /// It was recorded while its item did not apply, and it applies now.
    BeforeItApplied,
    /// What had to come before it is known not to be so any more.
    AfterFails,
    /// Of a seat: its option is not suggested any more, and this one is.
    Suggested { option: ItemId },
    /// Of a decision of a scale's gap: other gaps hold than those that it was taken for.
    Gap { scale: ItemId },
    /// Of a decision of a scale's level: it was taken while a number was known roughly, and the number decides by now.
    Roughly { scale: ItemId },
    /// A content of a document, by its place, says something else than when it was approved, sent or final.
    Content { content: usize, was: Said, is: Said },
    /// A document has another text now, by the ids of its `texts`, than when it was approved or sent.
    Text { was: ItemId, is: ItemId },
    /// Somebody was asked to make a call that does not apply any more.
    Asked { to: String },
    /// A rule doubts it, by its place in the playbook.
    Doubt { rule: usize },
    /// It was put off until now.
    PutOff { until: Option<Stamp>, event: Option<ItemId> },
}

impl Cause {
    /// The line of the item that brings it back, by its place.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Differs { line, .. } | Self::Held { line, .. } | Self::Over { line, .. } => Some(*line),
            _ => None,
        }
    }

    /// Its word in `status/1`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Differs { .. } => "differs",
            Self::Held { .. } => "condition",
            Self::Over { .. } => "time",
            Self::NoLonger => "does-not-apply",
            Self::BeforeItApplied => "before-it-applied",
            Self::AfterFails => "after",
            Self::Suggested { .. } => "suggested",
            Self::Gap { .. } | Self::Roughly { .. } => "gap",
            Self::Content { .. } => "contents",
            Self::Text { .. } => "text",
            Self::Asked { .. } => "asked",
            Self::Doubt { .. } => "doubt",
            Self::PutOff { .. } => "put-off",
        }
    }
}
