//! From a document to lines of a width, and from rows to a list with one of them selected.

use super::canvas::{Canvas, Hit};
use super::list::Place;
use super::page::Page;
use super::paragraph::paragraph;
use super::table;
use super::theme::Role;
use crate::base::text::{cut, inert_line, width, wrap};
use crate::export::squares::Squares;
use crate::page::{Block, Callout, Document, Does, Inline, Line, Row, State};
use ratatui::layout::Rect;

/// White squares around a picture on the screen: as few as a camera needs, so that it fits into 24 lines.
const WHITE: usize = 1;
/// The widest label beside which other labels are set.
const LABELS: usize = 18;

/// What a thing that can be done here is called up by: its key, and a click on it.
pub type KeyOf<'k> = &'k dyn Fn(usize, &Does) -> Option<(String, Hit)>;

/// Lays a document out. What can be done stands with the keys that `key` knows for it; without one it is left out.
pub fn lay(document: &Document, columns: u16, key: KeyOf<'_>) -> Page {
    let mut page = Page::new(columns);
    lay_into(&mut page, &document.blocks, key);
    page
}

/// Lays out what has nothing to be done in it.
pub fn read(document: &Document, columns: u16) -> Page {
    lay(document, columns, &|_, _| None)
}

fn lay_into(page: &mut Page, blocks: &[Block], key: KeyOf<'_>) {
    let mut labels = 0;
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(_, line) => {
                page.gap();
                let text = line.words();
                page.say(Role::Strong, &text).gap();
            }
            Block::Text(line) => paragraph(page, "", line),
            Block::Labelled(label, line) => {
                // Labels that follow each other are set to one width.
                if at == 0 || !matches!(blocks[at - 1], Block::Labelled(..)) {
                    labels = label_width(&blocks[at..], page.columns());
                }
                let label = match inert_line(label) {
                    label if !label.is_empty() && width(&label) + 2 > labels => format!("{label}: "),
                    label => format!("{label:<labels$}"),
                };
                paragraph(page, &label, line);
            }
            Block::Apart(line) => {
                page.gap();
                let pieces: Vec<_> = line.0.iter().map(|piece| (piece.tone.into(), piece.text.as_str())).collect();
                let indented: Vec<_> = std::iter::once((Role::Text, "    ")).chain(pieces).collect();
                page.pieces(&indented).gap();
            }
            Block::Row(row) => {
                let from = page.lines.len();
                for pieces in row_lines(row, page.columns()) {
                    page.pieces(&pieces.iter().map(|(role, text)| (*role, text.as_str())).collect::<Vec<_>>());
                }
                if let Some(link) = row.to {
                    page.click(from, Hit::Link(link));
                }
            }
            Block::Callout(kind, inside) => {
                let lead = match kind {
                    Callout::DoNot => ("DO NOT", Role::Alarm),
                    Callout::Silence => ("The policy does not say", Role::Strong),
                    Callout::Suggestion => ("A help; people decide", Role::Strong),
                    Callout::Warning => ("Mind", Role::Strong),
                    Callout::Missing => ("Missing", Role::Strong),
                    Callout::NotLegal => ("Not legal advice", Role::Strong),
                };
                page.pieces(&[(lead.1, lead.0)]);
                lay_into(page, inside, key);
            }
            Block::Does(all) => does(page, all, key),
            Block::Gap | Block::PageBreak => {
                page.gap();
            }
            Block::List(points) => points.iter().for_each(|point| paragraph(page, "- ", point)),
            Block::Table(table) => table::lay(page, table),
            Block::Figure(figure) => {
                page.say(Role::Strong, &figure.caption);
                page.say(Role::Text, &figure.words);
            }
            Block::Sign(slots) => slots.iter().for_each(|who| {
                page.say(Role::Text, &format!("Signs: {}", who.words()));
            }),
            Block::Keep(inside) => lay_into(page, inside, key),
            Block::Qr(text) => picture(page, text),
            Block::Ruled(_) => {}
        }
    }
}

