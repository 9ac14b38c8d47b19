//! The beginning of a file: what separates its cells, and which of its first lines holds the headings.

use super::headings;
use super::wanted::Wanted;
use crate::base::text::cut;
use crate::source::table::separator::{self, Separated};
use crate::source::table::{Decoding, Encoding, Next, Rows};
use std::io::{self, Read};

/// How much of a file is looked at before it is read in columns, in bytes of text.
const HEAD: usize = 64 * 1024;
/// Columns of a screen to which a line of the file is cut.
const LINE_SHOWN: usize = 160;
/// The beginning of a file, and where its rows begin.
pub(super) struct Head {
    pub text: Vec<u8>,
    /// The line of the file on which the text begins.
    pub line: u64,
    pub separated: Separated,
}

impl Head {
    pub fn read<R: Read>(source: &mut Decoding<R>) -> io::Result<Self> {
        let mut text = Vec::new();
        while text.len() < HEAD && source.more(&mut text)? {}
        let separated = separator::of(&text)?;
        if separated.said {
            text = separator::behind_the_first_line(&text).to_vec();
        }
        Ok(Self { text, line: 1 + u64::from(separated.said), separated })
    }

    /// The rows of the beginning alone.
    fn rows(&self) -> Rows<io::Empty> {
        let nothing = Decoding::new(io::empty(), Encoding::Utf8);
        Rows::new(nothing, self.text.clone(), self.separated.by, self.line)
    }

    /// The line of the headings: the first with two that are known, else the first that names the name.
    pub fn heading_line(&self, wanted: &Wanted<'_>) -> io::Result<Option<u64>> {
        let mut rows = self.rows();
        let mut fallback = None;
        let mut mapped = None;
        loop {
            let line = match rows.read()? {
                Next::Row(line) if line <= self.line + headings::LINES => line,
                Next::Bad(line, _) if line <= self.line + headings::LINES => continue,
                _ => return Ok(mapped.or(fallback)),
            };
            let row = rows.row();
            if mapped.is_none() && headings::is_mapped(wanted, row) {
                mapped = Some(line);
            }
            let Some(known) = headings::known(wanted, row) else { continue };
            if known >= 2 || known == 1 && (row.len() == 1 || wanted.register.columns.len() == 1) {
                return Ok(mapped.or(Some(line)));
            }
            if fallback.is_none() && headings::names_the_name(wanted, row) {
                fallback = Some(line);
            }
        }
    }

    /// The first lines as they stand, up to one.
    pub fn lines(&self, below: u64, most: usize, which: impl Fn(&str) -> bool) -> io::Result<Vec<(u64, String)>> {
        let mut rows = self.rows();
        let mut lines = Vec::new();
        while lines.len() < most {
            let line = match rows.read()? {
                Next::Row(line) | Next::Bad(line, _) if line < below => line,
                _ => break,
            };
            let text = rows.as_written();
            if which(text) {
                lines.push((line, cut(text, LINE_SHOWN).into_owned()));
            }
        }
        Ok(lines)
    }
}
