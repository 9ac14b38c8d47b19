//! A cell of a list: read as its column takes it, and shown.

use crate::base::text::{cut, inert_line};
use crate::base::{EventTime, NO_CURRENCY, Now, Precision, Stamp, Typed};
use crate::case::cells::NAME;
use crate::case::{CaseState, Cells, ListRow, TakenFile};
use crate::journal::EntryId;
use crate::judge::Answer;
use crate::judge::types::answer;
use crate::playbook::Playbook;
use crate::playbook::question::{AnswerType, Question};
use crate::playbook::register::{Column, ColumnKind};
use chrono::NaiveDate;

/// Reads what was typed into its stored form, with what should be said of a time that could have meant another.
///
/// # Errors
/// A sentence that says what the column takes.
pub fn read(column: &Column, currency: [u8; 3], text: &str, now: Now) -> Result<Typed<String>, String> {
    let text = text.trim();
    let of = |value| Typed { value, note: None };
    if text.contains(['\n', '\r']) && column.kind != ColumnKind::Words {
        return Err("This is more than one line.".into());
    }
    if text.is_empty() {
        return Ok(of(String::new()));
    }
    if column.kind == ColumnKind::When
        && let Some(time) = ahead(column, text, now)
    {
        return Ok(of(Answer::When(time).to_text()));
    }
    if let Some(question) = question(column, currency) {
        let read = Answer::read(&question, text, now).map_err(|why| why.says)?;
        return Ok(Typed { value: read.value.to_text(), note: read.note });
    }
    match column.kind {
        ColumnKind::One => option(column, text).map(|option| of(option.to_owned())),
        ColumnKind::Many => {
            let mut named: Vec<&str> = Vec::new();
            for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
                named.push(option(column, part)?);
            }
            // In the order of the options, so that the same choice is the same text.
            let chosen = column.options.iter().filter(|option| named.contains(&option.as_str()));
            Ok(of(chosen.map(String::as_str).collect::<Vec<_>>().join(", ")))
        }
        ColumnKind::Day => day(column, text, now).map(|day| of(day.to_string())),
        _ => Ok(of(text.to_owned())),
    }
}

/// One of the options: itself in any capitals, or its number.
fn option<'c>(column: &'c Column, text: &str) -> Result<&'c str, String> {
    let number = text.parse::<usize>().ok().and_then(|number| column.options.get(number.checked_sub(1)?));
    let found = column.options.iter().find(|option| option.to_lowercase() == text.to_lowercase()).or(number);
    let refused = || format!("\"{}\" is not one of them. {}", cut(text, 60), takes(column, NO_CURRENCY));
    found.map(String::as_str).ok_or_else(refused)
}

/// Columns of the lists of every case in which a time without its year or day is one to come.
const AHEAD: [&str; 2] = ["due", "keep_until"];

/// A time to come, in a column of such: a whole day, or a moment. `None` where the text is read as in any other column.
fn ahead(column: &Column, text: &str, now: Now) -> Option<EventTime> {
    if !AHEAD.contains(&column.id.as_str()) {
        return None;
    }
    if let Ok(day) = Stamp::read_day_ahead(text, now) {
        return Some(EventTime::Window(Some(now.zone.begin(day)?), Some(now.zone.end(day)?)));
    }
    Stamp::read_ahead(text, now)
        .ok()
        .filter(|read| read.note.is_none())
        .map(|read| EventTime::Point(read.value, Precision::Exact))
}

/// A day, past or to come.
fn day(column: &Column, text: &str, now: Now) -> Result<NaiveDate, String> {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return Ok(day);
    }
    if let Some(EventTime::Window(Some(from), _)) = ahead(column, text, now) {
        return Ok(from.date());
    }
    let read = EventTime::read(text, now).map_err(|why| format!("{why} {}", why.hint()))?;
    match read.value {
        EventTime::Point(at, _) => Ok(at.date()),
        EventTime::Window(Some(from), Some(to)) if from.date() == to.date() => Ok(from.date()),
        EventTime::Window(..) => Err("This is more than one day. It takes a day: 22 Nov 2026, yesterday.".into()),
    }
}

