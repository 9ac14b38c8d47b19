//! A file of rows taken apart: in which line the headings stand, what each column becomes, and the cells of each row.

use super::column::{Column, Known, known};
use super::row::{Bad, Row, Why};
use crate::base::text::cut;
use crate::source::table::cell::unguarded;
use crate::source::table::separator;
use crate::source::table::{Decoding, Encoding, Next, NotRows, Reason, Rows, heading, survey};

/// Longest file that is read, in bytes.
pub const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// Longest row, in bytes: a text, notes and what is expected, each as long as it may be.
const LONGEST_ROW: usize = 64 * 1024;
/// Most rows that are looked at; a script holds far fewer.
const MOST_ROWS: usize = 1_000;
/// In how many lines the headings are looked for.
const LINES: u64 = 10;
/// Columns of a screen to which a line of the file is cut.
const SHOWN: usize = 120;

/// What somebody says about the file.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Options {
    /// Headings, each with the column that it stands for.
    pub map: Vec<(String, Column)>,
}

/// Why no row of a file is taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotTaken {
    Not(NotRows),
    /// No line has two headings that are known: the first line.
    NoHeadings(String),
    /// A heading that is mapped is not in the file.
    NoSuchHeading(String),
    /// A list needs the column.
    NoColumn(Column),
    /// Two headings stand for one column that a list needs.
    Twice(Column, String, String),
}

/// A file taken apart.
#[derive(Clone, Debug)]
pub struct Taken {
    pub encoding: Encoding,
    /// Whether some of its letters are read wrong, whichever encoding is taken.
    pub mixed: bool,
    pub separator: u8,
    /// The line of the headings, and those above it.
    pub line: u64,
    pub above: Vec<String>,
    /// Each heading with the column that it becomes; `None` where it is kept, and what an exercise added is left out.
    pub columns: Vec<(String, Option<Column>)>,
    /// Headings that tell what became of injects: not taken.
    pub of_a_run: Vec<String>,
    pub rows: Vec<Row>,
    /// Rows that cannot be read as such.
    pub bad: Vec<Bad>,
}

/// What is done with a cell.
#[derive(Clone)]
enum Use {
    Column(Column),
    Kept(String),
    Leave,
}

/// Takes a file apart.
///
/// # Errors
/// If it is none, or nobody can say which column is which.
pub fn read(bytes: &[u8], options: &Options) -> Result<Taken, NotTaken> {
    // Memory is read without a fault.
    let surveyed = survey(bytes, &mut |_| {}).unwrap_or(Err(NotRows::Empty)).map_err(NotTaken::Not)?;
    let mut text = surveyed.encoding.text(bytes).into_bytes();
    let mut line = 1;
    let separated =
        separator::of(&text[..text.len().min(1 << 16)]).unwrap_or(separator::Separated { by: b',', said: false });
    if separated.said {
        text = separator::behind_the_first_line(&text).to_vec();
        line = 2;
    }
    let first = first_line(&text);
    let mut rows =
        Rows::new(Decoding::new(std::io::empty(), Encoding::Utf8), text, separated.by, line).longest(LONGEST_ROW);
    let mut above = Vec::new();
    let (at, headings) = loop {
        match rows.read() {
            Ok(Next::Row(at)) if at <= line + LINES => {
                let row = rows.row();
                let words: Vec<String> = (0..row.len()).map(|cell| tidy(row.cell(cell))).collect();
                let understood = words.iter().filter(|word| column_of(word, options).is_some()).count();
                if understood >= 2 {
                    break (at, words);
                }
                above.push(cut(rows.as_written(), SHOWN).into_owned());
            }
            Ok(Next::Bad(..)) => {}
            _ => return Err(NotTaken::NoHeadings(first)),
        }
    };
    let uses = uses(&headings, options)?;
    let of_a_run: Vec<String> =
        headings.iter().filter(|word| matches!(known(word), Some(Known::Run))).cloned().collect();
    let column = |of: &Use| match of {
        Use::Column(column) => Some(*column),
        Use::Kept(_) | Use::Leave => None,
    };
    let columns = headings.iter().zip(&uses).filter(|(word, of)| !word.is_empty() && !matches!(of, Use::Leave));
    let columns = columns.map(|(word, of)| (word.clone(), column(of))).collect();
    let mut taken = Taken {
        encoding: surveyed.encoding,
        mixed: surveyed.mixed,
        separator: separated.by,
        line: at,
        above,
        columns,
        of_a_run,
        rows: Vec::new(),
        bad: Vec::new(),
    };
    rows_below(&mut rows, &uses, &mut taken);
    Ok(taken)
}

