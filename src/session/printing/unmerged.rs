//! Why there is no list of letters to persons.

/// Why there is no such list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unmerged {
    /// The playbook names no method by which it goes to persons on a list.
    NoMethod,
    /// No text of it was drafted.
    NoText,
    /// Several texts did not see each other.
    SeveralTexts(Vec<String>),
    /// Its latest text, by its seal.
    NotApproved(String),
    /// A list cannot be read as it was taken in; which and why.
    NotRead(String),
}
