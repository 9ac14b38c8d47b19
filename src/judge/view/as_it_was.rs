//! A case as it stood at a moment: folded only as far as it had been recorded then, and looked at with the clock of then. What is
//! printed and what is replayed are both made from this.

use crate::base::{Now, Reading};
use crate::case::{CaseState, Recorded};
use crate::contacts::PhoneList;
use crate::journal::Mode;
use crate::judge::{Picture, View, assess_with};
use crate::playbook::Playbook;
use std::borrow::Cow;

/// A case at a moment.
#[derive(Clone, Debug)]
pub struct Moment<'a> {
    pub state: Cow<'a, CaseState>,
    pub picture: Picture,
    pub now: Now,
    reading: Reading,
    /// The place of the entry after which it is looked at, where that is a moment of the past in which nothing can be recorded.
    at: Option<usize>,
}

impl<'a> Moment<'a> {
    /// Looks at entries that were folded already.
    pub fn of(playbook: &Playbook, phones: &PhoneList, state: Cow<'a, CaseState>, now: Now) -> Self {
        let now = now.under(&playbook.jurisdiction);
        let picture = assess_with(playbook, &state, phones, now);
        let reading = Reading { wall: now.at, up_ms: 0, boot: String::new(), synced: false };
        Self { state, picture, now, reading, at: None }
    }

    /// The same as a moment of the past: after the entry at a place of its log, and closed to every verb.
    #[must_use]
    pub fn past(self, at: usize) -> Self {
        Self { at: Some(at), ..self }
    }

    /// In a moment of the past, the entry after which it is looked at.
    pub fn last(&self) -> Option<&Recorded> {
        self.at.map(|at| self.state.at(at))
    }

    pub fn view<'v>(&'v self, playbook: &'v Playbook, mode: Mode) -> View<'v> {
        View {
            playbook,
            state: &self.state,
            picture: &self.picture,
            now: self.now,
            reading: &self.reading,
            mode,
            person: "",
            role: None,
            head: None,
            at: self.at,
            real: None,
        }
    }
}
