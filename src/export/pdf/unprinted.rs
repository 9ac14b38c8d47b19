//! Which signs of a page no shipped font has, before it is printed.

use super::fonts::Signs;
use crate::base::text::{counted, is_plain};
use crate::page::{Block, Line, Shape};
use crate::report::Sheet;

/// Signs that are printed as their number in a box.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Unprinted {
    pub signs: usize,
    /// How many texts have such signs.
    pub texts: usize,
}

impl Unprinted {
    /// What an export says before it writes; nothing where everything can be printed.
    pub fn words(self) -> Option<String> {
        (self.texts > 0).then(|| {
            let have = if self.texts == 1 { "has" } else { "have" };
            format!(
                "{} {have} signs that PDF has no font for here: use html or docx",
                counted(self.texts, "text", "texts")
            )
        })
    }
}

/// Counts them, without laying out anything.
pub fn unprinted(sheet: &Sheet) -> Unprinted {
    let mut count = Count { signs: Signs::load(), found: Unprinted::default() };
    let (head, foot) = (&sheet.head, &sheet.foot);
    for text in [&sheet.title, &head.organisation, &head.mode, &head.case, &head.handling, &foot.as_of, &foot.policy] {
        count.text(text);
    }
    for line in [&head.title, &head.clock].into_iter().chain(sheet.letter.iter().flat_map(|letter| &letter.from)) {
        count.line(line);
    }
    for band in &sheet.bands {
        count.text(&band.words());
    }
    count.blocks(&sheet.body.blocks);
    count.found
}

struct Count {
    signs: Signs,
    found: Unprinted,
}

impl Count {
    fn text(&mut self, text: &str) {
        if is_plain(text) {
            return;
        }
        let lacks = text.chars().filter(|sign| !matches!(sign, '\n' | '\r' | '\t') && !self.signs.has(*sign)).count();
        self.found.signs += lacks;
        self.found.texts += usize::from(lacks > 0);
    }

    fn line(&mut self, line: &Line) {
        line.0.iter().for_each(|inline| self.text(&inline.text));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(_, line) | Block::Text(line) | Block::Apart(line) => self.line(line),
                Block::Labelled(label, line) => {
                    self.text(label);
                    self.line(line);
                }
                Block::Row(row) => [&row.what, &row.word].into_iter().for_each(|line| self.line(line)),
                Block::Callout(_, inside) | Block::Keep(inside) => self.blocks(inside),
                Block::List(lines) | Block::Sign(lines) => lines.iter().for_each(|line| self.line(line)),
                Block::Table(table) => {
                    self.text(&table.caption);
                    table.columns.iter().for_each(|column| self.text(&column.title));
                    table.rows.iter().flat_map(|row| &row.cells).flatten().for_each(|line| self.line(line));
                    table.end.iter().for_each(|end| self.text(end));
                }
                Block::Figure(figure) => {
                    self.text(&figure.caption);
                    for shape in &figure.shapes {
                        if let Shape::Words { text, .. } = shape {
                            self.text(text);
                        }
                    }
                }
                Block::Qr(text) => self.text(text),
                Block::Does(_) | Block::Gap | Block::Ruled(_) | Block::PageBreak => {}
            }
        }
    }
}
