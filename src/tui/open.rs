//! Opening the form of a verb, or saying why it may not be used here.

use super::effect::Effect;
use super::form::Form;
use super::modal::Modal;
use crate::guide::View;
use crate::guide::agenda::Target;
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

/// The form that records an entry anew, or why it cannot be.
pub fn correct(case: &View<'_>, entry: usize) -> Vec<Effect> {
    match record::correct::draft(case, &case.state.at(entry).id.to_string()) {
        Ok(draft) => open_with(case, draft),
        Err(refusal) => vec![Effect::Say(said(case, &refusal, Voice::Screen).line())],
    }
}

/// The same for what counts of an item or a silence now.
pub fn correct_target(case: &View<'_>, target: Target) -> Vec<Effect> {
    let entry = match target {
        Target::Item(at) => case.picture.items[at].entry,
        Target::Silence(at) => case.picture.silences[at].decided,
    };
    match entry {
        Some(entry) => correct(case, entry),
        None => vec![Effect::Say("Nothing is recorded here that could be put right. Enter opens it.".into())],
    }
}
