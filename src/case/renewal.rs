//! Renewal: what was recorded about one thing counts no more once another thing has changed, and is asked again.
//!
//! A playbook says which (`renewed_by`): a joint finding "as recorded" falls with what was recorded. The entries stay in the
//! log and are shown as history; only what counts now begins afresh.

use super::{CaseState, Fact, Row};
use crate::base::ItemId;
use crate::journal::Ordered;
use crate::playbook::model::{Renewals, Resting};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was set aside, and by which entry.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Renewed {
    by: Arc<Renewals>,
    /// The last known answer of each question whose change sets something aside.
    known: BTreeMap<ItemId, String>,
    /// The entry that last set a thing aside.
    at: BTreeMap<ItemId, usize>,
    /// Entries that were set aside, oldest first.
    past: BTreeMap<ItemId, Vec<usize>>,
}

impl CaseState {
    /// An empty case on a playbook.
    pub fn renewing(renewals: &Arc<Renewals>) -> Self {
        let mut state = Self::default();
        state.renewed.by = Arc::clone(renewals);
        state
    }

    /// What is asked again on this playbook.
    pub(super) fn renewals(&self) -> Arc<Renewals> {
        Arc::clone(&self.renewed.by)
    }

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
        self.renewed.past.get(item).map_or(&[], Vec::as_slice)
    }

    /// The entry by whose change a thing is asked again, if something was recorded about it before.
    pub fn renewed_by(&self, item: &str) -> Option<usize> {
        let at = self.renewed.at.get(item).copied();
        at.filter(|_| !self.set_aside(item).is_empty())
    }

    /// Whether the writer of a row about this thing had not seen the change that set it aside: then it does not count either.
    pub(super) fn is_overtaken(&self, item: &ItemId, row: &Row) -> bool {
        let change = self.renewed.at.get(item).map(|at| self.log[*at].past.own());
        change.is_some_and(|change| !row.past.saw(change))
    }

    /// Keeps an entry as history only.
    pub(super) fn keep_aside(&mut self, item: &ItemId, at: usize) {
        self.renewed.past.entry(item.clone()).or_default().push(at);
    }

    /// Sets aside what rests on the thing that this row, which will stand at `at`, changes.
    pub(super) fn renew(&mut self, at: usize, row: &Row) {
        let by = Arc::clone(&self.renewed.by);
        let Some(changed) = row.recorded.fact.subject() else { return };
        let Some(resting) = by.get(changed) else { return };
        if !self.is_a_change(changed, &row.recorded.fact) {
            return;
        }
        for resting in resting {
            if self.stands(resting) {
                continue;
            }
            self.renewed.at.insert(resting.item.clone(), at);
            self.set_item_aside(&resting.item);
        }
    }

    /// Whether a decision stands whatever changes: each of its seats chose one of the options that do.
    fn stands(&self, resting: &Resting) -> bool {
        let seats = self.seats.iter().filter(|((decision, _), _)| *decision == resting.item);
        let mut chosen = seats.flat_map(|(_, track)| &track.current).map(|at| match &self.at(*at).fact {
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
                self.renewed.known.entry(item.clone()).or_insert_with(|| value.clone());
                false
            }
            Fact::Answered { value, .. } => {
                let before = self.renewed.known.insert(item.clone(), value.clone());
                before.is_some_and(|before| before != *value)
            }
            // A decision that is taken once more is a new one, whatever was chosen.
            Fact::Decided { role, .. } => again || self.seat(item, role).is_some(),
            Fact::TaskDone { .. } | Fact::TaskRuledOut { .. } => {
                again || self.outcomes(item.as_str()).is_some()
            }
            _ => false,
        }
    }

    fn set_item_aside(&mut self, item: &ItemId) {
        let mut entries = Vec::new();
        entries.extend(self.answers.remove(item).into_iter().flat_map(|track| track.all));
        entries.extend(self.outcomes.remove(item).into_iter().flat_map(|track| track.all));
        let seats: Vec<_> = self.seats.keys().filter(|(decision, _)| decision == item).cloned().collect();
        for seat in seats {
            entries.extend(self.seats.remove(&seat).into_iter().flat_map(|track| track.all));
        }
        entries.extend(self.calls.remove(item).unwrap_or_default());
        entries.extend(self.passed_on.remove(item).unwrap_or_default());
        self.deferrals.remove(item);
        entries.sort_unstable();
        if !entries.is_empty() {
            self.renewed.past.entry(item.clone()).or_default().extend(entries);
        }
    }
}
