//! Paragraphs set in lines: glyphs, where they stand, and which part of the text each of them is.

use super::fonts;
use super::text::{Look, Prepared, Span};
use parley::{FontContext, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap, StyleProperty, TextWrapMode};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// Height of a line and where its letters stand, in parts of the size of the letters.
pub(super) const LEADING: f32 = 1.34;
pub(super) const BASELINE: f32 = 1.03;

/// A line as it is printed; everything in points.
#[derive(Debug, Default)]
pub(super) struct SetLine {
    /// Without the space at its end.
    pub width: f32,
    pub size: f32,
    pub pieces: Vec<Piece>,
}

/// A part of a line in one look.
#[derive(Debug)]
pub(super) struct Piece {
    pub x: f32,
    pub width: f32,
    pub look: Look,
    /// Which part of the paragraph it belongs to.
    pub span: usize,
    pub text: Rc<str>,
    /// Which part of the text.
    pub from: u32,
    pub to: u32,
    /// What it stands for, where that is not what is printed.
    pub instead: Option<Rc<str>>,
    pub glyphs: Vec<SetGlyph>,
}

/// A glyph; lengths in parts of the size.
#[derive(Clone, Copy, Debug)]
pub(super) struct SetGlyph {
    pub id: u32,
    pub from: u32,
    pub to: u32,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
}

/// Sets text. One for a file: it keeps what the library needs again.
pub(super) struct Shaper {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    layout: Layout<()>,
    /// Widths of single signs in parts of the size, to measure without setting.
    advances: HashMap<(char, bool), f32>,
    /// The same for ASCII, thin and bold; less than 0 is not known yet.
    ascii: [[f32; 128]; 2],
}

impl SetLine {
    pub(super) fn height(&self) -> f32 {
        self.size * LEADING
    }

    /// What is said, with what stands for what is printed.
    pub(super) fn words(&self) -> String {
        self.pieces.iter().map(Piece::words).collect()
    }
}

impl Piece {
    /// What is said.
    pub(super) fn words(&self) -> &str {
        match &self.instead {
            Some(instead) if !instead.is_empty() => instead,
            _ => self.printed(),
        }
    }

    pub(super) fn printed(&self) -> &str {
        self.text.get(self.from as usize..self.to as usize).unwrap_or_default()
    }
}

impl Shaper {
    pub(super) fn new() -> Self {
        Self {
            fonts: fonts::context(),
            layouts: LayoutContext::new(),
            layout: Layout::default(),
            advances: HashMap::new(),
            ascii: [[-1.0; 128]; 2],
        }
    }

    /// The lines of a paragraph that is `width` wide; an empty one has one line. A word longer than that is broken anywhere.
    pub(super) fn lines(&mut self, prepared: &Prepared, size: f32, width: f32) -> Vec<Rc<SetLine>> {
        self.set(prepared, size, width, true)
    }

    /// One line, however wide.
    pub(super) fn line(&mut self, prepared: &Prepared, size: f32) -> Rc<SetLine> {
        self.set(prepared, size, f32::MAX, false).swap_remove(0)
    }

    fn set(&mut self, prepared: &Prepared, size: f32, width: f32, wraps: bool) -> Vec<Rc<SetLine>> {
        if prepared.text.is_empty() {
            return vec![Rc::new(SetLine { size, ..SetLine::default() })];
        }
        let mut whole = if wraps { references(&prepared.text) } else { Vec::new() };
        whole.retain(|reference| {
            let signs = prepared.text.get(reference.clone()).unwrap_or_default().chars();
            signs.map(|sign| self.advance(sign, true)).sum::<f32>() * size <= width
        });
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &prepared.text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(fonts::FAMILY));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(size * LEADING)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if !wraps {
            builder.push_default(StyleProperty::TextWrapMode(TextWrapMode::NoWrap));
        }
        let mut start = 0;
        for span in &prepared.spans {
            if span.look.bold {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), start..span.end);
            }
            start = span.end;
        }
        for reference in whole {
            // Whether a line is broken before a sign is said by the one before it.
            builder.push(StyleProperty::TextWrapMode(TextWrapMode::NoWrap), reference.start..reference.end - 1);
        }
        builder.build_into(&mut self.layout, &prepared.text);
        self.layout.break_all_lines(Some(width));
        let text: Rc<str> = prepared.text.as_str().into();
        let lines = self.layout.lines().map(|line| {
            let mut set = SetLine { size, ..SetLine::default() };
            let mut x = 0.0;
            for run in line.runs() {
                for cluster in run.visual_clusters() {
                    x = place(&mut set, prepared, &text, x, &cluster);
                }
            }
            for piece in &mut set.pieces {
                piece.width = piece.glyphs.iter().map(|glyph| glyph.advance * size).sum();
            }
            let blank = blank_at_end(&set);
            set.width = x - blank;
            if let Some(last) = set.pieces.last_mut() {
                last.width = (last.width - blank).max(0.0);
            }
            Rc::new(set)
        });
        lines.collect()
    }

    /// How wide the longest word and the whole paragraph are, in parts of the size. Without setting it: pairs of letters that
    /// move together are not counted, so that it is a little more than what is set.
    pub(super) fn measure(&mut self, prepared: &Prepared) -> (f32, f32) {
        let (mut longest, mut word, mut whole) = (0.0_f32, 0.0_f32, 0.0_f32);
        let mut start = 0;
        for span in &prepared.spans {
            for sign in prepared.text.get(start..span.end).unwrap_or_default().chars() {
                let wide = self.advance(sign, span.look.bold);
                whole += wide;
                word = if sign == ' ' { 0.0 } else { word + wide };
                longest = longest.max(word);
            }
            start = span.end;
        }
        (longest, whole)
    }

    fn advance(&mut self, sign: char, bold: bool) -> f32 {
        let known = if sign.is_ascii() {
            Some(self.ascii[usize::from(bold)][sign as usize]).filter(|wide| *wide >= 0.0)
        } else {
            self.advances.get(&(sign, bold)).copied()
        };
        if let Some(known) = known {
            return known;
        }
        let look = Look { bold, ..Look::default() };
        let text = sign.to_string();
        let span = Span { end: text.len(), look, instead: None };
        let line = self.line(&Prepared { text, spans: vec![span] }, 1.0);
        // A blank too: the width of a line leaves out the one at its end.
        let wide = line.pieces.iter().flat_map(|piece| &piece.glyphs).map(|glyph| glyph.advance).sum();
        if sign.is_ascii() {
            self.ascii[usize::from(bold)][sign as usize] = wide;
        } else {
            self.advances.insert((sign, bold), wide);
        }
        wide
    }
}

