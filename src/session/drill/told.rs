//! What is told of a drill: its account from both folders, of a console that is open, or read once for a report.

use super::begin::{frozen, number};
use super::conduct::Conduct;
use super::failure::{ConductError, ScriptFault};
use crate::base::{Facilitator, Reading};
use crate::case::CaseState;
use crate::drill::script::Script;
use crate::drill::{Account, Played};
use crate::journal::Head;
use crate::playbook::Playbook;
use crate::store::{CaseFolder, control};
use std::path::Path;

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
        let mut journals = folder.read()?;
        if let Some(heads) = upto {
            journals = journals.upto(heads).map_err(|_| ConductError::ControlChanged)?;
        }
        let ordered = journals.order();
        let mut state = CaseState::of(&ordered);
        state.names = journals.names(&ordered);
        let (frozen, _) = frozen(&folder, &state, playbook);
        Ok(Self { name: folder.name(), script: frozen.script, state, heads: journals.heads(), fault: frozen.fault })
    }

    /// The account of the drill beside a case as it stood.
    pub fn account<'a>(&'a self, playbook: &'a Playbook, case: &'a CaseState, reading: &'a Reading) -> Account<'a> {
        Account::of(Played { script: &self.script, playbook, case, control: &self.state, reading })
    }
}
