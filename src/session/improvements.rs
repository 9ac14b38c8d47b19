//! Improvement actions that are open: of exercises that have ended, and of live cases. They come back until they are done or dropped.

use super::{Kept, Session, SessionError, SubmitError};
use crate::base::{Clock, Now};
use crate::case::{CaseState, ClockState};
use crate::journal::{EntryId, Mode};
use crate::judge::view::actions::{self, Improvements};
use crate::record::verbs::change;
use crate::record::{Draft, Receipt};
use crate::store::{CaseFolder, Frozen, Library, StoreError, library};
use chrono::NaiveDate;
use std::path::PathBuf;

/// An improvement action that is not done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenImprovement {
    /// The name of the folder that it stands in, and where that is.
    pub case: String,
    pub path: PathBuf,
    pub mode: Mode,
    /// The id of the playbook of that case.
    pub playbook: String,
    /// What people call it: `A-2`.
    pub label: String,
    pub entry: EntryId,
    pub name: String,
    pub owner: String,
    pub due: Option<NaiveDate>,
}

/// Whether a case's improvements count: it is a live one, or an exercise that is over.
pub fn counts(mode: Mode, state: &CaseState) -> bool {
    let led = state.drill_opening().is_some();
    let over = state.exercise().is_some_and(|exercise| exercise.state() == ClockState::Ended);
    mode == Mode::Live || !led || over
}

/// Those of all cases, or of the cases of one playbook, the earliest day first; and what could not be read, as sentences.
///
/// # Errors
/// If the folder of cases cannot be listed.
pub fn open(
    library: &Library,
    playbook: Option<&str>,
    now: Now,
) -> Result<(Vec<OpenImprovement>, Vec<String>), StoreError> {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for place in library.places()? {
        let of_case = CaseFolder::open(&place.path).and_then(|folder| of(&folder, playbook, now));
        match of_case {
            Ok(improvements) => found.extend(improvements),
            Err(error) => unread.push(format!("The improvement actions of {} were not read. {error}", place.name)),
        }
    }
    found.sort_by(|a, b| (a.due.is_none(), a.due, &a.case, &a.label).cmp(&(b.due.is_none(), b.due, &b.case, &b.label)));
    Ok((found, unread))
}

fn of(folder: &CaseFolder, playbook: Option<&str>, now: Now) -> Result<Vec<OpenImprovement>, StoreError> {
    let journals = folder.read()?;
    let ordered = journals.order();
    let frozen = Frozen::of(folder, &journals, &ordered);
    let kept = Kept::of(&frozen);
    if kept.absent || playbook.is_some_and(|id| kept.playbook.id.as_str() != id) {
        return Ok(Vec::new());
    }
    let mode = library::summary(folder, &journals, &ordered, &frozen).mode;
    let mut state = CaseState::of(&ordered);
    state.names = journals.names(&ordered);
    if !counts(mode, &state) {
        return Ok(Vec::new());
    }
    let open = actions::open(&kept.playbook, &state, now).into_iter().filter(|action| action.improvement);
    let all = open.map(|action| OpenImprovement {
        case: folder.name(),
        path: folder.path().to_owned(),
        mode,
        playbook: kept.playbook.id.to_string(),
        label: state.label(action.row).unwrap_or_else(|| state.name(action.row)),
        entry: state.at(action.row).id.clone(),
        name: action.name,
        owner: action.owner,
        due: action.due,
    });
    Ok(all.collect())
}

/// How many there are, and how many are over.
pub fn counted(all: &[OpenImprovement], now: Now) -> Improvements {
    Improvements::of(all.iter().map(|one| one.due), now.date())
}

impl OpenImprovement {
    /// `A-2 of exercise ex-2026-12-03-saffron: Name a deputy, owner A. Ruiz, due 1 Dec 2026, over`.
    pub fn words(&self, now: Now) -> String {
        let owner = if self.owner.is_empty() { String::new() } else { format!(", owner {}", self.owner) };
        let due = self.due.map_or_else(String::new, |due| {
            let over = if due < now.date() { ", over" } else { "" };
            format!(", due {}{over}", due.format("%-d %b %Y"))
        });
        format!("{} of {}: {}{owner}{due}", self.label, self.from(), self.name)
    }

    /// From where it is: `LIVE case 2026-11-22-sapphire`, `exercise ex-2026-12-03-saffron`.
    pub fn from(&self) -> String {
        match self.mode {
            Mode::Live => format!("LIVE case {}", self.case),
            Mode::Exercise => format!("exercise {}", self.case),
        }
    }

    /// Says in the exercise that it is from that it is done. A live case is never written to from here: there, somebody closes it.
    ///
    /// # Errors
    /// If the case cannot be opened, it is live, or the disk does not take it.
    pub fn done(&self, on: NaiveDate, person: &str, clock: Box<dyn Clock>) -> Result<Receipt, NotDone> {
        if self.mode == Mode::Live {
            return Err(NotDone::Live);
        }
        let folder = CaseFolder::open(&self.path).map_err(|error| NotDone::Session(error.into()))?;
        let mut session = Session::open(folder, person, clock).map_err(NotDone::Session)?;
        let name = session.state().names.entry(&self.entry);
        let mut draft = Draft::new(&change::VERB, name).with(&change::REASON, "Looked at before a drill: done");
        for (column, text) in [("state", "done".to_owned()), ("done", on.to_string())] {
            draft.give_cell(column, text);
        }
        let receipt = session.submit(&draft).map_err(NotDone::Submit)?;
        session.end().ok();
        Ok(receipt)
    }
}

/// Why an action was not said to be done where it stands.
#[derive(Debug)]
pub enum NotDone {
    /// It stands in a live case.
    Live,
    Session(SessionError),
    Submit(SubmitError),
}

impl NotDone {
    /// As a sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Live => "It stands in a LIVE case, and nothing of a drill is written there. Close it there.".into(),
            Self::Session(error) => error.to_string(),
            Self::Submit(error) => error.to_string(),
        }
    }
}
