//! What the checks look at.

use super::texts::Piece;
use crate::drill::script::model::Script;
use crate::drill::script::raw::file::{RawHead, RawScript};
use crate::source::within::within;
use crate::source::{Source, Span};
use std::ops::Range;

/// What the checks look at. Lists of the model stand beside those of the file, one for one.
pub(super) struct Checked<'a> {
    pub raw: &'a RawScript,
    pub head: &'a RawHead,
    pub script: &'a Script,
    pub source: &'a Source,
}

impl Checked<'_> {
    /// A place inside a text; the whole of it where it cannot be said.
    pub fn inside(&self, piece: &Piece<'_>, range: Range<usize>) -> Span {
        let whole = piece.span;
        let written = self.source.text.get(whole.start..whole.end);
        match written.and_then(|written| within(written, piece.text, range)) {
            Some(found) => Span { start: whole.start + found.start, end: whole.start + found.end, ..whole },
            None => whole,
        }
    }
}
