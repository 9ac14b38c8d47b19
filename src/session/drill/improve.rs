//! The review after a drill: notes that answer its questions, and improvement actions, each from the note that it is for.

use super::conduct::Conduct;
use crate::drill::account::Noted;
use crate::drill::review::Question;
use crate::record::verbs::drill::{improve, remark};
use crate::record::{Draft, Receipt};
use crate::session::SubmitError;

/// What is to become better.
pub struct Improvement<'a> {
    pub name: &'a str,
    pub why: &'a str,
    pub owner: &'a str,
    /// A day, as people type it.
    pub due: &'a str,
    /// `planning`, `organization`, `equipment`, `training` or `exercise`.
    pub kind: &'a str,
    /// The entry of the case that it comes from, by its name.
    pub from: Option<String>,
}

impl Improvement<'_> {
    fn draft(&self) -> Draft {
        Draft::new(&improve::VERB, "")
            .with(&improve::NAME, self.name)
            .with(&improve::OWNER, self.owner)
            .with(&improve::DUE, self.due)
            .with(&improve::KIND, self.kind)
            .with(&improve::WHY, self.why)
            .with_some(&improve::FROM, self.from.clone())
    }
}

impl Conduct {
    /// Adds an improvement action to the list of actions of the case.
    ///
    /// # Errors
    /// If the day is none, nobody owns it, or the disk does not take it.
    pub fn improve(&mut self, one: &Improvement<'_>) -> Result<Receipt, SubmitError> {
        self.in_case(&one.draft())
    }

    /// Notes an answer to a question of the review; of a gap with what was behind it.
    ///
    /// # Errors
    /// If the words are missing, or the disk does not take it.
    pub fn answers(
        &mut self,
        question: &'static Question,
        text: &str,
        because: Option<&str>,
    ) -> Result<Receipt, SubmitError> {
        let draft = answer(question).with(&remark::TEXT, text);
        self.in_case(&draft.with_some(&remark::BECAUSE, because.map(str::to_owned)))
    }

    /// The name of the entry of the case that a note comes from, if there is one.
    pub fn origin(&self, note: &Noted<'_>) -> Option<String> {
        let at = self.account().origin(note)?;
        Some(self.case.state().name(at))
    }
}

/// A note that answers a question, without its words.
pub fn answer(question: &'static Question) -> Draft {
    Draft::new(&remark::VERB, "").with(&remark::ANSWERS, question.word)
}
