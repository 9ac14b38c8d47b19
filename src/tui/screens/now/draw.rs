//! How the card of Now is drawn: whole where it fits, and with less beside it where it does not.

use super::{Now, WITHOUT_PLAYBOOK, digits, takes_line};
use crate::base::text::counted;
use crate::judge::Standing;
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::judge::picture::agenda::Target;
use crate::page::adding;
use crate::page::calls::number;
use crate::page::card::Card;
use crate::page::state::{stands, tally, title_of};
use crate::page::{Block, Document, Does, Line, Link, Row, clock, end, waits};
use crate::record::verbs::{self, confirm, task};
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::form::print;
use crate::tui::layout::{lay, read, rows};
use crate::tui::modal::Modal;
use crate::tui::open::open;
use crate::tui::page::Page;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// From this width on, what comes after stands in a column of its own, and why stands unfolded.
const WIDE: u16 = 110;
/// How wide the card is beside that column.
const CARD: u16 = 78;
/// Columns left of the text of a card.
const MARGIN: u16 = 3;
/// What stands folded on a card.
const FOLDED: &str = ": the clauses in full, who is asked, what the policy does not say";
/// Most things that are named as coming after.
const THEN: usize = 4;

/// What a screen of little height leaves out, one after the other.
#[derive(Clone, Copy)]
struct Room {
    just_now: bool,
    why: bool,
    then: usize,
    blanks: bool,
    /// Of criteria only how many.
    short: bool,
}

const ROOMS: [Room; 8] = [
    Room { just_now: true, why: true, then: THEN, blanks: true, short: false },
    Room { just_now: false, why: true, then: THEN, blanks: true, short: false },
    Room { just_now: false, why: false, then: THEN, blanks: true, short: false },
    Room { just_now: false, why: false, then: 2, blanks: true, short: false },
    Room { just_now: false, why: false, then: 1, blanks: true, short: false },
    Room { just_now: false, why: false, then: 0, blanks: true, short: false },
    Room { just_now: false, why: false, then: 0, blanks: false, short: false },
    Room { just_now: false, why: false, then: 0, blanks: false, short: true },
];

pub(super) fn draw(now: &Now, canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, ctx: &Ctx<'_>) {
    if case.playbook.items.is_empty() {
        let mut page = Page::new(area.width.saturating_sub(2 * MARGIN));
        page.say(Role::Alarm, &case.playbook.title).gap().say(Role::Text, WITHOUT_PLAYBOOK);
        page.draw(canvas, inside(area), 0);
        return;
    }
    if let Some(inject) = now.inject(ctx) {
        return now.draw_inject(canvas, area, case, inject);
    }
    if now.has_nothing_of_mine(case) {
        let mut page = Page::new(area.width.saturating_sub(2 * MARGIN));
        draw_adding(&mut page, case);
        page.draw_cut(canvas, inside(area));
        return;
    }
    let Some(target) = now.target(case).filter(|_| !rests(now, case)) else {
        let rest = if is_end(case) { end::page(case) } else { waits::page(case) };
        let page = now.made.page(ctx.revision(), None, area.width - 2 * MARGIN, |page| {
            *page = read(&rest, area.width - 2 * MARGIN);
        });
        let inner = inside(area);
        let top = now.scroll.top(&page, inner.height);
        page.draw(canvas, inner, top);
        return;
    };
    let wide = area.width >= WIDE;
    let main = if wide { Rect { width: CARD, ..area } } else { area };
    if wide {
        let side = Rect { x: area.x + CARD + 2, width: area.width - CARD - 3, ..area };
        canvas.line_down(Rect { x: area.x + CARD, width: 1, ..area });
        let page =
            now.made.page(ctx.revision(), Some(target), side.width, |page| *page = beside(now, case, target, side));
        page.draw_cut(canvas, side);
    }
    let mut inner = inside(main);
    let card = now.card(case, target, ctx.revision());
    let fits = |room: &Room| {
        let then = if wide { 0 } else { then_lines(now, case, target, *room) };
        let used = page_of(now, &card, inner.width, *room, wide).len() + u16::from(room.blanks);
        used + then <= inner.height
    };
    // On a wide screen only the text of the card itself can be too long; it is read on.
    let fitting = ROOMS.into_iter().filter(|_| !wide).find(fits);
    let room = fitting.unwrap_or(ROOMS[if wide { 0 } else { ROOMS.len() - 1 }]);
    let page = page_of(now, &card, inner.width, room, wide);
    if room.blanks {
        inner = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    }
    let then = if wide { 0 } else { then_lines(now, case, target, room) };
    let body = Rect { height: inner.height.saturating_sub(then), ..inner };
    let top = now.scroll.top(&page, body.height);
    page.draw(canvas, body, top);
    draw_line(now, canvas, body, &page, top);
    if then > 0 {
        let below = Rect { y: inner.bottom() - then, height: then, ..inner };
        draw_then(now, canvas, Rect { x: main.x, width: main.width, ..below }, case, target, room);
    }
}

