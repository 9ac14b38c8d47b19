//! The writer of one session: append, sync, and only then say that it is recorded.
//!
//! After any failed or short write or failed sync a file is closed for ever, because what is on the disk is then unknown and
//! stays so (Rebello et al., "Can applications recover from fsync failures?", USENIX ATC 2020). The entry goes, under the same
//! name, into a new segment. A segment also ends before it is longer than a journal that is read.

use super::CaseFolder;
use super::disk::{Disk, DiskFile, RealDisk, Reserve};
use super::journals::MAX_JOURNAL_BYTES;
use super::not_recorded::{Cause, NotRecorded};
use crate::base::Room;
use crate::journal::write::{WriteError, entry_block, header_block};
use crate::journal::{Draft, Entry, EntryId, Head, Header, SealedEntry};
use std::io;
use std::path::{Path, PathBuf};

/// Bytes that are kept for the last entries: some hundred of them.
const RESERVE: usize = 256 * 1024;
/// Why a segment is continued that has as many bytes as are read of one file.
const FULL: &str = "size";

/// Writes one session. Nothing is on the disk before the first entry is.
pub struct JournalWriter {
    disk: Box<dyn Disk>,
    folder: PathBuf,
    /// The header of the segment that is open or comes next.
    header: Header,
    file: Option<Box<dyn DiskFile>>,
    /// How many bytes the open segment has.
    written: u64,
    /// How many it may have.
    limit: u64,
    head: Option<Head>,
    last: Vec<SealedEntry>,
    /// What was tried last and not confirmed.
    pending: Vec<Entry>,
    next: u64,
    /// Room for the last entries, given up when the disk is full.
    reserve: Option<Reserve>,
    /// Whether this disk keeps none.
    keeps_none: bool,
    /// Whether it was given up since that was asked last.
    reserve_used: bool,
}

/// Bytes that go to the disk in one piece, and the entries in them.
struct Staged {
    bytes: String,
    sealed: Vec<SealedEntry>,
}

impl JournalWriter {
    /// A session in this case. Its first file is made by the first [`Self::append`].
    pub fn create(case: &CaseFolder, header: Header) -> Self {
        Self::on(Box::new(RealDisk), &case.journals_path(), header)
    }

    /// The same on any disk, for journals in `folder`. The header's segment, `continues`, `given_up` and `why` are set here.
    pub fn on(disk: Box<dyn Disk>, folder: &Path, header: Header) -> Self {
        let header = Header { segment: 1, continues: None, given_up: Vec::new(), why: None, ..header };
        Self {
            disk,
            folder: folder.to_owned(),
            header,
            file: None,
            written: 0,
            limit: MAX_JOURNAL_BYTES,
            head: None,
            last: Vec::new(),
            pending: Vec::new(),
            next: 1,
            reserve: None,
            keeps_none: false,
            reserve_used: false,
        }
    }

    /// The same with shorter segments; none is longer than a journal that is read.
    #[must_use]
    pub fn with_limit(self, bytes: u64) -> Self {
        Self { limit: bytes.min(MAX_JOURNAL_BYTES), ..self }
    }

    /// The folder of the journals has another name now; the file that is open lies in it still.
    pub fn moved(&mut self, folder: &Path) {
        folder.clone_into(&mut self.folder);
    }

    /// Keeps room for the last entries, unless it is kept already or would leave hardly any for others. Where the disk cannot do
    /// that, it is recorded without.
    pub fn keep_reserve(&mut self) {
        let spare = self.disk.free(&self.folder).is_none_or(|free| free >= 4 * RESERVE as u64);
        if self.reserve.is_none() && spare && !self.keeps_none {
            self.reserve = self.disk.reserve(self.case_path(), RESERVE).ok();
            self.keeps_none = self.reserve.is_none();
        }
    }

    /// Whether the disk was full and the room kept for the last entries was given up, since this was asked last.
    pub fn takes_reserve_used(&mut self) -> bool {
        std::mem::take(&mut self.reserve_used)
    }

    pub fn room(&self) -> Room {
        Room::of(self.disk.free(&self.folder))
    }

    fn case_path(&self) -> &Path {
        self.folder.parent().unwrap_or(&self.folder)
    }

    /// The last confirmed block; `None` before the first.
    pub fn head(&self) -> Option<&Head> {
        self.head.as_ref()
    }

    /// The entries that were confirmed last, with their names and numbers; what the fold of the case takes after an append.
    pub fn last(&self) -> &[SealedEntry] {
        &self.last
    }

