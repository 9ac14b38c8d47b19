//! What reaches the players during the exercise, one message after another.

use crate::base::{Delivery, ItemId};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inject {
    /// Unique in the script, and never given anew.
    pub number: u32,
    /// Index into [`Script::parts`](super::Script::parts).
    pub part: usize,
    /// For the facilitator alone.
    pub title: String,
    /// Minutes after its part began; `None` is sent by hand only.
    pub at: Option<u32>,
    pub from: String,
    pub to: Vec<Addressee>,
    pub delivery: Delivery,
    /// What players get; of a spoken one it is read out and never enters the case.
    pub text: String,
    /// What the screen says of a spoken one.
    pub gist: Option<String>,
    /// The role that is absent from now on.
    pub absent: Option<ItemId>,
    /// For the facilitator alone.
    pub notes: Option<String>,
    /// Names of at most 4 files beside the script.
    pub files: Vec<String>,
    pub contingency: Option<Contingency>,
    /// Columns of a list that it came from, which this program does not use: heading and cell.
    pub kept: Vec<(String, String)>,
}

/// Whom an inject is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Addressee {
    /// A role of the script or of the playbook.
    Role(ItemId),
    Words(String),
}

/// When an inject is offered that is never sent by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contingency {
    /// Offered while one of these is not met.
    pub if_not_met: Vec<ItemId>,
    /// Minutes from when the inject of an expectation went out.
    pub after_minutes: u32,
}

impl Inject {
    /// What enters the case when it is sent: its text, or of a spoken one the gist.
    pub fn written(&self) -> Option<&str> {
        if self.delivery.is_spoken() { self.gist.as_deref() } else { Some(&self.text) }
    }
}

impl Addressee {
    /// As it is written in the script.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Role(id) => id.as_str(),
            Self::Words(words) => words,
        }
    }
}
