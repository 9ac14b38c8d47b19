//! The texts that a playbook has: one a document, or one for each of its `texts`.

use crate::base::ItemId;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// Most texts of one playbook.
pub const MOST: usize = 200;
/// Most bytes of one text.
pub const MOST_BYTES: usize = 64 * 1024;

/// The texts by the names of their files: `notice_letter.md`, `holding_statement.rumour.md`.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Letters {
    texts: BTreeMap<String, Source>,
    /// The names of those that the organisation wrote itself.
    own: BTreeSet<String>,
}

impl Letters {
    pub fn new(texts: impl IntoIterator<Item = Source>) -> Self {
        let texts = texts.into_iter().map(|text| (text.name.clone(), text)).collect();
        Self { texts, own: BTreeSet::new() }
    }

    /// The same with a text of the organisation's own, which goes before any other of that name.
    #[must_use]
    pub fn with_own(mut self, text: Source) -> Self {
        self.own.insert(text.name.clone());
        self.texts.insert(text.name.clone(), text);
        self
    }

    /// The names of those that the organisation wrote itself.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str)
    }

    /// The text of a document, or of one of its `texts`.
    pub fn text(&self, document: &ItemId, state: Option<&ItemId>) -> Option<&Source> {
        self.texts.get(&name(document, state))
    }

    /// Whether a document has a text, whatever the case says.
    pub fn has(&self, document: &ItemId) -> bool {
        let prefix = format!("{document}.");
        self.texts.range(prefix.clone()..).next().is_some_and(|(name, _)| name.starts_with(&prefix))
    }

    /// Every text, by name.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.texts.values()
    }

    /// Hands out the text of each to be changed.
    pub fn change_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.texts.values_mut().for_each(|text| change(&mut text.text));
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// Whether a file holds the text of a document: its name ends as those of Markdown do, in small letters.
pub fn is_file(name: &str) -> bool {
    name.strip_suffix(".md").is_some_and(|document| !document.is_empty())
}

/// The name of the file of a text.
pub fn name(document: &ItemId, state: Option<&ItemId>) -> String {
    match state {
        Some(state) => format!("{document}.{state}.md"),
        None => format!("{document}.md"),
    }
}
