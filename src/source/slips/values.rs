//! Values: texts without quotes, something behind a value, dates and numbers in other forms.

use super::Slip;
use super::place::{Place, quoted, write};

/// Something behind a value that is complete.
pub(super) fn behind(place: &Place<'_>) -> Option<Slip> {
    let (key, value, from) = place.key_and_value()?;
    if place.said.contains("extra `=`") || value.starts_with('=') {
        let at = place.line.find('=')?;
        let help = format!("Write one: `{key} = ...`. Two stand only inside conditions.");
        return Some(place.slip(at..at + 2, "A key takes one `=`.", help));
    }
    if !place.said.contains("expected newline") || place.said.contains("carriage") {
        return None;
    }
    let column = place.column();
    let rest = place.line[column..].trim_start();
    let at = place.line.len() - rest.len();
    let end = place.line.trim_end().len().max(at);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(more) = rest.strip_prefix(',') {
        let number = value.split([' ', '#']).next().unwrap_or_default();
        if digits(&number.replace(',', "")) && more.starts_with(|sign: char| sign.is_ascii_digit()) {
            let help = write(&number.replace(',', "_"), "Leave the commas out.");
            return Some(place.slip(from..from + number.len(), "A number has no commas.", help));
        }
    }
    if let Some(sign) = [",", ";"].into_iter().find(|sign| rest.starts_with(sign)) {
        let help = "Remove it: each key stands on a line of its own, and nothing ends the line.";
        return Some(place.slip(at..at + 1, format!("`{sign}` has no place behind a value."), help));
    }
    if let Some(sign) = ["//", "--"].into_iter().find(|sign| rest.starts_with(sign)) {
        let message = format!("`{sign}` does not begin a comment here.");
        return Some(place.slip(at..end, message, "A comment begins with `#`."));
    }
    if let Some(sign) = ["]", "}"].into_iter().find(|sign| rest.starts_with(sign)) {
        return Some(place.slip(at..at + 1, format!("`{sign}` closes nothing here."), "Remove it."));
    }
    let message = "Something stands behind a value that is complete.";
    Some(place.slip(at..end, message, "Write each key on a line of its own; a comment begins with `#`."))
}

/// A text without quotes, or nothing at all.
pub(super) fn unquoted(place: &Place<'_>) -> Option<Slip> {
    let (key, value, from) = place.key_and_value()?;
    let word = ["string values must be quoted", "invalid boolean", "missing opening quote"];
    if !word.iter().any(|word| place.said.contains(word)) {
        return None;
    }
    let bare = value.split('#').next().unwrap_or_default().trim_end();
    if bare.is_empty() {
        let at = place.line.find('=')?;
        let help = format!("Write the value on the same line: `{key} = ...`, or remove the key.");
        return Some(place.slip(at..at + 1, format!("Behind `{key} =` stands nothing."), help));
    }
    if bare.starts_with(['[', '{', '"', '\'']) {
        let (start, word) = (place.column(), place.line[place.column()..].split([',', ']', '}']).next()?.trim());
        let help = write(&quoted(word), "Put it into quotes.");
        return Some(place.slip(start..start + word.len(), "A text needs quotes.", help));
    }
    let flag = match bare.to_ascii_lowercase().as_str() {
        "yes" | "true" | "on" => Some("true"),
        "no" | "false" | "off" => Some("false"),
        _ => None,
    };
    let range = from..from + bare.len();
    let text = quoted(bare.trim_end_matches(['"', '\'']));
    Some(match flag {
        Some(flag) => {
            let message = format!("`{bare}` is neither a text in quotes nor `true` or `false`.");
            place.slip(range, message, format!("Write `{flag}` where a key is on or off, `{text}` where it is a text."))
        }
        None => place.slip(range, "A text needs quotes.", write(&format!("{key} = {text}"), "Put it into quotes.")),
    })
}

/// `21-08-2018`, `007`, line ends of another time.
pub(super) fn dates_and_numbers(place: &Place<'_>) -> Option<Slip> {
    if place.said.contains("carriage return") {
        let message = "The lines of this file end in a way that is not read.";
        let help = "Save it with line ends of Unix (LF) or Windows (CRLF).";
        let range = place.at..place.at;
        return Some(Slip { range, message: message.into(), help: help.into(), alone: false });
    }
    let from = place.column();
    let key = place.line[..from].trim_end().strip_suffix('=')?.trim_end();
    let key = key.rsplit([' ', ',', '{']).next()?;
    let written = place.line[from..].split([' ', '#', ',', '}', ']']).next()?;
    let range = from..from + written.len();
    if ["date", "month", "day", "year"].iter().any(|word| place.said.contains(word)) {
        let help = match written.split(['-', '.', '/']).collect::<Vec<_>>().as_slice() {
            [day, month, year] if year.len() == 4 && day.parse::<u8>().is_ok_and(|day| day > 12) => {
                format!("Write `{key} = {year}-{month}-{day}`.")
            }
            _ => "Write year, month and day, without quotes, such as `2018-08-21`.".to_owned(),
        };
        return Some(place.slip(range, format!("`{written}` is not a date."), help));
    }
    if place.said.contains("leading zero") {
        let help = write(&format!("{key} = {}", written.trim_start_matches('0')), "Leave the zeros out.");
        return Some(place.slip(range, "A number does not begin with 0.", help));
    }
    None
}
