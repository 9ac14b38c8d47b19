//! Refusals: why something was not recorded, and what to do instead. Nothing was written.

use std::fmt;

/// A refusal in two sentences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// What is wrong.
    pub message: String,
    /// What to do now.
    pub hint: String,
}

impl Refusal {
    /// What is wrong, and what to do now.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }

    /// An identifier that the playbook does not have, with the nearest that it has.
    pub fn unknown<'a>(what: &str, typed: &str, known: impl Iterator<Item = &'a str>) -> Self {
        let typed = crate::base::text::cut(typed, 60);
        let near = known
            .map(|id| (strsim::damerau_levenshtein(&typed, id), id))
            .filter(|(distance, id)| *distance <= 2.max(id.len() / 3))
            .min();
        let message = format!("This playbook has no {what} \"{typed}\".");
        match near {
            Some((_, id)) => Self::new(message, format!("Did you mean {id}?")),
            None => Self::new(message, "`breachbook playbook show PLAYBOOK` lists everything with its id."),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.hint)
    }
}

impl std::error::Error for Refusal {}
