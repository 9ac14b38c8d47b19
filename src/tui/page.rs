//! Text to be read: paragraphs with roles, wrapped to a width, drawn from a line on.

use super::canvas::{Canvas, Hit};
use super::theme::Role;
use crate::base::text::{inert_block, inert_line, width, wrap};
use crate::judge::picture::agenda::Target;
use ratatui::layout::Rect;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The widest label that other lines are set in by.
const GUTTER: usize = 20;

/// One line as it stands on the screen: pieces with their roles, and what a click on it means.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pieces: Vec<(Role, String)>,
    hit: Option<Hit>,
    /// What a click on a part of it means: from and to which column.
    parts: Vec<(u16, u16, Hit)>,
}

impl Line {
    /// Whether its first piece is this one.
    pub fn begins_with(&self, text: &str) -> bool {
        self.pieces.first().is_some_and(|(_, first)| first == text)
    }

    fn of(pieces: Vec<(Role, String)>) -> Self {
        Self { pieces, ..Self::default() }
    }
}

/// A text that is wrapped to a width as it is put together.
#[derive(Clone, Debug)]
pub struct Page {
    columns: usize,
    /// The lines so far.
    pub lines: Vec<Line>,
    /// At which lines an entry of a list begins.
    entries: Vec<usize>,
}

impl Page {
    /// An empty page of a width.
    pub fn new(columns: u16) -> Self {
        Self { columns: usize::from(columns.max(1)), lines: Vec::new(), entries: Vec::new() }
    }

    /// How many columns a line has.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A paragraph.
    pub fn say(&mut self, role: Role, text: &str) -> &mut Self {
        self.hanging("", role, role, text)
    }

    /// A paragraph behind a label: the label stands in front of the first line, the other lines are set in below the text.
    pub fn hanging(&mut self, label: &str, label_role: Role, role: Role, text: &str) -> &mut Self {
        let label = inert_line(label);
        // A long label would leave a gutter of text; then the text is set in by two columns only.
        let wide = width(&label);
        let long = wide > GUTTER && !label.trim().is_empty() || wide * 3 > self.columns;
        let inset = if long { 2.min(self.columns / 4) } else { wide };
        let text = inert_block(text);
        let mut first = true;
        for paragraph in text.split('\n') {
            let room = self.columns.saturating_sub(inset).max(1);
            let mut lines = wrap(paragraph, room);
            if first && wide > inset {
                // The first line begins behind the long label.
                let joined = format!("{label}{paragraph}");
                lines = wrap(&joined, self.columns);
                let rest = lines.split_off(1);
                let head = lines.pop().unwrap_or_default();
                self.split_label(&head, wide, label_role, role);
                lines = if rest.is_empty() { Vec::new() } else { wrap(&rest.join(" "), room) };
                first = false;
            }
            for line in lines {
                let lead = if first { label.to_string() } else { " ".repeat(inset) };
                let lead_role = if first { label_role } else { role };
                self.lines.push(Line::of(vec![(lead_role, lead), (role, line)]));
                first = false;
            }
        }
        self
    }

    fn split_label(&mut self, head: &str, label: usize, label_role: Role, role: Role) {
        let at = head.char_indices().map(|(at, _)| at).find(|at| width(&head[..*at]) >= label);
        let (front, back) = head.split_at(at.unwrap_or(head.len()));
        self.lines.push(Line::of(vec![(label_role, front.into()), (role, back.into())]));
    }

    /// A paragraph of several tones behind a label.
    pub fn hanging_pieces(&mut self, label: &str, label_role: Role, pieces: &[(Role, &str)]) -> &mut Self {
        let signs: Vec<(Role, char)> = pieces
            .iter()
            .flat_map(|(role, text)| inert_block(text).chars().map(|sign| (*role, sign)).collect::<Vec<_>>())
            .collect();
        let text: String = signs.iter().map(|(_, sign)| *sign).collect();
        let from = self.lines.len();
        self.hanging(label, label_role, Role::Text, &text);
        // Lines were broken at blanks only: the signs stand in the same order, and each line takes up its own.
        let mut at = 0;
        for line in &mut self.lines[from..] {
            let Some((_, words)) = line.pieces.pop() else { continue };
            for word in words.chars() {
                while signs.get(at).is_some_and(|(_, sign)| *sign != word) {
                    at += 1;
                }
                let role = signs.get(at).map_or(Role::Text, |(role, _)| *role);
                at += 1;
                let labelled = line.pieces.len() > 1;
                match line.pieces.last_mut() {
                    Some((last, text)) if labelled && *last == role => text.push(word),
                    _ => line.pieces.push((role, word.to_string())),
                }
            }
        }
        self
    }

    /// Pieces on one line, cut at the width.
    pub fn pieces(&mut self, pieces: &[(Role, &str)]) -> &mut Self {
        let pieces = pieces.iter().map(|(role, text)| (*role, (*text).to_owned())).collect();
        self.lines.push(Line::of(pieces));
        self
    }

    /// Pieces on one line, each with what a click on it means.
    pub fn clickable(&mut self, pieces: &[(Role, &str, Option<Hit>)]) -> &mut Self {
        let mut line = Line::default();
        let mut at = 0;
        for (role, text, hit) in pieces {
            let end = at + u16::try_from(width(text)).unwrap_or(u16::MAX);
            line.parts.extend(hit.map(|hit| (at, end, hit)));
            line.pieces.push((*role, (*text).to_owned()));
            at = end;
        }
        self.lines.push(line);
        self
    }

