//! A case folder: opened without changing anything. See `new_case.rs` for how one is made.

use super::not_recorded::Cause;
use super::open::{NotRead, read_bounded};
use crate::base::CaseId;
use crate::base::text::{self, inert_line};
use crate::journal::Mode;
use std::fmt;
use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

/// Most files that are frozen into a case.
pub const MAX_FROZEN_FILES: usize = 64;
/// What `README.txt` says of an exercise in its first sentence.
pub(super) const EXERCISE: &str = ", an EXERCISE";
/// Longest frozen file, in bytes.
pub const MAX_FROZEN_BYTES: u64 = 512 * 1024;

#[derive(Debug)]
pub enum StoreError {
    /// The system refused.
    System { path: PathBuf, error: io::Error },
    /// A new case could not be made. Nothing is left of it but what `left` names: a hidden folder, and no case.
    NotMade { path: PathBuf, error: io::Error, left: Option<PathBuf> },
    /// There is no `journals` folder in it.
    NotACase(PathBuf),
    /// A case, by its `README.txt`, whose folder of journals is not there; `why` is a clause.
    NoJournals { path: PathBuf, why: &'static str },
    /// A frozen file may not have this name.
    BadName(String),
    /// A file was not read.
    NotRead { path: PathBuf, why: NotRead },
    /// More files than are read.
    TooMany { path: PathBuf, limit: usize },
    /// A word can mean several cases.
    Several { word: String, names: Vec<String> },
    /// A start that was not finished.
    Unfinished(PathBuf),
    /// No case has this name.
    NoSuchCase { wanted: PathBuf, root: PathBuf },
}

impl StoreError {
    pub(super) fn system(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        |error| Self::System { path: path.to_owned(), error }
    }

    pub fn what(&self) -> String {
        match self {
            Self::System { path, error } => {
                let said = inert_line(&error.to_string()).into_owned();
                format!("{}: {} ({said}).", shown(path), Cause::of(error).what_reading())
            }
            Self::NotMade { .. } => format!("No case was opened: {}", self.why_not_made()),
            Self::NotACase(path) => {
                format!("{} is not a case folder: it has no folder \"journals\" of its own.", shown(path))
            }
            Self::NoJournals { path, why } => {
                format!("{}: {why}, so the record of this case cannot be read.", shown(path))
            }
            Self::BadName(name) => format!("\"{}\" cannot be kept in the case under that name.", inert_line(name)),
            Self::NotRead { path, why } => format!("{} was not read: {why}.", shown(path)),
            Self::TooMany { path, limit } => {
                format!("{} holds more than {limit} files, so it was not read.", shown(path))
            }
            Self::Several { word, names } => {
                format!("\"{}\" can mean several cases: {}.", inert_line(word), names.join(", "))
            }
            Self::Unfinished(path) => format!("{} is a start that was not finished, and no case.", shown(path)),
            Self::NoSuchCase { wanted, root } => {
                format!("There is no case \"{}\", neither as a folder nor in {}.", shown(wanted), shown(root))
            }
        }
    }

    pub fn now(&self) -> Option<String> {
        Some(match self {
            Self::System { error, .. } => format!("{} and try again.", Cause::of(error).remedy_reading()),
            Self::NotMade { error, .. } => format!("{} and start it again.", Cause::of(error).remedy_new()),
            Self::NotACase(_) => "Give the folder that holds README.txt and journals.".into(),
            Self::NoJournals { .. } => {
                "Nothing was changed; put the folder itself back there, or take another copy of the case.".into()
            }
            Self::BadName(_) => "Use a to z, 0 to 9, dot, dash and underscore, at most 64 signs.".into(),
            Self::NotRead { .. } => return None,
            Self::TooMany { .. } => "Take out what does not belong there.".into(),
            Self::Several { .. } => "Give the whole name.".into(),
            Self::Unfinished(_) => "Nothing in it was ever acknowledged; it can be removed.".into(),
            Self::NoSuchCase { .. } => "See what there is with: breachbook list.".into(),
        })
    }

    /// Both, under a title that says already that no case was opened.
    pub fn under_its_title(&self) -> String {
        match self {
            Self::NotMade { .. } => joined(&text::sentence(&self.why_not_made()), self.now()),
            _ => self.to_string(),
        }
    }

