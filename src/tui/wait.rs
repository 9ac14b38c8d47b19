//! Waiting for the person, at most a second: for an event of the terminal, a signal, or the end of the terminal.
//!
//! Events are read in a thread of their own. The library below blocks in the middle of a sequence that was begun and not ended,
//! and never returns from a terminal that has gone away; both must not keep the program from ending. A second thread watches for
//! signals and for the end of the terminal, and ends the program if the loop cannot.

use ratatui::crossterm::event::{self, Event};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

/// What was waited for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Waited {
    /// Something came from the terminal, at that moment.
    Event(Event, Instant),
    /// Nothing came.
    Nothing,
    /// The terminal is gone, or a signal asks the program to end.
    End,
}

/// Longest wait.
pub const TICK: Duration = Duration::from_secs(1);
/// Most events that wait to be taken; more are left in the terminal.
const WAITING: usize = 1024;

/// Watches the terminal and the signals.
pub struct Wait {
    ended: Arc<AtomicBool>,
    sender: SyncSender<Waited>,
    inbox: Receiver<Waited>,
}

impl Wait {
    /// Begins to watch for signals and for the end of the terminal.
    pub fn new() -> io::Result<Self> {
        let ended = Arc::new(AtomicBool::new(false));
        let (sender, inbox) = sync_channel(WAITING);
        #[cfg(unix)]
        unix::watch(Arc::clone(&ended), sender.clone())?;
        Ok(Self { ended, sender, inbox })
    }

    /// Begins to read events. The terminal must be taken over already.
    pub fn listen(&self) -> io::Result<()> {
        let (ended, sender) = (Arc::clone(&self.ended), self.sender.clone());
        let run = move || {
            while let Ok(event) = event::read() {
                if sender.send(Waited::Event(event, Instant::now())).is_err() {
                    return;
                }
            }
            ended.store(true, Ordering::SeqCst);
            let _ = sender.try_send(Waited::End);
        };
        std::thread::Builder::new().name("events".into()).spawn(run).map(drop)
    }

    /// Waits until something comes, at most one tick.
    pub fn once(&self) -> Waited {
        if self.is_over() {
            return Waited::End;
        }
        match self.inbox.recv_timeout(TICK) {
            Ok(_) | Err(RecvTimeoutError::Disconnected) if self.is_over() => Waited::End,
            Ok(waited) => waited,
            Err(RecvTimeoutError::Timeout) => Waited::Nothing,
            Err(RecvTimeoutError::Disconnected) => Waited::End,
        }
    }

    /// The next event, if one has come already.
    pub fn more(&self) -> Option<(Event, Instant)> {
        match self.inbox.try_recv() {
            Ok(Waited::Event(event, at)) if !self.is_over() => Some((event, at)),
            _ => None,
        }
    }

    /// Whether a signal came or the terminal is gone.
    pub fn is_over(&self) -> bool {
        self.ended.load(Ordering::SeqCst)
    }
}

#[cfg(unix)]
mod unix {
    use super::Waited;
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use std::fs::File;
    use std::io;
    use std::os::unix::net::UnixStream;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::SyncSender;

    const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);
    /// How long the loop has to end by itself.
    const GRACE: std::time::Duration = std::time::Duration::from_millis(1200);

    /// Waits for a signal or the end of the terminal. Costs nothing before that.
    pub fn watch(ended: Arc<AtomicBool>, sender: SyncSender<Waited>) -> io::Result<()> {
        let (signalled, signal) = UnixStream::pair()?;
        for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
            signal_hook::low_level::pipe::register(number, signal.try_clone()?)?;
            // The flag is set at once, even while everything that has come is being taken.
            signal_hook::flag::register(number, Arc::clone(&ended))?;
        }
        let tty = File::open("/dev/tty").ok();
        let run = move || {
            while !is_over(&signalled, tty.as_ref()) {}
            ended.store(true, Ordering::SeqCst);
            let _ = sender.try_send(Waited::End);
            std::thread::sleep(GRACE);
            // The loop is stuck, on a terminal that takes no more or a disk that does not answer. Everything that was
            // acknowledged is on the disk.
            std::process::exit(129);
        };
        std::thread::Builder::new().name("watch".into()).spawn(run).map(drop)
    }

    /// Waits, and says whether it was for the end.
    fn is_over(signalled: &UnixStream, tty: Option<&File>) -> bool {
        let mut fds = vec![PollFd::new(signalled, PollFlags::IN)];
        fds.extend(tty.map(|tty| PollFd::new(tty, PollFlags::empty())));
        match poll(&mut fds, None) {
            Err(Errno::INTR) => false,
            Err(_) => true,
            Ok(_) => {
                fds[0].revents().intersects(GONE | PollFlags::IN)
                    || fds.get(1).is_some_and(|tty| tty.revents().intersects(GONE))
            }
        }
    }
}
