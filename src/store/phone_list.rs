//! The organisation's phone list on the disk: where it is looked for, and reading it within bounds.

use super::open::read_bounded;
use crate::base::text::{counted, inert_line};
use crate::contacts::{PhoneFile, load};
use crate::source::{MOST_BYTES, Source};
use std::path::{Path, PathBuf};
use thiserror::Error;

pub const FILE: &str = "contacts.toml";

/// Why a phone list was not read. The work on a case goes on without it.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("The phone list {path} was not read: {why}.")]
pub struct NotUsed {
    /// The file, as it was named.
    pub path: String,
    /// Why, as a clause.
    pub why: String,
}

/// Where the phone list is: as somebody said, else beside the folder of the cases, else in the folder of this person's
/// settings; the first that is there. `None` where there is none.
pub fn place(given: Option<&Path>, cases: Option<&Path>) -> Option<PathBuf> {
    if let Some(path) = given {
        return Some(path.to_owned());
    }
    let beside = cases.map(|cases| cases.parent().unwrap_or(Path::new("")).join(FILE));
    let settings = directories::ProjectDirs::from("", "", "breachbook").map(|dirs| dirs.config_dir().join(FILE));
    beside.into_iter().chain(settings).find(|path| path.symlink_metadata().is_ok())
}

/// A phone list for the work on a case.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// The list; `None` where there is none, or it could not be read.
    pub file: Option<PhoneFile>,
    /// What people should know about it.
    pub remark: Option<String>,
}

impl Found {
    /// Looks for the phone list and reads it as it is now. That it cannot be read stops nobody from working on a case.
    pub fn at(given: Option<&Path>, cases: Option<&Path>) -> Self {
        match place(given, cases).map(|path| read(&path)) {
            None => Self::default(),
            Some(Ok(file)) => Self { remark: left_out(&file), file: Some(file) },
            Some(Err(error)) => Self { file: None, remark: Some(format!("{error} The case is used without it.")) },
        }
    }
}

/// Says that a phone list has mistakes, and what that means; `None` without one.
pub fn left_out(file: &PhoneFile) -> Option<String> {
    let mistakes = counted(file.mistakes(), "mistake", "mistakes");
    (file.mistakes() > 0).then(|| {
        format!(
            "The phone list {} has {mistakes}; what they are about is left out, the rest is used. \
             See them with: breachbook contacts check",
            inert_line(&file.source.name)
        )
    })
}

/// Reads a phone list. Mistakes in it are no failure: they stand in [`PhoneFile::problems`].
///
/// # Errors
/// If the file cannot be opened, is no plain file, is too large, or is not UTF-8.
pub fn read(path: &Path) -> Result<PhoneFile, NotUsed> {
    let not_used = |why: String| NotUsed { path: path.to_string_lossy().into_owned(), why };
    let bytes = read_bounded(path, MOST_BYTES as u64).map_err(|why| not_used(why.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| not_used("it is not UTF-8 text".into()))?;
    Ok(load(Source::new(path.to_string_lossy(), text)))
}
