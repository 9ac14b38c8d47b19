//! Texts within a paragraph, as runs: each of one tone and one direction.

use super::xml::Xml;
use crate::base::text::inert_line;
use crate::export::isolate::is_right_to_left;
use crate::page::{Line, Tone};

pub fn line(xml: &mut Xml, line: &Line) {
    for piece in &line.0 {
        toned(xml, piece.tone, &piece.text);
    }
}

pub fn text(xml: &mut Xml, text: &str) {
    toned(xml, Tone::Text, text);
}

pub fn strong(xml: &mut Xml, text: &str) {
    toned(xml, Tone::Strong, text);
}

fn toned(xml: &mut Xml, tone: Tone, text: &str) {
    for (right_to_left, part) in parts(&inert_line(text)) {
        xml.within("w:r", &[], |xml| {
            properties(xml, style(tone), right_to_left);
            xml.within("w:t", &[("xml:space", "preserve")], |xml| xml.text(part));
        });
    }
}

/// The style of characters of a tone.
fn style(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Text => None,
        Tone::Strong => Some("Strong"),
        Tone::Quiet => Some("Quiet"),
        Tone::Accent => Some("Accent"),
        Tone::Alarm => Some("Alarm"),
        Tone::Struck => Some("Struck"),
        Tone::Missing => Some("Missing"),
    }
}

fn properties(xml: &mut Xml, style: Option<&str>, right_to_left: bool) {
    if style.is_none() && !right_to_left {
        return;
    }
    xml.within("w:rPr", &[], |xml| {
        if let Some(style) = style {
            xml.value("w:rStyle", style);
        }
        // Said of the run itself as well: not every reader looks for it in a style.
        match style {
            Some("Struck") => xml.empty("w:strike", &[]),
            Some("Missing") => {
                xml.empty("w:b", &[]);
                xml.empty("w:bdr", &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")]);
            }
            _ => {}
        }
        if right_to_left {
            xml.empty("w:rtl", &[]);
        }
    });
}

/// A text in parts of one direction. From the first to the last letter that runs from the right is one, with the blanks and digits
/// between; any other letter ends it.
fn parts(text: &str) -> Vec<(bool, &str)> {
    if text.is_ascii() {
        return if text.is_empty() { vec![] } else { vec![(false, text)] };
    }
    let mut parts = Vec::new();
    // Where the part in hand began, and where the last right-to-left sign of it ends.
    let (mut from, mut right): (usize, Option<usize>) = (0, None);
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        if is_right_to_left(sign) {
            if right.is_none() && at > from {
                parts.push((false, &text[from..at]));
                from = at;
            }
            right = Some(end);
        } else if sign.is_alphabetic()
            && let Some(until) = right
        {
            parts.push((true, &text[from..until]));
            (from, right) = (until, None);
        }
    }
    if let Some(until) = right {
        parts.push((true, &text[from..until]));
        from = until;
    }
    if from < text.len() {
        parts.push((false, &text[from..]));
    }
    parts
}

/// A field that the office program fills in, and what stands in it until then.
pub fn field(xml: &mut Xml, instruction: &str, shown: &str) {
    let mark =
        |xml: &mut Xml, kind: &str| xml.within("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
    mark(xml, "begin");
    xml.within("w:r", &[], |xml| {
        xml.within("w:instrText", &[("xml:space", "preserve")], |xml| xml.text(&format!(" {instruction} ")));
    });
    mark(xml, "separate");
    xml.within("w:r", &[], |xml| xml.within("w:t", &[], |xml| xml.text(shown)));
    mark(xml, "end");
}

pub fn tab(xml: &mut Xml) {
    xml.within("w:r", &[], |xml| xml.empty("w:tab", &[]));
}
