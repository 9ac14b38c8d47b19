//! What was said beforehand of the next entry: when, by whom, for which row of a list, and who decided.

use super::walk::Walk;
use crate::record::Draft;
use crate::record::verbs::decision::{self, PERSON, STANDING_IN};

impl Walk<'_> {
    /// Says something of the next entry, by the name of its field.
    pub(super) fn beforehand(&mut self, field: &'static str, text: &str) {
        self.said.insert(field, text.to_owned());
    }

    /// The draft with what was said beforehand, as far as its verb has such fields and it does not say so itself.
    pub(super) fn prepared(&self, draft: &Draft) -> Draft {
        let mut draft = draft.clone();
        for field in draft.verb.all_fields() {
            if let (Some(text), None) = (self.said.get(field.name), draft.given(field)) {
                draft.give(field, text);
            }
        }
        if let (true, Some((name, other))) = (draft.verb == &decision::VERB, &self.sat) {
            draft = draft.with(&PERSON, name).with_some(&STANDING_IN, other.clone());
        }
        draft
    }
}
