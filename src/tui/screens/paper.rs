//! Paper: what can be handed out.

use super::Screen;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::list::Place;
use ratatui::layout::Rect;

/// The view.
#[derive(Default)]
pub struct Paper {
    place: Place,
}

impl Screen for Paper {
    fn on(&mut self, action: Action, _: &Ctx<'_>) -> Vec<Effect> {
        self.place.on(action, 0);
        Vec::new()
    }

    fn click(&mut self, _: Hit, _: &Ctx<'_>) -> Vec<Effect> {
        Vec::new()
    }

    fn draw(&self, _: &mut Canvas<'_>, _: Rect, _: &Ctx<'_>) {}
}
