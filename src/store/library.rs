//! The cases that are kept on this computer.

use super::folder::{CaseFolder, StoreError};
use super::journals::Journals;
use crate::base::Stamp;
use crate::base::text::inert_line;
use crate::journal::{Mode, Ordered};
use crate::playbook::model::Kind;
use std::path::{Path, PathBuf};

/// Most folders that are looked at.
const MAX_CASES: usize = 4096;

/// The kind of the entry that closes a case, and the field of an early entry that holds its title.
const CLOSED: &str = "closed";
const REOPENED: &str = "reopened";
const TITLE: &str = "title";

/// The folder in which cases are kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Library {
    root: PathBuf,
}

/// What a list of cases shows of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseSummary {
    /// Name of the folder, inert.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Its title, inert, if an entry gives one.
    pub title: Option<String>,
    /// Live or exercise; from the journals, and from the name before there are any.
    pub mode: Mode,
    /// Digest of the playbook it was opened with.
    pub playbook: Option<String>,
    /// Whether it is a readiness review, by the playbook that is frozen in it.
    pub review: bool,
    /// Earliest and latest moment that its entries show, by the computers' own clocks.
    pub opened: Option<Stamp>,
    /// See `opened`.
    pub last: Option<Stamp>,
    /// Whether it was closed and not opened again.
    pub closed: bool,
    /// Whether something in it is damaged; `verify` tells what.
    pub damaged: bool,
}

impl Library {
    /// The cases in this folder, which need not exist yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where this system keeps a person's data, under `breachbook/cases`. `None` if the system names no such place.
    pub fn of_this_person() -> Option<Self> {
        directories::ProjectDirs::from("", "", "breachbook")
            .map(|dirs| Self::at(dirs.data_dir().join("cases")))
    }

    /// Where the cases are.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every case, the one with the latest entry first. A folder that is missing is an empty library.
    pub fn list(&self) -> Result<Vec<CaseSummary>, StoreError> {
        let mut cases = Vec::new();
        for folder in self.folders()? {
            let journals = folder.read().unwrap_or_default();
            cases.push(summary(&folder, &journals, &journals.order()));
        }
        cases.sort_by(|a, b| (b.last, &b.name).cmp(&(a.last, &a.name)));
        Ok(cases)
    }

    pub(super) fn folders(&self) -> Result<Vec<CaseFolder>, StoreError> {
        if !self.root.exists() {
            return Ok(Vec::new());
        }
        let names = super::folder::file_names(&self.root, MAX_CASES)?;
        Ok(names.iter().filter_map(|name| CaseFolder::open(&self.root.join(name)).ok()).collect())
    }

    /// Finds the case that somebody means: a path, the name of a folder, or the end of exactly one name (`sapphire`). A name in
    /// the library goes before a path, unless it is written with a separator.
    pub fn resolve(&self, wanted: &Path) -> Result<CaseFolder, StoreError> {
        let short = wanted.to_str().filter(|text| !text.contains(['/', '\\']) && !text.is_empty());
        if let Some(word) = short {
            let mut names: Vec<_> = self.folders()?;
            if let Some(exact) = names.iter().find(|case| case.name() == word) {
                return Ok(exact.clone());
            }
            let ending = format!("-{word}");
            names.retain(|case| case.name().ends_with(&ending));
            match names.as_slice() {
                [] => {}
                [one] => return Ok(one.clone()),
                many => {
                    let names: Vec<_> = many.iter().map(CaseFolder::name).collect();
                    return Err(StoreError::NoSuchCase(format!(
                        "\"{}\" can mean several cases: {}. Give the whole name",
                        inert_line(word),
                        names.join(", ")
                    )));
                }
            }
        }
        if wanted.exists() {
            return CaseFolder::open(wanted);
        }
        Err(StoreError::NoSuchCase(format!(
            "There is no case \"{}\", neither as a folder nor in {}. See what there is with: breachbook list",
            inert_line(&wanted.to_string_lossy()),
            inert_line(&self.root.to_string_lossy())
        )))
    }
}

/// What is seen of a case from its journals alone; `ordered` is what [`Journals::order`] gave.
pub fn summary(folder: &CaseFolder, journals: &Journals, ordered: &Ordered<'_>) -> CaseSummary {
    let entries = || ordered.entries.iter().map(|sealed| &sealed.entry);
    let header = journals
        .files
        .iter()
        .filter_map(|file| file.scan.header.as_ref())
        .min_by_key(|h| h.header.reading.wall);
    let name = folder.name();
    let by_name = if name.starts_with("ex-") { Mode::Exercise } else { Mode::Live };
    let title = entries().find_map(|entry| entry.fields.get_text(TITLE));
    let turned = entries().rfind(|entry| entry.kind == CLOSED || entry.kind == REOPENED);
    CaseSummary {
        name,
        path: folder.path().to_owned(),
        title: title.map(|title| inert_line(title).into_owned()),
        mode: header.map_or(by_name, |known| known.header.mode),
        review: folder.follows().is_some_and(|follows| follows.kind == Kind::Readiness),
        playbook: header.map(|known| inert_line(&known.header.playbook).into_owned()),
        opened: entries().map(|entry| entry.reading.wall).min(),
        last: entries().map(|entry| entry.reading.wall).max(),
        closed: turned.is_some_and(|entry| entry.kind == CLOSED),
        damaged: journals.is_damaged(ordered),
    }
}
