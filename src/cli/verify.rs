//! `verify`: every block of every journal.

use super::console::Console;
use super::failure::{DAMAGED, FINE, Failure};
use super::place::Place;
use crate::store;
use std::path::Path;

/// Prints the verdict; the exit code says whether all is sound.
pub fn verify(wanted: &Path, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let case = place.case(wanted).map_err(Failure::verifying)?;
    let verdict = store::verify(&case).map_err(|error| Failure::from(error).verifying())?;
    for line in &verdict.lines {
        console.line(line)?;
    }
    Ok(if verdict.sound { FINE } else { DAMAGED })
}
