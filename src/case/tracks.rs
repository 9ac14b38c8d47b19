//! Tracks: all entries about one thing, and those among them that no later entry has seen and replaced.
//!
//! Normally one entry is current. Two are, when two people recorded without having seen each other; if they say different
//! things, that is a conflict for people to settle, never for a clock.

use crate::journal::EntryId;
use std::collections::BTreeMap;

pub(super) trait Keeps {
    /// Adds the entry at a position; `has_seen` is as for [`Track::add`].
    fn keep(&mut self, at: usize, has_seen: &dyn Fn(usize) -> bool);
}

impl Keeps for Track {
    fn keep(&mut self, at: usize, has_seen: &dyn Fn(usize) -> bool) {
        self.add(at, has_seen);
    }
}

/// Each of these counts beside the others.
impl Keeps for Vec<usize> {
    fn keep(&mut self, at: usize, _: &dyn Fn(usize) -> bool) {
        self.push(at);
    }
}

/// Entries about one thing, as positions in the log.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Track {
    /// Every entry, in fold order; earlier ones are history and stay readable.
    pub all: Vec<usize>,
    /// Those that no later one has seen.
    pub current: Vec<usize>,
    /// Of each entry, whether it had seen every one before it.
    whole: Vec<bool>,
}

impl Track {
    /// Adds an entry; `has_seen(earlier)` says whether it was written in knowledge of an earlier one.
    pub(super) fn add(&mut self, position: usize, has_seen: impl Fn(usize) -> bool) {
        self.current.retain(|earlier| !has_seen(*earlier));
        self.whole.push(self.current.is_empty());
        self.current.push(position);
        self.all.push(position);
    }

    /// Takes an entry out again, as if it had never been added; `saw(later, earlier)` says what was written in knowledge of what.
    pub(super) fn retract(&mut self, position: usize, saw: impl Fn(usize, usize) -> bool) {
        let Ok(place) = self.all.binary_search(&position) else { return };
        self.all.remove(place);
        self.whole.remove(place);
        let Some(current) = self.current.iter().position(|at| *at == position) else { return };
        self.current.remove(current);
        // What it had replaced counts again where nothing else has seen it, back to the first that had seen all before it.
        for (at, whole) in self.all[..place].iter().zip(&self.whole).rev() {
            if !self.current.iter().any(|later| later == at || later > at && saw(*later, *at)) {
                self.current.push(*at);
            }
            if *whole {
                break;
            }
        }
        self.current.sort_unstable();
    }

    pub fn last(&self) -> Option<usize> {
        self.all.last().copied()
    }
}

/// Most runs side by side of which it is told apart who had seen all of them.
const SIDE_BY_SIDE: usize = 16;

/// Of each entry of a case, whether its writer had seen all before it.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Frontier {
    /// Those that no later one has seen.
    heads: Vec<usize>,
    whole: Vec<bool>,
    /// There were too many of them; from then on nobody is known to have seen all.
    lost: bool,
}

impl Frontier {
    pub fn add(&mut self, at: usize, has_seen: impl Fn(usize) -> bool) {
        if !self.lost {
            self.heads.retain(|head| !has_seen(*head));
            self.lost = self.heads.len() >= SIDE_BY_SIDE;
        }
        self.whole.push(!self.lost && self.heads.is_empty());
        if !self.lost {
            self.heads.push(at);
        }
    }

    pub fn saw_all(&self, at: usize) -> bool {
        self.whole.get(at).is_some_and(|whole| *whole)
    }
}

/// The injects that went out, as far as the log was read.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Releases {
    /// The last release that repeats none, by the number of its inject.
    pub(super) last: BTreeMap<String, LastRelease>,
    /// The release that an entry repeats, by the entry.
    pub(super) repeats: BTreeMap<EntryId, EntryId>,
}

/// The last release of an inject.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct LastRelease {
    /// Its place in the log.
    pub(super) at: usize,
    /// The place of the first strike of it, or of what repeats it.
    pub(super) struck: Option<usize>,
}
