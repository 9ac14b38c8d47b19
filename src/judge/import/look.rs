//! Reading a file of rows from end to end.

use super::cells::Cells;
use super::doubles::{Before, Known, Persons};
use super::head::Head;
use super::headings::{Headings, is_struck, named};
use super::preview::{BAD_SHOWN, Bad, LINES_SHOWN, MAX_IGNORED, NotRead, NotTaken, Preview, Question, Refused};
use super::reach::Reach;
use super::synonyms::{Kind, is_secret, is_total};
use super::tally::Tallies;
use super::wanted::{Keeps, Wanted};
use crate::base::text::cut;
use crate::case::Import;
use crate::case::import::{Doubles, ReadAs};
use crate::journal::Mode;
use crate::source::table::cell::is_shortened;
use crate::source::table::fold::heading;
use crate::source::table::rows::Reason;
use crate::source::table::{Decoding, Encoding, Next, Row, Rows, Survey};
use std::borrow::Cow;
use std::io::{self, Read};

/// Columns of a screen to which a heading is cut.
const HEADING_SHOWN: usize = 60;

/// Reads a file that was surveyed. `known` is who was in earlier files; `keeps` hears of every row.
///
/// # Errors
/// Why nothing can be taken in.
pub fn look(
    wanted: &Wanted<'_>,
    survey: &Survey,
    source: impl Read,
    known: &mut Known,
    keeps: &mut dyn Keeps,
) -> Result<Preview, NotTaken> {
    let mut source = Decoding::new(source, survey.encoding);
    let head = Head::read(&mut source)?;
    let mut preview = begun(wanted, survey, &head)?;
    let Some(line) = head.heading_line(wanted)? else {
        if head.lines(u64::MAX, 1, |_| true)?.is_empty() {
            return Err(Refused::NoRows(Vec::new(), 0).into());
        }
        preview.questions.push(Question::NoHeadings(head.lines(u64::MAX, LINES_SHOWN, |_| true)?));
        // To the end all the same: whoever copies wants the whole.
        io::copy(&mut Rest(&mut source), &mut io::sink())?;
        return Ok(preview);
    };
    preview.skipped = head.lines(line, usize::MAX, |_| true)?;
    let mut rows = Rows::new(source, head.text, head.separated.by, head.line);
    while !matches!(rows.read()?, Next::Row(at) | Next::Bad(at, _) if at >= line) {}
    let headings = Headings::read(wanted, rows.row())?;
    told(wanted, &headings, line, &mut preview)?;
    let left_out: Vec<usize> = (0..headings.words.len())
        .filter(|at| wanted.without.iter().any(|typed| heading(typed) == heading(&headings.words[*at])))
        .collect();
    keeps.row(rows.row(), &left_out, preview.separator)?;
    Reading { wanted, headings: &headings, left_out, preview: &mut preview, known, keeps }.run(&mut rows)?;
    let doubles = preview.inside + preview.earlier;
    if preview.import.rows == 0 && doubles == 0 && preview.questions.is_empty() {
        let count = preview.bad_rows.values().sum();
        return Err(Refused::NoRows(preview.bad, count).into());
    }
    Ok(preview)
}

/// What is left of a text, as bytes.
struct Rest<'a, R>(&'a mut Decoding<R>);

impl<R: Read> Read for Rest<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut text = Vec::new();
        let more = self.0.more(&mut text)?;
        Ok(if more { into.len().min(1) } else { 0 })
    }
}

/// What can be said before a row was read.
fn begun(wanted: &Wanted<'_>, survey: &Survey, head: &Head) -> io::Result<Preview> {
    let guessed = survey.encoding == Encoding::Windows1252;
    let beyond = |text: &str| !text.is_ascii();
    let shown = if guessed { head.lines(u64::MAX, LINES_SHOWN, beyond)? } else { Vec::new() };
    let methods = wanted.register.methods.iter().map(|method| (method.id.clone(), 0)).collect();
    let import = Import {
        file: String::new(),
        sha256: String::new(),
        bytes: 0,
        rows: 0,
        tallies: Vec::new(),
        methods,
        no_method: 0,
        ignored: Vec::new(),
        cannot_say: Vec::new(),
        not_said: 0,
        lacks: Vec::new(),
        read_as: None,
    };
    Ok(Preview {
        import,
        encoding: survey.encoding,
        mixed: survey.mixed,
        separator: head.separated.by,
        said_separator: head.separated.said,
        heading: 0,
        skipped: Vec::new(),
        shown,
        columns: Vec::new(),
        lacks: Vec::new(),
        not_read: Vec::new(),
        more_not_read: 0,
        bad: Vec::new(),
        bad_rows: std::collections::BTreeMap::new(),
        inside: 0,
        earlier: 0,
        compared: true,
        no_addresses: 0,
        questions: Vec::new(),
    })
}

