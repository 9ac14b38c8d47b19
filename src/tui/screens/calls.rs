//! Contacts: whom to call now, in order, with the number; then everybody else that the policy names.

use super::now::ways::{last_outcome, way};
use super::now::{CLOSED, item_verb};
use super::{Screen, ScreenId, phone_list};
use crate::base::ids::cited;
use crate::base::text::width;
use crate::guide::Standing;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::guide::passed_on::awaited;
use crate::guide::targets::first_waiting;
use crate::playbook::Body;
use crate::record::verbs;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::list::Place;
use crate::tui::open::open;
use crate::tui::pace::acts_on_selected;
use crate::tui::page::Page;
use crate::tui::reach::{Reach, now, reach};
use crate::tui::theme::Role;
use crate::tui::words;
use ratatui::layout::Rect;

/// Fewest columns that a name keeps.
const LEAST_NAME: u16 = 10;

/// The view.
#[derive(Default)]
pub struct Calls {
    place: Place,
}

/// A row: a call of the tree, by its place among the items, or a role.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    Call(usize),
    Role(usize),
}

fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Due => 0,
        Standing::Attempted => 1,
        Standing::PassedOn => 2,
        Standing::Choice => 3,
        Standing::Deferred => 4,
        Standing::Pending => 5,
        Standing::Reached | Standing::Covered => 6,
        _ => 7,
    }
}

/// A short word for a narrow column.
fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::Attempted => "tried",
        Standing::PassedOn => "passed on",
        Standing::Choice => "needed?",
        Standing::Deferred => "put off",
        Standing::Pending => "waits",
        Standing::NotApplicable => "not due",
        other => other.label(),
    }
}

fn rows(case: &View<'_>) -> Vec<Row> {
    let mut calls: Vec<(u8, u32, usize)> = Vec::new();
    for (at, item) in case.playbook.items.iter().enumerate() {
        if let Body::Call(body) = &item.body {
            calls.push((rank(case.picture.items[at].standing), body.order, at));
        }
    }
    calls.sort_unstable();
    let calls = calls.into_iter().map(|(.., at)| Row::Call(at));
    calls.chain((0..case.playbook.roles.len()).map(Row::Role)).collect()
}

/// What the call is about; where it is made for each row of a list, the row that waits stands first.
fn title(case: &View<'_>, at: usize) -> String {
    let title = &case.playbook.items[at].title;
    match first_waiting(&case.picture.items[at].targets) {
        Some(row) => format!("{}: {title}", row.name),
        None => title.clone(),
    }
}

impl Calls {
    fn row(&self, case: &View<'_>) -> Option<Row> {
        let rows = rows(case);
        self.place.row(rows.len()).map(|at| rows[at])
    }
}

/// The role that a row is about: the one to try now.
fn role_of<'a>(case: &View<'a>, row: Row) -> &'a str {
    match row {
        Row::Role(at) => case.playbook.roles[at].id.as_str(),
        Row::Call(at) => {
            let own = match &case.playbook.items[at].body {
                Body::Call(body) => body.role.as_str(),
                _ => "",
            };
            case.picture.items[at].try_now.as_ref().map_or(own, crate::base::ItemId::as_str)
        }
    }
}

