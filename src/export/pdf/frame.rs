//! What stands around the text of each page: bands, head and foot, or what a letter has instead. On the first page it is part of the
//! text, so that who hears the page hears it once; on the pages that follow it is not read again.

use super::pages::{Frame, Page};
use super::setter::{Area, SMALL, Setter, beginning, mm};
use super::shape::{LEADING, SetLine};
use super::strip::Ink;
use super::tags::{Kind, Place};
use crate::export::around;
use crate::page::{Line, Tone};
use crate::report::sheet::Letterhead;
use crate::report::{Sheet, Size};
use std::rc::Rc;

const MARGIN: f32 = mm(18.0);
const BINDING: f32 = mm(25.0);
const HEAD: f32 = 9.0;
/// A band is framed, and stands off from what is below it.
const BAND: f32 = 9.5;
const OFF: f32 = 5.0;
/// Most lines of a part of the head: longer ones are whole at the beginning of the text.
const MOST: usize = 3;
/// Room for `Page 100 of 100`.
const NUMBER: f32 = 72.0;
/// Where the window of an envelope is, from the upper edge of the paper; above it is the head of preprinted paper.
const WINDOW: f32 = mm(45.0);
const BELOW_WINDOW: f32 = mm(90.0);

/// A sheet with its head and foot.
pub(super) struct Edges {
    pub width: f32,
    pub height: f32,
    pub frame: Frame,
    area: Area,
    first: Vec<Ink>,
    foot: Vec<(Rc<SetLine>, (f32, f32))>,
    rules: Vec<Ink>,
    number_at: f32,
    letter: bool,
    whole: Vec<Line>,
}

/// Lays out what stands around the text.
pub(super) fn edges(setter: &mut Setter, sheet: &Sheet) -> Edges {
    let (short, long) = match sheet.size {
        Size::A4 => (mm(210.0), mm(297.0)),
        Size::Letter => (612.0, 792.0),
    };
    let (width, height) = if sheet.landscape { (long, short) } else { (short, long) };
    let area = Area { left: BINDING, width: width - BINDING - MARGIN };
    let mut edges = Edges {
        width,
        height,
        frame: Frame { left: area.left, right: area.right(), top: MARGIN, first_top: MARGIN, bottom: height - MARGIN },
        area,
        first: Vec::new(),
        foot: Vec::new(),
        rules: Vec::new(),
        number_at: 0.0,
        letter: sheet.letter.is_some(),
        whole: Vec::new(),
    };
    edges.band_above(setter, sheet);
    edges.head(setter, sheet);
    edges.foot(setter, sheet);
    edges.band_below(setter, sheet);
    edges.frame.bottom -= OFF;
    if let Some(letter) = &sheet.letter {
        edges.letterhead(setter, letter);
    }
    setter.page = edges.frame.height();
    edges
}

impl Edges {
    /// What the head has no room for.
    pub(super) fn whole(&mut self) -> Vec<Line> {
        std::mem::take(&mut self.whole)
    }

    /// Adds head and foot to the pages.
    pub(super) fn put(self, setter: &mut Setter, pages: &mut [Page]) {
        let count = pages.len();
        let number = setter.tags.add(None, Kind::Paragraph);
        let part = setter.tags.add(None, Kind::Paragraph);
        for (at, page) in pages.iter_mut().enumerate() {
            let head = self.first.iter().filter(|_| at == 0).cloned();
            let again =
                self.first.iter().filter(|ink| at > 0 && !self.is_of_letter(ink)).map(|ink| match ink.place() {
                    Place::Part(_) => ink.again(Place::Again),
                    _ => ink.clone(),
                });
            let mut inks: Vec<_> = head.chain(again).collect();
            inks.append(&mut page.inks);
            // The last foot is read, the others are said again.
            let last = at + 1 == count;
            let place = |part: usize| if last { Place::Part(part) } else { Place::Foot };
            let line = setter.one_line(&format!("Page {} of {count}", at + 1), true, SMALL);
            let left = if self.letter { beginning(&line, self.area, 1.0) } else { self.area.left };
            inks.push(Ink::Words { line, at: (left, self.number_at), place: place(number) });
            inks.extend(self.foot.iter().map(|(line, at)| Ink::Words {
                line: Rc::clone(line),
                at: *at,
                place: place(part),
            }));
            inks.extend(self.rules.iter().cloned());
            page.inks = inks;
        }
    }

