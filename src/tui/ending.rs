//! The end of the program when the loop cannot end it: the terminal is given back, and what is true of the record is said.

use super::terminal::give_back;
use crate::session::saving::{ENDED, NOT_CONFIRMED, Saving};
use std::io::{self, Write};
use std::sync::mpsc::channel;
use std::time::Duration;

/// How long a terminal has to take the last words.
const LAST_WORDS: Duration = Duration::from_millis(500);

/// Gives the terminal back and ends the program at once.
pub fn without_the_loop(saving: &Saving) -> ! {
    let save = saving.now();
    let code = if save.is_some() { NOT_CONFIRMED } else { ENDED };
    let words = match save {
        Some(save) => save.not_confirmed(),
        None => "Ended without the last entry of this run. Everything that was acknowledged is on the disk.".into(),
    };
    give_back_and_say(saving, &words);
    std::process::exit(code.into())
}

/// Gives the terminal back while the loop still waits for the disk, and says a line. A terminal that takes nothing any more
/// keeps nobody waiting.
pub fn give_back_and_say(saving: &Saving, words: &str) {
    saving.falls_silent();
    let (done, ended) = channel::<()>();
    let line = crate::base::text::inert_line(words).into_owned();
    let run = move || {
        give_back();
        let _ = writeln!(io::stderr(), "{line}");
        drop(done);
    };
    if std::thread::Builder::new().name("last words".into()).spawn(run).is_ok() {
        let _ = ended.recv_timeout(LAST_WORDS);
    } else {
        give_back();
    }
}
