//! How much stands on a page that must stay one: parts with room for so many points, and what is left out where all of it is too long.
//! What is left out is counted on the page, and stands in the record.

use crate::page::line::Inline;
use crate::page::{Block, Document, Line, Tone};

/// Signs on a row, as the smaller of two papers has room for them; a sign without a letter of its own takes several.
const COLUMNS: usize = 88;
const STRANGE: usize = 8;
/// Longest point, in signs: three rows.
const LONGEST: usize = 3 * COLUMNS;
/// So many points of a part stay as long as any other part has more.
const LEAST: usize = 2;

/// A part of the page.
pub struct Part {
    title: &'static str,
    points: Vec<Line>,
    shown: usize,
    none: &'static str,
    joined: bool,
}

impl Part {
    /// A point a row, at most so many.
    pub fn rows(title: &'static str, points: Vec<Line>, most: usize, none: &'static str) -> Self {
        let shown = points.len().min(most);
        Self { title, points: points.into_iter().map(short).collect(), shown, none, joined: false }
    }

    /// The same in one paragraph.
    pub fn joined(title: &'static str, points: Vec<Line>, most: usize, none: &'static str) -> Self {
        Self { joined: true, ..Self::rows(title, points, most, none) }
    }

    fn lines(&self) -> Vec<Line> {
        if self.points.is_empty() {
            return vec![Line::quiet(self.none)];
        }
        let mut lines = self.points[..self.shown].to_vec();
        let more = self.points.len() - self.shown;
        if more > 0 {
            lines.push(Line::quiet(format!("+ {more} more in the record")));
        }
        if self.joined {
            let all = lines
                .into_iter()
                .reduce(|one, other| Line(one.and(Tone::Text, "; ").0.into_iter().chain(other.0).collect()));
            return all.into_iter().collect();
        }
        lines
    }

    fn put(&self, page: &mut Document) {
        for (nth, line) in self.lines().into_iter().enumerate() {
            page.labelled(if nth == 0 { self.title } else { "" }, line);
        }
    }
}

/// Adds the parts to a page: fewer points, the longest part first, until there are at most so many rows.
pub fn fit(page: &mut Document, mut parts: Vec<Part>, room: usize) {
    let mut rows: Vec<usize> = parts.iter().map(height).collect();
    while rows.iter().sum::<usize>() > room {
        let longest = (0..parts.len()).filter(|at| parts[*at].shown > LEAST).max_by_key(|at| (rows[*at], *at));
        let Some(longest) = longest else { break };
        parts[longest].shown -= 1;
        rows[longest] = height(&parts[longest]);
    }
    for part in &parts {
        part.put(page);
    }
}

fn height(part: &Part) -> usize {
    part.lines().iter().map(rows).sum()
}

/// How many rows the paragraphs of a page take.
pub fn rows_of(page: &Document) -> usize {
    let of = |block: &Block| match block {
        Block::Text(line) | Block::Labelled(_, line) => rows(line),
        _ => 0,
    };
    page.blocks.iter().map(of).sum()
}

fn rows(line: &Line) -> usize {
    line.0.iter().flat_map(|inline| inline.text.chars()).map(columns).sum::<usize>().div_ceil(COLUMNS).max(1)
}

fn columns(sign: char) -> usize {
    match sign {
        '\n' | '\r' => COLUMNS,
        ' '..='\u{52f}' | '\u{2010}'..='\u{2027}' => 1,
        _ => STRANGE,
    }
}

/// A point that is longer than three rows ends in three dots.
pub fn short(line: Line) -> Line {
    let mut left = LONGEST;
    let mut kept: Vec<Inline> = Vec::new();
    for inline in line.0 {
        let mut text = String::new();
        for sign in inline.text.chars() {
            let Some(rest) = left.checked_sub(columns(sign)) else {
                kept.push(Inline { text: text + "…", tone: inline.tone });
                return Line(kept);
            };
            left = rest;
            text.push(sign);
        }
        kept.push(Inline { text, tone: inline.tone });
    }
    Line(kept)
}
