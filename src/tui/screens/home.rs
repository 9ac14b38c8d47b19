//! Home: cases to continue, playbooks to start with.

use super::{Screen, readiness};
use crate::base::text::pad;
use crate::guide::review::called;
use crate::journal::Mode;
use crate::journal::damage;
use crate::playbook::model::Kind;
use crate::store::CaseSummary;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::env::Offer;
use crate::tui::form::start;
use crate::tui::list::Place;
use crate::tui::modal::Modal;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The view.
#[derive(Default)]
pub struct Home {
    place: Place,
    /// Whether somebody has moved to the selected row; before that the first row is, whatever stands there.
    chosen: bool,
}

/// A line of the list.
enum Line {
    Title(&'static str),
    Note(&'static str),
    Readiness(Role, String),
    Case(usize),
    Offer(usize),
}

fn lines(ctx: &Ctx<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(readiness::summary(ctx).map(|(role, text)| Line::Readiness(role, text)));
    if !ctx.shelf.cases().is_empty() {
        lines.push(Line::Title("Continue a case"));
        lines.extend((0..ctx.shelf.cases().len()).map(Line::Case));
    }
    // Offers stand in the order of their kinds.
    let reviews = ctx.offers.iter().position(|offer| offer.kind == Kind::Readiness);
    let (first, all) = (reviews.unwrap_or(ctx.offers.len()), ctx.offers.len());
    lines.push(Line::Title("Start a case"));
    lines.extend((0..first).map(Line::Offer));
    if ctx.offers.is_empty() {
        lines.push(Line::Note("No playbook is bundled. `breachbook start FILE` opens a case with one of your own."));
    }
    if first < all {
        lines.push(Line::Title("Review readiness, before anything happens"));
        lines.extend((first..all).map(Line::Offer));
    }
    lines
}

impl Home {
    /// The row that somebody has chosen.
    pub fn chosen(&self) -> Option<usize> {
        self.chosen.then_some(self.place.selected)
    }

    /// Moves to a row.
    pub fn choose(&mut self, row: usize) {
        (self.place.selected, self.chosen) = (row, true);
    }

    /// A case went to another row, or is gone: what was chosen goes with it.
    pub fn row_moved(&mut self, from: usize, to: Option<usize>) {
        let Some(at) = self.chosen() else { return };
        self.place.selected = match to {
            Some(to) if at == from => to,
            to => {
                let left = at - usize::from(from < at);
                left + usize::from(to.is_some_and(|to| to <= left))
            }
        };
    }

    fn act(ctx: &Ctx<'_>, row: usize) -> Vec<Effect> {
        if let Some(case) = ctx.shelf.cases().get(row) {
            return vec![Effect::OpenCase(case.place.path.clone())];
        }
        let at = row - ctx.shelf.cases().len();
        match ctx.offers.get(at) {
            Some(offer) => {
                vec![Effect::Push(Modal::Form(Box::new(start::form(at, offer, ctx.person, ctx.login))))]
            }
            None => Vec::new(),
        }
    }
}

impl Screen for Home {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let rows = ctx.shelf.cases().len() + ctx.offers.len();
        if self.place.on(action, rows) {
            self.chosen = true;
            return Vec::new();
        }
        match (action, self.place.row(rows)) {
            (Action::Open, Some(row)) => Self::act(ctx, row),
            (Action::Readiness, Some(row)) => {
                readiness::card(ctx, row.checked_sub(ctx.shelf.cases().len()).and_then(|at| ctx.offers.get(at)))
            }
            (Action::Back, _) if ctx.case.is_some() => vec![Effect::Show(super::ScreenId::Now)],
            _ => Vec::new(),
        }
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Hit::Row(row) = hit else { return Vec::new() };
        let again = self.place.row(ctx.shelf.cases().len() + ctx.offers.len()) == Some(row);
        self.choose(row);
        if again { Self::act(ctx, row) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let lines = lines(ctx);
        let selected = self.place.row(ctx.shelf.cases().len() + ctx.offers.len());
        let about = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        if let (Some(row), true) = (selected, area.height >= 6) {
            let text = about_row(ctx, row);
            canvas.put(about.x + 1, about.y, about.width.saturating_sub(2), &text, Role::Quiet);
        }
        let area = Rect { height: if area.height >= 6 { area.height - 1 } else { area.height }, ..area };
        let two = area.height >= 12;
        let top = first_shown(&lines, selected, ctx.shelf.cases().len(), usize::from(area.height), two);
        let mut y = area.y;
        for line in lines.iter().skip(top) {
            if y >= area.bottom() {
                break;
            }
            match line {
                Line::Title(title) => {
                    if two && y > area.y {
                        y += 1;
                    }
                    canvas.put(area.x + 1, y, area.width, title, Role::Strong);
                }
                Line::Readiness(role, text) => {
                    canvas.put(area.x + 1, y, area.width.saturating_sub(1), text, *role);
                }
                Line::Note(note) => {
                    canvas.put(area.x + 3, y, area.width.saturating_sub(3), note, Role::Quiet);
                }
                Line::Case(at) => draw_case(canvas, Rect { y, height: 1, ..area }, ctx, *at, selected),
                Line::Offer(at) => {
                    let row = ctx.shelf.cases().len() + at;
                    let offer = &ctx.offers[*at];
                    draw_row(canvas, Rect { y, height: 1, ..area }, row, selected, |canvas, inner| {
                        let beside = readiness::beside(ctx, offer);
                        let taken = beside.as_ref().map_or(0, |(_, text)| text.len() + 2);
                        let room = inner.width.saturating_sub(u16::try_from(taken).unwrap_or(0));
                        canvas.put(inner.x, y, room, &offer.title, Role::Text);
                        if let Some((role, text)) = beside {
                            canvas.put_right(inner, &text, role);
                        }
                    });
                }
            }
            y += 1;
        }
    }
}

/// The first line to draw, so that the selected row is seen with what stands above it, as far as there is room.
fn first_shown(lines: &[Line], selected: Option<usize>, cases: usize, room: usize, two: bool) -> usize {
    let is_selected = |line: &Line| match line {
        Line::Case(at) => selected == Some(*at),
        Line::Offer(at) => selected == Some(cases + at),
        _ => false,
    };
    let Some(last) = lines.iter().position(is_selected) else { return 0 };
    // An empty line stands above each title but the first that is drawn.
    let height = |line: &Line| if two && matches!(line, Line::Title(_)) { 2 } else { 1 };
    let mut used = 0;
    for (at, line) in lines[..=last].iter().enumerate().rev() {
        used += height(line);
        if used > room {
            return at + 1;
        }
    }
    0
}

/// What is said of the selected row below the list.
fn about_row(ctx: &Ctx<'_>, row: usize) -> String {
    if let Some(case) = ctx.shelf.cases().get(row) {
        let (name, path) = (&case.place.name, case.place.path.display());
        let Some(known) = &case.known else {
            return format!("{name}: not read yet, can be opened all the same; kept in {path}");
        };
        if !known.damage.is_empty() {
            let damaged = damage::in_short(&known.damage);
            return format!("{name}: damaged: {damaged}; breachbook verify says more");
        }
        let opened = known.opened.map(|at| format!(", opened {}", at.short_in(ctx.now))).unwrap_or_default();
        return format!("{name}{opened}; kept in {path}");
    }
    let offer = ctx.offers.get(row - ctx.shelf.cases().len());
    let review = |offer: &Offer| match offer.review_by {
        Some(day) if day < ctx.now.date() && offer.kind == Kind::Response => {
            format!("review overdue since {day}; ")
        }
        _ => String::new(),
    };
    offer.map(|offer| format!("{}: {}{}", offer.id, review(offer), offer.about)).unwrap_or_default()
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    area: Rect,
    row: usize,
    selected: Option<usize>,
    draw: impl FnOnce(&mut Canvas<'_>, Rect),
) {
    let here = selected == Some(row);
    canvas.put(area.x + 1, area.y, 2, if here { "▸" } else { " " }, Role::Accent);
    let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    draw(canvas, inner);
    if here {
        canvas.tint(inner, Role::Selected);
    }
    canvas.hit(area, Hit::Row(row));
}

fn draw_case(canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>, at: usize, selected: Option<usize>) {
    let case = &ctx.shelf.cases()[at];
    draw_row(canvas, area, at, selected, |canvas, inner| match &case.known {
        Some(known) => draw_known(canvas, inner, ctx, known),
        None => {
            let right = u16::try_from(readiness::UNREAD.len() + 2).unwrap_or(0).min(inner.width);
            canvas.put(
                inner.x + 9,
                inner.y,
                inner.width.saturating_sub(right + 9),
                &format!(" {}", case.place.name),
                Role::Text,
            );
            canvas.put_right(inner, readiness::UNREAD, Role::Quiet);
        }
    });
}

fn draw_known(canvas: &mut Canvas<'_>, inner: Rect, ctx: &Ctx<'_>, case: &CaseSummary) {
    let word = called(case.mode, case.review);
    let role = match (case.mode, case.review) {
        (Mode::Exercise, _) => Role::Exercise,
        (Mode::Live, true) => Role::Quiet,
        (Mode::Live, false) => Role::Live,
    };
    let last = case.last.map(|at| at.short_in(ctx.now)).unwrap_or_default();
    let damaged = !case.damage.is_empty();
    let state = match (damaged, case.closed) {
        (true, _) => "damaged: verify  ",
        (_, true) => "closed  ",
        _ => "",
    };
    let right = u16::try_from(state.len() + last.len() + 2).unwrap_or(0).min(inner.width);
    let used = canvas.put(inner.x, inner.y, inner.width - right, &pad(word, 9), role);
    let title = format!(" {}", case.title.as_deref().unwrap_or(&case.name));
    canvas.put(inner.x + used, inner.y, inner.width.saturating_sub(right + used), &title, Role::Text);
    let state_role = if damaged { Role::Alarm } else { Role::Quiet };
    canvas.pieces(inner.right() - right + 1, inner.y, right, &[(state_role, state), (Role::Quiet, &last)]);
}
