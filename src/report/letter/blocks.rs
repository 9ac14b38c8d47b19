//! A filled text as the blocks of a page.

use crate::page::line::Inline;
use crate::page::{Block, Document, Line, Tone};
use crate::playbook::letter::{Piece, pieces};
use crate::record::NOT_YET_KNOWN;

/// The text as a page has it. What is not yet known stands out.
pub fn blocks(text: &str) -> Document {
    let mut building = Building::default();
    for piece in pieces(text) {
        building.piece(piece);
    }
    building.end();
    building.document
}

/// What is put before the words of a point inside a point.
fn addition(deep: usize) -> String {
    "   ".repeat(deep.saturating_sub(1))
}

#[derive(Default)]
struct Building {
    document: Document,
    open: Option<Open>,
    line: Line,
    points: Vec<Line>,
}

enum Open {
    Heading(u8),
    Paragraph,
    Point,
}

impl Building {
    fn piece(&mut self, piece: Piece) {
        match piece {
            Piece::Words(words, strong) => words_into(&mut self.line, &words, strong),
            Piece::Heading(level) => self.begin(Open::Heading(level)),
            Piece::Paragraph => self.begin(Open::Paragraph),
            Piece::Point(deep, number) => {
                self.begin(Open::Point);
                let number = number.map_or_else(String::new, |number| format!("{number}. "));
                let before = format!("{}{number}", addition(deep));
                if !before.is_empty() {
                    self.line = Line::from(before);
                }
            }
        }
    }

    fn begin(&mut self, next: Open) {
        self.close();
        if !matches!(next, Open::Point) {
            self.end_list();
        }
        self.open = Some(next);
    }

    fn close(&mut self) {
        let line = std::mem::take(&mut self.line);
        match self.open.take() {
            _ if line.words().trim().is_empty() => {}
            Some(Open::Heading(level)) => _ = self.document.add(Block::Heading(level.saturating_add(1).min(3), line)),
            Some(Open::Point) => self.points.push(line),
            Some(Open::Paragraph) | None => _ = self.document.text(line),
        }
    }

    fn end_list(&mut self) {
        let points = std::mem::take(&mut self.points);
        if !points.is_empty() {
            self.document.add(Block::List(points));
        }
    }

    fn end(&mut self) {
        self.close();
        self.end_list();
    }
}

/// Adds words to a line, with what is not yet known by itself.
fn words_into(line: &mut Line, words: &str, strong: bool) {
    let tone = if strong { Tone::Strong } else { Tone::Text };
    let mut add = |text: &str, tone: Tone| match line.0.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.tone == tone => last.text.push_str(text),
        _ => line.0.push(Inline { text: text.to_owned(), tone }),
    };
    let mut rest = words;
    while let Some((before, after)) = rest.split_once(NOT_YET_KNOWN) {
        add(before, tone);
        let end = after.find(']').map_or(after.len(), |at| at + 1);
        add(&format!("{NOT_YET_KNOWN}{}", &after[..end]), Tone::Missing);
        rest = &after[end..];
    }
    add(rest, tone);
}
