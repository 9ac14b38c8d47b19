//! Tables over pages: a heading row that is said once and printed on each page, rows that are not divided unless they are very tall.

use super::columns::{PAD, Plan, plan};
use super::setter::{Area, Setter, TABLE, mm};
use super::shape::{LEADING, SetLine};
use super::strip::{Ink, Strip};
use super::tags::{Kind, Place};
use crate::page::{ColumnKind, Line, RowMark, Table, TableRow, Tone};
use std::rc::Rc;

/// Empty space above and below in a cell.
const ABOVE: f32 = 2.5;
/// A row that is written in by hand.
pub(super) const PENCIL_ROW: f32 = mm(8.0);
const HEAD_SHADE: f32 = 0.9;
const RULE: f32 = 0.4;
const EDGE: f32 = 0.9;

/// A cell ready to be drawn.
#[derive(Default)]
struct Set {
    left: f32,
    width: f32,
    to_the_right: bool,
    lines: Vec<(Rc<SetLine>, Place)>,
}

/// What all rows of a table share.
struct Grid {
    plan: Plan,
    area: Area,
    /// Left edges of the columns, and the right edge.
    edges: Vec<f32>,
    /// What is printed above the first row of each page.
    again: Option<Rc<Vec<Strip>>>,
    half: f32,
    pencil: bool,
}

/// Adds a table.
pub(super) fn table(setter: &mut Setter, table: &Table, area: Area) {
    if table.columns.is_empty() {
        return;
    }
    let plan = plan(setter, table, area.width);
    let mut edges = vec![area.left];
    for (_, wide) in &plan.first {
        edges.push(edges.last().copied().unwrap_or_default() + wide);
    }
    let pencil = table.columns.iter().any(|column| column.kind == ColumnKind::Pencil);
    let mut grid = Grid { plan, area, edges, again: None, half: setter.page / 2.0, pencil };
    let whole = setter.tags.add(None, Kind::Table);
    head(setter, table, &mut grid, whole);
    let body = setter.tags.add(Some(whole), Kind::TableBody);
    let count = table.rows.len();
    for (at, row) in table.rows.iter().enumerate() {
        let last = at + 1 == count && table.end.is_some();
        body_row(setter, table, &grid, row, body, at == 0 || last);
    }
    if let Some(end) = &table.end {
        let part = setter.tags.add(Some(body), Kind::Row);
        let strips = wide(setter, &grid, &Line::strong(end.as_str()), PAD, part);
        let count = strips.len();
        for (at, mut strip) in strips.into_iter().enumerate() {
            closed(&mut strip, &grid, false, at + 1 == count);
            strip.again.clone_from(&grid.again);
            setter.push(strip);
        }
    }
    for _ in 0..table.ruled {
        let mut strip = Strip { height: PENCIL_ROW, again: grid.again.clone(), ..Strip::default() };
        closed(&mut strip, &grid, true, true);
        setter.push(strip);
    }
    setter.space = setter.space.max(8.0);
}

fn head(setter: &mut Setter, table: &Table, grid: &mut Grid, whole: usize) {
    let mut strips = Vec::new();
    if !table.caption.trim().is_empty() {
        let part = setter.tags.add(Some(whole), Kind::Caption);
        let lines = setter.set(&Line::strong(table.caption.as_str()), false, setter.body(), grid.area.width);
        strips.extend(caption(&lines, grid.area.left, Place::Part(part)));
    }
    let head = setter.tags.add(Some(whole), Kind::TableHead);
    let row = setter.tags.add(Some(head), Kind::Row);
    let mut cells = Vec::new();
    for (place, (at, wide)) in grid.plan.first.clone().into_iter().enumerate() {
        let part = setter.tags.add(Some(row), Kind::ColumnTitle);
        let line = Line::strong(table.columns[at].title.as_str());
        let lines = setter.set(&line, false, grid.plan.size, wide - 2.0 * PAD);
        let lines = lines.into_iter().map(|line| (line, Place::Part(part))).collect();
        let to_the_right = table.columns[at].kind == ColumnKind::Number;
        cells.push(Set { left: grid.edges[place], width: wide, to_the_right, lines });
    }
    let mut rows = strips_of(&cells, grid, 0.0);
    let (left, right) = (grid.area.left, grid.area.right());
    for (at, strip) in rows.iter_mut().enumerate() {
        let shade = Ink::Area {
            at: (left, 0.0),
            size: (right - left, strip.height),
            shade: HEAD_SHADE,
            place: Place::Decoration,
        };
        strip.inks.insert(0, shade);
        if at == 0 {
            strip.inks.push(rule((left, 0.0), (right, 0.0), EDGE));
        }
    }
    let count = rows.len();
    for (at, strip) in rows.iter_mut().enumerate() {
        closed(strip, grid, true, at + 1 == count);
        strip.keep = true;
    }
    strips.extend(rows);
    let tall: f32 = strips.iter().map(|strip| strip.height).sum();
    if tall < setter.page / 4.0 {
        grid.again = Some(Rc::new(again(setter, table, grid, &strips)));
    }
    for (at, mut strip) in strips.into_iter().enumerate() {
        strip.above = if at == 0 { 8.0 } else { 0.0 };
        strip.keep = true;
        setter.push(strip);
    }
}

