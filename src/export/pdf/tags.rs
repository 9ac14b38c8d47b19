//! What a reader who hears the page is told that each part is: headings, paragraphs, lists, tables with their headings, figures.

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use std::num::{NonZeroU16, NonZeroU32};

/// Where a part of the page belongs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In the tree, by its place among the parts.
    Part(usize),
    /// Rules, frames and boxes.
    Decoration,
    /// What is said again on each page: a heading row, the head of the page.
    Again,
    /// The same, at the foot of the page.
    Foot,
}

/// What a part is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Kind {
    Heading(u8, String),
    Paragraph,
    List,
    Point,
    Bullet,
    PointText,
    Table,
    Caption,
    TableHead,
    TableBody,
    Row,
    ColumnTitle,
    Cell,
    /// A cell over so many columns.
    Wide(u32),
    Figure(String),
}

/// The tree while the page is laid out: parts in the order in which they are read.
#[derive(Default)]
pub(super) struct Tags {
    parts: Vec<Part>,
    top: Vec<usize>,
    /// Level of the heading before, so that none is skipped.
    level: u8,
    /// The headings: their place among the parts, level and words.
    pub headings: Vec<(usize, u8, String)>,
}

struct Part {
    kind: Kind,
    parts: Vec<usize>,
    marks: Vec<Identifier>,
}

impl Tags {
    /// A part of the whole or of another part.
    pub(super) fn add(&mut self, above: Option<usize>, kind: Kind) -> usize {
        let at = self.parts.len();
        self.parts.push(Part { kind, parts: Vec::new(), marks: Vec::new() });
        match above.and_then(|above| self.parts.get_mut(above)) {
            Some(above) => above.parts.push(at),
            None => self.top.push(at),
        }
        at
    }

    /// A heading, never more than one level below the one before.
    pub(super) fn heading(&mut self, level: u8, words: &str) -> usize {
        self.level = level.clamp(1, self.level + 1);
        let words = if words.trim().is_empty() { "-" } else { words };
        let part = self.add(None, Kind::Heading(self.level, words.to_owned()));
        self.headings.push((part, self.level, words.to_owned()));
        part
    }

    /// Notes where on a page a part stands.
    pub(super) fn mark(&mut self, part: usize, mark: Identifier) {
        if let Some(part) = self.parts.get_mut(part) {
            part.marks.push(mark);
        }
    }

    pub(super) fn tree(mut self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for at in std::mem::take(&mut self.top) {
            tree.push(self.group(at));
        }
        tree
    }

    /// As deep as a list in a cell, which is how deep pages are.
    fn group(&mut self, at: usize) -> TagGroup {
        let part = &mut self.parts[at];
        let (inside, marks) = (std::mem::take(&mut part.parts), std::mem::take(&mut part.marks));
        let mut group = TagGroup::new(kind(&part.kind));
        for mark in marks {
            group.push(Node::Leaf(mark));
        }
        for at in inside {
            group.push(self.group(at));
        }
        group
    }
}

fn kind(kind: &Kind) -> TagKind {
    match kind {
        Kind::Heading(level, words) => {
            let level = NonZeroU16::new(u16::from(*level)).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(words.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::Disc).into(),
        Kind::Point => Tag::LI.into(),
        Kind::Bullet => Tag::Lbl.into(),
        Kind::PointText => Tag::LBody.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::TableHead => Tag::THead.into(),
        Kind::TableBody => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnTitle => Tag::TH(TableHeaderScope::Column).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Wide(columns) => Tag::TD.with_col_span(NonZeroU32::new(*columns)).into(),
        Kind::Figure(words) => Tag::Figure(Some(words.clone())).into(),
    }
}
