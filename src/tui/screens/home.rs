//! Home: which case to go on with, what to begin when something happened, and what to do before anything happens.

use super::Screen;
use super::case_row::{self, Columns};
use super::phone_list::Numbers;
use super::readiness::{self, Reviews};
use crate::base::text::{cut, pad};
use crate::journal::Mode;
use crate::judge::view::actions::Improvements;
use crate::playbook::model::Kind;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::env::Offer;
use crate::tui::list::Place;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// The view.
#[derive(Default)]
pub struct Home {
    place: Place,
    /// Whether somebody has moved to the selected row; before that the first row is, whatever stands there.
    chosen: bool,
    /// The reviews, where they were asked for.
    reviews: Option<Reviews>,
}

/// What a row stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Case(usize),
    /// A policy, by its place among all offers, and its number.
    Policy(usize, usize),
    /// What can be done before anything happens.
    Before(Action),
}

const BEFORE: [(Action, &str, &str, &str); 3] = [
    (Action::Tabletop, "t", "Tabletop exercise", "run one on the selected policy"),
    (Action::Readiness, "r", "Readiness reviews", ""),
    (Action::FillIn, "f", "Phone list", "who holds which role, and every number"),
];

fn policies<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (usize, &'a Offer)> {
    ctx.offers.iter().enumerate().filter(|(_, offer)| offer.kind == Kind::Response)
}

