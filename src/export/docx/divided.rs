//! A row that is taller than half a page, in parts that stand below each other: an office program that breaks it does not say so.

use crate::base::text::width;
use crate::page::{Inline, Line, TableRow, Tone};
use std::collections::VecDeque;

/// What stands first in each part behind the first.
const CONTINUED: &str = "continued";

/// The room of a cell of one part.
pub struct Room {
    /// The column.
    pub at: usize,
    /// Signs on a line.
    pub signs: usize,
}

/// How many lines a text takes.
pub fn lines(line: &Line, signs: usize) -> usize {
    width(&line.words()) / signs.max(1) + 1
}

/// The parts of a row, each of at most so many lines. What stands on none of the columns with room goes with the last part.
pub fn parts(row: &TableRow, rooms: &[Room], most: usize) -> Vec<TableRow> {
    let mut left: Vec<VecDeque<Line>> = rooms
        .iter()
        .map(|room| row.cells.get(room.at).map(|cell| cell.iter().cloned().collect()).unwrap_or_default())
        .collect();
    let mut parts: Vec<TableRow> = Vec::new();
    while parts.is_empty() || left.iter().any(|lines| !lines.is_empty()) {
        let mut part = TableRow { cells: vec![Vec::new(); row.cells.len()], says: Vec::new() };
        for (place, (room, left)) in rooms.iter().zip(&mut left).enumerate() {
            let Some(cell) = part.cells.get_mut(room.at) else { continue };
            if place == 0 && !parts.is_empty() {
                cell.push(Line::of(Tone::Quiet, CONTINUED));
            }
            take(cell, left, room.signs.max(1), most.max(2));
        }
        parts.push(part);
    }
    if let Some(first) = parts.first_mut() {
        first.says.clone_from(&row.says);
    }
    if let Some(last) = parts.last_mut() {
        let others = (0..row.cells.len()).filter(|at| rooms.iter().all(|room| room.at != *at));
        for at in others {
            last.cells[at].clone_from(&row.cells[at]);
        }
    }
    parts
}

/// Moves lines into a cell while they have room; the last is divided at a blank.
fn take(cell: &mut Vec<Line>, left: &mut VecDeque<Line>, signs: usize, most: usize) {
    let mut used = cell.len();
    while used < most {
        let Some(next) = left.pop_front() else { return };
        let tall = lines(&next, signs);
        if used + tall <= most {
            used += tall;
            cell.push(next);
            continue;
        }
        let (now, later) = divided(next, (most - used) * signs);
        cell.push(now);
        left.push_front(later);
        return;
    }
}

/// A line in two, the first of at most so many columns: at the last blank in it, or where there is none anywhere.
fn divided(line: Line, room: usize) -> (Line, Line) {
    let (mut now, mut later) = (Line::default(), Line::default());
    let mut used = 0;
    let mut pieces = line.0.into_iter();
    for piece in pieces.by_ref() {
        let wide = width(&piece.text);
        if used + wide <= room {
            used += wide;
            now.0.push(piece);
            continue;
        }
        let end = piece.text.char_indices().map(|(at, _)| at).nth((room - used).max(1)).unwrap_or(piece.text.len());
        let at = piece.text[..end].rfind(' ').map_or(end, |blank| blank + 1);
        let (before, after) = piece.text.split_at(at);
        now.0.push(Inline { text: before.to_owned(), tone: piece.tone });
        later.0.push(Inline { text: after.to_owned(), tone: piece.tone });
        break;
    }
    later.0.extend(pieces);
    (now, later)
}
