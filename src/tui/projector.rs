//! The screen for a projector: exercise time in digits that are read from across a room, the last inject, what the part asks, and the
//! clock that runs out first. Read only, and without a log.

use super::app::App;
use super::canvas::Canvas;
use super::layout::read;
use super::page::Page;
use super::theme::Role;
use super::{above, digits};
use crate::base::text::width;
use crate::page::exercise::{Projected, projected};
use crate::page::{Block, Document};
use ratatui::layout::Rect;

/// Columns left of what is said.
const MARGIN: u16 = 6;
/// The word that stands along the first and the last row.
const WORD: &str = "EXERCISE";

/// Draws all of it.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(case) = app.ctx().open() else { return };
    if area.height < 3 {
        return;
    }
    for y in [area.y, area.bottom() - 1] {
        band(canvas, Rect { y, height: 1, ..area });
    }
    let shown = projected(&case);
    let mut y = area.y + 1;
    y += head(canvas, Rect { y, height: digits::ROWS, ..area }, &shown);
    let strip = Rect { y: area.bottom() - 2, height: 1, ..area };
    let body = Rect {
        x: area.x + MARGIN.min(area.width),
        y: y + 1,
        width: area.width.saturating_sub(2 * MARGIN),
        height: strip.y.saturating_sub(y + 1),
    };
    let (page, body) = fitted(&shown.says, body, shown.time.is_some());
    // The end of a long text is what the questions stand in: the room reads from the top, so a line says that there is more.
    page.draw_cut(canvas, body);
    if strip.y > y {
        above::strip(canvas, strip, &case, false);
    }
}

/// As airy as there is room: where the end would be cut off, among it how to stop for something real, empty lines go first, then margins.
fn fitted(says: &Document, body: Rect, started: bool) -> (Page, Rect) {
    let page = read(says, body.width);
    if page.len() <= body.height {
        return (page, body);
    }
    let empty = |block: &Block| match block {
        Block::Gap => true,
        Block::Text(line) => line.words().trim().is_empty(),
        _ => false,
    };
    let close = Document { blocks: says.blocks.iter().filter(|block| !empty(block)).cloned().collect() };
    let page = read(&close, body.width);
    if page.len() <= body.height {
        return (page, body);
    }
    let spare = MARGIN - 1;
    let (x, y) = (body.x.saturating_sub(spare), body.y.saturating_sub(1));
    let wide = Rect { x, y, width: body.width + 2 * spare, height: body.height + (body.y - y) };
    let page = read(&close, wide.width);
    if page.len() <= wide.height || started {
        return (page, wide);
    }
    // A briefing is read out and lies before everybody on paper; the rules stay in sight.
    let rules = close.blocks.iter().filter(|block| matches!(block, Block::List(_))).cloned().collect();
    (read(&Document { blocks: rules }, body.width), body)
}

/// The time in digits, and beside it the day, what the clock does, and the part.
fn head(canvas: &mut Canvas<'_>, area: Rect, shown: &Projected) -> u16 {
    let wide = shown.time.as_deref().map_or(0, digits::width);
    let fits = area.height >= digits::ROWS && wide > 0 && wide + 2 * MARGIN <= area.width;
    let beside = [shown.day.as_str(), shown.state, shown.part.as_deref().unwrap_or_default()];
    if !fits {
        let time = shown.time.as_deref().unwrap_or_default();
        let all: Vec<_> = std::iter::once(time).chain(beside).filter(|one| !one.is_empty()).collect();
        canvas.put(area.x + 1, area.y, area.width.saturating_sub(2), &all.join("   "), Role::Strong);
        return 1;
    }
    digits::draw(canvas, area.x + MARGIN, area.y, shown.time.as_deref().unwrap_or_default());
    let x = area.x + MARGIN + wide + 4;
    let room = area.right().saturating_sub(x + 1);
    // What does not fit beside the digits stands below them.
    let (right, below): (Vec<_>, Vec<_>) = beside.into_iter().partition(|one| width(one) <= usize::from(room));
    for (row, one) in (area.y + digits::ROWS - 3..).zip(right) {
        canvas.put(x, row, room, one, Role::Strong);
    }
    for (row, one) in (area.y + digits::ROWS..).zip(&below) {
        canvas.put(area.x + MARGIN, row, area.width.saturating_sub(MARGIN), one, Role::Strong);
    }
    digits::ROWS + u16::try_from(below.len()).unwrap_or(0)
}

/// `EXERCISE     EXERCISE     EXERCISE` from edge to edge.
fn band(canvas: &mut Canvas<'_>, row: Rect) {
    let step = u16::try_from(WORD.len()).unwrap_or(0) + 5;
    let mut x = row.x + 1;
    while x + step - 5 <= row.right() {
        canvas.put(x, row.y, row.right() - x, WORD, Role::Exercise);
        x += step;
    }
    canvas.tint(row, Role::Exercise);
}
