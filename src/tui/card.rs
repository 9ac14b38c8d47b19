//! Something to be read over a screen: it takes the whole place below the clocks.

use super::action::Action;
use super::canvas::Canvas;
use super::console::acts::Act;
use super::effect::Effect;
use super::layout::read;
use super::page::{Page, Scroll};
use super::theme::Role;
use crate::judge::picture::agenda::Target;
use crate::page::{Document, Line, Tone};
use ratatui::layout::Rect;

/// Columns left of what a card or a form says.
pub const MARGIN: u16 = 3;

/// Something to be read; it takes the whole place below the clocks.
#[derive(Debug, Default)]
pub struct Card {
    /// Its title.
    pub title: String,
    /// What it says.
    pub document: Document,
    /// What it says with every name, where it names only some; Space turns to it and back.
    pub all: Option<Document>,
    /// Where Enter leads.
    pub leads_to: Option<Target>,
    /// What Enter does, in the words of the foot, where it is an act of the facilitator's console.
    pub acts: Option<(&'static str, Act)>,
    /// What Space does there.
    pub space: Option<(&'static str, Act)>,
    /// Whether it says what a record switched: that can be read after an inject.
    pub changed: bool,
    pub scroll: Scroll,
}

impl Card {
    /// A card with a title.
    pub fn new(title: &str) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// A card that says what a page says.
    pub fn of(title: &str, document: Document) -> Self {
        Self { document, ..Self::new(title) }
    }

    /// A problem: what happened, and what to do now.
    pub fn problem(title: &str, say: &str) -> Self {
        let mut card = Self::new(title);
        card.document.text(Line::of(Tone::Alarm, say));
        card
    }

    /// Adds a paragraph behind a label.
    pub fn say(&mut self, label: &str, role: Role, text: &str) {
        let tone = match role {
            Role::Strong => Tone::Strong,
            Role::Alarm => Tone::Alarm,
            Role::Quiet => Tone::Quiet,
            Role::Struck => Tone::Struck,
            _ => Tone::Text,
        };
        let label = label.trim().trim_end_matches(':');
        if label.is_empty() || label == "!" {
            self.document.text(Line::of(tone, text));
        } else {
            self.document.labelled(label, Line::of(tone, text));
        }
    }

    /// Does a verb that is its own: what Enter and Space do, and turning its pages.
    pub fn on(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Unfold => {
                if let Some((_, act)) = self.space.take() {
                    return vec![Effect::Pop, Effect::Lead(act)];
                }
                if let Some(all) = &mut self.all {
                    std::mem::swap(all, &mut self.document);
                    self.scroll.reset();
                }
            }
            Action::Confirm => {
                let act = self.acts.take().map(|(_, act)| Effect::Lead(act));
                let to = act.or_else(|| self.leads_to.map(Effect::Goto));
                return std::iter::once(Effect::Pop).chain(to).collect();
            }
            Action::Up => self.scroll.by(-1),
            Action::Down => self.scroll.by(1),
            Action::PageUp => self.scroll.by(-8),
            Action::PageDown => self.scroll.by(8),
            Action::First => self.scroll.reset(),
            Action::Last => self.scroll.to_end(),
            _ => {}
        }
        Vec::new()
    }

    /// Draws it over an area.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        canvas.clear(area);
        let inner = Rect { x: area.x + MARGIN.min(area.width), width: area.width.saturating_sub(MARGIN + 1), ..area };
        let mut page = Page::new(inner.width);
        if !self.title.is_empty() {
            page.say(Role::Strong, &self.title).gap();
        }
        page.lines.extend(read(&self.document, inner.width).lines);
        let top = self.scroll.top(&page, inner.height);
        page.draw(canvas, inner, top);
    }
}
