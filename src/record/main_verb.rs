//! What Enter opens, and what a line answers: the one table from kind of item and how it stands to the verb.

use super::verb::Verb;
use super::verbs::{self, silence, task};
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::playbook::register::RegisterKind;
use crate::playbook::{Body, Item};

/// The verb by which something is recorded, and the id that it is on.
pub fn main_verb<'a>(view: &View<'a>, target: Target) -> (&'static Verb, &'a str) {
    match target {
        Target::Silence(at) => (&silence::VERB, view.playbook.silences[at].id.as_str()),
        Target::Item(at) => {
            let item = &view.playbook.items[at];
            // Whether a call is needed at all comes before the call.
            let undecided = matches!(item.body, Body::Call(_)) && view.picture.items[at].standing == Standing::Choice;
            (if undecided { &task::VERB } else { verb_of(item) }, item.id.as_str())
        }
    }
}

/// The verb by which items of this kind are recorded.
pub fn verb_of(item: &Item) -> &'static Verb {
    match &item.body {
        Body::Question(_) => &verbs::answer::VERB,
        Body::Task(_) | Body::Document(_) => &verbs::task::VERB,
        Body::Decision(_) => &verbs::decision::VERB,
        Body::Call(_) => &verbs::call::VERB,
        Body::Prohibition(_) => &verbs::prohibition::VERB,
        Body::Register(body) if body.kind == RegisterKind::List => &verbs::row::VERB,
        Body::Register(_) => &verbs::count::VERB,
    }
}
