//! Strips put on pages, from the top of the frame to its foot.

use super::strip::{Around, Ink, Strip};
use super::tags::Place;

/// What is drawn on one page.
#[derive(Default, Debug)]
pub(super) struct Page {
    pub inks: Vec<Ink>,
}

/// The part of a page that text stands in: the first page may begin lower.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub left: f32,
    pub right: f32,
    pub top: f32,
    pub first_top: f32,
    pub bottom: f32,
}

impl Frame {
    pub(super) fn width(self) -> f32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f32 {
        self.bottom - self.top
    }
}

/// Puts everything on pages. There is at least one.
pub(super) fn put(strips: &[Strip], frame: Frame) -> Vec<Page> {
    let needs = needs(strips, frame.height());
    let mut put =
        Put { frame, pages: vec![Page::default()], y: frame.first_top, fresh: true, around: None, before: None };
    let mut breaks = false;
    for (strip, needed) in strips.iter().zip(needs) {
        if strip.breaks {
            breaks = true;
            continue;
        }
        let above = if put.fresh { 0.0 } else { strip.above };
        let full = put.y + above + needed > frame.bottom + 0.01;
        if (full || breaks) && !put.fresh {
            put.turn();
            for again in strip.again.iter().flat_map(|again| again.iter()) {
                put.place(again);
            }
        }
        breaks = false;
        put.place(strip);
    }
    put.close();
    put.pages
}

/// How much room each strip wants at once: its own height, and that of what has to stand on its page. Where all of that is taller
/// than a page, it is the next strip alone.
fn needs(strips: &[Strip], page: f32) -> Vec<f32> {
    let mut needs = vec![0.0; strips.len()];
    for (at, strip) in strips.iter().enumerate().rev() {
        let below = strips.get(at + 1).filter(|_| strip.keep);
        let whole = below.map_or(0.0, |next| next.above + needs[at + 1]);
        let next = below.map_or(0.0, |next| next.above + next.height);
        let rooms = [whole, next, 0.0].map(|below| strip.height + below);
        needs[at] = rooms.into_iter().find(|room| *room <= page).unwrap_or(strip.height);
    }
    needs
}

struct Put {
    frame: Frame,
    pages: Vec<Page>,
    y: f32,
    /// Nothing stands on the page yet.
    fresh: bool,
    /// The frame that is open, and where it began.
    around: Option<(Around, f32)>,
    /// The edge of the table whose row stands last.
    before: Option<(f32, f32)>,
}

impl Put {
    fn place(&mut self, strip: &Strip) {
        if self.around.map(|(around, _)| around.number) != strip.frame.map(|around| around.number) {
            self.close_frame();
        }
        if !self.fresh {
            self.y += strip.above;
        }
        if self.around.is_none() {
            self.around = strip.frame.map(|around| (around, self.y));
        }
        let by = (0.0, self.y);
        if let Some(page) = self.pages.last_mut() {
            page.inks.extend(strip.inks.iter().map(|ink| ink.moved(by)));
        }
        self.y += strip.height;
        self.before = strip.edge;
        self.fresh = false;
    }

    fn close_frame(&mut self) {
        let Some((around, from)) = self.around.take() else { return };
        let ink = Ink::Frame {
            at: (around.left, from),
            size: (around.right - around.left, self.y - from),
            width: around.width,
            place: Place::Decoration,
        };
        self.pages.last_mut().into_iter().for_each(|page| page.inks.push(ink.clone()));
    }

    /// Ends the page: what is open on it gets its edge.
    fn close(&mut self) {
        self.close_frame();
        let Some((left, right)) = self.before.take() else { return };
        let (from, to) = ((left, self.y), (right, self.y));
        let ink = Ink::Rule { from, to, width: 0.7, dashed: false, place: Place::Decoration };
        self.pages.last_mut().into_iter().for_each(|page| page.inks.push(ink.clone()));
    }

    fn turn(&mut self) {
        self.close();
        self.pages.push(Page::default());
        self.y = self.frame.top;
        self.fresh = true;
    }
}
