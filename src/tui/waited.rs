//! What was waited for, and what was asked for from outside meanwhile.

use ratatui::crossterm::event::Event;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// What was waited for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Waited {
    /// Something came from the terminal, at that moment.
    Event(Event, Instant),
    /// Nothing came, or only something that [`Wait`](super::wait::Wait) has noted.
    Nothing,
    /// The terminal is gone, or a signal asks the program to end.
    End,
}

/// What was asked for from outside.
#[derive(Default)]
pub struct Asked {
    /// To end.
    pub end: Arc<AtomicBool>,
    /// To stop for the shell.
    pub stop: AtomicBool,
    /// To go on after a stop: nobody knows what is on the screen now.
    pub back: AtomicBool,
}
