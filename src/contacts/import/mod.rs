//! People of an address book that another program exported, as blocks of a phone list for somebody to read through: vCards of any
//! version, and tables of Outlook, Google and others. Exports are often broken, so that nothing here asks for more than a name.
//!
//! Names, telephone numbers and e-mail addresses are taken; addresses, birthdays, notes and pictures are not, and no role is ever given.

mod blocks;
mod card;
mod form;
mod line;
mod person;
mod table;

pub use blocks::blocks;
pub use form::{Form, MOST_PEOPLE, NotTaken};
pub use person::{Left, Person, Taken};

use crate::source::table::{Encoding, NotRows, survey};

/// Longest file that is read, in bytes; pictures make address books long.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

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