    /// Says who is at the keyboard, for a header that is not written yet. One that is written says who was there then.
    pub fn name_person(&mut self, person: &str) {
        if self.file.is_none() && self.head.is_none() {
            person.clone_into(&mut self.header.person);
        }
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Records one entry: written in one piece, synced, in a new file the folder too. On an error it is tried once more in a
    /// new segment. After [`NotRecorded`], handing in the same kind and fields again repeats the same entry under the same
    /// name, so that it counts once even if the first try reached the disk after all.
    pub fn append(&mut self, draft: Draft) -> Result<Head, NotRecorded> {
        self.append_all(vec![draft])
    }

    /// The same with several that follow each other: one write, one sync, all in one file. There is at least one.
    pub fn append_all(&mut self, drafts: Vec<Draft>) -> Result<Head, NotRecorded> {
        let entries = self.entries(drafts);
        // A block that cannot be written is found out before any file is touched.
        let mut staged = Some(self.stage(&entries)?);
        if self.pending.first().map(|pending| &pending.id) != entries.first().map(|entry| &entry.id)
            && !self.pending.is_empty()
        {
            self.header.given_up.extend(self.pending.drain(..).map(|given_up| given_up.id));
            staged = None;
        }
        self.next = entries.last().map_or(self.next, |last| last.seq + 1);
        let head = match self.try_once(&entries, staged) {
            Ok(head) => head,
            Err((path, error)) => {
                self.close(&path, &error);
                if Cause::of(&error) == Cause::Full && self.reserve.take().is_some() {
                    self.reserve_used = true;
                }
                match self.try_once(&entries, None) {
                    Ok(head) => head,
                    Err((path, error)) => {
                        self.close(&path, &error);
                        self.pending = entries;
                        return Err(NotRecorded::disk(&path, error));
                    }
                }
            }
        };
        self.pending = Vec::new();
        Ok(head)
    }

    fn entries(&self, drafts: Vec<Draft>) -> Vec<Entry> {
        let same = |(pending, draft): (&Entry, &Draft)| pending.kind == draft.kind && pending.fields == draft.fields;
        if self.pending.len() == drafts.len() && self.pending.iter().zip(&drafts).all(same) {
            return self.pending.clone();
        }
        let entry = |(seq, draft): (u64, Draft)| {
            let Draft { reading, saw, kind, fields } = draft;
            Entry { id: EntryId::new(self.header.session.clone(), seq), seq, reading, saw, kind, fields }
        };
        (self.next..).zip(drafts).map(entry).collect()
    }

    /// The bytes of entries as the next write would put them, encoded once: alone in the open file, behind a header in a new one.
    fn stage(&self, entries: &[Entry]) -> Result<Staged, WriteError> {
        let (mut bytes, mut seal) = match &self.head {
            Some(head) if self.file.is_some() => (String::new(), head.seal),
            _ => header_block(&self.header)?,
        };
        let mut sealed = Vec::with_capacity(entries.len());
        for entry in entries {
            let prev = seal;
            let (block, own) = entry_block(entry, &prev)?;
            bytes.push_str(&block);
            seal = own;
            sealed.push(SealedEntry { entry: entry.clone(), prev, seal });
        }
        Ok(Staged { bytes, sealed })
    }

    /// `staged` is what [`Self::stage`] gave, unless something has changed since.
    fn try_once(&mut self, entries: &[Entry], staged: Option<Staged>) -> Result<Head, (PathBuf, io::Error)> {
        let encode = |error| (self.folder.clone(), io::Error::other(error));
        let mut staged = staged.map_or_else(|| self.stage(entries), Ok).map_err(encode)?;
        if self.file.is_some() && self.written + staged.bytes.len() as u64 > self.limit {
            self.next_segment(FULL);
            staged = self.stage(entries).map_err(|error| (self.folder.clone(), io::Error::other(error)))?;
        }
        let Staged { bytes, sealed } = staged;
        let path = self.folder.join(file_name(&self.header));
        let fail = |error| (path.clone(), error);
        if let Some(file) = &mut self.file {
            put(file.as_mut(), bytes.as_bytes()).map_err(fail)?;
            // A file that was moved away or removed meanwhile is not part of the case any more.
            file.still_at(&path).map_err(fail)?;
        } else {
            let mut file = self.disk.create_new(&path).map_err(fail)?;
            put(file.as_mut(), bytes.as_bytes()).map_err(fail)?;
            self.disk.sync_folder(&self.folder).map_err(fail)?;
            self.file = Some(file);
            self.written = 0;
        }
        self.written += bytes.len() as u64;
        Ok(self.confirm(sealed))
    }

    fn confirm(&mut self, sealed: Vec<SealedEntry>) -> Head {
        let last = sealed.last().expect("at least one entry is recorded");
        let head = Head { session: last.entry.id.session.clone(), seq: last.entry.seq, seal: last.seal };
        self.head = Some(head.clone());
        self.last = sealed;
        head
    }

    /// Gives the file up for ever and gets the next segment ready.
    fn close(&mut self, path: &Path, error: &io::Error) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let said: String = error.to_string().chars().take(200).collect();
        self.next_segment(&format!("{name} could not be continued: {said}"));
    }

    fn next_segment(&mut self, why: &str) {
        self.file = None;
        self.header.segment += 1;
        if self.header.continues != self.head {
            // What was given up before the last confirmed block is behind us.
            let confirmed = self.head.as_ref().map_or(0, |head| head.seq);
            self.header.given_up.retain(|id| id.seq > confirmed);
            self.header.continues.clone_from(&self.head);
        }
        self.header.why = Some(why.to_owned());
    }
}

fn put(file: &mut dyn DiskFile, bytes: &[u8]) -> io::Result<()> {
    let taken = file.write(bytes)?;
    if taken != bytes.len() {
        return Err(io::Error::new(
            io::ErrorKind::WriteZero,
            format!("only {taken} of {} bytes were taken", bytes.len()),
        ));
    }
    file.sync_file()
}

/// `<session>.toml` for the first segment, `<session>.2.toml` for the second, and so on.
pub fn file_name(header: &Header) -> String {
    match header.segment {
        0 | 1 => format!("{}.toml", header.session),
        segment => format!("{}.{segment}.toml", header.session),
    }
}
