//! Files beside the journals that carry their SHA-256 as their name: lists that entries name, and what lies in `evidence`.

use super::CaseFolder;
use super::files::Files;
use super::open::open;
use crate::base::digest::hex;
use crate::base::text::{counted, inert_line};
use crate::journal::Damage;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Folders whose files are compared.
const FOLDERS: [&str; 2] = ["files", "evidence"];

/// How far a long check has come, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    pub done: u64,
    pub total: u64,
}

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Compared {
    /// Files that are not as they were taken in.
    pub damage: Vec<Damage>,
    /// What was compared and what was not, as sentences.
    pub notes: Vec<String>,
}

/// The files that entries name.
#[derive(Debug, Default)]
pub struct Named<'n> {
    /// Digests of lists, in `files`.
    pub files: BTreeSet<&'n str>,
    /// Names in `files` of what went out with injects.
    pub handed_out: BTreeSet<String>,
    /// Digests of copies, in `evidence`.
    pub copies: BTreeSet<&'n str>,
    /// Names in `documents`, each with the digests that entries name: two laptops that did not see each other may have given one name.
    pub documents: BTreeMap<String, BTreeSet<&'n str>>,
}

/// Compares every file with its digest; with `quick`, only whether those that entries name are there.
pub fn compare(case: &CaseFolder, named: &Named<'_>, quick: bool, progress: &mut dyn FnMut(Progress)) -> Compared {
    let mut found = Compared::default();
    let evidence = case.path().join("evidence");
    for sha256 in &named.copies {
        if !is_own_folder(&evidence) || !is_plain(&evidence.join(sha256)) {
            let says = "Missing: an entry names this piece of evidence, and it is not in the case. Look for it in another copy of the case.";
            found.damage.push(Damage { place: format!("evidence/{sha256}"), code: "missing", says: says.into() });
        }
    }
    for sha256 in &named.files {
        let place = format!("files/{}", Files::name(sha256));
        if !is_own_folder(&case.files_path()) || !is_plain(&case.path().join(&place)) {
            let says = "Missing: an entry counts its rows, and it is not in the case. Look for it in another copy of the case.";
            found.damage.push(Damage { place, code: "missing", says: says.into() });
        }
    }
    for name in &named.handed_out {
        let place = format!("files/{name}");
        if !is_own_folder(&case.files_path()) || !is_plain(&case.path().join(&place)) {
            let says = "Missing: it went out with an inject, and it is not in the case. Look for it in another copy of the case.";
            found.damage.push(Damage { place, code: "missing", says: says.into() });
        }
    }
    let (files, without) = listed(case);
    let unnamed = |(path, sha256): &&(PathBuf, String)| {
        path.parent() == Some(&evidence) && !named.copies.contains(sha256.as_str())
    };
    for (path, _) in files.iter().filter(unnamed) {
        let place = path.strip_prefix(case.path()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        found.notes.push(format!("{}: no entry names it.", inert_line(&place)));
    }
    // A page that was exported can be made again; what is there must be what was written.
    let documents = case.path().join("documents");
    let mut files: Vec<(PathBuf, Vec<String>)> = files.into_iter().map(|(path, sha256)| (path, vec![sha256])).collect();
    for (name, digests) in named.documents.iter().filter(|_| is_own_folder(&documents)) {
        let path = documents.join(name);
        if path.parent() == Some(&documents) && path.symlink_metadata().is_ok() {
            files.push((path, digests.iter().map(|digest| (*digest).to_owned()).collect()));
        }
    }
    let total = files.iter().map(|(path, _)| path.symlink_metadata().map_or(0, |known| known.len())).sum();
    let many = counted(files.len(), "file", "files");
    if quick {
        if !files.is_empty() {
            let mib = u64::div_ceil(total, 1 << 20);
            found.notes.push(format!(
                "Not checked: {many} in files/, evidence/ and documents/ ({mib} MiB) were not compared with their digests."
            ));
        }
        return found;
    }
    let mut done = 0;
    let mut told = |bytes: u64| {
        done += bytes;
        progress(Progress { done, total });
    };
    let before = found.damage.len();
    for (path, digests) in &files {
        let (code, says) = match digest(path, &mut told) {
            Ok(digest) if digests.contains(&digest) => continue,
            Ok(_) => ("altered", "Altered: its bytes are not those that were taken in.".to_owned()),
            Err(error) => ("unread", format!("Not read: {error}.")),
        };
        let place = path.strip_prefix(case.path()).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let says = format!("{} Look for it in another copy of the case.", inert_line(&says));
        found.damage.push(Damage { place: inert_line(&place).into_owned(), code, says });
    }
    if found.damage.len() == before && !files.is_empty() {
        found.notes.push(format!("{many} taken in, each as it was."));
    }
    if without > 0 {
        let others = counted(without, "file", "files");
        found.notes.push(format!(
            "Not checked: {others} in evidence/ without a digest in the name; the record does not say what was in them."
        ));
    }
    found
}

/// Every file that begins with a digest, with it, and how many in `evidence` do not.
fn listed(case: &CaseFolder) -> (Vec<(PathBuf, String)>, usize) {
    let (mut files, mut without) = (Vec::new(), 0);
    for folder in FOLDERS {
        let path = case.path().join(folder);
        let entries = if is_own_folder(&path) { path.read_dir().ok() } else { None };
        for name in entries.into_iter().flatten().flatten().map(|entry| entry.file_name()) {
            let shown = name.to_string_lossy();
            match begins_with_digest(&shown) {
                Some(sha256) => files.push((path.join(&name), sha256)),
                None if folder == "evidence" && !shown.starts_with('.') => without += 1,
                None => {}
            }
        }
    }
    files.sort_unstable();
    (files, without)
}

/// `<64 hex digits>`, or that and a dot and whatever follows.
fn begins_with_digest(name: &str) -> Option<String> {
    let (sha256, rest) = name.split_at_checked(64)?;
    let hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    (sha256.bytes().all(hex) && (rest.is_empty() || rest.starts_with('.'))).then(|| sha256.to_owned())
}

fn is_own_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_dir())
}

fn is_plain(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_file())
}

fn digest(path: &Path, read: &mut dyn FnMut(u64)) -> io::Result<String> {
    let not_plain = || io::Error::new(io::ErrorKind::InvalidInput, "it is not an ordinary file");
    if !is_plain(path) {
        return Err(not_plain());
    }
    let mut file = open(path)?;
    // Asked again of the open file: the name may have been exchanged since.
    if !file.metadata()?.is_file() {
        return Err(not_plain());
    }
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok(hex(hash)),
            Ok(bytes) => {
                hash.update(&buffer[..bytes]);
                read(bytes as u64);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
