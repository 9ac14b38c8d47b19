//! What a camera takes off the page: a QR code with its quiet zone, and the same in letters beside it.

use super::setter::{Area, SMALL, Setter, mm};
use super::strip::{Ink, Strip};
use super::tags::{Kind, Place};
use crate::export::squares::{QUIET, Squares};
use crate::page::Line;
use std::rc::Rc;

/// Width with its quiet zone, and where everything stands closer.
const WIDTH: f32 = mm(34.0);
const CLOSE: f32 = mm(22.0);

pub(super) fn qr(setter: &mut Setter, text: &str, area: Area) {
    let Some(code) = Squares::of(text) else {
        // More than a code can hold is printed in letters.
        return setter.paragraph(&Line::from(text), false, area, 4.0);
    };
    let part = setter.tags.add(None, Kind::Figure(format!("QR code of the text beside it: {text}")));
    let place = Place::Part(part);
    let wide = if setter.close { CLOSE } else { WIDTH };
    let side = wide / (code.side + 2 * QUIET) as f32;
    let at = |column: usize, row: usize| (area.left + (QUIET + column) as f32 * side, (QUIET + row) as f32 * side);
    // Dark squares side by side are one area, so that no hairline is seen between them.
    let run = |(column, row, long): (usize, usize, usize)| Ink::Area {
        at: at(column, row),
        size: (long as f32 * side, side),
        shade: 0.0,
        place,
    };
    let mut inks: Vec<_> = code.runs().into_iter().map(run).collect();
    let beside = setter.tags.add(None, Kind::Paragraph);
    let lines = setter.set(&Line::from(text), false, SMALL, (area.width - wide - 6.0).max(40.0));
    let step = SMALL * super::shape::LEADING;
    let top = ((wide - step * lines.len() as f32) / 2.0).max(0.0);
    for (at, line) in lines.iter().enumerate() {
        let at = (area.left + wide + 6.0, top + at as f32 * step);
        inks.push(Ink::Words { line: Rc::clone(line), at, place: Place::Part(beside) });
    }
    let height = wide.max(step * lines.len() as f32);
    setter.push(Strip { height, above: 4.0, inks, ..Strip::default() });
}