    fn why_not_made(&self) -> String {
        let Self::NotMade { path, error, left } = self else { return String::new() };
        let left = left.as_ref().map(|left| format!(" What was begun could not be taken away: {}.", shown(left)));
        let said = inert_line(&error.to_string()).into_owned();
        let what = Cause::of(error).what();
        format!("{what} ({}). The system said: {said}.{}", shown(path), left.unwrap_or_default())
    }
}

fn joined(what: &str, now: Option<String>) -> String {
    now.map_or_else(|| what.to_owned(), |now| format!("{what} {now}"))
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&joined(&self.what(), self.now()))
    }
}

impl std::error::Error for StoreError {}

fn shown(path: &Path) -> String {
    inert_line(&path.to_string_lossy()).into_owned()
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseFolder {
    pub(super) path: PathBuf,
    pub(super) case: Option<CaseId>,
    pub(super) says: Option<Mode>,
}

impl CaseFolder {
    /// Takes a folder that is there. Only its shape is looked at.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let journals = path.join("journals");
        let own = |path: &Path| path.symlink_metadata().is_ok_and(|found| found.is_dir());
        if !own(&journals) {
            // A folder that cannot be looked into is another trouble than one that is not a case.
            if let Err(error) = path.read_dir() {
                return Err(StoreError::System { path: path.to_owned(), error });
            }
            // A case that lost its journals is told apart from a folder that never was one.
            if readme(path).is_some() {
                let why = match journals.symlink_metadata() {
                    Ok(found) if found.is_symlink() => "it is a link to somewhere else",
                    Ok(_) => "it is a file",
                    Err(_) => "it is not there any more",
                };
                return Err(StoreError::NoJournals { path: journals, why });
            }
            return Err(StoreError::NotACase(path.to_owned()));
        }
        let (case, says) = readme(path).unzip();
        Ok(Self { path: path.to_owned(), case, says })
    }

    /// A folder that is a case by its `README.txt` and cannot be opened.
    pub(super) fn lost(path: PathBuf) -> Self {
        let (case, says) = readme(&path).unzip();
        Self { path, case, says }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its last path component, for people; inert.
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| inert_line(&name.to_string_lossy()).into_owned()).unwrap_or_default()
    }

    /// The case that `README.txt` names; `None` if it was removed or edited. What the journals say goes before it, see
    /// [`super::Journals::case`].
    pub fn case(&self) -> Option<&CaseId> {
        self.case.as_ref()
    }

    /// Live or exercise as `README.txt` says; `None` if that was removed or edited.
    pub(super) fn says(&self) -> Option<Mode> {
        self.says
    }

    /// Live or exercise where no journal tells: as `README.txt` says, else by the name of the folder.
    pub fn mode(&self) -> Mode {
        let named = if self.name().starts_with("ex-") { Mode::Exercise } else { Mode::Live };
        self.says.unwrap_or(named)
    }

    /// Where the files lie that were taken in; the folder is made with the first of them.
    pub fn files_path(&self) -> PathBuf {
        self.path.join("files")
    }

    pub fn journals_path(&self) -> PathBuf {
        self.path.join("journals")
    }
}

/// Names in a folder, sorted; an error if there are more than `limit`.
pub(super) fn file_names(folder: &Path, limit: usize) -> Result<Vec<std::ffi::OsString>, StoreError> {
    let system = StoreError::system(folder);
    let mut names = Vec::new();
    for entry in folder.read_dir().map_err(&system)? {
        names.push(entry.map_err(&system)?.file_name());
        if names.len() > limit {
            return Err(StoreError::TooMany { path: folder.to_owned(), limit });
        }
    }
    names.sort();
    Ok(names)
}

/// Lower-case, legal on every system, never hidden and never a path.
pub(super) fn is_file_name(name: &str) -> bool {
    let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'_');
    (1..=64).contains(&name.len()) && name.bytes().all(sign) && !name.starts_with('.') && !name.ends_with('.')
}

pub(super) fn private(parents: bool) -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(parents);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// `Case: <id>` in `README.txt`, and whether the case is an exercise by it.
fn readme(folder: &Path) -> Option<(CaseId, Mode)> {
    let bytes = read_bounded(&folder.join("README.txt"), MAX_FROZEN_BYTES).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (before, rest) = text.split_once("Case: ")?;
    let mode = if before.contains(EXERCISE) { Mode::Exercise } else { Mode::Live };
    Some((CaseId::new(rest.get(..26)?)?, mode))
}
