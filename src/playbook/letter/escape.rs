//! Words of people as Markdown: whatever they hold is text and nothing else.

use crate::base::text::inert_line;

/// The words in one line, with every sign that Markdown could read as something else escaped.
pub fn escaped(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = inert_line(&line);
    let mut out = String::with_capacity(line.len() + 8);
    for (at, sign) in line.chars().enumerate() {
        let anywhere =
            matches!(sign, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!');
        // At the beginning of a line these begin a list or a rule.
        let first = at == 0 && matches!(sign, '-' | '+' | '=');
        // `1.` and `1)` too.
        let numbered =
            matches!(sign, '.' | ')') && at > 0 && line.chars().take(at).all(|before| before.is_ascii_digit());
        if anywhere || first || numbered {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}

/// The lines of the words that are not empty, each escaped.
pub fn lines(words: &str) -> Vec<String> {
    words.lines().map(escaped).filter(|line| !line.is_empty()).collect()
}
