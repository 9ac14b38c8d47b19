//! A page as PDF: archival (PDF/A-2a) and accessible (PDF/UA-1) at once, with its own fonts. The same page gives the same bytes, and
//! what would break one of the two standards is refused by the library that writes it, never written.

mod blocks;
mod columns;
mod draw;
mod figure;
mod fonts;
mod frame;
mod not_written;
mod pages;
mod qr;
mod setter;
mod shape;
mod strip;
mod table;
mod tags;
mod text;
mod trace;
mod unprinted;

pub use fonts::{LICENCE, digest};
pub use not_written::NotWritten;
pub use trace::{Traced, TracedLine};
pub use unprinted::{Unprinted, unprinted};

use super::around;
use crate::base::text::inert_line;
use crate::report::Sheet;
use chrono::{Datelike, Timelike};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use setter::{Area, Setter};

/// Longest title of a file's properties.
const TITLE: usize = 250;

/// A file, and what is worth saying about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    pub pages: usize,
    pub unprinted: Unprinted,
}

/// A page laid out: what is drawn where, and the order in which it is read.
struct LaidOut {
    width: f32,
    height: f32,
    frame: pages::Frame,
    pages: Vec<pages::Page>,
    tags: tags::Tags,
}

/// Makes the file.
pub fn write(sheet: &Sheet) -> Result<Rendered, NotWritten> {
    let faces = fonts::Faces::load()?;
    let LaidOut { width, height, pages, mut tags, .. } = lay_out(sheet);
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| NotWritten("the two standards do not go together".into()))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let size = PageSettings::from_wh(width, height).ok_or_else(|| NotWritten("the paper has no size".into()))?;
    for page in &pages {
        let mut sheet = document.start_page_with(size.clone());
        let mut surface = sheet.surface();
        draw::Pen::new(&mut surface, &mut tags, &faces).page(page);
        surface.finish();
        sheet.finish();
    }
    document.set_outline(outline(sheet, &pages, &tags));
    document.set_tag_tree(tags.tree(sheet.lang));
    document.set_metadata(metadata(sheet));
    let count = pages.len();
    let bytes = document.finish().map_err(|error| NotWritten(format!("{error}: {error:?}")))?;
    Ok(Rendered { bytes, pages: count, unprinted: unprinted(sheet) })
}

/// Where everything stands, without writing it.
pub fn trace(sheet: &Sheet) -> Vec<Traced> {
    let laid = lay_out(sheet);
    trace::trace(&laid.pages, laid.frame, laid.width, laid.height)
}

/// Where little would stand on a second page, everything is set a little smaller and closer, so that there is one.
fn lay_out(sheet: &Sheet) -> LaidOut {
    let laid = lay_out_at(sheet, false);
    if laid.pages.len() != 2 || sheet.letter.is_some() {
        return laid;
    }
    let closer = lay_out_at(sheet, true);
    if closer.pages.len() == 1 { closer } else { laid }
}

fn lay_out_at(sheet: &Sheet, close: bool) -> LaidOut {
    let mut setter = Setter::new(sheet.letter.is_some(), around::deeper(sheet));
    setter.close = close;
    let mut edges = frame::edges(&mut setter, sheet);
    let (width, height, frame) = (edges.width, edges.height, edges.frame);
    let area = Area { left: frame.left, width: frame.width() };
    for line in edges.whole() {
        setter.paragraph(&line, false, area, 4.0);
    }
    blocks::blocks(&mut setter, &sheet.body.blocks, area);
    let strips = std::mem::take(&mut setter.strips);
    let mut pages = pages::put(&strips, frame);
    edges.put(&mut setter, &mut pages);
    LaidOut { width, height, frame, pages, tags: setter.tags }
}

/// The names in a file's properties, and the moment of the record: never that of the printing.
fn metadata(sheet: &Sheet) -> Metadata {
    let program = concat!("breachbook ", env!("CARGO_PKG_VERSION"));
    let metadata = Metadata::new()
        .title(title(sheet))
        .language(sheet.lang.to_owned())
        .creator(program.to_owned())
        .producer(program.to_owned());
    // What a program reads of it that takes files in: a page of an exercise never comes into a live case, nor the reverse.
    let mode = sheet.head.mode.split(' ').next().filter(|mode| !mode.is_empty());
    let metadata = match mode {
        Some(mode) => metadata.keywords(vec![mode.to_owned()]),
        None => metadata,
    };
    let Some(moment) = chrono::DateTime::from_timestamp_millis(sheet.foot.moment_ms) else { return metadata };
    let year = u16::try_from(moment.year()).unwrap_or_default();
    let small = |number: u32| number as u8;
    let date = DateTime::new(year).month(small(moment.month())).day(small(moment.day())).hour(small(moment.hour()));
    let date = date.minute(small(moment.minute())).second(small(moment.second()));
    metadata.creation_date(date.utc_offset_hour(0).utc_offset_minute(0))
}

fn title(sheet: &Sheet) -> String {
    let title: String = inert_line(sheet.title.trim()).chars().take(TITLE).collect();
    if title.is_empty() { sheet.form.words() } else { title }
}

/// The headings, for the side of a reader's window; where there are none, the title.
fn outline(sheet: &Sheet, pages: &[pages::Page], tags: &tags::Tags) -> Outline {
    let mut places = std::collections::HashMap::new();
    for (at, page) in pages.iter().enumerate() {
        for ink in &page.inks {
            if let (strip::Ink::Words { at: (_, y), .. }, tags::Place::Part(part)) = (ink, ink.place()) {
                places.entry(part).or_insert((at, *y));
            }
        }
    }
    let mut outline = Outline::new();
    let mut chapter: Option<OutlineNode> = None;
    for (part, level, words) in &tags.headings {
        let (page, y) = places.get(part).copied().unwrap_or_default();
        let node = OutlineNode::new(inert_line(words).into_owned(), XyzDestination::new(page, Point::from_xy(0.0, y)));
        match &mut chapter {
            Some(above) if *level > 2 => above.push_child(node),
            _ => chapter.replace(node).into_iter().for_each(|done| outline.push_child(done)),
        }
    }
    let title = || OutlineNode::new(title(sheet), XyzDestination::new(0, Point::from_xy(0.0, 0.0)));
    outline.push_child(chapter.unwrap_or_else(title));
    outline
}
