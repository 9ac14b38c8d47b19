//! Reading all journals of a case, whoever put them there.
//!
//! Every ordinary file in `journals/` is looked at, because programs that copy files rename them: `….sync-conflict-….toml`,
//! `… (copy).toml`, `…~`. What is equal to a journal that is there, or the beginning of one, adds nothing; what differs is a fork.

use super::folder::{CaseFolder, StoreError, file_names};
use super::open::read_bounded;
use crate::base::text::inert_line;
use crate::base::{CaseId, SessionId};
use crate::journal::{Fault, Head, Ordered, Scan, causal, scan};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::time::UNIX_EPOCH;

/// Longest journal that is read, in bytes.
pub const MAX_JOURNAL_BYTES: u64 = 64 * 1024 * 1024;
/// Most files that are looked at.
pub const MAX_JOURNAL_FILES: usize = 4096;

/// One journal file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JournalFile {
    /// Its name, inert.
    pub name: String,
    /// What it holds. For a journal of another case only that fault.
    pub scan: Scan,
}

/// A file that was not taken for a journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ignored {
    /// Its name, inert.
    pub name: String,
    /// Why, in words that follow a colon.
    pub why: String,
}

/// All journals of a case.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Journals {
    /// The case they belong to, if anything says so.
    pub case: Option<CaseId>,
    /// The journals in order of file name.
    pub files: Vec<JournalFile>,
    /// What lay there besides.
    pub ignored: Vec<Ignored>,
    /// Sentences about copies that added nothing.
    pub notes: Vec<String>,
}

impl Journals {
    /// All sound entries in causal order, and what is wrong between journals.
    pub fn order(&self) -> Ordered<'_> {
        causal(self.files.iter().map(|file| &file.scan))
    }

    /// The last sound block of every session, in order of session: what a new session notes as seen. Where a session has two
    /// versions of its last entry, the higher seal stands for both.
    pub fn heads(&self) -> Vec<Head> {
        let mut heads: BTreeMap<&SessionId, &Head> = BTreeMap::new();
        for head in self.files.iter().filter_map(|file| file.scan.head.as_ref()) {
            let known = heads.entry(&head.session).or_insert(head);
            if (head.seq, head.seal) > (known.seq, known.seal) {
                *known = head;
            }
        }
        heads.into_values().cloned().collect()
    }

    /// Whether something is damaged or was altered, beyond unfinished writes; `ordered` is what [`Self::order`] gave.
    pub fn is_damaged(&self, ordered: &Ordered<'_>) -> bool {
        !ordered.faults.is_empty() || self.files.iter().any(|file| !file.scan.is_sound())
    }

    /// Those heads that no block of another session has noted yet. To note these is to note all: the blocks they seal hold the
    /// seals of the earlier ones, so a case of a thousand short sessions still needs one or two notes, not a thousand.
    pub fn unnoted_heads(&self) -> Vec<Head> {
        let mut noted: BTreeMap<&SessionId, u64> = BTreeMap::new();
        for scan in self.files.iter().map(|file| &file.scan) {
            let header = scan.header.iter().flat_map(|header| &header.header.saw);
            let entries = scan.entries.iter().flat_map(|sealed| &sealed.entry.saw);
            for head in header.chain(entries).filter(|head| Some(&head.session) != scan.session()) {
                let highest = noted.entry(&head.session).or_default();
                *highest = (*highest).max(head.seq);
            }
        }
        let mut heads = self.heads();
        heads.retain(|head| noted.get(&head.session).is_none_or(|highest| *highest < head.seq));
        heads
    }
}

/// What a folder of journals looked like at one moment. Another value means that there is something new to read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fingerprint([u8; 32]);

