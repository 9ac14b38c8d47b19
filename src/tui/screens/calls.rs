//! Calls: whom do I ring? The card of the selected call; below it whom to call now, the other calls, and everybody.

use super::now::item_verb;
use super::{Screen, ScreenId, phone_list};
use crate::base::text::{cut, inert_line, width};
use crate::case::CallOutcome;
use crate::case::tracks::Track;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::page::call_list::{Entry, Listed, Part, list, nobody};
use crate::page::mine::{self, Whose};
use crate::page::{State, Tone, call_card, calls};
use crate::record::{Draft, verbs};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::layout::lay;
use crate::tui::list::Place;
use crate::tui::open::{open, open_with};
use crate::tui::page::Page;
use crate::tui::put_right;
use crate::tui::theme::Role;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::rc::Rc;

/// Rows of the list that stay in sight below a card.
const ROWS: u16 = 5;
/// Fewest columns that a title keeps beside a long number.
const LEAST: usize = 12;
/// How far a page is set in.
const INSET: u16 = 3;

/// The view.
#[derive(Default)]
pub struct Calls {
    /// The selected row, headings not counted.
    place: Place,
    unfolded: bool,
    mine: bool,
    made: RefCell<Option<Made>>,
}

/// The list as it was at a revision and moment.
type Made = ((u64, i64), Rc<Vec<Listed>>);

/// A line of the list: a row by its place, or the heading of a part.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Head(Part),
    Row(usize),
}

impl Calls {
    /// Shows only the calls that are mine, or all; everybody stays.
    pub fn shows(&mut self, mine: bool) {
        *self = Self { mine, ..Self::default() };
    }

    fn rows(&self, case: &View<'_>, ctx: &Ctx<'_>) -> Rc<Vec<Listed>> {
        let mut made = self.made.borrow_mut();
        let of = ctx.revision();
        match made.as_ref().filter(|(known, _)| *known == of) {
            Some((_, rows)) => Rc::clone(rows),
            None => {
                let mut rows = list(case);
                if self.mine {
                    let held = mine::roles(case);
                    rows.retain(|row| match row.of {
                        Entry::Call(at) => mine::whose(case, &held, Target::Item(at)) != Whose::Others,
                        Entry::Role(_) => true,
                    });
                }
                let rows = Rc::new(rows);
                *made = Some((of, Rc::clone(&rows)));
                rows
            }
        }
    }
}

/// Opens the form of a call with this outcome chosen; of a role, of the call that tries it.
fn log(case: &View<'_>, of: Entry, outcome: Option<usize>) -> Vec<Effect> {
    let (call, role) = match of {
        Entry::Call(at) => (Some(at), None),
        Entry::Role(at) => {
            let role = &case.playbook.roles[at].id;
            let tries = |item: &usize| case.picture.items[*item].try_now.as_ref() == Some(role);
            let call = (0..case.playbook.items.len()).find(|item| tries(item) && is_open(case, *item));
            (call, Some(role))
        }
    };
    let Some(call) = call else {
        return vec![Effect::Say("No call to do goes to this role. Choose a call above, or write a note (w).".into())];
    };
    let outcome = outcome.and_then(|digit| CallOutcome::ALL.get(digit.checked_sub(1)?));
    let draft = Draft::new(&verbs::call::VERB, case.playbook.items[call].id.as_str())
        .with_some(&verbs::call::OUTCOME, outcome.map(|outcome| outcome.word().to_owned()))
        .with_some(&verbs::call::ROLE, role.map(ToString::to_string));
    open_with(case, draft)
}

fn is_open(case: &View<'_>, item: usize) -> bool {
    case.picture.items[item].standing.is_open()
}

/// The role that a row is about: the one to try now.
fn role_of<'a>(case: &View<'a>, of: Entry) -> &'a str {
    match of {
        Entry::Role(at) => case.playbook.roles[at].id.as_str(),
        Entry::Call(at) => calls::role(case, at).map_or("", |role| role.as_str()),
    }
}

