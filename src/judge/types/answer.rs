//! Answers: what a person types for a question, and the value it means. The one reader behind the screens, the plain walk
//! and the command line.

use crate::base::{Count, EventTime, Now, Sum, Typed, Unread, span};
use crate::playbook::question::{AnswerType, Question};
use std::fmt::Write as _;

/// Longest answer, in bytes. A block of a journal holds 64 KiB with its escapes.
pub const MAX_ANSWER: usize = 32 * 1024;
/// Most rows in a list answer.
pub const MAX_ROWS: usize = 500;

#[derive(Clone, PartialEq, Debug)]
pub enum Answer {
    /// Not known yet. Never the same as no.
    Unknown,
    YesNo(bool),
    /// One option, or words of the person's own.
    One(String),
    /// Options, perhaps none, and words of the person's own.
    Many(Vec<String>),
    Number(Count),
    Money(Sum),
    When(EventTime),
    Duration(u64),
    Text(String),
    /// A list; each row starts with its name, then `column=value`.
    Rows(Vec<String>),
}

/// The whole answer to a question for a list that has no rows.
const NONE: &str = "none";

/// Marks an answer outside the options in the stored form.
pub const OTHER: &str = "other: ";

/// Why something typed is no answer: a sentence with what the question takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unanswered {
    pub says: String,
    /// Whether several rows were perhaps meant, which go one to a line.
    pub several_rows: bool,
}

impl From<String> for Unanswered {
    fn from(says: String) -> Self {
        Self { says, several_rows: false }
    }
}

impl Answer {
    /// Reads what a person typed. The stored form of every answer reads back as the same answer.
    ///
    /// # Errors
    /// A sentence that says what the question takes.
    pub fn parse_typed(question: &Question, text: &str, now: impl Into<Now>) -> Result<Self, Unanswered> {
        Self::read(question, text, now).map(|read| read.value)
    }

    /// The same, with what should be said of a time that could have meant another.
    pub fn read(question: &Question, text: &str, now: impl Into<Now>) -> Result<Typed<Self>, Unanswered> {
        let text = text.trim();
        let of = |value| Typed { value, note: None };
        let stored = crate::journal::stored_len(text);
        if stored > MAX_ANSWER {
            return Err(format!(
                "The answer is {stored} bytes long; at most {MAX_ANSWER} fit into one entry. Shorten it, or put the rest into a note."
            )
            .into());
        }
        if is_unknown(question.answer, text) {
            return Ok(of(Self::Unknown));
        }
        if text.is_empty() {
            return Err(format!("Nothing was typed. {}", takes(question)).into());
        }
        let parsed = match question.answer {
            AnswerType::YesNo => yes_no(text).map(Self::YesNo),
            AnswerType::OneOf => option(question, text).map(Self::One),
            AnswerType::ManyOf => many(question, text),
            AnswerType::Number => Count::parse_typed(text).map(Self::Number),
            AnswerType::Money => Sum::parse_typed(text, question.currency).map(Self::Money),
            AnswerType::When => {
                let read = EventTime::read(text, now);
                match read {
                    Ok(read) => return Ok(Typed { value: Self::When(read.value), note: read.note }),
                    Err(Unread::NotATime(_)) => None,
                    Err(why) => return Err(format!("{why} {}", why.hint()).into()),
                }
            }
            AnswerType::Duration => span::parse_typed(text).map(Self::Duration),
            AnswerType::Text | AnswerType::Person => Some(Self::Text(text.to_owned())),
            _ if text.eq_ignore_ascii_case(NONE) => Some(Self::Rows(Vec::new())),
            list => return rows(list, text).map(of),
        };
        parsed.map(of).ok_or_else(|| {
            format!("\"{}\" is not an answer here. {}", crate::base::text::cut(text, 60), takes(question)).into()
        })
    }

    pub fn to_text(&self) -> String {
        match self {
            Self::Unknown => "unknown".into(),
            Self::YesNo(yes) => if *yes { "yes" } else { "no" }.into(),
            Self::One(text) | Self::Text(text) => text.clone(),
            Self::Many(chosen) if chosen.is_empty() => "none".into(),
            Self::Many(chosen) => chosen.join(", "),
            Self::Number(count) => count.to_text(),
            Self::Money(sum) => sum.to_text(),
            Self::When(time) => time.to_text(),
            Self::Duration(seconds) => humantime::format_duration(std::time::Duration::from_secs(*seconds)).to_string(),
            Self::Rows(rows) if rows.is_empty() => NONE.into(),
            Self::Rows(rows) => rows.join("\n"),
        }
    }

    /// For people: labels instead of ids, local times, counts of rows.
    pub fn show(&self, question: &Question, now: impl Into<Now>) -> String {
        let label = |id: &String| {
            question.options.iter().find(|o| o.id.as_str() == id).map_or_else(|| id.clone(), |o| o.label.clone())
        };
        match self {
            Self::Unknown => "Not known yet".into(),
            Self::YesNo(yes) => if *yes { "Yes" } else { "No" }.into(),
            Self::One(id) => label(id),
            Self::Many(chosen) if chosen.is_empty() => "None of them".into(),
            Self::Many(chosen) => chosen.iter().map(label).collect::<Vec<_>>().join(", "),
            Self::When(time) => time.short_in(now),
            Self::Duration(seconds) => span::short(i64::try_from(*seconds).unwrap_or(i64::MAX)),
            Self::Rows(rows) if rows.is_empty() => "None".into(),
            Self::Rows(rows) if rows.len() > 1 => format!("{} ({} in all)", rows[0], rows.len()),
            other => other.to_text(),
        }
    }
}

