//! Waiting for the person, at most a second: for a key, a signal, or the end of the terminal.
//!
//! On Unix the terminal itself is polled before its events are read, because reading from a terminal that has gone away never
//! returns in the library below. A watcher thread is the net below that: it ends the program if the loop cannot.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What was waited for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waited {
    /// Events can be read.
    Events,
    /// Nothing came.
    Nothing,
    /// The terminal is gone, or a signal asks the program to end.
    End,
}

/// Longest wait.
pub const TICK: Duration = Duration::from_secs(1);

/// Watches the terminal and the signals.
pub struct Wait {
    ended: Arc<AtomicBool>,
    #[cfg(unix)]
    tty: Option<std::fs::File>,
}

impl Wait {
    /// Begins to watch.
    pub fn new() -> io::Result<Self> {
        let ended = Arc::new(AtomicBool::new(false));
        #[cfg(unix)]
        {
            use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
            for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
                signal_hook::flag::register(signal, Arc::clone(&ended))?;
            }
            let tty = std::fs::File::open("/dev/tty").ok();
            if let Some(tty) = tty.as_ref().and_then(|tty| tty.try_clone().ok()) {
                unix::watch(tty, Arc::clone(&ended));
            }
            Ok(Self { ended, tty })
        }
        #[cfg(not(unix))]
        Ok(Self { ended })
    }

    /// Waits until something comes, at most one tick.
    pub fn once(&self) -> io::Result<Waited> {
        if self.ended.load(Ordering::SeqCst) {
            return Ok(Waited::End);
        }
        #[cfg(unix)]
        if self.tty.as_ref().is_some_and(unix::is_gone) {
            return Ok(Waited::End);
        }
        // What was read already lies in the library's own buffer.
        if ratatui::crossterm::event::poll(Duration::ZERO)? {
            return Ok(Waited::Events);
        }
        #[cfg(unix)]
        if let Some(tty) = &self.tty {
            return unix::once(tty, &self.ended);
        }
        let came = ratatui::crossterm::event::poll(TICK)?;
        let ended = self.ended.load(Ordering::SeqCst);
        Ok(if ended {
            Waited::End
        } else if came {
            Waited::Events
        } else {
            Waited::Nothing
        })
    }
}

#[cfg(unix)]
mod unix {
    use super::{TICK, Waited};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use std::fs::File;
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    const GONE: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);
    /// How long the loop has to end by itself once the terminal is gone.
    const GRACE: std::time::Duration = std::time::Duration::from_millis(800);

    pub fn once(tty: &File, ended: &AtomicBool) -> io::Result<Waited> {
        let mut fds = [PollFd::new(tty, PollFlags::IN)];
        let tick = Timespec { tv_sec: i64::try_from(TICK.as_secs()).unwrap_or(1), tv_nsec: 0 };
        let polled = poll(&mut fds, Some(&tick));
        if ended.load(Ordering::SeqCst) {
            return Ok(Waited::End);
        }
        match polled {
            Err(Errno::INTR) | Ok(0) => Ok(Waited::Nothing),
            Err(error) => Err(error.into()),
            Ok(_) if fds[0].revents().intersects(GONE) => Ok(Waited::End),
            Ok(_) => Ok(Waited::Events),
        }
    }

    /// Whether the terminal has gone away.
    pub fn is_gone(tty: &File) -> bool {
        let mut fds = [PollFd::new(tty, PollFlags::empty())];
        let now = Timespec { tv_sec: 0, tv_nsec: 0 };
        matches!(poll(&mut fds, Some(&now)), Ok(1..)) && fds[0].revents().intersects(GONE)
    }

    /// Waits for nothing but the end of the terminal. Costs nothing while it is there.
    pub fn watch(tty: File, ended: Arc<AtomicBool>) {
        let watcher = std::thread::Builder::new().name("hang-up".into());
        let run = move || {
            loop {
                let mut fds = [PollFd::new(&tty, PollFlags::empty())];
                match poll(&mut fds, None) {
                    Err(Errno::INTR) => {}
                    Ok(_) if !fds[0].revents().intersects(GONE) => {}
                    _ => break,
                }
            }
            ended.store(true, Ordering::SeqCst);
            std::thread::sleep(GRACE);
            // The loop is stuck in a read that never returns. Everything that was recorded is on the disk.
            std::process::exit(129);
        };
        // Without the thread the loop still sees the end of the terminal between two reads.
        drop(watcher.spawn(run));
    }
}
