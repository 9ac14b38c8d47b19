//! What stands between two cells: what the file says in a line `sep=;`, else the one that most of the first rows agree on.

use super::Encoding;
use super::encoding::Decoding;
use super::rows::{Next, Rows, first_line};
use std::io;

/// What can stand between two cells, the likeliest first.
pub const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are asked.
const ROWS: usize = 20;

/// What the beginning of a file says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Separated {
    pub by: u8,
    /// Whether its first line says so; this line is no row.
    pub said: bool,
}

/// Looks at the beginning of a text, in which the last row may be cut off.
///
/// # Errors
/// None that memory does not give.
pub fn of(text: &[u8]) -> io::Result<Separated> {
    if let Some(by) = said(text) {
        return Ok(Separated { by, said: true });
    }
    let mut best = (0, 0, SEPARATORS[0]);
    for by in SEPARATORS {
        let (agree, cells) = agreement(text, by)?;
        if (agree, cells) > (best.0, best.1) && cells > 1 {
            best = (agree, cells, by);
        }
    }
    Ok(Separated { by: best.2, said: false })
}

/// What follows the first line of a text.
pub fn behind_the_first_line(text: &[u8]) -> &[u8] {
    first_line(text).map_or(&[], |length| &text[length..])
}

/// `sep=;`, as spreadsheets of many countries write it.
fn said(text: &[u8]) -> Option<u8> {
    let line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let line = line.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(line);
    let (word, rest) = line.split_at_checked(4)?;
    let by = *rest.first()?;
    let alone = word.eq_ignore_ascii_case(b"sep=") && rest.len() == 1;
    (alone && by.is_ascii() && !by.is_ascii_alphanumeric() && !matches!(by, b'"' | b' ')).then_some(by)
}

/// How many of the first rows have the number of cells that most of them have, and that number.
fn agreement(text: &[u8], by: u8) -> io::Result<(usize, usize)> {
    let mut rows = Rows::new(Decoding::new(io::empty(), Encoding::Utf8), text.to_vec(), by, 1);
    let mut counts: Vec<usize> = Vec::new();
    for _ in 0..ROWS {
        match rows.read()? {
            Next::Row(_) => counts.push(rows.row().len()),
            Next::Bad(..) => {}
            Next::Hopeless(_) | Next::End => break,
        }
    }
    let of = |cells: usize| counts.iter().filter(|other| **other == cells).count();
    let agreed = counts.iter().filter(|cells| **cells > 1).map(|cells| (of(*cells), *cells)).max();
    Ok(agreed.unwrap_or((0, 0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_rows_decide_and_a_line_that_says_it_goes_before() {
        for (text, by, said) in [
            ("name,state\nAnn,Ohio\n", b',', false),
            ("Name;Betrag\nAnn;1,5\nBo;2,5\nCy;3,5\n", b';', false),
            ("sep=|\na|b\n", b'|', true),
            ("\"SEP=;\"\r\na;b\r\n", b';', true),
            ("List of May, final;;\n\nName;State;Mail\nAnn;Ohio;a@example.org\n", b';', false),
            ("name\tstate\n\"Ann, jr\"\tOhio\n\"Bo, sr\"\tOhio", b'\t', false),
            ("name\nAnn\n", b',', false),
            ("separator=x\n", b',', false),
        ] {
            assert_eq!(of(text.as_bytes()).expect("memory"), Separated { by, said }, "{text:?}");
        }
    }
}
