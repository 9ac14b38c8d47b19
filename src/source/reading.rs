//! Reading one value of a file into its raw shape; what does not fit becomes a problem, and reading goes on.

use super::{Code, Problem, Problems, Span, closest};
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
}

impl Reading<'_> {
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
            let habit = habit(written).filter(|key| known.contains(key));
            let problem = match habit.or_else(|| closest(written, known.iter().copied())) {
                Some(key) => {
                    meant.extend(known.iter().find(|known| **known == key));
                    problem.help(format!("Did you mean `{key}`?"))
                }
                None => problem.help(format!("Known keys: {}.", known.join(", "))),
            };
            self.problems.add(problem);
        }
        Some(Opened { table, span: self.span(value.span()), title, meant })
    }

    /// A key that must be there. When it is not, the problem is reported and an empty value stands in, so that the
    /// rest of the table is still read.
    pub fn needed<T: FromValue + Default>(&mut self, opened: &Opened<'_, '_>, key: &str) -> T {
        if opened.table.contains_key(key) || opened.meant.contains(&key) {
            return self.optional(opened, key).unwrap_or_default();
        }
        let message = format!("{} needs the key `{key}`: {}.", opened.title, T::EXPECTED);
        self.problems.add(Problem::new(Code::MissingKey, opened.span, message));
        T::default()
    }

    pub fn optional<T: FromValue>(&mut self, opened: &Opened<'_, '_>, key: &str) -> Option<T> {
        T::from_value(opened.table.get(key)?, self)
    }
}

/// Keys that people bring from other formats.
fn habit(written: &str) -> Option<&'static str> {
    Some(match written {
        "cites" | "clause" | "source" => "cite",
        "condition" => "if",
        "only_if" => "when",
        "name" => "title",
        "type" => "answer",
        "text" | "question" | "prompt" => "ask",
        "description" => "detail",
        "strength" | "modality" => "verb",
        _ => return None,
    })
}

/// Parses one file's text; `None` after the problem was reported when it is not TOML.
pub(crate) fn parse<'t>(reading: &mut Reading<'t>) -> Option<Spanned<DeValue<'t>>> {
    let (document, errors) = DeTable::parse_recoverable(reading.text);
    // One slip can produce many errors further down; only the first is surely true.
    if let Some(error) = errors.into_iter().min_by_key(|e| e.span().map_or(0, |s| s.start)) {
        if let Some((header, name)) = one_of_a_list(reading.text, error.span()) {
            let message = format!("`[{name}]` makes one table of what is a list in this file.");
            let problem = Problem::new(Code::NotToml, reading.span(header), message);
            reading.problems.add(problem.help(format!("Write `[[{name}]]`, with two brackets, each time.")));
            return None;
        }
        let message = error.message().trim_end_matches('.');
        let code = if message.contains("recurs") { Code::NestedTooDeeply } else { Code::NotToml };
        let says = format!("This cannot be read as TOML: {message}.");
        reading.problem(code, error.span().unwrap_or_default(), says);
        return None;
    }
    let span = document.span();
    Some(Spanned::new(span, DeValue::Table(document.into_inner())))
}

/// The header `[name]` before the `[[name]]` at which reading stopped: the slip is the first of the two, where the parser names the
/// second.
fn one_of_a_list(text: &str, stopped: Option<Range<usize>>) -> Option<(Range<usize>, &str)> {
    let stopped = stopped?.start;
    let line_start = text.get(..stopped)?.rfind('\n').map_or(0, |at| at + 1);
    let name = text[line_start..].lines().next()?.trim().strip_prefix("[[")?.split_once("]]")?.0.trim();
    let mut start = 0;
    for line in text[..line_start].split_inclusive('\n') {
        let shown = line.trim();
        let inside = shown.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        if inside.is_some_and(|(inside, _)| inside.trim() == name) {
            let from = start + (line.len() - line.trim_start().len());
            return Some((from..from + shown.len(), name));
        }
        start += line.len();
    }
    None
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
