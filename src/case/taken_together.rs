//! What one entry did to others: the rows of the sheet that it ends, and the entries that it strikes out.

use super::Recorded;
use super::sheet::numbers;
use super::state::CaseState;
use super::struck::{of, places};
use std::collections::BTreeSet;

impl CaseState {
    /// The rows of the sheet that the entry at a position ends; none for any other entry.
    pub fn sheet(&self, at: usize) -> impl Iterator<Item = usize> {
        let (run, numbers) = (&self.at(at).id.session, numbers(self.at(at)));
        let is_row = move |one: &Recorded| one.who.in_sheet && one.id.session == *run && numbers.contains(&one.id.seq);
        (0..at).filter(move |earlier| is_row(self.at(*earlier)))
    }

    /// The places of the entries that the one at a position strikes out, in the order of the log.
    pub fn struck_entries(&self, at: usize) -> impl Iterator<Item = usize> + use<> {
        let found: BTreeSet<usize> = places(&self.log[..at], of(&self.at(at).fact)).into_values().collect();
        found.into_iter()
    }
}
