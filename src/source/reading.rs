//! Reading one value of a file into its raw shape; what does not fit becomes a problem, and reading goes on.

use super::habits;
use super::problem::misspelt;
use super::slips::{Slip, slip};
use super::{Code, Problem, Problems, Span};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Most entries of a list, and most tables and clauses of the files that are read together.
pub(crate) const MOST_TABLES: usize = 30_000;

/// Something that a value of a file can be read into.
pub(crate) trait FromValue: Sized {
    /// What is expected, in words that fit after "expected".
    const EXPECTED: &'static str;

    /// Reads it; `None` after the problem was reported.
    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self>;
}

/// A table that knows where it stands.
pub(crate) trait Placed {
    /// Its header, or the braces of an inline table.
    fn place(&self) -> Span;
}

/// A table that is being read key by key.
pub(crate) struct Opened<'v, 'i> {
    table: &'v DeTable<'i>,
    pub span: Span,
    title: &'static str,
    /// Keys that a misspelt one perhaps meant; these are not reported as missing too.
    meant: Vec<&'static str>,
}

pub(crate) struct Reading<'a> {
    pub file: usize,
    pub text: &'a str,
    pub problems: &'a mut Problems,
    /// Whether what was taken without a word before is refused, because its author can still mend it.
    pub strict: bool,
    /// How many keys were read.
    keys: usize,
}

impl<'a> Reading<'a> {
    pub fn new(file: usize, text: &'a str, problems: &'a mut Problems) -> Self {
        Self { file, text, problems, strict: false, keys: 0 }
    }

    #[must_use]
    pub fn strict(self, strict: bool) -> Self {
        Self { strict, ..self }
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        Span { file: self.file, start: range.start, end: range.end }
    }

    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    pub fn problem(&mut self, code: Code, range: Range<usize>, message: impl AsRef<str>) {
        self.problems.add(Problem::new(code, self.span(range), message));
    }

    pub fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, expected: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a fraction",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.problem(Code::WrongType, value.span(), format!("Expected {expected}, found {found}."));
    }

    pub fn table<'v, 'i>(&mut self, value: &'v Spanned<DeValue<'i>>, expected: &str) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(value, expected);
        }
        table
    }

    /// Opens a table: reports every key that is not known.
    pub fn open<'v, 'i>(
        &mut self,
        value: &'v Spanned<DeValue<'i>>,
        known: &[&'static str],
        title: &'static str,
        expected: &str,
    ) -> Option<Opened<'v, 'i>> {
        let table = self.table(value, expected)?;
        let mut meant = Vec::new();
        for key in table.keys() {
            let written = key.get_ref().as_ref();
            if self.problems.is_full() {
                break;
            }
            if known.contains(&written) {
                continue;
            }
            let span = self.span(key.span());
            let message = format!("`{}` is not a key of {title}.", crate::base::text::cut(written, 60));
            let problem = Problem::new(Code::UnknownKey, span, message);
            let habit = habits::meant(written, known);
            let like = || misspelt(written, known).map(|key| (key, format!("Did you mean `{key}`?")));
            let problem = match habit.or_else(like) {
                Some((key, help)) => {
                    meant.push(key);
                    self.problems.lose(key);
                    problem.help(help)
                }
                None => {
                    self.problems.lose(title);
                    let elsewhere = habits::elsewhere(written).map(ToOwned::to_owned);
                    problem.help(elsewhere.unwrap_or_else(|| format!("Known keys: {}.", known.join(", "))))
                }
            };
            self.problems.add(problem);
        }
        Some(Opened { table, span: self.span(value.span()), title, meant })
    }

    /// A key that must be there. When it is not, the problem is reported and an empty value stands in, so that the
    /// rest of the table is still read.
    pub fn needed<T: FromValue + Default>(&mut self, opened: &Opened<'_, '_>, key: &'static str) -> T {
        if opened.table.contains_key(key) || opened.meant.contains(&key) {
            return self.optional(opened, key).unwrap_or_default();
        }
        let message = format!("{} needs the key `{key}`: {}.", opened.title, T::EXPECTED);
        self.problems.add(Problem::new(Code::MissingKey, opened.span, message));
        self.problems.lose(key);
        T::default()
    }

    pub fn optional<T: FromValue>(&mut self, opened: &Opened<'_, '_>, key: &'static str) -> Option<T> {
        let before = (self.problems.count(), self.keys);
        self.keys += 1;
        let read = T::from_value(opened.table.get(key)?, self);
        // A key of a table inside has taken the loss on itself.
        if self.problems.count() > before.0 && self.keys == before.1 + 1 {
            self.problems.lose(key);
        }
        read
    }
}

/// Parses one file's text; `None` after the problem was reported when it is not TOML.
pub(crate) fn parse<'t>(reading: &mut Reading<'t>) -> Option<Spanned<DeValue<'t>>> {
    let (document, mut errors) = DeTable::parse_recoverable(reading.text);
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    let mut told: Option<usize> = None;
    for error in &errors {
        let stopped = error.span().unwrap_or_default();
        // Of each line the first alone; the rest of it may follow from that.
        let same = told.is_some_and(|told| !reading.text.as_bytes()[told..stopped.start.max(told)].contains(&b'\n'));
        if same || reading.problems.is_full() {
            told = told.map(|told| told.max(stopped.start));
            continue;
        }
        let slip = slip(reading.text, stopped.clone(), error.message());
        // One slip can produce many errors further down; another is surely true only where nothing but its line was spoiled.
        let alone = slip.as_ref().is_some_and(|slip| slip.alone);
        if told.is_some() && !alone {
            break;
        }
        let stopped_at = stopped.start;
        not_toml(reading, error.message(), stopped, slip);
        told = Some(stopped_at);
        if !alone {
            break;
        }
    }
    if !errors.is_empty() {
        return None;
    }
    let span = document.span();
    Some(Spanned::new(span, DeValue::Table(document.into_inner())))
}

fn not_toml(reading: &mut Reading<'_>, said: &str, stopped: Range<usize>, slip: Option<Slip>) {
    let Some(slip) = slip else {
        let said = said.trim_end_matches('.');
        let code = if said.contains("recurs") { Code::NestedTooDeeply } else { Code::NotToml };
        return reading.problem(code, stopped, format!("This cannot be read as TOML: {said}."));
    };
    let problem = Problem::new(Code::NotToml, reading.span(slip.range), slip.message);
    reading.problems.add(problem.help(slip.help));
}

impl<T: FromValue> FromValue for Vec<T> {
    const EXPECTED: &'static str = "a list";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(array) = value.get_ref().as_array() else {
            reading.wrong_type(value, &format!("a list, each entry {}", T::EXPECTED));
            return None;
        };
        if array.len() > MOST_TABLES {
            let message = format!("This list has {} entries; {MOST_TABLES} are allowed.", array.len());
            reading.problem(Code::TooManyTables, value.span(), message);
            return None;
        }
        let mut read = Self::new();
        for element in array {
            if reading.problems.is_full() {
                break;
            }
            read.extend(T::from_value(element, reading));
        }
        Some(read)
    }
}
