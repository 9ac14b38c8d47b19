//! What takes a whole line: a question of yes and no, and whether something is needed. Nothing is concluded from how a line begins.

use super::Verb;
use super::verbs::{answer, task};
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::playbook::Body;
use crate::playbook::question::AnswerType;

/// A verb, and what a line may say for it.
#[derive(Clone, Copy, Debug)]
pub struct WholeLine {
    pub verb: &'static Verb,
    /// The words people type, and what each records.
    takes: &'static [(&'static [&'static str], &'static str)],
    /// What is said of any other line.
    pub only: &'static str,
}

static YES_NO: WholeLine = WholeLine {
    verb: &answer::VERB,
    takes: &[(&["y", "yes"], "yes"), (&["n", "no"], "no"), (&["u", "unknown", "not known yet"], "unknown")],
    only: "Only y, n and u answer this. Nothing was recorded.",
};
static NEEDED: WholeLine = WholeLine {
    verb: &task::VERB,
    takes: &[(&["y", "yes"], task::NEEDED), (&["n", "no"], task::RULED_OUT)],
    only: "Only y and n answer this. Nothing was recorded.",
};

impl WholeLine {
    /// What a line may say for something; `None` where it takes other answers.
    pub fn of(view: &View<'_>, target: Target) -> Option<&'static Self> {
        let Target::Item(at) = target else { return None };
        match &view.playbook.items[at].body {
            _ if view.picture.closed => None,
            // For which row comes first.
            body if body.for_each().is_some() && matches!(body, Body::Question(_)) => None,
            Body::Question(question) => (question.answer == AnswerType::YesNo).then_some(&YES_NO),
            Body::Task(_) | Body::Call(_) | Body::Document(_) => {
                (view.picture.items[at].standing == Standing::Choice).then_some(&NEEDED)
            }
            _ => None,
        }
    }

    /// What the line records: the stored form of a choice.
    pub fn read(&self, line: &str) -> Option<&'static str> {
        let line = line.trim().to_lowercase();
        self.takes.iter().find(|(words, _)| words.contains(&line.as_str())).map(|(_, value)| *value)
    }

    /// Whether it is a question, and not known yet is an answer.
    pub fn is_question(&self) -> bool {
        self.takes.len() == YES_NO.takes.len()
    }
}
