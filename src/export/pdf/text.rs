//! A line of the page made ready for the fonts: what has a sign in them stays, everything else becomes its number in a box.

use super::fonts::Signs;
use crate::base::text::{is_active, is_plain};
use crate::page::{Line, Tone};
use unicode_width::UnicodeWidthChar;

/// A paragraph without line breaks in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared {
    pub text: String,
    /// One after the other; together they cover the text.
    pub spans: Vec<Span>,
}

/// A part of a paragraph that looks alike.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Span {
    /// Where it ends in the text, in bytes.
    pub end: usize,
    pub look: Look,
    /// What it stands for, where that is not what is printed.
    pub instead: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Look {
    pub bold: bool,
    pub quiet: bool,
    pub struck: bool,
    pub boxed: bool,
}

/// Most marks that stand on one sign: Vietnamese needs two. More would cover what stands above and below.
const MARKS: usize = 3;

/// From how many times on the same sign is printed once, with its count.
const SAME: usize = 4;

/// A space that no line is broken at, so that the box does not touch its number.
const INSIDE: char = '\u{202F}';
/// A space at which a line may be broken, behind the box.
const BEHIND: char = '\u{200A}';

impl Look {
    pub(super) fn of(tone: Tone) -> Self {
        let look = Self::default();
        match tone {
            Tone::Text => look,
            Tone::Strong | Tone::Accent | Tone::Alarm => Self { bold: true, ..look },
            Tone::Quiet => Self { quiet: true, ..look },
            Tone::Struck => Self { struck: true, ..look },
            Tone::Missing => Self { boxed: true, ..look },
        }
    }
}

/// The paragraphs of a line: a line break in a text begins a new one. There is at least one.
pub(super) fn prepare(signs: &Signs, line: &Line, bold: bool) -> Vec<Prepared> {
    let mut done = vec![Prepared::default()];
    for inline in &line.0 {
        let mut look = Look::of(inline.tone);
        look.bold |= bold;
        if is_plain(&inline.text) {
            push(&mut done, &inline.text, look, None);
        } else {
            take(&mut done, signs, &inline.text, look);
        }
    }
    done
}

/// A text of the program's own, in one look.
pub(super) fn plain(signs: &Signs, text: &str, bold: bool) -> Prepared {
    let mut all = prepare(signs, &Line::from(text), bold);
    if all.len() == 1 {
        all.swap_remove(0)
    } else {
        prepare(signs, &Line::from(text.replace('\n', " ")), bold).swap_remove(0)
    }
}

fn push(done: &mut Vec<Prepared>, text: &str, look: Look, instead: Option<String>) {
    if text.is_empty() {
        return;
    }
    if done.is_empty() {
        done.push(Prepared::default());
    }
    let Some(last) = done.last_mut() else { return };
    last.text.push_str(text);
    let end = last.text.len();
    match last.spans.last_mut() {
        Some(span) if span.look == look && span.instead.is_none() && instead.is_none() => span.end = end,
        _ => last.spans.push(Span { end, look, instead }),
    }
}

/// Sign by sign. What is kept is gathered, so that a text without boxes stays one span.
fn take(done: &mut Vec<Prepared>, signs: &Signs, text: &str, look: Look) {
    let mut kept = String::with_capacity(text.len());
    // Marks on the sign before; `None` where there is none for them to stand on.
    let mut marks: Option<usize> = None;
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        if sign == '\n' || sign == '\r' {
            if sign == '\r' && rest.peek() == Some(&'\n') {
                continue;
            }
            // Read aloud, the words on both sides do not run into each other.
            kept.push(' ');
            push(done, &std::mem::take(&mut kept), look, None);
            done.push(Prepared::default());
            marks = None;
            continue;
        }
        if sign == '\t' {
            kept.push_str("  ");
            marks = Some(0);
            continue;
        }
        let mark = is_mark(sign);
        let fits = !mark || marks.is_some_and(|count| count < MARKS);
        if signs.has(sign) && fits {
            kept.push(sign);
            marks = if mark { marks.map(|count| count + 1) } else { Some(0) };
            continue;
        }
        push(done, &std::mem::take(&mut kept), look, None);
        let mut count = 1;
        while rest.peek() == Some(&sign) {
            rest.next();
            count += 1;
        }
        boxes(done, sign, count, look);
        // Nothing stands on a box.
        marks = None;
    }
    push(done, &kept, look, None);
}

/// `U+0645` in a box, as often as the sign stands there.
fn boxes(done: &mut Vec<Prepared>, sign: char, count: usize, look: Look) {
    let number = format!("U+{:04X}", u32::from(sign));
    let look = Look { boxed: true, ..look };
    // What acts on the order of a text is not put into what is copied from the page either.
    let instead = |count: usize| (!is_active(sign)).then(|| std::iter::repeat_n(sign, count).collect::<String>());
    if count >= SAME {
        push(
            done,
            &format!("{INSIDE}{number}\u{A0}×\u{A0}{count}{INSIDE}{BEHIND}"),
            look,
            Some(instead(count).unwrap_or_default()),
        );
        return;
    }
    for _ in 0..count {
        push(done, &format!("{INSIDE}{number}{INSIDE}{BEHIND}"), look, Some(instead(1).unwrap_or_default()));
    }
}

/// Whether a sign stands on the one before it.
fn is_mark(sign: char) -> bool {
    !sign.is_ascii() && !is_active(sign) && sign.width() == Some(0)
}
