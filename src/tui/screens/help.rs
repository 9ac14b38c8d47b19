//! Help: the keys of the screen that it was called from, and the signs. A loop over the key table.

use super::{Screen, ScreenId};
use crate::page::state::State;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Row, Scope};
use crate::tui::page::{Page, Scroll};
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The view.
#[derive(Default)]
pub struct Help {
    /// The screen that is explained.
    pub about: ScreenId,
    scroll: Scroll,
}

impl Screen for Help {
    fn on(&mut self, action: Action, _: &Ctx<'_>) -> Vec<Effect> {
        match action {
            Action::Up => self.scroll.by(-1),
            Action::Down => self.scroll.by(1),
            Action::PageUp => self.scroll.by(-10),
            Action::PageDown => self.scroll.by(10),
            Action::First => self.scroll.reset(),
            Action::Last => self.scroll.to_end(),
            Action::Back => {
                self.scroll.reset();
                return vec![Effect::Show(self.about)];
            }
            _ => {}
        }
        Vec::new()
    }

    fn click(&mut self, _: Hit, _: &Ctx<'_>) -> Vec<Effect> {
        Vec::new()
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let page = page(self.about, ctx.case.is_some(), inner.width);
        let top = self.scroll.top(&page, inner.height);
        page.draw(canvas, inner, top);
    }
}

/// What a screen is for, its signs and its keys: those of the screen itself, those after `g`, those of a form.
fn page(about: ScreenId, open: bool, columns: u16) -> Page {
    let scope = about.scope();
    let mut page = Page::new(columns);
    let purpose = keymap::row_of(about.verb());
    page.say(Role::Strong, scope.title()).say(Role::Text, purpose.help);
    if about != ScreenId::Home {
        page.gap().say(Role::Strong, "Signs in front of a row");
        for state in State::ALL {
            let label = format!("{}  {:<12}", state.sign(), state.word());
            page.hanging(&label, Role::Text, Role::Text, state.covers());
        }
    }
    let there = |row: &&Row| open || !row.scopes.contains(&Scope::Case);
    let (by_name, by_key) = keymap::rows(scope).filter(there).partition::<Vec<_>, _>(|row| row.keys.is_empty());
    keys(&mut page, "Keys", by_key);
    keys(&mut page, "Commands without a key", by_name);
    if open {
        keys(&mut page, Scope::Go.title(), keymap::rows(Scope::Go).filter(|row| row.scopes == [Scope::Go]));
    }
    let of_forms = |row: &&Row| row.scopes.iter().any(|scope| matches!(scope, Scope::Form | Scope::Pick | Scope::Area));
    keys(&mut page, Scope::Form.title(), keymap::TABLE.iter().filter(of_forms));
    page
}

fn keys(page: &mut Page, title: &str, rows: impl IntoIterator<Item = &'static Row>) {
    page.gap().say(Role::Strong, title);
    for row in rows {
        let keys = keymap::keys_in_words(row);
        let label = if keys.is_empty() { format!(":{}", row.label) } else { keys };
        page.hanging(&format!("{label:<9}  "), Role::Accent, Role::Text, row.help);
    }
}
