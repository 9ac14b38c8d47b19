//! Which entry counts in the place of which.

use super::tracks::Track;
use super::{CaseState, Fact};

impl CaseState {
    /// Everything that was recorded about the same thing, where a later entry replaces an earlier one that it knew of. Updates of a
    /// task do not replace each other, and neither do attempts to call.
    pub fn track_of(&self, fact: &Fact) -> Option<&Track> {
        match fact {
            Fact::Answered { question, .. } => self.answers(question.as_str()),
            Fact::Decided { decision, role, .. } => self.seat(decision, role),
            Fact::SilenceDecided { silence, .. } => self.silence(silence.as_str()),
            Fact::ContactSet { role, .. } => self.contact(role.as_str()),
            Fact::Deferred { item, .. } => self.deferral(item.as_str()),
            _ => None,
        }
    }

    /// Where the entry at a position was replaced by a later one that knew of it: the place of that one.
    pub fn replaced_by(&self, at: usize) -> Option<usize> {
        let recorded = self.at(at);
        if self.struck_by(&recorded.id).is_some() {
            return None;
        }
        if let Some(by) = self.settled_by(&recorded.id) {
            return Some(by);
        }
        let track = self.track_of(&recorded.fact)?;
        let own = self.log[at].past.own();
        let later = &track.all[track.all.partition_point(|entry| *entry <= at)..];
        let mut later = later.iter().copied().filter(|later| self.log[*later].past.saw(own));
        // Of several rows, each can be answered anew by itself.
        let mut rows = recorded.fact.for_rows().filter(|rows| !rows.0.is_empty()).cloned();
        later.find(|later| match (&mut rows, self.at(*later).fact.for_rows()) {
            (Some(rows), Some(other)) => {
                rows.without(other);
                rows.0.is_empty()
            }
            _ => true,
        })
    }
}