/// What the headings say.
fn told(wanted: &Wanted<'_>, headings: &Headings, line: u64, preview: &mut Preview) -> Result<(), Refused> {
    let shown = |at: &usize| cut(&headings.words[*at], HEADING_SHOWN).into_owned();
    let is_out = |word: &str| wanted.without.iter().any(|typed| heading(typed) == heading(word));
    for typed in &wanted.without {
        let Some(at) = headings.words.iter().position(|word| heading(word) == heading(typed)) else {
            return Err(Refused::NoSuchHeading { typed: typed.clone(), headings: named(&headings.words) });
        };
        if let Some(column) = headings.places.iter().position(|places| places.contains(&at)) {
            let column = wanted.register.columns[column].id.to_string();
            return Err(Refused::LeavesOutColumn { heading: shown(&at), column });
        }
    }
    preview.heading = line;
    for (column, places) in headings.places.iter().enumerate() {
        if places.is_empty() {
            preview.lacks.push(column);
        } else {
            preview.columns.push((column, places.iter().map(shown).collect()));
        }
    }
    for (at, word) in headings.words.iter().enumerate().filter(|(_, word)| !word.is_empty()) {
        if headings.is_read(at) {
            continue;
        }
        if preview.not_read.len() == MAX_IGNORED {
            preview.more_not_read += 1;
            continue;
        }
        let (secret, left_out) = (is_secret(&heading(word)), is_out(word));
        preview.not_read.push(NotRead { heading: shown(&at), secret, left_out });
    }
    let ignored = preview.not_read.iter().map(|one| one.heading.clone());
    let more = (preview.more_not_read > 0).then(|| format!("and {} more", preview.more_not_read));
    preview.import.ignored = ignored.chain(more).collect();
    let id = |column: &usize| wanted.register.columns[*column].id.clone();
    preview.import.lacks = preview.lacks.iter().map(id).collect();
    let columns = headings.places.iter().enumerate();
    let columns = columns.flat_map(|(column, places)| {
        let id = &wanted.register.columns[column].id;
        places.iter().map(move |at| format!("{id}={}", headings.words[*at]))
    });
    preview.import.read_as = Some(Box::new(ReadAs {
        encoding: preview.encoding.word().to_owned(),
        heading_line: line,
        columns: columns.collect(),
        bad: Vec::new(),
        doubles: None,
        without: wanted.without.clone(),
        given: None,
    }));
    preview.questions.extend(headings.questions.iter().cloned());
    Ok(())
}

/// The rows below the headings.
struct Reading<'a, 'w> {
    wanted: &'a Wanted<'w>,
    headings: &'a Headings,
    left_out: Vec<usize>,
    preview: &'a mut Preview,
    known: &'a mut Known,
    keeps: &'a mut dyn Keeps,
}

impl Reading<'_, '_> {
    fn run<R: Read>(&mut self, rows: &mut Rows<R>) -> Result<(), NotTaken> {
        let register = self.wanted.register;
        let kinds: Vec<_> = register.columns.iter().map(Kind::of).collect();
        let persons = Persons::of(register);
        let mut tallies = Tallies::new(self.wanted, |column| self.headings.lacks(column));
        let mut reach = Reach::new(register);
        let mark = self.headings.mode_column();
        let struck = self.headings.struck_column();
        loop {
            let line = match rows.read()? {
                Next::Row(line) => line,
                Next::Bad(line, reason) => {
                    self.bad(line, reason, String::new(), rows)?;
                    continue;
                }
                Next::Hopeless(line) => return Err(Refused::Quotes(line).into()),
                Next::End => break,
            };
            if let Some(other) = mark.and_then(|at| self.other_mode(rows.row().cell(at))) {
                return Err(Refused::OtherMode(other).into());
            }
            if let Some((reason, says)) = self.wrong(rows.row()) {
                // A quotation mark that is closed by that of another row has made one of them.
                match rows.ends_with_its_line() {
                    Some(Next::Hopeless(line)) => return Err(Refused::Quotes(line).into()),
                    Some(_) => self.bad(line, Reason::UnclosedQuote, String::new(), rows)?,
                    None => self.bad(line, reason, says, rows)?,
                }
                continue;
            }
            let cells = Cells::of(rows.row(), self.headings, &kinds);
            let wrong = if struck.is_some_and(|at| is_struck(rows.row(), at)) {
                Some((Reason::Struck, String::new()))
            } else {
                self.unusable(rows.row(), &cells, &kinds, line)
            };
            let digests = persons.digests(&cells);
            let before = if wrong.is_none() { self.known.is(&digests) } else { None };
            match before {
                Some(Before::Inside) => self.preview.inside += 1,
                Some(Before::Earlier) => self.preview.earlier += 1,
                None => {}
            }
            if wrong.is_none() && (before.is_none() || self.wanted.doubles != Some(Doubles::Once)) {
                self.preview.import.rows += 1;
                tallies.add(&cells);
                reach.add(&cells);
            }
            drop(cells);
            self.keeps.row(rows.row(), &self.left_out, self.preview.separator)?;
            if let Some((reason, says)) = wrong {
                self.bad(line, reason, says, rows)?;
            }
        }
        self.finish(tallies, reach);
        Ok(())
    }

