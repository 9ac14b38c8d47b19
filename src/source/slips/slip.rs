//! What a rule says of a place that it recognises.

use std::ops::Range;

/// A slip of the pen, as a person would name it.
#[derive(Debug)]
pub(in crate::source) struct Slip {
    pub range: Range<usize>,
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// Whether it spoils nothing but its own line, so that what is said of lines below is true as well.
    pub alone: bool,
}
