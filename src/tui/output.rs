//! What is sent to the terminal: the cells that changed, in few bytes, because a serial line carries a thousand of them a second.

use crate::base::text::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};

/// What is seen of a cell in which nothing stands.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);
/// To empty fewer cells by their own sequence is no shorter than to send blanks.
const FEW_BLANKS: u16 = 5;
/// Over so few cells it is no longer to send them again than to move.
const FEW_CELLS: u16 = 4;

/// Between these a terminal that knows them shows nothing half done; others pass over them.
const BEGINS: &[u8] = b"\x1b[?2026h";
const ENDS: &[u8] = b"\x1b[?2026l";

/// A terminal, and what stands on it.
pub struct Output<W> {
    out: W,
    shown: Buffer,
    /// Whether that is what stands there.
    known: bool,
    next: Buffer,
    cursor: Option<Position>,
    /// Whether the terminal has the sequence that empties a number of cells; old ones have only the one up to the edge.
    erases: bool,
}

/// How the next character will look: its colour, what lies behind it, and the rest.
type Pen = (Color, Color, Modifier);
const PLAIN: Pen = (Color::Reset, Color::Reset, Modifier::empty());

impl<W: Write> Output<W> {
    /// A terminal of this size on which anything may stand.
    pub fn new(out: W, area: Rect, erases: bool) -> Self {
        Self { out, shown: Buffer::empty(area), known: false, next: Buffer::empty(area), cursor: None, erases }
    }

    /// Nobody knows what stands on the terminal: the next drawing sends everything.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// Shows what is painted on an area of this size, and the cursor where it says; all of it in one write. Nothing is sent where
    /// nothing has changed.
    ///
    /// # Errors
    /// If the terminal takes nothing.
    pub fn draw(&mut self, area: Rect, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        self.known &= self.next.area == area;
        self.next.resize(area);
        self.next.reset();
        let cursor = paint(&mut self.next);
        let mut frame = Frame { out: &mut self.out, begun: false };
        if !std::mem::replace(&mut self.known, true) {
            self.shown = Buffer::empty(area);
            self.cursor = None;
            frame.write_all(b"\x1b[?25l\x1b[m\x1b[2J")?;
        }
        let (out, shown, next) = (&mut frame, &self.shown, &self.next);
        let wrote = Changes { out, shown, next, pen: PLAIN, at: None, wrote: false }.send(self.erases)?;
        if let Some(at) = cursor.filter(|_| wrote || self.cursor != cursor) {
            write!(frame, "\x1b[{};{}H", at.y + 1, at.x + 1)?;
        }
        if self.cursor.is_some() != cursor.is_some() {
            frame.write_all(if cursor.is_some() { b"\x1b[?25h" } else { b"\x1b[?25l" })?;
        }
        frame.end()?;
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.out.flush()
    }
}

/// What is sent for one drawing. It begins with the first byte, so that one in which nothing changes sends nothing.
struct Frame<'a, W> {
    out: &'a mut W,
    begun: bool,
}

impl<W: Write> Frame<'_, W> {
    fn end(self) -> io::Result<()> {
        if self.begun { self.out.write_all(ENDS) } else { Ok(()) }
    }
}

impl<W: Write> Write for Frame<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !std::mem::replace(&mut self.begun, true) {
            self.out.write_all(BEGINS)?;
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

struct Changes<'a, W> {
    out: &'a mut W,
    shown: &'a Buffer,
    next: &'a Buffer,
    pen: Pen,
    /// Where the cursor stands, where that is certain.
    at: Option<Position>,
    wrote: bool,
}

