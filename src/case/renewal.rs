//! Renewal: what was recorded about one thing counts no more once another thing has changed, and is asked again.
//!
//! A playbook says which (`renewed_by`): a joint finding "as recorded" falls with what was recorded. The entries stay in the
//! log and are shown as history; only what counts now begins afresh.

use super::{CaseState, Fact, Row};
use crate::base::ItemId;
use crate::journal::Ordered;
use crate::playbook::model::{Renewals, Resting};
use std::sync::Arc;

impl CaseState {
    /// Folds the entries of all journals of a case.
    pub fn of(ordered: &Ordered<'_>, renewals: &Arc<Renewals>) -> Self {
        let rows = ordered.entries.iter().zip(&ordered.pasts);
        let row = |(sealed, past): (&&crate::journal::SealedEntry, &crate::journal::Past)| Row {
            recorded: super::Recorded::from_entry(&sealed.entry),
            past: past.clone(),
        };
        Self::fold(rows.map(row), renewals)
    }

    /// Entries about a thing that count no more because something else has changed, oldest first.
    pub fn set_aside(&self, item: &str) -> &[usize] {
        self.about(item).map_or(&[], |about| &about.aside)
    }

    /// The entry by whose change a thing is asked again, if something was recorded about it before.
    pub fn renewed_by(&self, item: &str) -> Option<usize> {
        self.about(item).filter(|about| !about.aside.is_empty())?.renewed
    }

    /// Whether the writer of a row about this thing had not seen the change that set it aside: then it does not count either.
    pub(super) fn is_overtaken(&self, item: &ItemId, row: &Row) -> bool {
        let change = self.about(item.as_str()).and_then(|about| about.renewed);
        change.is_some_and(|at| !row.past.saw(self.log[at].past.own()))
    }

    /// Sets aside what rests on the thing that this row, which will stand at `at`, changes.
    pub(super) fn renew(&mut self, at: usize, row: &Row) {
        let by = Arc::clone(&self.renewals);
        let Some(changed) = row.recorded.fact.subject() else { return };
        let Some(resting) = by.get(changed) else { return };
        if !self.is_a_change(changed, &row.recorded.fact) {
            return;
        }
        for resting in resting {
            if !self.stands(resting) {
                self.about_mut(&resting.item).set_aside(at);
            }
        }
    }

    /// Whether a decision stands whatever changes: each of its seats chose one of the options that do.
    fn stands(&self, resting: &Resting) -> bool {
        let seats = self.about(resting.item.as_str()).into_iter().flat_map(|about| about.seats.values());
        let mut chosen = seats.flat_map(|track| &track.current).map(|at| match &self.at(*at).fact {
            Fact::Decided { option, .. } => resting.stands.contains(option),
            _ => false,
        });
        chosen.next().is_some_and(|first| first && chosen.all(|stands| stands))
    }

    /// Whether a fact says something else than before. The first answer changes nothing, and neither does "not known yet"; an
    /// answer after "not known yet" does: whatever was recorded meanwhile did not know it.
    fn is_a_change(&mut self, item: &ItemId, fact: &Fact) -> bool {
        let again = !self.set_aside(item.as_str()).is_empty();
        match fact {
            Fact::Answered { value, .. } if value == "unknown" => {
                self.about_mut(item).known.get_or_insert_with(|| value.clone());
                false
            }
            Fact::Answered { value, .. } => {
                let before = self.about_mut(item).known.replace(value.clone());
                before.is_some_and(|before| before != *value)
            }
            // A decision that is taken once more is a new one, whatever was chosen.
            Fact::Decided { role, .. } => again || self.seat(item, role).is_some(),
            Fact::TaskDone { .. } | Fact::TaskRuledOut { .. } => again || self.outcomes(item.as_str()).is_some(),
            _ => false,
        }
    }
}
