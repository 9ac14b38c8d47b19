//! The list that the mail merge of an office makes letters from. Its cells are not guarded, because they are printed on envelopes: a row
//! of which a spreadsheet could take a cell for a formula is not in it, and has to be named to people.

use super::table::{Kind, Table, is_like_a_formula};
use crate::journal::Mode;

const COLUMNS: [&str; 9] = ["mode", "name", "address", "email", "language", "letter", "text_seal", "list", "line"];

/// A letter to one person.
#[derive(Clone, Copy, Debug)]
pub struct Mail<'a> {
    /// Of a live case or of an exercise: a letter of an exercise goes to nobody.
    pub mode: Mode,
    pub name: &'a str,
    pub address: &'a str,
    pub email: &'a str,
    pub language: &'a str,
    /// The text: which document, and its version.
    pub letter: &'a str,
    /// The seal of the text.
    pub text_seal: &'a str,
    /// The list on which the person stands.
    pub list: &'a str,
    /// The line of the file, or the label of the row.
    pub line: &'a str,
}

/// A list that grows letter by letter.
pub struct Merge(Table);

impl Default for Merge {
    fn default() -> Self {
        Self(Table::new(&COLUMNS.map(|title| (title, Kind::Plain))))
    }
}

impl Merge {
    /// Adds a letter; the title of the column that a spreadsheet could take for a formula, if there is one, and then nothing is added.
    pub fn add(&mut self, mail: &Mail<'_>) -> Option<&'static str> {
        let cells = [
            mail.mode.word(),
            mail.name,
            mail.address,
            mail.email,
            mail.language,
            mail.letter,
            mail.text_seal,
            mail.list,
            mail.line,
        ];
        let wrong = cells.iter().position(|cell| is_like_a_formula(cell));
        if wrong.is_none() {
            self.0.row(cells);
        }
        wrong.and_then(|at| COLUMNS.get(at).copied())
    }

    /// What was added since this was asked last.
    pub fn take(&mut self) -> Vec<u8> {
        self.0.take()
    }
}
