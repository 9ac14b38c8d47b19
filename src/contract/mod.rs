//! What programs read: `status/1`, the log, receipts, reviews and phone lists as JSON. Pure.
//!
//! Every object is a struct made from typed state and never read back. Keys are only ever added within one schema number.
//! Texts are as recorded, not cut; whoever shows them makes them inert.

pub mod case;
pub mod contacts;
pub mod drill_list;
pub mod drill_review;
pub mod log;
pub mod playbook;
pub mod printable;
pub mod readiness;
pub mod receipt;
pub mod status;

pub use status::{Folder, Status, status};

use crate::base::written::written;
use crate::journal::{Damage, EntryId, Seal};
use serde::Serialize;

written!(Damage: to_string, EntryId: to_string, Seal: to_string);

/// JSON in lines, without a final line feed.
///
/// # Errors
/// None that an object can cause: its keys are texts and its numbers finite.
pub fn text(of: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(of)
}
