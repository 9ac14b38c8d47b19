//! Making a case: under a hidden name until its first entry is on the disk, so that what a failing disk, a kill or a power cut
//! leaves behind is never taken for a case.

use super::disk::{Disk, DiskFile, RealDisk};
use super::folder::{CaseFolder, EXERCISE, MAX_FROZEN_BYTES, MAX_FROZEN_FILES, StoreError, is_file_name};
use super::open::NotRead;
use super::{names, platform};
use crate::base::CaseId;
use crate::journal::Mode;
use chrono::NaiveDate;
use std::io;
use std::path::{Path, PathBuf};

const README: &str = include_str!("../../assets/case-readme.txt");
pub(super) const VERIFIER: &str = include_str!("../../assets/verify.py");
const FOLDERS: [&str; 4] = ["playbook", "journals", "evidence", "documents"];
/// What the name of a case ends in that is not opened yet; it begins with a dot.
const UNFINISHED: &str = ".unfinished";

#[derive(Clone, Copy, Debug)]
pub struct NewCase<'a> {
    /// The word in the folder's name: `a-z`, `0-9` and `-`. Any other text, and none, means a word of the list.
    pub word: Option<&'a str>,
    pub date: NaiveDate,
    pub mode: Mode,
    /// Its name for good; see [`platform::new_case`].
    pub case: &'a CaseId,
    /// The playbook in use: file names and contents. The phone list is not frozen.
    pub frozen: &'a [(String, Vec<u8>)],
}

/// Whether this is the name of a case whose start came to no end.
pub(super) fn is_unfinished(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(UNFINISHED)
}

impl CaseFolder {
    /// Makes `<date>-<word>`, or `ex-<date>-<word>` for an exercise, in `parent`, which is made if it is missing. Everything is on
    /// the disk when this returns.
    pub fn create(parent: &Path, new: &NewCase<'_>) -> Result<Self, StoreError> {
        Unfinished::make(&RealDisk, parent, new)?.finish(&RealDisk)
    }
}

/// A case folder that has no name of its own yet. Whoever does not finish it discards it.
#[derive(Debug)]
pub struct Unfinished {
    folder: CaseFolder,
    parent: PathBuf,
    /// What its name begins with.
    prefix: String,
    word: Option<String>,
}

impl Unfinished {
    /// Makes the folder and everything in it. Where that fails, what was made is taken away again.
    pub fn make(disk: &dyn Disk, parent: &Path, new: &NewCase<'_>) -> Result<Self, StoreError> {
        if new.frozen.len() > MAX_FROZEN_FILES {
            return Err(StoreError::TooMany { path: parent.to_owned(), limit: MAX_FROZEN_FILES });
        }
        for (name, bytes) in new.frozen {
            if !is_file_name(name) {
                return Err(StoreError::BadName(name.clone()));
            }
            if bytes.len() as u64 > MAX_FROZEN_BYTES {
                let why = NotRead::TooLarge { bytes: bytes.len() as u64, limit: MAX_FROZEN_BYTES };
                return Err(StoreError::NotRead { path: PathBuf::from(name), why });
            }
        }
        let prefix = format!("{}{}", if new.mode == Mode::Exercise { "ex-" } else { "" }, new.date);
        let mut made = Self::make_with(disk, parent, (prefix, new.word), new.case, |path| fill(disk, path, new))?;
        made.folder.says = Some(new.mode);
        Ok(made)
    }

    /// The same with what `fill` puts into the hidden folder, for a name that begins with a prefix and ends in a word.
    pub(super) fn make_with(
        disk: &dyn Disk,
        parent: &Path,
        (prefix, word): (String, Option<&str>),
        case: &CaseId,
        fill: impl FnOnce(&Path) -> io::Result<()>,
    ) -> Result<Self, StoreError> {
        let fail = |error| StoreError::NotMade { path: parent.to_owned(), error, left: None };
        let hidden = format!(".{prefix}-{}{UNFINISHED}", platform::random_name().map_err(fail)?);
        disk.make_folder(parent).map_err(fail)?;
        let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let wanted = word.filter(|word| (1..=40).contains(&word.len()) && word.bytes().all(sign));
        let made = Self {
            folder: CaseFolder { path: parent.join(hidden), case: Some(case.clone()), says: None },
            parent: parent.to_owned(),
            prefix,
            word: wanted.map(str::to_owned),
        };
        match fill(&made.folder.path) {
            Ok(()) => Ok(made),
            Err(error) => Err(made.discard(disk, error)),
        }
    }