/// What a cell takes, as a sentence; empty for words.
pub fn takes(column: &Column, currency: [u8; 3]) -> String {
    match column.kind {
        ColumnKind::One => format!("It takes one of: {}.", column.options.join(", ")),
        ColumnKind::Many => format!("It takes any of these, separated by commas: {}.", column.options.join(", ")),
        ColumnKind::Day => "It takes a day: 22 Nov 2026, yesterday.".into(),
        ColumnKind::Role => "It takes a role, by its name.".into(),
        ColumnKind::Phase => "It takes a step, by its name.".into(),
        ColumnKind::Clause => "It takes a clause of the policy, by its number there.".into(),
        ColumnKind::Row => "It takes a row, by its label or its entry: E-3, k4-12.".into(),
        ColumnKind::Entry => "It takes an entry: k4-12.".into(),
        ColumnKind::File => "It takes the path of a file, which is copied into the case.".into(),
        _ => question(column, currency).map_or_else(String::new, |question| answer::takes(&question)),
    }
}

/// What a cell of a typed column holds; `None` for words and options, and where its column cannot read it.
pub fn value(column: &Column, currency: [u8; 3], stored: &str, state: &CaseState) -> Option<Answer> {
    let opened = state.opening.as_ref().map_or_else(Stamp::epoch, |opening| opening.at);
    Answer::parse_typed(&question(column, currency)?, stored, opened).ok()
}

/// What a cell holds, for people; what its column cannot read stands as it is.
pub fn show(column: &Column, stored: &str, now: Now) -> String {
    let currency = NO_CURRENCY;
    match column.kind {
        ColumnKind::Row | ColumnKind::Entry => return reference(stored).0.to_owned(),
        ColumnKind::File => {
            return TakenFile::parse(stored).map_or_else(|| stored.to_owned(), |file| of_file(&file, now));
        }
        ColumnKind::Day => {
            let day = NaiveDate::parse_from_str(stored, "%Y-%m-%d");
            return day.map_or_else(|_| stored.to_owned(), |day| day.format("%-d %b %Y").to_string());
        }
        _ => {}
    }
    let read = question(column, currency).and_then(|question| {
        let read = Answer::parse_typed(&question, stored, now).ok()?;
        Some(read.show(&question, now))
    });
    read.unwrap_or_else(|| stored.to_owned())
}

/// Cells in words, behind the titles of their columns: `Ana Example; State of residence: Ohio`.
pub fn words(playbook: Option<&Playbook>, register: &str, cells: &Cells, now: Now) -> String {
    let columns = playbook.and_then(|playbook| playbook.register(register)).map(|register| &register.columns);
    let label =
        |id: &str| columns.into_iter().flatten().find(|known| known.id.as_str() == id).map(|known| &*known.label);
    let shown = |(id, text): &(String, String)| {
        let text = shown(playbook, register, id, text, now);
        if matches!(id.as_str(), "" | NAME) { text } else { format!("{}: {text}", label(id).unwrap_or(id)) }
    };
    cells.0.iter().map(shown).collect::<Vec<_>>().join("; ")
}

/// What a cell holds, for people, by the id of its column.
pub fn shown(playbook: Option<&Playbook>, register: &str, column: &str, text: &str, now: Now) -> String {
    let columns = playbook.and_then(|playbook| playbook.register(register)).map(|register| &register.columns);
    let column = columns.into_iter().flatten().find(|known| known.id.as_str() == column);
    match (column, playbook) {
        (Some(column), Some(playbook)) => titled(playbook, column, text, now),
        (Some(column), None) => show(column, text, now),
        (None, _) => text.to_owned(),
    }
}

