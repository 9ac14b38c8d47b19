//! Injects that went out. What is sent once more by a console that did not know of the first try is the same release, once.
//!
//! A console that is killed while it saves leaves half a block, or one that another laptop has whole and its own disk has not. It
//! comes back under a name of its own, so its next entry has a new id; whoever sends the same words under the same number again,
//! and had not seen them taken back, repeats the entry that has them already.

use super::tracks::LastRelease;
use super::{CaseState, Fact, Row};
use crate::journal::EntryId;
use std::collections::BTreeMap;

impl CaseState {
    /// Takes in a row that will stand at a place of the log.
    pub(super) fn take_in_release(&mut self, at: usize, row: &Row) {
        let Fact::Released { inject, .. } = &row.recorded.fact else { return };
        if !row.recorded.facilitator {
            return;
        }
        let struck = self.struck.get(&row.recorded.id).copied();
        if let Some(last) = self.releases.last.get_mut(inject) {
            let strike = last.struck.and_then(|by| self.log.get(by));
            let seen_struck = strike.is_some_and(|strike| row.past.saw(strike.past.own()));
            let known = &self.log[last.at].recorded;
            if known.fact == row.recorded.fact && !seen_struck {
                last.struck = last.struck.into_iter().chain(struck).min();
                self.releases.repeats.insert(row.recorded.id.clone(), known.id.clone());
                return;
            }
        }
        self.releases.last.insert(inject.clone(), LastRelease { at, struck });
    }

    /// Whoever takes one of them back takes the release back.
    pub(super) fn strike_repeated(&mut self) {
        let mut first: BTreeMap<&EntryId, usize> = BTreeMap::new();
        for (id, known) in &self.releases.repeats {
            for by in [self.struck.get(id), self.struck.get(known)].into_iter().flatten() {
                let first = first.entry(known).or_insert(*by);
                *first = (*first).min(*by);
            }
        }
        let repeats = self.releases.repeats.iter();
        let all = repeats.filter_map(|(id, known)| Some((id.clone(), *first.get(known)?)));
        let heads = first.iter().map(|(known, by)| ((*known).clone(), *by));
        let struck: Vec<_> = all.chain(heads).collect();
        self.struck.extend(struck);
    }

    /// The entries by which a facilitator sent injects, in the order of the log, each release by its first; [`CaseState::counts`]
    /// says which were not taken back.
    pub fn releases(&self) -> impl DoubleEndedIterator<Item = usize> {
        let sends = |at: &usize| {
            let recorded = self.at(*at);
            let first = !self.releases.repeats.contains_key(&recorded.id);
            matches!(recorded.fact, Fact::Released { .. }) && recorded.facilitator && first
        };
        self.drill.iter().copied().filter(sends)
    }

    /// The entry of a release by which it is known: its first; any other entry is itself.
    pub fn release_of<'s>(&'s self, entry: &'s EntryId) -> &'s EntryId {
        self.releases.repeats.get(entry).unwrap_or(entry)
    }

    /// The place of the earliest try of a release, by the minutes of the exercise: those that did not see each other stand in any
    /// order.
    pub fn first_try(&self, at: usize) -> usize {
        if self.releases.repeats.is_empty() {
            return at;
        }
        let own = &self.at(at).id;
        let tries = self.drill.iter().copied().filter(|other| self.release_of(&self.at(*other).id) == own);
        tries.min_by_key(|other| (self.placed(*other).map(|placed| placed.played_ms), *other)).unwrap_or(at)
    }

    /// Where players took in what went out by this entry.
    pub fn taken(&self, release: &EntryId) -> impl Iterator<Item = usize> {
        let known = self.release_of(release).clone();
        let takes = move |at: &usize| match &self.at(*at).fact {
            Fact::MessageTaken { entry } => *self.release_of(entry) == known,
            _ => false,
        };
        self.drill.iter().copied().filter(takes)
    }
}
