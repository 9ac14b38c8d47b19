//! Keys and headings: lists written as one table, keys given twice, other formats' ways of writing a key.

use super::Slip;
use super::place::{Place, quoted, write};

/// The heading `[name]` beside `[[name]]`: the slip is the one with too few brackets, whichever stands first.
pub(super) fn one_of_a_list(place: &Place<'_>) -> Option<Slip> {
    if !place.said.contains("duplicate key") {
        return None;
    }
    let name = heading(place.line)?;
    let twice = place.line.trim_start().starts_with("[[");
    let (start, line) = if twice {
        headings(&place.text[..place.start]).find(|(_, line)| heading(line) == Some(name) && !is_list(line))?
    } else {
        headings(&place.text[..place.start]).find(|(_, line)| heading(line) == Some(name) && is_list(line))?;
        (place.start, place.line)
    };
    let lead = line.len() - line.trim_start().len();
    let shown = line.trim_start().find(']').map_or(line.len() - lead, |end| end + 1);
    let message = format!("`[{name}]` makes one table of what is a list in this file.");
    let help = format!("Write `[[{name}]]`, with two brackets, each time.");
    Some(Slip { range: start + lead..start + lead + shown, message, help, alone: false })
}

fn headings(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line.trim_end())
    });
    lines.filter(|(_, line)| heading(line).is_some())
}

fn is_list(line: &str) -> bool {
    line.trim_start().starts_with("[[")
}

/// The name in a heading.
fn heading(line: &str) -> Option<&str> {
    let inner = line.trim_start().strip_prefix('[')?;
    Some(inner.trim_start_matches('[').split_once(']')?.0.trim())
}

/// The same key, or the same heading, a second time.
pub(super) fn given_twice(place: &Place<'_>) -> Option<Slip> {
    if !place.said.contains("duplicate key") {
        return None;
    }
    if let Some(name) = heading(place.line) {
        let (first, _) = headings(&place.text[..place.start]).find(|(_, line)| heading(line) == Some(name))?;
        let message = format!("There is already a table [{name}], on line {}.", place.line_of(first));
        let at = place.line.find('[')?;
        return Some(place.slip(at..place.line.trim_end().len(), message, "Put the keys of both under one heading."));
    }
    let rest = &place.line[place.column()..];
    let key = rest.split(['=', ' ', '\t']).next().filter(|key| !key.is_empty())?;
    let range = place.column()..place.column() + key.len();
    let table = place.text[..place.start].rfind("\n[").map_or(0, |at| at + 1);
    let mut start = table;
    let mut first = None;
    for line in place.text[table..place.start].split_inclusive('\n') {
        if line.split_once('=').is_some_and(|(own, _)| own.trim() == key) {
            first = Some(place.line_of(start));
        }
        start += line.len();
    }
    let message = match first {
        Some(line) => format!("`{key}` is given twice in this table, first on line {line}."),
        None => format!("`{key}` is given twice in this table."),
    };
    // Where the second table of a list lost its heading, its keys seem to come twice.
    let help = "Keep one of them. If another table begins here, its heading is missing, such as `[[task]]`.";
    Some(Slip { alone: false, ..place.slip(range, message, help) })
}

/// A blank that is none for TOML, as text copied from a page or a word processor has it.
pub(super) fn odd_blank(place: &Place<'_>) -> Option<Slip> {
    let odd = |sign: char| sign.is_whitespace() && !matches!(sign, ' ' | '\t' | '\r');
    let (at, sign) = place.outside().into_iter().find(|(_, sign)| odd(*sign))?;
    let name = if sign == '\u{a0}' { "a no-break space" } else { "a blank of another kind" };
    let message = format!("Here stands {name} (U+{:04X}), which looks like a space and is none.", u32::from(sign));
    Some(place.slip(
        at..at + sign.len_utf8(),
        message,
        "Replace it by a space of the keyboard; it comes with copied text.",
    ))
}

/// Signs that look like those of TOML.
pub(super) fn look_alike(place: &Place<'_>) -> Option<Slip> {
    let meant = |sign: char| {
        Some(match sign {
            '＝' => "=",
            '，' => ",",
            '［' => "[",
            '］' => "]",
            '｛' => "{",
            '｝' => "}",
            '＃' => "#",
            '–' | '—' | '‐' | '‑' | '−' => "-",
            _ => return None,
        })
    };
    let (at, sign, meant) =
        place.outside().into_iter().find_map(|(at, sign)| meant(sign).map(|meant| (at, sign, meant)))?;
    let message = format!("`{sign}` (U+{:04X}) only looks like `{meant}`.", u32::from(sign));
    Some(place.slip(at..at + sign.len_utf8(), message, format!("Write `{meant}`.")))
}