/// Longest reference that is kept on one line, in bytes.
const LONGEST_REFERENCE: usize = 24;

/// Where labels, entries, clauses and days stand in a text: `E-1`, `k4-12`, `S000-PRO-16a`, `2026-11-22`. A line is not broken at
/// their hyphens.
fn references(text: &str) -> Vec<Range<usize>> {
    if !text.contains('-') {
        return Vec::new();
    }
    let inside = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'/');
    let mut found = Vec::new();
    let mut from = 0;
    for word in text.as_bytes().chunk_by(|one, next| inside(*one) == inside(*next)) {
        let at = from..from + word.len();
        from = at.end;
        let digits = word.iter().any(u8::is_ascii_digit);
        let ends =
            word.first().is_some_and(u8::is_ascii_alphanumeric) && word.last().is_some_and(u8::is_ascii_alphanumeric);
        if digits && ends && word.contains(&b'-') && word.len() <= LONGEST_REFERENCE {
            found.push(at);
        }
    }
    found
}

/// How much of a line is the blank at its end.
fn blank_at_end(set: &SetLine) -> f32 {
    let glyphs = set.pieces.iter().rev().flat_map(|piece| piece.glyphs.iter().rev().map(move |glyph| (piece, glyph)));
    let blank = glyphs.take_while(|(piece, glyph)| {
        let said = piece.text.get(glyph.from as usize..glyph.to as usize).unwrap_or_default();
        piece.instead.is_none() && !said.is_empty() && said.chars().all(|sign| sign == ' ')
    });
    blank.map(|(_, glyph)| glyph.advance * set.size).sum()
}

/// Adds a cluster to a line; returns where the next one stands.
fn place(set: &mut SetLine, prepared: &Prepared, text: &Rc<str>, x: f32, cluster: &parley::Cluster<'_, ()>) -> f32 {
    let range = cluster.text_range();
    let (from, to) = (range.start as u32, range.end as u32);
    if cluster.is_ligature_continuation() {
        // It has no glyph of its own: the ligature stands for it too.
        if let Some(piece) = set.pieces.last_mut() {
            widen(piece, from, to);
        }
        return x;
    }
    let at = prepared.spans.partition_point(|span| span.end <= range.start);
    let Some(span) = prepared.spans.get(at) else { return x };
    // Two boxes that stand side by side stay two.
    if set.pieces.last().is_none_or(|piece| piece.span != at) {
        let instead = span.instead.as_deref().map(Rc::from);
        let text = Rc::clone(text);
        let piece = Piece { x, width: 0.0, look: span.look, span: at, text, from, to, instead, glyphs: Vec::new() };
        set.pieces.push(piece);
    }
    let Some(piece) = set.pieces.last_mut() else { return x };
    (piece.from, piece.to) = (piece.from.min(from), piece.to.max(to));
    let mut x = x;
    let size = set.size;
    for glyph in cluster.glyphs() {
        piece.glyphs.push(SetGlyph {
            id: glyph.id,
            from,
            to,
            advance: glyph.advance / size,
            dx: glyph.x / size,
            dy: -glyph.y / size,
        });
        x += glyph.advance;
    }
    x
}

/// Lets the last glyphs stand for more of the text.
fn widen(piece: &mut Piece, from: u32, to: u32) {
    (piece.from, piece.to) = (piece.from.min(from), piece.to.max(to));
    let Some(last) = piece.glyphs.last().copied() else { return };
    for glyph in piece.glyphs.iter_mut().rev().take_while(|glyph| (glyph.from, glyph.to) == (last.from, last.to)) {
        (glyph.from, glyph.to) = (glyph.from.min(from), glyph.to.max(to));
    }
}
