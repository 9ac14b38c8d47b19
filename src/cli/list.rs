//! `list`: the cases on this computer.

use super::console::Console;
use super::failure::{FINE, Failure};
use super::place::Place;
use crate::base::text::{pad, width};
use crate::journal::damage;
use crate::judge::view::review::called;

/// Prints one line for each case, the one with the latest entry first.
pub fn list(place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let library = place.library()?;
    let cases = library.list()?;
    if cases.is_empty() {
        console.remark(&format!("There are no cases in {}.", library.root().to_string_lossy()));
        console.remark(&format!(
            "Open one with: breachbook start PLAYBOOK{}. `breachbook playbook list` shows the playbooks.",
            place.cases_flag(),
        ));
    }
    let now = place.now();
    let longest = cases.iter().map(|case| width(&case.name)).max().unwrap_or_default();
    for case in cases {
        let state = if case.closed { "closed" } else { "open  " };
        let last = case.last.map_or_else(|| "no entry".into(), |at| format!("last entry {}", at.short_in(now)));
        let damaged = if case.damage.is_empty() {
            String::new()
        } else {
            format!("  DAMAGED: {}: see verify", damage::in_short(&case.damage))
        };
        console.line(&format!(
            "{}  {}  {state}  {}  {}{damaged}",
            pad(&case.name, longest),
            pad(called(case.mode, case.review), 8),
            pad(&last, 23),
            case.title.as_deref().unwrap_or("no title"),
        ))?;
    }
    for unfinished in library.unfinished() {
        console.remark(&format!(
            "Not a case: {} is a start that was not finished. Nothing in it was ever acknowledged; it can be removed.",
            unfinished.to_string_lossy()
        ));
    }
    super::readiness::in_short(place, console)?;
    Ok(FINE)
}
