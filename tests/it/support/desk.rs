//! A desk: a case on a bundled playbook in a folder that vanishes, a clock that stands still, and short verbs to record with.

use super::say::{self, Deed, v};
use breachbook::base::{FixedClock, Stamp};
use breachbook::contract::{Folder, status};
use breachbook::journal::Mode;
use breachbook::page::receipt::{Said, said};
use breachbook::playbook::{bundled, load};
use breachbook::record::Draft;
use breachbook::session::{NewSession, PlaybookFiles, Receipt, Session, SubmitError};
use breachbook::store::CaseFolder;
use serde_json::Value;
use std::path::PathBuf;

/// The moment at which tests happen.
pub const NOW: &str = "2026-11-22T02:13:44.120+10:30";

pub struct Desk {
    pub session: Session,
    pub home: tempfile::TempDir,
}

pub fn clock() -> FixedClock {
    FixedClock::at(Stamp::parse(NOW).unwrap())
}

pub fn bundled_files(id: &str) -> PlaybookFiles {
    let text = bundled::bundled_text(id).unwrap();
    let loaded = load(&[breachbook::source::Source::new(format!("{id}.toml"), text)]);
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let files = vec![(format!("{id}.toml"), text.into())];
    PlaybookFiles { playbook: loaded.playbook.unwrap(), files }.with_letters(bundled::letters(id))
}

impl Desk {
    pub fn open(playbook: &str) -> Self {
        Self::open_files(bundled_files(playbook), Mode::Live)
    }

    /// The same in an exercise.
    pub fn exercise(playbook: &str) -> Self {
        Self::open_files(bundled_files(playbook), Mode::Exercise)
    }

    /// A desk on a playbook that is not bundled; it must load without an error.
    pub fn open_text(id: &str, text: &str) -> Self {
        let loaded = load(&[breachbook::source::Source::new(format!("{id}.toml"), text)]);
        assert!(loaded.problems.iter().all(|problem| !problem.is_error()), "{:?}", loaded.problems);
        let files = vec![(format!("{id}.toml"), text.as_bytes().into())];
        Self::open_files(PlaybookFiles { playbook: loaded.playbook.unwrap(), files }, Mode::Live)
    }

    fn open_files(playbook: PlaybookFiles, mode: Mode) -> Self {
        let home = tempfile::tempdir().unwrap();
        let new = NewSession { playbook, title: "Mis-sent e-mail", person: "R. Okafor", mode };
        let session = Session::start(home.path(), new, Box::new(clock())).unwrap();
        Self { session, home }
    }

    /// Another run of the program on the same folder.
    pub fn second_session(&self, person: &str) -> Session {
        let folder = CaseFolder::open(&self.case()).unwrap();
        Session::open(folder, person, Box::new(clock())).unwrap()
    }

    pub fn case(&self) -> PathBuf {
        self.session.folder().path().to_owned()
    }

    pub fn submit(&mut self, command: Draft) -> Result<Receipt, SubmitError> {
        self.session.submit(&command)
    }

    /// Records, and fails the test with the refusal otherwise.
    pub fn record(&mut self, command: Draft) -> Receipt {
        self.submit(command.clone()).unwrap_or_else(|error| panic!("{command:?}: {error}"))
    }

    /// What a receipt says right after it was given.
    pub fn said(&self, receipt: &Receipt) -> Said {
        said(&self.session.view(), receipt)
    }

    /// The words of the refusal that must come.
    pub fn refused(&mut self, command: Draft) -> String {
        match self.submit(command) {
            Err(SubmitError::Refused(refusal)) => super::voice::refused(&self.session, &refusal),
            other => panic!("it was not refused: {other:?}"),
        }
    }

    pub fn answer(&mut self, id: &str, value: &str) -> Receipt {
        self.record(say::answer(id, value))
    }

    pub fn decide(&mut self, id: &str, option: &str, reason: &str) -> Receipt {
        let reason = Some(reason.into());
        self.record(say::decided(id, option).with_some(&v::decision::REASON, reason))
    }

    pub fn done(&mut self, id: &str, what: &str) -> Receipt {
        self.record(say::task(id, Deed::Done(what.into())))
    }

    pub fn call(&mut self, id: &str, outcome: &str) -> Receipt {
        self.record(call(id, outcome))
    }

    pub fn status(&self) -> Value {
        let heads = self.session.heads();
        serde_json::to_value(status(
            &self.session.view(),
            Folder { case: &self.session.folder().name(), heads: &heads, damage: &[] },
        ))
        .unwrap()
    }

    /// What `status` and the list of the walk say of the case.
    pub fn reads(&self) -> String {
        super::voice::whole(&self.session.view())
    }

    /// The card of one thing in the walk, with its reasons.
    pub fn reads_of(&self, id: &str) -> String {
        super::voice::of(&self.session.view(), id)
    }

    /// One object of a list in the status, by its id.
    pub fn of(&self, list: &str, id: &str) -> Value {
        let status = self.status();
        let found = status[list].as_array().unwrap().iter().find(|row| row["id"] == id);
        found.unwrap_or_else(|| panic!("no {id} in {list}")).clone()
    }

    pub fn state(&self, list: &str, id: &str) -> String {
        self.of(list, id)["state"].as_str().unwrap().to_owned()
    }
}

pub fn call(id: &str, outcome: &str) -> Draft {
    say::call(id, outcome)
}

/// The texts of a JSON list.
pub fn words(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect()
}
