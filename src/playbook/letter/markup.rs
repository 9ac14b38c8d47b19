//! The Markdown of a letter: headings, paragraphs, lists and strong words. Anything else is refused in a text that is written here,
//! and is plain words where it stands in one that was filled.

use crate::source::{Code, Problem, Problems, Span};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Lists stand inside each other at most so deep.
const DEEPEST: usize = 3;

/// A part of a letter, in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    Heading(u8),
    Paragraph,
    /// A point of a list, so many lists deep; 1 is a list by itself. A numbered one has its number.
    Point(usize, Option<u64>),
    Words(String, bool),
}

/// The parts of a filled text. Its words are those that a reader sees.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut reading = Reading { text, ..Reading::default() };
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        reading.event(event, range);
    }
    reading.pieces
}

#[derive(Default)]
struct Reading<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    /// Of each list that is open, the number of its next point.
    lists: Vec<Option<u64>>,
    strong: usize,
    /// The point that was begun has a paragraph of its own.
    in_point: bool,
}

impl Reading<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.pieces.push(Piece::Heading(level_of(level))),
            Event::Start(Tag::Paragraph) if self.in_point => self.in_point = false,
            // A block of code or of HTML is a paragraph of its own, whatever it was meant to be.
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::BlockQuote(_)) => {
                self.pieces.push(Piece::Paragraph);
            }
            Event::Start(Tag::List(first)) => self.lists.push(first),
            Event::End(TagEnd::List(_)) => _ = self.lists.pop(),
            Event::Start(Tag::Item) => {
                let deep = self.lists.len();
                let number = self.lists.last_mut().and_then(|next| {
                    let number = *next;
                    *next = next.map(|next| next.saturating_add(1));
                    number
                });
                self.pieces.push(Piece::Point(deep.clamp(1, DEEPEST), number));
                self.in_point = true;
            }
            Event::End(TagEnd::Item) => self.in_point = false,
            Event::Start(Tag::Strong) => self.strong += 1,
            Event::End(TagEnd::Strong) => self.strong = self.strong.saturating_sub(1),
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.words(&words);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Rule => {
                self.pieces.push(Piece::Paragraph);
                let words = self.text.get(range).unwrap_or_default().trim().to_owned();
                self.words(&words);
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let strong = self.strong > 0;
        match self.pieces.last_mut() {
            Some(Piece::Words(before, was)) if *was == strong => before.push_str(words),
            Some(_) => self.pieces.push(Piece::Words(words.to_owned(), strong)),
            None => self.pieces.extend([Piece::Paragraph, Piece::Words(words.to_owned(), strong)]),
        }
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        _ => 3,
    }
}

/// Reports what a letter has beside headings, paragraphs, lists and strong words.
pub(super) fn check(file: usize, text: &str, problems: &mut Problems) {
    let mut deep = 0_usize;
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        let what = match &event {
            Event::Start(Tag::List(_)) => {
                deep += 1;
                if deep > DEEPEST { "a list more than three lists deep" } else { continue }
            }
            Event::End(TagEnd::List(_)) => {
                deep = deep.saturating_sub(1);
                continue;
            }
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => "a piece of code",
            Event::Start(Tag::BlockQuote(_)) => "a quotation",
            Event::Start(Tag::Link { .. }) => "a link",
            Event::Start(Tag::Image { .. }) => "a picture",
            Event::Start(Tag::Emphasis) => "slanted words",
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => "HTML",
            Event::Rule => "a rule across the page",
            _ => continue,
        };
        if problems.is_full() {
            return;
        }
        let end = text[range.clone()].find('\n').map_or(range.end, |step| range.start + step);
        let span = Span { file, start: range.start, end };
        problems.add(Problem::new(Code::LetterMarkup, span, format!("This is {what}.")));
    }
}
