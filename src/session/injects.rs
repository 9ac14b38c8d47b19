//! Which injects of an exercise wait to be taken in at this keyboard.

use super::Session;
use crate::case::CaseState;
use crate::journal::EntryId;
use crate::record::verbs::message;
use std::collections::BTreeSet;

/// The entries by which injects went out that were taken in by now.
pub(super) fn taken(state: &CaseState) -> BTreeSet<EntryId> {
    message::taken(state).map(|(_, inject)| state.release_of(inject).clone()).collect()
}

impl Session {
    /// The place in the log of the oldest inject that nobody at this keyboard has taken in, and how many more wait behind it. What
    /// was taken in by anybody before this run began is known here; what another laptop took in since then is not.
    pub fn waiting_inject(&self) -> Option<(usize, usize)> {
        if self.state.exercise()?.real_event.is_some() {
            return None;
        }
        let own = self.head().map(|head| &head.session);
        let here = message::taken(&self.state).filter(|(by, _)| Some(&by.session) == own);
        let taken: BTreeSet<_> = here.map(|(_, inject)| self.state.release_of(inject)).collect();
        let before: BTreeSet<_> = self.taken_before.iter().map(|inject| self.state.release_of(inject)).collect();
        let waits = |at: &usize| {
            let id = &self.state.at(*at).id;
            self.state.counts(*at) && !before.contains(id) && !taken.contains(id)
        };
        let mut waiting = self.state.releases().filter(waits);
        waiting.next().map(|first| (first, waiting.count()))
    }
}
