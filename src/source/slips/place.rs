//! The line at which reading stopped, cut into key and value.

use super::Slip;
use std::ops::Range;

/// Longest text that is repeated in an advice.
const MOST_REPEATED: usize = 120;

/// Where reading stopped.
pub(super) struct Place<'t> {
    pub text: &'t str,
    /// Byte at which it stopped.
    pub at: usize,
    /// Byte at which its line starts.
    pub start: usize,
    /// The line, without its end.
    pub line: &'t str,
    /// What the reader of TOML says of it.
    pub said: &'t str,
}

impl<'t> Place<'t> {
    pub fn of(text: &'t str, stopped: Range<usize>, said: &'t str) -> Option<Self> {
        let at = stopped.start;
        // What is missing at the end of a line is reported at its line feed, or behind it.
        let start = text.get(..at)?.rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..].split('\n').next()?.trim_end_matches('\r');
        Some(Self { text, at, start, line, said })
    }

    /// A slip on this line, from one byte of it to another.
    pub fn slip(&self, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Slip {
        let range = self.start + range.start..self.start + range.end;
        Slip { range, message: message.into(), help: help.into(), alone: true }
    }

    /// The byte of the line at which reading stopped.
    pub fn column(&self) -> usize {
        (self.at - self.start).min(self.line.len())
    }

    /// What stands before the first `=`, and what stands behind it with the byte of the line at which it starts.
    pub fn key_and_value(&self) -> Option<(&'t str, &'t str, usize)> {
        let at = self.line.find('=')?;
        let rest = &self.line[at + 1..];
        let value = rest.trim_start();
        Some((self.line[..at].trim(), value, self.line.len() - value.len()))
    }

    /// The signs of the line that stand outside of quoted texts and comments.
    pub fn outside(&self) -> Vec<(usize, char)> {
        let mut open: Option<char> = None;
        let mut found = Vec::new();
        let mut signs = self.line.char_indices();
        while let Some((at, sign)) = signs.next() {
            match (open, sign) {
                (Some('"'), '\\') => {
                    signs.next();
                }
                (Some(quote), sign) if sign == quote => open = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => open = Some(sign),
                (None, '#') => break,
                (None, _) => found.push((at, sign)),
            }
        }
        found
    }

    /// The line of a byte, counted from 1.
    pub fn line_of(&self, at: usize) -> usize {
        self.text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
    }
}

/// A text as it is written in TOML: in quotes that it does not contain itself.
pub(super) fn quoted(text: &str) -> String {
    let plain = |quote: char| !text.contains(quote);
    if plain('"') && plain('\\') {
        format!("\"{text}\"")
    } else if plain('\'') {
        format!("'{text}'")
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// "Write `...`", unless that is too long to repeat.
pub(super) fn write(instead: &str, otherwise: &str) -> String {
    if instead.len() <= MOST_REPEATED { format!("Write `{instead}`.") } else { otherwise.to_owned() }
}
