//! Who plays which role, by the roll-call, and with which script and files an exercise was begun.

use crate::base::ItemId;
use crate::case::{Attendance, CaseState, Fact};

/// Who was called last for a role, and how.
pub fn called<'c>(case: &'c CaseState, role: &ItemId) -> Option<(&'c str, Attendance)> {
    let mut latest = case.drill().iter().rev().filter(|at| case.counts(**at)).map(|at| &case.at(*at).fact);
    latest.find_map(|fact| match fact {
        Fact::RollCalled { role: called, person, attendance } if called == role => Some((person.as_str(), *attendance)),
        _ => None,
    })
}

/// The digest of the script with which an exercise was begun, by its control folder.
pub fn begun_with(control: &CaseState) -> Option<&str> {
    control.drill().iter().find_map(|at| match &control.at(*at).fact {
        Fact::ControlOpened { script, .. } => Some(script.as_str()),
        _ => None,
    })
}

/// The files that go out with injects, as they were listed when the control folder was made; empty where none were.
pub fn files(control: &CaseState) -> &[String] {
    let listed = control.drill().iter().find_map(|at| match &control.at(*at).fact {
        Fact::ControlOpened { files, .. } => Some(files.as_slice()),
        _ => None,
    });
    listed.unwrap_or_default()
}
