//! People of an address book that another program exported, as blocks of a phone list for somebody to read through: vCards of any
//! version, and tables of Outlook, Google and others. Exports are often broken, so that nothing here asks for more than a name.
//!
//! Names, telephone numbers and e-mail addresses are taken; addresses, birthdays, notes and pictures are not, and no role is ever given.

mod blocks;
mod card;
mod line;
mod person;
mod table;

pub use blocks::blocks;
pub use person::{Left, Person, Taken};

use crate::base::ChannelKind;
use crate::source::table::{Encoding, NotRows, survey};

/// Longest file that is read, in bytes; pictures make address books long.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;
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

/// Reads an address book.
///
/// # Errors
/// If it is none, or nobody is in it.
pub fn read(bytes: &[u8]) -> Result<Taken, NotTaken> {
    // Memory is read without a fault.
    let surveyed = survey(bytes, &mut |_| {}).unwrap_or(Err(NotRows::Empty)).map_err(NotTaken::Not)?;
    let taken = if is_cards(bytes, surveyed.encoding) {
        card::read(bytes, surveyed.encoding)
    } else {
        table::read(bytes, surveyed.encoding)?
    };
    let taken = Taken { encoding: surveyed.encoding, ..taken };
    if taken.people.is_empty() { Err(NotTaken::Nobody) } else { Ok(taken) }
}

/// Whether one of the first lines begins a card.
fn is_cards(bytes: &[u8], encoding: Encoding) -> bool {
    const HEAD: usize = 4096;
    let text = encoding.text(&bytes[..bytes.len().min(HEAD)]).to_ascii_uppercase();
    text.lines().any(|line| line.trim_start_matches('\u{feff}').trim().replace(' ', "") == "BEGIN:VCARD")
}

/// Of several words about one number, the kind that says most.
const PREFERRED: [ChannelKind; 4] = [ChannelKind::Mobile, ChannelKind::Pager, ChannelKind::Desk, ChannelKind::Home];

/// Which kind of number a word means, in capitals; nothing where it says none.
fn person_kind(word: &str) -> Option<ChannelKind> {
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
