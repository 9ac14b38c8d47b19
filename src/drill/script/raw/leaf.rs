//! The leaves that only scripts have: minutes, moments, numbers of injects, kept columns.

use crate::source::reading::{FromValue, Reading};
use crate::source::value::{Line, Text};
use crate::source::{Code, Span};
use chrono::{FixedOffset, NaiveDate, NaiveDateTime};
use toml::Spanned;
use toml::de::DeValue;

/// Most minutes of anything in a script: one working day.
pub(in crate::drill::script) const MOST_MINUTES: u32 = 480;

/// Minutes, 0 to 480.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::drill::script) struct Minutes {
    pub number: u32,
    /// Whether it can be used.
    pub sound: bool,
    pub span: Span,
}

impl FromValue for Minutes {
    const EXPECTED: &'static str = "a number of minutes from 0 to 480";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let number = whole(value, Self::EXPECTED, reading, |number| number <= MOST_MINUTES, "from 0 to 480 minutes");
        Some(Self { number: number.unwrap_or(0), sound: number.is_some(), span: reading.span(value.span()) })
    }
}

/// The number of an inject, 1 to 9,999.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::drill::script) struct Number {
    pub value: u32,
    /// Whether it can be used.
    pub sound: bool,
    pub span: Span,
}

impl FromValue for Number {
    const EXPECTED: &'static str = "a number from 1 to 9,999";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let number = whole(value, Self::EXPECTED, reading, |number| (1..=9999).contains(&number), "from 1 to 9,999");
        Some(Self { value: number.unwrap_or(1), sound: number.is_some(), span: reading.span(value.span()) })
    }
}

fn whole(
    value: &Spanned<DeValue<'_>>,
    expected: &str,
    reading: &mut Reading<'_>,
    fits: fn(u32) -> bool,
    range: &str,
) -> Option<u32> {
    let Some(integer) = value.get_ref().as_integer() else {
        reading.wrong_type(value, expected);
        return None;
    };
    let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|number| fits(*number));
    if number.is_none() {
        reading.problem(Code::NumberOutOfRange, value.span(), format!("This number must be {range}."));
    }
    number
}

/// A day and a time of day, with or without its offset from UTC.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::drill::script) struct Moment {
    pub local: NaiveDateTime,
    pub offset: Option<FixedOffset>,
    pub span: Span,
}

impl FromValue for Moment {
    const EXPECTED: &'static str = "a day and a time such as 2026-11-13T15:30:00+11:00, without quotes";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let written = value.get_ref().as_datetime().filter(|written| written.date.is_some() && written.time.is_some());
        let Some((date, time)) = written.and_then(|written| written.date.zip(written.time)) else {
            reading.wrong_type(value, Self::EXPECTED);
            return None;
        };
        let day = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
        let seconds = u32::from(time.second.unwrap_or_default());
        let local = day.and_then(|day| day.and_hms_opt(time.hour.into(), time.minute.into(), seconds));
        let offset = written.and_then(|written| written.offset).map(|offset| match offset {
            toml::value::Offset::Z => FixedOffset::east_opt(0),
            toml::value::Offset::Custom { minutes } => FixedOffset::east_opt(i32::from(minutes) * 60),
        });
        let (Some(local), false) = (local, offset == Some(None)) else {
            reading.problem(Code::NumberOutOfRange, value.span(), "There is no such day or time.");
            return None;
        };
        Some(Self { local, offset: offset.flatten(), span: reading.span(value.span()) })
    }
}

/// Columns of a list that this program does not use: heading and cell.
#[derive(Default, Debug)]
pub(in crate::drill::script) struct Kept(pub Vec<(Line, Text)>);

impl FromValue for Kept {
    const EXPECTED: &'static str = "a table of headings and cells";

    fn from_value(value: &Spanned<DeValue<'_>>, reading: &mut Reading<'_>) -> Option<Self> {
        let table = reading.table(value, Self::EXPECTED)?;
        let mut kept = Vec::new();
        for (key, value) in table {
            if reading.problems.is_full() {
                break;
            }
            let heading = Line { text: key.get_ref().to_string(), span: reading.span(key.span()) };
            kept.extend(Text::from_value(value, reading).map(|cell| (heading, cell)));
        }
        kept.sort_by_key(|(heading, _)| heading.span);
        Some(Self(kept))
    }
}

#[cfg(test)]
mod schema {
    use super::{Kept, Minutes, Moment, Number};
    use crate::source::value_schema::leaf;
    use schemars::json_schema;

    leaf! {
        [] Minutes: |_| json_schema!({ "type": "integer", "minimum": 0, "maximum": super::MOST_MINUTES });
        [] Number: |_| json_schema!({ "type": "integer", "minimum": 1, "maximum": 9999 });
        [] Moment: |_| json_schema!({ "type": "string", "format": "date-time" });
        [] Kept: |_| json_schema!({ "type": "object", "additionalProperties": { "type": "string" } });
    }
}
