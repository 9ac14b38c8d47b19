//! A disk in memory that fails when it is told to, for tests of everything that records.

use breachbook::store::disk::{Disk, DiskFile};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The call fails with this kind of error and does nothing.
    Error(io::ErrorKind),
    /// The call does its work and then fails: written or made, but not confirmed.
    AfterAll(io::ErrorKind),
    /// A write takes only so many bytes. Other calls fail.
    Short(usize),
}

/// Counts every call; the calls named in its plan fail. Clones share one disk.
#[derive(Clone, Default)]
pub struct MemoryDisk(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    files: BTreeMap<PathBuf, Vec<u8>>,
    calls: usize,
    plan: Vec<(usize, bool, Trouble)>,
    struck: usize,
}

impl MemoryDisk {
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes call number `call` (from 0) fail, and every later one too if `for_ever`.
    #[must_use]
    pub fn failing(self, call: usize, for_ever: bool, trouble: Trouble) -> Self {
        self.state().plan.push((call, for_ever, trouble));
        self
    }

    pub fn heal(&self) {
        self.state().plan.clear();
    }

    pub fn calls(&self) -> usize {
        self.state().calls
    }

    pub fn struck(&self) -> usize {
        self.state().struck
    }

    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.state().files.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn call(&mut self) -> Option<Trouble> {
        let now = self.calls;
        self.calls += 1;
        let hit = |(at, for_ever, _): &&(usize, bool, Trouble)| now == *at || *for_ever && now > *at;
        let trouble = self.plan.iter().find(hit).map(|(_, _, trouble)| *trouble);
        self.struck += usize::from(trouble.is_some());
        trouble
    }

    /// Does the work or not, and fails or not, as the plan says.
    fn act(&mut self, work: impl FnOnce(&mut Self)) -> io::Result<()> {
        match self.call() {
            None => {
                work(self);
                Ok(())
            }
            Some(Trouble::AfterAll(kind)) => {
                work(self);
                Err(kind.into())
            }
            Some(Trouble::Error(kind)) => Err(kind.into()),
            Some(Trouble::Short(_)) => Err(io::ErrorKind::Other.into()),
        }
    }
}

struct MemoryFile {
    disk: MemoryDisk,
    path: PathBuf,
}

impl Disk for MemoryDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let mut state = self.state();
        if state.files.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.act(|state| {
            state.files.insert(path.to_owned(), Vec::new());
        })?;
        Ok(Box::new(MemoryFile { disk: self.clone(), path: path.to_owned() }))
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        self.state().act(|_| ())
    }

    fn make_folder(&self, _: &Path) -> io::Result<()> {
        self.state().act(|_| ())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        if !state.files.contains_key(from) {
            return Err(io::ErrorKind::NotFound.into());
        }
        state.act(|state| {
            if let Some(bytes) = state.files.remove(from) {
                state.files.insert(to.to_owned(), bytes);
            }
        })
    }

    fn discard(&self, draft: &Path) {
        self.state().files.remove(draft);
    }

    fn discard_folder(&self, draft: &Path) {
        self.state().files.retain(|path, _| !path.starts_with(draft));
    }
}

impl DiskFile for MemoryFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        let trouble = state.call();
        let taken = match trouble {
            Some(Trouble::Error(kind)) => return Err(kind.into()),
            Some(Trouble::Short(taken)) => taken.min(bytes.len()),
            _ => bytes.len(),
        };
        state.files.entry(self.path.clone()).or_default().extend_from_slice(&bytes[..taken]);
        match trouble {
            Some(Trouble::AfterAll(kind)) => Err(kind.into()),
            _ => Ok(taken),
        }
    }

    fn sync_file(&mut self) -> io::Result<()> {
        self.disk.state().act(|_| ())
    }

    fn still_at(&self, _: &Path) -> io::Result<()> {
        self.disk.state().act(|_| ())
    }
}
