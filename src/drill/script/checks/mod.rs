//! What a script must also obey once everything in it resolves; one file for each family of checks.

mod bound;
mod gives_away;
mod plan;
mod real;
mod texts;

use super::model::Script;
use super::raw::file::{RawHead, RawScript};
use crate::source::{Problems, Source};

/// What the checks look at. Lists of the model stand beside those of the file, one for one.
struct Checked<'a> {
    raw: &'a RawScript,
    head: &'a RawHead,
    script: &'a Script,
    source: &'a Source,
}

pub(super) fn check(raw: &RawScript, head: &RawHead, script: &Script, source: &Source, problems: &mut Problems) {
    let checked = Checked { raw, head, script, source };
    let pieces = texts::pieces(raw, head);
    bound::check(&checked, problems);
    plan::check(&checked, problems);
    real::check(&checked, &pieces, problems);
    gives_away::check(&checked, &pieces, problems);
}

impl Checked<'_> {
    /// A place inside a text; the whole of it where it cannot be said.
    fn inside(&self, piece: &texts::Piece<'_>, range: std::ops::Range<usize>) -> crate::source::Span {
        let whole = piece.span;
        let written = self.source.text.get(whole.start..whole.end);
        match written.and_then(|written| crate::source::within::within(written, piece.text, range)) {
            Some(found) => {
                crate::source::Span { start: whole.start + found.start, end: whole.start + found.end, ..whole }
            }
            None => whole,
        }
    }
}