fn caption(lines: &[Rc<SetLine>], left: f32, place: Place) -> Vec<Strip> {
    let count = lines.len();
    let strip = |(at, line): (usize, &Rc<SetLine>)| Strip {
        height: line.height() + if at + 1 == count { 3.0 } else { 0.0 },
        inks: vec![Ink::Words { line: Rc::clone(line), at: (left, 0.0), place }],
        keep: true,
        ..Strip::default()
    };
    lines.iter().enumerate().map(strip).collect()
}

/// What stands above the rows of the pages that follow.
fn again(setter: &mut Setter, table: &Table, grid: &Grid, head: &[Strip]) -> Vec<Strip> {
    let titles = head.iter().filter(|strip| strip.edge.is_some());
    let mut all = Vec::new();
    if !table.caption.trim().is_empty() {
        let line = Line::strong(table.caption.as_str()).and(Tone::Text, ", continued");
        let lines = setter.set(&line, false, setter.body(), grid.area.width);
        all.extend(caption(&lines, grid.area.left, Place::Again));
    }
    all.extend(titles.map(|strip| strip.again(Place::Again)));
    all
}

fn body_row(setter: &mut Setter, table: &Table, grid: &Grid, row: &TableRow, body: usize, keep: bool) {
    let size = grid.plan.size;
    let part = setter.tags.add(Some(body), Kind::Row);
    let speaks = speaks(table, &grid.plan);
    let mut cells = Vec::new();
    for (place, (at, wide)) in grid.plan.first.iter().copied().enumerate() {
        let cell = setter.tags.add(Some(part), Kind::Cell);
        let mut lines: Vec<Line> = Vec::new();
        if at == speaks && !row.says.is_empty() {
            lines.push(Line::strong(row.says.iter().map(|mark: &RowMark| mark.word()).collect::<Vec<_>>().join(" · ")));
        }
        let said = row.cells.get(at).map(Vec::as_slice).unwrap_or_default();
        lines.extend(said.iter().cloned());
        let kind = table.columns[at].kind;
        let set = cell_lines(setter, &lines, kind, size, wide - 2.0 * PAD, cell);
        cells.push(Set { left: grid.edges[place], width: wide, to_the_right: kind == ColumnKind::Number, lines: set });
    }
    let least = if grid.pencil { PENCIL_ROW } else { 0.0 };
    let mut strips = strips_of(&cells, grid, least);
    let first = strips.len();
    strips.extend(second_line(setter, table, grid, row, body));
    let count = strips.len();
    let divided = grid.again.as_ref().filter(|_| first > 1).map(|head| continued(setter, grid, head));
    for (at, strip) in strips.iter_mut().enumerate() {
        closed(strip, grid, at < first, at + 1 == count);
        let inside = at + 1 < count;
        // A tall row is divided, but neither its first nor its last line stands alone.
        strip.keep = (inside && (count < 4 || at == 0 || at + 2 == count || at + 1 == first)) || (keep && !inside);
        strip.again = match at {
            0 => grid.again.clone(),
            _ => divided.clone().or_else(|| grid.again.clone()),
        };
    }
    for strip in strips {
        setter.push(strip);
    }
}

/// The lines of a cell. What stands on one line in its column is not broken where it can be helped.
fn cell_lines(
    setter: &mut Setter,
    lines: &[Line],
    kind: ColumnKind,
    size: f32,
    width: f32,
    cell: usize,
) -> Vec<(Rc<SetLine>, Place)> {
    let paragraphs: Vec<_> = lines.iter().flat_map(|line| setter.prepared(line, false)).collect();
    let many = paragraphs.len() > 1;
    let mut set = Vec::new();
    for paragraph in paragraphs {
        if paragraph.text.is_empty() {
            continue;
        }
        let part = if many { setter.tags.add(Some(cell), Kind::Paragraph) } else { cell };
        let whole = matches!(kind, ColumnKind::Time | ColumnKind::Number)
            && setter.shaper.measure(&paragraph).1 * size <= width;
        let lines = if whole {
            vec![setter.shaper.line(&paragraph, size)]
        } else {
            setter.shaper.lines(&paragraph, size, width)
        };
        set.extend(lines.into_iter().map(|line| (line, Place::Part(part))));
    }
    set
}