fn rows_below(rows: &mut Rows<std::io::Empty>, uses: &[Use], taken: &mut Taken) {
    while taken.rows.len() + taken.bad.len() < MOST_ROWS {
        let bad = match rows.read() {
            Ok(Next::Row(line)) => {
                let row = rows.row();
                let beyond = (uses.len()..row.len()).find(|at| !row.cell(*at).is_empty());
                if beyond.is_none() {
                    let mut read = Row { line, ..Row::default() };
                    for (at, of) in uses.iter().enumerate() {
                        let cell = unguarded(row.raw(at)).replace("\r\n", "\n").replace('\r', "\n");
                        match of {
                            Use::Column(column) => _ = read.cells.insert(*column, cell),
                            Use::Kept(heading) => read.kept.push((heading.clone(), cell)),
                            Use::Leave => {}
                        }
                    }
                    taken.rows.push(read);
                    continue;
                }
                Bad { line, why: Why::TooManyCells(row.len(), uses.len()) }
            }
            Ok(Next::Bad(line, reason)) => Bad { line, why: unreadable(reason) },
            Ok(Next::Hopeless(line)) => {
                taken.bad.push(Bad { line, why: Why::UnclosedQuote });
                break;
            }
            Ok(Next::End) | Err(_) => break,
        };
        taken.bad.push(bad);
    }
}

fn unreadable(reason: Reason) -> Why {
    match reason {
        Reason::UnclosedQuote => Why::UnclosedQuote,
        _ => Why::TooLong(LONGEST_ROW),
    }
}

/// What each column is used for. A column that is mapped counts alone; of two that are not, the first, where a list can do without.
fn uses(headings: &[String], options: &Options) -> Result<Vec<Use>, NotTaken> {
    for (written, _) in &options.map {
        if !headings.iter().any(|word| heading(word) == heading(written)) {
            return Err(NotTaken::NoSuchHeading(written.clone()));
        }
    }
    let mut uses: Vec<Use> = Vec::new();
    let mut first: Vec<(Column, &String)> = Vec::new();
    for word in headings {
        let of = match column_of(word, options) {
            Some(column) => match first.iter().find(|(known, _)| *known == column) {
                None => {
                    first.push((column, word));
                    Use::Column(column)
                }
                Some((_, before)) if matches!(column, Column::Number | Column::Text) => {
                    return Err(NotTaken::Twice(column, (*before).clone(), word.clone()));
                }
                Some(_) => Use::Kept(word.clone()),
            },
            None if word.is_empty() || matches!(known(word), Some(Known::Run)) => Use::Leave,
            None => Use::Kept(word.clone()),
        };
        uses.push(of);
    }
    for column in [Column::Number, Column::Text] {
        if !first.iter().any(|(known, _)| *known == column) {
            return Err(NotTaken::NoColumn(column));
        }
    }
    Ok(uses)
}

/// The column that a heading becomes: as somebody said, else as it is known, unless another heading was said to be that column.
fn column_of(word: &str, options: &Options) -> Option<Column> {
    let own = options.map.iter().find(|(written, _)| heading(written) == heading(word));
    if let Some((_, column)) = own {
        return Some(*column);
    }
    match known(word) {
        Some(Known::Column(column)) if !options.map.iter().any(|(_, mapped)| *mapped == column) => Some(column),
        _ => None,
    }
}

/// A heading on one line.
fn tidy(word: &str) -> String {
    cut(&word.split_whitespace().collect::<Vec<_>>().join(" "), 100).into_owned()
}

fn first_line(text: &[u8]) -> String {
    let line = text.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    cut(&String::from_utf8_lossy(&line[..line.len().min(400)]), SHOWN).into_owned()
}
