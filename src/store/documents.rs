//! Files that leave the program: each appears whole or not at all, under a name that nothing had before.
//!
//! The bytes go into a hidden draft, which is synced; the name is then taken with an empty file that must not exist yet, and the
//! draft is renamed over that. So neither half a file nor the end of somebody else's is ever seen under a name that was given.

use super::CaseFolder;
use super::disk::{Disk, DiskFile, RealDisk};
use super::not_recorded::{Cause, NotRecorded};
use super::open::read_bounded;
use super::platform::random_name;
use crate::base::text::inert_line;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How often a name is tried with another number behind it.
const MOST_OF_ONE_NAME: usize = 1000;

/// A folder for files that leave the program.
pub struct Documents {
    disk: Box<dyn Disk>,
    folder: PathBuf,
    /// Whether the folder is the case's own, which is made with the first file.
    own: bool,
}

/// Why a file is not there.
#[derive(Debug)]
pub enum NotWritten {
    /// Something has that name; it was left as it is.
    InTheWay(PathBuf),
    Disk(NotRecorded),
}

/// A file that is on the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    pub path: PathBuf,
    /// A file of that name with these very bytes was there already.
    pub was_there: bool,
}

/// What a file holds. It may be too long to be in memory, and is then made as it is written.
pub trait Content {
    /// # Errors
    /// What the system said, or why it cannot be made.
    fn put(&self, to: &mut dyn Write) -> io::Result<()>;

    /// Whether a file holds this and nothing else.
    fn is_in(&self, path: &Path) -> bool;
}

/// Bytes that are there.
struct Whole<'b>(&'b [u8]);

impl Content for Whole<'_> {
    fn put(&self, to: &mut dyn Write) -> io::Result<()> {
        to.write_all(self.0)
    }

    fn is_in(&self, path: &Path) -> bool {
        read_bounded(path, self.0.len() as u64).is_ok_and(|there| there == self.0)
    }
}

/// A file of any disk, for whoever writes to it.
struct Grows<'f>(&'f mut dyn DiskFile);

impl Write for Grows<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Documents {
    /// The folder `documents` of a case.
    pub fn of(case: &CaseFolder) -> Self {
        Self::on(Box::new(RealDisk), &case.path().join("documents"))
    }

    /// The same on any disk.
    pub fn on(disk: Box<dyn Disk>, folder: &Path) -> Self {
        Self { disk, folder: folder.to_owned(), own: true }
    }

    /// A folder that somebody names and that must be there. Behind a link lies the folder that the link names.
    ///
    /// # Errors
    /// What the system said.
    pub fn elsewhere(disk: Box<dyn Disk>, folder: &Path) -> Result<Self, NotWritten> {
        let named = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let found = named.canonicalize().and_then(|path| {
            if path.metadata()?.is_dir() { Ok(path) } else { Err(io::ErrorKind::NotADirectory.into()) }
        });
        let folder = found.map_err(|error| NotWritten::Disk(NotRecorded::disk(named, error)))?;
        Ok(Self { disk, folder, own: false })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file of this name. Where the name is taken, a number goes behind it; a file with the same bytes is left as it is
    /// and named.
    ///
    /// # Errors
    /// What the disk said; nothing is there then that was not there before.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<Written, NotWritten> {
        self.write_content(name, &Whole(bytes))
    }

    /// The same of what may be too long to be in memory.
    ///
    /// # Errors
    /// As for bytes.
    pub fn write_content(&self, name: &str, content: &dyn Content) -> Result<Written, NotWritten> {
        let draft = self.draft(content)?;
        let (stem, ending) = name.rsplit_once('.').map_or((name, String::new()), |(a, b)| (a, format!(".{b}")));
        for number in 1..=MOST_OF_ONE_NAME {
            let numbered = if number == 1 { name.to_owned() } else { format!("{stem}-{number}{ending}") };
            let path = self.folder.join(numbered);
            match self.take(&draft, &path) {
                Err(NotWritten::InTheWay(_)) if content.is_in(&path) => {
                    self.disk.discard(&draft);
                    return Ok(Written { path, was_there: true });
                }
                Err(NotWritten::InTheWay(_)) => {}
                Err(other) => return Err(other),
                Ok(()) => return Ok(Written { path, was_there: false }),
            }
        }
        self.disk.discard(&draft);
        Err(NotWritten::InTheWay(self.folder.join(name)))
    }

