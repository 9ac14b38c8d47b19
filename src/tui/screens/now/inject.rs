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

    /// Whether the inject goes on below the screen.
    pub fn reads_on(&self) -> bool {
        self.below.get() > 0
    }

    pub(super) fn on_inject(&self, case: &View<'_>, at: usize, action: Action) -> Vec<Effect> {
        match action {
            Action::PageUp => self.scroll.by(-5),
            Action::PageDown => self.scroll.by(5),
            // What goes on below the screen is not taken in yet.
            Action::Open if self.reads_on() => self.scroll.by(self.below.get().cast_signed()),
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
        let top = self.scroll.top(&page, inner.height);
        let goes_on = page.len() > top.saturating_add(inner.height);
        // A line of what was read stays in sight.
        self.below.set(if goes_on { inner.height.saturating_sub(1).max(1) } else { 0 });
        page.draw(canvas, inner, top);
    }
}
