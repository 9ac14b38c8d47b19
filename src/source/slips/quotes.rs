//! Quotes that TOML does not know, quotes inside quotes, and backslashes, which mean something of their own inside double quotes.

use super::Slip;
use super::place::{Place, quoted, write};

const STRAIGHT: &str = "Use straight quotes: \" or '.";

fn is_curly(sign: char) -> bool {
    matches!(sign, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '«' | '»' | '＂' | '`' | '´')
}

/// `title = “Hello”`, as word processors write it.
pub(super) fn curly(place: &Place<'_>) -> Option<Slip> {
    let (at, sign) = place.outside().into_iter().find(|(_, sign)| is_curly(*sign))?;
    let rest = &place.line[at + sign.len_utf8()..];
    let single = matches!(sign, '‘' | '’' | '‚' | '`' | '´');
    let ends = |(end, closing): &(usize, char)| {
        let then = rest[end + closing.len_utf8()..].chars().next();
        // An apostrophe inside a word closes nothing.
        let of_its_kind = if single {
            matches!(closing, '’' | '‘' | '`' | '´')
        } else {
            matches!(closing, '”' | '“' | '»' | '«' | '＂')
        };
        of_its_kind && !(single && then.is_some_and(char::is_alphanumeric))
    };
    let straight = if single { '\'' } else { '"' };
    let closing = rest.char_indices().find(ends).or_else(|| rest.find(straight).map(|end| (end, straight)));
    let end = closing.map_or(place.line.len(), |(end, closing)| at + sign.len_utf8() + end + closing.len_utf8());
    let help = match closing {
        Some((end, _)) => write(&quoted(&rest[..end]), STRAIGHT),
        None => STRAIGHT.to_owned(),
    };
    Some(place.slip(at..end, format!("`{sign}` is not a quote that TOML knows."), help))
}

/// `title = "Hello”`: opened with a straight quote, closed with a curly one.
pub(super) fn half_curly(place: &Place<'_>) -> Option<Slip> {
    let (_, value, from) = place.key_and_value()?;
    let open = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let inner = &value[1..];
    let closed = inner.contains(open);
    let (at, sign) = inner.char_indices().rfind(|(_, sign)| is_curly(*sign)).filter(|_| !closed)?;
    let at_line = from + 1 + at;
    let message = format!("The text begins with {open} and has no such quote at its end, but `{sign}`.");
    Some(place.slip(at_line..at_line + sign.len_utf8(), message, write(&quoted(&inner[..at]), STRAIGHT)))
}

/// `"C:\Users"`: a backslash begins an escape inside double quotes.
pub(super) fn backslash(place: &Place<'_>) -> Option<Slip> {
    let escape = ["escape", "unicode value", "hexadecimal"].iter().any(|word| place.said.contains(word));
    let before = place.line.get(..place.column())?;
    let at = before.rfind('\\').filter(|_| escape)?;
    let open = before[..at].rfind('"')?;
    let inner = &place.line[open + 1..];
    let help = match inner.find('"').map(|end| &inner[..end]).filter(|inner| !inner.contains('\'')) {
        Some(inner) => write(&format!("'{inner}'"), "Write the text in single quotes: '...'"),
        None => "Write each backslash twice: `\\\\`.".to_owned(),
    };
    let next = place.line[at + 1..].chars().next().map_or(0, char::len_utf8);
    let message = "Inside double quotes a backslash does not stand for itself.";
    Some(place.slip(at..at + 1 + next, message, help))
}

/// `"source == "staff""`, `'Don't'`: the second quote ends the text.
pub(super) fn inside(place: &Place<'_>) -> Option<Slip> {
    let column = place.column();
    let quote = place.line.get(..column)?.trim_end().chars().next_back().filter(|sign| matches!(sign, '"' | '\''))?;
    let end = place.line[..column].rfind(quote)?;
    let rest = &place.line[end + 1..];
    // What follows belongs to the text only if the same quote comes once more.
    let last = end + 1 + rest.rfind(quote)?;
    let follows = rest.chars().next()?;
    let ended = place.said.contains("expected newline") || place.said.contains("missing comma");
    let (_, value, from) = place.key_and_value()?;
    if !ended || follows.is_whitespace() && !value.starts_with(quote) || matches!(follows, ',' | ']' | '}' | '#') {
        return None;
    }
    let open = if value.starts_with(quote) { from } else { place.line[..end].rfind(quote)? };
    let inner = &place.line[open + 1..last];
    if rest[..last - end - 1].contains(" = ") && follows.is_whitespace() {
        return None;
    }
    let other =
        if quote == '"' { "Write single quotes outside: '...'" } else { "Write double quotes outside: \"...\"" };
    let message = format!("The text ends at this {quote}; what follows is not part of it.");
    Some(place.slip(end..end + 1, message, write(&quoted(inner), other)))
}

/// A text that is not closed: on its line, or at all.
pub(super) fn unclosed(place: &Place<'_>) -> Option<Slip> {
    if place.said.contains("multi-line") && place.said.contains("string, expected") {
        let quotes = if place.said.contains("literal") { "'''" } else { "\"\"\"" };
        let at = place.text[..place.at].rfind(quotes)?;
        let message = "The text that begins here is never closed.";
        let help = format!("Write {quotes} where it ends.");
        return Some(Slip { range: at..at + 3, message: message.into(), help, alone: false });
    }
    let quote = if place.said.contains("basic string") { '"' } else { '\'' };
    if !place.said.contains("string, expected") || place.said.contains("quoted") {
        return None;
    }
    let (_, value, from) = place.key_and_value()?;
    let at = from + value.rfind(quote)?;
    let inner = place.line[at + 1..].trim_end();
    let help = format!("Write {quote} where it ends. A text of several lines begins and ends with three quotes.");
    let help = if place.line[..at].trim_end().ends_with('=') { write(&quoted(inner), &help) } else { help };
    Some(place.slip(at..place.line.len(), "This text has no closing quote.", help))
}
