//! A playbook for the night of a breach keeps two counts: persons affected, and residents of the home jurisdiction. A plan that asks
//! for no number, such as one for an outage, has nobody to count.

use super::FILE;
use crate::playbook::item::{Body, Item};
use crate::playbook::model::{Kind, Playbook};
use crate::playbook::places::Places;
use crate::playbook::question::AnswerType;
use crate::playbook::register::RegisterKind;
use crate::source::{Code, Problem, Problems};

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let asks = |item: &Item| match &item.body {
        Body::Question(question) => question.answer == AnswerType::Number,
        Body::Register(register) => register.kind == RegisterKind::List,
        _ => false,
    };
    let read = problems.spared(&[FILE, "kind", "counts", "answer", "register"], &[]);
    if read && playbook.kind == Kind::Response && playbook.counts.is_none() && playbook.items.iter().any(asks) {
        let message =
            "The playbook does not say which questions count the persons affected and those who live at home.";
        problems.add(Problem::new(Code::NoCounts, places.head, message));
    }
}
