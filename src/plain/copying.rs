//! How far a long file was copied, said line by line beside what is printed.

use crate::session::Session;
use crate::store::kept_files::Progress;
use std::io::{self, Write};
use std::time::{Duration, Instant};

/// How often it is said.
const TOLD_EVERY: Duration = Duration::from_secs(2);

/// Says on standard error how far a file is copied that is taken into the case.
pub fn tells_copies(session: &mut Session) {
    let mut last = Instant::now();
    session.tells_copies(move |progress: Progress| {
        if last.elapsed() >= TOLD_EVERY {
            last = Instant::now();
            let (done, total) = (progress.done >> 20, progress.total >> 20);
            let _ = writeln!(io::stderr(), "Copying the file: {done} of {total} MiB.");
        }
    });
}
