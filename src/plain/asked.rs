//! Asked to end by a signal, beside whatever is done line by line: what was begun to be saved is waited for, and when the program
//! has to end without it, what is true of the record is said.

use crate::base::text::inert_line;
use crate::session::saving::{ENDED, NOT_CONFIRMED, Saving};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// How long whatever is done has to end by itself.
const GRACE: Duration = Duration::from_millis(1200);
/// How long a save under way has, after the program was asked to end.
const DISK: Duration = Duration::from_secs(10);
/// How often it is looked whether something is being saved.
const LOOK: Duration = Duration::from_millis(250);
/// What is true where nothing was being saved.
const OVER: &str = "Ended by a second signal. Everything that was acknowledged is on the disk.";

/// What the first signal means while nothing is being saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Idle {
    /// The walk sees it itself, and ends in good order.
    GoesOn,
    /// One thing is to be recorded. If nothing was saved yet, the program ends at once and records nothing; otherwise it is nearly
    /// over.
    Ends,
}

/// Watches in a thread of its own. Where the system does not allow that, a signal ends the program at once, as everywhere.
pub fn watch(saving: &Saving, idle: Idle) {
    let saving = saving.clone();
    let Ok(mut asked) = receives() else { return };
    let run = move || {
        wait(&asked, None);
        if idle == Idle::Ends {
            saving.while_still(|_, begun| {
                if !begun {
                    end("Ended by a signal. Nothing was recorded by this command.", ENDED);
                }
            });
        }
        // Whoever ends a session sends several signals at once; they count as one.
        std::thread::sleep(GRACE);
        let _ = asked.read(&mut [0; 64]);
        let mut told = false;
        loop {
            let is_saving = saving.now().is_some();
            if is_saving && !std::mem::replace(&mut told, true) {
                say(&format!(
                    "The program is asked to end while something is being saved. It waits for the disk, {} s at most; another \
                     signal or Ctrl-C ends it at once.",
                    DISK.as_secs()
                ));
            }
            let another = wait(&asked, if is_saving { DISK } else { LOOK }.into());
            saving.while_still(|save, _| match save {
                Some(save) if is_saving => end(&save.not_confirmed(), NOT_CONFIRMED),
                // What takes so long is no save: a reader of the output that has stopped, or a disk that is read.
                None if another => end(OVER, ENDED),
                _ => {}
            });
            let _ = asked.read(&mut [0; 64]);
        }
    };
    let _ = std::thread::Builder::new().name("watch".into()).spawn(run);
}

/// Where a byte arrives with each signal.
fn receives() -> io::Result<UnixStream> {
    let (received, signal) = UnixStream::pair()?;
    received.set_nonblocking(true)?;
    for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
        signal_hook::low_level::pipe::register(number, signal.try_clone()?)?;
    }
    Ok(received)
}

/// Waits for a signal, at most so long; whether one came.
fn wait(asked: &UnixStream, most: Option<Duration>) -> bool {
    let most = most.map(|most| Timespec {
        tv_sec: i64::try_from(most.as_secs()).unwrap_or(0),
        tv_nsec: most.subsec_nanos().into(),
    });
    loop {
        match poll(&mut [PollFd::new(asked, PollFlags::IN)], most.as_ref()) {
            Err(Errno::INTR) => {}
            other => return other.is_ok_and(|ready| ready > 0),
        }
    }
}

fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{}", inert_line(words));
}

fn end(words: &str, code: u8) -> ! {
    say(words);
    std::process::exit(code.into())
}
