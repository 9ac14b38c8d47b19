//! Help: the keys of the screen that it was called from, and the signs. A loop over the key table.

use super::{Screen, ScreenId};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::keymap::{self, Scope};
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
        let page = page(self.about.scope(), ctx.case.is_some(), inner.width);
        let top = self.scroll.top(&page, inner.height);
        page.draw(canvas, inner, top);
    }
}

/// What a screen is for, in two sentences.
fn purpose(scope: Scope) -> &'static str {
    match scope {
        Scope::Home => "Cases on this computer, and the playbooks a new case can follow. Enter continues or starts.",
        Scope::Now => {
            "Left the steps, in the middle the one thing to do next and why. After each record the cursor goes to the next open thing; you may go anywhere else at any time."
        }
        Scope::Tests => {
            "Each test of the policy with its elements. The program shows which are met and by which answers; people decide."
        }
        Scope::Calls => {
            "Whom to call now, in the policy's order. The program never dials; log each attempt with its outcome."
        }
        Scope::Record => {
            "Everything that was recorded. Nothing is ever changed or deleted; a correction is a new entry."
        }
        _ => "",
    }
}

fn page(scope: Scope, open: bool, columns: u16) -> Page {
    let mut page = Page::new(columns);
    page.say(Role::Strong, scope.title()).say(Role::Text, purpose(scope));
    page.gap();
    let uses_signs = matches!(scope, Scope::Now | Scope::Tests | Scope::Calls);
    if uses_signs {
        signs(&mut page);
        page.gap();
        page.say(Role::Strong, "Keys");
    }
    for row in keymap::rows(scope).filter(|row| open || !row.scopes.contains(&Scope::Case)) {
        let keys = keymap::keys_in_words(row);
        let keys = if keys.is_empty() { "in :".to_owned() } else { keys };
        page.hanging(&format!("{keys:<11}"), Role::Accent, Role::Text, row.help);
    }
    page.gap();
    page.say(Role::Strong, "In a form");
    for row in keymap::rows(Scope::Pick).filter(|row| row.scopes.iter().any(|s| matches!(s, Scope::Form | Scope::Pick)))
    {
        page.hanging(&format!("{:<11}", keymap::keys_in_words(row)), Role::Accent, Role::Text, row.help);
    }
    if !uses_signs {
        page.gap();
        signs(&mut page);
    }
    page
}

fn signs(page: &mut Page) {
    page.say(Role::Strong, "Signs in front of a row");
    for (sign, words) in SIGNS {
        page.hanging(&format!("{sign}  "), Role::Text, Role::Text, words);
    }
}

/// Every sign with the states that it stands for.
pub const SIGNS: [(&str, &str); 10] = [
    ("o", "open: it waits for somebody; a call to make now"),
    ("x", "settled: answered, done, reached; a rule that is met"),
    ("?", "answered \"not known yet\"; it stays open"),
    ("%", "begun: partly decided, not reached yet, goes on"),
    (">", "put off; it comes back by itself"),
    ("/", "not needed; a rule not met (the key / searches)"),
    ("~", "waits for an answer; a rule that is pending"),
    ("-", "does not apply"),
    (".", "not in the policy; nothing waits for it"),
    ("!", "a prohibition in force; answers that contradict"),
];
