//! The parts of a page, one below the other.

use super::inline::{Begins, line, text};
use super::table::{self, BLANK};
use crate::export::around::{SLOT, lead, ticked};
use crate::page::{Block, Callout, Line, Row};

/// Deepest level of a heading.
const DEEPEST: i16 = 6;

/// Each part as a paragraph, a list or a table, without the empty line between them.
pub fn of(blocks: &[Block], deeper: i16) -> Vec<String> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let alike = blocks[at..].iter().take_while(|next| goes_on(block, next)).count().max(1);
        parts.extend(part(block, &blocks[at..at + alike], deeper));
        at += alike;
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Whether a block stands in one list with the one that began it.
fn goes_on(first: &Block, next: &Block) -> bool {
    matches!((first, next), (Block::Row(_), Block::Row(_)) | (Block::Labelled(..), Block::Labelled(..)))
}

fn part(block: &Block, alike: &[Block], deeper: i16) -> Vec<String> {
    match block {
        Block::Heading(level, words) => {
            let level = (i16::from(*level) + deeper).clamp(1, DEEPEST);
            vec![format!("{} {}", "#".repeat(level.unsigned_abs().into()), line(words, Begins::Within))]
        }
        Block::Text(words) | Block::Apart(words) => vec![line(words, Begins::Line)],
        Block::Labelled(..) => vec![labelled(alike)],
        Block::Row(_) => vec![rows(alike)],
        Block::Callout(kind, inside) => vec![callout(*kind, inside, deeper)],
        // What can be done on a screen cannot be done on paper.
        Block::Does(_) | Block::Gap => vec![],
        Block::List(points) => {
            let points = points.iter().map(|point| format!("- {}", line(point, Begins::Line)));
            vec![points.collect::<Vec<_>>().join("\n")]
        }
        Block::Table(one) => table::of(one),
        Block::Figure(figure) => {
            vec![line(&Line::strong(figure.caption.as_str()), Begins::Line), text(&figure.words, Begins::Line)]
        }
        Block::Sign(slots) => slots.iter().map(sign).collect(),
        Block::Ruled(count) => (0..*count).map(|_| BLANK.to_owned()).collect(),
        Block::Qr(code) => vec![text(code, Begins::Line)],
        Block::Keep(inside) => of(inside, deeper),
        Block::PageBreak => vec!["---".to_owned()],
    }
}

/// Labels with what stands behind them; one without a label goes on with the one before.
fn labelled(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        let Block::Labelled(label, words) = block else { continue };
        let (label, words) = (label.trim(), line(words, Begins::Line));
        if label.is_empty() {
            out.push_str(&format!("{}{words}", if out.is_empty() { "- " } else { "\\\n  " }));
        } else {
            let label = line(&Line::strong(format!("{label}:")), Begins::Line);
            out.push_str(&format!("{}- {label} {words}", if out.is_empty() { "" } else { "\n" }));
        }
    }
    out
}

/// Rows as points, with a box that is ticked or not and the word for how it stands.
fn rows(blocks: &[Block]) -> String {
    let mut deepest = 0;
    let mut out = Vec::new();
    for block in blocks {
        let Block::Row(row) = block else { continue };
        let level = row.level.min(deepest);
        deepest = level.saturating_add(1);
        out.push(format!("{}- {}", "  ".repeat(level.into()), standing(row)));
    }
    out.join("\n")
}

fn standing(row: &Row) -> String {
    let mut parts = Vec::new();
    if let Some(state) = row.state {
        let box_ = ticked(state).map_or("", |ticked| if ticked { "[x] " } else { "[ ] " });
        parts.push(format!("{box_}{}", state.word()));
    }
    let what = line(&row.what, if parts.is_empty() { Begins::Line } else { Begins::Within });
    // How it stands is said once.
    let said = row.state.is_some_and(|state| row.word.words() == state.word());
    parts.extend([what, if said { String::new() } else { line(&row.word, Begins::Within) }]);
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn callout(kind: Callout, inside: &[Block], deeper: i16) -> String {
    let mut parts = vec![format!("**{}**", lead(kind))];
    parts.extend(of(inside, deeper));
    let quoted = parts.join("\n\n");
    let quoted: Vec<_> = quoted.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    quoted.join("\n")
}

/// Who signs, and what is written by hand.
fn sign(who: &Line) -> String {
    let slots = SLOT.map(|slot| format!("{slot} {BLANK}")).join(" ");
    format!("{} {BLANK} {slots}", line(who, Begins::Line))
}
