//! Values to bytes, in the one form that the scanner accepts.

use super::{EntryId, Field, Head};
use crate::base::text::is_active;
use std::fmt::{Display, Write as _};

pub(super) fn line(out: &mut String, key: &str, value: &Field) {
    out.push_str(key);
    out.push_str(" = ");
    match value {
        Field::Text(text) => string(out, text),
        Field::Int(number) => shown(out, number),
        Field::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Field::Time(at) => at.write_text(out),
        Field::List(items) => list(out, items.iter().map(String::as_str)),
    }
    out.push('\n');
}

pub(super) fn text(out: &mut String, key: &str, value: &str) {
    out.push_str(key);
    out.push_str(" = ");
    string(out, value);
    out.push('\n');
}

/// Adds the name of an entry or a seal, whose signs need no escape.
pub(super) fn name(out: &mut String, key: &str, value: impl Display) {
    out.push_str(key);
    out.push_str(" = \"");
    shown(out, value);
    out.push_str("\"\n");
}

fn shown(out: &mut String, value: impl Display) {
    write!(out, "{value}").expect("a text takes whatever fits into memory");
}

/// Adds a line of heads, or nothing if there are none.
pub(super) fn heads(out: &mut String, key: &str, heads: &[Head]) {
    names(out, key, heads.iter().map(Head::to_string));
}

pub(super) fn ids(out: &mut String, key: &str, ids: &[EntryId]) {
    names(out, key, ids.iter().map(EntryId::to_string));
}

fn names(out: &mut String, key: &str, names: impl Iterator<Item = String>) {
    let names: Vec<_> = names.collect();
    if !names.is_empty() {
        line(out, key, &Field::List(names));
    }
}

fn list<'a>(out: &mut String, items: impl Iterator<Item = &'a str>) {
    out.push('[');
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        string(out, item);
    }
    out.push(']');
}

/// How many bytes a text takes in a journal, without its quotes.
pub fn stored_len(text: &str) -> usize {
    text.chars().map(stored_sign_len).sum()
}

pub fn stored_sign_len(sign: char) -> usize {
    match sign {
        '"' | '\\' | '\n' | '\t' => 2,
        sign if is_active(sign) => {
            if sign <= '\u{FFFF}' {
                6
            } else {
                10
            }
        }
        sign => sign.len_utf8(),
    }
}

/// A one-line basic string of TOML. Quote, backslash, line feed and tab have their short escape; every other sign that acts
/// instead of being seen is written as `\u` or `\U`, so that no text can forge a line of the journal or move a cursor.
fn string(out: &mut String, text: &str) {
    out.push('"');
    // Nearly every text is plain ASCII and needs no look at its signs one by one.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
        out.push_str(text);
        out.push('"');
        return;
    }
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_active(c) && c <= '\u{FFFF}' => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c if is_active(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_length_is_what_is_written() {
        for text in ["", "plain", "say \"no\"\\\n\t", "\u{1b}[2J\u{9b}\u{202e}", "\u{e0041}é漢🦀"] {
            let mut out = String::new();
            string(&mut out, text);
            assert_eq!(out.len(), stored_len(text) + 2, "{text:?}");
        }
    }
}
