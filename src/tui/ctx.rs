//! What screens and forms may look at. Nothing here can be changed by them.

use super::env::Offers;
use super::shelf::Shelf;
use crate::base::Now;
use crate::case::CaseState;
use crate::guide::clocks::ClockState;
use crate::guide::{Assessment, Knowledge};
use crate::playbook::Playbook;
use crate::session::Session;

/// The world of one turn.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// The open case.
    pub case: Option<&'a Session>,
    /// Cases on this computer and the reviews among them, as far as they are read.
    pub shelf: &'a Shelf,
    /// Playbooks that a case can be opened with.
    pub offers: &'a Offers,
    /// The person at the keyboard.
    pub person: &'a str,
    /// The name by which the system knows whoever is logged in; empty if it knows none.
    pub login: &'a str,
    /// The time, the same for the whole turn.
    pub now: Now,
}

impl<'a> Ctx<'a> {
    /// Playbook, entries and picture of the open case.
    pub fn open(&self) -> Option<Case<'a>> {
        self.case.map(|session| Case {
            session,
            playbook: session.playbook(),
            state: session.state(),
            assessment: session.assessment(),
        })
    }
}

/// An open case.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The door.
    pub session: &'a Session,
    /// The playbook.
    pub playbook: &'a Playbook,
    /// The entries.
    pub state: &'a CaseState,
    /// The picture.
    pub assessment: &'a Assessment,
}

impl<'a> Case<'a> {
    /// The revision of the case and the moment, which stands still for a minute where no stopwatch runs: what is made of the case
    /// for both stays true as long as both do.
    pub fn revision(&self, now: Now) -> (u64, i64) {
        let runs = self.assessment.clocks.iter().any(|clock| clock.state == ClockState::Running);
        let seconds = now.instant().timestamp();
        (self.session.revision(), if runs { seconds } else { seconds / 60 })
    }

    /// What is known, for words about conditions.
    pub fn knowledge(&self) -> Knowledge<'a> {
        Knowledge::read_at(self.playbook, self.state, self.session.now())
    }
}
