//! Files that belong to the record: taken in whole under the SHA-256 of their bytes, on the disk before the entry that names them.

use super::CaseFolder;
use super::disk::{Disk, DiskFile, RealDisk};
use super::not_recorded::NotRecorded;
use super::open;
use super::platform::random_name;
use crate::base::digest::hex;
use sha2::{Digest, Sha256};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Longest file that is taken in, in bytes.
pub const MAX_FILE: u64 = 256 * 1024 * 1024;

const NO_COPY: &str = "the copy could not be written";

pub struct Files {
    disk: Box<dyn Disk>,
    folder: PathBuf,
    /// What stands behind the digest in their names.
    ends: String,
    most: u64,
}

impl Files {
    /// Pieces of evidence, of any length.
    pub fn evidence(case: &CaseFolder) -> Self {
        Self { ends: String::new(), most: u64::MAX, ..Self::on(Box::new(RealDisk), &case.path().join("evidence")) }
    }

    pub fn of(case: &CaseFolder) -> Self {
        Self::on(Box::new(RealDisk), &case.files_path())
    }

    /// Files that go out with an inject. The end of the name stays, so that whoever opens one has it open in the right program.
    pub fn handed_out(case: &CaseFolder, name: &str) -> Self {
        Self { ends: end_of(name), ..Self::of(case) }
    }

    /// The name under which such a file lies here: its digest, and the end of its own name.
    pub fn handed_out_name(sha256: &str, name: &str) -> String {
        format!("{sha256}{}", end_of(name))
    }

    pub fn on(disk: Box<dyn Disk>, folder: &Path) -> Self {
        Self { disk, folder: folder.to_owned(), ends: ".csv".into(), most: MAX_FILE }
    }

    /// The name under which bytes with this digest lie here.
    pub fn name(sha256: &str) -> String {
        format!("{sha256}.csv")
    }

    /// Begins to take a file in: whoever reads from what this returns copies it into a draft.
    pub fn take(self, source: Box<dyn Read>) -> Result<Taking, NotRecorded> {
        let fail = |error| NotRecorded::disk(&self.folder, error);
        let draft = self.folder.join(format!(".{}.tmp", random_name().map_err(fail)?));
        self.disk.make_folder(&self.folder).map_err(fail)?;
        let file = self.disk.create_new(&draft).map_err(|error| {
            // It may have been made after all.
            self.disk.discard(&draft);
            NotRecorded::disk(&draft, error)
        })?;
        let hash = Sha256::new();
        Ok(Taking { source, file, draft, hash, bytes: 0, refused: None, kept: false, at: self })
    }
}

/// The end of a name with its dot, where it is one that every system takes.
fn end_of(name: &str) -> String {
    let end = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    let end = end.filter(|end| (1..=8).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric()));
    end.map_or_else(String::new, |end| format!(".{end}"))
}

/// A file that is being taken in. What is read from it is what is hashed and copied; a draft that is dropped is removed.
pub struct Taking {
    source: Box<dyn Read>,
    file: Box<dyn DiskFile>,
    draft: PathBuf,
    hash: Sha256,
    bytes: u64,
    /// Why the copy could not be written.
    refused: Option<NotRecorded>,
    kept: bool,
    at: Files,
}

impl Taking {
    pub fn length(&self) -> u64 {
        self.bytes
    }

    /// SHA-256 of what was read, as 64 lower-case hex digits.
    pub fn sha256(&self) -> String {
        hex(self.hash.clone())
    }

