//! What stands above every screen of a case: the clock that runs out first, and what must not be done.

use super::canvas::Canvas;
use super::theme::Role;
use crate::base::text::{cut, inert_line, width};
use crate::judge::View;
use crate::page::{Line, clock, do_not};
use ratatui::layout::Rect;

/// Least columns in which what a line is about can still be recognised.
const LEAST: usize = 24;

/// Draws the two rows and says how many were needed. With `all`, each thing that must not be done has a row.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, mine: bool, all: bool) -> u16 {
    let mut used = strip(canvas, area, case, mine);
    let lines = if all { do_not::lines(case) } else { Vec::new() };
    if lines.len() > 1 && lines.len() < usize::from(area.height) {
        for line in &lines {
            put(canvas, area.x + 1, area.y + used, area.width.saturating_sub(2), line);
            used += 1;
        }
        return used;
    }
    if let Some(line) = do_not::in_short(case, usize::from(area.width.saturating_sub(2))) {
        put(canvas, area.x + 1, area.y + used, area.width.saturating_sub(2), &line);
        used += 1;
    }
    used
}

/// Draws the clock that runs out first, where there is one, and says how many rows it took.
pub(super) fn strip(canvas: &mut Canvas<'_>, area: Rect, case: &View<'_>, mine: bool) -> u16 {
    let Some(strip) = clock::strip_of(case, mine) else { return 0 };
    let more = if strip.more > 0 { format!("and {} more ", strip.more) } else { String::new() };
    let row = Rect { height: 1, ..area };
    let room = area.width.saturating_sub(2 + u16::try_from(more.len()).unwrap_or(0) + 1);
    canvas.put(row.x + 1, row.y, 6, "Clock", Role::Quiet);
    put(canvas, row.x + 8, row.y, room.saturating_sub(7), &strip.line);
    canvas.put_right(row, &more, Role::Quiet);
    1
}

/// Writes a line. What stands last, a time or until when, stays whole where what stands before it can give way.
fn put(canvas: &mut Canvas<'_>, x: u16, y: u16, columns: u16, line: &Line) {
    let room = usize::from(columns);
    let Some((first, rest)) = line.0.split_first() else { return };
    let last: usize = rest.iter().map(|piece| width(&inert_line(&piece.text))).sum();
    let cut_to = room.saturating_sub(last);
    let begins = if last > 0 && last + LEAST <= room { cut(&first.text, cut_to) } else { first.text.as_str().into() };
    let rest = rest.iter().map(|piece| (Role::from(piece.tone), piece.text.as_str()));
    let pieces: Vec<_> = std::iter::once((Role::from(first.tone), &*begins)).chain(rest).collect();
    canvas.pieces(x, y, columns, &pieces);
}
