//! Waiting for the person, at most a second: for an event of the terminal, a signal, or the end of the terminal.
//!
//! Events are read in a thread of their own. The library below blocks in the middle of a sequence that was begun and not ended,
//! and never returns from a terminal that has gone away; both must not keep the program from ending. A second thread watches for
//! signals and for the end of the terminal, and ends the program if the loop cannot, see `ending.rs`.

use super::ending;
use super::input::Input;
use super::key::{Code, Key};
use super::waited::{Asked, Waited};
use crate::session::saving::{STUCK, Saving};
use ratatui::crossterm::event::{self, Event};
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

/// Longest wait: other people's entries and stopwatches are looked at so often; in an exercise that somebody leads, twice as often.
pub const TICK: Duration = Duration::from_secs(1);
/// Most events that wait to be taken; more are left in the terminal.
const WAITING: usize = 1024;

/// Watches the terminal and the signals.
pub struct Wait {
    asked: Arc<Asked>,
    saving: Saving,
    sender: SyncSender<Waited>,
    inbox: Receiver<Waited>,
}

impl Wait {
    /// Begins to watch for signals and for the end of the terminal.
    pub fn new(saving: Saving) -> io::Result<Self> {
        let asked = Arc::new(Asked::default());
        let (sender, inbox) = sync_channel(WAITING);
        #[cfg(unix)]
        super::signals::watch(Arc::clone(&asked), saving.clone(), sender.clone())?;
        Ok(Self { asked, saving, sender, inbox })
    }

    /// Begins to read events. The terminal must be taken over already.
    pub fn listen(&self) -> io::Result<()> {
        let (asked, sender, saving) = (Arc::clone(&self.asked), self.sender.clone(), self.saving.clone());
        let run = move || {
            while let Ok(event) = event::read() {
                let at = Instant::now();
                if saving.slow().is_some_and(|took| leaves_out(&saving, took, &event)) {
                    continue;
                }
                if sender.send(Waited::Event(event, at)).is_err() {
                    return;
                }
            }
            asked.end.store(true, Ordering::SeqCst);
            let _ = sender.try_send(Waited::End);
        };
        std::thread::Builder::new().name("events".into()).spawn(run).map(drop)
    }

    /// Waits until something comes, at most so long.
    pub fn once(&self, longest: Duration) -> Waited {
        if self.is_over() {
            return Waited::End;
        }
        match self.inbox.recv_timeout(longest) {
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
        self.asked.end.load(Ordering::SeqCst)
    }

    /// Whether the shell asks the program to stop; asking takes the wish away.
    pub fn takes_stop(&self) -> bool {
        self.asked.stop.swap(false, Ordering::SeqCst)
    }

    /// Whether the program was stopped and goes on; asking takes the mark away.
    pub fn takes_return(&self) -> bool {
        self.asked.back.swap(false, Ordering::SeqCst)
    }
}

/// What is typed during a slow save is not used, and counted. What the terminal says of itself is.
fn leaves_out(saving: &Saving, took: Duration, event: &Event) -> bool {
    match Input::of(event.clone()) {
        None | Some(Input::Resize(..)) => return false,
        // The screen says that this leaves without waiting.
        Some(Input::Key(Key { code: Code::Char('c'), ctrl: true, .. })) if took >= STUCK => {
            ending::without_the_loop(saving);
        }
        Some(Input::Key(_)) => saving.leaves_out(|left| left.keys += 1),
        Some(Input::Paste(_)) => saving.leaves_out(|left| left.pastes += 1),
        Some(Input::Click(..)) => saving.leaves_out(|left| left.clicks += 1),
        Some(Input::Wheel(_)) => {}
    }
    true
}
