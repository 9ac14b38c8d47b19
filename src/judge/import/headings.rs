//! Which heading is which column: what was mapped goes before what the list calls its columns, and that before what programs call them.
//! Where two can be one column, or none is the name, people are asked.

use super::preview::{Question, Refused};
use super::synonyms::{Kind, Piece, is_known};
use super::wanted::Wanted;
use crate::playbook::register::{ColumnKind, Register};
use crate::source::table::Row;
use crate::source::table::cell::is_address;
use crate::source::table::fold::{bare, heading};

/// In how many lines the headings are looked for.
pub const LINES: u64 = 10;

/// Which cells of a row belong to which column of the list.
#[derive(Clone, Default, Debug)]
pub struct Headings {
    /// For each column of the list its cells, in the order in which they are joined; empty where the file has none.
    pub places: Vec<Vec<usize>>,
    /// How many cells a row has.
    pub columns: usize,
    /// Headings as they stand.
    pub words: Vec<String>,
    pub questions: Vec<Question>,
}

/// What somebody said that a heading is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meant {
    Column(usize),
    /// A piece of the name.
    Piece(Piece),
}

/// What every row of a file may hold under its headings.
struct Found<'a> {
    register: &'a Register,
    kinds: Vec<Option<Kind>>,
    /// The headings, folded; those without letters are empty.
    folded: Vec<String>,
    meant: Vec<Option<Meant>>,
    taken: Vec<bool>,
}

/// How well a row looks like headings: how many are known; nothing where it is no heading at all.
pub fn known(wanted: &Wanted<'_>, row: &Row) -> Option<usize> {
    let cells = (0..row.len()).map(|at| row.cell(at)).filter(|cell| !cell.is_empty());
    if cells.clone().any(is_data) {
        return None;
    }
    let own = |folded: &str| {
        let columns = &wanted.register.columns;
        columns.iter().any(|column| bare(column.id.as_str()) == folded || heading(&column.label) == folded)
    };
    Some(cells.map(heading).filter(|folded| is_known(folded) || own(folded)).count())
}

/// Whether a row holds a heading that somebody mapped.
pub fn is_mapped(wanted: &Wanted<'_>, row: &Row) -> bool {
    let is = |at: usize| wanted.map.iter().any(|(typed, _)| !row.cell(at).is_empty() && same(typed, row.cell(at)));
    (0..row.len()).any(is)
}

/// Whether a row has a heading that is the name of a row of this list.
pub fn names_the_name(wanted: &Wanted<'_>, row: &Row) -> bool {
    let label = wanted.register.columns.first().map(|column| heading(&column.label)).unwrap_or_default();
    (0..row.len()).map(|at| heading(row.cell(at))).any(|folded| {
        !folded.is_empty()
            && (folded == label || Kind::Name.rank(&folded).is_some() || Piece::of(&folded) == Some(Piece::Last))
    })
}

/// An address, a number or a day is no heading.
fn is_data(cell: &str) -> bool {
    let number = |sign: char| sign.is_ascii_digit() || " +-./():,".contains(sign);
    is_address(cell) || cell.chars().any(|sign| sign.is_ascii_digit()) && cell.chars().all(number)
}

fn same(typed: &str, cell: &str) -> bool {
    let (typed, cell) = (typed.trim(), cell.trim());
    typed == cell || !heading(typed).is_empty() && heading(typed) == heading(cell)
}

impl Headings {
    /// Reads a row of headings.
    ///
    /// # Errors
    /// If something that was mapped is not there.
    pub fn read(wanted: &Wanted<'_>, row: &Row) -> Result<Self, Refused> {
        let words: Vec<String> = (0..row.len()).map(|at| row.cell(at).to_owned()).collect();
        let columns = words.iter().rposition(|word| !word.is_empty()).map_or(0, |last| last + 1);
        let mut found = Found::new(wanted, &words)?;
        let mut headings = Self { columns, ..Self::default() };
        // Every column takes what is its own before any takes what it might be.
        let own: Vec<_> = (0..found.register.columns.len()).map(|column| found.own(column)).collect();
        for (column, own) in own.into_iter().enumerate() {
            // A path in somebody's list is no file that was taken in, and what every row has is not read.
            let known = &found.register.columns[column];
            if known.kind == ColumnKind::File || found.register.is_fixed(column) {
                headings.places.push(Vec::new());
                continue;
            }
            let (places, question) = found.places(column, own, &words);
            headings.places.push(places);
            headings.questions.extend(question);
        }
        headings.words = words;
        Ok(headings)
    }

