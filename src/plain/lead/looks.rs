//! Commands that only look.

use super::{Flow, Lead, commands};
use crate::page::console;
use std::io;

pub(super) fn status(lead: &mut Lead<'_>, _: &str) -> io::Result<Flow> {
    let page = console::page(&lead.conduct.board());
    lead.page(&page)?;
    Ok(Flow::GoesOn)
}

/// The clock in one line, and whatever must be known of it.
pub(super) fn glance(lead: &mut Lead<'_>) -> io::Result<Flow> {
    let board = lead.conduct.board();
    let (clock, remarks) = (console::clock(&board).words(), console::remarks(&board));
    lead.line(&format!("EXERCISE  {clock}"))?;
    remarks.iter().try_for_each(|line| lead.line(line))?;
    Ok(Flow::GoesOn)
}

pub(super) fn show(lead: &mut Lead<'_>, number: &str) -> io::Result<Flow> {
    let board = lead.conduct.board();
    let page = board.plan.slot(number).map(|slot| console::inject(&board, slot));
    match page {
        Some(page) => lead.page(&page)?,
        None => lead.line("Give the number of an inject that the list shows: show 3")?,
    }
    Ok(Flow::GoesOn)
}

pub(super) fn left(lead: &mut Lead<'_>, _: &str) -> io::Result<Flow> {
    let page = console::left(&lead.conduct.board());
    lead.page(&page)?;
    Ok(Flow::GoesOn)
}

pub(super) fn expected(lead: &mut Lead<'_>, _: &str) -> io::Result<Flow> {
    let page = console::expected(&lead.conduct.board());
    if page.is_empty() {
        lead.line("Nothing is expected before an inject is out.")?;
    }
    lead.page(&page)?;
    Ok(Flow::GoesOn)
}

pub(super) fn roles(lead: &mut Lead<'_>, _: &str) -> io::Result<Flow> {
    let page = console::roles(&lead.conduct.board());
    lead.page(&page)?;
    Ok(Flow::GoesOn)
}

pub(super) fn help(lead: &mut Lead<'_>, _: &str) -> io::Result<Flow> {
    for command in commands::table() {
        let takes = if command.takes.is_empty() { String::new() } else { format!(" {}", command.takes) };
        lead.line(&format!("{}{takes}: {}", command.name, command.help))?;
    }
    Ok(Flow::GoesOn)
}
