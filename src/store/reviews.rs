//! The readiness reviews among the cases, the newest of each readiness playbook first; exercises do not count.
//!
//! Which cases are reviews is seen from the head of the playbook that is frozen in them; the journals of all other cases
//! are not read.

use super::Frozen;
use super::folder::{CaseFolder, MAX_FROZEN_BYTES, StoreError, file_names};
use super::library::{Library, summary};
use super::open::{NotRead, read_bounded, read_start};
use crate::base::Stamp;
use crate::journal::Mode;
use crate::playbook::bundled;
use crate::playbook::model::Kind;
use std::path::Path;

/// How far into a frozen playbook its head is looked for at first, in bytes.
const NEAR: u64 = 16 * 1024;
/// Most files of a frozen playbook in which its head is looked for.
const MAX_FILES: usize = 64;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Follows {
    pub playbook: String,
    pub kind: Kind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Review {
    pub folder: CaseFolder,
    pub playbook: String,
    /// The earliest moment that its entries show.
    pub opened: Stamp,
    /// Whether it was closed and not opened again.
    pub closed: bool,
    pub damaged: bool,
}

impl CaseFolder {
    /// The playbook that is frozen in this case, by its head; `None` if it has none that can be read.
    pub fn follows(&self) -> Option<Follows> {
        let folder = self.path().join("playbook");
        let names = file_names(&folder, MAX_FILES).ok()?;
        names.iter().map(|name| folder.join(name)).filter(|path| is_toml(path)).find_map(|path| head(&path))
    }
}

impl Library {
    /// Every review of one readiness playbook, or of all, in order of playbook and the newest first. What was opened last is
    /// the newest; of two that were opened in the same moment, the one whose name comes later.
    pub fn reviews(&self, only: Option<&str>) -> Result<Vec<Review>, StoreError> {
        Ok(reviews_among(self.folders()?, only))
    }
}

/// As [`Library::reviews`], of these cases.
pub fn reviews_among(cases: impl IntoIterator<Item = CaseFolder>, only: Option<&str>) -> Vec<Review> {
    let mut found: Vec<Review> = Vec::new();
    for folder in cases {
        // Exercises carry it in their name; what the journals say is asked below.
        let Some(follows) = folder
            .follows()
            .filter(|follows| follows.kind == Kind::Readiness && only.is_none_or(|only| only == follows.playbook))
        else {
            continue;
        };
        let journals = folder.read().unwrap_or_default();
        let ordered = journals.order();
        let known = summary(&folder, &journals, &ordered, &Frozen::of(&folder, &journals, &ordered));
        let (Some(opened), Mode::Live) = (known.opened, known.mode) else { continue };
        found.push(Review {
            playbook: follows.playbook,
            opened,
            closed: known.closed,
            damaged: !known.damage.is_empty(),
            folder,
        });
    }
    let age = |review: &Review| (review.opened, review.folder.name());
    found.sort_by(|a, b| (&a.playbook, age(b)).cmp(&(&b.playbook, age(a))));
    found
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "toml")
}

/// The head of a playbook file. It stands near the beginning; only where it does not, the whole file is read.
fn head(path: &Path) -> Option<Follows> {
    let text = |bytes: Result<Vec<u8>, NotRead>| {
        let summary = bundled::summary(&String::from_utf8_lossy(&bytes.ok()?))?;
        Some(Follows { playbook: summary.id, kind: summary.kind })
    };
    text(read_start(path, NEAR)).or_else(|| text(read_bounded(path, MAX_FROZEN_BYTES)))
}
