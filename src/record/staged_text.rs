//! A text of a document that the session has filled, or read again, for a draft of a record.

use crate::judge::evidence::texts;

/// What a content that is not known prints, up to what it is.
pub const NOT_YET_KNOWN: &str = "[not yet known";

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StagedText {
    pub version: i64,
    /// SHA-256 of the words, as 64 lower-case hex digits.
    pub sha256: String,
    /// SHA-256 of what it was filled from.
    pub template: Option<String>,
    /// The whole text, as it lies in the case.
    pub words: String,
    /// The contents of the document that may apply and for which the text has no place, by their places.
    pub without: Vec<usize>,
}

impl StagedText {
    /// Its seal, to be said aloud.
    pub fn seal(&self) -> String {
        texts::seal(&self.sha256)
    }

    /// Whether something stands in it that is not yet known.
    pub fn lacks_something(&self) -> bool {
        self.words.contains(NOT_YET_KNOWN)
    }
}
