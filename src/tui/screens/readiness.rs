//! Readiness on Home: the reviews that can be made before anything happens, and what the latest ones leave to come back to.

use crate::journal::Mode;
use crate::page::{Document, Line, Row, Tone, readiness};
use crate::playbook::load;
use crate::playbook::model::Kind;
use crate::tui::action::Action;
use crate::tui::canvas::Canvas;
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::env::Offer;
use crate::tui::layout;
use crate::tui::list::Place;
use crate::tui::page::Scroll;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// What stands where reviews were not read yet.
pub const UNREAD: &str = "not read yet";

/// The list of reviews, in the place of Home until Esc.
#[derive(Default)]
pub struct Reviews {
    place: Place,
    /// What each policy wants in order, by the id of the review that is made for it.
    wanted: Vec<(String, Document)>,
    scroll: Scroll,
}

impl Reviews {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.wanted.len()
    }
}

/// What stands behind `r` on Home: how many reviews there are, and what they leave.
pub fn in_short(ctx: &Ctx<'_>) -> Line {
    let all = ctx.offers.iter().filter(|offer| offer.kind == Kind::Readiness).count();
    let Some(reviews) = ctx.shelf.reviews() else { return Line::quiet(UNREAD) };
    let counts: Vec<_> = reviews.iter().map(crate::session::reviews::Reviewed::counts).collect();
    match (readiness::summary(&counts), counts.len()) {
        (_, 0) => format!("{all}, none done yet").into(),
        (None, done) => format!("{all}, {done} done, all in order").into(),
        (Some(left), _) => left,
    }
}

fn offers<'a>(ctx: &Ctx<'a>) -> Vec<(usize, &'a Offer)> {
    ctx.offers.iter().enumerate().filter(|(_, offer)| offer.kind == Kind::Readiness).collect()
}

impl Reviews {
    /// Reads what the policies want in order.
    pub fn new(ctx: &Ctx<'_>) -> Self {
        let today = ctx.now.date();
        let policies = ctx.offers.iter().filter_map(|offer| load(&offer.sources()).playbook);
        let wanted = policies.map(|playbook| {
            let review = playbook.review.clone().unwrap_or_else(|| playbook.id.clone());
            (review.to_string(), readiness::wanted(&playbook, today))
        });
        Self { wanted: wanted.filter(|(_, points)| !points.is_empty()).collect(), ..Self::default() }
    }

    /// Does a verb.
    pub fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let all = offers(ctx);
        match action {
            Action::PageDown => self.scroll.by(8),
            Action::PageUp => self.scroll.by(-8),
            _ if self.place.on(action, all.len()) => self.scroll.reset(),
            Action::Open | Action::Tabletop => {
                let mode = if action == Action::Open { Mode::Live } else { Mode::Exercise };
                let chosen = self.place.row(all.len()).map(|row| all[row].0);
                return chosen.map(|offer| Effect::Begin { offer, mode }).into_iter().collect();
            }
            Action::Choose => {
                let chosen = ctx.digit.and_then(|digit| all.get(digit - 1));
                return chosen
                    .map(|(offer, _)| Effect::Begin { offer: *offer, mode: Mode::Live })
                    .into_iter()
                    .collect();
            }
            _ => {}
        }
        Vec::new()
    }

    /// Selects a row; of the one that is selected already, begins the review.
    pub fn click(&mut self, row: usize, ctx: &Ctx<'_>) -> Vec<Effect> {
        if self.place.row(offers(ctx).len()) == Some(row) {
            return self.on(Action::Open, ctx);
        }
        self.place.selected = row;
        self.scroll.reset();
        Vec::new()
    }

    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let all = offers(ctx);
        canvas.put(area.x + 2, area.y, area.width.saturating_sub(2), "Readiness reviews", Role::Strong);
        let rows: Vec<_> = all.iter().enumerate().map(|(at, (_, offer))| row(ctx, at + 1, offer)).collect();
        let room = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height / 2);
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        layout::draw_list(canvas, Rect { y: area.y + 1, height: room, ..inner }, &rows, self.place);
        let top = (area.y + 2 + room).min(area.bottom());
        let Some((_, offer)) = self.place.row(all.len()).map(|row| all[row]) else { return };
        let below = Rect { x: area.x + 3, y: top, width: area.width.saturating_sub(4), height: area.bottom() - top };
        let page = layout::read(&self.about(ctx, offer), below.width);
        page.draw(canvas, below, self.scroll.top(&page, below.height));
    }

    fn about(&self, ctx: &Ctx<'_>, offer: &Offer) -> Document {
        let mut document = Document::default();
        let found = ctx.shelf.reviews().and_then(|all| all.iter().find(|known| known.review.playbook == offer.id));
        match found {
            Some(review) => {
                document.append(readiness::left(review.counts(), &review.waiting()));
            }
            None => {
                document.text("Enter begins the review; it counts as the latest one. t begins a practice review.");
            }
        }
        for (_, points) in self.wanted.iter().filter(|(review, _)| *review == offer.id) {
            document.gap().text(Line::strong("The policy wants in order")).append(points.clone());
        }
        document
    }
}

fn row(ctx: &Ctx<'_>, number: usize, offer: &Offer) -> Row {
    let word = match ctx.shelf.reviews() {
        None => Line::quiet(UNREAD),
        Some(reviews) => match reviews.iter().find(|known| known.review.playbook == offer.id) {
            None => Line::quiet("never reviewed"),
            Some(review) => readiness::stands(review.counts(), review.review.opened.date()),
        },
    };
    let number = Line::of(Tone::Accent, number.to_string());
    Row::sides(number.and(Tone::Text, format!("  {}", offer.title)), word)
}
