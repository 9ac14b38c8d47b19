//! The disk of this computer, on which a call fails when a test says so. Its files are real, so that whatever reads cases can
//! be asked what it makes of them.

use breachbook::store::disk::{Disk, DiskFile, RealDisk};
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

#[derive(Clone)]
pub struct FailingDisk(Arc<Plan>);

struct Plan {
    calls: AtomicUsize,
    struck: AtomicUsize,
    /// Which call fails, from 0; every later one too if `for_ever`.
    at: AtomicUsize,
    for_ever: bool,
    kind: io::ErrorKind,
    /// Whether a call does its work before it fails.
    after_all: bool,
    /// Whether nothing can be taken away any more.
    keeps: AtomicBool,
}

impl FailingDisk {
    pub fn at(call: usize, for_ever: bool, kind: io::ErrorKind, after_all: bool) -> Self {
        let (calls, struck) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let keeps = AtomicBool::new(false);
        Self(Arc::new(Plan { calls, struck, at: AtomicUsize::new(call), for_ever, kind, after_all, keeps }))
    }

    /// A disk on which nothing can be taken away either.
    pub fn that_keeps(self) -> Self {
        self.0.keeps.store(true, Ordering::SeqCst);
        self
    }

    pub fn calls(&self) -> usize {
        self.0.calls.load(Ordering::SeqCst)
    }

    pub fn struck(&self) -> usize {
        self.0.struck.load(Ordering::SeqCst)
    }

    pub fn boxed(&self) -> Box<dyn Disk> {
        Box::new(self.clone())
    }

    fn act<T>(&self, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let (call, at) = (self.0.calls.fetch_add(1, Ordering::SeqCst), self.0.at.load(Ordering::SeqCst));
        if call != at && !(self.0.for_ever && call > at) {
            return work();
        }
        self.0.struck.fetch_add(1, Ordering::SeqCst);
        if self.0.after_all {
            work()?;
        }
        Err(self.0.kind.into())
    }
}

struct FailingFile(Box<dyn DiskFile>, FailingDisk);

impl Disk for FailingDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.act(|| Ok(Box::new(FailingFile(RealDisk.create_new(path)?, self.clone())) as Box<dyn DiskFile>))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.act(|| RealDisk.sync_folder(path))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.act(|| RealDisk.make_folder(path))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.act(|| RealDisk.rename(from, to))
    }

    fn discard(&self, draft: &Path) {
        RealDisk.discard(draft);
    }

    fn discard_folder(&self, draft: &Path) {
        if !self.0.keeps.load(Ordering::SeqCst) {
            RealDisk.discard_folder(draft);
        }
    }
}

impl DiskFile for FailingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.act(|| self.0.write(bytes))
    }

    fn sync_file(&mut self) -> io::Result<()> {
        self.1.act(|| self.0.sync_file())
    }

    fn still_at(&self, path: &Path) -> io::Result<()> {
        self.1.act(|| self.0.still_at(path))
    }
}
