//! Brackets that are not closed, and commas between what they hold.

use super::Slip;
use super::place::Place;

/// `[[task]`
pub(super) fn header(place: &Place<'_>) -> Option<Slip> {
    let line = place.line.trim();
    if !line.starts_with('[') || !place.said.contains("unclosed") || !place.said.contains("table, expected `]") {
        return None;
    }
    let name = line.trim_start_matches('[').split([']', '#', ' ']).next()?.trim();
    let written = if line.starts_with("[[") { format!("[[{name}]]") } else { format!("[{name}]") };
    let at = place.line.find('[')?;
    let end = place.line.trim_end().len();
    Some(place.slip(at..end, "The brackets of this heading are not closed.", format!("Write `{written}`.")))
}

/// The bracket that is open at a place and is not closed before something begins that cannot stand inside it.
pub(super) fn unclosed(place: &Place<'_>) -> Option<Slip> {
    let (open, bracket) = opened(place.text, place.at)?;
    let inside = ["array", "inline table"].iter().any(|word| place.said.contains(word));
    if !inside {
        return None;
    }
    let rest = place.text[place.at..].trim_start();
    let next = rest.lines().next().unwrap_or_default();
    let over = rest.is_empty() || place.said.contains("unclosed") || begins(next, bracket);
    if !over {
        return None;
    }
    let (what, closing) = if bracket == '[' { ("list", ']') } else { ("table", '}') };
    let end = place.text[open..].find('\n').map_or(place.text.len(), |end| open + end);
    let range = open..open + place.text[open..end].trim_end().len();
    let message = format!("The {what} that begins here is not closed.");
    let help = format!("Write `{closing}` where it ends.");
    Some(Slip { range, message, help, alone: false })
}

/// Whether a line begins something that does not go into a list or table in brackets.
fn begins(line: &str, bracket: char) -> bool {
    let line = line.trim_start();
    if line.starts_with("[[") {
        return true;
    }
    // A table in braces is written on one line; whatever begins another line is not part of it.
    let key: String = line.chars().take_while(|sign| sign.is_ascii_alphanumeric() || "_-.\"".contains(*sign)).collect();
    let assigned = !key.is_empty() && line[key.len()..].trim_start().starts_with('=');
    match bracket {
        '[' => assigned || line.starts_with('[') && line.trim_end().ends_with(']') && !line.contains(['"', ',']),
        _ => line.starts_with('{') || line.starts_with('['),
    }
}

/// `["a" "b"]`
pub(super) fn comma(place: &Place<'_>) -> Option<Slip> {
    if !place.said.contains("missing comma") {
        return None;
    }
    let before = place.text[..place.at].trim_end();
    let end = before.len();
    let last = before.char_indices().next_back()?.0;
    let message = "A comma is missing behind this.";
    let help = "Write `,` between two entries.";
    Some(Slip { range: last..end, message: message.into(), help: help.into(), alone: true })
}

/// The innermost bracket that is open at a place, behind the last line that begins a table.
fn opened(text: &str, at: usize) -> Option<(usize, char)> {
    let before = text.get(..at)?;
    let from = before.rfind("\n[[").map_or(0, |line| line + 1);
    let from = before.rfind("]\n").filter(|_| from == 0).map_or(from, |_| from);
    let from = before[from..].find('\n').map_or(from, |end| from + end);
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut quote: Option<char> = None;
    let mut signs = before[from..].char_indices();
    while let Some((step, sign)) = signs.next() {
        match (quote, sign) {
            (Some('"'), '\\') => {
                signs.next();
            }
            (Some(own), sign) if sign == own => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '#') => {
                let _ = signs.by_ref().find(|(_, sign)| *sign == '\n');
            }
            (None, '[' | '{') => open.push((from + step, sign)),
            (None, ']' | '}') => {
                open.pop();
            }
            (Some(_) | None, _) => {}
        }
    }
    open.pop()
}
