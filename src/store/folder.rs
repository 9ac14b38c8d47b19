//! A case folder: opened without changing anything. See `new_case.rs` for how one is made.

use super::not_recorded::Cause;
use super::open::{NotRead, read_bounded};
use crate::base::CaseId;
use crate::base::text::inert_line;
use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Most files that are frozen into a case.
pub const MAX_FROZEN_FILES: usize = 64;
/// Longest frozen file, in bytes.
pub const MAX_FROZEN_BYTES: u64 = 512 * 1024;

/// Why a case folder could not be made or read.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The system refused.
    #[error("{}: {} ({}). {} and try again", shown(path), Cause::of(error).what_reading(), inert_line(&error.to_string()), Cause::of(error).remedy_reading())]
    System {
        /// Where.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A new case could not be made. Nothing is left of it but what `left` names.
    #[error("No case was opened: {} ({}). The system said: {}. {}{} and start it again", Cause::of(error).what(), shown(path), inert_line(&error.to_string()), left_over(left.as_ref()), Cause::of(error).remedy_new())]
    NotMade {
        /// Where.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
        /// A folder that could not be taken away again. It is hidden, and no case.
        left: Option<PathBuf>,
    },
    /// There is no `journals` folder in it.
    #[error("{} is not a case folder: it has no folder \"journals\" of its own. Give the folder that holds README.txt and journals", shown(.0))]
    NotACase(PathBuf),
    /// A case, by its `README.txt`, whose folder of journals is not there.
    #[error(
        "{}: {why}, so the record of this case cannot be read. Nothing was changed; put the folder itself back there, or take another copy of the case",
        shown(path)
    )]
    NoJournals {
        /// The folder of journals.
        path: PathBuf,
        /// What is the matter with it, as a clause.
        why: &'static str,
    },
    /// A frozen file may not have this name.
    #[error("\"{}\" cannot be kept in the case under that name. Use a to z, 0 to 9, dot, dash and underscore, at most 64 signs", inert_line(.0))]
    BadName(String),
    /// A file was not read.
    #[error("{} was not read: {why}", shown(path))]
    NotRead {
        /// Which.
        path: PathBuf,
        /// Why.
        why: NotRead,
    },
    /// More files than are read.
    #[error("{} holds more than {limit} files, so it was not read. Take out what does not belong there", shown(path))]
    TooMany {
        /// Where.
        path: PathBuf,
        /// How many are read at most.
        limit: usize,
    },
    /// No case has this name, or more than one has.
    #[error("{0}")]
    NoSuchCase(String),
}

impl StoreError {
    pub(super) fn system(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        |error| Self::System { path: path.to_owned(), error }
    }
}

fn left_over(left: Option<&PathBuf>) -> String {
    left.map(|left| format!("What was begun could not be taken away: {}. ", shown(left))).unwrap_or_default()
}

fn shown(path: &Path) -> String {
    inert_line(&path.to_string_lossy()).into_owned()
}

/// A case folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseFolder {
    pub(super) path: PathBuf,
    pub(super) case: Option<CaseId>,
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
            if case_of_readme(path).is_some() {
                let why = match journals.symlink_metadata() {
                    Ok(found) if found.is_symlink() => "it is a link to somewhere else",
                    Ok(_) => "it is a file",
                    Err(_) => "it is not there any more",
                };
                return Err(StoreError::NoJournals { path: journals, why });
            }
            return Err(StoreError::NotACase(path.to_owned()));
        }
        Ok(Self { path: path.to_owned(), case: case_of_readme(path) })
    }

    /// A folder that is a case by its `README.txt` and cannot be opened.
    pub(super) fn lost(path: PathBuf) -> Self {
        Self { case: case_of_readme(&path), path }
    }

    /// Where it is.
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

    /// Where the files lie that were taken in; the folder is made with the first of them.
    pub fn files_path(&self) -> PathBuf {
        self.path.join("files")
    }

    /// Where the journals are.
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

/// `Case: <id>` in `README.txt`.
fn case_of_readme(folder: &Path) -> Option<CaseId> {
    let bytes = read_bounded(&folder.join("README.txt"), MAX_FROZEN_BYTES).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (_, rest) = text.split_once("Case: ")?;
    CaseId::new(rest.get(..26)?)
}
