//! The parts of a page, one below the other.

use super::inline::{self, line, strong, tab, text};
use super::paragraph::Paragraph;
use super::picture::{self, Pictures};
use super::table;
use super::xml::Xml;
use crate::export::around::{SLOT, deeper, lead, ticked};
use crate::export::paper;
use crate::page::{Block, Callout, Line, Row};
use crate::report::Sheet;

/// Where the words behind a label begin.
const LABEL: u32 = 2_268; // 40 mm
/// How much a level of rows is set in, and at most how often.
const LEVEL: u32 = 340; // 6 mm
const DEEPEST: u8 = 6;

/// The body of a page while it is written.
pub struct Body {
    pub xml: Xml,
    pub pictures: Pictures,
    /// Width between the margins.
    pub inner: u32,
    pub half_page: u32,
    deeper: i16,
    /// The next paragraph begins a page.
    break_next: bool,
    /// Everything stands on one page with what follows.
    keep: bool,
}

impl Body {
    pub fn new(sheet: &Sheet) -> Self {
        // The title of a page that is no letter stands in its head, so that headings begin one level higher than below a title.
        let above = i16::from(sheet.letter.is_none());
        Self {
            xml: Xml::default(),
            pictures: Pictures::default(),
            inner: paper::inner(sheet),
            half_page: paper::size(sheet).1 / 2,
            deeper: deeper(sheet) - above,
            break_next: false,
            keep: false,
        }
    }

