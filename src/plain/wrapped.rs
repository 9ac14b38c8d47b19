//! Lines broken between words at the width of the terminal on which somebody reads them; elsewhere they stay whole.

use crate::base::text::{width, wrap};
use std::io::{self, Write};

/// Takes what is written a line at a time, and breaks the lines that are too long. What has no end yet, a prompt, goes out as it is
/// when it is flushed.
pub struct Wrapped<'a> {
    out: &'a mut dyn Write,
    /// How many columns there are now, if anybody reads it on a terminal.
    columns: &'a dyn Fn() -> Option<usize>,
    line: Vec<u8>,
}

impl<'a> Wrapped<'a> {
    pub fn at(out: &'a mut dyn Write, columns: &'a dyn Fn() -> Option<usize>) -> Self {
        Self { out, columns, line: Vec::new() }
    }

    fn ends_line(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        match ((self.columns)(), std::str::from_utf8(&line)) {
            (Some(columns), Ok(text)) if width(text.trim_end()) > columns => {
                wrap(text.trim_end(), columns).iter().try_for_each(|line| writeln!(self.out, "{line}"))
            }
            _ => self.out.write_all(&line),
        }
    }
}

impl Write for Wrapped<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                self.ends_line()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.write_all(&std::mem::take(&mut self.line))?;
        self.out.flush()
    }
}

impl Drop for Wrapped<'_> {
    fn drop(&mut self) {
        // What has no line end is said all the same.
        let _ = self.out.write_all(&self.line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(columns: Option<usize>, pieces: &[&str]) -> String {
        let mut out = Vec::new();
        let mut wrapped = Wrapped { out: &mut out, columns: &|| columns, line: Vec::new() };
        for piece in pieces {
            wrapped.write_all(piece.as_bytes()).unwrap();
        }
        wrapped.flush().unwrap();
        drop(wrapped);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn long_lines_of_the_console_break_between_words_at_the_width_of_the_terminal_and_a_prompt_stays() {
        let pieces = ["Read out: the link in the news", "letter shows it.\nshort\n> "];
        let broken = "Read out: the link in\nthe newsletter shows\nit.\nshort\n> ";
        assert_eq!(written(Some(22), &pieces), broken);
        assert_eq!(written(None, &pieces), pieces.concat(), "what goes into a file or a pipe stays whole");
    }
}
