//! How the console is drawn: injects above, the selected one in the middle, what is expected and what was seen below; from 110 columns
//! on people and figures beside them.

use super::sheet::{OfInject, Sheet};
use super::{Console, Shown, Side, review};
use crate::drill::plan::Stands;
use crate::page::Row;
use crate::tui::action::Action;
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::layout::{draw_rows, read};
use crate::tui::list::Place;
use crate::tui::page::Page;
use crate::tui::theme::Role;
use ratatui::layout::Rect;

/// From this width on, people and figures have a column of their own.
const WIDE: u16 = 110;
/// How wide the rest is beside that column.
const MAIN: u16 = 78;
/// Below this width a row says only when.
const NARROW: u16 = 76;
/// Most rows of injects and of expectations, where there is room for more of the rest.
const MOST: usize = 12;

pub(super) fn draw(console: &Console, canvas: &mut Canvas<'_>, area: Rect, sheet: &Sheet) {
    canvas.line_across(Rect { height: 1, x: area.x + 1, width: area.width.saturating_sub(2), ..area });
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let wide = area.width >= WIDE;
    let main = if wide { Rect { width: MAIN, ..below } } else { below };
    if wide {
        canvas.line_down(Rect { x: area.x + MAIN + 1, width: 1, ..below });
        let side = Rect { x: area.x + MAIN + 3, width: area.width.saturating_sub(MAIN + 4), ..below };
        read(&sheet.beside, side.width).draw_cut(canvas, side);
    }
    let shown = console.shown(sheet);
    if let Some(review) = sheet.review.as_ref().filter(|_| shown == Shown::Review) {
        return review::draw(canvas, main, review, (console.step, &console.scroll));
    }
    if shown == Shown::People && !wide {
        let inner = Rect { x: main.x + 3, width: main.width.saturating_sub(4), ..main };
        let page = read(&sheet.beside, inner.width);
        page.draw(canvas, inner, console.scroll.top(&page, inner.height));
        return;
    }
    match console.selected(sheet) {
        Some((at, one)) => rows(console, canvas, main, sheet, (at, one)),
        None => {
            canvas.put(main.x + 3, main.y, main.width.saturating_sub(3), "The script has no inject.", Role::Text);
        }
    }
}

fn rows(console: &Console, canvas: &mut Canvas<'_>, area: Rect, sheet: &Sheet, (at, one): (usize, &OfInject)) {
    let room = usize::from(area.height);
    let seen = usize::from(!one.seen.is_empty() || sheet.part_left.is_some());
    let expected = if one.expected.is_empty() { 0 } else { 1 + one.expected.len().min((room / 6).max(2)) };
    // A rule above the text, which is to be in sight: it takes what the lists leave.
    let fixed = 1 + expected + seen + sheet.remarks.len();
    let list = sheet.injects.len().min((room / 3).clamp(3, MOST)).min(room.saturating_sub(fixed + 2).max(2));
    let text = room.saturating_sub(fixed + list);
    let mut y = area.y;
    let mut take = |rows: usize| {
        let height = u16::try_from(rows).unwrap_or(0).min(area.bottom().saturating_sub(y));
        let part = Rect { y, height, ..area };
        y += height;
        part
    };
    for remark in &sheet.remarks {
        let row = take(1);
        canvas.put(row.x + 1, row.y, row.width.saturating_sub(1), remark, Role::Alarm);
    }
    let narrow = area.width < NARROW;
    let injects: Vec<&Row> = sheet.injects.iter().map(|one| if narrow { &one.in_short } else { &one.row }).collect();
    draw_injects(canvas, take(list), &injects, sheet, at, console.side == Side::Injects);
    canvas.line_across(inset(take(1), 1));
    draw_text(console, canvas, take(text), one);
    if expected > 0 {
        let title = take(1);
        draw_title(canvas, title, console.expected, one.expected.len(), expected - 1);
        let all: Vec<&Row> = one.expected.iter().map(|one| &one.row).collect();
        let first = sheet.injects.len();
        draw_side(canvas, take(expected - 1), &all, console.expected, console.side == Side::Expected, first);
    }
    if seen > 0 {
        let row = inset(take(1), 3);
        let left = sheet.part_left.as_deref().unwrap_or_default();
        let room = row.width.saturating_sub(u16::try_from(left.len()).unwrap_or(0) + 2);
        if let Some(latest) = one.seen.first() {
            canvas.pieces(row.x, row.y, room, &[(Role::Quiet, "Seen    "), (Role::Text, &latest.words())]);
        }
        canvas.put_right(row, left, Role::Quiet);
    }
}

