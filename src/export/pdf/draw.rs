//! Pages drawn: every stroke and letter in a part of the tree, or as decoration.

use super::fonts::Faces;
use super::pages::Page;
use super::shape::{BASELINE, Piece, SetLine};
use super::strip::{Drawn, Ink};
use super::tags::{Place, Tags};
use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::text::{GlyphId, KrillaGlyph};

/// The shade of what is only for reference. It reads in black and white.
const QUIET: u8 = 64;

pub(super) struct Pen<'a, 'b> {
    pub surface: &'a mut Surface<'b>,
    pub tags: &'a mut Tags,
    pub faces: &'a Faces,
    open: Option<Place>,
}

impl<'a, 'b> Pen<'a, 'b> {
    pub(super) fn new(surface: &'a mut Surface<'b>, tags: &'a mut Tags, faces: &'a Faces) -> Self {
        Self { surface, tags, faces, open: None }
    }

    pub(super) fn page(mut self, page: &Page) {
        for ink in &page.inks {
            self.ink(ink);
        }
        self.close();
    }

    fn ink(&mut self, ink: &Ink) {
        match ink {
            Ink::Words { line, at, place } => self.words(line, *at, *place),
            Ink::Rule { from, to, width, dashed, place } => {
                self.enter(*place, None);
                self.stroke(&[*from, *to], *width, *dashed);
            }
            Ink::Area { at, size, shade, place } => {
                self.enter(*place, None);
                self.area(*at, *size, (shade * 255.0) as u8);
            }
            Ink::Frame { at, size, width, place } => {
                self.enter(*place, None);
                self.frame(*at, *size, *width);
            }
            Ink::Dot { at, radius, filled, place } => {
                self.enter(*place, None);
                self.dot(*at, *radius, *filled);
            }
            Ink::Sign { sign, at, size, word, place } => {
                self.enter(*place, Some(word));
                self.sign(*sign, *at, *size);
                self.close();
            }
        }
    }

    /// Begins or goes on with a part.
    fn enter(&mut self, place: Place, actual: Option<&str>) {
        if self.open == Some(place) && actual.is_none() {
            return;
        }
        self.close();
        let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        let mark = match place {
            Place::Part(_) => {
                let span = SpanTag::empty().with_actual_text(actual);
                self.surface.start_tagged(if actual.is_some() { ContentTag::Span(span) } else { ContentTag::Other })
            }
            Place::Decoration => self.surface.start_tagged(artifact(ArtifactType::Layout)),
            Place::Again => self.surface.start_tagged(artifact(ArtifactType::PaginationOther)),
            Place::Foot => self.surface.start_tagged(artifact(ArtifactType::Footer)),
        };
        if let Place::Part(part) = place {
            self.tags.mark(part, mark);
        }
        // What stands for something else is closed at once: nothing more may go in.
        self.open = Some(place);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn words(&mut self, line: &SetLine, at: (f32, f32), place: Place) {
        for piece in &line.pieces {
            let actual = match place {
                Place::Part(_) => actual(piece),
                _ => None,
            };
            self.enter(place, actual.as_deref());
            self.piece(piece, line.size, at);
            if actual.is_some() {
                self.close();
            }
        }
    }

    fn piece(&mut self, piece: &Piece, size: f32, at: (f32, f32)) {
        let shade = if piece.look.quiet { QUIET } else { 0 };
        let (x, y) = (at.0 + piece.x, at.1 + size * BASELINE);
        let glyph = |one: &super::shape::SetGlyph| {
            let range = one.from as usize..one.to as usize;
            KrillaGlyph::new(GlyphId::new(one.id), one.advance, one.dx, one.dy, 0.0, range, None)
        };
        let glyphs: Vec<_> = piece.glyphs.iter().map(glyph).collect();
        if !glyphs.is_empty() {
            self.surface.set_stroke(None);
            self.surface.set_fill(Some(fill(shade)));
            let font = self.faces.of(piece.look.bold);
            self.surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font, &piece.text, size, false);
        }
        if piece.look.struck {
            let height = y - size * 0.27;
            self.stroke(&[(x, height), (x + piece.width, height)], (size * 0.075).max(0.6), false);
        }
        if piece.look.boxed {
            // A number has its own blanks inside its box, and one behind it.
            let (pad, behind) = match (&piece.instead, piece.glyphs.last()) {
                (Some(_), Some(last)) => (0.0, last.advance * size),
                _ => (1.6, 0.0),
            };
            self.frame((x - pad, y - size * 0.91), (piece.width + 2.0 * pad - behind, size * 1.16), 0.5);
        }
    }

