//! Signals and the end of the terminal, watched in a thread of their own. Costs nothing until something comes.

use super::ending;
use super::waited::{Asked, Waited};
use crate::session::saving::Saving;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::SyncSender;
use std::time::Duration;

const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);
/// How long the loop has to end by itself.
const GRACE: Duration = Duration::from_millis(1200);
/// How long a save under way has, after the program was asked to end.
const DISK: Duration = Duration::from_secs(10);

/// Watches, and ends the program if the loop cannot.
pub fn watch(asked: Arc<Asked>, saving: Saving, sender: SyncSender<Waited>) -> io::Result<()> {
    let mut watched = Watched {
        end: receives(&[SIGTERM, SIGHUP, SIGINT, SIGQUIT])?,
        stop: receives(&[SIGTSTP])?,
        back: receives(&[SIGCONT])?,
        tty: File::open("/dev/tty").ok(),
    };
    for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
        // The flag is set at once, even while everything that has come is being taken.
        signal_hook::flag::register(number, Arc::clone(&asked.end))?;
    }
    let run = move || {
        while !watched.is_over() {
            asked.stop.fetch_or(came(&mut watched.stop), Ordering::SeqCst);
            asked.back.fetch_or(came(&mut watched.back), Ordering::SeqCst);
            let _ = sender.try_send(Waited::Nothing);
        }
        asked.end.store(true, Ordering::SeqCst);
        let _ = sender.try_send(Waited::End);
        watched.lets_end(&saving);
        ending::without_the_loop(&saving);
    };
    std::thread::Builder::new().name("watch".into()).spawn(run).map(drop)
}

/// Where a byte arrives with each of these signals.
fn receives(numbers: &[i32]) -> io::Result<UnixStream> {
    let (received, signal) = UnixStream::pair()?;
    received.set_nonblocking(true)?;
    for number in numbers {
        signal_hook::low_level::pipe::register(*number, signal.try_clone()?)?;
    }
    Ok(received)
}

/// Takes what has arrived; whether anything had.
fn came(stream: &mut UnixStream) -> bool {
    let mut taken = [0; 64];
    let mut any = false;
    while stream.read(&mut taken).is_ok_and(|read| read > 0) {
        any = true;
    }
    any
}

struct Watched {
    end: UnixStream,
    stop: UnixStream,
    back: UnixStream,
    tty: Option<File>,
}

impl Watched {
    /// Waits until something comes; whether it is a signal to end, or the end of the terminal.
    fn is_over(&mut self) -> bool {
        let signals = [&self.end, &self.stop, &self.back];
        let mut fds: Vec<_> = signals.iter().map(|fd| PollFd::new(*fd, PollFlags::IN)).collect();
        fds.extend(self.tty.iter().map(|tty| PollFd::new(tty, PollFlags::empty())));
        let gone = match poll(&mut fds, None) {
            Err(Errno::INTR) => false,
            Err(_) => true,
            Ok(_) => fds.iter().any(|fd| fd.revents().intersects(GONE)),
        };
        came(&mut self.end) || gone
    }

    /// Gives the loop the time to end by itself; when it does, the program ends under this. A save under way gets longer, and
    /// the terminal is given back meanwhile; then a further signal takes the time away.
    fn lets_end(&mut self, saving: &Saving) {
        // Whoever ends a session sends several signals at once; they count as one.
        std::thread::sleep(GRACE);
        came(&mut self.end);
        if saving.now().is_none() {
            return;
        }
        let words = format!(
            "The program is asked to end while something is being saved. It waits for the disk, {} s at most; another signal \
             or Ctrl-C ends it at once.",
            DISK.as_secs()
        );
        ending::give_back_and_say(saving, &words);
        let most = Timespec { tv_sec: i64::try_from(DISK.as_secs()).unwrap_or(0), tv_nsec: 0 };
        while poll(&mut [PollFd::new(&self.end, PollFlags::IN)], Some(&most)) == Err(Errno::INTR) {}
    }
}
