//! The leaves of the raw shapes: words, lists of clauses, dates, numbers and words from a fixed list.
//!
//! A value that is there and cannot be read is reported once. Something stands in for it, so that what goes with its key is not
//! reported as alone; the file is not used anyway.

use super::reading::{FromValue, Reading};
use super::{Code, Problem, Span};
use crate::base::text::{is_active, is_plain};
pub(crate) use crate::base::written::Word;
use chrono::NaiveDate;
use toml::Spanned;
use toml::de::DeValue;

/// A text of at most `MAX` characters. Texts of more than 1000 may have several lines.
#[derive(Clone, Default, Debug)]
pub(crate) struct Words<const MAX: usize> {
    /// Free of active signs; blanks at both ends are gone.
    pub text: String,
    /// Where the value stands, quotes included. The default is the span of a value that is missing.
    pub span: Span,
}

/// An identifier, a title, a label.
pub(crate) type Line = Words<200>;
/// A question or a statement in one line.
pub(crate) type Sentence = Words<1000>;
/// Several lines.
pub(crate) type Text = Words<4000>;

impl<const MAX: usize> Words<MAX> {
    /// Whether nothing was written at all; that is reported already.
    pub fn is_missing(&self) -> bool {
        self.span == Span::default()
    }
}

impl<const MAX: usize> FromValue for Words<MAX> {
    const EXPECTED: &'static str = "a text in quotes";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let span = reading.span(value.span());
        let Some(written) = value.get_ref().as_str() else {
            reading.wrong_type(value, Self::EXPECTED);
            return Some(Self { text: String::new(), span });
        };
        // Line ends of another system and tabs are only layout here.
        let plain = is_plain(written);
        let text = if plain {
            written.trim().to_owned()
        } else {
            written.replace("\r\n", "\n").replace('\t', " ").trim().to_owned()
        };
        if text.is_empty() {
            reading.problem(Code::EmptyText, value.span(), "This text is empty.");
        }
        // A text has at most as many characters as bytes.
        let length = if text.len() > MAX { text.chars().count() } else { 0 };
        if length > MAX {
            let message = format!("This text has {length} characters; {MAX} are allowed here.");
            reading.problem(Code::TooLong, value.span(), message);
        }
        let path = if plain { None } else { windows_path(reading.slice(span)).filter(|_| reading.strict) };
        if let Some(at) = path {
            let escape = &reading.slice(span)[at..at + 2];
            let message = format!("`{escape}` stands for a sign of its own here, not for a backslash.");
            let problem = Problem::new(
                Code::HiddenCharacter,
                Span { start: span.start + at, end: span.start + at + 2, ..span },
                message,
            );
            reading.problems.add(problem.help("Write the path in single quotes: 'C:\\temp', or each backslash twice."));
        } else if MAX <= 1000 && text.contains('\n') {
            reading.problem(Code::LineBreak, value.span(), "This text is shown on one line, but has a line break.");
        }
        // Signs that stand in the file as themselves are found by the scan of the whole file.
        let escaped = |c: &char| is_active(*c) && *c != '\n' && !reading.slice(span).contains(*c);
        if let Some(sign) = if plain || path.is_some() { None } else { text.chars().find(escaped) } {
            let message = format!("This text contains U+{:04X}, which acts on a screen unseen.", u32::from(sign));
            reading.problem(Code::HiddenCharacter, value.span(), message);
        }
        Some(Self { text, span })
    }
}

/// The escape in a path such as `"C:\temp"`, whose backslashes were meant as such.
fn windows_path(written: &str) -> Option<usize> {
    let bytes = written.as_bytes();
    let begins = |at: &usize| {
        let drive = *at >= 2 && bytes[at - 1] == b':' && bytes[at - 2].is_ascii_alphabetic();
        drive && bytes.get(at + 1).is_some_and(|escape| b"bfnrt".contains(escape))
    };
    written.starts_with('"').then(|| written.match_indices('\\').map(|(at, _)| at).find(begins))?
}

