//! Tables in braces over several lines, or with a comma behind their last key. This program could read them, and other readers of TOML
//! refuse the whole file: version 1.0 of TOML knows neither.

use super::{Code, Problem, Problems, Span};

/// Reports each such table once, at its first place that others refuse. The text is TOML.
pub(crate) fn one_line(file: usize, text: &str, problems: &mut Problems) {
    let bytes = text.as_bytes();
    // What is open, with its place; a table that was reported is no longer looked at.
    let mut open: Vec<(u8, usize, bool)> = Vec::new();
    let mut last = b' ';
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        match byte {
            b'#' => {
                at += bytes[at..].iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len() - at);
                continue;
            }
            b'"' | b'\'' => {
                at = behind_text(bytes, at);
                last = byte;
                continue;
            }
            b'[' | b'{' => open.push((byte, at, false)),
            b'}' if last == b',' && refused(&mut open) => {
                let message = "A comma stands behind the last key of this table in braces.";
                let help = "Remove the comma before the closing brace.";
                problems.add(Problem::new(Code::NotToml, Span { file, start: at, end: at + 1 }, message).help(help));
                open.pop();
            }
            b']' | b'}' => {
                open.pop();
            }
            b'\n' => {
                let place = open.last().map(|(_, place, _)| *place);
                if let Some(start) = place.filter(|_| refused(&mut open)) {
                    let end = at - usize::from(bytes[at - 1] == b'\r');
                    problems.add(broken(text, Span { file, start, end }));
                }
            }
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
        at += 1;
    }
}

/// Whether the innermost of what is open is a table that was not reported before; now it is.
fn refused(open: &mut [(u8, usize, bool)]) -> bool {
    open.last_mut().is_some_and(|(byte, _, told)| *byte == b'{' && !std::mem::replace(told, true))
}

fn broken(text: &str, span: Span) -> Problem {
    let before = &text[..span.start];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let heading = before.rfind("\n[").map(|at| before[at + 1..].lines().next().unwrap_or_default().trim());
    let name = heading.map(|line| line.trim_start_matches('[').split(']').next().unwrap_or_default().trim());
    let key = text[line..span.start].trim().strip_suffix('=').map(str::trim);
    let short = key
        .filter(|key| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)));
    let help = match (name, short) {
        (Some(name), Some(key)) => {
            format!("Write it on one line, or as a table of its own behind the other keys: [{name}.{key}].")
        }
        _ => "Write what is between { and } on one line; between the entries of a list in [ ] lines may break."
            .to_owned(),
    };
    let message = "This table in braces goes over several lines, which other readers of TOML refuse.";
    Problem::new(Code::NotToml, span, message).help(help)
}

/// The place behind a text in quotes.
fn behind_text(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let long = bytes[at..].starts_with(&[quote, quote, quote]);
    let mut at = at + if long { 3 } else { 1 };
    while at < bytes.len() {
        if quote == b'"' && bytes[at] == b'\\' {
            at += 2;
        } else if long && bytes[at..].starts_with(&[quote, quote, quote]) {
            // Quotes of the text itself may stand before the three that close it.
            let closing = bytes[at..].iter().take_while(|byte| **byte == quote).take(5).count();
            return at + closing;
        } else if !long && (bytes[at] == quote || bytes[at] == b'\n') {
            return at + 1;
        } else {
            at += 1;
        }
    }
    bytes.len()
}
