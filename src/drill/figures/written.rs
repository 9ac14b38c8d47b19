//! How long after something happened it was written down, as far as people said when it happened.

use crate::drill::expect::in_order;
use crate::drill::played::Played;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WritingDown {
    pub median_ms: u64,
    pub longest_ms: u64,
    /// How many entries say when it happened.
    pub n: usize,
}

/// `None` where no entry says when it happened.
pub fn writing_down(played: &Played<'_>) -> Option<WritingDown> {
    let mut took: Vec<u64> = in_order(played.case)
        .into_iter()
        .filter_map(|at| {
            let recorded = played.case.at(at);
            let happened = recorded.who.happened?.earliest()?;
            Some(u64::try_from((recorded.at.instant() - happened.instant()).num_milliseconds()).unwrap_or(0))
        })
        .collect();
    took.sort_unstable();
    let longest_ms = *took.last()?;
    Some(WritingDown { median_ms: median(&took), longest_ms, n: took.len() })
}

/// Of an even number the mean of the two in the middle, down to whole seconds.
fn median(sorted: &[u64]) -> u64 {
    let (one, other) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
    one.midpoint(other) / 1000 * 1000
}
