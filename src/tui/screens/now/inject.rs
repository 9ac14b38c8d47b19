//! An inject of the exercise in the place of the card, until somebody says that it was taken in.

use super::Now;
use super::draw::inside;
use crate::judge::View;
use crate::page::{Does, inject};
use crate::record::verbs::{self, message};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::layout::lay;
use crate::tui::open::open;
use ratatui::layout::Rect;

impl Now {
    /// The place in the log of the inject that stands there, and how many more wait. A line that was begun is ended first.
    pub(super) fn inject(&self, ctx: &Ctx<'_>) -> Option<(usize, usize)> {
        ctx.case.filter(|_| self.line.is_none() && ctx.looking.is_none())?.waiting_inject()
    }

    pub(super) fn on_inject(&self, case: &View<'_>, at: usize, action: Action) -> Vec<Effect> {
        match action {
            Action::PageUp => self.scroll.by(-5),
            Action::PageDown => self.scroll.by(5),
            Action::Open => {
                self.scroll.reset();
                return vec![Effect::Submit(message::of(case, at))];
            }
            Action::Note => return open(case, &verbs::note::VERB, ""),
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn draw_inject(&self, canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, of: (usize, usize)) {
        let inner = inside(area);
        let enter = |_: usize, _: &Does| Some(("Enter".to_owned(), Hit::Verb(Action::Open)));
        let page = lay(&inject::card(case, of.0, of.1), inner.width, &enter);
        page.draw(canvas, inner, self.scroll.top(&page, inner.height));
    }
}
