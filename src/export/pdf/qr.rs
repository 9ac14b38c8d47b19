//! What a camera takes off the page: a QR code of the lowest correction with its quiet zone, and the same in letters beside it.

use super::setter::{Area, SMALL, Setter, mm};
use super::strip::{Ink, Strip};
use super::tags::{Kind, Place};
use crate::page::Line;
use fast_qr::{ECL, QRBuilder};
use std::rc::Rc;

/// Width with its quiet zone.
const WIDTH: f32 = mm(34.0);
/// Empty cells around it, which the standard asks for.
const QUIET: usize = 4;

pub(super) fn qr(setter: &mut Setter, text: &str, area: Area) {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::L).build() else {
        // More than a code can hold is printed in letters.
        return setter.paragraph(&Line::from(text), false, area, 4.0);
    };
    let part = setter.tags.add(None, Kind::Figure(format!("QR code of the text beside it: {text}")));
    let place = Place::Part(part);
    let cell = WIDTH / (code.size + 2 * QUIET) as f32;
    let edge = QUIET as f32 * cell;
    let mut inks = Vec::new();
    for row in 0..code.size {
        let y = edge + row as f32 * cell;
        let mut from = None;
        // Dark cells side by side are one area, so that no hairline is seen between them.
        for column in 0..=code.size {
            let dark = column < code.size && code[row][column].value();
            match (from, dark) {
                (None, true) => from = Some(column),
                (Some(first), false) => {
                    let at = (area.left + edge + first as f32 * cell, y);
                    inks.push(Ink::Area { at, size: ((column - first) as f32 * cell, cell), shade: 0.0, place });
                    from = None;
                }
                _ => {}
            }
        }
    }
    let beside = setter.tags.add(None, Kind::Paragraph);
    let lines = setter.set(&Line::from(text), false, SMALL, (area.width - WIDTH - 6.0).max(40.0));
    let step = SMALL * super::shape::LEADING;
    let top = ((WIDTH - step * lines.len() as f32) / 2.0).max(0.0);
    for (at, line) in lines.iter().enumerate() {
        let at = (area.left + WIDTH + 6.0, top + at as f32 * step);
        inks.push(Ink::Words { line: Rc::clone(line), at, place: Place::Part(beside) });
    }
    let height = WIDTH.max(step * lines.len() as f32);
    setter.push(Strip { height, above: 4.0, inks, ..Strip::default() });
}