impl CaseFolder {
    /// Reads every journal.
    ///
    /// # Errors
    /// If the folder cannot be listed or holds more than [`MAX_JOURNAL_FILES`]. A file that cannot be read is among
    /// [`Journals::ignored`].
    pub fn read(&self) -> Result<Journals, StoreError> {
        let folder = self.journals_path();
        let mut found = Journals::default();
        for name in file_names(&folder, MAX_JOURNAL_FILES)? {
            let path = folder.join(&name);
            let plain = name.to_string_lossy();
            let name = inert_line(&plain).into_owned();
            if name.starts_with('.') {
                found.ignore(name, "a hidden file, as copying programs keep them while they work");
                continue;
            }
            match read_bounded(&path, MAX_JOURNAL_BYTES) {
                Err(why) => found.ignore(name, &why.to_string()),
                Ok(bytes) => {
                    let scan = scan(&bytes);
                    let journal = scan.session().is_some() || name.to_ascii_lowercase().ends_with(".toml");
                    if journal {
                        found.files.push(JournalFile { name, scan });
                    } else {
                        found.ignore(name, "not a journal");
                    }
                }
            }
        }
        found.case = found.most_named(self.case());
        found.refuse_foreign();
        found.note_copies();
        Ok(found)
    }

    /// A cheap look at the folder, for noticing what other writers and copying programs put there.
    pub fn stamp(&self) -> Result<Fingerprint, StoreError> {
        self.stamp_without("")
    }

    /// The same without the files of one session, so that its own writing does not look like news.
    pub fn stamp_of_others(&self, own: &SessionId) -> Result<Fingerprint, StoreError> {
        self.stamp_without(own.as_str())
    }

    fn stamp_without(&self, own: &str) -> Result<Fingerprint, StoreError> {
        let folder = self.journals_path();
        let mut hash = Sha256::new();
        for name in file_names(&folder, MAX_JOURNAL_FILES)? {
            if !own.is_empty() && name.to_string_lossy().starts_with(own) {
                continue;
            }
            let known = folder.join(&name).symlink_metadata().ok();
            let changed = known.as_ref().and_then(|known| known.modified().ok());
            let since = changed.and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
            hash.update(name.as_encoded_bytes());
            hash.update([0]);
            hash.update(known.map_or(0, |known| known.len()).to_le_bytes());
            hash.update(since.as_nanos().to_le_bytes());
        }
        Ok(Fingerprint(hash.finalize().into()))
    }
}

impl Journals {
    fn ignore(&mut self, name: String, why: &str) {
        self.ignored.push(Ignored { name, why: inert_line(why).into_owned() });
    }

    /// The case of `README.txt` if any journal names it or none names any; else the case that most journals name.
    fn most_named(&self, readme: Option<&CaseId>) -> Option<CaseId> {
        let mut counts: BTreeMap<&CaseId, usize> = BTreeMap::new();
        for header in self.files.iter().filter_map(|file| file.scan.header.as_ref()) {
            *counts.entry(&header.header.case).or_default() += 1;
        }
        if let Some(case) = readme.filter(|case| counts.is_empty() || counts.contains_key(*case)) {
            return Some(case.clone());
        }
        let most = *counts.values().max()?;
        counts.into_iter().find(|(_, count)| *count == most).map(|(case, _)| case.clone())
    }

    fn refuse_foreign(&mut self) {
        let Some(case) = &self.case else { return };
        for file in &mut self.files {
            if let Some(header) = file.scan.header.as_ref().filter(|header| header.header.case != *case) {
                let (found, expected) = (header.header.case.to_string(), case.to_string());
                file.scan = Scan { faults: vec![Fault::ForeignCase { found, expected }], ..Scan::default() };
            }
        }
    }

    fn note_copies(&mut self) {
        let segment = |file: &JournalFile| {
            file.scan.header.as_ref().map(|known| (known.header.session.clone(), known.header.segment))
        };
        for (at, copy) in self.files.iter().enumerate().filter(|(_, file)| segment(file).is_some()) {
            let inside = |(other, whole): (usize, &JournalFile)| {
                let (shorter, longer) = (&copy.scan.entries, &whole.scan.entries);
                let first = shorter.len() < longer.len() || shorter.len() == longer.len() && other < at;
                other != at && first && segment(copy) == segment(whole) && longer.starts_with(shorter)
            };
            if let Some((_, whole)) = self.files.iter().enumerate().find(|pair| inside(*pair)) {
                self.notes.push(format!(
                    "{} is a copy of {}, whole or from its beginning, and adds nothing. It may stay.",
                    copy.name, whole.name
                ));
            }
        }
    }
}