    /// Whether it stands on the first page of a letter alone.
    fn is_of_letter(&self, ink: &Ink) -> bool {
        self.letter && matches!(ink, Ink::Words { at, .. } if at.1 >= self.frame.top - 0.5)
    }

    fn band_above(&mut self, setter: &mut Setter, sheet: &Sheet) {
        let (lines, rest) = band(setter, sheet, self.area);
        self.whole.extend(rest);
        if lines.is_empty() {
            return;
        }
        let part = setter.tags.add(None, Kind::Paragraph);
        let tall = band_height(&lines);
        self.first.extend(framed(&lines, self.area, self.frame.top, Place::Part(part)));
        self.frame.top += tall + OFF;
    }

    fn band_below(&mut self, setter: &mut Setter, sheet: &Sheet) {
        let (lines, _) = band(setter, sheet, self.area);
        if lines.is_empty() {
            return;
        }
        self.frame.bottom -= band_height(&lines) + OFF - 1.0;
        self.rules.extend(framed(&lines, self.area, self.frame.bottom + 1.0, Place::Foot));
    }

    /// Organisation, form, mode and case; below them the title of the case and the next clock.
    fn head(&mut self, setter: &mut Setter, sheet: &Sheet) {
        if sheet.letter.is_some() {
            return;
        }
        let head = &sheet.head;
        let third = self.area.width / 3.0;
        let mut case = vec![Line::strong(head.mode.as_str()), Line::default()];
        let rest = [&head.case, &head.handling].map(String::as_str);
        let rest: Vec<_> = rest.into_iter().filter(|part| !part.is_empty()).collect();
        case[1] = Line::from(rest.join(" · "));
        // On one line where there is room.
        let one = Line::strong(head.mode.as_str()).and(Tone::Text, format!(" · {}", rest.join(" · ")));
        let fits = setter.set(&one, false, HEAD, third * 0.95).len() == 1;
        if fits && !rest.is_empty() && !head.mode.is_empty() {
            case = vec![one];
        }
        case.retain(|line| !line.words().is_empty());
        self.head_row(
            setter,
            &[
                (vec![Line::strong(head.organisation.as_str())], third * 0.95, 0.0, HEAD),
                (vec![Line::strong(around::form(sheet))], third * 1.1, 0.5, 11.0),
                (case, third * 0.95, 1.0, HEAD),
            ],
        );
        if !head.title.words().is_empty() || !head.clock.words().is_empty() {
            let share = |part: f32| self.area.width * part - 6.0;
            let cells = [
                (vec![head.title.clone()], share(0.38), 0.0, HEAD),
                (vec![head.clock.clone()], share(0.62), 1.0, HEAD),
            ];
            self.frame.top += 1.0;
            self.head_row(setter, &cells);
        }
        self.frame.top += 3.0;
        self.first.push(across(self.area, self.frame.top, 0.9));
        self.frame.top += 8.0;
        self.frame.first_top = self.frame.top;
    }

    fn head_row(&mut self, setter: &mut Setter, cells: &[(Vec<Line>, f32, f32, f32)]) {
        let mut tall = 0.0_f32;
        for (said, width, share, size) in cells {
            let words = said.iter().map(Line::words).collect::<Vec<_>>().join(" · ");
            let mut lines: Vec<_> = said
                .iter()
                .enumerate()
                .flat_map(|(at, line)| {
                    // Read aloud, one does not run into the next.
                    let blank = if at + 1 < said.len() { " " } else { "" };
                    setter.set(&line.clone().and(Tone::Text, blank), false, *size, *width)
                })
                .collect();
            if lines.len() > MOST {
                lines.truncate(MOST - 1);
                lines.push(setter.one_line("… whole on page 1", false, *size));
                self.whole.extend(said.iter().cloned());
            }
            if words.is_empty() {
                continue;
            }
            let title = *size > HEAD;
            let part = if title { setter.tags.heading(1, &words) } else { setter.tags.add(None, Kind::Paragraph) };
            // Letters of two sizes stand on one line.
            let down = (11.0 - size) * super::shape::BASELINE * f32::from(u8::from(cells.len() == 3));
            for (at, set) in lines.iter().enumerate() {
                let y = self.frame.top + down + at as f32 * size * LEADING;
                let at = (beginning(set, self.area, *share), y);
                self.first.push(Ink::Words { line: Rc::clone(set), at, place: Place::Part(part) });
                tall = tall.max(y + size * LEADING - self.frame.top);
            }
        }
        self.frame.top += tall;
    }

