//! The control folder of an exercise that was ended, for its after-action report.

use super::ExportArgs;
use crate::case::{CaseState, ClockState};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::place::Place;
use crate::journal::Head;
use crate::page::printed::Page;
use crate::playbook::Playbook;
use crate::session::Kept;
use crate::session::drill::ControlRead;
use crate::store::{CaseFolder, Frozen, control};
use std::path::Path;

/// What is there for the report, if it is asked for. Where nothing is found and nobody named a place, the report is made from the case
/// alone, and that is said.
pub(super) fn of(
    args: &ExportArgs,
    folder: &CaseFolder,
    place: &Place,
    console: &mut Console<'_>,
) -> Result<Option<ControlRead>, Failure> {
    if args.what.as_deref() != Some(Page::AfterAction.word()) {
        return Ok(None);
    }
    let journals = folder.read()?;
    let ordered = journals.order();
    let state = CaseState::of(&ordered);
    let ended = state.exercise().is_some_and(|exercise| exercise.state() == ClockState::Ended);
    if state.drill_opening().is_none() || !ended && args.control.is_none() {
        return Ok(None);
    }
    let kept = Kept::of(&Frozen::of(folder, &journals, &ordered));
    match read(args.control.as_deref(), folder, &kept.playbook, None, place) {
        Ok(control) => Ok(Some(control)),
        Err(why) if args.control.is_some() => Err(why),
        Err(why) => {
            why.tell(console);
            console.remark("The report is made from the case alone.");
            Ok(None)
        }
    }
}

/// Reads it, up to these blocks where they are named.
pub(in crate::cli) fn read(
    root: Option<&Path>,
    folder: &CaseFolder,
    playbook: &Playbook,
    upto: Option<&[Head]>,
    place: &Place,
) -> Result<ControlRead, Failure> {
    let side = place.facilitator()?;
    let cases = folder.path().parent().unwrap_or_else(|| folder.path());
    let beside = control::beside(cases);
    ControlRead::of(root.unwrap_or(&beside), folder, playbook, upto, side).map_err(Failure::from)
}