impl Screen for Calls {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        let rows = self.rows(&case, ctx);
        if self.place.on(action, rows.len()) {
            self.unfolded = false;
            return Vec::new();
        }
        let Some(of) = self.place.row(rows.len()).map(|at| rows[at].of) else {
            return if action == Action::Back { vec![Effect::Show(ScreenId::Now)] } else { Vec::new() };
        };
        match (action, of) {
            (Action::Back, _) => vec![Effect::Show(ScreenId::Now)],
            (Action::FillIn, _) | (Action::Open, Entry::Role(_)) => {
                open(&case, &verbs::contact::VERB, role_of(&case, of))
            }
            (Action::Unfold, Entry::Call(_)) => {
                self.unfolded = !self.unfolded;
                Vec::new()
            }
            (Action::Correct, Entry::Role(_)) => {
                let filled_in = case.state.contact(role_of(&case, of)).and_then(Track::last);
                let none = || vec![Effect::Say("Nothing was filled in here in this case; f fills it in.".into())];
                filled_in.map_or_else(none, |at| put_right::correct(&case, at))
            }
            (Action::Choose, _) => log(&case, of, ctx.digit),
            (Action::LogCall, _) => log(&case, of, None),
            (Action::PassOn, Entry::Role(_)) => {
                vec![Effect::Say("A role is no call. Choose a call above; a asks somebody to make it.".into())]
            }
            (Action::Note, Entry::Role(_)) => open(&case, &verbs::note::VERB, ""),
            (_, Entry::Call(at)) => item_verb(&case, Target::Item(at), action).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        if let (Hit::Digit(digit), Some(case)) = (hit, ctx.open()) {
            let rows = self.rows(&case, ctx);
            return self.place.row(rows.len()).map(|at| log(&case, rows[at].of, Some(digit))).unwrap_or_default();
        }
        let Hit::Row(row) = hit else { return Vec::new() };
        let again = self.place.selected == row;
        self.place.selected = row;
        self.unfolded &= again;
        if again { self.on(Action::Open, ctx) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        let mut area = area;
        if self.mine && area.height > 2 {
            let row = Rect { x: area.x + INSET, width: area.width.saturating_sub(2 * INSET), height: 1, ..area };
            super::mine_row(canvas, row, &mine::title(&case));
            area = Rect { y: area.y + 1, height: area.height - 1, ..area };
        }
        let rows = self.rows(&case, ctx);
        let Some(selected) = self.place.row(rows.len()) else {
            canvas.put(area.x + INSET, area.y, area.width.saturating_sub(INSET), "Nobody to call.", Role::Text);
            return;
        };
        let inside = Rect { x: area.x + INSET, width: area.width.saturating_sub(2 * INSET), ..area };
        let mut page = Page::new(inside.width);
        if let Some(text) = nobody(&case, &rows) {
            page.say(Role::Strong, &text).gap();
        }
        page.append(self.card(&case, rows[selected].of, inside.width));
        // One row more for the heading of the list.
        let below = if self.unfolded { 2 } else { ROWS + 1 }.min(area.height);
        let height = page.len().min(area.height - below);
        page.draw_cut(canvas, Rect { height, ..inside });
        let list = Rect { y: area.y + height, height: area.height - height, ..area };
        let warning = ctx.case.and_then(phone_list::warning).unwrap_or_default();
        draw_list(canvas, list, &case, &rows, selected, &warning);
    }
}

impl Calls {
    fn card(&self, case: &View<'_>, of: Entry, columns: u16) -> Page {
        let document = match of {
            Entry::Role(at) => calls::somebody(case, at),
            Entry::Call(at) => call_card::card(case, at, self.unfolded),
        };
        lay(&document, columns, &|at, does| match &does.preset {
            Some(_) if does.verb == &verbs::call::VERB => Some(((at + 1).to_string(), Hit::Digit(at + 1))),
            Some(preset) if preset == verbs::task::RULED_OUT => Some(("-".into(), Hit::Verb(Action::RuleOut))),
            _ => Some(("Enter".into(), Hit::Verb(Action::Open))),
        })
    }
}

/// A number as it fits: half a number calls nobody, so the words for its kind give way first.
fn whole(channel: &str, columns: usize) -> &str {
    let mut shown = channel;
    while width(shown) > columns {
        match shown.split_once(' ') {
            Some((word, rest)) if !word.contains(|sign: char| sign.is_ascii_digit()) => shown = rest,
            _ => break,
        }
    }
    shown
}

/// The list with the headings of its parts; the heading of the topmost part stays in sight.
fn draw_list(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, rows: &[Listed], selected: usize, warning: &str) {
    if area.height < 2 {
        return;
    }
    let mut shown = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 && rows[at - 1].part != row.part {
            shown.push(Shown::Head(row.part));
        }
        shown.push(Shown::Row(at));
    }
    let room = usize::from(area.height - 1);
    let line_of = shown.iter().position(|line| *line == Shown::Row(selected)).unwrap_or(0);
    let mut top = Place { selected: line_of }.top(shown.len(), room);
    if let Some(Shown::Head(_)) = shown.get(top) {
        top += 1;
    }
    let in_sight = &shown[top..shown.len().min(top + room)];
    let part = in_sight.iter().find_map(|line| match line {
        Shown::Row(at) => Some(rows[*at].part),
        Shown::Head(_) => None,
    });
    let Some(part) = part else { return };
    let of_part = |at: usize| rows[at].part == part;
    let places: Vec<_> = (0..rows.len()).filter(|at| of_part(*at)).collect();
    let seen = in_sight.iter().filter(|line| matches!(line, Shown::Row(at) if of_part(*at))).count();
    let first = in_sight.iter().find_map(|line| match line {
        Shown::Row(at) => places.iter().position(|place| place == at),
        Shown::Head(_) => None,
    });
    let first = first.unwrap_or(0);
    let title = Rect { x: area.x + INSET, width: area.width.saturating_sub(2 * INSET), height: 1, ..area };
    let head = |canvas: &mut Canvas<'_>, y: u16, part: Part| {
        let used = canvas.put(title.x, y, title.width, part.title(case), Role::Strong);
        if part == Part::Everybody && !warning.is_empty() {
            canvas.put(title.x + used + 3, y, title.width.saturating_sub(used + 3), warning, Role::Text);
        }
    };
    head(canvas, title.y, part);
    canvas.put_right(title, &format!("{}-{} of {}", first + 1, first + seen, places.len()), Role::Quiet);
    let columns = Columns::of(in_sight, rows, area.width);
    for (y, line) in (area.y + 1..).zip(in_sight) {
        let line_area = Rect { y, height: 1, ..area };
        match line {
            Shown::Head(part) => head(canvas, y, *part),
            Shown::Row(at) => {
                columns.draw(canvas, line_area, &rows[*at], *at == selected);
                canvas.hit(line_area, Hit::Row(*at));
            }
        }
    }
}

