//! What the players are expected to do after an inject, and by what it is seen.

use crate::base::written::words;
use crate::base::{ClauseId, ItemId};
use crate::playbook::condition::Condition;

#[derive(Clone, Debug)]
pub struct Expectation {
    pub id: ItemId,
    /// Number of the inject from which its window counts.
    pub inject: u32,
    pub text: String,
    pub objective: ItemId,
    /// Who should do it.
    pub by: Option<ItemId>,
    pub binding: Binding,
    /// Minutes from when the inject went out; `None` until the end of the exercise.
    pub within: Option<u32>,
    /// It is right if it does not happen in the window.
    pub avoid: bool,
    pub figure: Option<Figure>,
    /// Clauses behind it; those of the item where none are written.
    pub cite: Vec<ClauseId>,
}

/// By what it is seen that an expectation came true.
#[derive(Clone, Debug)]
pub enum Binding {
    /// Any record that settles this item or silence. Of a prohibition that it was read; with `avoid`, that it was broken.
    Item(ItemId),
    /// The condition becomes true.
    Meets(Condition),
    /// An attempt is enough.
    Tried(Tried),
    ByHand,
}

/// Whom somebody tried to reach.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tried {
    /// A call of the playbook.
    Call(ItemId),
    /// A role of the playbook, by any call.
    Role(ItemId),
}

words! {
    /// A time of the whole exercise that this expectation gives.
    pub enum Figure, said {
        FirstReport = "first_report", "first report";
        Escalation = "escalation", "escalation";
        Notify = "notify", "notify";
    }
}

impl Binding {
    pub fn is_by_hand(&self) -> bool {
        matches!(self, Self::ByHand)
    }
}

impl Tried {
    pub fn id(&self) -> &ItemId {
        match self {
            Self::Call(id) | Self::Role(id) => id,
        }
    }
}
