//! The cases that are kept on this computer.

use super::damage;
use super::folder::{CaseFolder, StoreError};
use super::frozen::Frozen;
use super::journals::Journals;
use super::new_case::is_unfinished;
use crate::base::Stamp;
use crate::base::text::inert_line;
use crate::case::EntryKind;
use crate::journal::{Damage, Entry, Mode, Ordered};
use crate::playbook::model::Kind;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The field of the entry that opens a case, or of another early one, that holds its title.
const TITLE: &str = "title";

/// A case; with an error one whose journals are gone.
type Found = Result<CaseFolder, (CaseFolder, StoreError)>;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Library {
    root: PathBuf,
}

/// What a list of cases shows of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseSummary {
    /// Name of the folder, inert.
    pub name: String,
    pub path: PathBuf,
    /// Its title, inert, if an entry gives one.
    pub title: Option<String>,
    /// Live or exercise; from the journals, and from `README.txt` or the name where none can be read.
    pub mode: Mode,
    /// Digest of the playbook it was opened with.
    pub playbook: Option<String>,
    /// Whether it is a readiness review, by the playbook that is frozen in it.
    pub review: bool,
    /// Earliest and latest moment that its entries show, by the computers' own clocks.
    pub opened: Option<Stamp>,
    pub last: Option<Stamp>,
    /// Whether it was closed and not opened again.
    pub closed: bool,
    pub damage: Vec<Damage>,
}

/// A case of which only the folder was looked at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CasePlace {
    pub name: String,
    pub path: PathBuf,
    /// When a journal was last added to it, by the file system.
    pub changed: SystemTime,
}

