//! The message that something was not recorded: what happened, where, and what to do now.

use crate::base::text::{self, inert_line};
use crate::journal::WriteError;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why the disk did not take it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// No space, a quota, or a limit on the size of files.
    Full,
    /// The medium or the file system is read-only.
    ReadOnly,
    /// This user may not write there.
    NoPermission,
    /// The folder is gone: a stick was pulled out, or the folder was moved.
    Gone,
    /// Something else has the name that is needed.
    InTheWay,
    /// Anything else, above all errors of the device.
    DiskError,
}

impl Cause {
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge | Kind::WriteZero => Self::Full,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::PermissionDenied => Self::NoPermission,
            Kind::NotFound | Kind::NotADirectory => Self::Gone,
            Kind::AlreadyExists => Self::InTheWay,
            _ => Self::DiskError,
        }
    }

    /// What happened, in words that end a sentence.
    pub fn what(self) -> &'static str {
        match self {
            Self::Full => "the disk is full",
            Self::ReadOnly => "the disk is read-only",
            Self::NoPermission => "this user may not write there",
            Self::Gone => "the folder is not there any more",
            Self::InTheWay => "something else has that name",
            Self::DiskError => "the disk reported an error",
        }
    }

    /// The same for whoever only reads.
    pub fn what_reading(self) -> &'static str {
        match self {
            Self::NoPermission => "this user may not read there",
            Self::Gone => "it is not there any more",
            Self::Full | Self::ReadOnly | Self::InTheWay | Self::DiskError => "the disk reported an error",
        }
    }

    /// What to do now, for whoever only reads; it begins a sentence.
    pub fn remedy_reading(self) -> &'static str {
        match self {
            Self::NoPermission => "Correct the permissions",
            Self::Gone => "Put the stick or the folder back",
            Self::Full | Self::ReadOnly | Self::InTheWay | Self::DiskError => "Copy the case folder to another disk",
        }
    }

    /// What to do now, where a new case could not be made; it begins a sentence.
    pub fn remedy_new(self) -> &'static str {
        match self {
            Self::Full => "Free some space, or name a folder on another disk with --cases,",
            Self::ReadOnly => "Remove the write protection, or name a folder on another disk with --cases,",
            Self::NoPermission => "Correct the permissions, or name a folder where you may write with --cases,",
            Self::Gone => "Put the stick or the folder back, or name another folder with --cases,",
            Self::InTheWay => "Take away what stands there, or name another folder with --cases,",
            Self::DiskError => "Name a folder on another disk with --cases",
        }
    }

    pub fn remedy(self) -> &'static str {
        match self {
            Self::Full => "free some space",
            Self::ReadOnly => "remove the write protection, or copy the case folder to another disk and open it there",
            Self::NoPermission => "correct the permissions of the folder, or copy it to where you may write",
            Self::Gone => "put the stick or the folder back",
            Self::InTheWay => "take away what stands there",
            Self::DiskError => "copy the case folder to another disk and open it there",
        }
    }
}

/// An entry was not confirmed. It may still be found in the file; its name stays the same when it is tried again.
#[derive(Debug)]
pub enum NotRecorded {
    /// The entry itself cannot be written; the disk was not asked.
    Refused(WriteError),
    /// The disk failed twice, on two files.
    Disk { cause: Cause, path: PathBuf, error: io::Error },
}

impl NotRecorded {
    pub fn disk(path: &Path, error: io::Error) -> Self {
        Self::Disk { cause: Cause::of(&error), path: path.to_owned(), error }
    }
}

impl NotRecorded {
    /// What happened and where, without what to do now; no full stop.
    pub fn why(&self) -> String {
        match self {
            Self::Refused(error) => error.to_string(),
            Self::Disk { cause, path, error } => format!(
                "{} ({}). The system said: {}",
                cause.what(),
                inert_line(&path.to_string_lossy()),
                inert_line(&error.to_string())
            ),
        }
    }

    pub fn what(&self) -> String {
        format!("Not recorded: {}.", self.clause())
    }

    pub fn now(&self) -> String {
        match self {
            Self::Refused(error) => format!("{}.", error.now()),
            Self::Disk { cause, .. } => format!(
                "Nothing you typed is lost; {} and record it again, or write it on paper with the time.",
                cause.remedy()
            ),
        }
    }

    /// Both, under a title that says already that it is not recorded.
    pub fn under_its_title(&self) -> String {
        format!("{}. {}", text::sentence(&self.clause()), self.now())
    }

    fn clause(&self) -> String {
        match self {
            Self::Refused(error) => error.what(),
            Self::Disk { .. } => self.why(),
        }
    }

    /// Why the disk did not take it, if that is why.
    pub fn cause(&self) -> Option<Cause> {
        match self {
            Self::Refused(_) => None,
            Self::Disk { cause, .. } => Some(*cause),
        }
    }
}

impl From<WriteError> for NotRecorded {
    fn from(error: WriteError) -> Self {
        Self::Refused(error)
    }
}

impl fmt::Display for NotRecorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what(), self.now())
    }
}

impl std::error::Error for NotRecorded {}