    fn stroke(&mut self, points: &[(f32, f32)], width: f32, dashed: bool) {
        let mut path = PathBuilder::new();
        for (at, (x, y)) in points.iter().enumerate() {
            match at {
                0 => path.move_to(*x, *y),
                _ => path.line_to(*x, *y),
            }
        }
        let dash = dashed.then(|| StrokeDash { array: vec![2.5, 2.0], offset: 0.0 });
        let stroke = Stroke { paint: luma::Color::new(0).into(), width, dash, ..Stroke::default() };
        self.draw(path.finish(), None, Some(stroke));
    }

    fn area(&mut self, at: (f32, f32), size: (f32, f32), shade: u8) {
        self.draw(rectangle(at, size), Some(fill(shade)), None);
    }

    fn frame(&mut self, at: (f32, f32), size: (f32, f32), width: f32) {
        let stroke = Stroke { paint: luma::Color::new(0).into(), width, ..Stroke::default() };
        self.draw(rectangle(at, size), None, Some(stroke));
    }

    /// Four curves that a person sees as a circle.
    fn dot(&mut self, (x, y): (f32, f32), radius: f32, filled: bool) {
        let bend = radius * 0.552_284_8;
        let mut path = PathBuilder::new();
        path.move_to(x + radius, y);
        path.cubic_to(x + radius, y + bend, x + bend, y + radius, x, y + radius);
        path.cubic_to(x - bend, y + radius, x - radius, y + bend, x - radius, y);
        path.cubic_to(x - radius, y - bend, x - bend, y - radius, x, y - radius);
        path.cubic_to(x + bend, y - radius, x + radius, y - bend, x + radius, y);
        path.close();
        let stroke = Stroke { paint: luma::Color::new(0).into(), width: 0.7, ..Stroke::default() };
        self.draw(path.finish(), Some(fill(if filled { 0 } else { 255 })), Some(stroke));
    }

    fn sign(&mut self, sign: Drawn, (x, y): (f32, f32), size: f32) {
        self.frame((x, y), (size, size), 0.7);
        let at = |across: f32, down: f32| (x + size * across, y + size * down);
        match sign {
            Drawn::Empty => {}
            Drawn::Ticked => self.stroke(&[at(0.18, 0.55), at(0.42, 0.8), at(0.86, 0.18)], 1.2, false),
            Drawn::Holding('!') => {
                self.stroke(&[at(0.5, 0.15), at(0.5, 0.6)], 1.2, false);
                self.stroke(&[at(0.5, 0.72), at(0.5, 0.86)], 1.2, false);
            }
            Drawn::Holding('~') => {
                self.stroke(&[at(0.15, 0.6), at(0.35, 0.4), at(0.65, 0.6), at(0.85, 0.4)], 1.0, false);
            }
            Drawn::Holding(_) => self.stroke(&[at(0.2, 0.5), at(0.8, 0.5)], 1.0, false),
        }
    }

    fn draw(&mut self, path: Option<Path>, fill: Option<Fill>, stroke: Option<Stroke>) {
        let Some(path) = path else { return };
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        self.surface.draw_path(&path);
    }
}

/// What is copied and read aloud instead of what is printed.
fn actual(piece: &Piece) -> Option<String> {
    match &piece.instead {
        Some(instead) if !instead.is_empty() => Some(instead.to_string()),
        _ if piece.look.struck => {
            let said = piece.printed();
            let blank = if said.ends_with(' ') { " " } else { "" };
            Some(format!("[struck out: {}]{blank}", said.trim_end()))
        }
        _ => None,
    }
}

fn fill(shade: u8) -> Fill {
    Fill { paint: luma::Color::new(shade).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn rectangle(at: (f32, f32), size: (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(at.0, at.1, size.0, size.1)?);
    path.finish()
}
