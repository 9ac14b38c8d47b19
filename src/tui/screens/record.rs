//! The log: everything that was recorded, the latest at the bottom.

use super::{Screen, ScreenId};
use crate::base::text::{cut, width};
use crate::guide::View;
use crate::guide::telling::{replaced_by, struck_by};
use crate::record::verbs;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::list::Place;
use crate::tui::modal::{Card, Modal};
use crate::tui::open::{correct, open};
use crate::tui::theme::Role;
use crate::tui::words;
use chrono::Datelike as _;
use ratatui::layout::Rect;

/// The view. Counted from the end, so that the latest entry stays selected as the log grows.
#[derive(Default)]
pub struct Record {
    from_end: usize,
    wanted: Option<usize>,
}

impl Record {
    /// Selects an entry by its place in the log.
    pub fn select(&mut self, at: usize) {
        self.wanted = Some(at);
    }

    fn place(&self, len: usize) -> Place {
        let selected = self.wanted.unwrap_or_else(|| len.saturating_sub(1).saturating_sub(self.from_end));
        Place { selected }
    }
}

impl Screen for Record {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let len = case.state.log.len();
        let mut place = self.place(len);
        match action {
            Action::Back => return vec![Effect::Show(ScreenId::Now)],
            Action::Note => return open(&case, &verbs::note::VERB, ""),
            Action::LogCall => return vec![Effect::Show(ScreenId::Calls)],
            Action::Open => {
                return place.row(len).map(|at| vec![Effect::Push(Modal::Card(card(&case, at)))]).unwrap_or_default();
            }
            Action::Correct => {
                let Some(at) = place.row(len) else { return Vec::new() };
                return correct(&case, at);
            }
            Action::Strike => {
                let Some(at) = place.row(len) else { return Vec::new() };
                return open(&case, &verbs::strike::VERB, &case.state.at(at).id.to_string());
            }
            _ => {}
        }
        if place.on(action, len) {
            self.wanted = None;
            self.from_end = len.saturating_sub(1).saturating_sub(place.selected);
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let (Hit::Row(row), Some(case)) = (hit, ctx.open()) else { return Vec::new() };
        let again = self.place(case.state.log.len()).selected == row;
        self.wanted = Some(row);
        if again { self.on(Action::Open, ctx) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        let len = case.state.log.len();
        let place = self.place(len);
        let top = place.top(len, usize::from(area.height));
        // Entries of another year say which, and the column has room for that.
        let year = ctx.now.date().year();
        let older = |row: &crate::case::Row| row.recorded.reading.wall.date().year() != year;
        let elsewhere = |row: &crate::case::Row| !row.recorded.reading.wall.is_by_the_clock_of(ctx.now);
        let shown = top..len.min(top + usize::from(area.height));
        let named = |at: usize| case.state.at(at).reading.wall.clock_in(ctx.now).len() > 5;
        let wide = match &case.state.log {
            log if log.iter().any(elsewhere) => 27,
            log if log.iter().any(older) || shown.into_iter().any(named) => 17,
            _ => 12,
        };
        let named = (top..len.min(top + usize::from(area.height)))
            .map(|at| case.state.name(at).len())
            .max()
            .unwrap_or(0)
            .max(6);
        let mut day = None;
        for (y, at) in (area.top()..area.bottom()).zip(top..len) {
            let recorded = case.state.at(at);
            let here = place.row(len) == Some(at);
            let line = Rect { y, height: 1, ..area };
            let (about, says) = words::entry(case.state, at, case.playbook, case.now);
            // What was replaced or set aside stays readable, and is marked as what it is.
            let struck = case.state.struck_by(&recorded.id).is_some();
            let gone = struck || replaced_by(case.state, at).is_some() || is_set_aside(&case, at);
            let counts = if gone { Role::Struck } else { Role::Strong };
            let wall = recorded.reading.wall;
            let date = ctx.now.zone.stamp(wall).date();
            let time = if day == Some(date) {
                format!("{:>wide$}", wall.clock_in(ctx.now))
            } else {
                format!("{:>wide$}", wall.short_in(ctx.now))
            };
            day = Some(date);
            let late = match (recorded.is_late(), struck, gone) {
                (true, true, _) => "late, struck ",
                (true, false, true) => "late, was ",
                (true, false, false) => "late ",
                (false, true, _) => "struck ",
                (false, false, true) => "was ",
                (false, false, false) => "",
            };
            let lead = if here { "▸" } else { " " };
            let name = format!("{:>named$} ", case.state.name(at));
            let who = format!(" {} ", crate::base::text::pad(recorded.actor(), 12));
            let mut pieces = vec![(Role::Accent, lead), (Role::Quiet, &name[..]), (Role::Text, &time[..])];
            if area.width >= 70 {
                pieces.push((Role::Quiet, &who));
            } else {
                pieces.push((Role::Text, " "));
            }
            let used: usize = pieces.iter().map(|(_, text)| width(text)).sum();
            let room = usize::from(area.width).saturating_sub(used + late.len() + 2);
            // What it says must be in sight; what it is about gives way.
            let about_room = room.saturating_sub(width(&says)).max(room / 2);
            let about = cut(&about, about_room);
            let colon = if says.is_empty() { "" } else { ": " };
            pieces.extend([(Role::Text, late), (Role::Text, &about[..]), (Role::Text, colon), (counts, &says[..])]);
            canvas.pieces(area.x, y, area.width, &pieces);
            if here {
                canvas.tint(Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..line }, Role::Selected);
            }
            canvas.hit(line, Hit::Row(at));
        }
    }
}

/// Everything about one entry.
fn card(case: &View<'_>, at: usize) -> Card {
    let recorded = case.state.at(at);
    let (about, says) = words::entry(case.state, at, case.playbook, case.now);
    let mut card = Card::new(&format!("Entry {}", case.state.name(at)));
    card.say("", Role::Strong, &about);
    if !says.is_empty() {
        card.say("", Role::Text, &says);
    }
    let late = if recorded.is_late() { " (late entry)" } else { "" };
    card.say("Happened: ", Role::Text, &format!("{}{late}", recorded.happened().short_in(case.now)));
    card.say(
        "Recorded: ",
        Role::Text,
        &format!("{} by {}", recorded.reading.wall.long_in(case.now), recorded.recorder()),
    );
    if let Some(by) = struck_by(case.state, at) {
        card.say("Struck out: ", Role::Alarm, &by);
    }
    if let Some(watch) = case.state.by_the_watch(recorded) {
        card.say("By the watch: ", Role::Text, &watch.long_in(case.now));
    }
    if let Some(actor) = &recorded.who.actor {
        card.say("Done or said by: ", Role::Text, actor);
    }
    if let Some(note) = &recorded.who.note {
        card.say("Remark: ", Role::Text, note);
    }
    card.say("In the journal: ", Role::Quiet, &recorded.id.to_string());
    card
}

/// Whether an entry counts no more because something on which it rests has changed.
fn is_set_aside(case: &View<'_>, at: usize) -> bool {
    let subject = case.state.at(at).fact.subject();
    subject.is_some_and(|item| case.state.set_aside(item.as_str()).contains(&at))
}
