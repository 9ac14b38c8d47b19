//! What the command line says: results on standard output, everything else on standard error, all of it inert.

use crate::base::text::{inert_block, inert_line};
use crate::export::json;
use serde::Serialize;
use std::io::{self, Write};

/// How many columns the terminal has now on which results are read; `None` where they go elsewhere.
pub fn columns() -> Option<usize> {
    #[cfg(unix)]
    let columns = rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| size.ws_col);
    #[cfg(not(unix))]
    let columns = ratatui::crossterm::terminal::size().ok().map(|(columns, _)| columns);
    columns.map(usize::from).filter(|columns| *columns > 0)
}

/// The two streams of a run.
pub struct Console<'a> {
    /// Results.
    pub out: &'a mut dyn Write,
    /// Friendly lines and refusals.
    pub err: &'a mut dyn Write,
}

impl Console<'_> {
    /// One line of the result.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", inert_line(text))
    }

    /// Several lines of the result.
    pub fn block(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", inert_block(text.trim_end()))
    }

    /// A result for programs: pretty-printed, one final line feed.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        writeln!(self.out, "{}", json::text(value))
    }

    /// A line beside the result. That nobody reads it is no reason to stop.
    pub fn remark(&mut self, text: &str) {
        // What was said before it is read before it.
        let _ = self.out.flush();
        let _ = writeln!(self.err, "{}", inert_block(text.trim_end()));
    }
}
