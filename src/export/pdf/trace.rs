//! Where everything stands on the pages, in words and numbers: what checks read instead of a PDF.

use super::pages::{Frame, Page};
use super::shape::BASELINE;
use super::strip::Ink;
use super::tags::Place;

/// A page as it is laid out; lengths in points from its upper left corner.
#[derive(Clone, PartialEq, Debug)]
pub struct Traced {
    pub width: f32,
    pub height: f32,
    /// The part for text: left, top, right, bottom.
    pub frame: (f32, f32, f32, f32),
    pub lines: Vec<TracedLine>,
    /// Frames and boxes: left, top, right, bottom.
    pub boxes: Vec<(f32, f32, f32, f32)>,
}

/// A line of text on a page: from the top of its capitals to below its letters.
#[derive(Clone, PartialEq, Debug)]
pub struct TracedLine {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub size: f32,
    /// What is said, with what stands for a box.
    pub words: String,
    /// What is said again on this page, and not read twice.
    pub again: bool,
    /// Some of it stands in a box, or has a line through it.
    pub boxed: bool,
    pub struck: bool,
}

pub(super) fn trace(pages: &[Page], frame: Frame, width: f32, height: f32) -> Vec<Traced> {
    let page = |(at, page): (usize, &Page)| {
        let top = if at == 0 { frame.first_top } else { frame.top };
        let mut traced = Traced {
            width,
            height,
            frame: (frame.left, top, frame.right, frame.bottom),
            lines: Vec::new(),
            boxes: Vec::new(),
        };
        for ink in &page.inks {
            match ink {
                Ink::Words { line, at: (x, y), place } => {
                    let base = y + line.size * BASELINE;
                    let words = line.words();
                    if words.trim().is_empty() {
                        continue;
                    }
                    traced.lines.push(TracedLine {
                        left: *x,
                        top: base - line.size * 0.72,
                        right: x + line.width,
                        bottom: base + line.size * 0.22,
                        size: line.size,
                        words,
                        again: matches!(place, Place::Again | Place::Foot),
                        boxed: line.pieces.iter().any(|piece| piece.look.boxed),
                        struck: line.pieces.iter().any(|piece| piece.look.struck),
                    });
                }
                Ink::Frame { at: (x, y), size, .. } => traced.boxes.push((*x, *y, x + size.0, y + size.1)),
                _ => {}
            }
        }
        traced
    };
    pages.iter().enumerate().map(page).collect()
}
