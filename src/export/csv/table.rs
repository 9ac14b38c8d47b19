//! A table as bytes. Cells of text are guarded, cells of numbers are not: a spreadsheet counts with those.

use crate::base::text::inert_block;
use crate::base::{EventTime, Stamp};
use csv_core::{Terminator, WriteResult, Writer, WriterBuilder};

/// By this spreadsheets know that a file is UTF-8.
pub const BOM: &str = "\u{feff}";

/// What the cells of a column hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    /// Numbers and money: never a formula, whatever sign they begin with.
    Number,
    /// Text as it is. Whoever adds it has looked that it does not begin like a formula.
    Plain,
}

/// A table that grows row by row.
pub struct Table {
    writer: Writer,
    kinds: Vec<Kind>,
    bytes: Vec<u8>,
}

impl Table {
    pub fn new(columns: &[(&str, Kind)]) -> Self {
        let writer = WriterBuilder::new().terminator(Terminator::CRLF).build();
        let mut table = Self { writer, kinds: vec![Kind::Text; columns.len()], bytes: Vec::new() };
        table.row(columns.iter().map(|(title, _)| *title));
        table.kinds = columns.iter().map(|(_, kind)| *kind).collect();
        table
    }

    /// Adds a row: a cell a column.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.put(csv_core::Writer::delimiter);
            }
            let kind = self.kinds.get(at).copied().unwrap_or(Kind::Text);
            let cell = guarded(cell.as_ref(), kind);
            let mut left = cell.as_bytes();
            while !left.is_empty() {
                let mut out = [0; 512];
                let (_, read, written) = self.writer.field(left, &mut out);
                self.bytes.extend_from_slice(out.get(..written).unwrap_or_default());
                left = left.get(read..).unwrap_or_default();
            }
        }
        self.put(csv_core::Writer::terminator);
    }

    fn put(&mut self, write: impl Fn(&mut Writer, &mut [u8]) -> (WriteResult, usize)) {
        let mut out = [0; 8];
        let (_, written) = write(&mut self.writer, &mut out);
        self.bytes.extend_from_slice(out.get(..written).unwrap_or_default());
    }

    /// What has been written since this was asked last, so that a long table is never whole in memory.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    /// The table without a byte-order mark.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Whether a spreadsheet may take a text for a formula, blanks before it or not.
pub(super) fn is_like_a_formula(text: &str) -> bool {
    let sign = |text: &str| text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    sign(text) || sign(text.trim_start())
}

/// Inert. A text that begins like a formula gets an apostrophe in front; so does one that begins with an apostrophe, because
/// whoever reads the table back takes one away.
fn guarded(text: &str, kind: Kind) -> String {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']);
    let guard = if begins && kind == Kind::Text { "'" } else { "" };
    format!("{guard}{}", inert_block(text))
}

/// A time as it was recorded and in UTC; both empty where there is none.
pub fn twice(at: Option<Stamp>) -> [String; 2] {
    at.map_or_else(Default::default, |at| [at.to_text(), at.to_utc_text()])
}

/// The same of a time that may be a span.
pub fn event_twice(at: Option<EventTime>) -> [String; 2] {
    at.map_or_else(Default::default, |at| [at.to_text(), at.to_utc_text()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[&str]) -> String {
        let mut table = Table::new(&[("what", Kind::Text), ("how many", Kind::Number)]);
        table.row(cells);
        String::from_utf8(table.bytes()).unwrap()
    }

    #[test]
    fn no_text_is_a_formula_and_numbers_stay_numbers() {
        for text in ["=1+1", "+1", "-1", "@x", "\t=1", "'=1", "'quoted"] {
            let row = of(&[text, "-5"]);
            let row = row.lines().nth(1).unwrap().to_owned();
            assert!(row.starts_with('\'') && row.ends_with(",-5"), "{text:?}: {row:?}");
        }
        assert_eq!(of(&["plain", "1,000"]), "what,how many\r\nplain,\"1,000\"\r\n");
    }

    #[test]
    fn commas_quotes_and_lines_stay_in_their_cell_whatever_their_length() {
        let long = "a \"b\", ".repeat(400);
        assert_eq!(of(&["a,b", ""]), "what,how many\r\n\"a,b\",\r\n");
        assert_eq!(of(&["say \"no\"", "1"]), "what,how many\r\n\"say \"\"no\"\"\",1\r\n");
        assert_eq!(of(&["two\nlines", "1"]), "what,how many\r\n\"two\nlines\",1\r\n");
        assert_eq!(of(&[&long, "1"]), format!("what,how many\r\n\"{}\",1\r\n", long.replace('"', "\"\"")));
    }
}