/// What a cell holds, for people, with the titles of roles, steps and items in place of their ids.
pub fn titled(playbook: &Playbook, column: &Column, text: &str, now: Now) -> String {
    let title = match column.kind {
        ColumnKind::Role => playbook.role(text).map(|role| &role.title),
        ColumnKind::Phase => playbook.phases.iter().find(|phase| phase.id.as_str() == text).map(|phase| &phase.title),
        ColumnKind::Entry => playbook.item(text).map(|item| &item.title),
        _ => None,
    };
    title.map_or_else(|| show(column, text, now), String::clone)
}

/// `report.pdf, 1,234 bytes, changed 22 Nov 02:13, SHA-256 9f86d0..`.
fn of_file(file: &TakenFile, now: Now) -> String {
    let changed = file.changed.map_or_else(String::new, |at| format!(", changed {}", at.short_in(now)));
    format!("{}, {} bytes{changed}, SHA-256 {}", inert_line(&file.name), grouped(file.bytes), file.sha256)
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group)).collect();
    groups.join(",")
}

/// A cell that names a row or an entry: how it was called when it was written, and the entry, which never moves.
pub fn reference(stored: &str) -> (&str, Option<EntryId>) {
    let parts = stored.rsplit_once(' ').and_then(|(called, id)| Some((called, EntryId::parse(id)?)));
    parts.map_or((stored, EntryId::parse(stored)), |(called, id)| (called, Some(id)))
}

/// A cell in which entries that did not see each other say different things.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contradiction {
    /// The entry that added the row, as a position in the log.
    pub row: usize,
    /// What the row is called.
    pub name: String,
    /// The column by its identifier; empty where the whole entry was put right twice.
    pub column: String,
    /// The entries, as positions in the log, each with what it says for people.
    pub said: Vec<(usize, String)>,
}

/// The cells of a row that contradict themselves.
pub fn contradictions(playbook: &Playbook, state: &CaseState, row: &ListRow, now: Now) -> Vec<Contradiction> {
    let list = row.register.as_str();
    let found = state.contradictions(row).map(|(column, said)| Contradiction {
        row: row.at,
        name: state.row_name(row),
        column: column.to_owned(),
        said: said.iter().map(|(at, text)| (*at, shown(Some(playbook), list, column, text, now))).collect(),
    });
    found.collect()
}

impl Contradiction {
    /// `Ana Example (k4-3), residence: Ohio (k4-7) or Iowa (m2-4)? Whoever knows changes the row.`
    pub fn words(&self, state: &CaseState) -> String {
        let said = self.said.iter().map(|(at, text)| {
            let text = if text.is_empty() { "nothing" } else { text };
            format!("{text} ({})", state.name(*at))
        });
        let said = said.collect::<Vec<_>>().join(" or ");
        let Self { name, column, .. } = self;
        if column.is_empty() {
            return format!("{name} was put right twice, and both are added up: {said}. Strike out the wrong one.");
        }
        format!("{name} ({}), {column}: {said}? Whoever knows changes the row.", state.name(self.row))
    }
}

/// The question whose answers a typed cell takes; `None` for words and options.
fn question(column: &Column, currency: [u8; 3]) -> Option<Question> {
    let answer = match column.kind {
        ColumnKind::Line
        | ColumnKind::Words
        | ColumnKind::Person
        | ColumnKind::One
        | ColumnKind::Many
        | ColumnKind::Day
        | ColumnKind::Role
        | ColumnKind::Place
        | ColumnKind::Phase
        | ColumnKind::Clause
        | ColumnKind::Row
        | ColumnKind::Entry
        | ColumnKind::File => return None,
        ColumnKind::When => AnswerType::When,
        ColumnKind::Count => AnswerType::Number,
        ColumnKind::Hours => AnswerType::Duration,
        ColumnKind::Money => AnswerType::Money,
        ColumnKind::YesNo => AnswerType::YesNo,
    };
    Some(Question {
        answer,
        options: Vec::new(),
        other: false,
        prompts: Vec::new(),
        currency,
        from_review: None,
        for_each: None,
    })
}