    /// The places that an earlier entry has written down, in a row of headings that has all of them.
    pub fn stored(register: &Register, columns: &[String], row: &Row) -> Option<Self> {
        let words: Vec<String> = (0..row.len()).map(|at| row.cell(at).to_owned()).collect();
        let mut places = vec![Vec::new(); register.columns.len()];
        for stored in columns {
            let (id, word) = stored.split_once('=')?;
            let column = register.columns.iter().position(|column| column.id.as_str() == id)?;
            places[column].push(words.iter().position(|known| known == word)?);
        }
        let count = words.iter().rposition(|word| !word.is_empty()).map_or(0, |last| last + 1);
        Some(Self { places, columns: count, words, questions: Vec::new() })
    }

    pub fn is_read(&self, at: usize) -> bool {
        self.places.iter().flatten().any(|place| *place == at)
    }

    /// Where a list that left a case says of which mode that is: a column that is no column of the list.
    pub fn mode_column(&self) -> Option<usize> {
        self.beside("mode")
    }

    /// Where such a list names what struck a row out.
    pub fn struck_column(&self) -> Option<usize> {
        self.mode_column().and_then(|_| self.beside("struckby"))
    }

    /// A column beside those of the list, as the program writes it.
    fn beside(&self, called: &str) -> Option<usize> {
        let says = |word: &String| {
            let word: String = heading(word).chars().filter(char::is_ascii_alphabetic).collect();
            word.strip_prefix("row").unwrap_or(&word) == called
        };
        let words = self.words.iter().enumerate();
        words.filter(|(at, word)| says(word) && !self.is_read(*at)).map(|(at, _)| at).next()
    }

    pub fn lacks(&self, column: usize) -> bool {
        self.places.get(column).is_none_or(Vec::is_empty)
    }

    /// Whether a row is the headings once more.
    pub fn are(&self, row: &Row) -> bool {
        row.len() >= self.columns && (0..self.columns).all(|at| row.cell(at) == self.words[at])
    }
}

/// Whether a row was struck out in the case that it left, by the column that says so.
pub fn is_struck(row: &Row, at: usize) -> bool {
    !row.cell(at).trim().is_empty()
}

