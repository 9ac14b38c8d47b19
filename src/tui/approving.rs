//! Approving on the screen: the text is read where it is approved.

use super::app::App;
use super::form::{Form, Kind};
use crate::page::{Document, Line, Tone};
use crate::record::verbs::approve;
use crate::report::letter::blocks;

impl App {
    /// Who approves a text has it before them whole.
    pub(super) fn shows_text(&self, form: &mut Form) {
        let (Kind::Record(verb, on), Some(case)) = (&form.kind, &self.case) else { return };
        if *verb != &approve::VERB {
            return;
        }
        let Some((seal, words)) = case.text_to_approve(on) else { return };
        let mut below = Document::default();
        match words {
            Ok(words) => {
                below.labelled("Text", Line::quiet(seal)).gap().append(blocks(&words));
            }
            Err(why) => _ = below.text(Line::of(Tone::Alarm, format!("The text {seal} cannot be read: {why}."))),
        }
        form.below = below;
    }
}
