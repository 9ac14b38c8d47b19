//! The commands that only look.

use super::commands::{lines as say, nothing_asked};
use super::walk::{Flow, Walk};
use super::{card, criteria, lines, overview, whom};
use crate::page::back;
use crate::page::call_list::{self, nobody};
use std::io;

pub(super) fn list(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let found = overview::list(&walk.session.view());
    say(walk, found)
}

pub(super) fn tests(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let found = criteria::tests(&walk.session.view());
    say(walk, found)
}

pub(super) fn glance(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let found = walk.in_folder(overview::glance);
    say(walk, found)
}

pub(super) fn who(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let view = walk.session.view();
    let mut found = whom::calls(&view);
    found.extend(nobody(&view, &call_list::list(&view)));
    let person = Some(walk.session.person()).filter(|person| !person.is_empty());
    found.insert(0, format!("At the keyboard: {}.", person.unwrap_or("nobody is named yet")));
    say(walk, found)
}

pub(super) fn why(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let Some(target) = walk.current() else { return nothing_asked(walk) };
    let found = card::why(&walk.session.view(), target);
    say(walk, found)
}

/// Where the case stands, as for somebody who comes back, and where it is kept.
pub(super) fn place(walk: &mut Walk<'_>, _: &str) -> io::Result<Flow> {
    let mut found = walk.in_folder(|of, folder| {
        let faults = folder.damage.iter().map(ToString::to_string).collect();
        let page = back::page(of, &back::Beside { faults, ..back::Beside::default() });
        lines::of(&page).iter().map(|line| card::without_signs(line)).collect::<Vec<_>>()
    });
    found.push(format!("Folder: {}", walk.session.folder().path().display()));
    say(walk, found)
}
