//! What screens draw on. Every text passes here, and here it is made inert; what can be clicked is noted here too.

use super::action::Action;
use super::theme::{Role, Theme};
use crate::base::text::{cut, inert_line, is_plain, width};
use crate::judge::picture::agenda::Target;
use crate::page::Link;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What a click on a place means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hit {
    /// A verb.
    Verb(Action),
    /// A number that chooses.
    Digit(usize),
    /// A row of a list.
    Row(usize),
    /// An item or a silence.
    Target(Target),
    /// Where a row of a page leads.
    Link(Link),
    /// A field of the form, and a row in it.
    Field(usize, Option<usize>),
}

/// A part of the screen that is being drawn.
pub struct Canvas<'a> {
    /// The cells.
    pub buf: &'a mut Buffer,
    /// How roles look.
    pub theme: Theme,
    /// What can be clicked; later ones lie on top.
    pub hits: Vec<(Rect, Hit)>,
    /// Where the cursor stands; input methods draw there.
    pub cursor: Option<Position>,
}

impl<'a> Canvas<'a> {
    /// A canvas over a buffer.
    pub fn new(buf: &'a mut Buffer, theme: Theme) -> Self {
        Self { buf, theme, hits: Vec::new(), cursor: None }
    }

    /// Writes text at a place, cut to `columns`, and returns how many columns it took.
    pub fn put(&mut self, x: u16, y: u16, columns: u16, text: &str, role: Role) -> u16 {
        let inside = self.buf.area.contains(Position { x, y });
        let room = columns.min(self.buf.area.right().saturating_sub(x));
        if !inside || room == 0 {
            return 0;
        }
        let style = self.theme.style(role);
        // Nearly every text is plain ASCII and fits: a byte is a cell.
        if is_plain(text) && text.len() <= usize::from(room) {
            let first = self.buf.index_of(x, y);
            for (at, cell) in self.buf.content[first..first + text.len()].iter_mut().enumerate() {
                cell.set_symbol(&text[at..=at]).set_style(style);
            }
            return text.len() as u16;
        }
        let text = inert_line(text);
        let shown = cut(&text, usize::from(room));
        self.buf.set_stringn(x, y, &shown, usize::from(room), style);
        u16::try_from(width(&shown)).unwrap_or(room).min(room)
    }

    /// Writes pieces one after the other.
    pub fn pieces(&mut self, x: u16, y: u16, columns: u16, pieces: &[(Role, &str)]) -> u16 {
        let mut used = 0;
        for (role, text) in pieces {
            used += self.put(x + used, y, columns.saturating_sub(used), text, *role);
        }
        used
    }

    /// Writes text that ends at the right edge of `area`, on its first line.
    pub fn put_right(&mut self, area: Rect, text: &str, role: Role) {
        let wide = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.width);
        self.put(area.right() - wide, area.y, wide, text, role);
    }

    /// Gives all cells of an area the look of a role without changing what stands in them.
    pub fn tint(&mut self, area: Rect, role: Role) {
        self.buf.set_style(area.intersection(self.buf.area), self.theme.style(role));
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buf.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.buf[(x, y)].reset();
            }
        }
        self.hits.retain(|(hit, _)| !area.intersects(*hit));
    }

    /// A line from left to right.
    pub fn line_across(&mut self, area: Rect) {
        self.fill(Rect { height: 1, ..area }, "─");
    }

    /// A line from top to bottom.
    pub fn line_down(&mut self, area: Rect) {
        self.fill(Rect { width: 1, ..area }, "│");
    }

    fn fill(&mut self, area: Rect, symbol: &str) {
        let (area, style) = (area.intersection(self.buf.area), self.theme.style(Role::Quiet));
        for at in area.positions() {
            self.buf[at].set_symbol(symbol).set_style(style);
        }
    }

    /// A frame around an area with a title; returns the inside.
    pub fn frame(&mut self, area: Rect, title: &str) -> Rect {
        if area.width < 4 || area.height < 3 {
            return area;
        }
        let (top, bottom) = (area.y, area.bottom() - 1);
        for y in [top, bottom] {
            self.line_across(Rect { y, height: 1, ..area });
        }
        for x in [area.x, area.right() - 1] {
            self.line_down(Rect { x, width: 1, ..area });
        }
        for (x, y, corner) in
            [(area.x, top, "┌"), (area.right() - 1, top, "┐"), (area.x, bottom, "└"), (area.right() - 1, bottom, "┘")]
        {
            self.put(x, y, 1, corner, Role::Quiet);
        }
        if !title.is_empty() {
            self.put(area.x + 2, top, area.width - 4, &format!(" {title} "), Role::Strong);
        }
        Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
    }

    /// Notes what a click on an area means.
    pub fn hit(&mut self, area: Rect, hit: Hit) {
        self.hits.push((area, hit));
    }

    /// Replaces every sign that is not ASCII, for terminals that cannot show others.
    pub fn make_ascii(&mut self) {
        for cell in &mut self.buf.content {
            if cell.symbol().is_ascii() {
                continue;
            }
            let plain = match cell.symbol() {
                "│" => "|",
                "┌" | "┐" | "└" | "┘" | "├" | "┤" => "+",
                "▸" => ">",
                "○" => "o",
                "✓" => "x",
                "█" => "#",
                "•" => "*",
                "…" => "~",
                "↓" => "v",
                "↑" => "^",
                "“" | "”" => "\"",
                "’" | "‘" => "'",
                "─" | "·" | "–" | "—" => "-",
                _ => "?",
            };
            cell.set_symbol(plain);
        }
    }
}
