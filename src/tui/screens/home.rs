//! Home: cases to continue, playbooks to start with.

use super::Screen;
use crate::base::ids::cited;
use crate::base::text::pad;
use crate::guide::readiness::{self, ReadinessState};
use crate::journal::Mode;
use crate::playbook::{Source, load};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::env::Offer;
use crate::tui::form::start;
use crate::tui::list::Place;
use crate::tui::modal::{Card, Modal};
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// The view.
#[derive(Default)]
pub struct Home {
    place: Place,
}

/// A line of the list.
enum Line {
    Title(&'static str),
    Note(&'static str),
    Case(usize),
    Offer(usize),
}

fn lines(ctx: &Ctx<'_>) -> Vec<Line> {
    let mut lines = vec![Line::Title("Start a case")];
    let offers = (0..ctx.offers.len()).map(Line::Offer);
    if ctx.cases.is_empty() {
        lines.extend(offers);
    } else {
        lines = vec![Line::Title("Continue a case")];
        lines.extend((0..ctx.cases.len()).map(Line::Case));
        lines.push(Line::Title("Start a case"));
        lines.extend(offers);
    }
    if ctx.offers.is_empty() {
        lines.push(Line::Note(
            "No playbook is bundled. `breachbook start FILE` opens a case with one of your own.",
        ));
    }
    lines
}

impl Home {
    fn act(ctx: &Ctx<'_>, row: usize) -> Vec<Effect> {
        if let Some(case) = ctx.cases.get(row) {
            return vec![Effect::OpenCase(case.path.clone())];
        }
        let at = row - ctx.cases.len();
        match ctx.offers.get(at) {
            Some(offer) => vec![Effect::Push(Modal::Form(Box::new(start::form(at, offer, ctx.person))))],
            None => Vec::new(),
        }
    }
}

impl Home {
    /// What must be in order for the selected playbook; the playbook is read only now.
    fn readiness(ctx: &Ctx<'_>, row: usize) -> Vec<Effect> {
        let Some(offer) = row.checked_sub(ctx.cases.len()).and_then(|at| ctx.offers.get(at)) else {
            return vec![Effect::Say(
                "Select a playbook to see what must be in order before an incident.".into(),
            )];
        };
        let sources: Vec<_> = offer
            .files
            .iter()
            .map(|(name, bytes)| Source::new(name.as_str(), String::from_utf8_lossy(bytes)))
            .collect();
        let Some(playbook) = load(&sources).playbook else {
            return vec![Effect::Say(
                "The playbook cannot be read; `breachbook playbook check` says why.".into(),
            )];
        };
        let mut card = Card::new("Before an incident");
        for (state, point) in readiness::points(&playbook, ctx.now.date()) {
            let overdue = matches!(state, ReadinessState::Overdue(_));
            let (sign, role) = if overdue { ("! ", Role::Alarm) } else { ("o ", Role::Text) };
            card.say(sign, role, &format!("{} ({}): {}", point.title, cited(&point.cite), state.label()));
        }
        if playbook.readiness.is_empty() {
            card.say("", Role::Text, "This playbook names nothing.");
        }
        vec![Effect::Push(Modal::Card(card))]
    }
}

impl Screen for Home {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let rows = ctx.cases.len() + ctx.offers.len();
        if self.place.on(action, rows) {
            return Vec::new();
        }
        match (action, self.place.row(rows)) {
            (Action::Open, Some(row)) => Self::act(ctx, row),
            (Action::Readiness, Some(row)) => Self::readiness(ctx, row),
            (Action::Back, _) if ctx.case.is_some() => vec![Effect::Show(super::ScreenId::Guide)],
            _ => Vec::new(),
        }
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Hit::Row(row) = hit else { return Vec::new() };
        let again = self.place.row(ctx.cases.len() + ctx.offers.len()) == Some(row);
        self.place.selected = row;
        if again { Self::act(ctx, row) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let lines = lines(ctx);
        let selected = self.place.row(ctx.cases.len() + ctx.offers.len());
        let about = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        if let (Some(row), true) = (selected, area.height >= 6) {
            let text = about_row(ctx, row);
            canvas.put(about.x + 1, about.y, about.width.saturating_sub(2), &text, Role::Dim);
        }
        let area = Rect { height: if area.height >= 6 { area.height - 1 } else { area.height }, ..area };
        let room = usize::from(area.height);
        // Two heading lines at most stand above the selected row.
        let top =
            selected.map_or(0, |row| (row + 3).saturating_sub(room)).min(lines.len().saturating_sub(room));
        let two = area.height >= 12;
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
                Line::Note(note) => {
                    canvas.put(area.x + 3, y, area.width.saturating_sub(3), note, Role::Dim);
                }
                Line::Case(at) => draw_case(canvas, Rect { y, height: 1, ..area }, ctx, *at, selected),
                Line::Offer(at) => {
                    let row = ctx.cases.len() + at;
                    let offer = &ctx.offers[*at];
                    draw_row(canvas, Rect { y, height: 1, ..area }, row, selected, |canvas, inner| {
                        canvas.put(inner.x, y, inner.width, &offer.title, Role::Text);
                    });
                }
            }
            y += 1;
        }
    }
}

/// What is said of the selected row below the list.
fn about_row(ctx: &Ctx<'_>, row: usize) -> String {
    if let Some(case) = ctx.cases.get(row) {
        let opened = case.opened.map(|at| format!(", opened {}", at.short())).unwrap_or_default();
        return format!("{}{opened}; kept in {}", case.name, case.path.display());
    }
    let offer = ctx.offers.get(row - ctx.cases.len());
    let review = |offer: &Offer| match offer.review_by {
        Some(day) if day < ctx.now.date() => format!("review overdue since {day}; "),
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
    canvas.put(area.x + 1, area.y, 2, if here { "▸" } else { " " }, Role::Key);
    let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    draw(canvas, inner);
    if here {
        canvas.tint(inner, Role::Current);
    }
    canvas.hit(area, Hit::Row(row));
}

fn draw_case(canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>, at: usize, selected: Option<usize>) {
    let case = &ctx.cases[at];
    draw_row(canvas, area, at, selected, |canvas, inner| {
        let (word, role) = match case.mode {
            Mode::Live => ("LIVE", Role::Live),
            Mode::Exercise => ("EXERCISE", Role::Exercise),
        };
        let last = case.last.map(crate::base::Stamp::short).unwrap_or_default();
        let state = match (case.damaged, case.closed) {
            (true, _) => "damaged: verify  ",
            (_, true) => "closed  ",
            _ => "",
        };
        let right = u16::try_from(state.len() + last.len() + 2).unwrap_or(0).min(inner.width);
        let used = canvas.put(inner.x, inner.y, inner.width - right, &pad(word, 9), role);
        let title = format!(" {}", case.title.as_deref().unwrap_or(&case.name));
        canvas.put(inner.x + used, inner.y, inner.width.saturating_sub(right + used), &title, Role::Text);
        let state_role = if case.damaged { Role::Alarm } else { Role::Dim };
        canvas.pieces(inner.right() - right + 1, inner.y, right, &[(state_role, state), (Role::Dim, &last)]);
    });
}
