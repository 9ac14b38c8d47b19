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
        let Self { answers, outcomes, seats, silence, deferral, attempts, passed_on, register, undone, .. } = self;
        let tracks =
            [answers, outcomes, silence, deferral].into_iter().chain(seats.values()).flat_map(|track| &track.all);
        let mut all: Vec<usize> =
            tracks.chain(attempts).chain(passed_on).chain(register).chain(undone).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How many entries there are of the kind of which there are most, rows of a register aside.
    pub fn most(&self) -> usize {
        let Self { answers, outcomes, silence, deferral, attempts, passed_on, seats, .. } = self;
        let tracks = [answers, outcomes, silence, deferral].into_iter().chain(seats.values());
        tracks.map(|track| track.all.len()).chain([attempts.len(), passed_on.len()]).max().unwrap_or(0)
    }

    /// The newest entries up to `upto` that are `seen`, whether they count or were undone, in the order of the log. Of a register
    /// all count; of anything else what so many have replaced does not.
    pub(super) fn newest(&self, upto: usize, seen: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let Self { answers, outcomes, seats, silence, deferral, attempts, passed_on, register, undone, .. } = self;
        let mut found: Vec<usize> = Vec::new();
        let mut take = |list: &[usize], most: usize| {
            let before = &list[..list.partition_point(|at| *at <= upto)];
            found.extend(before.iter().rev().copied().filter(|at| seen(*at)).take(most));
        };
        let tracks = [answers, outcomes, silence, deferral].into_iter().chain(seats.values());
        for track in tracks {
            take(&track.all, NEWEST);
        }
        for list in [attempts, passed_on] {
            take(list, NEWEST);
        }
        for list in [register, undone] {
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
        let Self {
            answers, outcomes, seats, silence, contact, deferral, notes, attempts, passed_on, confirmed, ..
        } = self;
        for track in [answers, outcomes, silence, contact, deferral].into_iter().chain(seats.values_mut()) {
            track.retract(at, &saw);
        }
        seats.retain(|_, track| !track.all.is_empty());
        for list in [notes, attempts, passed_on, confirmed] {
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