    /// Adds bytes that are not read from the source: a copy that is written anew.
    ///
    /// # Errors
    /// If the copy could not be written.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes += bytes.len() as u64;
        self.hash.update(bytes);
        self.copy(bytes).map_err(|error| {
            let said = io::Error::new(error.kind(), NO_COPY);
            self.refused = Some(NotRecorded::disk(&self.draft, error));
            said
        })
    }

    /// Why the copy could not be written, if that is why reading failed.
    pub fn refused(&mut self) -> Option<NotRecorded> {
        self.refused.take()
    }

    /// Puts the copy under its name. It is on the disk when this returns.
    ///
    /// # Errors
    /// What the disk said; nothing is there under that name then that was not there before.
    pub fn keep(mut self) -> Result<(), NotRecorded> {
        let path = self.at.folder.join(format!("{}{}", self.sha256(), self.at.ends));
        let written = self.file.sync_file();
        let named = written.and_then(|()| self.at.disk.rename(&self.draft, &path));
        let kept = named.and_then(|()| self.at.disk.sync_folder(&self.at.folder));
        // Also the name of the folder itself, which the first file made.
        let above = self.at.folder.parent().unwrap_or(Path::new("."));
        kept.and_then(|()| self.at.disk.sync_folder(above)).map_err(|error| NotRecorded::disk(&path, error))?;
        self.kept = true;
        Ok(())
    }

    fn copy(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            let taken = self.file.write(bytes)?;
            if taken == 0 {
                return Err(io::ErrorKind::WriteZero.into());
            }
            bytes = bytes.get(taken..).unwrap_or_default();
        }
        Ok(())
    }
}

impl Read for Taking {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        if self.bytes + read as u64 > self.at.most {
            return Err(io::Error::new(
                io::ErrorKind::FileTooLarge,
                format!("it has more than {} MiB, the most that is taken in", self.at.most / 1024 / 1024),
            ));
        }
        self.add(&buffer[..read])?;
        Ok(read)
    }
}

impl Drop for Taking {
    fn drop(&mut self) {
        if !self.kept {
            self.at.disk.discard(&self.draft);
        }
    }
}

/// Opens a file that somebody names, for reading: an ordinary file, also behind a link, and never one that makes the program wait.
///
/// # Errors
/// A phrase that says why not, for "... was not read: ".
pub fn source(path: &Path) -> Result<File, String> {
    let known = path.canonicalize().and_then(|path| Ok((path.metadata()?, path)));
    let (found, path) = known.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => error.to_string(),
    })?;
    if !found.is_file() {
        return Err("it is not an ordinary file".into());
    }
    if found.len() > MAX_FILE {
        return Err(format!("it has {} MiB, and at most {} are taken in", found.len() >> 20, MAX_FILE >> 20));
    }
    let file = open::open(&path).map_err(|error| error.to_string())?;
    // Asked again of the open file: the name may have been exchanged since.
    match file.metadata() {
        Ok(found) if found.is_file() => Ok(file),
        _ => Err("it is not an ordinary file".into()),
    }
}

/// Opens a file that is copied whole, of any length: an ordinary file, not a link to one, not a folder and nothing that makes the
/// program wait; with what the system says of it.
///
/// # Errors
/// A phrase that says why not.
pub fn whole(path: &Path) -> Result<(File, Metadata), String> {
    let found = path.symlink_metadata().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => error.to_string(),
    })?;
    if found.is_symlink() {
        return Err("it is a link to a file; give the file itself".into());
    }
    if found.is_dir() {
        return Err("it is a folder; pack it into one file, and give that".into());
    }
    if !found.is_file() {
        return Err("it is not an ordinary file".into());
    }
    let file = open::open(path).map_err(|error| error.to_string())?;
    // Asked again of the open file: the name may have been exchanged since.
    match file.metadata() {
        Ok(found) if found.is_file() => Ok((file, found)),
        _ => Err("it is not an ordinary file".into()),
    }
}

/// A file that is hashed while it is read, of which nothing is kept.
pub struct Hashing<R> {
    source: R,
    hash: Sha256,
    bytes: u64,
}

impl<R: Read> Hashing<R> {
    pub fn new(source: R) -> Self {
        Self { source, hash: Sha256::new(), bytes: 0 }
    }

    pub fn length(&self) -> u64 {
        self.bytes
    }

    /// SHA-256 of what was read, as 64 lower-case hex digits.
    pub fn sha256(&self) -> String {
        hex(self.hash.clone())
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.hash.update(&buffer[..read]);
        self.bytes += read as u64;
        Ok(read)
    }
}
