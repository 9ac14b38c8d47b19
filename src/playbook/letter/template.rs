//! A text with names in double braces, and how it is filled.

use super::escape::{escaped, lines};
use super::letters::MOST_BYTES;
use super::markup;
use crate::base::ItemId;
use crate::playbook::facts::FactName;
use crate::playbook::item::Document;
use crate::playbook::model::Playbook;
use crate::source::{Code, Problem, Problems, Source, Span, scan};
use std::ops::Range;

/// Most bytes of a filled text.
pub const MOST_FILLED: usize = 512 * 1024;

/// What is meant in double braces.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Name {
    /// A content of the document, by its place.
    Must(usize),
    /// A question.
    Answer(ItemId),
    /// One of the facts that everybody asks for, by the question that answers it here.
    Fact(FactName, ItemId),
}

/// What stands for a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Words of people, or of the playbook.
    Said(String),
    /// Markdown that this program writes: what is not yet known.
    Missing(String),
    /// It does not apply: what it stands in is left out.
    Out,
}

/// A text, read: paragraphs and points, each with its names.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Template {
    segments: Vec<Segment>,
}

#[derive(Clone, PartialEq, Eq, Default, Debug)]
struct Segment {
    parts: Vec<Part>,
    is_heading: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Part {
    Text(String),
    Brace(Name),
}

/// Reads a text for a document; whatever is wrong with it goes to `problems`, with `file` as the place of the text among the
/// sources.
pub fn read(
    file: usize,
    source: &Source,
    playbook: &Playbook,
    document: &Document,
    problems: &mut Problems,
) -> Template {
    let text = source.text.as_str();
    if text.len() > MOST_BYTES {
        let message = format!("This text has {} KiB; {} are allowed.", text.len() / 1024, MOST_BYTES / 1024);
        problems.add(Problem::new(Code::LetterTooLong, Span { file, start: 0, end: 0 }, message));
        return Template::default();
    }
    scan(file, text, problems);
    markup::check(file, text, problems);
    let mut reading = Braces { file, text, playbook, document, problems };
    let segments = segments(text).into_iter().map(|range| reading.segment(range)).collect();
    Template { segments }
}

impl Template {
    /// The contents of the document for which it has a place.
    pub fn musts(&self) -> impl Iterator<Item = usize> {
        self.names().filter_map(|name| if let Name::Must(at) = name { Some(*at) } else { None })
    }

    /// Every name, in the order of the text.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.segments.iter().flat_map(Segment::names)
    }

    /// The text with each name filled in; `None` where it is longer than any letter.
    pub fn fill(&self, value: &dyn Fn(&Name) -> Value) -> Option<String> {
        let mut out = String::new();
        for (at, segment) in self.segments.iter().enumerate() {
            if segment.is_heading && self.is_orphan(at, value) {
                continue;
            }
            let Some(words) = segment.fill(value) else { continue };
            // What was left out leaves no gap.
            let blank = words.trim().is_empty();
            if !blank || !(out.is_empty() || out.ends_with("\n\n")) {
                out.push_str(if blank { "\n" } else { &words });
            }
            if out.len() > MOST_FILLED {
                return None;
            }
        }
        let mut words = out.trim().to_owned();
        words.push('\n');
        Some(words)
    }

    /// Whether everything below a heading is left out.
    fn is_orphan(&self, at: usize, value: &dyn Fn(&Name) -> Value) -> bool {
        let below = self.segments[at + 1..].iter().take_while(|below| !below.is_heading);
        let mut below = below.filter(|below| !below.is_blank()).peekable();
        below.peek().is_some() && below.all(|below| below.fill(value).is_none())
    }
}

impl Segment {
    fn names(&self) -> impl Iterator<Item = &Name> {
        self.parts.iter().filter_map(|part| if let Part::Brace(name) = part { Some(name) } else { None })
    }

    fn is_blank(&self) -> bool {
        self.parts.iter().all(|part| matches!(part, Part::Text(text) if text.trim().is_empty()))
    }