/// What a question takes, as a sentence: the help of every form and every refusal.
pub fn takes(question: &Question) -> String {
    let mut say = match question.answer {
        AnswerType::YesNo => "It takes yes, no".into(),
        AnswerType::OneOf => format!("It takes one of: {}", options(question)),
        AnswerType::ManyOf => {
            format!("It takes any of these, separated by commas, or none: {}", options(question))
        }
        AnswerType::Number => "It takes a whole number: 120, about 120, 80 to 120, more than 100, at least 100, fewer than 100, up to 100".into(),
        AnswerType::Money => "It takes an amount: 1,500.00, about 1,500, 1,000 to 2,000, more than 1,000, up to 2,000".into(),
        AnswerType::When => "It takes a time: 02:13, yesterday 23:40, 20m ago, about 01:00, 22:00 to 02:13, 28 Nov 2026 16:00, 16:37 UTC, 15 Jun 2017".into(),
        AnswerType::Duration => "It takes a span of time with its unit: 45min, 2h 30m, 3 days".into(),
        AnswerType::Text => "It takes words".into(),
        AnswerType::Person => "It takes a name".into(),
        list => {
            let columns = list.columns();
            format!(
                "It takes one line each: {}; {}; or {NONE}",
                columns[0],
                columns[1..].join("=...; ") + "=..."
            )
        }
    };
    if question.other {
        let _ = write!(say, "; or \"{OTHER}\" and your own words");
    }
    say.push_str("; or unknown.");
    say
}

fn options(question: &Question) -> String {
    let ids: Vec<_> = question.options.iter().map(|o| o.id.as_str()).collect();
    ids.join(", ")
}

/// The short forms are taken only where they cannot be somebody's words.
fn is_unknown(kind: AnswerType, text: &str) -> bool {
    let words = matches!(kind, AnswerType::Text | AnswerType::Person) || !kind.columns().is_empty();
    let any = |forms: &[&str]| forms.iter().any(|form| text.eq_ignore_ascii_case(form));
    any(&["unknown", "not known yet"]) || (!words && any(&["u", "?", "not known"]))
}

fn yes_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "y" | "yes" | "true" => Some(true),
        "n" | "no" | "false" => Some(false),
        _ => None,
    }
}

/// An option by its id, its label or its number, or words of the person's own where the question allows them.
fn option(question: &Question, text: &str) -> Option<String> {
    let found = question.options.iter().enumerate().find(|(at, option)| {
        text.eq_ignore_ascii_case(option.id.as_str())
            || text.eq_ignore_ascii_case(&option.label)
            || text == (at + 1).to_string()
    });
    if let Some((_, option)) = found {
        return Some(option.id.to_string());
    }
    let own = text.strip_prefix(OTHER.trim_end())?.trim();
    (question.other && !own.is_empty()).then(|| format!("{OTHER}{own}"))
}

fn many(question: &Question, text: &str) -> Option<Answer> {
    if text.eq_ignore_ascii_case("none") {
        return Some(Answer::Many(Vec::new()));
    }
    // Words of the person's own may hold commas, so they stand last.
    let (listed, own) = match text.find(OTHER.trim_end()) {
        Some(at) => (&text[..at], Some(&text[at..])),
        None => (text, None),
    };
    let mut chosen = Vec::new();
    let parts = listed.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    for part in parts.chain(own) {
        let id = option(question, part)?;
        if !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    // The stored order is the playbook's order, so that the same choice is the same text.
    chosen.sort_by_key(|id| question.options.iter().position(|o| o.id.as_str() == id).unwrap_or(usize::MAX));
    (!chosen.is_empty()).then_some(Answer::Many(chosen))
}

fn rows(kind: AnswerType, text: &str) -> Result<Answer, Unanswered> {
    let columns = kind.columns();
    let mut rows = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut cells = line.split(';').map(str::trim);
        let name = cells.next().unwrap_or_default();
        if name.is_empty() {
            return Err(format!("Line {} has no name before the first \";\".", rows.len() + 1).into());
        }
        let mut row = name.to_owned();
        for cell in cells.filter(|cell| !cell.is_empty()) {
            let known = cell.split_once('=').filter(|(key, _)| columns[1..].contains(&key.trim()));
            match known {
                Some((key, value)) => {
                    let _ = write!(row, "; {}={}", key.trim(), value.trim());
                }
                None => return Err(not_a_column(cell, rows.len() + 1, columns)),
            }
        }
        rows.push(row);
    }
    match rows.len() {
        0 => Err("The list is empty. Write one line each, none, or unknown.".to_owned().into()),
        n if n > MAX_ROWS => {
            Err(format!("The list has {n} lines; at most {MAX_ROWS} fit. Attach the rest as evidence.").into())
        }
        _ => Ok(Answer::Rows(rows)),
    }
}

/// Why a cell is refused. Without a "=" it was perhaps meant as the next row.
fn not_a_column(cell: &str, line: usize, columns: &[&str]) -> Unanswered {
    let says = format!(
        "\"{}\" in line {line} is not one of the columns: {}. Write column=value.",
        crate::base::text::cut(cell, 40),
        columns[1..].join(", ")
    );
    Unanswered { says, several_rows: !cell.contains('=') }
}
