//! What the walk says, a line at a time.

use super::walk::Walk;
use crate::base::text::inert_line;
use crate::journal::Mode;
use crate::session::Session;
use std::io;

impl Walk<'_> {
    /// One line, inert. In an exercise the first that follows a line that was typed says so.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        let word = exercise_word(self.session);
        let begins = !word.is_empty() && !self.block_begun && !text.is_empty();
        self.block_begun |= !text.is_empty();
        if begins && !text.starts_with(word) {
            write!(self.out, "{word}. ")?;
        }
        writeln!(self.out, "{}", inert_line(text))
    }
}

/// What stands before each prompt of an exercise.
pub(super) fn exercise_word(session: &Session) -> &'static str {
    match session.mode() {
        Mode::Exercise => "EXERCISE",
        Mode::Live => "",
    }
}
