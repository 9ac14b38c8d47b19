//! A length of time as it stands in a file: `within = "72h"`.

use crate::base::Length;
use crate::base::length::LENGTHS;
use crate::base::text::cut;
use crate::source::reading::{FromValue, Reading};
use crate::source::{Code, Problem, Span};
use toml::Spanned;
use toml::de::DeValue;

/// A length and where it stands; one hour stands in for what cannot be read, which is reported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lasting {
    pub length: Length,
    pub span: Span,
}

impl FromValue for Lasting {
    const EXPECTED: &'static str = "a length of time in quotes, such as \"72h\" or \"30 days\"";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let span = reading.span(value.span());
        let Some(written) = value.get_ref().as_str() else {
            reading.wrong_type(value, Self::EXPECTED);
            return Some(Self { length: Length::Hours(1), span });
        };
        let length = Length::parse(written);
        if length.is_none() {
            let message = format!("`{}` is not a length of time.", cut(written, 60));
            let problem = Problem::new(Code::BadLength, span, message);
            reading.problems.add(problem.help(help(written)));
        }
        Some(Self { length: length.unwrap_or(Length::Hours(1)), span })
    }
}

/// What to write instead.
fn help(written: &str) -> String {
    let written = written.to_ascii_lowercase();
    let unit = |words: &[&str]| words.iter().any(|word| written.contains(word));
    if unit(&["working", "business", "workday"]) {
        return "Working days are not counted, since there is no calendar of holidays. Write the days that the policy means at \
                most, and the policy's words in `say` or `word`."
            .into();
    }
    if unit(&["week"]) {
        return "Write weeks as days, such as `14 days`.".into();
    }
    if unit(&["year"]) {
        return "Write years as months, such as `12 months`.".into();
    }
    format!("Write {LENGTHS}: one number of at most fifty years, and one unit.")
}

#[cfg(test)]
crate::source::value_schema::leaf! {
    [] Lasting: |_| schemars::json_schema!({
        "type": "string",
        "pattern": "^ *[1-9][0-9]* *(min|minutes?|h|hours?|days?|months?) *$",
    });
}
