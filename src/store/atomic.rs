//! Exports appear whole or not at all: a new file beside the target, synced, renamed over it, the folder synced.

use super::disk::sync_folder;
use super::platform::new_file;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes `bytes` to `path`, replacing what is there only when all of it is on the disk. The file is readable by its owner only.
///
/// # Errors
/// What the system said; the old file, if any, is then still there as it was.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut draft_name = std::ffi::OsString::from(".");
    draft_name.push(name);
    draft_name.push(format!(".{}.tmp", &super::platform::random_name()?[..8]));
    let draft = folder.join(draft_name);
    let written = new_file(&draft).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&draft, path)) {
        // The draft is ours and incomplete; if it cannot be removed, the first error is the one that matters.
        let _ = fs::remove_file(&draft);
        return Err(error);
    }
    sync_folder(&folder)
}
