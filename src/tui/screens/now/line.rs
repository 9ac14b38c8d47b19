//! A line on a yes/no card: every character is text, and only a whole line records. A letter that stands alone is its key, once
//! Enter takes it. No key waits, and nothing is concluded from how fast somebody types.

use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::record::verbs::task;
use crate::record::{Draft, WholeLine, main_verb};
use crate::session::Sight;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::form::Fill;
use crate::tui::key::Key;
use crate::tui::keymap::{self, Scope};
use crate::tui::open::open_with;

/// Whether the letter of a verb acts at once on a card that takes a line. Going and filling in record nothing; a slip is struck with
/// one key, and the strike, too, is an entry that can be struck.
pub fn acts_at_once(action: Action) -> bool {
    matches!(action, Action::Go | Action::Together | Action::Strike)
}

/// A line that is being typed.
#[derive(Debug)]
pub struct Answering {
    typed: Fill,
    takes: &'static WholeLine,
    /// Why the last Enter recorded nothing.
    problem: Option<&'static str>,
    /// How far the case had been read when it was begun.
    pub(super) sight: Option<Sight>,
}

impl Answering {
    /// An empty line, where the card takes one.
    pub fn of(case: &View<'_>, target: Target) -> Option<Self> {
        Some(Self { typed: Fill::line(""), takes: WholeLine::of(case, target)?, problem: None, sight: None })
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
        if self.takes.is_question() { "Press y, n or u, then Enter." } else { "Press y or n, then Enter." }
    }

    /// The verb of a letter that stands alone and answers nothing.
    pub fn verb(&self) -> Option<Action> {
        let text = self.text();
        let mut signs = text.trim().chars();
        let (Some(sign), None) = (signs.next(), signs.next()) else { return None };
        let action = keymap::find(Scope::Now, Key::sign(sign).small())?;
        let alone = sign.is_alphabetic() && self.read().is_none() && action != Action::Unknown;
        alone.then_some(action)
    }

    fn read(&self) -> Option<&'static str> {
        self.takes.read(&self.text())
    }

    fn draft(&self, case: &View<'_>, target: Target, value: &str) -> Draft {
        Draft::new(self.takes.verb, main_verb(case, target).1).with(self.takes.verb.fields[0], value)
    }

    /// Enter: records what the whole line says, or says why it does not.
    pub fn take(&mut self, case: &View<'_>, target: Target) -> Vec<Effect> {
        match self.read() {
            // A reason is asked for in its form.
            Some(task::RULED_OUT) => open_with(case, self.draft(case, target, task::RULED_OUT)),
            Some(value) => vec![Effect::Submit(self.draft(case, target, value))],
            None if self.text().trim().is_empty() => vec![Effect::Say(self.missing().into())],
            None => {
                self.problem = Some(self.takes.only);
                Vec::new()
            }
        }
    }

    /// Tab: when, who, source and remark beside the answer.
    pub fn more(self, case: &View<'_>, target: Target) -> Vec<Effect> {
        let draft = match self.read() {
            Some(value) => self.draft(case, target, value),
            None => Draft::new(self.takes.verb, main_verb(case, target).1),
        };
        open_with(case, draft)
    }
}