    /// Writes at the right edge of the last line, where there is room for it.
    pub fn at_right(&mut self, pieces: &[(Role, &str, Option<Hit>)]) -> bool {
        let wide: usize = pieces.iter().map(|(_, text, _)| width(text)).sum();
        let Some(line) = self.lines.last_mut() else { return false };
        let used: usize = line.pieces.iter().map(|(_, text)| width(text)).sum();
        if used + wide + 2 > self.columns {
            return false;
        }
        line.pieces.push((Role::Text, " ".repeat(self.columns - used - wide)));
        let mut at = u16::try_from(self.columns - wide).unwrap_or(0);
        for (role, text, hit) in pieces {
            let end = at + u16::try_from(width(text)).unwrap_or(0);
            line.parts.extend(hit.map(|hit| (at, end, hit)));
            line.pieces.push((*role, (*text).to_owned()));
            at = end;
        }
        true
    }

    /// An empty line, unless the page is empty or ends in one.
    pub fn gap(&mut self) -> &mut Self {
        if self.lines.last().is_some_and(|line| !line.pieces.is_empty()) {
            self.lines.push(Line::default());
        }
        self
    }

    /// Makes the lines from `from` on clickable.
    pub fn click(&mut self, from: usize, hit: Hit) -> &mut Self {
        for line in &mut self.lines[from..] {
            line.hit = Some(hit);
        }
        self
    }

    /// Begins an entry of a list.
    pub fn entry(&mut self) -> &mut Self {
        self.entries.push(self.lines.len());
        self
    }

    /// Puts another page below.
    pub fn append(&mut self, other: Self) -> &mut Self {
        self.lines.extend(other.lines);
        self
    }

    /// How many lines there are.
    pub fn len(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX)
    }

    /// Draws the beginning; what does not fit is marked and left out.
    pub fn draw_cut(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let mut shown = self.clone();
        if self.len() > area.height && area.height > 0 {
            shown.lines.truncate(usize::from(area.height));
            if let Some((_, text)) = shown.lines.last_mut().and_then(|line| line.pieces.last_mut()) {
                text.push_str(" …");
            }
        }
        shown.draw(canvas, area, 0);
    }

    /// Draws from line `top` on. What does not fit is announced on the last line.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, top: u16) {
        if area.height == 0 {
            return;
        }
        let last = self.len().saturating_sub(area.height);
        let top = top.min(last);
        for (y, line) in (area.top()..area.bottom()).zip(self.lines.iter().skip(usize::from(top))) {
            let mut x = area.x;
            for (role, text) in &line.pieces {
                x += canvas.put(x, y, area.right().saturating_sub(x), text, *role);
            }
            if let Some(hit) = line.hit {
                canvas.hit(Rect { y, height: 1, ..area }, hit);
            }
            for (from, to, hit) in &line.parts {
                let part = Rect { x: area.x + from, y, width: to - from, height: 1 };
                canvas.hit(part.intersection(area), *hit);
            }
        }
        let bottom = Rect { y: area.bottom() - 1, height: 1, ..area };
        if top < last {
            canvas.clear(bottom);
            // Where this line is the only one, nothing is in sight beside it.
            let seen = match area.height - 1 {
                0 => "PgDn".to_owned(),
                shown => format!("{}-{} of {}  PgDn", top + 1, top + shown, self.len()),
            };
            canvas.put_right(bottom, &seen, Role::Quiet);
        }
    }
}

/// Most pages that are kept.
const KEPT: usize = 64;

/// Pages by what they show and their width.
type Pages = BTreeMap<(Option<Target>, u16), Rc<Page>>;

/// Pages that were made, by what they tell of (the whole case, or one thing) and their width, until a case or the time that they tell is another.
#[derive(Default)]
pub struct Made {
    of: Cell<(u64, i64)>,
    pages: RefCell<Pages>,
}

impl Made {
    /// A page as the case is at this revision and moment; made unless it is kept.
    pub fn page(&self, of: (u64, i64), on: Option<Target>, columns: u16, make: impl FnOnce(&mut Page)) -> Rc<Page> {
        let mut pages = self.pages.borrow_mut();
        if self.of.replace(of) != of || pages.len() >= KEPT {
            pages.clear();
        }
        let made = || {
            let mut page = Page::new(columns);
            make(&mut page);
            Rc::new(page)
        };
        Rc::clone(pages.entry((on, columns)).or_insert_with(made))
    }
}

/// How far a page is scrolled. Kept in bounds by whoever draws, so that scrolling back never lags.
#[derive(Clone, Debug, Default)]
pub struct Scroll(Cell<u16>);

impl Scroll {
    /// The first line that is shown of a page drawn into `height` lines.
    pub fn top(&self, page: &Page, height: u16) -> u16 {
        let top = self.0.get().min(page.len().saturating_sub(height));
        self.0.set(top);
        top
    }

    /// Moves by lines.
    pub fn by(&self, lines: i16) {
        self.0.set(self.0.get().saturating_add_signed(lines));
    }

    /// To the start.
    pub fn reset(&self) {
        self.0.set(0);
    }

    /// To the end.
    pub fn to_end(&self) {
        self.0.set(u16::MAX);
    }
}
