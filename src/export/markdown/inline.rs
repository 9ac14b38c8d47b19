//! Texts within a line: escaped, in bold or struck through, set apart where they run from right to left.

use crate::base::text::inert_line;
use crate::export::isolate::isolated;
use crate::page::{Line, Tone};

/// Where a text stands. At the beginning of a line more signs are markup.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    Line,
    Within,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Markup {
    None,
    Strong,
    Struck,
}

impl Markup {
    fn of(tone: Tone) -> Self {
        match tone {
            Tone::Text | Tone::Quiet => Self::None,
            Tone::Strong | Tone::Accent | Tone::Alarm | Tone::Missing => Self::Strong,
            Tone::Struck => Self::Struck,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Strong => "**",
            Self::Struck => "~~",
        }
    }

    /// Where the signs would not be taken as markup, between letters and punctuation.
    fn element(self) -> [&'static str; 2] {
        match self {
            Self::None => ["", ""],
            Self::Strong => ["<strong>", "</strong>"],
            Self::Struck => ["<del>", "</del>"],
        }
    }
}

/// One text without a tone.
pub fn text(text: &str, begins: Begins) -> String {
    line(&Line::from(text), begins)
}

/// Lines one below the other, in one paragraph.
pub fn lines(all: &[Line]) -> String {
    let shown = all.iter().map(|one| line(one, Begins::Line)).filter(|one| !one.is_empty());
    shown.collect::<Vec<_>>().join("\\\n")
}

/// A line of texts. Blanks at its ends are left out.
pub fn line(line: &Line, begins: Begins) -> String {
    let mut pieces: Vec<(Markup, String)> = Vec::new();
    for piece in &line.0 {
        let (markup, text) = (Markup::of(piece.tone), isolated(&inert_line(&piece.text)).into_owned());
        match pieces.last_mut() {
            Some((last, words)) if *last == markup => words.push_str(&text),
            _ => pieces.push((markup, text)),
        }
    }
    // What stands before and behind a piece, as people see it.
    let words: Vec<_> = pieces.iter().map(|(_, text)| text.clone()).collect();
    let mut out = String::new();
    for (at, (markup, text)) in pieces.iter().enumerate() {
        let inner = text.trim();
        let (before, after) = (&text[..text.len() - text.trim_start().len()], &text[text.trim_end().len()..]);
        if *markup == Markup::None || inner.is_empty() {
            out.push_str(&escaped(text, begins == Begins::Line && out.trim().is_empty()));
            continue;
        }
        out.push_str(before);
        let left =
            if before.is_empty() { words[..at].iter().rev().find_map(|text| text.chars().last()) } else { Some(' ') };
        let right =
            if after.is_empty() { words[at + 1..].iter().find_map(|text| text.chars().next()) } else { Some(' ') };
        let inner = escaped(inner, false);
        let sure = holds(inner.chars().next(), left) && holds(inner.chars().last(), right);
        let [open, close] = if sure { [markup.sign(); 2] } else { markup.element() };
        out.push_str(open);
        out.push_str(&inner);
        out.push_str(close);
        out.push_str(after);
    }
    out.trim().to_owned()
}

/// Whether signs of emphasis between these two are taken as such (CommonMark, left- and right-flanking): inside stands a letter, or
/// outside a blank, a sign of ASCII, or the end of the line. What neither side is sure of counts as not so.
fn holds(inside: Option<char>, outside: Option<char>) -> bool {
    let outside = outside.is_none_or(|sign| sign.is_whitespace() || sign.is_ascii_punctuation());
    outside || inside.is_some_and(char::is_alphanumeric)
}

/// Every sign that is markup somewhere behind a backslash; addresses, which some readers make links of whatever stands before
/// them, as code.
fn escaped(text: &str, at_start: bool) -> String {
    let text = if at_start { text.trim_start() } else { text };
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    if at_start {
        rest = begin(text, &mut out);
    }
    while !rest.is_empty() {
        let end = rest.find(|sign| !is_part_of_address(sign)).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        match address(run) {
            Some(address) => {
                out.push('`');
                out.push_str(address);
                out.push('`');
                escape_into(&mut out, &run[address.len()..]);
            }
            None => escape_into(&mut out, run),
        }
        // The sign that ended the run.
        let end = behind.chars().next().map_or(0, char::len_utf8);
        escape_into(&mut out, &behind[..end]);
        rest = &behind[end..];
    }
    out
}

/// Writes what would begin a list, a heading or a line across, and gives what is left.
fn begin<'a>(text: &'a str, out: &mut String) -> &'a str {
    if let Some(sign) = text.chars().next().filter(|sign| matches!(sign, '-' | '+' | '=' | ':' | '%')) {
        out.push('\\');
        out.push(sign);
        return &text[1..];
    }
    let digits = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    if digits > 0 && text[digits..].starts_with(['.', ')']) {
        out.push_str(&text[..digits]);
        out.push('\\');
        out.push_str(&text[digits..=digits]);
        return &text[digits + 1..];
    }
    text
}

fn escape_into(out: &mut String, text: &str) {
    for sign in text.chars() {
        if matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '&' | '$' | '#' | '^' | '{' | '}' | '@'
        ) {
            out.push('\\');
        }
        out.push(sign);
    }
}

/// What an address can be made of, and no sign that ends code or a cell.
fn is_part_of_address(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(sign)
}

/// The part of a run of such signs that a reader might make a link of.
fn address(run: &str) -> Option<&str> {
    let is_one = |run: &str| run.contains('@') || run.contains("://") || run.to_ascii_lowercase().contains("www.");
    let without_stop = run.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    [without_stop, run].into_iter().find(|run| is_one(run))
}