/// Squares in half blocks, the white ones drawn: right on a dark background, and a camera takes either. Where the page is too narrow
/// the text stands instead.
fn picture(page: &mut Page, text: &str) {
    let squares = Squares::of(text).filter(|squares| squares.side + 2 * WHITE <= page.columns());
    let Some(squares) = squares else {
        page.say(Role::Text, text);
        return;
    };
    let side = squares.side + 2 * WHITE;
    let white = |column: usize, row: usize| {
        let inside = column.checked_sub(WHITE).zip(row.checked_sub(WHITE));
        row < side && !inside.is_some_and(|(column, row)| squares.is_dark(column, row))
    };
    for row in (0..side).step_by(2) {
        let line = (0..side).map(|column| match (white(column, row), white(column, row + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        });
        page.pieces(&[(Role::Text, &line.collect::<String>())]);
    }
}

fn label_width(blocks: &[Block], columns: usize) -> usize {
    let labels = blocks.iter().map_while(|block| match block {
        Block::Labelled(label, _) => Some(width(label) + 2),
        _ => None,
    });
    labels.filter(|wide| *wide <= LABELS.min(columns / 3)).max().unwrap_or(0)
}

/// Short ones stand side by side, on as many lines as they take; long ones one below the other.
fn does(page: &mut Page, all: &[Does], key: KeyOf<'_>) {
    let keyed: Vec<(String, Hit, &str)> = all
        .iter()
        .enumerate()
        .filter_map(|(at, does)| key(at, does).map(|(key, hit)| (key, hit, does.label.as_str())))
        .collect();
    let wide = |(key, _, label): &(String, Hit, &str)| width(key) + 1 + width(label);
    if keyed.iter().all(|one| wide(one) <= page.columns() / 2) {
        let mut at = 0;
        while at < keyed.len() {
            let mut used = 0;
            let mut pieces = Vec::new();
            while let Some(one) = keyed.get(at).filter(|one| used == 0 || used + 3 + wide(one) <= page.columns()) {
                let (gap, hit) = (if used == 0 { "" } else { "   " }, Some(one.1));
                used += gap.len() + wide(one);
                pieces.extend([
                    (Role::Text, gap, None),
                    (Role::Accent, one.0.as_str(), hit),
                    (Role::Text, " ", hit),
                    (Role::Text, one.2, hit),
                ]);
                at += 1;
            }
            page.clickable(&pieces);
        }
        return;
    }
    let widest = keyed.iter().map(|(key, ..)| width(key)).max().unwrap_or(0);
    for (key, hit, label) in &keyed {
        let from = page.lines.len();
        page.hanging(&format!("{key:<widest$} "), Role::Accent, Role::Text, label).click(from, *hit);
    }
}

/// The tone of a row by its state: what is done is quiet, what is to be looked at again is strong.
fn tone_of(state: Option<State>) -> Role {
    match state {
        Some(State::Done | State::Off) => Role::Quiet,
        Some(State::LookAgain) => Role::Strong,
        _ => Role::Text,
    }
}

fn toned(line: &Line, of: Role) -> impl Iterator<Item = (Role, String)> + '_ {
    line.0.iter().map(move |piece| {
        let own = Role::from(piece.tone);
        (if own == Role::Text { of } else { own }, inert_line(&piece.text).into_owned())
    })
}

/// The lines of a row in a text, where nothing of it is cut: what does not fit beside the word goes on below the last piece of it.
fn row_lines(row: &Row, columns: usize) -> Vec<Vec<(Role, String)>> {
    let Some((last, before)) = row.what.0.split_last() else { return vec![row_pieces(row, columns)] };
    let sign = if row.state.is_some() { 2 } else { 0 };
    let before_it: usize = before.iter().map(|piece| width(&inert_line(&piece.text))).sum();
    let hang = usize::from(row.level) * 2 + sign + before_it;
    let room = columns.saturating_sub(hang);
    let word = width(&inert_line(&row.word.words()));
    let beside = if word == 0 { 0 } else { word.min(room * 2 / 5) + 2 };
    let mut texts = wrap(&inert_line(&last.text), room.saturating_sub(beside).max(1)).into_iter();
    let first = Inline { text: texts.next().unwrap_or_default(), tone: last.tone };
    let what = Line(before.iter().cloned().chain([first]).collect());
    let tone = toned(&Line::of(last.tone, ""), tone_of(row.state)).next().map_or(Role::Text, |(role, _)| role);
    let rest = texts.map(|text| vec![(tone, format!("{:hang$}{text}", ""))]);
    std::iter::once(row_pieces(&Row { what, ..row.clone() }, columns)).chain(rest).collect()
}