fn inset(area: Rect, columns: u16) -> Rect {
    Rect { x: area.x + columns, width: area.width.saturating_sub(columns + 1), ..area }
}

/// What is to come and what went out, each around its own row: what comes next stays in sight wherever somebody looks back.
fn draw_injects(canvas: &mut Canvas<'_>, area: Rect, all: &[&Row], sheet: &Sheet, at: usize, moves: bool) {
    let gone = sheet.injects.iter().position(|one| one.stands == Stands::Sent).unwrap_or(all.len());
    let sent = u16::try_from(all.len() - gone).unwrap_or(u16::MAX);
    // A third of the rows is for those that went out, and what either part does not need is the other's.
    let coming = u16::try_from(gone).unwrap_or(u16::MAX);
    let below = sent.min((area.height / 3).max(1)).max(area.height.saturating_sub(coming)).min(sent);
    let above = Rect { height: area.height - below.min(area.height), ..area };
    let rest = Rect { y: above.bottom(), height: area.bottom().saturating_sub(above.bottom()), ..area };
    let place = |from: usize, len: usize| at.checked_sub(from).filter(|at| *at < len);
    for (part, from, rows) in [(above, 0, &all[..gone]), (rest, gone, &all[gone..])] {
        draw_part(canvas, part, rows, place(from, rows.len()), moves, from);
    }
}

/// A list with its selected row; where the arrows move through the other one, a dot alone stands there: one mark says where they are.
fn draw_side(canvas: &mut Canvas<'_>, area: Rect, all: &[&Row], place: Place, moves: bool, first: usize) {
    draw_part(canvas, area, all, place.row(all.len()), moves, first);
}

fn draw_part(canvas: &mut Canvas<'_>, area: Rect, all: &[&Row], selected: Option<usize>, moves: bool, first: usize) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let room = usize::from(area.height);
    let top = Place { selected: selected.unwrap_or(0) }.top(all.len(), room);
    let shown: Vec<Row> = all[top..all.len().min(top + room)].iter().map(|row| (*row).clone()).collect();
    draw_rows(canvas, area, &shown, first + top, selected.filter(|_| moves).map(|row| first + row));
    if let Some(row) = selected.filter(|row| !moves && (top..top + room).contains(row)) {
        let y = area.y + u16::try_from(row - top).unwrap_or(0);
        canvas.put(area.x, y, 1, "·", Role::Quiet);
    }
}

/// What is read out or handed over, its number in front.
fn draw_text(console: &Console, canvas: &mut Canvas<'_>, area: Rect, one: &OfInject) {
    let inner = inset(area, 3);
    let mark = format!("{:<3}", one.number);
    let text = Rect { x: inner.x + 3, width: inner.width.saturating_sub(3), ..inner };
    canvas.put(inner.x, inner.y, 3, &mark, Role::Strong);
    let page: Page = read(&one.text, text.width);
    page.draw(canvas, text, console.scroll.top(&page, text.height));
}

/// `Expected 1-4 of 5             1 met   2 partly   3 missed   4 does not apply`.
fn draw_title(canvas: &mut Canvas<'_>, row: Rect, place: Place, len: usize, room: usize) {
    let row = inset(row, 3);
    let title = if len > room {
        format!("Expected {}", crate::tui::layout::in_sight(place, len, room))
    } else {
        "Expected".to_owned()
    };
    let used = canvas.put(row.x, row.y, row.width, &title, Role::Strong);
    let last = if row.width < NARROW { " n/a" } else { " does not apply" };
    let keys = [("1", " met"), ("2", " partly"), ("3", " missed"), ("4", last)];
    let wide: usize = keys.iter().map(|(key, label)| key.len() + label.len() + 3).sum();
    let mut x = row.right().saturating_sub(u16::try_from(wide).unwrap_or(0)).max(row.x + used + 2);
    for (at, (key, label)) in keys.into_iter().enumerate() {
        let used = canvas.pieces(x, row.y, row.right().saturating_sub(x), &[(Role::Accent, key), (Role::Text, label)]);
        canvas.hit(Rect { x, width: used, ..row }, Hit::Digit(at + 1));
        x += used + 3;
    }
    canvas.hit(Rect { width: used, ..row }, Hit::Verb(Action::ToExpected));
}