/// What somebody may add, each behind its digit.
fn draw_adding(page: &mut Page, case: &View<'_>) {
    page.gap();
    page.lines.extend(read(&adding::page(case), page.columns() as u16).lines);
    for (at, one) in adding::all(case).iter().enumerate().take(9) {
        let hit = Some(Hit::Digit(at + 1));
        let digit = (at + 1).to_string();
        page.clickable(&[(Role::Accent, &format!("  {digit}  "), hit), (Role::Text, &one.label, hit)]);
    }
    page.gap();
    page.lines.extend(read(&adding::foot(case), page.columns() as u16).lines);
}

/// What is added to the record by its number.
pub(super) fn adds(case: &View<'_>, digit: Option<usize>) -> Vec<Effect> {
    let all = adding::all(case);
    let chosen = digit.and_then(|digit| all.into_iter().nth(digit.checked_sub(1)?));
    chosen.map(|one| vec![Effect::Fill(one.draft)]).unwrap_or_default()
}

/// Whether the end of the case stands where no card does.
pub(in crate::tui) fn is_end(case: &View<'_>) -> bool {
    case.picture.closed || tally(case).waits == 0
}

/// Whether nothing stands on the card because nothing is left that could.
fn rests(now: &Now, case: &View<'_>) -> bool {
    now.at.is_none() && (case.picture.closed || now.agenda(case).is_empty())
}

/// What a key does where no card stands.
pub(super) fn rest_verb(case: &View<'_>, action: Action, digit: Option<usize>) -> Vec<Effect> {
    match action {
        Action::Choose if is_end(case) => {
            let sheet = digit.and_then(|digit| end::hand_out(case).into_iter().nth(digit.checked_sub(1)?));
            let form = sheet.map(|sheet| print::of_case(case, &sheet.printed, false));
            form.map(|form| Effect::Push(Modal::Form(Box::new(form)))).into_iter().collect()
        }
        Action::Open if case.picture.closed => open(case, &verbs::reopen::VERB, ""),
        Action::Open if tally(case).waits == 0 => open(case, &verbs::close::VERB, ""),
        Action::Open => match waits::leads_to(case) {
            Some(target) => vec![Effect::Goto(target)],
            None => Vec::new(),
        },
        Action::Note => open(case, &verbs::note::VERB, ""),
        _ => Vec::new(),
    }
}

pub(super) fn inside(area: Rect) -> Rect {
    Rect { x: area.x + MARGIN, width: area.width.saturating_sub(MARGIN + 1), ..area }
}

/// The key of what can be done on the card, and what a click on it is.
fn key_of(all: &[Does], at: usize) -> Option<(String, Hit)> {
    let verb = |key: &str, action| Some((key.to_owned(), Hit::Verb(action)));
    if all[at].verb == &confirm::VERB {
        return verb("=", Action::StillRight);
    }
    if at < digits(all) {
        return Some(((at + 1).to_string(), Hit::Digit(at + 1)));
    }
    match all[at].preset.as_deref().filter(|_| takes_line(all)) {
        Some("yes" | task::NEEDED) => verb("y", Action::Yes),
        Some("no") => verb("n", Action::No),
        Some(task::RULED_OUT) => verb("-", Action::RuleOut),
        Some(_) => verb("u", Action::Unknown),
        None if all[at].preset.as_deref() == Some(task::RULED_OUT) => verb("-", Action::RuleOut),
        None => verb("Enter", Action::Open),
    }
}

