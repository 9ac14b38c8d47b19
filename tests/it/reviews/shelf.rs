//! A shelf of cases in a folder that vanishes, each opened and recorded in at a moment of the test's choosing.

use crate::support::say::{self, Deed, v};
use breachbook::base::{FixedClock, Stamp};
use breachbook::contract::{Folder, status};
use breachbook::journal::Mode;
use breachbook::playbook::{bundled_text, load};
use breachbook::session::{NewSession, PlaybookFiles, Session};
use breachbook::source::Source;
use breachbook::store::{CaseFolder, Library};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder, and where its cases are.
pub struct Shelf {
    dir: tempfile::TempDir,
}

/// A day at nine in the morning.
pub fn at(day: &str) -> Stamp {
    Stamp::parse(&format!("{day}T09:00:00.000+10:30")).unwrap()
}

impl Shelf {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn cases(&self) -> PathBuf {
        self.dir.path().join("cases")
    }

    pub fn library(&self) -> Library {
        Library::at(self.cases())
    }

    /// A new case on a bundled playbook.
    pub fn start(&self, playbook: &str, day: &str, mode: Mode) -> Session {
        self.start_text(playbook, bundled_text(playbook).unwrap(), day, mode)
    }

    /// A new case on a playbook that the test writes.
    pub fn start_text(&self, id: &str, text: &str, day: &str, mode: Mode) -> Session {
        start(&self.cases(), id, text, day, mode)
    }
}

/// A new case in a folder.
pub fn start(cases: &Path, id: &str, text: &str, day: &str, mode: Mode) -> Session {
    let loaded = load(&[Source::new(format!("{id}.toml"), text)]);
    let playbook = loaded.playbook.unwrap_or_else(|| panic!("{:?}", loaded.problems));
    let files = vec![(format!("{id}.toml"), text.as_bytes().to_vec())];
    let playbook = PlaybookFiles { playbook, files };
    let new = NewSession { playbook, title: "", person: "R. Okafor", mode };
    Session::start(cases, new, Box::new(FixedClock::at(at(day)))).unwrap()
}

/// The same case, opened again on a later day.
pub fn later(session: &Session, day: &str) -> Session {
    let folder = CaseFolder::open(session.folder().path()).unwrap();
    Session::open(folder, "R. Okafor", Box::new(FixedClock::at(at(day)))).unwrap()
}

pub fn answer(session: &mut Session, id: &str, value: &str) {
    let command = say::answer(id, value).with(&v::answer::SOURCE, "Letter of 3 May");
    session.submit(&command).unwrap();
}

/// What was found at a point: in order with evidence, owner and day.
pub fn found(session: &mut Session, id: &str, evidence: &str, owner: Option<&str>, due: Option<&str>) {
    review(session, id, Deed::Done(evidence.into()), owner, due);
}

pub fn missing(session: &mut Session, id: &str, what: &str, owner: Option<&str>, due: Option<&str>) {
    review(session, id, Deed::Needed { reason: what.into(), adviser: None }, owner, due);
}

fn review(session: &mut Session, id: &str, outcome: Deed, owner: Option<&str>, due: Option<&str>) {
    let (owner, due) = (owner.map(str::to_owned), due.map(str::to_owned));
    let command = say::task(id, outcome).with_some(&v::task::OWNER, owner).with_some(&v::task::DUE, due);
    session.submit(&command).unwrap();
}

/// One item of the status.
pub fn item(session: &Session, id: &str) -> Value {
    let (case, heads) = (session.folder().name(), session.heads());
    let status = status(&session.view(), Folder { case: &case, heads: &heads, damage: &[] });
    let found = status.items.iter().find(|row| row.id.as_str() == id);
    serde_json::to_value(found.unwrap_or_else(|| panic!("no {id}"))).unwrap()
}
