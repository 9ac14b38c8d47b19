//! What the command line says: results on standard output, everything else on standard error, all of it inert.

use crate::base::text::{inert_block, inert_line, is_active};
use crate::contract;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::{self, Write};

/// The two streams of a run.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Friendly lines and refusals.
    pub err: &'a mut dyn Write,
}

impl Console<'_> {
    /// One line of the result.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", inert_line(text))
    }

    /// Several lines of the result.
    pub fn block(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", inert_block(text.trim_end()))
    }

    /// A result for programs: pretty-printed, one final line feed.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        writeln!(self.out, "{}", inert_json(&contract::text(value)?))
    }

    /// A line beside the result. That nobody reads it is no reason to stop.
    pub fn remark(&mut self, text: &str) {
        // What was said before it is read before it.
        let _ = self.out.flush();
        let _ = writeln!(self.err, "{}", inert_block(text.trim_end()));
    }
}

/// JSON text in which every sign that would act on a terminal is written as `\uXXXX`. The value stays the same: such signs stand
/// only inside strings, because the structure of JSON is printable ASCII.
fn inert_json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign != '\n' && is_active(sign) {
            for unit in sign.encode_utf16(&mut [0; 2]) {
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(sign);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_its_value_and_loses_its_effect_on_a_terminal() {
        let value = serde_json::json!({ "a\u{202e}": "x\u{9b}2J\u{7f}\u{e0041}\n" });
        let shown = inert_json(&format!("{value:#}"));
        assert!(!shown.chars().any(|c| c != '\n' && is_active(c)), "{shown:?}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}
