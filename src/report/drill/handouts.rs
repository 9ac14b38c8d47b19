//! The injects of a script, a sheet each, as they are handed over or read out: what players get and nothing of what the facilitator
//! knows. The first and the last line of each say that it is an exercise.

use super::titled::{Of, paragraphs};
use crate::drill::script::Inject;
use crate::page::{Block, Document, Line};

/// Above and below each inject.
const EXERCISE: &str = "EXERCISE EXERCISE EXERCISE";

pub fn body(of: &Of<'_>) -> Document {
    let mut page = Document::default();
    let mut injects: Vec<&Inject> = of.script.injects.iter().collect();
    injects.sort_by_key(|inject| inject.number);
    for (at, inject) in injects.into_iter().enumerate() {
        if at > 0 {
            page.add(Block::PageBreak);
        }
        sheet(of, inject, &mut page);
    }
    page
}

fn sheet(of: &Of<'_>, inject: &Inject, page: &mut Document) {
    page.text(Line::strong(EXERCISE));
    page.add(Block::Heading(1, format!("Inject {}", inject.number).into()));
    page.labelled("From", inject.from.as_str());
    page.labelled("To", of.addressees(&inject.to));
    page.labelled("How", inject.delivery.said());
    if inject.delivery.is_spoken() {
        page.text(Line::quiet("To be read out; whoever hears it does not get this sheet."));
    }
    page.gap();
    paragraphs(page, &inject.text);
    if !inject.files.is_empty() {
        page.labelled("With it", inject.files.join(", "));
    }
    page.gap();
    page.labelled("Handed over or read out at", "____________________");
    page.text(Line::strong(EXERCISE));
}
