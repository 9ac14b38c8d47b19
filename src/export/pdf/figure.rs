//! The one figure, drawn as paths, with its words for who cannot see it.

use super::setter::{Area, Setter};
use super::strip::{Ink, Strip};
use super::tags::{Kind, Place};
use crate::page::table::Place as Aligned;
use crate::page::{Figure, Line, Shape};

/// The field is so many units wide.
const FIELD: f32 = 1000.0;
const SHADE: f32 = 0.72;
const DOT: f32 = 2.4;
/// Smallest letters of a figure, in points.
const LEAST: f32 = 7.0;

pub(super) fn figure(setter: &mut Setter, figure: &Figure, area: Area) {
    if !figure.caption.trim().is_empty() {
        let lines = setter.set(&Line::strong(figure.caption.as_str()), false, setter.body(), area.width);
        let part = setter.tags.add(None, Kind::Paragraph);
        setter.lines(&lines, area.left, 8.0, true, Place::Part(part));
    }
    let words = if figure.words.trim().is_empty() { figure.caption.as_str() } else { figure.words.as_str() };
    let words = if words.trim().is_empty() { "figure" } else { words };
    let part = setter.tags.add(None, Kind::Figure(words.to_owned()));
    let place = Place::Part(part);
    let tall = f32::from(figure.height);
    let scale = (area.width / FIELD).min(setter.page * 0.9 / tall.max(1.0));
    let at = |(x, y): (u16, u16)| (area.left + f32::from(x) * scale, f32::from(y) * scale);
    let mut inks = Vec::new();
    for shape in &figure.shapes {
        match shape {
            Shape::Line { from, to, dashed } => {
                inks.push(Ink::Rule { from: at(*from), to: at(*to), width: 0.6, dashed: *dashed, place });
            }
            Shape::Bar { at: corner, size, filled, open_left, open_right } => {
                let size = (f32::from(size.0) * scale, f32::from(size.1) * scale);
                bar(&mut inks, at(*corner), size, *filled, (*open_left, *open_right), place);
            }
            Shape::Dot { at: middle, filled } => {
                inks.push(Ink::Dot { at: at(*middle), radius: DOT, filled: *filled, place });
            }
            Shape::Words { at: base, size, place: aligned, text } => {
                let size = (f32::from(*size) * scale).max(LEAST);
                let line = setter.one_line(text, false, size);
                let (x, y) = at(*base);
                let back = match aligned {
                    Aligned::Begins => 0.0,
                    Aligned::Centred => line.width / 2.0,
                    Aligned::Ends => line.width,
                };
                inks.push(Ink::Words { line, at: (x - back, y - size * super::shape::BASELINE), place });
            }
        }
    }
    setter.push(Strip { height: tall * scale, above: 4.0, inks, ..Strip::default() });
    setter.space = 6.0;
}

/// A bar; an open end has no edge.
fn bar(inks: &mut Vec<Ink>, at: (f32, f32), size: (f32, f32), filled: bool, open: (bool, bool), place: Place) {
    let (right, bottom) = (at.0 + size.0, at.1 + size.1);
    if filled {
        inks.push(Ink::Area { at, size, shade: SHADE, place });
    }
    let mut edge = |from, to| inks.push(Ink::Rule { from, to, width: 0.7, dashed: false, place });
    edge(at, (right, at.1));
    edge((at.0, bottom), (right, bottom));
    if !open.0 {
        edge(at, (at.0, bottom));
    }
    if !open.1 {
        edge((right, at.1), (right, bottom));
    }
}
