//! Reading all journals of a case, whoever put them there.
//!
//! Every ordinary file in `journals/` is looked at, because programs that copy files rename them: `….sync-conflict-….toml`,
//! `… (copy).toml`, `…~`. What is equal to a journal that is there, or the beginning of one, adds nothing; what differs is a fork.
//!
//! What may be a journal and cannot be read is a fault of the case: any ordinary file, and whatever else has the name of a
//! journal. Hidden files, text files and folders of other names are told and do not count against it.

use super::folder::{CaseFolder, StoreError};
use super::listing::{Listing, is_called_like_a_journal};
use super::open::{NotRead, read_bounded};
use crate::base::text::{counted, inert_line};
use crate::base::{CaseId, SessionId};
use crate::journal::{Fault, Head, Mode, Names, Ordered, Scan, Seal, causal, scan};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::Metadata;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Longest journal that is read, in bytes.
pub const MAX_JOURNAL_BYTES: u64 = 64 * 1024 * 1024;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JournalFile {
    /// Its name, inert.
    pub name: String,
    /// What it holds. For a journal of another case, or of the other mode, only that fault.
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

#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Journals {
    pub case: Option<CaseId>,
    /// Live or exercise; `None` where no journal has a header. Journals of the other mode are in `files` as that fault alone.
    pub mode: Option<Mode>,
    /// The journals in order of file name.
    pub files: Vec<JournalFile>,
    pub ignored: Vec<Ignored>,
    /// Sentences about copies that added nothing.
    pub notes: Vec<String>,
}