impl<W: Write> Changes<'_, W> {
    /// Sends what differs, and leaves the pen plain. Whether anything did.
    fn send(mut self, erases: bool) -> io::Result<bool> {
        for y in 0..self.next.area.height {
            let mut x = 0;
            while x < self.next.area.width {
                x += if self.has_changed(x, y) { self.send_from(x, y, erases)? } else { columns(&self.next[(x, y)]) };
            }
        }
        self.look(PLAIN)?;
        Ok(self.wrote)
    }

    fn has_changed(&self, x: u16, y: u16) -> bool {
        let (before, now) = (&self.shown[(x, y)], &self.next[(x, y)]);
        let same = before == now || (is_blank(before) && is_blank(now));
        !same || self.was_half(x, y)
    }

    /// Whether half of a wide character stands here that is to be another.
    fn was_half(&self, x: u16, y: u16) -> bool {
        x > 0 && columns(&self.shown[(x - 1, y)]) > 1 && self.shown[(x - 1, y)] != self.next[(x - 1, y)]
    }

    /// Sends the cell, or all that are to be empty from it on. How many columns that takes.
    fn send_from(&mut self, x: u16, y: u16, erases: bool) -> io::Result<u16> {
        let cell = &self.next[(x, y)];
        self.wrote = true;
        self.go(x, y)?;
        let blanks = if is_blank(cell) { self.blanks(x, y) } else { 0 };
        let to_edge = blanks >= FEW_BLANKS && (x..self.next.area.right()).all(|x| is_blank(&self.next[(x, y)]));
        if blanks < FEW_BLANKS || !(to_edge || erases) {
            self.put(cell)?;
            return Ok(columns(cell));
        }
        self.look(PLAIN)?;
        if to_edge { self.out.write_all(b"\x1b[K") } else { write!(self.out, "\x1b[{blanks}X") }?;
        Ok(blanks)
    }

    /// How many cells from here on are to be empty, up to the last that is not yet.
    fn blanks(&self, x: u16, y: u16) -> u16 {
        let row = (x..self.next.area.right()).take_while(|x| is_blank(&self.next[(*x, y)]));
        let last = row.filter(|x| self.has_changed(*x, y)).last();
        last.map_or(0, |last| last + 1 - x)
    }

    fn go(&mut self, x: u16, y: u16) -> io::Result<()> {
        match self.at.replace(Position { x, y }) {
            Some(at) if at == (Position { x, y }) => {}
            Some(at) if at.y == y && at.x < x && self.can_send_again(at.x, x, y) => {
                for x in at.x..x {
                    self.out.write_all(self.next[(x, y)].symbol().as_bytes())?;
                }
            }
            Some(at) if at.y == y && at.x < x => write!(self.out, "\x1b[{}C", x - at.x)?,
            Some(at) if at.y + 1 == y && x == 0 => self.out.write_all(b"\r\n")?,
            _ => write!(self.out, "\x1b[{};{}H", y + 1, x + 1)?,
        }
        Ok(())
    }

    fn can_send_again(&self, from: u16, to: u16, y: u16) -> bool {
        let cells = || (from..to).map(|x| &self.next[(x, y)]);
        to - from <= FEW_CELLS && cells().all(|cell| cell.symbol().len() == 1 && self.pen_for(cell) == self.pen)
    }

    fn put(&mut self, cell: &Cell) -> io::Result<()> {
        self.look(self.pen_for(cell))?;
        self.out.write_all(cell.symbol().as_bytes())?;
        // After a character that is neither ASCII nor a piece of a line, and at the right edge, terminals differ in where the cursor
        // stands.
        let right = self.next.area.right();
        let certain =
            cell.symbol().len() == 1 || cell.symbol().chars().all(|sign| ('\u{2500}'..='\u{257f}').contains(&sign));
        self.at = self.at.map(|at| Position { x: at.x + 1, ..at }).filter(|at| certain && at.x < right);
        Ok(())
    }

    /// The pen for a cell: of an empty one no colour is seen.
    fn pen_for(&self, cell: &Cell) -> Pen {
        let unseen = self.pen.1 == Color::Reset && !self.pen.2.intersects(SEEN_ON_BLANK);
        if is_blank(cell) && unseen { self.pen } else { (cell.fg, cell.bg, cell.modifier) }
    }

    fn look(&mut self, pen: Pen) -> io::Result<()> {
        if pen == self.pen {
            return Ok(());
        }
        let before = std::mem::replace(&mut self.pen, pen);
        // What is only added is named; what is taken away costs a fresh start.
        let adds = pen.2.contains(before.2);
        let from = if adds { before } else { PLAIN };
        let mut codes = Vec::new();
        // The bits stand in the order of the codes, which begin at 1.
        codes.extend(
            (0..9).filter(|bit| pen.2.difference(from.2).bits() & 1 << bit != 0).map(|bit| (bit + 1).to_string()),
        );
        codes.extend((pen.0 != from.0).then(|| colour(pen.0, 30)));
        codes.extend((pen.1 != from.1).then(|| colour(pen.1, 40)));
        match (pen == PLAIN, adds) {
            (true, _) => self.out.write_all(b"\x1b[m"),
            (false, true) => write!(self.out, "\x1b[{}m", codes.join(";")),
            (false, false) => write!(self.out, "\x1b[0;{}m", codes.join(";")),
        }
    }
}

/// The code of a colour; `base` is 30 for characters and 40 for what lies behind them.
fn colour(colour: Color, base: usize) -> String {
    use Color::{Black, Blue, Cyan, DarkGray, Gray, Green, LightBlue, LightCyan, LightGreen, LightMagenta};
    use Color::{LightRed, LightYellow, Magenta, Red, White, Yellow};
    let dark = [Black, Red, Green, Yellow, Blue, Magenta, Cyan, Gray];
    let light = [DarkGray, LightRed, LightGreen, LightYellow, LightBlue, LightMagenta, LightCyan, White];
    let code = |named: &[Color]| named.iter().position(|known| *known == colour);
    match (code(&dark), code(&light), colour) {
        (Some(at), ..) => (base + at).to_string(),
        (_, Some(at), _) => (base + 60 + at).to_string(),
        (.., Color::Indexed(at)) => format!("{};5;{at}", base + 8),
        (.., Color::Rgb(red, green, blue)) => format!("{};2;{red};{green};{blue}", base + 8),
        _ => (base + 9).to_string(),
    }
}

/// How many columns a cell takes.
fn columns(cell: &Cell) -> u16 {
    if cell.symbol().len() == 1 { 1 } else { width(cell.symbol()).max(1) as u16 }
}

/// Whether nothing is seen of a cell.
fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && !cell.modifier.intersects(SEEN_ON_BLANK)
}

#[cfg(test)]
#[path = "output_tests.rs"]
mod tests;
