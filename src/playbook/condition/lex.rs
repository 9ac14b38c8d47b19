//! A condition's text cut into signs, each with its place in the text.

use super::fault::Fault;
use crate::source::Code;
use std::ops::Range;

#[derive(Clone, PartialEq, Debug)]
pub(super) enum Sign {
    /// `multiple_individuals`, `rule`, `in`, `true`
    Word(String),
    /// `100_000`, `0.50`
    Number(String),
    Text(String),
    /// `&&`, `==`, `(`, `.` and so on
    Mark(&'static str),
}

/// Longer marks first, so that `<=` is not read as `<`.
const MARKS: [&str; 17] = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", ".", "&", "|"];

pub(super) fn lex(text: &str) -> Result<Vec<(Sign, Range<usize>)>, Fault> {
    let mut signs = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (sign, length) = if first.is_ascii_alphabetic() || first == '_' {
            let length = run(rest, |c| c.is_ascii_alphanumeric() || c == '_');
            (Sign::Word(rest[..length].to_owned()), length)
        } else if first.is_ascii_digit() {
            let length = run(rest, |c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'));
            (Sign::Number(rest[..length].to_owned()), length)
        } else if matches!(first, '"' | '\'') {
            let inner = &rest[1..];
            let Some(end) = inner.find(first) else {
                return Err(Fault::new(Code::ConditionSyntax, at..text.len(), "This text has no closing quote."));
            };
            (Sign::Text(inner[..end].to_owned()), end + 2)
        } else {
            (mark(rest, at)?, MARKS.iter().find(|m| rest.starts_with(**m)).map_or(1, |m| m.len()))
        };
        signs.push((sign, at..at + length));
        at += length;
    }
    Ok(signs)
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// The mark at the start of the text, or a fault that knows what people mean by the sign they wrote.
fn mark(text: &str, at: usize) -> Result<Sign, Fault> {
    let known = MARKS.iter().find(|mark| text.starts_with(**mark));
    let meant = match (known, text.chars().next()) {
        (Some(&"&"), _) => Some("`and` is written `&&`."),
        (Some(&"|"), _) => Some("`or` is written `||`."),
        (Some(mark), _) => return Ok(Sign::Mark(mark)),
        (None, Some('=')) => Some("Equality is written `==`."),
        (None, Some('-' | '+' | '*' | '/' | '%')) => Some("Conditions do not calculate."),
        (None, Some('“' | '”' | '„' | '‘' | '’')) => Some("Use straight quotes: \"...\""),
        (None, Some('≥')) => Some("Written `>=`."),
        (None, Some('≤')) => Some("Written `<=`."),
        (None, Some('≠')) => Some("Written `!=`."),
        _ => None,
    };
    let sign = text.chars().next().unwrap_or(' ');
    let fault = Fault::new(Code::ConditionSyntax, at..at + sign.len_utf8(), format!("`{sign}` has no meaning here."));
    Err(match meant {
        Some(help) => fault.help(help),
        None => fault,
    })
}