    /// The mode of the case that the row left, where this case is of the other one.
    fn other_mode(&self, cell: &str) -> Option<Mode> {
        let said = cell.trim().to_lowercase();
        let left = Mode::ALL.into_iter().find(|mode| mode.word() == said)?;
        self.wanted.mode.filter(|own| *own != left).map(|_| left)
    }

    /// Why a row does not fit under the headings.
    fn wrong(&self, row: &Row) -> Option<(Reason, String)> {
        let columns = self.headings.columns;
        let cells = (0..row.len()).rev().find(|at| !row.cell(*at).is_empty()).map_or(0, |last| last + 1);
        if cells > columns {
            return Some((Reason::TooManyCells, format!("{cells} of {columns}")));
        }
        if row.len() < columns {
            return Some((Reason::TooFewCells, format!("{} of {columns}", row.len())));
        }
        None
    }

    /// Why a row that fits does not count.
    fn unusable(
        &mut self,
        row: &Row,
        cells: &Cells<'_>,
        kinds: &[Option<Kind>],
        line: u64,
    ) -> Option<(Reason, String)> {
        let plain = |reason| Some((reason, String::new()));
        if self.headings.are(row) {
            return plain(Reason::HeadingAgain);
        }
        if self.headings.lacks(0) {
            // What is asked first is which heading the name is.
            return None;
        }
        if cells.get(0).is_empty() {
            return plain(Reason::NoName);
        }
        if is_total(cells.get(0)) {
            return plain(Reason::Total);
        }
        let columns = &self.wanted.register.columns;
        for (column, kind) in kinds.iter().enumerate() {
            let cell = cells.get(column);
            if *kind == Some(Kind::Phone) && is_shortened(cell) {
                let says = format!("{}: {}", columns[column].label, cut(cell, 40));
                return Some((Reason::BadCell, says));
            }
        }
        self.keeps.cells(line, cells.all()).map(|says| (Reason::BadCell, says))
    }

    fn bad<R: Read>(&mut self, line: u64, reason: Reason, says: String, rows: &Rows<R>) -> io::Result<()> {
        self.keeps.bad(line, reason, &says, rows.as_written())?;
        *self.preview.bad_rows.entry(reason).or_default() += 1;
        if self.preview.bad.len() < BAD_SHOWN {
            self.preview.bad.push(Bad { line, reason, says });
        }
        Ok(())
    }

    fn finish(&mut self, tallies: Tallies, reach: Reach<'_>) {
        let register = self.wanted.register;
        let (inside, earlier) = (self.preview.inside, self.preview.earlier);
        self.preview.compared = !self.known.incomplete;
        self.preview.no_addresses = reach.no_addresses;
        let bad = self.preview.bad_rows.iter().map(|(reason, rows)| (reason.word().to_owned(), *rows)).collect();
        let import = &mut self.preview.import;
        import.tallies = tallies.finish();
        let by =
            |rows: &[u64]| register.methods.iter().map(|method| method.id.clone()).zip(rows.iter().copied()).collect();
        import.methods = by(&reach.open);
        let cannot_say: Vec<_> = by(&reach.cannot_say);
        import.cannot_say = cannot_say.into_iter().filter(|(_, rows)| *rows > 0).collect();
        (import.no_method, import.not_said) = (reach.no_method, reach.not_said);
        if let Some(read) = &mut import.read_as {
            read.bad = bad;
            read.doubles =
                self.wanted.doubles.filter(|_| inside + earlier > 0).map(|doubles| (doubles, inside + earlier));
        }
        if inside + earlier > 0 && self.wanted.doubles.is_none() {
            self.preview.questions.push(Question::Doubles { inside, earlier });
        }
    }
}

/// The same of a row that was typed.
pub fn remember_row<'t>(wanted: &Wanted<'_>, cell: impl Fn(usize) -> Cow<'t, str>, known: &mut Known) {
    let texts: Vec<Cow<'t, str>> = (0..wanted.register.columns.len()).map(cell).collect();
    known.was(&Persons::of(wanted.register).of_texts(|column| texts[column].as_ref()));
}
