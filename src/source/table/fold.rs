//! Words as they are compared: without case, accents and whatever stands between letters.

use nucleo_matcher::chars::normalize;
use std::borrow::Cow;

/// Most letters of a heading that are compared.
const MOST: usize = 200;

/// A value as it is compared and counted: small letters without accents, one blank between words.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut blank = false;
    for sign in text.trim().chars() {
        if sign.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            folded.push(' ');
        }
        push(&mut folded, sign);
    }
    folded
}

/// Only the letters and digits of a text, folded.
pub fn bare(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().filter(|sign| sign.is_alphanumeric()).for_each(|sign| push(&mut folded, sign));
    folded
}

/// A heading as it is compared: without case, accents, what stands in brackets, signs between words, and the `(s)` of a plural.
pub fn heading(text: &str) -> String {
    let mut outside = String::new();
    let mut depth = 0_usize;
    for sign in text.chars().take(MOST) {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            sign if depth == 0 => outside.push(sign),
            _ => {}
        }
    }
    // A bracket that is never closed takes nothing away.
    let shown = if depth > 0 { Cow::Borrowed(text) } else { Cow::Owned(outside) };
    bare(&shown)
}

fn push(folded: &mut String, sign: char) {
    if sign.is_ascii() {
        folded.push(sign.to_ascii_lowercase());
    } else if !matches!(sign, '\u{300}'..='\u{36f}') {
        let plain = normalize(sign);
        if plain == 'ß' { folded.push_str("ss") } else { folded.extend(plain.to_lowercase()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_the_same_is_the_same() {
        for (one, other) in [
            ("E-Mail Address(es)", "email address"),
            ("LAST_NAME *", "Last name"),
            ("Name (as on file)", "name"),
            ("State/Province", "state province"),
            ("Zip Code:", "ZIP-code"),
        ] {
            assert_eq!(heading(one), heading(other));
        }
        assert_eq!(fold("  QUÉBEC  city "), "quebec city");
        assert_eq!(fold("Que\u{301}bec"), "quebec");
        assert_eq!(bare("Núñez-O'Neil, José"), "nunezoneiljose");
    }
}
