//! What is not there, said: nothing on a page is ever blank, 0 or guessed.

use crate::page::{Line, Tone};

/// `[not yet known: how many]`.
pub fn not_yet_known(what: &str) -> Line {
    Line::of(Tone::Missing, format!("[not yet known: {}]", what.trim_end_matches(['.', '?'])))
}

/// `[not asked by this policy]`.
pub fn not_asked() -> Line {
    Line::of(Tone::Missing, "[not asked by this policy]")
}

/// `[no owner]`.
pub fn no_owner() -> Line {
    Line::of(Tone::Missing, "[no owner]")
}

/// A cell for which there is nothing to say: a dash, so that nobody takes it for one that was forgotten.
pub fn none() -> Line {
    Line::quiet("-")
}