impl Journals {
    /// All sound entries in causal order, and what is wrong between journals.
    pub fn order(&self) -> Ordered<'_> {
        causal(self.files.iter().map(|file| &file.scan))
    }

    /// The names of the runs, as people say them; `ordered` is what [`Self::order`] gave.
    pub fn names(&self, ordered: &Ordered<'_>) -> Names {
        Names::of(self.files.iter().filter_map(|file| file.scan.header.as_ref()), ordered)
    }

    /// Writes that were not finished, each with the name of its file: odd, and no damage.
    pub fn unfinished(&self) -> impl Iterator<Item = (&str, &Fault)> {
        let faults = self.files.iter().flat_map(|file| file.scan.faults.iter().map(|fault| (&*file.name, fault)));
        faults.filter(|(_, fault)| fault.is_remark())
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
pub struct Fingerprint([u64; 4]);

impl CaseFolder {
    /// Reads every journal.
    ///
    /// # Errors
    /// If the folder cannot be listed. A file that cannot be read is a journal with the fault [`Fault::Unread`].
    pub fn read(&self) -> Result<Journals, StoreError> {
        let folder = self.journals_path();
        let Listing { names, hidden, more_hidden, more } = Listing::of(&folder)?;
        let mut found = Journals::default();
        for name in hidden {
            found.ignore(shown(&name), "a hidden file, as copying programs keep them while they work");
        }
        if more_hidden > 0 {
            found.ignore(counted(more_hidden, "more name", "more names"), "hidden files");
        }
        for name in names {
            let path = folder.join(&name);
            let name = shown(&name);
            let named = is_called_like_a_journal(&name);
            match read_bounded(&path, MAX_JOURNAL_BYTES) {
                Err(why @ (NotRead::Link | NotRead::Special)) if !named => {
                    found.ignore(name, &why.to_string());
                }
                Err(why) => found.unread(name, &why.to_string()),
                Ok(bytes) => {
                    let scan = scan(&bytes);
                    if named || scan.session().is_some() {
                        found.files.push(JournalFile { name, scan });
                    } else {
                        found.ignore(name, "not a journal");
                    }
                }
            }
        }
        if more > 0 {
            found.unread(
                counted(more, "more name", "more names"),
                "this program gives no such names, and there are more of them than it looks at",
            );
        }
        found.case = found.most_named(self.case());
        found.refuse_foreign();
        found.mode = found.most_marked(self.says());
        found.refuse_other_mode();
        found.note_copies();
        Ok(found)
    }

    /// A cheap look at the journals and the playbook, for noticing what others put or changed there.
    pub fn stamp(&self) -> Result<Fingerprint, StoreError> {
        self.stamp_without("")
    }

    /// The same without the files of one session, so that its own writing does not look like news.
    pub fn stamp_of_others(&self, own: &SessionId) -> Result<Fingerprint, StoreError> {
        self.stamp_without(own.as_str())
    }

    fn stamp_without(&self, own: &str) -> Result<Fingerprint, StoreError> {
        let mut sum = [0; 4];
        add_up(&self.journals_path(), own, &mut sum)?;
        // A case without a playbook is one, too; whoever reads it is told.
        let _ = add_up(&self.path().join("playbook"), "", &mut sum);
        Ok(Fingerprint(sum))
    }
}

/// Adds up a digest for each name, so that no list of names is held and their order does not matter.
fn add_up(folder: &Path, own: &str, sum: &mut [u64; 4]) -> Result<(), StoreError> {
    let system = StoreError::system(folder);
    for entry in folder.read_dir().map_err(&system)? {
        let name = entry.map_err(&system)?.file_name();
        if !own.is_empty() && name.as_encoded_bytes().starts_with(own.as_bytes()) {
            continue;
        }
        let known = folder.join(&name).symlink_metadata().ok();
        let changed = known.as_ref().and_then(|known| known.modified().ok());
        let since = changed.and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        let mut hash = Sha256::new();
        hash.update(name.as_encoded_bytes());
        hash.update([0]);
        hash.update(known.as_ref().map_or(0, Metadata::len).to_le_bytes());
        hash.update(since.as_nanos().to_le_bytes());
        // Changed permissions show only here.
        #[cfg(unix)]
        if let Some(known) = known {
            use std::os::unix::fs::MetadataExt;
            hash.update(known.ctime().to_le_bytes());
            hash.update(known.ctime_nsec().to_le_bytes());
        }
        for (part, bytes) in sum.iter_mut().zip(hash.finalize().chunks_exact(8)) {
            let part: &mut u64 = part;
            *part = part.wrapping_add(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        }
    }
    Ok(())
}

fn shown(name: &OsStr) -> String {
    inert_line(&name.to_string_lossy()).into_owned()
}

impl Journals {
    fn ignore(&mut self, name: String, why: &str) {
        self.ignored.push(Ignored { name, why: inert_line(why).into_owned() });
    }

    fn unread(&mut self, name: String, why: &str) {
        let faults = vec![Fault::Unread { why: why.to_owned() }];
        self.files.push(JournalFile { name, scan: Scan { faults, ..Scan::default() } });
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

    /// What `README.txt` says if any journal is so marked; else what most journals are marked as, of as many on both sides live.
    fn most_marked(&self, readme: Option<Mode>) -> Option<Mode> {
        let marks = || self.files.iter().filter_map(|file| Some(file.scan.header.as_ref()?.header.mode));
        if let Some(said) = readme.filter(|said| marks().any(|mark| mark == *said)) {
            return Some(said);
        }
        let count = |wanted: Mode| marks().filter(|mark| *mark == wanted).count();
        marks().next()?;
        Some(if count(Mode::Exercise) > count(Mode::Live) { Mode::Exercise } else { Mode::Live })
    }

    fn refuse_other_mode(&mut self) {
        let Some(expected) = self.mode else { return };
        for file in &mut self.files {
            if let Some(found) =
                file.scan.header.as_ref().map(|known| known.header.mode).filter(|mode| *mode != expected)
            {
                file.scan = Scan { faults: vec![Fault::OtherMode { found, expected }], ..Scan::default() };
            }
        }
    }

    fn note_copies(&mut self) {
        let mut segments: BTreeMap<(&SessionId, u32), Vec<usize>> = BTreeMap::new();
        for (at, file) in self.files.iter().enumerate() {
            if let Some(known) = &file.scan.header {
                segments.entry((&known.header.session, known.header.segment)).or_default().push(at);
            }
        }
        let mut copies: Vec<(usize, usize)> = segments.values().flat_map(|same| self.copies_among(same)).collect();
        copies.sort_unstable();
        for (copy, whole) in copies {
            self.notes.push(format!(
                "{} is a copy of {}, whole or from its beginning, and adds nothing. It may stay.",
                self.files[copy].name, self.files[whole].name
            ));
        }
    }

    /// Which of these files of one segment add nothing, each with the first that holds it whole. A file is looked for only in
    /// those that hold its last entry.
    fn copies_among(&self, same: &[usize]) -> Vec<(usize, usize)> {
        if same.len() < 2 {
            return Vec::new();
        }
        let entries = |at: usize| &self.files[at].scan.entries;
        let mut holding: BTreeMap<Seal, Vec<usize>> = BTreeMap::new();
        for at in same {
            for sealed in entries(*at) {
                holding.entry(sealed.seal).or_default().push(*at);
            }
        }
        let whole = |copy: usize| {
            let shorter = entries(copy);
            let holders = shorter.last().map_or(Some(same), |last| Some(holding.get(&last.seal)?.as_slice()));
            holders?.iter().copied().find(|other| {
                let longer = entries(*other);
                let first = shorter.len() < longer.len() || shorter.len() == longer.len() && *other < copy;
                *other != copy && first && longer.starts_with(shorter)
            })
        };
        same.iter().filter_map(|copy| Some((*copy, whole(*copy)?))).collect()
    }
}
