//! The cells of one row as an inject.

use super::column::Column;
use super::expected::ExpectationText;
use super::parts::Parts;
use super::row::{Row, Why};
use super::times;
use crate::base::Delivery;
use crate::base::text::{cut, is_active};
use crate::base::written::Word as _;
use crate::drill::real::found;
use crate::drill::script::inject::{Addressee, Inject};
use crate::drill::script::raw::leaf::MOST_MINUTES;
use crate::source::closest;
use crate::source::table::fold::bare;

/// What stands where a list has no such column.
pub const NOBODY_SAID_FROM: &str = "Exercise control";
pub const NOBODY_SAID_TO: &str = "All players";

/// Most signs of a cell on one line, and of one with several.
const LINE: usize = 200;
const TEXT: usize = 4000;

/// How other people say how an inject is delivered, by its letters alone.
const DELIVERIES: [(&str, Delivery); 27] = [
    ("telephone", Delivery::Phone),
    ("phonecall", Delivery::Phone),
    ("telephonecall", Delivery::Phone),
    ("call", Delivery::Phone),
    ("mobile", Delivery::Phone),
    ("facetoface", Delivery::InPerson),
    ("verbal", Delivery::InPerson),
    ("verbally", Delivery::InPerson),
    ("runner", Delivery::InPerson),
    ("roleplayer", Delivery::InPerson),
    ("mail", Delivery::Email),
    ("post", Delivery::Letter),
    ("fax", Delivery::Letter),
    ("courier", Delivery::Letter),
    ("paper", Delivery::Handout),
    ("document", Delivery::Handout),
    ("memo", Delivery::Handout),
    ("slide", Delivery::Screen),
    ("projector", Delivery::Screen),
    ("system", Delivery::Screen),
    ("media", Delivery::News),
    ("press", Delivery::News),
    ("newspaper", Delivery::News),
    ("tv", Delivery::News),
    ("socialmedia", Delivery::Social),
    ("twitter", Delivery::Social),
    ("website", Delivery::News),
];

/// A row with what it goes over.
pub(super) struct Cells<'r> {
    pub row: &'r Row,
    pub before: Option<&'r Inject>,
    pub part: usize,
}