/// The card on lines. Where it takes a line, that stands behind what can be done.
fn page_of(now: &Now, card: &Card, columns: u16, room: Room, wide: bool) -> Page {
    let mut document = Document::default();
    let gap = |document: &mut Document| {
        if room.blanks {
            document.gap();
        }
    };
    document.add(Row::sides(Line::quiet(&*card.kind), Line::quiet(&*card.aside)).into());
    gap(&mut document);
    document.text(Line::strong(&*card.title));
    gap(&mut document);
    document.blocks.extend(card.who.clone().map(Block::Text));
    if let Some(number) = &card.number {
        document.add(if room.blanks { Block::Apart(number.clone()) } else { Block::Text(number.clone()) });
    }
    document.append(card.detail.clone());
    gap(&mut document);
    document.add(Block::Does(card.does.clone()));
    let mut page = lay(&document, columns, &|at, _| key_of(&card.does, at));
    let unfolds = Some(Hit::Verb(Action::Unfold));
    let why = [(Role::Accent, "Space", unfolds), (Role::Quiet, if now.unfolded { " fold" } else { " why" }, unfolds)];
    if !card.why.is_empty() && !page.at_right(&why) {
        page.clickable(&why);
    }
    line_room(now, &mut page);
    let mut below = Document::default();
    if !card.more.is_empty() {
        gap(&mut below);
        if room.short {
            below.text(Line::quiet(in_short(&card.more)));
        } else {
            below.append(card.more.clone());
        }
    }
    let in_short = wide && room.why && !now.unfolded && !card.why.is_empty();
    if now.unfolded || in_short {
        gap(&mut below);
        below.append(if now.unfolded { card.why.clone() } else { card.reasons.clone() });
    }
    page.lines.extend(read(&below, columns).lines);
    if in_short {
        page.clickable(&[(Role::Accent, "Space", unfolds), (Role::Quiet, FOLDED, unfolds)]);
    }
    page
}

/// `2 of 4`, for criteria that do not fit.
fn in_short(more: &Document) -> String {
    let rows: Vec<_> = more
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Row(Row { state: Some(state), .. }) => Some(*state),
            _ => None,
        })
        .collect();
    let done = rows.iter().filter(|state| **state == crate::page::State::Done).count();
    format!("{done} of {}", rows.len())
}

/// The mark of the line that is typed: its place is found again when the cursor is drawn.
const TYPED: &str = "▸ ";

fn line_room(now: &Now, page: &mut Page) {
    let Some(line) = &now.line else { return };
    page.gap();
    page.pieces(&[(Role::Accent, TYPED), (Role::Field, &format!("{} ", line.text()))]);
    if let Some(problem) = line.problem() {
        page.say(Role::Strong, problem);
    }
}

/// Puts the cursor behind what was typed.
fn draw_line(now: &Now, canvas: &mut Canvas<'_>, body: Rect, page: &Page, top: u16) {
    let Some(line) = &now.line else { return };
    let at = page.lines.iter().position(|line| line.begins_with(TYPED));
    let y = at.and_then(|at| u16::try_from(at).ok()).and_then(|at| at.checked_sub(top));
    if let Some(y) = y.filter(|y| *y < body.height) {
        let wide = u16::try_from(crate::base::text::width(&line.text())).unwrap_or(u16::MAX);
        let x = body.x.saturating_add(2).saturating_add(wide).min(body.right().saturating_sub(1));
        canvas.cursor = Some(Position { x, y: body.y + y });
    }
}

/// What comes after what stands on the card.
fn after(now: &Now, case: &View<'_>, target: Target) -> impl Iterator<Item = Target> {
    now.agenda(case).into_iter().filter(move |next| *next != target)
}

