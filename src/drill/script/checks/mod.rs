//! What a script must also obey once everything in it resolves; one file for each family of checks.

mod bound;
mod checked;
mod gives_away;
mod plan;
mod real;
mod texts;

use checked::Checked;

use super::model::Script;
use super::raw::file::{RawHead, RawScript};
use crate::source::{Problems, Source};

pub(super) fn check(raw: &RawScript, head: &RawHead, script: &Script, source: &Source, problems: &mut Problems) {
    let checked = Checked { raw, head, script, source };
    let pieces = texts::pieces(raw, head);
    bound::check(&checked, problems);
    plan::check(&checked, problems);
    real::check(&checked, &pieces, problems);
    gives_away::check(&checked, &pieces, problems);
}
