//! The texts that a playbook has: one a document, or one for each of its `texts`.

use crate::base::ItemId;
use crate::source::Source;
use std::collections::BTreeMap;

/// The folder beside a playbook, and within a case, in which they lie.
pub const FOLDER: &str = "letters";
/// Most texts of one playbook.
pub const MOST: usize = 200;
/// Most bytes of one text.
pub const MOST_BYTES: usize = 64 * 1024;

/// The texts by the names of their files: `notice_letter.md`, `holding_statement.rumour.md`.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Letters(BTreeMap<String, Source>);

impl Letters {
    pub fn new(texts: impl IntoIterator<Item = Source>) -> Self {
        Self(texts.into_iter().map(|text| (text.name.clone(), text)).collect())
    }

    /// The text of a document, or of one of its `texts`.
    pub fn text(&self, document: &ItemId, state: Option<&ItemId>) -> Option<&Source> {
        self.0.get(&name(document, state))
    }

    /// Whether a document has a text, whatever the case says.
    pub fn has(&self, document: &ItemId) -> bool {
        let prefix = format!("{document}.");
        self.0.range(prefix.clone()..).next().is_some_and(|(name, _)| name.starts_with(&prefix))
    }

    /// Every text, by name.
    pub fn all(&self) -> impl Iterator<Item = &Source> {
        self.0.values()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The name of the file of a text.
pub fn name(document: &ItemId, state: Option<&ItemId>) -> String {
    match state {
        Some(state) => format!("{document}.{state}.md"),
        None => format!("{document}.md"),
    }
}
