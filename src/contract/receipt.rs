//! `record --json`: what was recorded, under which seal, and what it switched on or off.

use crate::base::Stamp;
use crate::base::written::object;
use crate::case;
use crate::journal::{EntryId, Head, Mode};
use crate::page::receipt::{Said, Told};

object! {
    Receipt<'a>(recorded: Recorded<'a>, said: &'a Said, mode: Mode, head: &'a Head) => {
        mode: Mode = mode,
        recorded: Recorded<'a> = recorded,
        changes: &'a [Told] = &said.changes,
        understood: &'a [String] = &said.understood,
        remarks: &'a [String] = &said.remarks,
        /// The last block of the run.
        head: Block<'a> = Block::of(head),
    }
}

object! {
    Recorded<'a>(recorded: &'a case::Recorded, head: &'a Head, name: &'a str, number: usize) => {
        #[serde(flatten)]
        block: Block<'a> = Block::of(head),
        id: &'a EntryId = &recorded.id,
        name: &'a str = name,
        number: usize = number,
        at: Stamp = recorded.at,
    }
}

object! {
    Block<'a>(head: &'a Head) => {
        #[serde(flatten)]
        head: &'a Head = head,
        short: String = head.seal.short(),
    }
}