    /// Writes a file of this name and no other.
    ///
    /// # Errors
    /// If something has that name, or what the disk said; nothing is there then that was not there before.
    pub fn write_as(&self, name: &str, bytes: &[u8]) -> Result<Written, NotWritten> {
        self.write_content_as(name, &Whole(bytes))
    }

    /// The same of what may be too long to be in memory.
    ///
    /// # Errors
    /// As for bytes.
    pub fn write_content_as(&self, name: &str, content: &dyn Content) -> Result<Written, NotWritten> {
        let path = self.folder.join(name);
        if path.symlink_metadata().is_ok() {
            return Err(NotWritten::InTheWay(path));
        }
        let draft = self.draft(content)?;
        let taken = self.take(&draft, &path);
        if matches!(taken, Err(NotWritten::InTheWay(_))) {
            self.disk.discard(&draft);
        }
        taken.map(|()| Written { path, was_there: false })
    }

    /// A synced file that holds this, under a name that nobody looks for.
    fn draft(&self, content: &dyn Content) -> Result<PathBuf, NotWritten> {
        let failed = |path: &Path, error| NotWritten::Disk(NotRecorded::disk(path, error));
        if self.own {
            self.disk.make_folder(&self.folder).map_err(|error| failed(&self.folder, error))?;
        }
        let name = random_name().map_err(|error| failed(&self.folder, error))?;
        let draft = self.folder.join(format!(".{}.tmp", &name[..12]));
        let written = self.disk.create_new(&draft).and_then(|mut file| {
            content.put(&mut Grows(&mut *file))?;
            file.sync_file()
        });
        written.map_err(|error| {
            self.disk.discard(&draft);
            failed(&draft, error)
        })?;
        Ok(draft)
    }

    /// Gives the draft its name, unless something has it.
    fn take(&self, draft: &Path, path: &Path) -> Result<(), NotWritten> {
        if let Err(error) = self.disk.create_new(path) {
            if Cause::of(&error) == Cause::InTheWay {
                return Err(NotWritten::InTheWay(path.to_owned()));
            }
            self.disk.discard(draft);
            return Err(NotWritten::Disk(NotRecorded::disk(path, error)));
        }
        let synced = |folder: Option<&Path>| folder.map_or(Ok(()), |folder| self.disk.sync_folder(folder));
        let above = self.own.then(|| self.folder.parent()).flatten();
        let named = self.disk.rename(draft, path);
        let named = named.and_then(|()| synced(Some(&self.folder))).and_then(|()| synced(above));
        named.map_err(|error| {
            self.disk.discard(draft);
            self.disk.discard(path);
            NotWritten::Disk(NotRecorded::disk(path, error))
        })
    }
}

impl NotWritten {
    /// What happened and where, without what to do now.
    pub fn what(&self) -> String {
        match self {
            Self::InTheWay(path) => {
                format!("{} is there already and was left as it is.", inert_line(&path.to_string_lossy()))
            }
            Self::Disk(error) => format!("No file was written: {}.", error.why()),
        }
    }

    /// What to do now.
    pub fn now(&self) -> String {
        match self {
            Self::InTheWay(_) => "Give a name that nothing has yet.".into(),
            Self::Disk(error) => {
                let remedy = error.cause().map_or("look at the disk", Cause::remedy);
                format!("The record is as it was; {remedy}, or name a folder on another disk.")
            }
        }
    }
}