impl<'a> Found<'a> {
    fn new(wanted: &Wanted<'a>, words: &[String]) -> Result<Self, Refused> {
        let register = wanted.register;
        let mut meant = vec![None; words.len()];
        for (typed, column) in &wanted.map {
            let no_heading = || Refused::NoSuchHeading { typed: typed.clone(), headings: named(words) };
            let at = words.iter().position(|word| same(typed, word)).or_else(|| {
                // Where a heading cannot be told from another, its number can.
                typed.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < words.len())
            });
            let at = at.ok_or_else(no_heading)?;
            let is = register.columns.iter().position(|known| known.is_named(column)).map(Meant::Column);
            let no_column = || {
                let columns = register.columns.iter().map(|column| column.id.to_string()).collect();
                Refused::NoSuchColumn { typed: column.clone(), columns }
            };
            meant[at] = Some(is.or_else(|| Piece::typed(column).map(Meant::Piece)).ok_or_else(no_column)?);
        }
        let kinds = register.columns.iter().enumerate().map(|(at, column)| match at {
            0 => Some(Kind::Name),
            _ => Kind::of(column),
        });
        let kinds: Vec<_> = kinds.collect();
        for (column, kind) in kinds.iter().enumerate() {
            let mapped = meant.iter().filter(|meant| **meant == Some(Meant::Column(column))).count();
            if mapped > 1 && !matches!(kind, Some(Kind::Name | Kind::Address)) {
                return Err(Refused::TwoForOne { column: register.columns[column].id.to_string() });
            }
        }
        let taken = meant.iter().map(Option::is_some).collect();
        Ok(Self { register, kinds, folded: words.iter().map(|word| heading(word)).collect(), meant, taken })
    }

    /// Where a heading is what the list itself calls a column, and all that was mapped to it.
    fn own(&mut self, column: usize) -> Vec<usize> {
        let mapped: Vec<usize> = self.all(|found, at| found.meant[at] == Some(Meant::Column(column)));
        if !mapped.is_empty() {
            return mapped;
        }
        let known = &self.register.columns[column];
        let names = [bare(known.id.as_str()), heading(&known.label)];
        for name in names {
            let places = self.all(|found, at| !found.taken[at] && found.folded[at] == name);
            if !places.is_empty() {
                for at in &places {
                    self.taken[*at] = true;
                }
                return places;
            }
        }
        Vec::new()
    }

    fn all(&self, is: impl Fn(&Self, usize) -> bool) -> Vec<usize> {
        (0..self.folded.len())
            .filter(|at| !self.folded[*at].is_empty() || self.meant[*at].is_some())
            .filter(|at| is(self, *at))
            .collect()
    }

    fn places(&mut self, column: usize, own: Vec<usize>, words: &[String]) -> (Vec<usize>, Option<Question>) {
        let mapped = own.iter().any(|at| self.meant[*at].is_some());
        let mut candidates = own;
        if candidates.is_empty()
            && let Some(kind) = self.kinds[column]
        {
            candidates = self.of_kind(kind);
        }
        let id = self.register.columns[column].id.to_string();
        let which = |candidates: &[usize]| Question::Which {
            column: id.clone(),
            candidates: candidates.iter().map(|at| words[*at].clone()).collect(),
        };
        if column == 0 {
            return self.name(candidates, mapped, words);
        }
        let is_address = self.kinds[column] == Some(Kind::Address);
        match candidates.as_slice() {
            [] => (Vec::new(), None),
            [only] if is_address && !mapped => (self.address(*only), None),
            _ if mapped => (candidates, None),
            [only] => {
                self.taken[*only] = true;
                (vec![*only], None)
            }
            several => (Vec::new(), Some(which(several))),
        }
    }

    /// The best headings of a kind that no column has for its own.
    fn of_kind(&self, kind: Kind) -> Vec<usize> {
        let rank = |at: usize| kind.rank(&self.folded[at]).filter(|_| !self.taken[at]);
        let best = (0..self.folded.len()).filter_map(rank).min();
        self.all(|_, at| best.is_some() && rank(at) == best)
    }

    /// The whole name, or its pieces.
    fn name(&mut self, whole: Vec<usize>, mapped: bool, words: &[String]) -> (Vec<usize>, Option<Question>) {
        let id = self.register.columns[0].id.to_string();
        let which = |at: &[usize]| {
            let candidates = at.iter().map(|at| words[*at].clone()).collect();
            (Vec::new(), Some(Question::Which { column: id.clone(), candidates }))
        };
        let order = [Piece::First, Piece::Middle, Piece::Last, Piece::Suffix];
        let is_meant = |at: usize| matches!(self.meant[at], Some(Meant::Piece(_)));
        let said = (0..self.meant.len()).any(is_meant);
        if mapped && !said {
            return (whole, None);
        }
        let mut places = Vec::new();
        let (mut last, mut first) = (None, None);
        for piece in order {
            let own = self.all(|found, at| found.meant[at] == Some(Meant::Piece(piece)));
            let own = if own.is_empty() {
                self.all(|found, at| found.meant[at].is_none() && Piece::of(&found.folded[at]) == Some(piece))
            } else {
                own
            };
            match own.as_slice() {
                [] => {}
                [only] => places.push((piece, *only)),
                several if matches!(piece, Piece::First | Piece::Last) => return which(several),
                [one, ..] => places.push((piece, *one)),
            }
            match piece {
                Piece::First => first = own.first().copied(),
                Piece::Last => last = own.first().copied(),
                _ => {}
            }
        }
        if !said {
            match whole.as_slice() {
                // A name beside a first name and no last name may be either.
                [only] if first.is_some() && last.is_none() && self.folded[*only] == "name" => {
                    return which(&[*only, first.unwrap_or_default()]);
                }
                [only] => {
                    self.taken[*only] = true;
                    return (vec![*only], None);
                }
                [] => {}
                several => return which(several),
            }
        }
        if first.is_none() && last.is_none() && !said {
            let headings = named(words);
            return (Vec::new(), Some(Question::NoColumn { column: id, headings }));
        }
        let places: Vec<usize> = places.into_iter().map(|(_, at)| at).collect();
        for at in &places {
            self.taken[*at] = true;
        }
        (places, None)
    }

    /// A street with what goes on below it.
    fn address(&mut self, street: usize) -> Vec<usize> {
        self.taken[street] = true;
        let order = [Piece::Line2, Piece::Line3, Piece::City, Piece::State, Piece::Zip];
        let more = order.iter().filter_map(|piece| {
            // The state says where somebody lives, too.
            self.all(|found, at| found.meant[at].is_none() && Piece::of(&found.folded[at]) == Some(*piece))
                .first()
                .copied()
        });
        std::iter::once(street).chain(more.collect::<Vec<_>>()).collect()
    }
}

/// Headings as they are shown.
pub fn named(words: &[String]) -> Vec<String> {
    let shown = |word: &String| crate::base::text::cut(word, 60).into_owned();
    words.iter().filter(|word| !word.is_empty()).take(super::preview::MAX_IGNORED).map(shown).collect()
}
