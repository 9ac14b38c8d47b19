//! Approving on the screen: the text is read where it is approved.

use super::app::App;
use super::form::Kind;
use super::modal::Modal;
use crate::page::{Document, Line, Tone};
use crate::record::verbs::approve;
use crate::report::letter::blocks;

impl App {
    /// Who approves a text has it before them whole.
    pub(super) fn with_text(&self, mut modal: Modal) -> Modal {
        if let (Modal::Form(form), Some(case)) = (&mut modal, &self.case)
            && let Kind::Record(verb, on) = &form.kind
            && *verb == &approve::VERB
            && let Some((seal, words)) = case.text_to_approve(on)
        {
            let mut below = Document::default();
            match words {
                Ok(words) => _ = below.labelled("Text", Line::quiet(seal)).gap().append(blocks(&words)),
                Err(why) => _ = below.text(Line::of(Tone::Alarm, format!("The text {seal} cannot be read: {why}."))),
            }
            form.below = below;
        }
        modal
    }
}
