//! What programs read: `status/1`, the log, receipts, reviews and phone lists as JSON. Pure.
//!
//! Every object is a struct made from typed state and never read back. Keys are only ever added within one schema number.
//! Texts are as recorded, not cut; whoever shows them makes them inert.

pub mod contacts;
pub mod log;
mod object;
mod point;
pub mod readiness;
pub mod receipt;
pub mod status;

pub use object::text;
pub use status::{Status, StatusOf, status};

use crate::base::written::written;
use crate::journal::{Damage, EntryId, Mode, Seal};

written!(Damage: to_string, EntryId: to_string, Mode: word, Seal: to_string);

fn open_or_closed(closed: bool) -> &'static str {
    if closed { "closed" } else { "open" }
}
