//! Lines that a person or a script types: bounded, and never waiting past a signal.

use std::io;

/// Longest line, in bytes; more than any field takes, so that the field's own limit is what people meet.
pub const MAX_LINE: usize = 64 * 1024;

/// What the next look at the input gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Line {
    /// A line without its line feed.
    Text(String),
    /// A line that is not taken, and why, as a sentence.
    Unusable(String),
    /// There is no more.
    End,
    /// The computer or the person asked the program to stop.
    Stopped,
}

/// Where lines come from.
pub trait Input {
    /// Waits for the next line.
    ///
    /// # Errors
    /// What the system said.
    fn next_line(&mut self) -> io::Result<Line>;

    /// The same; meanwhile `idle` is called again and again, where the system lets the wait be interrupted.
    ///
    /// # Errors
    /// What the system said, or `idle`.
    fn next_line_or(&mut self, idle: &mut dyn FnMut() -> io::Result<()>) -> io::Result<Line> {
        let _ = idle;
        self.next_line()
    }
}

/// Cuts bytes into lines. What is too long is let go as it comes, so that memory stays bounded.
#[derive(Default)]
struct Cutter {
    held: Vec<u8>,
    /// Where the search for a line feed goes on.
    searched: usize,
    too_long: bool,
}

impl Cutter {
    fn take(&mut self, bytes: &[u8]) {
        self.held.extend_from_slice(bytes);
    }

    fn line(&mut self) -> Option<Line> {
        let end = self.held[self.searched..].iter().position(|byte| *byte == b'\n');
        let Some(end) = end.map(|at| self.searched + at) else {
            self.searched = self.held.len();
            if self.held.len() > MAX_LINE {
                self.too_long = true;
                self.held.clear();
                self.searched = 0;
            }
            return None;
        };
        let line: Vec<u8> = self.held.drain(..=end).collect();
        self.searched = 0;
        Some(self.read(&line[..end]))
    }

    /// What stands behind the last line feed.
    fn rest(&mut self) -> Option<Line> {
        let rest = std::mem::take(&mut self.held);
        self.searched = 0;
        (!rest.is_empty() || self.too_long).then(|| self.read(&rest))
    }

    fn read(&mut self, line: &[u8]) -> Line {
        if std::mem::take(&mut self.too_long) || line.len() > MAX_LINE {
            return Line::Unusable(format!("The line is longer than {MAX_LINE} bytes and was not taken."));
        }
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match std::str::from_utf8(line) {
            Ok(text) => Line::Text(text.to_owned()),
            Err(_) => Line::Unusable("The line is not UTF-8 text and was not taken.".to_owned()),
        }
    }
}

/// Standard input. On Unix a signal to stop is noticed within a quarter of a second while waiting; elsewhere at the next line.
pub struct StandardInput {
    cutter: Cutter,
    ended: bool,
    #[cfg(unix)]
    stop: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

impl StandardInput {
    /// Takes over standard input, and the signals that ask a program to stop.
    #[cfg(unix)]
    pub fn new() -> Self {
        use rustix::process::Signal;
        let stop = std::sync::Arc::default();
        for signal in [Signal::INT, Signal::TERM, Signal::HUP, Signal::QUIT] {
            // Where a signal cannot be taken, it ends the program at once; nothing that was acknowledged is lost by that.
            let _ = signal_hook::flag::register(signal.as_raw(), std::sync::Arc::clone(&stop));
        }
        Self { cutter: Cutter::default(), ended: false, stop }
    }

    /// Takes over standard input.
    #[cfg(not(unix))]
    pub fn new() -> Self {
        Self { cutter: Cutter::default(), ended: false }
    }

    fn is_stopped(&self) -> bool {
        #[cfg(unix)]
        return self.stop.load(std::sync::atomic::Ordering::SeqCst);
        #[cfg(not(unix))]
        return false;
    }

    /// More bytes; `Some(0)` at the end, `None` when the program is asked to stop.
    #[cfg(unix)]
    fn read(&self, buffer: &mut [u8], idle: &mut dyn FnMut() -> io::Result<()>) -> io::Result<Option<usize>> {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        use rustix::io::Errno;
        let input = io::stdin();
        let quarter = Timespec { tv_sec: 0, tv_nsec: 250_000_000 };
        while !self.is_stopped() {
            match poll(&mut [PollFd::new(&input, PollFlags::IN)], Some(&quarter)) {
                Ok(0) => idle()?,
                Err(Errno::INTR) => {}
                Ok(_) => match rustix::io::read(&input, &mut *buffer) {
                    Ok(taken) => return Ok(Some(taken)),
                    Err(Errno::INTR | Errno::AGAIN) => {}
                    // The terminal is gone: the end of the input.
                    Err(Errno::IO) => return Ok(Some(0)),
                    Err(error) => return Err(error.into()),
                },
                Err(error) => return Err(error.into()),
            }
        }
        Ok(None)
    }

    /// More bytes; `Some(0)` at the end.
    #[cfg(not(unix))]
    fn read(&self, buffer: &mut [u8], _: &mut dyn FnMut() -> io::Result<()>) -> io::Result<Option<usize>> {
        io::Read::read(&mut io::stdin(), buffer).map(Some)
    }
}

impl Default for StandardInput {
    fn default() -> Self {
        Self::new()
    }
}

impl Input for StandardInput {
    fn next_line(&mut self) -> io::Result<Line> {
        self.next_line_or(&mut || Ok(()))
    }

    fn next_line_or(&mut self, idle: &mut dyn FnMut() -> io::Result<()>) -> io::Result<Line> {
        let mut buffer = [0; 8 * 1024];
        loop {
            if self.is_stopped() {
                return Ok(Line::Stopped);
            }
            if let Some(line) = self.cutter.line() {
                return Ok(line);
            }
            if self.ended {
                return Ok(self.cutter.rest().unwrap_or(Line::End));
            }
            match self.read(&mut buffer, idle)? {
                None => return Ok(Line::Stopped),
                Some(0) => self.ended = true,
                Some(taken) => self.cutter.take(&buffer[..taken]),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pieces: &[&[u8]]) -> Vec<Line> {
        let mut cutter = Cutter::default();
        let mut lines = Vec::new();
        for piece in pieces {
            cutter.take(piece);
            while let Some(line) = cutter.line() {
                lines.push(line);
            }
        }
        lines.extend(cutter.rest());
        lines
    }

    #[test]
    fn lines_are_cut_wherever_the_pieces_end() {
        let text = |t: &str| Line::Text(t.into());
        assert_eq!(lines(&[b"a\r\nb", b"c\n", b"\n", b"last"]), [text("a"), text("bc"), text(""), text("last")]);
        assert_eq!(lines(&[b""]), []);
    }

    #[test]
    fn a_line_without_end_is_refused_once_and_the_next_one_is_taken() {
        let long = vec![b'x'; MAX_LINE + 1];
        let found = lines(&[&long, &long, b"end\n", b"yes\n", b"\xff\n"]);
        assert!(matches!(&found[..], [Line::Unusable(_), Line::Text(yes), Line::Unusable(_)] if yes == "yes"));
    }
}
