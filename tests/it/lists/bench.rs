//! A case on the sample playbook of this folder, with short verbs to record with.

use crate::support::say::{self, Deed, FOR};
use breachbook::base::{FixedClock, Stamp};
use breachbook::contract::{Folder, status};
use breachbook::journal::Mode;
use breachbook::playbook::load;
use breachbook::record::Draft;
use breachbook::session::{NewSession, PlaybookFiles, Receipt, Session, SubmitError};
use breachbook::store::CaseFolder;
use serde_json::Value;
use std::path::PathBuf;

pub const PLAYBOOK: &str = include_str!("counties.toml");

pub struct Bench {
    pub session: Session,
    pub home: tempfile::TempDir,
}

fn clock() -> FixedClock {
    FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120-06:00").unwrap())
}

impl Bench {
    pub fn open() -> Self {
        let home = tempfile::tempdir().unwrap();
        let loaded = load::load(&[breachbook::source::Source::new("counties.toml", PLAYBOOK)]);
        assert!(loaded.problems.iter().all(|problem| !problem.is_error()), "{:?}", loaded.problems);
        let files = vec![("counties.toml".to_owned(), PLAYBOOK.as_bytes().to_vec())];
        let playbook = PlaybookFiles { playbook: loaded.playbook.unwrap(), files };
        let new = NewSession { playbook, title: "Lost server", person: "R. Okafor", mode: Mode::Live };
        let session = Session::start(home.path(), new, Box::new(clock())).unwrap();
        Self { session, home }
    }

    pub fn case(&self) -> PathBuf {
        self.session.folder().path().to_owned()
    }

    /// The name of an entry by its place in the log, from 1.
    pub fn name(&self, number: usize) -> String {
        self.session.state().name(number - 1)
    }

    /// Another run of the program on the same folder.
    pub fn second(&self) -> Session {
        Session::open(CaseFolder::open(&self.case()).unwrap(), "A. Ruiz", Box::new(clock())).unwrap()
    }

    pub fn submit(&mut self, command: &Draft) -> Result<Receipt, SubmitError> {
        self.session.submit(command)
    }

    pub fn record(&mut self, command: &Draft) -> Receipt {
        self.submit(command).unwrap_or_else(|error| panic!("{command:?}: {error}"))
    }

    /// The words of the refusal that must come.
    pub fn refused(&mut self, command: &Draft) -> String {
        match self.submit(command) {
            Err(SubmitError::Refused(refusal)) => crate::support::voice::refused(&self.session, &refusal),
            other => panic!("it was not refused: {other:?}"),
        }
    }

    pub fn answer(&mut self, id: &str, value: &str) -> Receipt {
        self.record(&say::answer(id, value))
    }

    /// One object of a list in the status, by its id.
    pub fn of(&self, list: &str, id: &str) -> Value {
        let status = self.status();
        let found = status[list].as_array().unwrap().iter().find(|row| row["id"] == id);
        found.unwrap_or_else(|| panic!("no {id} in {list}")).clone()
    }

    pub fn state(&self, id: &str) -> String {
        self.of("items", id)["state"].as_str().unwrap().to_owned()
    }

    pub fn value(&self, id: &str) -> String {
        self.of("items", id)["value"].as_str().unwrap_or_default().to_owned()
    }

    pub fn status(&self) -> Value {
        let heads = self.session.heads();
        serde_json::to_value(status(
            &self.session.view(),
            Folder { case: &self.session.folder().name(), heads: &heads, damage: &[] },
        ))
        .unwrap()
    }
}

pub fn call(id: &str, target: Option<&str>, outcome: &str) -> Draft {
    say::call(id, outcome).with_some(&FOR, target.map(Into::into))
}

pub fn done(id: &str, target: Option<&str>) -> Draft {
    task(id, target, Deed::Done("By letter at 09:00.".into()))
}

pub fn not_needed(id: &str, target: Option<&str>) -> Draft {
    task(id, target, Deed::RuledOut { reason: "They have no data of ours.".into(), adviser: None })
}

pub fn task(id: &str, target: Option<&str>, outcome: Deed) -> Draft {
    say::task(id, outcome).with_some(&FOR, target.map(Into::into))
}
