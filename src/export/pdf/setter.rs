//! Everything that is needed while a page is laid out, and the small parts from which the rest is made: paragraphs and lines.

use super::fonts::Signs;
use super::shape::{SetLine, Shaper};
use super::strip::{Around, Ink, Strip};
use super::tags::{Kind, Place, Tags};
use super::text::{Prepared, plain, prepare};
use crate::page::Line;
use std::rc::Rc;

/// Size of the text of a page, in points.
const BODY: f32 = 10.0;
/// The same where everything stands closer, and what is left of the space between paragraphs.
const CLOSE: f32 = 8.5;
const SQUEEZED: f32 = 0.35;
/// Of tables, and what they may shrink to.
pub(super) const TABLE: [f32; 2] = [9.0, 8.0];
/// Of head, foot and what is said beside a slot.
pub(super) const SMALL: f32 = 8.0;

/// What is narrower than this is not made narrower.
const NARROW: f32 = 200.0;

/// Millimetres in points.
pub(super) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// Where a block stands: its left edge on the page, and how wide it may be.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Area {
    pub left: f32,
    pub width: f32,
}

impl Area {
    /// Narrower on both sides, where there is room for it.
    pub(super) fn inset(self, by: f32) -> Self {
        if self.width < NARROW {
            return self;
        }
        Self { left: self.left + by, width: (self.width - 2.0 * by).max(1.0) }
    }

    pub(super) fn right(self) -> f32 {
        self.left + self.width
    }
}

pub(super) struct Setter {
    pub shaper: Shaper,
    pub signs: Signs,
    pub tags: Tags,
    pub strips: Vec<Strip>,
    /// Height of the part of a page that text stands in.
    pub page: f32,
    /// Paragraphs of a letter run on behind their label.
    pub letter: bool,
    /// Whether everything is set smaller and closer, where that saves a second page.
    pub close: bool,
    /// How much deeper a heading is in the file than on the page.
    pub deeper: i16,
    /// The frame around what is set now.
    pub frame: Option<Around>,
    /// Empty space that was asked for and not given yet.
    pub space: f32,
    frames: usize,
}

impl Setter {
    pub(super) fn new(letter: bool, deeper: i16) -> Self {
        Self {
            shaper: Shaper::new(),
            signs: Signs::load(),
            tags: Tags::default(),
            strips: Vec::new(),
            page: f32::MAX,
            letter,
            close: false,
            deeper,
            frame: None,
            space: 0.0,
            frames: 0,
        }
    }

    /// Size of the text.
    pub(super) fn body(&self) -> f32 {
        if self.close { CLOSE } else { BODY }
    }

    /// Another number for a frame.
    pub(super) fn next_frame(&mut self) -> usize {
        self.frames += 1;
        self.frames
    }

    /// The paragraphs of a line.
    pub(super) fn prepared(&self, line: &Line, bold: bool) -> Vec<Prepared> {
        prepare(&self.signs, line, bold)
    }

    /// A text of the program's own on one line.
    pub(super) fn one_line(&mut self, text: &str, bold: bool, size: f32) -> Rc<SetLine> {
        let prepared = plain(&self.signs, text, bold);
        self.shaper.line(&prepared, size)
    }

    /// The lines of a text in a width.
    pub(super) fn set(&mut self, line: &Line, bold: bool, size: f32, width: f32) -> Vec<Rc<SetLine>> {
        let paragraphs = self.prepared(line, bold);
        paragraphs.iter().flat_map(|paragraph| self.shaper.lines(paragraph, size, width)).collect()
    }

    /// Adds a strip below the last one.
    pub(super) fn push(&mut self, mut strip: Strip) {
        strip.above = strip.above.max(std::mem::take(&mut self.space));
        if self.close {
            strip.above *= SQUEEZED;
        }
        strip.frame = strip.frame.or(self.frame);
        self.strips.push(strip);
    }

    /// Lines one below the other; no line stands alone at the foot or at the top of a page.
    pub(super) fn lines(&mut self, lines: &[Rc<SetLine>], left: f32, above: f32, keep: bool, place: Place) {
        let count = lines.len();
        for (at, line) in lines.iter().enumerate() {
            let ink = Ink::Words { line: Rc::clone(line), at: (left, 0.0), place };
            self.push(Strip {
                height: line.height(),
                above: if at == 0 { above } else { 0.0 },
                inks: vec![ink],
                keep: (at == 0 && count > 1) || at + 2 == count || (keep && at + 1 == count),
                ..Strip::default()
            });
        }
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, line: &Line, bold: bool, area: Area, above: f32) {
        let lines = self.set(line, bold, self.body(), area.width);
        let part = self.tags.add(None, Kind::Paragraph);
        self.lines(&lines, area.left, above, false, Place::Part(part));
    }
}

/// Lines at the right edge, or in the middle: where a line begins.
pub(super) fn beginning(line: &SetLine, area: Area, share: f32) -> f32 {
    area.left + ((area.width - line.width) * share).max(0.0)
}
