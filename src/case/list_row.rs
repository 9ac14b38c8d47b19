//! A row of a list.

use super::tracks::Track;
use crate::base::ItemId;
use std::collections::BTreeMap;

/// A row of a list, named for ever by the entry that added it.
#[derive(Clone, PartialEq, Debug)]
pub struct ListRow {
    /// The entry that added it, as a position in the log.
    pub at: usize,
    pub register: ItemId,
    pub(super) cells: BTreeMap<String, Track>,
}

impl ListRow {
    /// Takes out what an entry changed, as if it had never been recorded.
    pub(super) fn retract(&mut self, at: usize, saw: impl Fn(usize, usize) -> bool) {
        self.cells.values_mut().for_each(|track| track.retract(at, &saw));
    }

    /// Every column that was ever written in, in the order of the alphabet.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.cells.keys().map(String::as_str)
    }
}