    pub fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            self.block(block, at + 1 == blocks.len());
        }
    }

    /// A paragraph as it stands here: on a new page, kept with the next.
    pub fn paragraph(&mut self, how: Paragraph, inside: impl FnOnce(&mut Xml)) {
        let how = Paragraph {
            on_new_page: std::mem::take(&mut self.break_next),
            with_next: how.with_next || self.keep,
            ..how
        };
        how.write(&mut self.xml, inside);
    }

    fn block(&mut self, block: &Block, is_last: bool) {
        match block {
            Block::Heading(level, words) => {
                let style = match i16::from(*level) + self.deeper {
                    ..=1 => "Heading1",
                    2 => "Heading2",
                    3.. => "Heading3",
                };
                self.words(Paragraph::of(style), words);
            }
            Block::Text(words) => self.words(Paragraph::default(), words),
            Block::Apart(words) => self.words(Paragraph::of("Apart"), words),
            Block::Labelled(label, words) => self.labelled(label, words),
            Block::Row(one) => self.row(one),
            Block::Callout(kind, inside) => self.callout(*kind, inside),
            // What can be done on a screen cannot be done on paper.
            Block::Does(_) | Block::Gap => {}
            Block::List(points) => points.iter().for_each(|point| self.words(Paragraph::of("ListBullet"), point)),
            Block::Table(one) => {
                self.leave_page();
                table::write(self, one);
            }
            Block::Figure(figure) => {
                self.paragraph(Paragraph::of("Caption"), |xml| text(xml, &figure.caption));
                self.paragraph(Paragraph::default(), |xml| text(xml, &figure.words));
            }
            Block::Sign(slots) => slots.iter().for_each(|who| self.sign(who)),
            Block::Ruled(count) => {
                let how = Paragraph { line_below: true, height: Some(paper::RULED), ..Paragraph::default() };
                (0..*count).for_each(|_| self.paragraph(how.clone(), |_| ()));
            }
            Block::Qr(code) => {
                if let Some(number) = self.pictures.add(code) {
                    self.paragraph(Paragraph { with_next: true, ..Paragraph::default() }, |xml| {
                        picture::write(xml, number);
                    });
                }
                self.paragraph(Paragraph::of("Code"), |xml| text(xml, code));
            }
            Block::Keep(inside) => self.keep(inside),
            Block::PageBreak => self.break_next = !is_last,
        }
    }

    fn words(&mut self, how: Paragraph, words: &Line) {
        self.paragraph(how.with_direction_of(words), |xml| line(xml, words));
    }

    /// All but the last stand on one page with the next.
    fn keep(&mut self, inside: &[Block]) {
        let before = std::mem::replace(&mut self.keep, true);
        let all_but_last = inside.len().saturating_sub(1);
        self.blocks(&inside[..all_but_last]);
        self.keep = before;
        self.blocks(&inside[all_but_last..]);
    }

    fn labelled(&mut self, label: &str, words: &Line) {
        let how =
            Paragraph { tabs: vec![("left", "none", LABEL)], indent: LABEL, hanging: LABEL, ..Paragraph::default() };
        self.paragraph(how, |xml| {
            let label = label.trim();
            if !label.is_empty() {
                inline::line(xml, &Line::quiet(format!("{label}:")));
            }
            tab(xml);
            line(xml, words);
        });
    }

    /// A row with a box that is ticked or not, and at the right edge the word for how it stands.
    fn row(&mut self, row: &Row) {
        let how = Paragraph {
            tabs: vec![("right", "none", self.inner)],
            indent: u32::from(row.level.min(DEEPEST)) * LEVEL,
            ..Paragraph::default()
        };
        let said = row.state.is_some_and(|state| row.word.words() == state.word());
        self.paragraph(how, |xml| {
            if let Some(state) = row.state {
                if let Some(ticked) = ticked(state) {
                    tick(xml, state.word(), ticked);
                    text(xml, " ");
                }
                strong(xml, state.word());
                text(xml, " ");
            }
            line(xml, &row.what);
            if !said && !row.word.0.is_empty() {
                tab(xml);
                line(xml, &row.word);
            }
        });
    }

    fn callout(&mut self, kind: Callout, inside: &[Block]) {
        self.leave_page();
        let outside = std::mem::take(&mut self.xml);
        self.words(Paragraph { with_next: true, ..Paragraph::default() }, &Line::strong(lead(kind)));
        self.blocks(inside);
        let inside = std::mem::replace(&mut self.xml, outside);
        table::framed(&mut self.xml, self.inner, inside);
        // Two frames that follow each other would be one.
        self.paragraph(Paragraph { height: Some(120), ..Paragraph::default() }, |_| ());
    }

    /// What cannot itself begin a page does so behind a paragraph that does.
    fn leave_page(&mut self) {
        if std::mem::take(&mut self.break_next) {
            let how = Paragraph { on_new_page: true, height: Some(20), ..Paragraph::default() };
            how.write(&mut self.xml, |_| ());
        }
    }

    /// Who signs, and lines to write on.
    fn sign(&mut self, who: &Line) {
        let places = [self.inner * 48 / 100, self.inner * 74 / 100, self.inner];
        let how = Paragraph {
            tabs: places.into_iter().map(|place| ("left", "underscore", place)).collect(),
            space_before: paper::RULED,
            ..Paragraph::default()
        };
        self.paragraph(how, |xml| {
            inline::line(xml, who);
            text(xml, " ");
            for slot in SLOT {
                tab(xml);
                text(xml, &format!(" {slot} "));
            }
            tab(xml);
        });
    }
}

/// A box that stands as it was recorded: it cannot be ticked in the office program.
fn tick(xml: &mut Xml, word: &str, ticked: bool) {
    let (value, sign) = if ticked { ("1", "☒") } else { ("0", "☐") };
    let font = "MS Gothic";
    xml.within("w:sdt", &[], |xml| {
        xml.within("w:sdtPr", &[], |xml| {
            xml.value("w:alias", word);
            xml.value("w:lock", "sdtContentLocked");
            xml.within("w14:checkbox", &[], |xml| {
                xml.empty("w14:checked", &[("w14:val", value)]);
                xml.empty("w14:checkedState", &[("w14:val", "2612"), ("w14:font", font)]);
                xml.empty("w14:uncheckedState", &[("w14:val", "2610"), ("w14:font", font)]);
            });
        });
        xml.within("w:sdtContent", &[], |xml| {
            xml.within("w:r", &[], |xml| {
                xml.within("w:rPr", &[], |xml| {
                    let fonts = [("w:ascii", font), ("w:eastAsia", font), ("w:hAnsi", font), ("w:hint", "eastAsia")];
                    xml.empty("w:rFonts", &fonts);
                });
                xml.within("w:t", &[], |xml| xml.text(sign));
            });
        });
    });
}