    /// A folder that has its name already.
    pub fn named(folder: CaseFolder) -> Self {
        let parent = folder.path.parent().unwrap_or(Path::new(".")).to_owned();
        Self { folder, parent, prefix: String::new(), word: None }
    }

    pub fn folder(&self) -> &CaseFolder {
        &self.folder
    }

    /// Gives the folder its name. It is a case when this returns, and nothing is left of it otherwise.
    pub fn finish(mut self, disk: &dyn Disk) -> Result<CaseFolder, StoreError> {
        let hidden = self.folder.path.clone();
        if self.prefix.is_empty() {
            return Ok(self.folder);
        }
        for attempt in 0..1000 {
            let path = match self.name(attempt) {
                Ok(name) => self.parent.join(name),
                Err(error) => return Err(self.discard(disk, error)),
            };
            // A rename would take the place of an empty folder without a word.
            if path.symlink_metadata().is_ok() {
                continue;
            }
            match disk.rename(&hidden, &path) {
                Ok(()) => self.folder.path = path,
                Err(error) if is_taken(&error) => continue,
                Err(error) => {
                    // It may have been done after all. Whether a folder is this one, its own words say.
                    if CaseFolder::open(&path).is_ok_and(|found| found.case == self.folder.case) {
                        self.folder.path = path;
                    }
                    return Err(self.discard(disk, error));
                }
            }
            if let Err(error) = disk.sync_folder(&self.parent) {
                if disk.rename(&self.folder.path, &hidden).is_ok() {
                    self.folder.path = hidden;
                }
                return Err(self.discard(disk, error));
            }
            return Ok(self.folder);
        }
        Err(self.discard(disk, io::ErrorKind::AlreadyExists.into()))
    }

    /// Takes away what was made, and says that no case was opened, and why.
    pub fn discard(&self, disk: &dyn Disk, error: io::Error) -> StoreError {
        let path = &self.folder.path;
        disk.discard_folder(path);
        let left = path.symlink_metadata().is_ok().then(|| path.clone());
        StoreError::NotMade { path: self.parent.clone(), error, left }
    }

    fn name(&self, attempt: usize) -> io::Result<String> {
        let word = match &self.word {
            Some(word) if attempt == 0 => word.clone(),
            Some(word) => format!("{word}-{}", attempt + 1),
            None => {
                let at = platform::random_below(names::WORDS.len())?;
                // After many cases in one day the words run out.
                let number = if attempt < 400 { String::new() } else { format!("-{attempt}") };
                format!("{}{number}", names::WORDS[at])
            }
        };
        Ok(format!("{}-{word}", self.prefix))
    }
}

fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty)
}

fn fill(disk: &dyn Disk, path: &Path, new: &NewCase<'_>) -> io::Result<()> {
    let exercise = if new.mode == Mode::Exercise { EXERCISE } else { "" };
    let readme = README
        .replace("{exercise}", exercise)
        .replace("{case}", new.case.as_str())
        .replace("{date}", &new.date.to_string());
    disk.make_folder(path)?;
    put(disk, &path.join("README.txt"), readme.as_bytes())?;
    put(disk, &path.join("verify.py"), VERIFIER.as_bytes())?;
    // Without this, git turns line feeds into CR LF on some systems and no seal fits any more.
    put(disk, &path.join(".gitattributes"), b"* -text\n")?;
    for folder in FOLDERS {
        disk.make_folder(&path.join(folder))?;
    }
    for (name, bytes) in new.frozen {
        put(disk, &path.join("playbook").join(name), bytes)?;
    }
    FOLDERS.iter().try_for_each(|folder| disk.sync_folder(&path.join(folder)))?;
    disk.sync_folder(path)
}

pub(super) fn put(disk: &dyn Disk, path: &Path, mut bytes: &[u8]) -> io::Result<()> {
    let mut file: Box<dyn DiskFile> = disk.create_new(path)?;
    while !bytes.is_empty() {
        let taken = file.write(bytes)?;
        if taken == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        bytes = bytes.get(taken..).unwrap_or_default();
    }
    file.sync_file()
}