/// The column that has most room says how the row stands.
fn speaks(table: &Table, plan: &Plan) -> usize {
    let texts = plan.first.iter().filter(|(at, _)| table.columns[*at].kind == ColumnKind::Text);
    let widest = texts.max_by(|(_, one), (_, other)| one.total_cmp(other));
    widest.or(plan.first.first()).map_or(0, |(at, _)| *at)
}

/// What the page was too narrow for: each behind the title of its column.
fn second_line(setter: &mut Setter, table: &Table, grid: &Grid, row: &TableRow, body: usize) -> Vec<Strip> {
    let mut line = Line::default();
    for at in &grid.plan.second {
        let said: Vec<_> =
            row.cells.get(*at).into_iter().flatten().filter(|line| !line.words().trim().is_empty()).collect();
        if said.is_empty() {
            continue;
        }
        let between = if line.0.is_empty() { "" } else { "   " };
        line = line.and(Tone::Strong, format!("{between}{}: ", table.columns[*at].title));
        for (place, part) in said.into_iter().enumerate() {
            line = line.and(Tone::Text, if place == 0 { "" } else { " " });
            line.0.extend(part.0.iter().cloned());
        }
    }
    if line.0.is_empty() {
        return Vec::new();
    }
    let part = setter.tags.add(Some(body), Kind::Row);
    wide(setter, grid, &line, 5.0 * PAD, part)
}

/// A cell over all columns.
fn wide(setter: &mut Setter, grid: &Grid, line: &Line, indent: f32, row: usize) -> Vec<Strip> {
    let cell = setter.tags.add(Some(row), Kind::Wide(grid.plan.first.len() as u32));
    let width = grid.area.width - indent - PAD;
    let lines = setter.set(line, false, grid.plan.size, width);
    let lines = lines.into_iter().map(|line| (line, Place::Part(cell))).collect();
    let set = Set { left: grid.area.left + indent - PAD, width: width + 2.0 * PAD, to_the_right: false, lines };
    strips_of(&[set], grid, 0.0)
}

/// The strips of a row: one, or where it is taller than half a page one a line.
fn strips_of(cells: &[Set], grid: &Grid, least: f32) -> Vec<Strip> {
    let step = grid.plan.size * LEADING;
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default().max(1);
    let height = (count as f32 * step + 2.0 * ABOVE).max(least);
    let ink = |cell: &Set, line: &(Rc<SetLine>, Place), y: f32| {
        let right = cell.left + cell.width - PAD - line.0.width;
        let x = if cell.to_the_right { right.max(cell.left + PAD) } else { cell.left + PAD };
        Ink::Words { line: Rc::clone(&line.0), at: (x, y), place: line.1 }
    };
    let edge = Some((grid.area.left, grid.area.right()));
    if height <= grid.half {
        let inks = cells.iter().flat_map(|cell| {
            cell.lines.iter().enumerate().map(move |(at, line)| ink(cell, line, ABOVE + at as f32 * step))
        });
        return vec![Strip { height, inks: inks.collect(), edge, ..Strip::default() }];
    }
    let strip = |at: usize| {
        let above = if at == 0 { ABOVE } else { 0.0 };
        let below = if at + 1 == count { ABOVE } else { 0.0 };
        let inks = cells.iter().filter_map(|cell| cell.lines.get(at).map(|line| ink(cell, line, above)));
        Strip { height: step + above + below, inks: inks.collect(), edge, ..Strip::default() }
    };
    (0..count).map(strip).collect()
}

/// The edges of the cells, or of the row alone, and the rule below it.
fn closed(strip: &mut Strip, grid: &Grid, cells: bool, closes: bool) {
    let height = strip.height;
    let (left, right) = (grid.area.left, grid.area.right());
    if cells {
        let inner = grid.edges.iter().take(grid.plan.first.len()).skip(1);
        strip.inks.extend(inner.map(|x| rule((*x, 0.0), (*x, height), RULE)));
    }
    strip.inks.extend([left, right].map(|x| rule((x, 0.0), (x, height), EDGE)));
    if closes {
        strip.inks.push(rule((left, height), (right, height), RULE));
    }
    strip.edge = Some((left, right));
}

fn rule(from: (f32, f32), to: (f32, f32), width: f32) -> Ink {
    Ink::Rule { from, to, width, dashed: false, place: Place::Decoration }
}

/// What stands above the rest of a divided row.
fn continued(setter: &mut Setter, grid: &Grid, head: &Rc<Vec<Strip>>) -> Rc<Vec<Strip>> {
    let line = setter.one_line("continued", false, TABLE[1]);
    let at = (grid.area.left + PAD, ABOVE);
    let ink = Ink::Words { line: Rc::clone(&line), at, place: Place::Again };
    let mut strip = Strip { height: line.height() + ABOVE, inks: vec![ink], ..Strip::default() };
    closed(&mut strip, grid, true, false);
    let mut all = head.as_ref().clone();
    all.push(strip);
    Rc::new(all)
}
