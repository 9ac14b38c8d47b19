//! A sheet: entries that were recorded together. They count once the entry that ends the sheet is there, with their number; a sheet
//! that was cut off before was never acknowledged, and the case reads as if nothing of it had been said.

use super::{Fact, Recorded, Row};
use crate::journal::EntryId;
use std::collections::BTreeSet;
use std::ops::Range;

/// The numbers of the rows of the sheet that an entry ends: those right before it in its run.
pub(super) fn numbers(end: &Recorded) -> Range<u64> {
    let rows = match end.fact {
        Fact::SheetEnded { rows } => u64::try_from(rows).unwrap_or(0),
        _ => 0,
    };
    end.id.seq.saturating_sub(rows).max(1)..end.id.seq
}

/// The rows in a log whose sheet has no end.
pub(super) fn cut_off(log: &[Row]) -> BTreeSet<EntryId> {
    let recorded = || log.iter().map(|row| &row.recorded);
    let is_row = |one: &&Recorded| one.who.in_sheet && !matches!(one.fact, Fact::SheetEnded { .. });
    let mut rows: BTreeSet<EntryId> = recorded().filter(is_row).map(|one| one.id.clone()).collect();
    for end in recorded() {
        let Fact::SheetEnded { rows: count } = end.fact else { continue };
        // The first that is missing ends the search: a number can be any.
        let before = numbers(end).rev().map(|seq| EntryId::new(end.id.session.clone(), seq));
        let there: Vec<_> = before.take_while(|id| rows.contains(id)).collect();
        if i64::try_from(there.len()) == Ok(count) {
            for id in &there {
                rows.remove(id);
            }
        }
    }
    rows
}
