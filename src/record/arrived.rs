//! What others recorded about a thing while somebody wrote about it, too: neither is taken for the other, and none replaces the other
//! unseen.

use super::{Beside, Draft};
use crate::case::Recorded;

/// How many entries are told one by one.
const TOLD: usize = 3;

/// Entries that arrived.
#[derive(Clone, PartialEq, Debug)]
pub struct Arrived {
    /// The last ones, in the order of the log.
    pub entries: Vec<Recorded>,
    /// How many came before these.
    pub more: usize,
    /// What recording all the same comes to.
    pub beside: Beside,
}

impl Arrived {
    /// Of entries in the order of the log; `None` if there are none.
    pub fn of(draft: &Draft, entries: &[&Recorded]) -> Option<Self> {
        let more = entries.len().saturating_sub(TOLD);
        let last = entries[more..].iter().map(|entry| (*entry).clone()).collect();
        (!entries.is_empty()).then_some(Self { entries: last, more, beside: draft.verb.beside })
    }
}
