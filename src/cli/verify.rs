//! `verify`: every block of every journal.

use super::console::Console;
use super::failure::{DAMAGED, FINE, Failure};
use super::place::Place;
use crate::store;
use std::path::Path;

/// Prints the verdict; the exit code says whether all is sound.
pub fn verify(wanted: &Path, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let verdict = store::verify(&place.case(wanted)?)?;
    for line in &verdict.lines {
        console.line(line)?;
    }
    Ok(if verdict.sound { FINE } else { DAMAGED })
}
