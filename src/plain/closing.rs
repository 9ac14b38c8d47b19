//! Closing the case and opening it again, in the walk.

use super::commands::split;
use super::walk::{Flow, Walk};
use crate::record::Draft;
use crate::record::verbs::{close as closing, reopen as reopening};
use std::io;

pub(super) fn close(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    close_with(walk, words, None)
}

pub(super) fn close_anyway(walk: &mut Walk<'_>, words: &str) -> io::Result<Flow> {
    close_with(walk, words, Some(crate::record::draft::ON.to_owned()))
}

fn close_with(walk: &mut Walk<'_>, words: &str, anyway: Option<String>) -> io::Result<Flow> {
    let (role, reason) = split(words, " because ");
    let draft = Draft::new(&closing::VERB, "").with(&closing::ROLE, role).with_some(&closing::REASON, reason);
    let closed = walk.submit(&draft.with_some(&closing::ANYWAY, anyway))?;
    Ok(if closed { Flow::Show } else { Flow::Stay })
}

pub(super) fn reopen(walk: &mut Walk<'_>, reason: &str) -> io::Result<Flow> {
    let opened = walk.submit(&Draft::new(&reopening::VERB, "").with(&reopening::REASON, reason))?;
    Ok(if opened { Flow::Show } else { Flow::Stay })
}
