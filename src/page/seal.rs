//! The seal of the whole case, to be said aloud, written down or taken off the screen with a camera: later nobody can change the record
//! before it without its being seen.

use super::document::{Block, Document};
use super::line::{Line, Tone};
use crate::base::CaseId;
use crate::base::text::counted;
use crate::journal::{Head, Seal, case_seal};
use crate::judge::View;

/// What it is, and the picture of it. `heads` are the last blocks of every run.
pub fn page(view: &View<'_>, case: Option<&CaseId>, heads: &[Head]) -> Document {
    let mut document = Document::default();
    let seal = Seal::of_case(heads);
    let entries = counted(view.state.log.len(), "entry", "entries");
    let runs = counted(heads.len(), "journal", "journals");
    if let Some(case) = case {
        document.add(Block::Qr(case_seal::for_a_camera(case, view.state.log.len(), heads)));
    }
    document.labelled("Case seal", Line::strong(seal.short()).and(Tone::Quiet, format!("  {entries}, {runs}")));
    document.text(Line::quiet("Say it aloud to somebody outside, write it down, or photograph it."));
    document.labelled("In full", Line::quiet(seal.to_string()));
    document
}
