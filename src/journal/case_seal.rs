//! The seal of a whole case, over the last block of every run, and the text by which a camera takes it out.

use super::{Head, Seal};
use crate::base::CaseId;

/// How many signs of the case's name stand before its seal.
const NAMED: usize = 8;

impl Seal {
    /// SHA-256 over the lines `session:seq:seal` of these heads, sorted, each ended by a line feed: one text for all journals, which
    /// changes with each entry of any. Of the same heads in any order it is the same.
    pub fn of_case(heads: &[Head]) -> Self {
        let mut lines: Vec<String> = heads.iter().map(|head| format!("{head}\n")).collect();
        lines.sort_unstable();
        Self::of(lines.concat().as_bytes())
    }
}

/// `BREACHBOOK/1 K4QZ2M7A 48 7AB4...`: the format, the case, how many entries it has, its whole seal. Capitals and digits only, so that
/// a code of squares stays small.
pub fn for_a_camera(case: &CaseId, entries: usize, heads: &[Head]) -> String {
    let name: String = case.as_str().chars().take(NAMED).collect();
    format!("BREACHBOOK/1 {name} {entries} {}", Seal::of_case(heads)).to_uppercase()
}
