//! What a page is made of: strips across it, each with what is drawn in it.

use super::shape::SetLine;
use super::tags::Place;
use std::rc::Rc;

/// Something that is drawn. Places are in points from the upper left corner: of its strip, and on a page of the page.
#[derive(Clone, Debug)]
pub(super) enum Ink {
    /// A line of text; the place is the upper left corner of the line.
    Words {
        line: Rc<SetLine>,
        at: (f32, f32),
        place: Place,
    },
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        dashed: bool,
        place: Place,
    },
    /// An area in a shade from 0, black, to 1.
    Area {
        at: (f32, f32),
        size: (f32, f32),
        shade: f32,
        place: Place,
    },
    Frame {
        at: (f32, f32),
        size: (f32, f32),
        width: f32,
        place: Place,
    },
    Dot {
        at: (f32, f32),
        radius: f32,
        filled: bool,
        place: Place,
    },
    /// A drawn sign and the word that it stands for.
    Sign {
        sign: Drawn,
        at: (f32, f32),
        size: f32,
        word: &'static str,
        place: Place,
    },
}

/// Signs that are drawn, the same in each font.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Drawn {
    Empty,
    Ticked,
    /// With a sign in it: `!`, `~`, `-`.
    Holding(char),
}

/// A part of the page that is not divided.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    pub height: f32,
    /// Empty space above it, unless it is the first on its page.
    pub above: f32,
    pub inks: Vec<Ink>,
    /// It stands on the page of the next one.
    pub keep: bool,
    /// Begins a new page.
    pub breaks: bool,
    /// What is said again where a page begins with it.
    pub again: Option<Rc<Vec<Strip>>>,
    /// The frame around it and its neighbours: left and right edge. Those with the same number share one.
    pub frame: Option<Around>,
    /// Where a page ends behind it, its table ends with a rule from here to there.
    pub edge: Option<(f32, f32)>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Around {
    pub number: usize,
    pub left: f32,
    pub right: f32,
    /// Width of the line around it.
    pub width: f32,
}

impl Ink {
    /// The same elsewhere.
    pub(super) fn moved(&self, by: (f32, f32)) -> Self {
        let mut ink = self.clone();
        let add = |at: &mut (f32, f32)| *at = (at.0 + by.0, at.1 + by.1);
        match &mut ink {
            Self::Words { at, .. }
            | Self::Area { at, .. }
            | Self::Frame { at, .. }
            | Self::Dot { at, .. }
            | Self::Sign { at, .. } => {
                add(at);
            }
            Self::Rule { from, to, .. } => {
                add(from);
                add(to);
            }
        }
        ink
    }

    /// The same as something that was said before.
    pub(super) fn again(&self, instead: Place) -> Self {
        let mut ink = self.clone();
        *ink.place_mut() = instead;
        ink
    }

    pub(super) fn place(&self) -> Place {
        match self {
            Self::Words { place, .. }
            | Self::Rule { place, .. }
            | Self::Area { place, .. }
            | Self::Frame { place, .. }
            | Self::Dot { place, .. }
            | Self::Sign { place, .. } => *place,
        }
    }

    fn place_mut(&mut self) -> &mut Place {
        match self {
            Self::Words { place, .. }
            | Self::Rule { place, .. }
            | Self::Area { place, .. }
            | Self::Frame { place, .. }
            | Self::Dot { place, .. }
            | Self::Sign { place, .. } => place,
        }
    }
}

impl Strip {
    pub(super) fn again(&self, instead: Place) -> Self {
        Self {
            inks: self.inks.iter().map(|ink| ink.again(instead)).collect(),
            keep: false,
            breaks: false,
            again: None,
            ..self.clone()
        }
    }
}
