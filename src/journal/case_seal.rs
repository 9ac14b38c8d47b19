//! The seal of a whole case, over the last block of every run.

use super::{Head, Seal};

impl Seal {
    /// SHA-256 over the lines `session:seq:seal` of these heads, sorted, each ended by a line feed: one text for all journals, which
    /// changes with each entry of any. Of the same heads in any order it is the same.
    pub fn of_case(heads: &[Head]) -> Self {
        let mut lines: Vec<String> = heads.iter().map(|head| format!("{head}\n")).collect();
        lines.sort_unstable();
        Self::of(lines.concat().as_bytes())
    }
}
