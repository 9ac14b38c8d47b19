//! The parts of a page, one below the other.

use super::{figure, inline, table};
use crate::export::around::{SLOT, deeper, lead, ticked};
use crate::export::paper;
use crate::export::squares::Squares;
use crate::page::{Block, Callout, Line, Row};
use crate::report::Sheet;
use maud::{Markup, PreEscaped, html};

/// Deepest that a row is set in.
const DEEPEST: u8 = 6;

/// What is gathered while a page is written.
pub struct Body {
    deeper: i16,
    /// Width between the margins on paper, in twentieths of a point.
    inner: u32,
    /// Of each table, the widths of its columns in hundredths of a per cent.
    pub widths: Vec<Vec<u32>>,
    figures: usize,
}

impl Body {
    pub fn new(sheet: &Sheet) -> Self {
        Self { deeper: deeper(sheet), inner: paper::inner(sheet), widths: Vec::new(), figures: 0 }
    }

    pub fn blocks(&mut self, blocks: &[Block]) -> Markup {
        let mut out = String::new();
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            let alike = blocks[at..].iter().take_while(|next| goes_on(block, next)).count().max(1);
            let part = self.part(block, &blocks[at..at + alike]);
            let of_figure = matches!(block, Block::Table(_)) && at > 0 && matches!(blocks[at - 1], Block::Figure(_));
            let part = if of_figure {
                html! { details open="" { summary { "As a table" } (part) } }
            } else {
                part
            };
            out.push_str(&part.into_string());
            at += alike;
        }
        PreEscaped(out)
    }

    fn part(&mut self, block: &Block, alike: &[Block]) -> Markup {
        match block {
            Block::Heading(level, words) => {
                let level = i16::from(*level) + self.deeper;
                let words = inline::line(words);
                match level {
                    ..=1 => html! { h1 { (words) } },
                    2 => html! { h2 { (words) } },
                    3 => html! { h3 { (words) } },
                    4.. => html! { h4 { (words) } },
                }
            }
            Block::Text(words) => html! { p { (inline::line(words)) } },
            Block::Apart(words) => html! { p.apart { (inline::line(words)) } },
            Block::Labelled(..) => labelled(alike),
            Block::Row(_) => {
                html! { ul.rows { @for block in alike { @if let Block::Row(one) = block { (row(one)) } } } }
            }
            Block::Callout(kind, inside) => self.callout(*kind, inside),
            // What can be done on a screen cannot be done on paper.
            Block::Does(_) | Block::Gap => html! {},
            Block::List(points) => html! { ul { @for point in points { li { (inline::line(point)) } } } },
            Block::Table(one) => {
                self.widths.push(table::widths(one, self.inner));
                table::of(one, self.widths.len())
            }
            Block::Figure(one) => {
                self.figures += 1;
                figure::of(one, self.figures)
            }
            Block::Sign(slots) => html! { div.signs { @for who in slots { (sign(who)) } } },
            Block::Ruled(count) => html! { @for _ in 0..*count { div.ruled {} } },
            Block::Qr(code) => qr(code),
            Block::Keep(inside) => html! { div.keep { (self.blocks(inside)) } },
            Block::PageBreak => html! { hr; },
        }
    }

    fn callout(&mut self, kind: Callout, inside: &[Block]) -> Markup {
        let loud = matches!(kind, Callout::DoNot | Callout::Warning | Callout::Missing);
        html! {
            div class=(if loud { "callout loud" } else { "callout" }) role="note" {
                p { strong class=[(kind == Callout::DoNot).then_some("alarm")] { (lead(kind)) } }
                (self.blocks(inside))
            }
        }
    }
}

/// Whether a block stands in one list with the one that began it.
fn goes_on(first: &Block, next: &Block) -> bool {
    matches!((first, next), (Block::Row(_), Block::Row(_)) | (Block::Labelled(..), Block::Labelled(..)))
}

/// Labels with what stands behind them; one without a label goes on with the one before.
fn labelled(blocks: &[Block]) -> Markup {
    let mut pairs: Vec<(&str, Vec<&Line>)> = Vec::new();
    for block in blocks {
        let Block::Labelled(label, words) = block else { continue };
        let label = label.trim();
        match pairs.last_mut() {
            Some((_, lines)) if label.is_empty() => lines.push(words),
            _ => pairs.push((label, vec![words])),
        }
    }
    html! {
        dl {
            @for (label, lines) in &pairs {
                div {
                    dt { @if !label.is_empty() { (inline::text(label)) ":" } }
                    @for line in lines { dd { (inline::line(line)) } }
                }
            }
        }
    }
}

/// A row with a box that is ticked or not, and the word for how it stands.
fn row(row: &Row) -> Markup {
    let level = row.level.min(DEEPEST);
    let said = row.state.is_some_and(|state| row.word.words() == state.word());
    html! {
        li class={ "level" (level) } {
            span.what {
                @if let Some(state) = row.state {
                    @if let Some(ticked) = ticked(state) { span.box aria-hidden="true" { @if ticked { "✓" } } }
                    span.state { (state.word()) } " "
                }
                (inline::line(&row.what))
            }
            @if !said { " " span.word { (inline::line(&row.word)) } }
        }
    }
}

/// Who signs, and what is written by hand.
fn sign(who: &Line) -> Markup {
    html! {
        p.sign {
            span.who { (inline::line(who)) } span.slot {} " "
            @for slot in SLOT { span { (slot) } span.slot {} " " }
        }
    }
}

fn qr(code: &str) -> Markup {
    html! {
        div.qr {
            @if let Some(squares) = Squares::of(code) { (figure::squares(&squares)) }
            p.code { (inline::text(code)) }
        }
    }
}
