//! The text itself, and what may not stand in it whatever it is about.

use super::{Code, Problem, Problems, Span};
use crate::base::text::is_active;

/// Most bytes of one file.
pub const MOST_BYTES: usize = 512 * 1024;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its name, as shown in problems.
    pub name: String,
    pub text: String,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}

/// Finds signs that act on a screen anywhere in the file, comments included (see "Trojan Source", 2021).
pub(crate) fn scan(file: usize, text: &str, problems: &mut Problems) {
    let layout = |c: char| matches!(c, '\n' | '\r' | '\t');
    // Most of a file is plain; only what is not is decoded.
    let odd = |byte: &u8| !matches!(byte, b' '..=b'~' | b'\n');
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(odd).map(|step| at + step) {
        let Some(sign) = text[start..].chars().next() else { return };
        at = start + sign.len_utf8();
        if !is_active(sign) || layout(sign) || start == 0 && sign == '\u{FEFF}' {
            continue;
        }
        if problems.is_full() {
            return;
        }
        let span = Span { file, start, end: start + sign.len_utf8() };
        let message = format!("Here stands U+{:04X}, which acts on a screen unseen.", u32::from(sign));
        problems.add(Problem::new(Code::HiddenCharacter, span, message));
    }
}
