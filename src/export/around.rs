//! What stands around a page and beside its parts, in words: every format says the same.

use crate::page::{Block, Callout, State};
use crate::report::{Band, Sheet};

/// What stands in the foot of each page that is no letter.
pub const NOT_LEGAL: &str = "Not legal advice";

/// What is written by hand behind who signs.
pub const SLOT: [&str; 2] = ["Role", "Date, time"];

/// For whoever changes the words of a letter in an office program.
pub const CHANGED_TEXT: &str = "A changed text wants a new approval.";

/// The bands, in their order.
pub fn bands(sheet: &Sheet) -> Vec<String> {
    sheet.bands.iter().map(Band::words).collect()
}

/// `Data breach action record (F2)`.
pub fn form(sheet: &Sheet) -> String {
    sheet.form.number.map_or_else(|| sheet.title.clone(), |number| format!("{} ({number})", sheet.title))
}

/// `LIVE · 2026-11-22-poplar · Confidential`.
pub fn case(sheet: &Sheet) -> String {
    joined([&sheet.head.mode, &sheet.head.case, &sheet.head.handling])
}

/// What stands in the foot behind the number of the page.
pub fn foot(sheet: &Sheet) -> String {
    if let Some(letter) = &sheet.letter {
        return if letter.reference.is_empty() { String::new() } else { format!("Ref. {}", letter.reference) };
    }
    let foot = &sheet.foot;
    let form = sheet.form.words();
    joined([&foot.as_of, &foot.times, &foot.seal, &form, &foot.policy, NOT_LEGAL])
}

/// With a dot between them; what is empty is left out.
fn joined<const N: usize>(parts: [&str; N]) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// What is said first in a callout.
pub fn lead(callout: Callout) -> &'static str {
    match callout {
        Callout::DoNot => "DO NOT",
        Callout::Silence => "The policy does not say",
        Callout::Suggestion => "A help; people decide",
        Callout::Warning => "Mind",
        Callout::Missing => "Missing",
        Callout::NotLegal => NOT_LEGAL,
    }
}

/// What stands in the box of a row; `None` where there is nothing to tick.
pub fn ticked(state: State) -> Option<bool> {
    match state {
        State::Done => Some(true),
        State::ToDo | State::LookAgain | State::Waits => Some(false),
        State::Off => None,
    }
}

/// How much deeper a heading stands in a file than in its document: below the title of the page, or, in a letter, as the first.
/// No level is left out between the title and the first.
pub fn deeper(sheet: &Sheet) -> i16 {
    let top = if sheet.letter.is_some() { 1 } else { 2 };
    highest(&sheet.body.blocks).map_or(0, |level| top - i16::from(level))
}

fn highest(blocks: &[Block]) -> Option<u8> {
    let own = |block: &Block| match block {
        Block::Heading(level, _) => Some(*level),
        Block::Callout(_, inside) | Block::Keep(inside) => highest(inside),
        _ => None,
    };
    blocks.iter().filter_map(own).min()
}

/// Columns of the file for mail merge that stand above a letter: name and address. The name is the greeting's too.
pub const MERGED: [&str; 2] = ["name", "address"];

/// How a letter greets whoever it goes to.
pub fn greeting(name: &str) -> String {
    format!("Dear {name},")
}
