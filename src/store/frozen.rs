//! The playbook that is kept in a case, as far as it can be read, and what the journals say that it was.
//!
//! The header of each journal holds the digest of the playbook in use, and the entry that opened the case lists every file of the
//! folder with its SHA-256. Older cases have only the digests in the headers.

use super::CaseFolder;
use super::Journals;
use super::folder::{MAX_FROZEN_BYTES, is_file_name};
use super::listing::lowest_names;
use super::open::read_bounded;
use crate::base::digest::sha256;
use crate::base::text::{counted, inert_line};
use crate::case::EntryKind;
use crate::journal::{Damage, Ordered};
use crate::playbook::letter::{self, Letters};
use crate::playbook::{Playbook, load};
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What a header names where a run had no playbook to work with.
pub const NO_PLAYBOOK: &str = "none";

/// The field of the entry that opens a case that lists the files.
const FILES: &str = "files";

/// Most names that are looked at, twice as many as are ever frozen.
const MOST_NAMES: usize = 128;

/// How a file is listed when a case is opened: `playbook/trinity.toml sha256:` and its digest.
pub fn listed(name: &str, bytes: &[u8]) -> String {
    format!("playbook/{name} sha256:{}", sha256(bytes))
}

/// What the journals say about the playbook.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// Name and SHA-256 of every file, where the case lists them.
    files: BTreeSet<(String, String)>,
    /// What the headers name.
    headers: BTreeSet<String>,
    /// What the header of the run that opened the case names.
    pub first: Option<String>,
}

impl Wanted {
    fn of(journals: &Journals, ordered: &Ordered<'_>) -> Self {
        let headers = || journals.files.iter().filter_map(|file| file.scan.header.as_ref());
        let with_playbook = || headers().filter(|header| header.header.playbook != NO_PLAYBOOK);
        let opened = || {
            ordered.entries.iter().map(|sealed| &sealed.entry).filter(|entry| entry.kind == EntryKind::Opened.word())
        };
        let listed = opened().flat_map(|entry| entry.fields.get_list(FILES).unwrap_or_default());
        let opener =
            opened().find_map(|entry| with_playbook().find(|header| header.header.session == entry.id.session));
        let first = opener.or_else(|| with_playbook().min_by_key(|header| (header.header.reading.wall, header.seal)));
        Self {
            files: listed.filter_map(|text| read_listed(text)).collect(),
            headers: with_playbook().map(|header| header.header.playbook.clone()).collect(),
            first: first.map(|header| header.header.playbook.clone()),
        }
    }

    fn lists(&self, name: &str) -> bool {
        self.files.iter().any(|(listed, _)| listed == name)
    }
}

fn read_listed(text: &str) -> Option<(String, String)> {
    let (name, sha256) = text.strip_prefix("playbook/")?.split_once(" sha256:")?;
    let hex = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    let valid = is_file_name(name) && sha256.len() == 64 && sha256.bytes().all(hex);
    valid.then(|| (name.to_owned(), sha256.to_owned()))
}

/// The folder `playbook` as it is now, read once and hashed once.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Frozen {
    pub wanted: Wanted,
    /// The digest of the playbook, 64 hex digits; `None` where there is none.
    digest: Option<String>,
    /// Why there is no such folder.
    gone: Option<String>,
    /// Every name that is not hidden, inert; the bytes of those that matter, or why they could not be read.
    files: BTreeMap<String, Option<Result<Vec<u8>, String>>>,
    /// How many names there are besides.
    more: usize,
}

impl Frozen {
    /// Looks at the folder of a case whose journals were read; `ordered` is what [`Journals::order`] gave. Never fails: what cannot
    /// be read is damage.
    pub fn of(case: &CaseFolder, journals: &Journals, ordered: &Ordered<'_>) -> Self {
        let wanted = Wanted::of(journals, ordered);
        let folder = case.path().join("playbook");
        let own = folder.symlink_metadata().is_ok_and(|found| found.is_dir());
        let names = if own { lowest_names(&folder, MOST_NAMES).map_err(|e| e.to_string()) } else { Err(String::new()) };
        let (names, more) = match names {
            Ok(found) => found,
            Err(why) => return Self { gone: Some(why), wanted, ..Self::default() },
        };
        let read = |name: &std::ffi::OsString| {
            let shown = inert_line(&name.to_string_lossy()).into_owned();
            let matters = wanted.lists(&shown) || is_playbook(&shown);
            let bytes = || read_bounded(&folder.join(name), MAX_FROZEN_BYTES).map_err(|why| why.to_string());
            (shown, matters.then(bytes))
        };
        let files = names.iter().map(read).collect();
        let read = Self { wanted, digest: None, gone: None, files, more };
        let playbook = read.playbook();
        let digest = (!playbook.is_empty()).then(|| load::digest(&playbook));
        Self { digest, ..read }
    }