impl Screen for Calls {
    fn on(&mut self, action: Action, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Some(case) = ctx.open() else { return Vec::new() };
        if action == Action::PhoneList {
            return ctx.case.map_or_else(Vec::new, |session| phone_list::open(session, ctx.now.date()));
        }
        let count = rows(&case).len();
        if self.place.on(action, count) {
            return Vec::new();
        }
        let Some(row) = self.row(&case) else { return Vec::new() };
        if case.picture.closed && (action == Action::FillIn || acts_on_selected(action)) {
            return vec![Effect::Say(CLOSED.into())];
        }
        let fill_in = || open(&case, &verbs::contact::VERB, role_of(&case, row));
        match (action, row) {
            (Action::FillIn, _) | (Action::Open, Row::Role(_)) => fill_in(),
            (Action::Back, _) => vec![Effect::Show(ScreenId::Now)],
            (Action::LogCall, Row::Role(_)) => {
                vec![Effect::Say(
                    "No call of the policy goes to this role alone. Choose the call above, or write a note (w).".into(),
                )]
            }
            (Action::PassOn, Row::Role(_)) => {
                vec![Effect::Say("A role is not a call. Choose the call above; a passes it on.".into())]
            }
            (Action::Note, Row::Role(_)) => open(&case, &verbs::note::VERB, ""),
            (_, Row::Call(at)) => item_verb(&case, Target::Item(at), action).unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    fn click(&mut self, hit: Hit, ctx: &Ctx<'_>) -> Vec<Effect> {
        let Hit::Row(row) = hit else { return Vec::new() };
        let again = self.place.selected == row;
        self.place.selected = row;
        if again { self.on(Action::Open, ctx) } else { Vec::new() }
    }

    fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, ctx: &Ctx<'_>) {
        let Some(case) = ctx.open() else { return };
        let rows = rows(&case);
        let selected = self.place.row(rows.len());
        let detail_height = (area.height * 2 / 5).max(4).min(area.height);
        let warned = ctx.case.and_then(phone_list::warning);
        if let Some(text) = &warned {
            canvas.put(area.x + 2, area.y, area.width.saturating_sub(2), text, Role::Text);
        }
        let above = u16::from(warned.is_some()).min(area.height - detail_height);
        let list = Rect { y: area.y + above, height: area.height - detail_height - above, ..area };
        let top = self.place.top(rows.len(), usize::from(list.height));
        for (y, (at, row)) in (list.top()..list.bottom()).zip(rows.iter().enumerate().skip(top)) {
            draw_row(canvas, Rect { y, height: 1, ..list }, &case, *row, at, selected == Some(at));
        }
        let line = Rect { y: list.bottom(), height: 1, ..area };
        canvas.line_across(line);
        let below = rows.len().saturating_sub(top + usize::from(list.height));
        let hidden: Vec<_> = [(top, "above"), (below, "below")]
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, place)| format!("{count} more {place}"))
            .collect();
        if !hidden.is_empty() {
            canvas.put_right(line, &format!(" {} ", hidden.join(", ")), Role::Quiet);
        }
        let detail = Rect {
            x: area.x + 1,
            y: line.y + 1,
            width: area.width.saturating_sub(2),
            height: detail_height.saturating_sub(1),
        };
        if let Some(row) = selected.map(|at| rows[at]) {
            page(&case, row, detail.width).draw(canvas, detail, 0);
        }
    }
}

/// A number as it fits: half a number calls nobody, so the words for its kind give way first.
fn whole(channel: &str, columns: u16) -> &str {
    let mut shown = channel;
    while width(shown) > usize::from(columns) {
        match shown.split_once(' ') {
            Some((word, rest)) if !word.contains(|sign: char| sign.is_ascii_digit()) => shown = rest,
            _ => break,
        }
    }
    shown
}

/// Whether the role that a call tries now was tried before.
fn is_tried(case: &View<'_>, at: usize) -> bool {
    let now = case.picture.items[at].try_now.as_ref();
    now.is_some_and(|role| last_outcome(case, at, role).is_some())
}

fn draw_row(canvas: &mut Canvas<'_>, line: Rect, case: &View<'_>, row: Row, at: usize, here: bool) {
    let role_id = role_of(case, row);
    let dial = match row {
        Row::Call(at) => now(case, at),
        Row::Role(_) => None,
    };
    let known = dial.unwrap_or_else(|| reach(case, role_id));
    let who = known.person.as_ref().map_or_else(
        || case.playbook.role_title(role_id).to_owned(),
        |person| format!("{}, {person}", case.playbook.role_title(role_id)),
    );
    let (sign, role, word, what) = match row {
        Row::Call(at) => {
            let standing = case.picture.items[at].standing;
            let role = match rank(standing) {
                0 | 1 | 3 => Role::Text,
                2 | 4 | 5 => Role::Text,
                6 => Role::Quiet,
                _ => Role::Quiet,
            };
            let word = match standing {
                Standing::Due | Standing::Attempted if case.picture.closed => "not made",
                // Somebody else was tried; this is whom to try now.
                Standing::Attempted if !is_tried(case, at) => "call next",
                standing => word(standing),
            };
            (standing.sign(), role, word, title(case, at))
        }
        Row::Role(_) => (" ", Role::Quiet, "role", String::new()),
    };
    let asked = match row {
        Row::Call(at) => awaited(case.state, &case.picture.items[at], None),
        Row::Role(_) => None,
    };
    let asked = asked.map(|asked| format!("by {}", asked.to));
    let number = known.channels.first().map_or("no number: f", String::as_str);
    let words = if role == Role::Quiet && what.is_empty() { Role::Quiet } else { Role::Text };
    let lead = if here { "▸ " } else { "  " };
    canvas.pieces(line.x, line.y, line.width, &[(Role::Accent, lead), (role, sign), (Role::Text, " ")]);
    let wide = line.width.saturating_sub(4);
    let with_what = line.width >= 76;
    let mut columns = if with_what {
        [10, wide * 3 / 10, wide * 2 / 10]
    } else {
        [10, wide.saturating_sub(12) * 6 / 10, wide.saturating_sub(12) * 4 / 10]
    };
    let number = match &asked {
        Some(asked) => asked.as_str(),
        None if known.channels.is_empty() => number,
        None => whole(number, columns[2]),
    };
    // A number that is longer takes from the name, which stands whole below the list.
    let lacks = u16::try_from(width(number)).unwrap_or(u16::MAX).saturating_sub(columns[2]);
    let taken = lacks.min(columns[1].saturating_sub(LEAST_NAME));
    columns = [columns[0], columns[1] - taken, columns[2] + taken];
    let mut x = line.x + 4;
    for (columns, text, role) in
        [(columns[0], word, role), (columns[1], who.as_str(), Role::Strong), (columns[2], number, words)]
    {
        canvas.put(x, line.y, columns, text, role);
        x += columns + 1;
    }
    if with_what {
        canvas.put(x, line.y, line.right().saturating_sub(x + 1), &what, Role::Text);
    }
    if here {
        canvas.tint(Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line }, Role::Selected);
    }
    canvas.hit(line, Hit::Row(at));
}

