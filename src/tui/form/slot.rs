//! One field of a form: its name, what it takes, what it holds, how it echoes what is typed.

use super::{Fill, Pick};
use crate::tui::key::{Code, Key};

/// How the form echoes what it understands while it is typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Echo {
    /// Not at all.
    None,
    /// As an answer to the question of the form.
    Answer,
    /// As when something happened.
    Happened,
    /// As a time or an item to wait for.
    Until,
    /// As the time on a watch.
    Watch,
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the program.
    pub name: &'static str,
    /// Its name on the screen.
    pub label: String,
    /// What it takes, shown while it is filled in.
    pub hint: String,
    /// What a line of it looks like; it stays while something is typed.
    pub example: String,
    /// What it holds.
    pub input: Fill,
    /// How it echoes.
    pub echo: Echo,
    /// Whether nothing can be recorded while it is empty.
    pub required: bool,
    /// Whether what the program put there is read once before it is recorded.
    pub stop: bool,
    /// Whether it is one of the remarks around a record, which fold into one line while nothing is in them.
    pub extra: bool,
    /// What it held when the form opened.
    pub(super) initial: String,
    /// Whether a line still holds what the program put there, so that the first letter replaces it.
    pub(super) offered: bool,
}

impl Field {
    /// A field of one line.
    pub fn line(name: &'static str, label: &str, text: &str) -> Self {
        Self::new(name, label, Fill::line(text))
    }

    /// A field of several lines.
    pub fn area(name: &'static str, label: &str, text: &str) -> Self {
        Self::new(name, label, Fill::area(text))
    }

    /// A choice.
    pub fn pick(name: &'static str, label: &str, pick: Pick) -> Self {
        Self::new(name, label, Fill::Pick(pick))
    }

    fn new(name: &'static str, label: &str, input: Fill) -> Self {
        let initial = input.text();
        let offered = matches!(input, Fill::Line(_)) && !initial.is_empty();
        Self {
            name,
            label: label.into(),
            hint: String::new(),
            example: String::new(),
            input,
            echo: Echo::None,
            required: false,
            stop: false,
            extra: false,
            initial,
            offered,
        }
    }

    /// Takes a key that is not a command. A letter replaces what the program offered; any other key keeps it to be changed.
    pub(super) fn key(&mut self, key: Key) {
        if matches!(key.code, Code::Char(_)) && !key.ctrl {
            self.clear_offer();
        }
        self.offered = false;
        self.input.key(key);
    }

    /// Takes pasted text, in place of what the program offered.
    pub(super) fn paste(&mut self, text: &str) -> Option<String> {
        self.clear_offer();
        self.input.paste(text)
    }

    fn clear_offer(&mut self) {
        if self.offered {
            self.offered = false;
            self.input = Fill::line("");
        }
    }

    /// Says what the field takes.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Shows what it may look like, for as long as it is filled in.
    #[must_use]
    pub fn example(mut self, example: impl Into<String>) -> Self {
        self.example = example.into();
        self
    }

    /// Enter in another field leads here first while this is empty.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// What the program put there is recorded from this field only, or after it was changed.
    #[must_use]
    pub fn stop(mut self) -> Self {
        self.stop = true;
        self
    }

    /// Echoes what is understood.
    #[must_use]
    pub fn echo(mut self, echo: Echo) -> Self {
        self.echo = echo;
        self
    }
}