    /// The files of the playbook itself, in order of name.
    pub fn playbook(&self) -> Vec<(&str, &[u8])> {
        let files = self.files.iter().filter(|(name, _)| is_playbook(name) && is_file_name(name));
        files.filter_map(|(name, bytes)| Some((name.as_str(), bytes.as_ref()?.as_ref().ok()?.as_slice()))).collect()
    }

    /// `sha256:` and the digest of the playbook, as headers name it; `None` where there is none.
    pub fn digest(&self) -> Option<String> {
        self.digest.as_ref().map(|digest| format!("sha256:{digest}"))
    }

    pub fn load(&self) -> Option<Playbook> {
        let files = self.playbook().into_iter();
        let sources: Vec<_> = files.map(|(name, bytes)| Source::new(name, String::from_utf8_lossy(bytes))).collect();
        let mut playbook = load::load_frozen(&sources, self.digest.clone()?)?;
        playbook.letters = self.letters();
        Some(playbook)
    }

    /// The texts of its documents, those that are as they were when the case was opened.
    pub fn letters(&self) -> Letters {
        let listed = self.wanted.files.iter().filter(|(name, _)| letter::is_file(name));
        let texts = listed.filter_map(|(name, then)| {
            let bytes = self.files.get(name)?.as_ref()?.as_ref().ok()?;
            let text = str::from_utf8(bytes).ok().filter(|_| sha256(bytes) == *then)?;
            Some(Source::new(name, text))
        });
        Letters::new(texts)
    }

    /// SHA-256 of a file. The digest of a playbook of one file is that of its bytes.
    fn sha256(&self, name: &str, bytes: &[u8]) -> String {
        match (self.playbook().as_slice(), &self.digest) {
            ([(only, _)], Some(digest)) if *only == name => digest.clone(),
            _ => sha256(bytes),
        }
    }

    pub fn damage(&self) -> Vec<Damage> {
        let wanted = &self.wanted;
        if let Some(why) = &self.gone {
            let why = if why.is_empty() { String::new() } else { format!(" ({why})") };
            return vec![damage("", "missing", &format!("Missing: the folder of the playbook is not there{why}."))];
        }
        let mut found = Vec::new();
        if self.more > 0 {
            let names = counted(self.more, "name was", "names were");
            found.push(damage("", "added", &format!("Added: {names} not looked at; a case has fewer files.")));
        }
        for (name, sha256_then) in &wanted.files {
            match self.files.get(name) {
                None => found.push(damage(name, "missing", "Missing: the file is not there any more.")),
                Some(Some(Ok(bytes))) if self.sha256(name, bytes) == *sha256_then => {}
                Some(Some(Ok(_))) => {
                    found.push(damage(
                        name,
                        "altered",
                        "Altered: its bytes are not those it had when the case was opened.",
                    ));
                }
                Some(Some(Err(why))) => found.push(unread(name, why)),
                Some(None) => {}
            }
        }
        for (name, bytes) in &self.files {
            match bytes {
                _ if wanted.lists(name) => {}
                _ if !wanted.files.is_empty() => {
                    found.push(damage(name, "added", "Added: the file was not there when the case was opened."));
                }
                Some(Err(why)) => found.push(unread(name, why)),
                _ => {}
            }
        }
        if found.is_empty() && !wanted.headers.is_empty() {
            match self.digest() {
                None => found.push(damage("", "missing", "Missing: there is no playbook in the case any more.")),
                Some(digest) if wanted.headers.iter().any(|named| *named != digest) => found.push(damage(
                    "",
                    "altered",
                    "Altered: the playbook in the case is not the one that every run of the program worked with.",
                )),
                Some(_) => {}
            }
        }
        found
    }
}

fn unread(name: &str, why: &str) -> Damage {
    damage(name, "unread", &format!("Not read: {why}."))
}

fn damage(name: &str, code: &'static str, says: &str) -> Damage {
    let place = if name.is_empty() { "playbook".to_owned() } else { format!("playbook/{name}") };
    let says = format!("{says} Compare with another copy of the case.");
    Damage { place, code, says }
}

/// A contact list may lie beside the playbook and is not part of it.
fn is_playbook(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "toml") && name != "contacts.toml"
}