fn page(case: &View<'_>, row: Row, columns: u16) -> Page {
    let mut page = Page::new(columns);
    match row {
        Row::Role(at) => {
            let role = &case.playbook.roles[at];
            page.say(Role::Strong, &role.title);
            let known = reach(case, role.id.as_str());
            let who = known.person.map_or_else(String::new, |person| format!("{person}: "));
            let ways = if known.channels.is_empty() {
                "not in the policy: f fills it in for this case".into()
            } else {
                known.channels.join(", ")
            };
            page.hanging("Reach: ", Role::Quiet, Role::Text, &format!("{who}{ways}"));
            phone_list::around(&mut page, case, role.id.as_str());
            if let Some(about) = &role.about {
                page.say(Role::Text, about);
            }
        }
        Row::Call(at) => {
            let (item, status) = (&case.playbook.items[at], &case.picture.items[at]);
            // The list cuts what is long; here the person and the number stand whole.
            let id = role_of(case, row);
            let dial = now(case, at).unwrap_or_else(|| reach(case, id));
            let who = dial.person.map_or_else(String::new, |person| format!(", {person}"));
            let lead = if rank(status.standing) < 2 { "Call now: " } else { "Reach: " };
            let who = format!("{}{who}", case.playbook.role_title(id));
            // The one number to dial; all others stand below.
            let first = Reach { channels: dial.channels.into_iter().take(1).collect(), ..Reach::default() };
            way(&mut page, (lead, Role::Strong), &who, &first, ": no number yet, f fills it in");
            page.say(Role::Strong, &item.title);
            if let Some(value) = status.value.as_ref().filter(|_| !status.targets.is_empty()) {
                page.hanging("Row by row: ", Role::Text, Role::Text, value);
            }
            let id = item.id.as_str();
            let mut entries = [case.state.attempts(id), case.state.passed_on(id)].concat();
            entries.sort_unstable();
            for at in entries.iter().rev() {
                let recorded = case.state.at(*at);
                let (_, says) = words::fact(recorded, case.playbook, case.now);
                page.hanging(&format!("{} ", recorded.happened().short_in(case.now)), Role::Quiet, Role::Text, &says);
            }
            if let Body::Call(body) = &item.body {
                let then: Vec<_> = std::iter::once(&body.role)
                    .chain(&body.alternates)
                    .map(|role| case.playbook.role_title(role.as_str()))
                    .collect();
                page.hanging("In order: ", Role::Quiet, Role::Text, &then.join(", then "));
                if let Some(why) = now(case, at).map(|now| now.why).filter(|why| !why.is_empty()) {
                    page.say(Role::Text, &why);
                }
                // The list cuts what is long; here each number stands whole.
                for role in std::iter::once(&body.role).chain(&body.alternates) {
                    phone_list::numbers(&mut page, case, role.as_str());
                }
                let teller = body.told_by.as_ref().map(|role| (role, reach(case, role.as_str()).person));
                if let Some((role, Some(person))) = teller {
                    let title = case.playbook.role_title(role.as_str());
                    page.hanging("Made by: ", Role::Quiet, Role::Text, &format!("{title}, {person}"));
                }
                if let Some(doubt) = &body.confirm {
                    page.hanging("Settle first: ", Role::Text, Role::Text, doubt);
                }
            }
            let next = case.picture.next.iter().find(|next| next.target == Target::Item(at));
            for because in next.map(|next| next.because.as_slice()).unwrap_or_default() {
                page.hanging("Why: ", Role::Quiet, Role::Text, because);
            }
            let knowledge = case.knowledge();
            for missing in &status.applies.missing {
                let text = crate::guide::words::subject_and_value(missing, &knowledge);
                page.hanging("Waits for: ", Role::Text, Role::Text, &text);
            }
            let cite = cited(&item.cite);
            page.hanging("Clauses: ", Role::Quiet, Role::Accent, &cite);
        }
    }
    page
}