fn then_lines(now: &Now, case: &View<'_>, target: Target, room: Room) -> u16 {
    let rows = after(now, case, target).count().min(room.then);
    // One alone stands in the row of its heading.
    let then = if rows == 0 || room.then == 1 { rows } else { rows + 2 };
    u16::try_from(then + if room.just_now { 2 } else { 0 }).unwrap_or(0)
}

fn then_rows(now: &Now, case: &View<'_>, target: Target, most: usize) -> Vec<Row> {
    let all: Vec<_> = after(now, case, target).collect();
    let shown = all.len().min(most);
    let rows = all.iter().take(shown).enumerate().map(|(at, next)| {
        let more = all.len() - shown;
        let last = at + 1 == shown && more > 0;
        let word = Line::quiet(if last { format!("{more} more") } else { String::new() });
        let what = title_of(case, *next).into();
        Row { state: Some(stands(case, *next).shown()), what, word, to: Some((*next).into()), level: 0 }
    });
    rows.collect()
}

fn draw_then(now: &Now, canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, target: Target, room: Room) {
    let inner = inside(area);
    let mut y = area.y;
    if room.then == 1 {
        let mut page = Page::new(inner.width.saturating_sub(6));
        page.lines.extend(rows(&then_rows(now, case, target, 1), page.columns() as u16).lines);
        canvas.put(inner.x, y, 6, "Then", Role::Quiet);
        page.draw(canvas, Rect { x: inner.x + 6, y, width: inner.width.saturating_sub(6), height: 1 }, 0);
        return;
    }
    if after(now, case, target).next().is_some() && room.then > 0 {
        canvas.line_across(Rect { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 });
        y += 1;
        let mut page = Page::new(inner.width);
        page.say(Role::Quiet, "Then");
        page.lines.extend(rows(&then_rows(now, case, target, room.then), inner.width).lines);
        let height = page.len();
        page.draw(canvas, Rect { y, height, ..inner }, 0);
        y += height;
    }
    if room.just_now && now.mine {
        canvas.put(inner.x, y + 1, inner.width, adding::KEPT, Role::Quiet);
    } else if room.just_now {
        let tally = tally(case);
        let tests = case.picture.open.pending;
        let mut text = format!("{} to do", tally.to_do);
        if tally.marked > 0 {
            text.push_str(&format!(", {} done to look at again", tally.marked));
        }
        if tally.to_do + tally.marked == 0 || tally.waits > 0 && tests == 0 {
            text.push_str(&format!(", {}", counted(tally.waits, "waits", "wait")));
        }
        if tests > 0 {
            text.push_str(&format!(", {}", counted(tests, "test waits for an answer", "tests wait for answers")));
        }
        canvas.pieces(inner.x, y + 1, inner.width, &[(Role::Quiet, "Just now  "), (Role::Quiet, &text)]);
    }
}

/// The column beside the card: what comes after, calls, clocks, what is left.
fn beside(now: &Now, case: &View<'_>, target: Target, side: Rect) -> Page {
    let mut page = Page::new(side.width);
    let mut part = |title: &str, below: Page| {
        if !below.lines.is_empty() {
            page.gap().say(Role::Strong, title).lines.extend(below.lines);
        }
    };
    part("Then", rows(&then_rows(now, case, target, 6), side.width));
    let due = |(at, status): (usize, &ItemStatus)| {
        let calls = matches!(status.standing, Standing::Due | Standing::Attempted) && target != Target::Item(at);
        calls.then(|| Row {
            state: Some(stands(case, Target::Item(at)).state),
            what: case.playbook.items[at].title.as_str().into(),
            word: number(case, at).unwrap_or_default(),
            to: Some(Link::Item(at)),
            level: 0,
        })
    };
    let calls: Vec<_> = case.picture.items.iter().enumerate().filter_map(due).take(4).collect();
    part("Calls", rows(&calls, side.width));
    part("Clocks", read(&clock::all(case), side.width));
    let tally = tally(case);
    let mut just_now = Document::default();
    just_now.text(format!("{} to do, {} done", tally.to_do, tally.done));
    if tally.waits > 0 {
        just_now.text(counted(tally.waits, "waits", "wait"));
    }
    part("Just now", read(&just_now, side.width));
    page
}
