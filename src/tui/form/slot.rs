//! One field of a form: its name, what it takes, what it holds, how it echoes what is typed.

use super::{Fill, Pick};
use crate::base::ItemId;
use crate::record::Place;
use crate::tui::key::{Code, Key};

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
    /// The field of a verb that it is, and the column where it is a cell; none in the program's own forms.
    pub record: Option<Place>,
    /// Whether nothing can be recorded while it is empty.
    pub required: bool,
    /// Whether what the program put there is read once before it is recorded.
    pub stop: bool,
    /// Whether it is one of the remarks around a record, which fold into one line while nothing is in them.
    pub extra: bool,
    /// Whether it is not drawn: it says what whoever has the form before their eyes says by recording.
    pub(super) hidden: bool,
    /// Whether it holds the person's own words beside the choice before it.
    pub(super) own: bool,
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
            record: None,
            hidden: false,
            own: false,
            required: false,
            stop: false,
            extra: false,
            initial,
            offered,
        }
    }

    /// What it is among the fields of a form.
    pub(super) fn key_of(&self) -> (&'static str, Option<&str>) {
        let column = self.record.as_ref().and_then(|(_, column)| column.as_ref());
        (self.name, column.map(ItemId::as_str))
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
}