    /// From the lower edge up.
    fn foot(&mut self, setter: &mut Setter, sheet: &Sheet) {
        let step = SMALL * LEADING;
        let line = around::foot(sheet);
        let area = match &sheet.letter {
            Some(_) => self.area,
            None => Area { left: self.area.left + NUMBER, width: self.area.width - NUMBER },
        };
        let width = if sheet.letter.is_some() { area.width - NUMBER - 6.0 } else { area.width };
        let mut lines = setter.set(&Line::from(line.as_str()), false, SMALL, width);
        if lines.len() > MOST {
            lines.truncate(MOST - 1);
            lines.push(setter.one_line("… whole on page 1", false, SMALL));
            self.whole.push(Line::from(line.as_str()));
        }
        let top = self.height - MARGIN - lines.len() as f32 * step;
        self.number_at = top;
        for (at, line) in lines.into_iter().enumerate() {
            self.foot.push((line, (area.left, top + at as f32 * step)));
        }
        if sheet.bands.is_empty() {
            self.rules.push(across(self.area, top - 3.0, 0.5));
        }
        self.frame.bottom = top - 3.0;
    }

    /// Who writes, and where name and address go.
    fn letterhead(&mut self, setter: &mut Setter, letter: &Letterhead) {
        let mut y = self.frame.top;
        let part = setter.tags.add(None, Kind::Paragraph);
        for (at, line) in letter.from.iter().enumerate() {
            for set in setter.set(line, at == 0, if at == 0 { 11.0 } else { HEAD }, self.area.width) {
                let tall = set.height();
                self.first.push(Ink::Words { line: set, at: (self.area.left, y), place: Place::Part(part) });
                y += tall;
            }
        }
        // Preprinted paper has its head here.
        let mut first = if letter.from.is_empty() { y.max(WINDOW) } else { y + 14.0 };
        if letter.merged {
            let window = WINDOW.max(y + 6.0);
            let part = setter.tags.add(None, Kind::Paragraph);
            let line =
                setter.set(&Line::quiet(format!("[{}]", around::MERGED.join(", "))), false, HEAD, self.area.width);
            for set in line {
                self.first.push(Ink::Words { line: set, at: (self.area.left, window), place: Place::Part(part) });
            }
            first = BELOW_WINDOW.max(window + mm(25.0));
        }
        self.frame.first_top = first.min(self.frame.top + self.frame.height() / 2.0);
    }
}

/// The lines of the band, and what it has no room for.
fn band(setter: &mut Setter, sheet: &Sheet, area: Area) -> (Vec<Rc<SetLine>>, Option<Line>) {
    if sheet.bands.is_empty() {
        return (Vec::new(), None);
    }
    let words = Line::strong(around::bands(sheet).join("  ·  "));
    let mut lines = setter.set(&words, false, BAND, area.width - 12.0);
    if lines.len() <= MOST {
        return (lines, None);
    }
    lines.truncate(MOST - 1);
    lines.push(setter.one_line("… whole on page 1", true, BAND));
    (lines, Some(words))
}

fn band_height(lines: &[Rc<SetLine>]) -> f32 {
    lines.len() as f32 * BAND * LEADING + 4.0
}

fn framed(lines: &[Rc<SetLine>], area: Area, top: f32, place: Place) -> Vec<Ink> {
    let mut inks: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| Ink::Words {
            line: Rc::clone(line),
            at: (beginning(line, area, 0.5), top + 2.0 + at as f32 * BAND * LEADING),
            place,
        })
        .collect();
    let size = (area.width, band_height(lines));
    inks.push(Ink::Frame { at: (area.left, top), size, width: 1.4, place: Place::Decoration });
    inks
}

fn across(area: Area, y: f32, width: f32) -> Ink {
    Ink::Rule { from: (area.left, y), to: (area.right(), y), width, dashed: false, place: Place::Decoration }
}
