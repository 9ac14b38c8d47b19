//! What a role found of a text that it looked at.

use super::stored::Word;
use crate::base::written::words;

words! {
    pub enum Finding {
        /// It is right as it stands.
        Ok = "ok",
        /// Something in it is to be changed.
        Change = "change",
    }
}

impl Word for Finding {
    fn to_text(&self) -> String {
        self.word().to_owned()
    }

    fn of_text(text: &str) -> Option<Self> {
        crate::base::written::Word::of_word(text)
    }
}