/// The pieces of a row on a line of so many columns: what stands at the right edge is whole as far as it can be.
fn row_pieces(row: &Row, columns: usize) -> Vec<(Role, String)> {
    let tone = tone_of(row.state);
    let lead = format!("{:indent$}", "", indent = usize::from(row.level) * 2);
    let sign = row.state.map(|state| format!("{} ", state.sign())).unwrap_or_default();
    let used = width(&lead) + width(&sign);
    let what = width(&inert_line(&row.what.words()));
    let word = width(&inert_line(&row.word.words()));
    let room = columns.saturating_sub(used);
    // The word keeps two fifths; what is left of the line is the title's.
    let gap = if word == 0 { 0 } else { 2 };
    let word_room = word.min((room * 2 / 5).max(room.saturating_sub(what + gap)));
    let what_room = room.saturating_sub(word_room + gap);
    let mut pieces = vec![(tone, lead), (tone, sign)];
    let what_used = push_cut(&mut pieces, toned(&row.what, tone), what_room);
    if word > 0 {
        pieces.push((tone, " ".repeat(room.saturating_sub(what_used + word_room))));
        push_cut(&mut pieces, toned(&row.word, tone), word_room);
    }
    pieces
}

fn push_cut(into: &mut Vec<(Role, String)>, pieces: impl Iterator<Item = (Role, String)>, room: usize) -> usize {
    let mut used = 0;
    for (role, text) in pieces {
        if used >= room && !text.is_empty() {
            break;
        }
        let shown = cut(&text, room - used).into_owned();
        used += width(&shown);
        into.push((role, shown));
    }
    used
}

/// Draws the rows of a list around the selected one, which bears the only mark. Rows are clicked by their place.
pub fn draw_list(canvas: &mut Canvas<'_>, area: Rect, rows: &[Row], place: Place) {
    let room = usize::from(area.height);
    let top = place.top(rows.len(), room);
    draw_rows(canvas, area, &rows[top..rows.len().min(top + room)], top, place.row(rows.len()));
}

/// Rows below each other, each cut to one line.
pub fn rows(all: &[Row], columns: u16) -> Page {
    let mut page = Page::new(columns);
    for row in all {
        let from = page.lines.len();
        let pieces = row_pieces(row, usize::from(columns));
        page.pieces(&pieces.iter().map(|(role, text)| (*role, text.as_str())).collect::<Vec<_>>());
        if let Some(link) = row.to {
            page.click(from, Hit::Link(link));
        }
    }
    page
}

/// Draws the rows that are in sight, of which the first has the place `top` in its list.
pub fn draw_rows(canvas: &mut Canvas<'_>, area: Rect, rows: &[Row], top: usize, selected: Option<usize>) {
    for (y, (at, row)) in (area.y..area.bottom()).zip((top..).zip(rows)) {
        let here = selected == Some(at);
        let line = Rect { y, height: 1, ..area };
        let mark = if here { "▸ " } else { "  " };
        let pieces = row_pieces(row, usize::from(area.width.saturating_sub(2)));
        let used = canvas.put(area.x, y, 2, mark, Role::Accent);
        let pieces: Vec<_> = pieces.iter().map(|(role, text)| (*role, text.as_str())).collect();
        canvas.pieces(area.x + used, y, area.width.saturating_sub(used), &pieces);
        if here {
            canvas.tint(Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..line }, Role::Selected);
        }
        canvas.hit(line, Hit::Row(at));
    }
}

/// `1-12 of 53`: which rows are in sight.
pub fn in_sight(place: Place, len: usize, room: usize) -> String {
    let top = place.top(len, room);
    format!("{}-{} of {len}", (top + 1).min(len), (top + room).min(len))
}
