//! A real event in the plain walk: a line with nothing but `!` stops the exercise, a word ends it.

use super::walk::{Flow, Walk};
use crate::journal::Mode;
use crate::page::real_event as words;
use crate::record::Draft;
use crate::record::verbs::real_event::{self, SLIP};
use std::io;

/// The line that stops an exercise, whatever is asked.
pub const STOP: &str = "!";

impl Walk<'_> {
    /// Takes a line that stops the exercise, or that says whether it is real; `None` where it is neither.
    pub(super) fn real_line(&mut self, text: &str) -> io::Result<Option<Flow>> {
        if self.session.mode() != Mode::Exercise {
            return Ok(None);
        }
        if self.asks_real {
            let said = if text.trim().is_empty() { SLIP } else { text };
            return self.real_said(said).map(Some);
        }
        if let Some(told) = self.tell_real()? {
            return Ok(Some(told));
        }
        if text.trim() != STOP || real_event::is_real(&self.session.view()) {
            return Ok(None);
        }
        if self.session.person().is_empty() {
            let login = if self.keys.login.trim().is_empty() { words::NOBODY } else { self.keys.login };
            let _ = self.session.name_person(login);
        }
        if real_event::is_asked(&self.session.view()) || self.submit_now(&real_event::stop())? {
            self.line(words::STOPPED)?;
            self.line(words::ASKED)?;
            self.asks_real = true;
        }
        Ok(Some(Flow::Wait))
    }

    fn real_said(&mut self, said: &str) -> io::Result<Flow> {
        let slip = said == SLIP;
        if !self.submit_now(&real_event::say(said))? {
            return Ok(Flow::Wait);
        }
        self.asks_real = false;
        if slip {
            self.line(words::SLIP)?;
            return Ok(Flow::Show);
        }
        self.line(words::ENDED)?;
        self.real = true;
        Ok(Flow::End)
    }

    /// Says once that another process said so; what was typed meanwhile is not taken.
    fn tell_real(&mut self) -> io::Result<Option<Flow>> {
        // If the folder cannot be read now, the next look at it says so.
        let _ = self.session.refresh();
        if self.told_real || !real_event::is_real(&self.session.view()) {
            return Ok(None);
        }
        self.told_real = true;
        self.line(words::ENDED)?;
        self.line(words::NOT_TAKEN)?;
        Ok(Some(Flow::Show))
    }

    fn submit_now(&mut self, draft: &Draft) -> io::Result<bool> {
        let (before, told) = (self.session.state().log.len(), self.session.submit(draft));
        self.acknowledge(told, before + 1, None)
    }
}