fn rows(ctx: &Ctx<'_>) -> Vec<Row> {
    let cases = (0..ctx.shelf.cases().len()).map(Row::Case);
    let policies = policies(ctx).enumerate().map(|(number, (offer, _))| Row::Policy(offer, number + 1));
    cases.chain(policies).chain(BEFORE.iter().map(|(action, ..)| Row::Before(*action))).collect()
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

    /// Whether Esc leads back to the cases.
    pub fn is_at_reviews(&self) -> bool {
        self.reviews.is_some()
    }

    fn selected(&self, ctx: &Ctx<'_>) -> Option<Row> {
        let rows = rows(ctx);
        self.place.row(rows.len()).map(|at| rows[at])
    }

    /// The folder of the case that is selected, if a case is.
    pub fn selected_case(&self, ctx: &Ctx<'_>) -> Option<PathBuf> {
        match self.selected(ctx).filter(|_| self.reviews.is_none())? {
            Row::Case(at) => Some(ctx.shelf.cases()[at].place.path.clone()),
            Row::Policy(..) | Row::Before(_) => None,
        }
    }

    /// What Enter does on the selected row.
    pub fn enter(&self, ctx: &Ctx<'_>) -> &'static str {
        match self.selected(ctx) {
            Some(Row::Policy(..)) => "new incident",
            Some(Row::Before(_)) => "open",
            _ => "go on",
        }
    }

    /// How many policies a digit begins an incident on; of the reviews, how many.
    pub fn numbers(&self, ctx: &Ctx<'_>) -> usize {
        let all = self.reviews.as_ref().map_or_else(|| policies(ctx).count(), Reviews::count);
        all.clamp(1, 9)
    }

    fn act(&mut self, ctx: &Ctx<'_>, row: Row) -> Vec<Effect> {
        match row {
            Row::Case(at) => vec![Effect::OpenCase(ctx.shelf.cases()[at].place.path.clone())],
            Row::Policy(offer, _) => vec![Effect::Begin { offer, mode: Mode::Live }],
            Row::Before(action) => self.on(action, ctx),
        }
    }

    /// An exercise is run on the policy that is selected, on that of the case that is, or on the only one.
    fn tabletop(&self, ctx: &Ctx<'_>) -> Vec<Effect> {
        let of_case = |at: usize| {
            let policy = &ctx.shelf.cases()[at].glance.as_ref()?.policy;
            policies(ctx).find(|(_, offer)| offer.id == *policy).map(|(at, _)| at)
        };
        let only = || policies(ctx).next().filter(|_| policies(ctx).count() == 1).map(|(at, _)| at);
        let offer = match self.selected(ctx) {
            Some(Row::Policy(offer, _)) => Some(offer),
            Some(Row::Case(at)) => of_case(at),
            _ => only(),
        };
        vec![match offer {
            Some(offer) => Effect::Begin { offer, mode: Mode::Exercise },
            None => Effect::Say("Select the policy of the exercise with the arrows; t begins it.".into()),
        }]
    }
}

impl Screen for Home {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        if let Some(reviews) = &mut self.reviews {
            if matches!(action, Action::Back | Action::Readiness) {
                self.reviews = None;
                return Vec::new();
            }
            return reviews.on(action, ctx);
        }
        let rows = rows(ctx);
        if self.place.on(action, rows.len()) {
            self.chosen = true;
            return Vec::new();
        }
        match action {
            Action::Open => self.selected(ctx).map(|row| self.act(ctx, row)).unwrap_or_default(),
            Action::Choose => {
                let chosen = rows.into_iter().find(|row| matches!(row, Row::Policy(_, at) if Some(*at) == ctx.digit));
                chosen.map(|row| self.act(ctx, row)).unwrap_or_default()
            }
            Action::Tabletop => self.tabletop(ctx),
            Action::Readiness => {
                self.reviews = Some(Reviews::new(ctx));
                Vec::new()
            }
            Action::FillIn => vec![Effect::PhoneList],
            Action::Back if ctx.case.is_some() => vec![Effect::Show(super::ScreenId::Now)],
            _ => Vec::new(),
        }
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Hit::Row(row) = hit else { return Vec::new() };
        if let Some(reviews) = &mut self.reviews {
            return reviews.click(row, ctx);
        }
        let rows = rows(ctx);
        let again = self.place.row(rows.len()) == Some(row);
        self.choose(row);
        if again { self.act(ctx, rows[row]) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        if let Some(reviews) = &self.reviews {
            return reviews.draw(canvas, area, ctx);
        }
        let rows = rows(ctx);
        let selected = self.place.row(rows.len());
        let foot = foot(ctx, selected.map(|at| rows[at]));
        let foot_lines = u16::try_from(foot.len()).unwrap_or(0).min(area.height / 4);
        let list = Rect { height: area.height - foot_lines, ..area };
        let lines = lines(&rows, ctx, usize::from(list.height));
        let columns = Columns::of(ctx, area);
        let top = first_shown(&lines, selected, usize::from(list.height));
        for (y, line) in (list.y..list.bottom()).zip(lines.iter().skip(top)) {
            let line_area = Rect { y, height: 1, ..list };
            match line {
                Line::Gap => {}
                Line::Title(text) => {
                    canvas.put(area.x + 3, y, area.width.saturating_sub(3), text, Role::Strong);
                }
                Line::Note(text) => {
                    canvas.put(area.x + 3, y, area.width.saturating_sub(3), text, Role::Text);
                }
                Line::Row(at) => draw_row(canvas, line_area, ctx, (*at, rows[*at]), (selected == Some(*at), columns)),
            }
        }
        for (y, text) in (list.bottom()..area.bottom()).zip(&foot) {
            canvas.put(area.x + 3, y, area.width.saturating_sub(4), text, Role::Quiet);
        }
    }
}

/// A line of the list.
enum Line {
    Title(&'static str),
    Note(String),
    Row(usize),
    Gap,
}

/// The lines of the list; empty ones stand between its parts where all of it fits with them.
fn lines(rows: &[Row], ctx: &Ctx<'_>, room: usize) -> Vec<Line> {
    let numbers = policies(ctx).count();
    let mut lines = Vec::new();
    let part = |lines: &mut Vec<Line>, title, is_in: fn(&Row) -> bool| {
        let of_part: Vec<_> = (0..rows.len()).filter(|at| is_in(&rows[*at])).map(Line::Row).collect();
        if !of_part.is_empty() {
            lines.push(Line::Title(title));
            lines.extend(of_part);
            lines.push(Line::Gap);
        }
    };
    part(&mut lines, "Go on with", |row| matches!(row, Row::Case(_)));
    if lines.is_empty() && numbers > 0 {
        lines.push(Line::Note(format!("No case yet. Choose a policy: 1-{}.", numbers.min(9))));
        lines.push(Line::Gap);
    }
    if numbers == 0 {
        lines.push(Line::Note(
            "No policy is bundled. `breachbook start FILE` begins a case with one of your own.".into(),
        ));
        lines.push(Line::Gap);
    }
    part(&mut lines, "Something happened: start with", |row| matches!(row, Row::Policy(..)));
    part(&mut lines, "Before anything happens", |row| matches!(row, Row::Before(_)));
    if lines.len() > room + 1 {
        lines.retain(|line| !matches!(line, Line::Gap));
    }
    lines
}

/// The first line to draw, so that the selected row is seen with what stands above it, as far as there is room.
fn first_shown(lines: &[Line], selected: Option<usize>, room: usize) -> usize {
    let is_selected = |line: &Line| matches!(line, Line::Row(at) if selected == Some(*at));
    let last = lines.iter().position(is_selected).unwrap_or(0);
    (last + 1).saturating_sub(room)
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    area: Rect,
    ctx: &Ctx<'_>,
    (at, row): (usize, Row),
    (here, columns): (bool, Columns),
) {
    canvas.put(area.x + 1, area.y, 2, if here { "▸" } else { " " }, Role::Accent);
    let inner = Rect { x: area.x + 3, width: area.width.saturating_sub(4), ..area };
    match row {
        Row::Case(case) => case_row::draw(canvas, inner, ctx, &ctx.shelf.cases()[case], columns),
        Row::Policy(offer, number) => {
            let (whose, what) = ctx.offers[offer].whose();
            let number = if number < 10 { number.to_string() } else { " ".into() };
            let half = usize::from(inner.width / 2);
            let whose = pad(&cut(whose, half), half);
            canvas.pieces(
                inner.x,
                inner.y,
                inner.width,
                &[
                    (Role::Accent, &number),
                    (Role::Text, "  "),
                    (Role::Text, &whose),
                    (Role::Text, "  "),
                    (Role::Text, what),
                ],
            );
        }
        Row::Before(action) => {
            let (_, key, title, more) = BEFORE.iter().find(|(known, ..)| *known == action).unwrap_or(&BEFORE[0]);
            let title = pad(title, 22);
            let reviews = readiness::in_short(ctx);
            let numbers = ctx.numbers.filter(|_| action == Action::FillIn).map(Numbers::in_short);
            let better = improvements(ctx).filter(|_| action == Action::Tabletop);
            let more = numbers.as_deref().or(better.as_deref()).unwrap_or(more);
            let more = if action == Action::Readiness { vec![] } else { vec![(Role::Quiet, more)] };
            let said = reviews.0.iter().map(|piece| (Role::from(piece.tone), piece.text.as_str()));
            let more: Vec<_> = more.into_iter().chain(said.filter(|_| action == Action::Readiness)).collect();
            let lead = [(Role::Accent, *key), (Role::Text, "  "), (Role::Text, title.as_str())];
            let pieces: Vec<_> = lead.into_iter().chain(more).collect();
            canvas.pieces(inner.x, inner.y, inner.width, &pieces);
        }
    }
    if here {
        canvas.tint(inner, Role::Selected);
    }
    canvas.hit(area, Hit::Row(at));
}

/// What is to become better since earlier exercises and cases: it comes back until it is done.
fn improvements(ctx: &Ctx<'_>) -> Option<String> {
    let glances = ctx.shelf.cases().iter().filter_map(|case| case.glance.as_ref());
    let days = glances.flat_map(|glance| glance.improvements.iter().map(|(_, due)| *due));
    Improvements::of(days, ctx.now.date()).words()
}

/// What is said of the selected row below the list, one line each.
fn foot(ctx: &Ctx<'_>, row: Option<Row>) -> Vec<String> {
    match row {
        Some(Row::Case(at)) => case_row::about(ctx, &ctx.shelf.cases()[at]),
        Some(Row::Policy(offer, _)) => vec![of_policy(ctx, &ctx.offers[offer])],
        _ => Vec::new(),
    }
}

fn of_policy(ctx: &Ctx<'_>, offer: &Offer) -> String {
    let overdue = offer.review_by.filter(|day| *day < ctx.now.date());
    let review = overdue.map(|day| format!("review overdue since {day}; ")).unwrap_or_default();
    format!("{}: {review}{}", offer.id, offer.about)
}