impl Cells<'_> {
    /// The inject of the row. What the file has no column for stays as it was.
    pub fn inject(&self, number: u32, parts: &mut Parts) -> Result<Inject, Why> {
        self.sound()?;
        let text = self.row.cell(Column::Text).filter(|text| !text.is_empty()).ok_or(Why::NoText)?.to_owned();
        let at = self.at(parts)?;
        if let Some(at) = at {
            parts.planned(self.part, at);
        }
        let title = self.row.line_of(Column::Title).or_else(|| self.before.map(|before| before.title.clone()));
        let from = self.row.line_of(Column::From).or_else(|| self.before.map(|before| before.from.clone()));
        let kept = self.row.kept.iter().filter(|(_, cell)| !cell.trim().is_empty());
        let kept: Vec<_> = kept.map(|(heading, cell)| (heading.clone(), cell.trim().to_owned())).collect();
        let other = |(heading, _): &&(String, String)| !self.row.kept.iter().any(|(own, _)| own == heading);
        let of_before = self.before.iter().flat_map(|before| &before.kept).filter(other).cloned();
        Ok(Inject {
            number,
            part: self.part,
            title: title.unwrap_or_else(|| cut(text.lines().next().unwrap_or_default(), 80).into_owned()),
            at,
            from: from.unwrap_or_else(|| NOBODY_SAID_FROM.to_owned()),
            to: self.to(),
            delivery: self.delivery()?,
            gist: self.optional(Column::Gist, |before| before.gist.clone()),
            absent: self.before.and_then(|before| before.absent.clone()),
            notes: self.notes(),
            files: self.before.map(|before| before.files.clone()).unwrap_or_default(),
            contingency: self.before.and_then(|before| before.contingency.clone()),
            kept: of_before.chain(kept).collect(),
            text,
        })
    }

    /// What is expected, line by line; `None` where the file has no such column.
    pub fn expected(&self) -> Result<Option<Vec<ExpectationText>>, Why> {
        let Some(cell) = self.row.cell(Column::Expected) else { return Ok(None) };
        let lines = cell.lines().map(str::trim).filter(|line| !line.is_empty());
        let read = |line: &str| {
            let expectation = ExpectationText::read(line).map_err(Why::Expected)?;
            let length = expectation.text.chars().count();
            if length > LINE { Err(Why::CellTooLong("a line of expected", length, LINE)) } else { Ok(expectation) }
        };
        lines.map(read).collect::<Result<Vec<_>, _>>().map(Some)
    }

    /// Whether no cell is too long, hides something, or may be taken for the real thing.
    fn sound(&self) -> Result<(), Why> {
        for (column, cell) in &self.row.cells {
            let (name, length) = (column.word(), cell.chars().count());
            let most = match column {
                Column::Text | Column::Notes | Column::Expected => TEXT,
                _ => LINE,
            };
            if length > most {
                return Err(Why::CellTooLong(name, length, most));
            }
            if cell.chars().any(|sign| is_active(sign) && !matches!(sign, '\n' | '\t')) {
                return Err(Why::HiddenSign(name));
            }
            if let Some(real) = found(cell).into_iter().next().filter(|_| !matches!(column, Column::Number)) {
                return Err(Why::Real(cell.get(real.range).unwrap_or_default().to_owned()));
            }
        }
        let long = self.row.kept.iter().map(|(_, cell)| cell.chars().count()).find(|length| *length > TEXT);
        long.map_or(Ok(()), |length| Err(Why::CellTooLong("a kept column", length, TEXT)))
    }

    /// Minutes after the part began. A contingency has none, whatever stands in the list.
    fn at(&self, parts: &mut Parts) -> Result<Option<u32>, Why> {
        let category = self.row.line_of(Column::Category).map(|category| bare(&category)).unwrap_or_default();
        let waits = self.before.is_some_and(|before| before.contingency.is_some()) || category.starts_with("conting");
        let (offset, time) = (self.row.cell(Column::AtMin), self.row.cell(Column::EventTime));
        if waits || offset.is_none() && time.is_none() {
            return Ok(self.before.filter(|_| !waits).and_then(|before| before.at));
        }
        let unreadable = |written: &str| Why::TimeUnreadable(written.to_owned());
        let minutes = match (offset.filter(|cell| !cell.is_empty()), time.filter(|cell| !cell.is_empty())) {
            (Some(offset), _) => times::minutes(offset).ok_or_else(|| unreadable(offset))?,
            (None, Some(time)) => {
                let moment = times::moment(time).ok_or_else(|| unreadable(time))?;
                parts.minutes(self.part, moment).ok_or_else(|| Why::BeforeItsPart(time.to_owned()))?
            }
            (None, None) => return Ok(None),
        };
        if minutes > MOST_MINUTES { Err(Why::TooLate(minutes)) } else { Ok(Some(minutes)) }
    }

    fn delivery(&self) -> Result<Delivery, Why> {
        let before = self.before.map_or(Delivery::Handout, |before| before.delivery);
        let Some(written) = self.row.line_of(Column::Delivery) else { return Ok(before) };
        let letters = bare(&written);
        let own = Delivery::ALL.into_iter().find(|delivery| bare(delivery.word()) == letters);
        let other = || DELIVERIES.iter().find(|(word, _)| *word == letters).map(|(_, delivery)| *delivery);
        own.or_else(other).ok_or_else(|| {
            let known = Delivery::EVERY.iter().map(|delivery| delivery.spelled());
            let others = DELIVERIES.iter().map(|(word, _)| *word);
            let near = closest(&letters, known.chain(others));
            let near = near.map(|near| {
                let other = DELIVERIES.iter().find(|(word, _)| *word == near);
                other.map_or(near, |(_, delivery)| delivery.word())
            });
            let near = near.and_then(|near| Delivery::ALL.into_iter().find(|delivery| delivery.word() == near));
            Why::UnknownDelivery(written, near.map(Delivery::word))
        })
    }

    /// Recipients stand behind one another, set off by a semicolon or a line.
    fn to(&self) -> Vec<Addressee> {
        let cell = self.row.cell(Column::To).unwrap_or_default();
        let named: Vec<_> = cell.split([';', '\n']).map(str::trim).filter(|one| !one.is_empty()).collect();
        if named.is_empty() {
            let before = self.before.map(|before| before.to.clone());
            return before.unwrap_or_else(|| vec![Addressee::Words(NOBODY_SAID_TO.to_owned())]);
        }
        named.into_iter().map(|one| Addressee::Words(one.to_owned())).collect()
    }

    fn optional(&self, column: Column, before: fn(&Inject) -> Option<String>) -> Option<String> {
        match self.row.cell(column) {
            Some(_) => self.row.line_of(column),
            None => self.before.and_then(before),
        }
    }

    fn notes(&self) -> Option<String> {
        match self.row.cell(Column::Notes) {
            Some(cell) => Some(cell.to_owned()).filter(|cell| !cell.is_empty()),
            None => self.before.and_then(|before| before.notes.clone()),
        }
    }
}

/// The number of an inject, with what a list may write before it: `7`, `#7`, `INJ-07`.
pub(super) fn number(written: &str) -> Option<u32> {
    let digits = written.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?;
    whole.filter(|number| (1..=9999).contains(number))
}
