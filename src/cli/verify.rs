//! `verify`: every block of every journal, the playbook, and the files taken in.

use super::console::Console;
use super::failure::{DAMAGED, FINE, Failure};
use super::place::Place;
use crate::store::{self, kept_files::Progress};
use std::path::Path;
use std::time::{Duration, Instant};

/// How often a long check says how far it has come.
const TOLD_EVERY: Duration = Duration::from_secs(2);

/// Prints the verdict; the exit code says whether all is sound.
pub fn verify(wanted: &Path, quick: bool, place: &Place, console: &mut Console<'_>) -> Result<u8, Failure> {
    let case = place.folder(wanted).map_err(Failure::verifying)?;
    let verdict =
        store::verify_with(&case, quick, &mut told(console)).map_err(|error| Failure::from(error).verifying())?;
    for line in &verdict.lines {
        console.line(line)?;
    }
    Ok(if verdict.sound { FINE } else { DAMAGED })
}

/// Says on standard error how far a long check has come.
fn told(console: &mut Console<'_>) -> impl FnMut(Progress) {
    let mut last = Instant::now();
    move |progress| {
        if last.elapsed() >= TOLD_EVERY {
            last = Instant::now();
            let (done, total) = (progress.done >> 20, progress.total >> 20);
            console.remark(&format!("Comparing the files taken in: {done} of {total} MiB."));
        }
    }
}
