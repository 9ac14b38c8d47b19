//! Whether what a response playbook takes over fits what its review asks.

use super::item::Body;
use super::load::Loaded;
use super::model::{Kind, Playbook};
use super::question::Question;
use crate::source::{Code, Problem};

impl Question {
    /// Whether an answer to `other` is an answer to this question: the same type, and the same options.
    pub fn takes_answers_of(&self, other: &Self) -> bool {
        let ids = |question: &Self| question.options.iter().map(|option| option.id.clone()).collect::<Vec<_>>();
        self.answer == other.answer && ids(self) == ids(other)
    }
}

/// Reports what keeps a response playbook from taking answers over from its review, each at its own line.
pub fn compare(response: &mut Loaded, review: &Playbook) {
    let Some(playbook) = &response.playbook else { return };
    let mut found = Vec::new();
    if review.kind == Kind::Readiness {
        for item in &playbook.items {
            let Body::Question(question) = &item.body else { continue };
            let Some(from) = &question.from_review else { continue };
            let message = match review.question(from.as_str()) {
                None => format!("`{}` takes over `{from}`, which {} does not ask.", item.id, review.id),
                Some(asked) if !question.takes_answers_of(asked) => format!(
                    "`{}` and the question `{from}` of {} take different answers, so none is taken over.",
                    item.id, review.id
                ),
                Some(_) => continue,
            };
            let span = response.places.taken_over.get(item.id.as_str()).copied().unwrap_or_default();
            found.push(Problem::new(Code::ReviewDiffers, span, message));
        }
    } else {
        let message = format!("`{}` is not of kind \"readiness\", so nothing is taken over from it.", review.id);
        found.push(Problem::new(Code::ReviewDiffers, response.places.review, message));
    }
    response.problems.extend(found);
    response.problems.sort_by_key(|problem| problem.span);
}
