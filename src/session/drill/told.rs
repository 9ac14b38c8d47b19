//! What is told of a drill: its account from both folders, of a console that is open, or read once for a report.

use super::begin::number;
use super::conduct::Conduct;
use super::failure::{ConductError, ScriptFault};
use super::frozen::frozen;
use crate::base::{Facilitator, Reading};
use crate::case::{CaseState, Over};
use crate::drill::review::{Left, left_in};
use crate::drill::script::Script;
use crate::drill::{Account, Played};
use crate::journal::Head;
use crate::playbook::Playbook;
use crate::store::{CaseFolder, Fingerprint, control};
use std::path::{Path, PathBuf};

impl Conduct {
    /// What was expected and what became of it, the figures, and what was noted, as of this turn.
    pub fn account(&self) -> Account<'_> {
        let played = Played {
            script: self.script(),
            playbook: &self.case.playbook,
            case: &self.case.state,
            control: &self.control.state,
            reading: &self.case.turn,
        };
        Account::with(played, self.watched())
    }

    /// The control folder as it lies on the disk now, for a report.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn control_read(&self) -> Result<ControlRead, ConductError> {
        ControlRead::read(self.control.folder(), self.case.playbook(), None)
    }
}

/// What of the review of an exercise that is over is still to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AfterDrill {
    pub left: Left,
    /// The control folder that says what was judged and rated; `None` where it is not here, and the case alone was asked.
    pub control: Option<Beside>,
}

/// A control folder that was read, and how it looked then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beside {
    path: PathBuf,
    stamp: Option<Fingerprint>,
}

impl Beside {
    /// Whether it still looks as it did.
    pub fn is_as_it_was(&self) -> bool {
        let now = CaseFolder::open(&self.path).ok().and_then(|folder| folder.stamp().ok());
        now.is_some() && now == self.stamp
    }
}

impl AfterDrill {
    /// `None` while the exercise lasts, and where nobody led it.
    pub fn of(exercise: &CaseFolder, playbook: &Playbook, case: &CaseState, reading: &Reading) -> Option<Self> {
        let over = case.over()?;
        Some(match ControlRead::of_ended(exercise, playbook, over) {
            Some((read, beside)) => Self { left: read.account(playbook, case, reading).left(), control: Some(beside) },
            None => Self { left: left_in(case), control: None },
        })
    }
}

/// A control folder as it lies there, read once.
#[derive(Clone, Debug)]
pub struct ControlRead {
    pub name: String,
    pub script: Script,
    pub state: CaseState,
    /// The last block of every run in it.
    pub heads: Vec<Head>,
    /// What is wrong with the frozen script.
    pub fault: Option<ScriptFault>,
}

impl ControlRead {
    /// Reads the control folder of an exercise among those in `root`; of an earlier report, up to the blocks that it was made from.
    ///
    /// # Errors
    /// If none belongs to it, several do, or it cannot be read.
    pub fn of(
        root: &Path,
        exercise: &CaseFolder,
        playbook: &Playbook,
        upto: Option<&[Head]>,
        side: Facilitator,
    ) -> Result<Self, ConductError> {
        let folder = control::find(root, exercise, &number(exercise)?, side)?;
        Self::read(&folder, playbook, upto)
    }

    /// The control folder of an exercise that is over, where it lies beside the cases under its usual name and its script is whole.
    pub fn of_ended(exercise: &CaseFolder, playbook: &Playbook, over: Over) -> Option<(Self, Beside)> {
        let cases = exercise.path().parent()?;
        let folder = control::of_ended(&control::beside(cases), exercise, &number(exercise).ok()?, over)?;
        // Taken before the reading: what is rated meanwhile is news at the next look.
        let beside = Beside { path: folder.path().to_owned(), stamp: folder.stamp().ok() };
        let read = Self::read(&folder, playbook, None).ok().filter(|read| read.fault.is_none())?;
        Some((read, beside))
    }

    fn read(folder: &CaseFolder, playbook: &Playbook, upto: Option<&[Head]>) -> Result<Self, ConductError> {
        let mut journals = folder.read()?;
        if let Some(heads) = upto {
            journals = journals.upto(heads).map_err(|_| ConductError::ControlChanged)?;
        }
        let ordered = journals.order();
        let mut state = CaseState::of(&ordered);
        state.names = journals.names(&ordered);
        let (frozen, _) = frozen(folder, &state, playbook);
        Ok(Self { name: folder.name(), script: frozen.script, state, heads: journals.heads(), fault: frozen.fault })
    }

    /// The account of the drill beside a case as it stood.
    pub fn account<'a>(&'a self, playbook: &'a Playbook, case: &'a CaseState, reading: &'a Reading) -> Account<'a> {
        Account::of(Played { script: &self.script, playbook, case, control: &self.state, reading })
    }
}
