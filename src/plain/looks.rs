//! The commands that only look.

use super::commands::{lines, nothing_asked};
use super::walk::{Flow, Walk};
use super::{card, criteria, overview, whom};
use std::io;

pub(super) fn list(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let found = overview::list(&walk.session.view());
    lines(walk, found)
}

pub(super) fn rules(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let found = criteria::rules(&walk.session.view());
    lines(walk, found)
}

pub(super) fn glance(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let found = walk.in_folder(overview::glance);
    lines(walk, found)
}

pub(super) fn who(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let mut found = whom::calls(&walk.session.view());
    if found.is_empty() {
        found.push("No call is due now.".into());
    }
    let person = Some(walk.session.person()).filter(|person| !person.is_empty());
    found.insert(0, format!("At the keyboard: {}.", person.unwrap_or("nobody is named yet")));
    lines(walk, found)
}

pub(super) fn why(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let Some(target) = walk.current() else { return nothing_asked(walk) };
    let found = card::why(&walk.session.view(), target);
    lines(walk, found)
}

pub(super) fn place(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let place = walk.session.folder().path().display().to_string();
    walk.line(&place)?;
    Ok(Flow::Stay)
}
