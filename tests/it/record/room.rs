//! A disk that gets full: told in time, and the last entries still fit.

use crate::support::desk::{bundled_files, clock};
use crate::support::say;
use breachbook::journal::Mode;
use breachbook::judge::picture::remarks::Remark;
use breachbook::page::receipt::said;
use breachbook::session::{NewSession, Receipt, Session, SubmitError};
use breachbook::store::disk::{Disk, DiskFile, RealDisk, Reserve};
use breachbook::store::{Library, verify};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A disk with so much room. Its files are real.
#[derive(Clone)]
struct Small(Arc<AtomicUsize>);

struct SmallFile(Box<dyn DiskFile>, Small);

/// Gives its bytes back when it is dropped.
struct Kept(usize, Small);

impl Drop for Kept {
    fn drop(&mut self) {
        self.1.0.fetch_add(self.0, Ordering::SeqCst);
    }
}

impl Small {
    fn of(bytes: usize) -> Self {
        Self(Arc::new(AtomicUsize::new(bytes)))
    }

    fn has(&self, bytes: usize) {
        self.0.store(bytes, Ordering::SeqCst);
    }

    fn left(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }

    fn take(&self, bytes: usize) -> io::Result<()> {
        let left = self.left().checked_sub(bytes).ok_or(io::ErrorKind::StorageFull)?;
        self.has(left);
        Ok(())
    }

    fn open(&self, cases: &Path) -> Session {
        let new = NewSession {
            playbook: bundled_files("trinity"),
            title: "Lost laptop",
            person: "R. Okafor",
            mode: Mode::Live,
        };
        Session::start_on(&|| Box::new(self.clone()), cases, new, Box::new(clock())).unwrap()
    }
}

impl Disk for Small {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(SmallFile(RealDisk.create_new(path)?, self.clone())))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_folder(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.make_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn discard(&self, draft: &Path) {
        RealDisk.discard(draft);
    }

    fn discard_folder(&self, draft: &Path) {
        RealDisk.discard_folder(draft);
    }

    fn free(&self, _: &Path) -> Option<u64> {
        Some(self.left() as u64)
    }

    fn reserve(&self, _: &Path, bytes: usize) -> io::Result<Reserve> {
        self.take(bytes)?;
        Ok(Box::new(Kept(bytes, self.clone())))
    }
}

impl DiskFile for SmallFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.take(bytes.len())?;
        self.0.write(bytes)
    }

    fn sync_file(&mut self) -> io::Result<()> {
        self.0.sync_file()
    }

    fn still_at(&self, path: &Path) -> io::Result<()> {
        self.0.still_at(path)
    }
}

fn note(session: &mut Session, text: &str) -> Result<Receipt, SubmitError> {
    session.submit(&say::note(text))
}

#[test]
fn a_full_disk_takes_the_last_entries_and_the_end_from_the_room_that_was_kept_for_them() {
    let home = tempfile::tempdir().unwrap();
    let disk = Small::of(1_000_000_000);
    let mut session = disk.open(home.path());
    session.keep_reserve();
    note(&mut session, "While there is room").unwrap();
    disk.has(100);
    let first = note(&mut session, "Router unplugged").unwrap();
    assert_eq!(first.remarks, [Remark::ReserveUsed]);
    assert!(said(&session.view(), &first).remarks[0].starts_with("The disk is full."));
    for more in 0..100 {
        let receipt = note(&mut session, &format!("Entry {more}")).unwrap();
        assert_eq!(receipt.remarks, [], "said once");
    }
    session.end().unwrap();
    let verdict = verify(session.folder()).unwrap();
    assert!(verdict.sound, "{:#?}", verdict.lines);
    assert_eq!(Library::at(home.path()).list().unwrap().len(), 1);
}

#[test]
fn without_room_and_without_a_reserve_nothing_is_acknowledged() {
    let home = tempfile::tempdir().unwrap();
    let disk = Small::of(1_000_000_000);
    let mut session = disk.open(home.path());
    disk.has(100);
    let said = note(&mut session, "Router unplugged").unwrap_err().to_string();
    assert!(said.starts_with("Not recorded: the disk is full"), "{said}");
    disk.has(1_000_000);
    note(&mut session, "Router unplugged").unwrap();
}

#[test]
fn room_that_comes_back_is_kept_again_for_the_last_entries() {
    let home = tempfile::tempdir().unwrap();
    let disk = Small::of(1_000_000_000);
    let mut session = disk.open(home.path());
    session.keep_reserve();
    for round in 0..2 {
        disk.has(100);
        note(&mut session, &format!("Round {round}")).unwrap();
        session.refresh().unwrap();
        assert!(session.room().is_hardly_any());
        disk.has(1_000_000_000);
        session.refresh().unwrap();
        assert!(disk.left() < 1_000_000_000, "kept again");
    }
}

#[test]
fn little_room_is_told_once_when_it_comes_to_that() {
    let home = tempfile::tempdir().unwrap();
    let disk = Small::of(1_000_000_000);
    let mut session = disk.open(home.path());
    disk.has(150_000_000);
    let first = note(&mut session, "First").unwrap();
    assert!(said(&session.view(), &first).remarks[0].contains("149 MB are free"));
    assert_eq!(note(&mut session, "Second").unwrap().remarks, []);
    assert!(session.warnings().iter().any(|warning| warning.contains("149 MB are free")));
}

#[cfg(unix)]
#[test]
fn the_reserve_takes_real_room_and_leaves_no_name_behind() {
    use std::os::unix::fs::MetadataExt;
    let home = tempfile::tempdir().unwrap();
    let kept = RealDisk.reserve(home.path(), 256 * 1024).unwrap();
    assert_eq!(home.path().read_dir().unwrap().count(), 0);
    let file = kept.downcast_ref::<std::fs::File>().unwrap().metadata().unwrap();
    assert!(file.blocks() * 512 >= 256 * 1024 && file.nlink() == 0, "{file:?}");
    assert!(RealDisk.free(home.path()).is_some());
}
