//! How an export ends: what it is told where, and why nothing left.

use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::session::printing::{Left, NotLeft, Unfound};
use crate::store::NotWritten;

/// The path of each file on standard output, or the file itself.
pub(in crate::cli) fn paths(files: &[Left], console: &mut Console<'_>) -> Result<(), Failure> {
    for file in files {
        match &file.path {
            Some(path) => {
                console.out.write_all(path.as_os_str().as_encoded_bytes())?;
                writeln!(console.out)?;
            }
            None => file.hand_on(&mut *console.out)?,
        }
    }
    Ok(console.out.flush()?)
}

/// Why nothing left, in words.
pub(in crate::cli) fn failure(why: NotLeft) -> Failure {
    let (message, hint) = (why.what(), why.now());
    match why {
        NotLeft::Unfound(Unfound::Store(error)) => error.into(),
        NotLeft::Unfound(Unfound::Changed(_)) => Failure::Damaged(Some((message, hint))),
        NotLeft::NotWritten(NotWritten::Disk(_)) => Failure::NotRecorded { message, hint },
        _ => Failure::refused(message, hint),
    }
}