impl Library {
    /// The cases in this folder, which need not exist yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where this system keeps a person's data, under `breachbook/cases`. `None` if the system names no such place.
    pub fn of_this_person() -> Option<Self> {
        directories::ProjectDirs::from("", "", "breachbook").map(|dirs| Self::at(dirs.data_dir().join("cases")))
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Every case, the one with the latest entry first. A folder that is missing is an empty library.
    pub fn list(&self) -> Result<Vec<CaseSummary>, StoreError> {
        let mut cases: Vec<_> = self.found()?.into_iter().map(read).collect();
        cases.sort_by(|a, b| (b.last, &b.name).cmp(&(a.last, &a.name)));
        Ok(cases)
    }

    /// Hidden folders of starts that came to no end: killed, or on a disk that failed. They are no cases, and nothing in them was
    /// ever acknowledged.
    pub fn unfinished(&self) -> Vec<PathBuf> {
        let Ok(found) = self.root.read_dir() else { return Vec::new() };
        let names = found.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut unfinished: Vec<_> =
            names.filter(|name| is_unfinished(name)).map(|name| self.root.join(name)).collect();
        unfinished.sort();
        unfinished
    }

    /// Every case by its folder alone, the one that was written to last first. No file is read but where journals are gone.
    pub fn places(&self) -> Result<Vec<CasePlace>, StoreError> {
        let mut places = Vec::new();
        for path in self.paths()? {
            let journals = path.join("journals").symlink_metadata().ok().filter(fs::Metadata::is_dir);
            if journals.is_none() && found(path.clone()).is_none() {
                continue;
            }
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            places.push(CasePlace {
                name: inert_line(&name).into_owned(),
                changed: journals.and_then(|found| found.modified().ok()).unwrap_or(UNIX_EPOCH),
                path,
            });
        }
        places.sort_by(|a, b| (b.changed, &b.path).cmp(&(a.changed, &a.path)));
        Ok(places)
    }

    /// Every case that has its journals.
    pub(super) fn folders(&self) -> Result<Vec<CaseFolder>, StoreError> {
        Ok(self.found()?.into_iter().filter_map(Result::ok).collect())
    }

    /// Every case in order of name; with an error those whose journals are gone.
    fn found(&self) -> Result<Vec<Found>, StoreError> {
        let mut paths = self.paths()?;
        paths.sort_unstable();
        Ok(paths.into_iter().filter_map(found).collect())
    }

    /// Everything that may be a case. However much lies there, every case is among it.
    fn paths(&self) -> Result<Vec<PathBuf>, StoreError> {
        if !self.root.exists() {
            return Ok(Vec::new());
        }
        let system = StoreError::system(&self.root);
        let mut paths = Vec::new();
        for entry in self.root.read_dir().map_err(&system)? {
            let name = entry.map_err(&system)?.file_name();
            if !name.to_str().is_some_and(is_unfinished) {
                paths.push(self.root.join(name));
            }
        }
        Ok(paths)
    }

    /// Finds the case that somebody means: a path, the name of a folder, or the end of exactly one name (`sapphire`). A name in
    /// the library goes before a path, unless it is written with a separator.
    pub fn resolve(&self, wanted: &Path) -> Result<CaseFolder, StoreError> {
        let short = wanted.to_str().filter(|text| !text.contains(['/', '\\']) && !text.is_empty());
        if let Some(word) = short {
            let found = self.found()?.into_iter();
            let mut names: Vec<_> = found.map(|found| found.unwrap_or_else(|(case, _)| case)).collect();
            if let Some(exact) = names.iter().find(|case| case.name() == word) {
                return CaseFolder::open(exact.path());
            }
            let ending = format!("-{word}");
            names.retain(|case| case.name().ends_with(&ending));
            match names.as_slice() {
                [] => {}
                [one] => return CaseFolder::open(one.path()),
                many => {
                    let names: Vec<_> = many.iter().map(CaseFolder::name).collect();
                    return Err(StoreError::Several { word: word.to_owned(), names });
                }
            }
        }
        if wanted.file_name().and_then(|name| name.to_str()).is_some_and(is_unfinished) {
            return Err(StoreError::Unfinished(wanted.to_owned()));
        }
        if wanted.exists() {
            return CaseFolder::open(wanted);
        }
        Err(StoreError::NoSuchCase { wanted: wanted.to_owned(), root: self.root.clone() })
    }
}

/// The case in this folder, if it is one.
fn found(path: PathBuf) -> Option<Found> {
    match CaseFolder::open(&path) {
        Ok(case) => Some(Ok(case)),
        Err(error @ StoreError::NoJournals { .. }) => Some(Err((CaseFolder::lost(path), error))),
        Err(_) => None,
    }
}

fn read(found: Found) -> CaseSummary {
    let read = found.and_then(|folder| match folder.read() {
        Ok(journals) => Ok((folder, journals)),
        Err(error) => Err((folder, error)),
    });
    match read {
        Ok((folder, journals)) => {
            let ordered = journals.order();
            summary(&folder, &journals, &ordered, &Frozen::of(&folder, &journals, &ordered))
        }
        Err((folder, error)) => unreadable(&folder, &error),
    }
}

/// What is seen of the case in this folder; `None` if there is none any more.
pub fn summary_at(path: &Path) -> Option<CaseSummary> {
    found(path.to_owned()).map(read)
}

/// A case whose journals cannot be listed: all that is known is that it is there and damaged.
fn unreadable(folder: &CaseFolder, error: &StoreError) -> CaseSummary {
    let nothing = Journals::default();
    let damage = Damage { place: "journals".into(), code: "unread", says: error.to_string() };
    CaseSummary { damage: vec![damage], ..summary(folder, &nothing, &nothing.order(), &Frozen::default()) }
}

/// What is seen of a case from what was read of it; `ordered` is what [`Journals::order`] gave.
pub fn summary(folder: &CaseFolder, journals: &Journals, ordered: &Ordered<'_>, frozen: &Frozen) -> CaseSummary {
    let entries = || ordered.entries.iter().map(|sealed| &sealed.entry);
    let header =
        journals.files.iter().filter_map(|file| file.scan.header.as_ref()).min_by_key(|h| h.header.reading.wall);
    let is = |entry: &Entry, kind: EntryKind| entry.kind == kind.word();
    let name = folder.name();
    let title = entries().find_map(|entry| entry.fields.get_text(TITLE));
    let turned = entries().rfind(|entry| is(entry, EntryKind::Closed) || is(entry, EntryKind::Reopened));
    CaseSummary {
        name,
        path: folder.path().to_owned(),
        title: title.map(|title| inert_line(title).into_owned()),
        mode: journals.mode.unwrap_or_else(|| folder.mode()),
        review: folder.follows().is_some_and(|follows| follows.kind == Kind::Readiness),
        playbook: header.map(|known| inert_line(&known.header.playbook).into_owned()),
        opened: entries().map(|entry| entry.reading.wall).min(),
        last: entries().map(|entry| entry.reading.wall).max(),
        closed: turned.is_some_and(|entry| is(entry, EntryKind::Closed)),
        damage: damage::of_case(frozen, journals, ordered),
    }
}