/// `// ...`, `-- ...`
pub(super) fn other_comment(place: &Place<'_>) -> Option<Slip> {
    let line = place.line.trim_start();
    let sign = ["//", "/*", "--", ";"].into_iter().find(|sign| line.starts_with(sign))?;
    let at = place.line.len() - line.len();
    let message = format!("`{sign}` does not begin a comment here.");
    Some(place.slip(at..at + sign.len(), message, "A comment begins with `#`."))
}

/// `4.2 = { at = .. }`: a dot in a key opens a table inside a table.
pub(super) fn dotted(place: &Place<'_>) -> Option<Slip> {
    let (key, ..) = place.key_and_value()?;
    if !place.said.contains("dotted key") || !key.contains('.') {
        return None;
    }
    let at = place.line.find(key)?;
    let message = format!("A dot inside the key `{key}` means a table inside a table.");
    Some(place.slip(at..at + key.len(), message, write(&key.replace('.', "-"), "Write - instead of the dot.")))
}

/// `title: "x"`, `title "x"`, `- "x"`, `my key = 1`
pub(super) fn colon_or_nothing(place: &Place<'_>) -> Option<Slip> {
    let line = place.line.trim_end();
    let lead = line.len() - line.trim_start().len();
    let begins = line.trim_start();
    if begins.starts_with(['{', '<']) && place.start == 0 {
        let message = "This does not look like TOML.";
        return Some(place.slip(lead..line.len(), message, "See a file that is: breachbook playbook new."));
    }
    let colon = place.said.contains("unquoted key") && place.line[place.column()..].starts_with(':');
    if !place.said.contains("key with no value") && !colon {
        return None;
    }
    if let Some(entry) = begins.strip_prefix("- ") {
        let help = format!("Entries stand in brackets behind a key: `key = [{}]`.", quoted(entry.trim_matches('"')));
        return Some(place.slip(lead..line.len(), "A list is not written with dashes.", help));
    }
    let length =
        begins.find(|sign: char| !sign.is_ascii_alphanumeric() && !"_-".contains(sign)).unwrap_or(begins.len());
    let (key, rest) = begins.split_at(length);
    let rest = rest.trim_start();
    if key.is_empty() {
        return None;
    }
    if let Some((words, _)) =
        begins.split_once('=').filter(|(words, _)| words.trim().contains(' ') && !words.contains('"'))
    {
        let words = words.trim();
        let help = write(&words.split_whitespace().collect::<Vec<_>>().join("_"), "Join its words with `_`.");
        return Some(place.slip(lead..lead + words.len(), "A key is one word.", help));
    }
    let value = rest.strip_prefix(':').unwrap_or(rest).trim_start();
    let message = if rest.starts_with(':') {
        format!("Behind the key `{key}` stands `:` instead of `=`.")
    } else {
        format!("Behind the key `{key}` a `=` is missing.")
    };
    let value = if value.is_empty() { "..." } else { value };
    let plain = value.starts_with(['"', '\'', '[', '{']) || value.chars().all(|sign| sign.is_ascii_digit());
    let value = if plain || value == "true" || value == "false" { value.to_owned() } else { quoted(value) };
    let help = write(&format!("{key} = {value}"), "Write `=` between a key and its value.");
    Some(place.slip(lead..lead + key.len(), message, help))
}

/// `1(a) = ..`, `größe = ..`
pub(super) fn bad_key(place: &Place<'_>) -> Option<Slip> {
    let (key, ..) = place.key_and_value()?;
    if !place.said.contains("unquoted key") || key.is_empty() || key.contains(['"', '\'']) {
        return None;
    }
    let at = place.line.find(key)?;
    let message = format!("`{key}` cannot be a key: only letters from a to z, digits, `-` and `_` can.");
    let mut plain = String::new();
    for sign in key.chars() {
        if sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_') {
            plain.push(sign);
        } else if !plain.ends_with('-') && !plain.is_empty() {
            plain.push('-');
        }
    }
    let plain = plain.trim_end_matches('-');
    let help =
        if plain.is_empty() { "Give it a name of such signs.".to_owned() } else { write(plain, "Leave them out.") };
    Some(place.slip(at..at + key.len(), message, help))
}
