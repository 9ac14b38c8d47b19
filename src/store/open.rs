//! Opening files that others may have put there: regular files only, never through a link, never waiting, never without bound.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotRead {
    /// A symbolic link, which could point anywhere.
    #[error("a link, not a file; copy the file itself here")]
    Link,
    /// A pipe, device, socket or folder.
    #[error("a folder, pipe, socket or device, not an ordinary file")]
    Special,
    /// More bytes than the limit.
    #[error("{bytes} bytes long, and at most {limit} are read; look at where it came from")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("the system could not read it ({0}); check the disk and the permissions")]
    System(String),
}

impl NotRead {
    fn system(error: &io::Error) -> Self {
        Self::System(error.to_string())
    }
}

/// Reads the first `most` bytes of a regular file of any length; all of it where it is shorter.
pub fn read_start(path: &Path, most: u64) -> Result<Vec<u8>, NotRead> {
    let (file, _) = regular(path)?;
    let mut bytes = Vec::new();
    file.take(most).read_to_end(&mut bytes).map_err(|e| NotRead::system(&e))?;
    Ok(bytes)
}

/// Reads a whole regular file of at most `limit` bytes.
pub fn read_bounded(path: &Path, limit: u64) -> Result<Vec<u8>, NotRead> {
    let (file, len) = regular(path)?;
    if len > limit {
        return Err(NotRead::TooLarge { bytes: len, limit });
    }
    let mut bytes = Vec::with_capacity(len as usize);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|e| NotRead::system(&e))?;
    match bytes.len() as u64 {
        bytes if bytes > limit => Err(NotRead::TooLarge { bytes, limit }),
        _ => Ok(bytes),
    }
}

/// The length of a regular file, in bytes.
pub fn length(path: &Path) -> Result<u64, NotRead> {
    regular(path).map(|(_, length)| length)
}

/// Opens a regular file, and says how long it is.
fn regular(path: &Path) -> Result<(File, u64), NotRead> {
    let kind = path.symlink_metadata().map_err(|e| NotRead::system(&e))?.file_type();
    if kind.is_symlink() {
        return Err(NotRead::Link);
    }
    if !kind.is_file() {
        return Err(NotRead::Special);
    }
    let file = open(path).map_err(|e| NotRead::system(&e))?;
    // Asked again of the open file: the name may have been exchanged since.
    let found = file.metadata().map_err(|e| NotRead::system(&e))?;
    if !found.is_file() {
        return Err(NotRead::Special);
    }
    Ok((file, found.len()))
}

pub(super) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits() as i32);
    }
    options.open(path)
}
