//! A line on a yes/no card: every character is text, and only a whole line records. No key waits, and nothing is concluded from
//! how fast somebody types.

use crate::guide::agenda::Target;
use crate::guide::{Standing, View};
use crate::playbook::Body;
use crate::playbook::question::AnswerType;
use crate::record::verbs::{answer, task};
use crate::record::{Draft, Verb, main_verb};
use crate::tui::effect::Effect;
use crate::tui::form::Fill;
use crate::tui::key::Key;
use crate::tui::open::open_with;

/// A line that is being typed.
#[derive(Debug)]
pub struct Answering {
    typed: Fill,
    verb: &'static Verb,
    /// What it takes: the words people type, and what each records.
    takes: &'static [(&'static [&'static str], &'static str)],
    /// Why the last Enter recorded nothing.
    problem: Option<&'static str>,
}

const YES_NO: &[(&[&str], &str)] =
    &[(&["y", "yes"], "yes"), (&["n", "no"], "no"), (&["u", "unknown", "not known yet"], "unknown")];
const NEEDED: &[(&[&str], &str)] = &[(&["y", "yes"], task::NEEDED), (&["n", "no"], task::RULED_OUT)];

impl Answering {
    /// An empty line, where the card takes one.
    pub fn of(case: &View<'_>, target: Target) -> Option<Self> {
        let Target::Item(at) = target else { return None };
        if case.picture.closed {
            return None;
        }
        let (verb, takes) = match &case.playbook.items[at].body {
            Body::Question(question) if question.answer == AnswerType::YesNo => (&answer::VERB, YES_NO),
            Body::Task(_) | Body::Call(_) | Body::Document(_)
                if case.picture.items[at].standing == Standing::Choice =>
            {
                (&task::VERB, NEEDED)
            }
            _ => return None,
        };
        Some(Self { typed: Fill::line(""), verb, takes, problem: None })
    }

    pub fn key(&mut self, key: Key) {
        self.problem = None;
        self.typed.key(key);
    }

    pub fn paste(&mut self, text: &str) -> Option<String> {
        self.problem = None;
        self.typed.paste(text)
    }

    pub fn text(&self) -> String {
        self.typed.text()
    }

    pub fn problem(&self) -> Option<&'static str> {
        self.problem
    }

    /// What is said where nothing was typed.
    pub fn missing(&self) -> &'static str {
        if self.takes.len() == YES_NO.len() { "Press y, n or u, then Enter." } else { "Press y or n, then Enter." }
    }

    fn read(&self) -> Option<&'static str> {
        let typed = self.text().trim().to_lowercase();
        self.takes.iter().find(|(words, _)| words.contains(&typed.as_str())).map(|(_, value)| *value)
    }

    fn draft(&self, case: &View<'_>, target: Target, value: &str) -> Draft {
        Draft::new(self.verb, main_verb(case, target).1).with(self.verb.fields[0], value)
    }

    /// Enter: records what the whole line says, or says why it does not.
    pub fn take(&mut self, case: &View<'_>, target: Target) -> Vec<Effect> {
        match self.read() {
            // A reason is asked for in its form.
            Some(task::RULED_OUT) => open_with(case, self.draft(case, target, task::RULED_OUT)),
            Some(value) => vec![Effect::Submit(self.draft(case, target, value))],
            None if self.text().trim().is_empty() => vec![Effect::Say(self.missing().into())],
            None => {
                let yes_no = self.takes.len() == YES_NO.len();
                self.problem = Some(if yes_no {
                    "Only y, n and u answer this. Nothing was recorded."
                } else {
                    "Only y and n answer this. Nothing was recorded."
                });
                Vec::new()
            }
        }
    }

    /// Tab: when, who, source and remark beside the answer.
    pub fn more(self, case: &View<'_>, target: Target) -> Vec<Effect> {
        let draft = match self.read() {
            Some(value) => self.draft(case, target, value),
            None => Draft::new(self.verb, main_verb(case, target).1),
        };
        open_with(case, draft)
    }
}
