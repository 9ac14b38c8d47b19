//! Text from outside made inert, and measured in terminal columns.
//!
//! Everything that a playbook, a contact list, a journal or a keyboard supplies passes through [`inert_line`] or
//! [`inert_block`] before it reaches a screen, a message or an export: signs that would move the cursor, reorder or hide
//! text become visible marks such as `<U+202E>`. See Unicode UTS #39 and the "Trojan Source" paper (Boucher, Anderson 2021).

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Signs that act on a terminal or on the order of text instead of being seen.
pub fn is_active(sign: char) -> bool {
    if sign.is_ascii() {
        return sign.is_ascii_control();
    }
    sign.is_control() || is_ignorable(sign) || is_format(sign) || is_no_character(sign)
}

/// `Default_Ignorable_Code_Point` of Unicode 16: what is not shown at all where a terminal knows no better.
fn is_ignorable(sign: char) -> bool {
    matches!(sign,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Line and paragraph separators, and what is of the category Format and neither ignorable nor, as the signs that stand before
/// Arabic, Syriac and Kaithi numbers are, visible.
fn is_format(sign: char) -> bool {
    matches!(sign, '\u{2028}' | '\u{2029}' | '\u{FFF9}'..='\u{FFFB}' | '\u{13430}'..='\u{1343F}')
}

/// `Noncharacter_Code_Point`: never text.
fn is_no_character(sign: char) -> bool {
    matches!(sign, '\u{FDD0}'..='\u{FDEF}') || u32::from(sign) & 0xFFFE == 0xFFFE
}

/// Most marks that are shown on one sign; no script needs more, and a flood of them covers what stands above and below.
const MARKS: usize = 8;

/// Whether a sign takes no column of its own: it stands on the one before it.
fn is_mark(sign: char) -> bool {
    !sign.is_ascii() && sign.width() == Some(0)
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
    if is_plain(text) || !text.chars().any(|c| is_active(c) && !(keep_lines && c == '\n') || is_mark(c)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    // Marks on the sign before; `None` where there is none for them to stand on.
    let mut marks: Option<usize> = None;
    for sign in text.chars() {
        if is_mark(sign) && !is_active(sign) {
            match &mut marks {
                None => shown.push_str(&format!("<U+{:04X}>", u32::from(sign))),
                Some(count) => {
                    *count += 1;
                    if *count <= MARKS {
                        shown.push(sign);
                    }
                }
            }
            continue;
        }
        leave_out(&mut shown, marks);
        marks = None;
        match sign {
            '\n' if keep_lines => shown.push('\n'),
            '\n' => shown.push_str(" / "),
            '\t' => shown.push_str("  "),
            '\r' => {}
            c if is_active(c) => shown.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => {
                shown.push(c);
                marks = Some(0);
            }
        }
    }
    leave_out(&mut shown, marks);
    Cow::Owned(shown)
}

/// Says how many marks of a sign are not shown.
fn leave_out(shown: &mut String, marks: Option<usize>) {
    let more = marks.unwrap_or_default().saturating_sub(MARKS);
    if more > 0 {
        shown.push_str(&format!("<+{more} marks>"));
    }
}

pub fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { UnicodeWidthStr::width(text) }
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

/// The first sentence of a text, without its full stop.
pub fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches('.')
}

/// The text with a large first letter, to begin a sentence.
pub fn sentence(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// One of a noun that is written in the plural: `individuals`, `e-mails`, `copies`, `calls to the hotline`. What does not look like
/// a plural stands as it is.
pub fn singular(plural: &str) -> String {
    // What stands behind these says more of the noun, and is none.
    let tail = [" of ", " to ", " by ", " in ", " with ", " from ", " for ", " without ", " who ", " that "];
    let end = tail.iter().filter_map(|word| plural.find(word)).min().unwrap_or(plural.len());
    let (head, rest) = plural.split_at(end);
    let (before, noun) = head.rfind([' ', '-']).map_or(("", head), |at| head.split_at(at + 1));
    let cut = |ending: &str, instead: &str| noun.strip_suffix(ending).map(|stem| format!("{stem}{instead}"));
    let irregular = match noun {
        "people" => Some("person".to_owned()),
        "children" => Some("child".to_owned()),
        "men" | "women" => Some(noun.replace("men", "man")),
        "series" | "species" | "news" => Some(noun.to_owned()),
        _ => None,
    };
    let one = irregular
        .or_else(|| cut("ies", "y").filter(|one| one.len() > 3))
        .or_else(|| ["sses", "shes", "ches", "xes"].iter().find_map(|ending| cut(ending, &ending[..ending.len() - 2])))
        .or_else(|| cut("s", "").filter(|one| !one.ends_with(['s', 'u', 'i'])))
        .unwrap_or_else(|| noun.to_owned());
    format!("{before}{one}{rest}")
}

/// "1 question", "3 questions": a counted noun without brackets.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
