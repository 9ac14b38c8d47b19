//! Record: what did we say, and when? Everything that was recorded, by either time, and each list of the case.

use super::{Screen, ScreenId};
use crate::base::text::cut;
use crate::judge::View;
use crate::page::inject;
use crate::page::log;
use crate::page::log::struck_by;
use crate::page::log_rows::{self, By};
use crate::record::verbs;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::card::Card;
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::layout::{draw_rows, in_sight};
use crate::tui::list::Place;
use crate::tui::modal::Modal;
use crate::tui::open::open;
use crate::tui::put_right;
use crate::tui::replay::Goes;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::rc::Rc;

/// From so many columns on a row says too who recorded it.
const WIDE: u16 = 76;

/// The view. Counted from the end, so that the latest entry stays selected as the log grows.
#[derive(Default)]
pub struct Record {
    by: By,
    from_end: usize,
    /// The entry that was asked for, by its place in the log.
    wanted: Option<usize>,
    made: RefCell<Option<Made>>,
}

/// The entries of a view as they were at a revision.
type Made = ((u64, By), Rc<Vec<usize>>);

impl Record {
    /// Which view is shown.
    pub fn by(&self) -> By {
        self.by
    }

    /// Selects an entry by its place in the log.
    pub fn select(&mut self, at: usize) {
        self.by = By::Recorded;
        self.wanted = Some(at);
    }

    /// Selects the latest entry, in whichever view.
    pub fn select_latest(&mut self) {
        (self.wanted, self.from_end) = (None, 0);
    }

    fn entries(&self, case: &View<'_>, ctx: &Ctx<'_>) -> Rc<Vec<usize>> {
        let mut made = self.made.borrow_mut();
        let of = (ctx.revision().0, self.by);
        match made.as_ref().filter(|(known, _)| *known == of) {
            Some((_, entries)) => Rc::clone(entries),
            None => {
                let entries = Rc::new(self.by.entries(case));
                *made = Some((of, Rc::clone(&entries)));
                entries
            }
        }
    }

    fn place(&self, entries: &[usize]) -> Place {
        let wanted = self.wanted.and_then(|at| entries.iter().position(|entry| *entry == at));
        let last = entries.len().saturating_sub(1);
        Place { selected: wanted.unwrap_or_else(|| last.saturating_sub(self.from_end)) }
    }
}

impl Screen for Record {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let entries = self.entries(&case, ctx);
        let mut place = self.place(&entries);
        let selected = place.row(entries.len()).map(|row| entries[row]);
        match (action, selected) {
            (Action::Back, _) => return vec![Effect::Show(ScreenId::Now)],
            (Action::Note, _) => return open(&case, &verbs::note::VERB, ""),
            (Action::NextView, _) => {
                let views = log_rows::views(&case);
                let at = views.iter().position(|by| *by == self.by).map_or(0, |at| at + 1);
                self.by = views[at % views.len()];
                // What was selected stays selected where the view has it.
                (self.wanted, self.from_end) = (selected, 0);
            }
            (Action::Open, Some(at)) => return vec![Effect::Push(Modal::Card(card(&case, at)))],
            (Action::ReplayHere, Some(at)) => return vec![Effect::Replay(Goes::After(at))],
            // A facilitator strikes, and records nothing anew in the players' place.
            (Action::Correct, Some(at)) if ctx.conduct.is_some() => {
                return open(&case, &verbs::strike::VERB, &case.state.name(at));
            }
            (Action::Correct, Some(at)) => return put_right::correct(&case, at),
            _ if place.on(action, entries.len()) => {
                self.wanted = None;
                self.from_end = entries.len().saturating_sub(1).saturating_sub(place.selected);
            }
            _ => {}
        }
        Vec::new()
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let (Hit::Row(row), Some(case)) = (hit, ctx.open()) else { return Vec::new() };
        let entries = self.entries(&case, ctx);
        let again = self.place(&entries).selected == row;
        self.wanted = entries.get(row).copied();
        if again { self.on(Action::Open, ctx) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        let entries = self.entries(&case, ctx);
        let head = Rect { x: area.x + 2, width: area.width.saturating_sub(4), height: 1, ..area };
        let list = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let (room, place) = (usize::from(list.height), self.place(&entries));
        let right = if entries.is_empty() { String::new() } else { in_sight(place, entries.len(), room) };
        let views = log_rows::views(&case);
        let at = views.iter().position(|by| *by == self.by).unwrap_or(0);
        let next = views[(at + 1) % views.len()].title(&case);
        let title = self.by.title(&case);
        let wide = usize::from(head.width).saturating_sub(right.len() + 2);
        let used = canvas.put(head.x, head.y, head.width, &cut(&title, wide), Role::Strong);
        canvas.put_right(head, &right, Role::Quiet);
        let left = u16::try_from(wide).unwrap_or(0).saturating_sub(used + 3);
        if left > 8 {
            let pieces = [(Role::Accent, "v "), (Role::Text, next.as_str())];
            canvas.pieces(head.x + used + 3, head.y, left, &pieces);
            canvas.hit(Rect { x: head.x + used + 3, width: left, ..head }, Hit::Verb(Action::NextView));
        }
        if entries.is_empty() {
            canvas.put(list.x + 2, list.y, list.width.saturating_sub(2), "Nothing recorded yet.", Role::Text);
            return;
        }
        let top = place.top(entries.len(), room);
        let shown = top..entries.len().min(top + room);
        let rows: Vec<_> = shown
            .map(|at| {
                let before = at.checked_sub(1).filter(|_| at > top).map(|before| entries[before]);
                log_rows::row(&case, self.by, entries[at], before, area.width >= WIDE)
            })
            .collect();
        draw_rows(canvas, list, &rows, top, place.row(entries.len()));
    }
}

/// Everything about one entry.
fn card(case: &View<'_>, at: usize) -> Card {
    let recorded = case.state.at(at);
    let log::Told { about, whole: says, .. } = log::entry(case, at);
    let mut card = Card::new(&format!("Entry {}", case.state.name(at)));
    card.say("", Role::Strong, &about);
    if !says.is_empty() {
        card.say("", Role::Text, &says);
    }
    if case.state.releases().any(|release| release == at) {
        card.document.append(inject::on_record(case, at));
    }
    let late = if recorded.is_late() { " (late entry)" } else { "" };
    card.say("Happened: ", Role::Text, &format!("{}{late}", recorded.happened().short_in(case.now)));
    card.say("Recorded: ", Role::Text, &format!("{} by {}", recorded.at.long_in(case.now), recorded.recorder()));
    if case.state.is_cut_off(&recorded.id) {
        card.say("Cut off: ", Role::Alarm, "The end of its sheet is not there. It does not count.");
    }
    if let Some(by) = struck_by(case.state, at) {
        card.say("Struck out: ", Role::Alarm, &by);
    } else if let Some(by) = case.state.replaced_by(at) {
        card.say("In its place: ", Role::Text, &format!("{}, {}", case.state.name(by), log::in_short(case, by)));
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
    if let Some(head) = case.head.filter(|head| head.session == recorded.id.session && head.seq == recorded.id.seq) {
        card.say("Seal: ", Role::Text, &head.seal.short());
    }
    card.say("In the journal: ", Role::Quiet, &recorded.id.to_string());
    card
}
