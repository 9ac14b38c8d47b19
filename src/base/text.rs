//! Text from outside made inert, and measured in terminal columns.
//!
//! Everything that a playbook, a contact list, a journal or a keyboard supplies passes through [`inert_line`] or
//! [`inert_block`] before it reaches a screen, a message or an export: signs that would move the cursor, reorder or hide
//! text become visible marks such as `<U+202E>`. See Unicode UTS #39 and the "Trojan Source" paper (Boucher, Anderson 2021).

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Signs that act on a terminal or on the order of text instead of being seen.
pub fn is_active(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_control();
    }
    sign.is_control()
        || matches!(sign,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0E}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Whether a text is made of the letters, digits, marks and blanks of ASCII alone, as nearly every text is. Nothing in it
/// acts, so that its signs need not be looked at one by one.
pub fn is_plain(text: &str) -> bool {
    text.as_bytes().iter().all(|byte| matches!(byte, b' '..=b'~'))
}

/// One line: active signs become marks, line breaks become a visible sign. Joiners inside an emoji or a script that needs
/// them are shown as marks too; a record that looks odd is better than one that hides something.
pub fn inert_line(text: &str) -> Cow<'_, str> {
    marked(text, false)
}

/// Several lines: as [`inert_line`], but line feeds stay.
pub fn inert_block(text: &str) -> Cow<'_, str> {
    marked(text, true)
}

fn marked(text: &str, keep_lines: bool) -> Cow<'_, str> {
    if is_plain(text) || !text.chars().any(|c| is_active(c) && !(keep_lines && c == '\n')) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '\n' if keep_lines => shown.push('\n'),
            '\n' => shown.push_str(" / "),
            '\t' => shown.push_str("  "),
            '\r' => {}
            c if is_active(c) => shown.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Columns that the text takes on a terminal.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The text cut to at most `columns`, ending in `…` when something was left out. Never splits a cluster.
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    if columns == 0 {
        return Cow::Borrowed("");
    }
    let (mut used, mut end) = (0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        let wide = width(cluster);
        if used + wide > columns - 1 {
            break;
        }
        used += wide;
        end = at + cluster.len();
    }
    Cow::Owned(format!("{}…", &text[..end]))
}

/// The text cut or filled with spaces to exactly `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    let cut = cut(text, columns);
    let missing = columns.saturating_sub(width(&cut));
    format!("{cut}{}", " ".repeat(missing))
}

/// Breaks text into lines of at most `columns`, at spaces where there are any. An empty text is one empty line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let options = textwrap::Options::new(columns.max(1)).word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

/// The text with a large first letter, to begin a sentence.
pub fn sentence(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// "1 question", "3 questions": a counted noun without brackets.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_act_become_marks_that_are_seen() {
        assert_eq!(inert_line("a\u{1b}[2Jb"), "a<U+001B>[2Jb");
        assert_eq!(inert_line("evil\u{202E}gpj.exe"), "evil<U+202E>gpj.exe");
        assert_eq!(inert_line("one\ntwo\tx\r"), "one / two  x");
        assert_eq!(inert_block("one\ntwo\u{9b}"), "one\ntwo<U+009B>");
        assert_eq!(inert_line("plain é 漢"), "plain é 漢");
    }

    #[test]
    fn cutting_counts_columns_and_keeps_clusters_whole() {
        assert_eq!(cut("漢字漢字", 5), "漢字…");
        assert_eq!(cut("e\u{301}tude", 3), "e\u{301}t…");
        assert_eq!(pad("漢", 4), "漢  ");
    }

    #[test]
    fn wrapping_never_exceeds_the_width() {
        for columns in 1..40 {
            for line in wrap("Immediately notify the Privacy Officer of 漢字 the suspected-breach.", columns)
            {
                assert!(width(&line) <= columns.max(2), "{columns}: {line:?}");
            }
        }
    }
}