    /// `None` where something in it does not apply.
    fn fill(&self, value: &dyn Fn(&Name) -> Value) -> Option<String> {
        let written = |part: &&Part| !matches!(part, Part::Text(text) if text.trim().is_empty());
        let alone = self.parts.iter().filter(written).count() == 1;
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Brace(name) => match value(name) {
                    Value::Out => return None,
                    Value::Missing(words) => out.push_str(&words),
                    // By itself it may have several paragraphs.
                    Value::Said(words) if alone => out.push_str(&lines(&words).join("\n\n")),
                    Value::Said(words) => out.push_str(&escaped(&words)),
                },
            }
        }
        Some(out)
    }
}

/// Where each paragraph, point, heading and empty line stands.
fn segments(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let blank = line.trim().is_empty();
        let begins = blank || !open || is_point(line) || line.trim_start().starts_with('#');
        match found.last_mut() {
            Some(last) if !begins => last.end = end,
            _ => found.push(at..end),
        }
        open = !blank && !line.trim_start().starts_with('#');
        at = end;
    }
    found
}

/// Whether a line begins a point of a list.
fn is_point(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let numbered = digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") "));
    numbered || ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}

struct Braces<'r> {
    file: usize,
    text: &'r str,
    playbook: &'r Playbook,
    document: &'r Document,
    problems: &'r mut Problems,
}

impl Braces<'_> {
    fn segment(&mut self, range: Range<usize>) -> Segment {
        let mut segment =
            Segment { is_heading: self.text[range.clone()].trim_start().starts_with('#'), parts: Vec::new() };
        let mut at = range.start;
        while let Some(start) = self.text[at..range.end].find("{{").map(|step| at + step) {
            self.literal(at..start, &mut segment);
            let Some(end) = self.text[start..range.end].find("}}").map(|step| start + step + 2) else {
                self.problem(start..start + 2, "These braces are not closed in their paragraph.");
                return segment;
            };
            let name = self.text[start + 2..end - 2].trim();
            segment.parts.extend(self.name(name, start..end).map(Part::Brace));
            at = end;
        }
        self.literal(at..range.end, &mut segment);
        segment
    }

    fn literal(&mut self, range: Range<usize>, segment: &mut Segment) {
        if let Some(step) = self.text[range.clone()].find("}}") {
            let at = range.start + step;
            self.problem(at..at + 2, "These braces were not opened.");
        }
        if !range.is_empty() {
            segment.parts.push(Part::Text(self.text[range].to_owned()));
        }
    }

    fn problem(&mut self, range: Range<usize>, message: &str) {
        let span = Span { file: self.file, start: range.start, end: range.end };
        self.problems.add(Problem::new(Code::LetterBraces, span, message));
    }

    fn name(&mut self, name: &str, range: Range<usize>) -> Option<Name> {
        let Some((kind, id)) = name.split_once('.').map(|(kind, id)| (kind.trim(), id.trim())) else {
            self.problem(range, "Between these braces stands no name.");
            return None;
        };
        let known: Vec<&str> = match kind {
            "must" => self.document.contents.iter().map(|content| content.from.as_str()).collect(),
            "answer" => {
                let items = self.playbook.items.iter();
                let questions = items.filter(|item| self.playbook.question(item.id.as_str()).is_some());
                questions.map(|item| item.id.as_str()).collect()
            }
            "fact" => {
                let asked = FactName::ALL.into_iter().filter(|fact| self.playbook.fact(*fact).is_some());
                asked.map(FactName::word).collect()
            }
            _ => {
                self.problem(range, &format!("`{kind}.` is not one of must., answer. and fact."));
                return None;
            }
        };
        let found = match kind {
            "must" => known.iter().position(|known| *known == id).map(Name::Must),
            "answer" => known.contains(&id).then(|| ItemId::new(id).map(Name::Answer)).flatten(),
            _ => {
                let fact = FactName::ALL.into_iter().find(|fact| fact.word() == id);
                fact.and_then(|fact| Some(Name::Fact(fact, self.playbook.fact(fact)?.clone())))
            }
        };
        if found.is_none() {
            let what = match kind {
                "must" => "is no content of this document",
                "answer" => "is no question of this playbook",
                _ => "is no fact that this playbook asks for",
            };
            let span = Span { file: self.file, start: range.start, end: range.end };
            let problem = Problem::new(Code::LetterUnknownName, span, format!("`{id}` {what}."));
            self.problems.add_similar(problem, id, known.iter().copied());
        }
        found
    }
}
