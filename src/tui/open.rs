//! Opening the form of a verb, or saying why it may not be used here.

use super::effect::Effect;
use super::form::Form;
use super::modal::Modal;
use crate::judge::View;
use crate::page::refusal::{Voice, said};
use crate::record::{self, Draft, Verb};

/// The form of a verb on something.
pub fn open(case: &View<'_>, verb: &'static Verb, on: &str) -> Vec<Effect> {
    open_with(case, Draft::new(verb, on))
}

/// The same with what the draft holds already.
pub fn open_with(case: &View<'_>, draft: Draft) -> Vec<Effect> {
    vec![match record::offers(case, draft.verb, &draft.on) {
        Ok(_) => Effect::Push(Modal::Form(Box::new(Form::of(case, &draft)))),
        Err(refusal) => Effect::Say(said(case, &refusal, Voice::Screen).line()),
    }]
}
