//! The calls by which the record reaches a disk, so that tests can make each of them fail.

use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::Path;

pub trait Disk: Send {
    /// Makes a file that must not exist, for appending, readable by its owner only. Follows no symbolic link.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;

    /// Makes the names in this folder durable.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder for its owner only, unless it is there.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives a file its final name, in place of what has that name now.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a draft that came to nothing. Whether that works matters to nobody.
    fn discard(&self, draft: &Path);
    /// Removes a folder that came to nothing, with what is in it. Whoever must know whether that worked looks.
    fn discard_folder(&self, draft: &Path);
    /// How many bytes this user may still write there; `None` where nobody knows.
    fn free(&self, _folder: &Path) -> Option<u64> {
        None
    }
    /// Takes so many bytes of the disk and keeps them until what this returns is dropped. No name in the folder tells of it, so
    /// that nothing is left behind however the program ends.
    fn reserve(&self, _folder: &Path, _bytes: usize) -> io::Result<Reserve> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Room that is kept until this is dropped.
pub type Reserve = Box<dyn std::any::Any + Send>;

/// A file that only grows.
pub trait DiskFile: Send {
    /// Appends with one system call and says how many bytes were taken.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Makes the content durable.
    fn sync_file(&mut self) -> io::Result<()>;

    /// Fails unless this very file still lies under the name under which it was made. A file that was removed while it is open
    /// takes writes and syncs without complaint, and nobody ever sees them again.
    fn still_at(&self, path: &Path) -> io::Result<()>;
}

#[derive(Clone, Copy, Default, Debug)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        own_folder(path)?;
        Ok(Box::new(super::platform::new_file(path)?))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        sync_folder(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        super::folder::private(true).create(path)?;
        // What is there may be a link to somewhere else.
        if path.symlink_metadata()?.is_dir() { Ok(()) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn discard(&self, draft: &Path) {
        let _ = std::fs::remove_file(draft);
    }

    fn discard_folder(&self, draft: &Path) {
        let _ = std::fs::remove_dir_all(draft);
    }

    fn free(&self, folder: &Path) -> Option<u64> {
        super::platform::free(folder)
    }

    fn reserve(&self, folder: &Path, bytes: usize) -> io::Result<Reserve> {
        Ok(Box::new(super::platform::reserve(folder, bytes)?))
    }
}

impl DiskFile for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Write::write(self, bytes)
    }

    fn sync_file(&mut self) -> io::Result<()> {
        self.sync_all()
    }

    fn still_at(&self, path: &Path) -> io::Result<()> {
        own_folder(path)?;
        let there = path.symlink_metadata()?;
        if same_file(&self.metadata()?, &there) {
            return Ok(());
        }
        Err(io::Error::new(io::ErrorKind::NotFound, "another file has its name now"))
    }
}

/// Fails where the folder of a file is not a folder of its own: what is written behind a link lies in another case, or in none.
fn own_folder(path: &Path) -> io::Result<()> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    let found = folder.symlink_metadata()?;
    if found.is_symlink() {
        return Err(io::Error::new(io::ErrorKind::NotADirectory, "the folder is a link now"));
    }
    Ok(())
}

#[cfg(unix)]
fn same_file(open: &Metadata, named: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (open.dev(), open.ino()) == (named.dev(), named.ino())
}

/// Elsewhere an open file cannot be removed; that the name is there is enough.
#[cfg(not(unix))]
fn same_file(_: &Metadata, named: &Metadata) -> bool {
    named.is_file()
}

/// Opens the folder and syncs it. Only Unix can; elsewhere the system decides when a new name is durable.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}
