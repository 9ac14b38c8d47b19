//! From a place inside a text's value back to the place in the file where it was written.

use std::ops::Range;

/// Maps bytes of a value, as it was read and trimmed, to bytes of the quoted text `written` in the file. `None` for
/// texts of several lines, where the whole value is shown instead.
pub(crate) fn within(written: &str, value: &str, range: Range<usize>) -> Option<Range<usize>> {
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    if written.len() < 2 || written.contains('\n') || written.starts_with("\"\"\"") || written.starts_with("'''") {
        return None;
    }
    let inner = &written[1..written.len() - 1];
    // For every byte of the value, the byte of the file at which it starts.
    let mut origins = Vec::with_capacity(inner.len() + 1);
    let mut decoded = String::with_capacity(inner.len());
    let mut signs = inner.char_indices();
    while let Some((at, sign)) = signs.next() {
        let meant = if sign == '\\' && quote == '"' { escaped(&mut signs)? } else { sign };
        decoded.push(if meant == '\t' { ' ' } else { meant });
        origins.resize(decoded.len(), at + 1);
    }
    origins.push(inner.len() + 1);
    let lead = decoded.len() - decoded.trim_start().len();
    if decoded.trim() != value {
        return None;
    }
    let start = *origins.get(lead + range.start)?;
    let end = *origins.get(lead + range.end)?;
    Some(start..end.max(start))
}

/// The sign that an escape stands for, after its backslash.
fn escaped(signs: &mut std::str::CharIndices<'_>) -> Option<char> {
    let digits = match signs.next()?.1 {
        'n' => return Some('\n'),
        't' => return Some('\t'),
        'r' => return Some('\r'),
        same @ ('"' | '\\') => return Some(same),
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let hex: String = signs.by_ref().take(digits).map(|(_, c)| c).collect();
    char::from_u32(u32::from_str_radix(&hex, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_place_in_a_quoted_text_is_found_behind_its_escapes() {
        let written = r#""a == \"é\" && b""#;
        let value = "a == \"é\" && b";
        let b = value.find('b').unwrap();
        let found = within(written, value, b..b + 1).unwrap();
        assert_eq!(&written[found], "b");
    }

    #[test]
    fn a_place_in_a_literal_text_with_leading_blanks_is_found() {
        let written = "'  x == \"y\"'";
        assert_eq!(within(written, "x == \"y\"", 0..1).map(|r| &written[r]), Some("x"));
        assert_eq!(within("\"\"\"\nx\"\"\"", "x", 0..1), None);
    }
}
