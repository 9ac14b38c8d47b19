//! What cards and tables of people have in common: how many are taken, why none is, and which number a word means.

use crate::base::ChannelKind;
use crate::source::table::NotRows;

/// Most people that are taken from one file; a phone list holds far fewer.
pub const MOST_PEOPLE: usize = 2_000;

/// Which kind of file it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Cards,
    Table,
}

/// Why nobody is taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotTaken {
    Not(NotRows),
    /// A table without a heading that is a name: its first line.
    NoName(String),
    /// Nobody in it has a name.
    Nobody,
    /// A list that left an exercise: nobody in it is real.
    Exercise,
}

/// Of several words about one number, the kind that says most.
pub(super) const PREFERRED: [ChannelKind; 4] =
    [ChannelKind::Mobile, ChannelKind::Pager, ChannelKind::Desk, ChannelKind::Home];

/// Which kind of number a word means, in capitals; nothing where it says none.
pub(super) fn person_kind(word: &str) -> Option<ChannelKind> {
    let has = |words: &[&str]| words.iter().any(|known| word.contains(known));
    if has(&["CELL", "MOBILE", "IPHONE"]) {
        Some(ChannelKind::Mobile)
    } else if has(&["PAGER"]) {
        Some(ChannelKind::Pager)
    } else if has(&["WORK", "BUSINESS", "OFFICE", "COMPANY"]) {
        Some(ChannelKind::Desk)
    } else if has(&["HOME"]) {
        Some(ChannelKind::Home)
    } else {
        None
    }
}