/// How wide the three columns are: the numbers in sight are whole, then who, then the title.
struct Columns {
    what: usize,
    who: usize,
    last: usize,
}

impl Columns {
    fn of(lines: &[Shown], rows: &[Listed], columns: u16) -> Self {
        let room = usize::from(columns).saturating_sub(usize::from(INSET) + 2 + 1);
        let rows = || {
            lines.iter().filter_map(|line| match line {
                Shown::Row(at) => Some(&rows[*at]),
                Shown::Head(_) => None,
            })
        };
        let least = |row: &Listed| {
            let words = row.last.words();
            // What names the kind of a number gives way before the number does.
            if row.is_number { width(whole(&words, room / 3)) } else { width(&words).min(room / 3) }
        };
        let last = rows().map(least).max().unwrap_or(0).min(room.saturating_sub(LEAST + 2));
        let widest = rows().map(|row| width(&inert_line(&row.who))).max().unwrap_or(0);
        let rest = room.saturating_sub(last + 4);
        let who = widest.min(rest * 2 / 5).min(rest.saturating_sub(LEAST));
        Self { what: rest.saturating_sub(who), who, last }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, line: Rect, row: &Listed, here: bool) {
        let tone = match row.state {
            Some(State::Done | State::Off) => Role::Quiet,
            Some(State::LookAgain) => Role::Strong,
            _ => Role::Text,
        };
        let sign = row.state.map_or(" ", State::sign);
        canvas.pieces(
            line.x + 1,
            line.y,
            4,
            &[(Role::Accent, if here { "▸ " } else { "  " }), (tone, sign), (Role::Text, " ")],
        );
        let at = |column: usize| line.x + INSET + 2 + u16::try_from(column).unwrap_or(0);
        let fits = |text: &str, columns: usize| cut(&inert_line(text), columns).into_owned();
        let wide = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        canvas.put(at(0), line.y, wide(self.what), &fits(&row.what, self.what), tone);
        canvas.put(at(self.what + 2), line.y, wide(self.who), &fits(&row.who, self.who), tone);
        let mut x = at(self.what + self.who + 4);
        for piece in &row.last.0 {
            let shown = if row.is_number { whole(&piece.text, self.last) } else { &piece.text };
            // The one number in the accent is the card's.
            let role = if row.is_number && piece.tone == Tone::Accent && row.last.0.len() == 1 {
                tone
            } else {
                piece.tone.into()
            };
            x += canvas.put(x, line.y, line.right().saturating_sub(x), shown, role);
        }
        if here {
            let marked = Rect { x: line.x + INSET, width: line.width.saturating_sub(INSET), ..line };
            canvas.tint(marked, Role::Selected);
        }
    }
}
