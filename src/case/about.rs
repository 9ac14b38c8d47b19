//! About: everything that was recorded about one thing, an item, a silence or a role, in tracks by what it says.

use super::tracks::Track;
use crate::base::ItemId;
use std::collections::BTreeMap;

/// How many entries of one track are looked at to find what counted at some time.
const NEWEST: usize = 200;

/// What was recorded about one thing, as positions in the log. What was struck out or replaced by name stands in `undone` and
/// `register` only.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct About {
    pub answers: Track,
    /// What became of a task, call, document or prohibition.
    pub outcomes: Track,
    pub seats: BTreeMap<ItemId, Track>,
    pub silence: Track,
    pub contact: Track,
    pub deferral: Track,
    pub notes: Vec<usize>,
    /// Attempts that were made for a call.
    pub attempts: Vec<usize>,
    pub passed_on: Vec<usize>,
    /// Texts of a document.
    pub drafts: Track,
    /// What roles found of these texts.
    pub findings: Vec<usize>,
    /// Sendings of a document.
    pub sendings: Vec<usize>,
    pub register: Vec<usize>,
    /// Confirmations of what was recorded about it.
    pub confirmed: Vec<usize>,
    /// What was struck out or replaced by name, in the order of the log.
    pub undone: Vec<usize>,
    /// What counts no more because something else has changed; the fold leaves it empty.
    pub aside: Vec<usize>,
    /// The last entry by which something was recorded of it, struck out or replaced.
    pub touched: Option<usize>,
}

impl About {
    /// Every entry that says something of it, whether it counts or was undone, in the order of the log. Notes, numbers and
    /// confirmations say nothing of it.
    pub fn entries(&self) -> Vec<usize> {
        let lists = self.lists().into_iter().chain([&self.register, &self.undone]);
        let mut all: Vec<usize> = self.tracks().flat_map(|track| &track.all).chain(lists.flatten()).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How many entries there are of the kind of which there are most, rows of a register aside.
    pub fn most(&self) -> usize {
        let lists = self.lists().map(Vec::len);
        self.tracks().map(|track| track.all.len()).chain(lists).max().unwrap_or(0)
    }

    /// Whose later entries replace earlier ones.
    fn tracks(&self) -> impl Iterator<Item = &Track> {
        let Self { answers, outcomes, seats, silence, deferral, drafts, .. } = self;
        [answers, outcomes, silence, deferral, drafts].into_iter().chain(seats.values())
    }

    /// Whose entries count beside each other.
    fn lists(&self) -> [&Vec<usize>; 4] {
        [&self.attempts, &self.passed_on, &self.findings, &self.sendings]
    }

    /// The newest entries up to `upto` that are `seen`, whether they count or were undone, in the order of the log. Of a register
    /// all count; of anything else what so many have replaced does not.
    pub(super) fn newest(&self, upto: usize, seen: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut take = |list: &[usize], most: usize| {
            let before = &list[..list.partition_point(|at| *at <= upto)];
            found.extend(before.iter().rev().copied().filter(|at| seen(*at)).take(most));
        };
        for track in self.tracks() {
            take(&track.all, NEWEST);
        }
        for list in self.lists() {
            take(list, NEWEST);
        }
        for list in [&self.register, &self.undone] {
            take(list, usize::MAX);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Notes that something of it was undone by the entry at `by`.
    pub(super) fn undo(&mut self, at: usize, by: usize) {
        if let Err(place) = self.undone.binary_search(&at) {
            self.undone.insert(place, at);
        }
        self.touch(by);
    }

    pub(super) fn touch(&mut self, by: usize) {
        self.touched = self.touched.max(Some(by));
    }

    /// Takes out what another entry stands for now; a register tells it as replaced.
    pub fn retract(&mut self, at: usize, saw: impl Fn(usize, usize) -> bool) {
        let Self { answers, outcomes, seats, silence, contact, deferral, drafts, .. } = self;
        for track in [answers, outcomes, silence, contact, deferral, drafts].into_iter().chain(seats.values_mut()) {
            track.retract(at, &saw);
        }
        seats.retain(|_, track| !track.all.is_empty());
        let Self { notes, attempts, passed_on, findings, sendings, confirmed, .. } = self;
        for list in [notes, attempts, passed_on, findings, sendings, confirmed] {
            take_out(list, at);
        }
    }
}

/// Takes an entry out of a list of entries in the order of the log.
pub(super) fn take_out(list: &mut Vec<usize>, at: usize) {
    if let Ok(place) = list.binary_search(&at) {
        list.remove(place);
    }
}
