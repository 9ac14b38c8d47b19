//! The full screen, from the command line.

use super::failure::Failure;
use super::place::Place;
use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;

/// Opens the full screen, on a case or on the list of cases.
pub fn screen(place: &Place, case: Option<&Path>) -> Result<u8, Failure> {
    let folder = case.map(|case| place.case(case)).transpose()?;
    let name = folder.map_or_else(|| "CASE".to_owned(), |folder| folder.name());
    let terminal = stdin().is_terminal() && stdout().is_terminal();
    let why = if terminal { "This build has no full screen." } else { "The full screen needs a terminal." };
    Err(Failure::refused(why, format!("Walk line by line instead: breachbook walk {name} --plain")))
}
