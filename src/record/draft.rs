//! A draft: what somebody wants to record, as typed. Forms, prompts and arguments fill it; only verbs read it.

use super::StagedText;
use super::ask::Place;
use super::field::Field;
use super::refusal::{Reason, Refusal};
use super::verb::Verb;
use crate::case::TakenFile;
use crate::judge::import::Preview;
use std::collections::BTreeMap;

/// Longest text in one field of an entry, in bytes as the journal stores it.
pub const MAX_TEXT: usize = crate::judge::types::answer::MAX_ANSWER;

static EMPTY: Reason = Reason::new("empty", "{0} is empty.", "Write a few words; they become part of the record.");
static TOO_LONG: Reason = Reason::new(
    "too-long",
    "{0} is {1} bytes long; at most {2} fit into one entry.",
    "Shorten it, or split it into several notes.",
);

/// A verb, what it is on, and the texts of its fields.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    pub verb: &'static Verb,
    /// What it is on, as typed: an id, a title, the name of an entry; empty for the case.
    pub on: String,
    /// Who writes it down, where that is not the person at the keyboard before.
    pub by: Option<String>,
    texts: BTreeMap<&'static str, String>,
    /// Columns as typed, each with its text.
    cells: Vec<(String, String)>,
    /// What was found in a file that the session has read for this draft.
    pub staged: Option<Box<Preview>>,
    /// The files that the session has copied for this draft, each with its column as typed.
    pub taken: Vec<(String, TakenFile)>,
    /// The text of a document that the session has filled or read for this draft.
    pub text: Option<Box<StagedText>>,
}

impl Draft {
    pub fn new(verb: &'static Verb, on: impl Into<String>) -> Self {
        Self {
            verb,
            on: on.into(),
            by: None,
            texts: BTreeMap::new(),
            cells: Vec::new(),
            staged: None,
            taken: Vec::new(),
            text: None,
        }
    }

    /// The same with the text of a field. An empty one says that it is not known, which is not the same as nothing given.
    #[must_use]
    pub fn with(mut self, field: &'static Field, text: impl Into<String>) -> Self {
        self.give(field, text);
        self
    }

    #[must_use]
    pub fn with_some(self, field: &'static Field, text: Option<String>) -> Self {
        match text {
            Some(text) => self.with(field, text),
            None => self,
        }
    }

    pub fn give(&mut self, field: &'static Field, text: impl Into<String>) {
        debug_assert!(self.verb.all_fields().any(|known| known == field), "{:?} has no {}", self.verb, field.name);
        self.texts.insert(field.name, text.into());
    }

    /// The same, by the name of the field; a name that the verb does not declare is left out.
    pub fn give_named(&mut self, name: &str, text: impl Into<String>) {
        if let Some(field) = self.verb.all_fields().find(|field| field.name == name) {
            self.give(field, text);
        }
    }

    pub fn take_back(&mut self, place: &Place) {
        match &place.1 {
            None => _ = self.texts.remove(place.0.name),
            Some(column) => self.cells.retain(|(known, _)| known != column.as_str()),
        }
    }

    /// Says what stands in a column, which may be one that there is not.
    pub fn give_cell(&mut self, column: impl Into<String>, text: impl Into<String>) {
        self.cells.push((column.into(), text.into()));
    }

    /// The cells that were given, each with its column as typed.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cells.iter().map(|(column, text)| (column.as_str(), text.as_str()))
    }

    /// Gives what is asked at a place.
    pub fn give_at(&mut self, place: &Place, text: impl Into<String>) {
        match &place.1 {
            None => self.give(place.0, text),
            Some(column) => self.give_cell(column.as_str(), text),
        }
    }

    /// What was given at a place; empty if it was emptied.
    pub fn given_at(&self, place: &Place) -> Option<&str> {
        match &place.1 {
            None => self.given(place.0),
            Some(column) => self.cells().find(|(known, _)| *known == column.as_str()).map(|(_, text)| text),
        }
    }

    /// The text as given; empty if it was emptied.
    pub fn given(&self, field: &'static Field) -> Option<&str> {
        self.texts.get(field.name).map(String::as_str)
    }

    /// The text, if there is any, without what surrounds it.
    pub fn text(&self, field: &'static Field) -> Option<&str> {
        self.given(field).map(str::trim).filter(|text| !text.is_empty())
    }

    pub fn is_on(&self, field: &'static Field) -> bool {
        self.text(field) == Some(ON)
    }

    /// The words, if there are any.
    ///
    /// # Errors
    /// If a block cannot hold them.
    pub fn line(&self, field: &'static Field) -> Result<Option<String>, Refusal> {
        self.text(field).map(|text| bounded(text, field)).transpose()
    }

    /// The words, which must be there.
    ///
    /// # Errors
    /// If they are not, or a block cannot hold them.
    pub fn words(&self, field: &'static Field) -> Result<String, Refusal> {
        self.line(field)?.ok_or_else(|| missing(field, field.noun))
    }

    /// The same texts under another verb, as far as that has fields of these names.
    #[must_use]
    pub fn by_verb(&self, verb: &'static Verb) -> Self {
        let mut other = Self::new(verb, self.on.clone());
        for (name, text) in &self.texts {
            other.give_named(name, text);
        }
        other.cells.clone_from(&self.cells);
        other.staged.clone_from(&self.staged);
        other
    }

    /// Every field that was given, with its text, in the order of the command line.
    pub fn texts(&self) -> impl Iterator<Item = (&'static Field, &str)> {
        self.verb.all_fields().filter_map(|field| Some((field, self.text(field)?)))
    }
}

/// What a switch holds that is on.
pub const ON: &str = "yes";

/// That the words of a field are not there, which are called so here.
pub(super) fn missing(field: &'static Field, noun: &str) -> Refusal {
    EMPTY.about(noun).needs(field)
}

/// A text that a block can hold beside others. Escapes can make it longer on the disk.
pub(super) fn bounded(text: &str, field: &'static Field) -> Result<String, Refusal> {
    let stored = crate::journal::stored_len(text);
    if stored > MAX_TEXT {
        return Err(TOO_LONG.about(field).and(stored).and(MAX_TEXT).needs(field));
    }
    Ok(text.to_owned())
}