#[derive(Clone, Default, Debug)]
pub(crate) struct Cites {
    pub list: Vec<Line>,
    /// Where the value stands; the default when it is missing.
    pub span: Span,
}

impl FromValue for Cites {
    const EXPECTED: &'static str = "a clause in quotes, or a list of clauses";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let list = one_or_more(value, Self::EXPECTED, reading)?;
        Some(Self { list, span: reading.span(value.span()) })
    }
}

/// One role or several.
#[derive(Clone, Default, Debug)]
pub(crate) struct Roles(pub Vec<Line>);

impl FromValue for Roles {
    const EXPECTED: &'static str = "a role in quotes, or a list of roles";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        one_or_more(value, Self::EXPECTED, reading).map(Self)
    }
}

fn one_or_more(value: &Spanned<DeValue<'_>>, expected: &str, reading: &mut Reading<'_>) -> Option<Vec<Line>> {
    match value.get_ref() {
        DeValue::String(_) => Some(vec![Line::from_value(value, reading)?]),
        DeValue::Array(_) => Vec::from_value(value, reading),
        _ => {
            reading.wrong_type(value, expected);
            None
        }
    }
}

impl FromValue for bool {
    const EXPECTED: &'static str = "true or false, without quotes";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            reading.wrong_type(value, Self::EXPECTED);
        }
        flag
    }
}

/// A whole number from 1 to 100,000.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Whole {
    /// The number; 1 stands in for one that cannot be used.
    pub number: u32,
    /// Whether it can be used.
    pub sound: bool,
    pub span: Span,
}

impl FromValue for Whole {
    const EXPECTED: &'static str = "a whole number";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let span = reading.span(value.span());
        let Some(integer) = value.get_ref().as_integer() else {
            reading.wrong_type(value, Self::EXPECTED);
            return Some(Self { number: 1, sound: false, span });
        };
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
        let number = number.filter(|n| (1..=100_000).contains(n));
        if number.is_none() {
            reading.problem(Code::NumberOutOfRange, value.span(), "This number must be from 1 to 100,000.");
        }
        Some(Self { number: number.unwrap_or(1), sound: number.is_some(), span })
    }
}

#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Day {
    pub date: NaiveDate,
    pub span: Span,
}

impl FromValue for Day {
    const EXPECTED: &'static str = "a date such as 2018-08-21, without quotes";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let parts = value.get_ref().as_datetime().filter(|d| d.time.is_none()).and_then(|d| d.date);
        let date = parts.and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into()));
        if date.is_none() {
            reading.wrong_type(value, Self::EXPECTED);
        }
        Some(Self { date: date?, span: reading.span(value.span()) })
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Chosen<T> {
    /// What it stands for; the first of the list stands in for a word that is none of them.
    pub value: T,
    pub sound: bool,
    pub span: Span,
}

impl<T: Word> Default for Chosen<T> {
    /// Stands in for a word that is missing, which is reported.
    fn default() -> Self {
        Self { value: T::EVERY[0], sound: false, span: Span::default() }
    }
}

impl<T: Word> FromValue for Chosen<T> {
    const EXPECTED: &'static str = "one of a few words, in quotes";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let span = reading.span(value.span());
        let Some(written) = value.get_ref().as_str() else {
            reading.wrong_type(value, Self::EXPECTED);
            return Some(Self { span, ..Self::default() });
        };
        let known = || T::EVERY.iter().map(|word| word.spelled());
        let found = T::of_word(written);
        if found.is_none() {
            let shown = crate::base::text::cut(written, 60);
            let list = known().collect::<Vec<_>>().join(", ");
            let problem = Problem::new(Code::UnknownWord, span, format!("`{shown}` is not one of: {list}."));
            reading.problems.add_similar(problem, written, known());
        }
        Some(Self { value: found.unwrap_or(T::EVERY[0]), sound: found.is_some(), span })
    }
}
