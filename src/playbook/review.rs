//! Whether what a response playbook takes over fits what its review asks.

use super::item::Body;
use super::model::{Kind, Playbook};
use super::question::Question;

impl Question {
    /// Whether an answer to `other` is an answer to this question: the same type, and the same options.
    pub fn takes_answers_of(&self, other: &Self) -> bool {
        let ids = |question: &Self| question.options.iter().map(|option| option.id.clone()).collect::<Vec<_>>();
        self.answer == other.answer && ids(self) == ids(other)
    }
}

/// What keeps `response` from taking answers over from `review`, as sentences; empty when everything fits.
pub fn misfits(response: &Playbook, review: &Playbook) -> Vec<String> {
    if review.kind != Kind::Readiness {
        return vec![format!("{} is not of kind \"readiness\", so nothing is taken over from it.", review.id)];
    }
    let taken = response.items.iter().filter_map(|item| match &item.body {
        Body::Question(question) => Some((item, question, question.from_review.as_ref()?)),
        _ => None,
    });
    taken
        .filter_map(|(item, question, from)| match review.question(from.as_str()) {
            None => Some(format!("{} takes over {from}, which {} does not ask.", item.id, review.id)),
            Some(asked) if !question.takes_answers_of(asked) => Some(format!(
                "{} and the question {from} of {} take different answers, so none is taken over.",
                item.id, review.id
            )),
            Some(_) => None,
        })
        .collect()
}
