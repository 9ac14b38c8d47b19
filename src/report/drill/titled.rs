//! What a script names, by the titles of its playbook where it is written for one.

use crate::base::{ItemId, Stamp};
use crate::drill::script::{Addressee, Script};
use crate::page::Document;
use crate::playbook::Playbook;

/// A script with the playbook that it is written for, if it is written for one.
pub(super) struct Of<'s> {
    pub script: &'s Script,
    pub playbook: Option<&'s Playbook>,
}

impl Of<'_> {
    pub fn role(&self, role: &ItemId) -> String {
        role_titled(self.playbook, role)
    }

    pub fn addressees(&self, to: &[Addressee]) -> String {
        let name = |one: &Addressee| match one {
            Addressee::Role(role) => self.role(role),
            Addressee::Words(words) => words.clone(),
        };
        to.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

/// A role by its title, although an item may be called like it; one that only the script knows by its name.
pub(super) fn role_titled(playbook: Option<&Playbook>, role: &ItemId) -> String {
    let known = playbook.and_then(|playbook| playbook.role(role.as_str()));
    known.map_or_else(|| role.as_str().replace('_', " "), |known| known.title.clone())
}

/// A role or an item by its title; one that only the script knows by its name.
pub(super) fn titled(playbook: Option<&Playbook>, id: &ItemId) -> String {
    let title = playbook.and_then(|playbook| playbook.title(id.as_str()));
    title.map_or_else(|| id.as_str().replace('_', " "), str::to_owned)
}

/// `Fri 13 Nov 2026 15:44 +11:00`.
pub(super) fn day_and_time(at: Stamp) -> String {
    at.instant().format("%a %-d %b %Y %H:%M %:z").to_string()
}

/// A text of several lines.
pub(super) fn paragraphs(page: &mut Document, text: &str) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        page.text(line);
    }
}
