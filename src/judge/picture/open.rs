//! What is open, counted as the closing gate lists it.

use crate::judge::items::ItemStatus;
use crate::judge::picture::silences::SilenceStatus;
use crate::judge::truth::rules::RuleStatus;
use crate::judge::types::rule::RuleState;
use crate::judge::types::standing::Standing;
use crate::playbook::{Body, Playbook};
use serde::Serialize;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct OpenCounts {
    /// Duties that are neither done nor found not to apply.
    pub duties: usize,
    /// Decisions to be made, silences to be decided, and items whose necessity was not asked.
    pub decisions: usize,
    /// Questions without a known answer.
    pub questions: usize,
    pub deferred: usize,
    pub pending: usize,
    /// Items of steps that wait for somebody else.
    pub held: usize,
    /// Records that have to be looked at again.
    pub look_again: usize,
}

impl OpenCounts {
    /// Everything that the closing gate lists.
    pub fn total(self) -> usize {
        self.duties + self.decisions + self.questions + self.deferred + self.pending + self.held + self.look_again
    }
}

pub(in crate::judge) fn count(
    playbook: &Playbook,
    items: &[ItemStatus],
    rules: &[RuleStatus],
    silences: &[SilenceStatus],
) -> OpenCounts {
    let mut open = OpenCounts::default();
    for (item, status) in playbook.items.iter().zip(items) {
        let counter = match (&item.body, status.standing) {
            (_, Standing::Deferred) => &mut open.deferred,
            (_, Standing::Held) => &mut open.held,
            (_, standing) if !standing.is_open() => continue,
            (_, Standing::Choice) | (Body::Decision(_), _) => &mut open.decisions,
            (Body::Question(_), _) => &mut open.questions,
            // A permission that somebody began to use is still no duty.
            _ if item.verb.is_permission() => &mut open.decisions,
            _ => &mut open.duties,
        };
        *counter += 1;
    }
    open.decisions +=
        playbook.silences.iter().zip(silences).filter(|(silence, status)| status.is_asked(silence)).count();
    open.pending = rules.iter().filter(|rule| rule.state == RuleState::Pending && !rule.for_good).count();
    open
}
