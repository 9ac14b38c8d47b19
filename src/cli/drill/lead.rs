//! `drill console`: an exercise is led on, on the full screen or a line at a time.

use super::super::console::{Console, columns};
use super::super::failure::Failure;
use super::super::place::Place;
use super::super::screen::run_on;
use super::super::walk::ended;
use crate::case::{CaseState, ClockState};
use crate::plain::{StandardInput, Wrapped, lead};
use crate::session::drill::{Conduct, ConductError};
use crate::session::saving::Saving;
use crate::store::CaseFolder;
use crate::store::control::ControlError;
use crate::tui::Start;
use clap::Args;
use std::io::{IsTerminal as _, stdin, stdout};
use std::path::PathBuf;

/// Arguments of `drill console`.
#[derive(Args, Debug)]
pub struct ConsoleArgs {
    /// The folder of the exercise, or the short name that `list` shows.
    #[arg(value_name = "CASE")]
    case: PathBuf,
    /// A line at a time, instead of the full screen.
    #[arg(long)]
    plain: bool,
    /// The facilitator; without it BREACHBOOK_BY, then the login of this computer.
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
    /// Folder in which its control folder lies; without it "control" beside the folder of cases.
    #[arg(long, value_name = "DIR")]
    control: Option<PathBuf>,
}

/// Takes the conduct of an exercise up again.
pub fn console(args: &ConsoleArgs, light: bool, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let side = place.facilitator()?;
    let (person, by_login) = place.recorder(args.by.as_deref())?;
    if let Some(remark) = by_login {
        console.remark(&remark);
    }
    let folder = place.case(&args.case)?;
    let conduct = place
        .leading(args.control.as_deref(), |world| Conduct::open(world, folder, &person, side))?
        .map_err(Failure::from)?;
    super::super::place::warn_of_damage(&conduct.case().folder().name(), conduct.case().damage(), console);
    for warning in conduct.warnings() {
        console.remark(&warning);
    }
    let saving = Saving::default();
    #[cfg(unix)]
    crate::plain::watch(&saving, crate::plain::Idle::GoesOn);
    open_console(Opened { conduct, saving, plain: args.plain, light }, &mut StandardInput::new(), place, console)
}

/// An exercise that is to be led now.
pub struct Opened {
    pub conduct: Conduct,
    pub saving: Saving,
    /// A line at a time.
    pub plain: bool,
    /// Colours for a light background.
    pub light: bool,
}

/// Leads it until whoever leads leaves.
pub fn open_console(
    opened: Opened,
    input: &mut StandardInput,
    place: &Place,
    console: &mut Console<'_>,
) -> Result<u8, Failure> {
    let Opened { mut conduct, saving, plain, light } = opened;
    if !plain && stdin().is_terminal() && stdout().is_terminal() {
        let name = conduct.case().folder().name();
        let person = conduct.case().person().to_owned();
        let instead = format!("Lead it line by line instead: breachbook drill console {name} --plain");
        let folder = conduct.case().folder().clone();
        let code = run_on(Start::Conduct(Box::new(conduct)), place, person, (light, false), &instead, console)?;
        if has_ended(&folder) {
            console.remark(&format!("The exercise has ended. Go through it now: breachbook drill review {name}"));
        }
        return Ok(code);
    }
    let ending = lead::lead(&mut conduct, &saving, input, &mut Wrapped::at(console.out, &columns))?;
    let again = "Nothing of it was sent or noted. Do it again, or read it out and write down the time.";
    ended(&ending, again, console)
}

/// Whether the clock of an exercise has ended, as far as its folder can be read.
fn has_ended(folder: &CaseFolder) -> bool {
    let ended = |state: &CaseState| state.exercise().is_some_and(|clock| clock.state() == ClockState::Ended);
    folder.read().is_ok_and(|journals| ended(&CaseState::of(&journals.order())))
}

impl From<ConductError> for Failure {
    fn from(error: ConductError) -> Self {
        match error {
            ConductError::Control(error) => error.into(),
            ConductError::Session(error) => Self::from(error).recording(),
            ConductError::NotRecorded(error) => error.into(),
            ConductError::NoDrill(_) => {
                Self::refused(error.to_string(), "Begin one from its script: breachbook drill run SCRIPT")
            }
            ConductError::ControlChanged => Self::refused(error.to_string(), "Make the report anew."),
            ConductError::HalfMade { .. } => Self::refused(error.to_string(), "Mend that, and begin it again."),
        }
    }
}

impl From<ControlError> for Failure {
    fn from(error: ControlError) -> Self {
        let (message, hint) = (error.what(), error.now());
        match error {
            ControlError::Store(error) => error.into(),
            ControlError::NotFound { .. } | ControlError::Exposed { .. } => {
                Self::refused(message, format!("{hint} Name it with --control DIR."))
            }
            _ => Self::refused(message, hint),
        }
    }
}
