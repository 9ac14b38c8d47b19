//! How a line, an area and a choice look in a form.

use super::Pick;
use crate::base::text::{width as text_width, wrap};
use crate::tui::canvas::{Canvas, Hit};
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

pub(super) fn draw_line(canvas: &mut Canvas<'_>, area: Rect, line: &tui_input::Input, focused: bool) {
    if area.width == 0 {
        return;
    }
    let role = Role::Field;
    canvas.tint(area, role);
    let scroll = if focused { line.visual_scroll(usize::from(area.width) - 1) } else { 0 };
    let mut passed = 0;
    let shown: String = line
        .value()
        .chars()
        .skip_while(|sign| {
            let skip = passed < scroll;
            passed += unicode_width::UnicodeWidthChar::width(*sign).unwrap_or(0);
            skip
        })
        .collect();
    canvas.put(area.x, area.y, area.width, &shown, role);
    if focused {
        let column = line.visual_cursor().saturating_sub(scroll).min(usize::from(area.width) - 1);
        canvas.cursor = Some(Position { x: area.x + u16::try_from(column).unwrap_or(0), y: area.y });
    }
}

pub(super) fn draw_area(
    canvas: &mut Canvas<'_>,
    area: Rect,
    text: &ratatui_textarea::TextArea<'static>,
    focused: bool,
) {
    let area = area.intersection(canvas.buf.area);
    if area.is_empty() {
        return;
    }
    let role = Role::Field;
    canvas.tint(area, role);
    text.render(area, canvas.buf);
    canvas.tint(area, role);
    if focused {
        let (cursor, top) = (text.screen_cursor(), text.scroll_offset());
        let row = u16::try_from(cursor.row).unwrap_or(u16::MAX).saturating_sub(top.0).min(area.height - 1);
        let col = u16::try_from(cursor.col).unwrap_or(u16::MAX).saturating_sub(top.1).min(area.width - 1);
        canvas.cursor = Some(Position { x: area.x + col, y: area.y + row });
    }
}

/// An option as lines: its label, then more words set in.
pub(super) fn option_lines((_, label, more): &(String, String, Option<String>), columns: u16) -> Vec<String> {
    let text = more.as_ref().map_or_else(|| label.clone(), |more| format!("{label}: {more}"));
    wrap(&text, usize::from(columns.saturating_sub(8).max(1)))
}

/// How many lines a choice takes in two columns; `None` where it has few options, long ones, or too little room.
pub(super) fn in_two(pick: &Pick, columns: u16) -> Option<usize> {
    let short = |(_, label, more): &(String, String, Option<String>)| more.is_none() && text_width(label) <= 24;
    (pick.options.len() > 5 && columns >= 68 && pick.options.iter().all(short)).then(|| pick.options.len().div_ceil(2))
}

fn draw_in_two(canvas: &mut Canvas<'_>, area: Rect, pick: &Pick, field: usize, focused: bool, rows: usize) {
    let wide = area.width / 2;
    for at in 0..pick.options.len() {
        let y = area.y + 1 + u16::try_from(at % rows).unwrap_or(0);
        if y >= area.bottom() {
            continue;
        }
        let cell = Rect { x: area.x + if at >= rows { wide } else { 0 }, y, width: wide, height: 1 };
        draw_option(canvas, cell, pick, at, &pick.options[at].1, (field, focused));
    }
}

/// The first line of an option: its mark, its number, its label.
fn draw_option(
    canvas: &mut Canvas<'_>,
    line: Rect,
    pick: &Pick,
    at: usize,
    text: &str,
    (field, focused): (usize, bool),
) {
    let mark = match (pick.ticked.is_some(), pick.is_chosen(at)) {
        (true, true) => "[x]",
        (true, false) => "[ ]",
        (false, true) => "(•)",
        (false, false) => "( )",
    };
    let here = focused && pick.at == Some(at);
    let number = if at < 9 { (at + 1).to_string() } else { " ".into() };
    let role = if here { Role::Strong } else { Role::Text };
    let lead = format!("  {mark} ");
    canvas.pieces(line.x, line.y, line.width, &[(role, &lead), (Role::Accent, &number), (role, " "), (role, text)]);
    if here {
        canvas.tint(Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line }, Role::Selected);
        canvas.cursor = Some(Position { x: line.x + 3, y: line.y });
    }
    canvas.hit(line, Hit::Field(field, Some(at)));
}

pub(super) fn draw_pick(canvas: &mut Canvas<'_>, area: Rect, pick: &Pick, field: usize, focused: bool) {
    if let Some(rows) = in_two(pick, area.width) {
        draw_in_two(canvas, area, pick, field, focused, rows);
        return;
    }
    let lines: Vec<_> = pick.options.iter().map(|option| option_lines(option, area.width)).collect();
    let room = usize::from(area.height.saturating_sub(1));
    let mut first = 0;
    if let Some(at) = pick.at.filter(|_| focused) {
        while first < at && lines[first..=at].iter().map(Vec::len).sum::<usize>() > room {
            first += 1;
        }
    }
    let mut y = area.y + 1;
    for (at, option) in lines.iter().enumerate().skip(first) {
        let here = focused && pick.at == Some(at);
        for (line, text) in option.iter().enumerate() {
            if y >= area.bottom() {
                return;
            }
            let row = Rect { y, height: 1, ..area };
            if line == 0 {
                draw_option(canvas, row, pick, at, text, (field, focused));
            } else {
                let role = if here { Role::Strong } else { Role::Text };
                canvas.put(row.x + 8, y, row.width.saturating_sub(8), text, role);
                if here {
                    canvas.tint(Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row }, Role::Selected);
                }
                canvas.hit(row, Hit::Field(field, Some(at)));
            }
            y += 1;
        }
    }
}
