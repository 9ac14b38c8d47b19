//! Instants with their offset from UTC, in one text form.

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, SecondsFormat, TimeZone, Timelike, Utc};
use std::fmt;

/// An instant as some clock showed it, with the offset that was in force. Kept to the millisecond.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Stamp(DateTime<FixedOffset>);

impl Stamp {
    /// Wraps an instant, cutting it to whole milliseconds so that text and value always agree.
    pub fn new(at: DateTime<FixedOffset>) -> Self {
        let excess = i64::from(at.timestamp_subsec_nanos() % 1_000_000);
        if excess == 0 { Self(at) } else { Self(at - Duration::nanoseconds(excess)) }
    }

    /// The beginning of 1970 in UTC, where any moment will do.
    pub fn epoch() -> Self {
        Self(DateTime::UNIX_EPOCH.fixed_offset())
    }

    /// The first moment of all calendars.
    pub(super) fn first() -> Self {
        Self::new(DateTime::<Utc>::MIN_UTC.fixed_offset())
    }

    /// The last moment of all calendars.
    pub(super) fn last() -> Self {
        Self::new(DateTime::<Utc>::MAX_UTC.fixed_offset())
    }

    /// Reads RFC 3339, the form in which stamps are stored.
    pub fn parse(text: &str) -> Option<Self> {
        stored(text).or_else(|| DateTime::parse_from_rfc3339(text).ok()).map(Self::new)
    }

    /// The stored form: RFC 3339 with milliseconds and a numeric offset (`Z` for UTC).
    pub fn to_text(self) -> String {
        let mut text = String::with_capacity(29);
        self.write_text(&mut text);
        text
    }

    /// Adds the stored form. A journal holds one for every entry and each is compared when it is read, so that the usual
    /// form is put together here and only the rest (leap seconds, years beyond 9999) is left to the calendar library.
    pub fn write_text(self, out: &mut String) {
        let (local, offset) = (self.0.naive_local(), self.0.offset().local_minus_utc());
        let (year, nanoseconds) = (local.year(), local.nanosecond());
        if !(0..=9999).contains(&year) || nanoseconds >= 1_000_000_000 || offset % 60 != 0 {
            out.push_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true));
            return;
        }
        digits(out, year.unsigned_abs(), 4);
        for (mark, number) in [('-', local.month()), ('-', local.day()), ('T', local.hour())] {
            out.push(mark);
            digits(out, number, 2);
        }
        for number in [local.minute(), local.second()] {
            out.push(':');
            digits(out, number, 2);
        }
        out.push('.');
        digits(out, nanoseconds / 1_000_000, 3);
        if offset == 0 {
            out.push('Z');
            return;
        }
        out.push(if offset < 0 { '-' } else { '+' });
        let minutes = offset.unsigned_abs() / 60;
        digits(out, minutes / 60, 2);
        out.push(':');
        digits(out, minutes % 60, 2);
    }

    pub fn instant(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// Whole seconds from `earlier` to this stamp; negative when the clock went back.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_seconds()
    }

    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + Duration::seconds(seconds))
    }

    /// The same for seconds that come from a file and may lie beyond all calendars.
    pub fn checked_plus_seconds(self, seconds: i64) -> Option<Self> {
        self.0.checked_add_signed(Duration::try_seconds(seconds)?).map(Self::new)
    }

    pub fn checked_plus_milliseconds(self, milliseconds: i64) -> Option<Self> {
        self.0.checked_add_signed(Duration::try_milliseconds(milliseconds)?).map(Self::new)
    }

    /// The stored form in UTC; such texts sort by time.
    pub fn to_utc_text(self) -> String {
        Self(self.0.with_timezone(&Utc).fixed_offset()).to_text()
    }

    /// `02:13`, for places where the day is known.
    pub fn clock(self) -> String {
        self.0.format("%H:%M").to_string()
    }

    /// `2026-11-22 02:13 +10:30`, for lists and exports.
    pub fn long(self) -> String {
        self.0.format("%Y-%m-%d %H:%M %:z").to_string()
    }

    /// The calendar day at this stamp's own offset.
    pub fn date(self) -> NaiveDate {
        self.0.date_naive()
    }
}

/// Adds a number with leading zeros.
fn digits(out: &mut String, number: u32, places: u32) {
    for place in (0..places).rev() {
        out.push(char::from(b'0' + (number / 10_u32.pow(place) % 10) as u8));
    }
}

/// Reads exactly the form `2026-11-22T02:13:44.120+10:30`, or with `Z` at the end; `None` for any other.
fn stored(text: &str) -> Option<DateTime<FixedOffset>> {
    let bytes = text.as_bytes();
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':'), (19, b'.')];
    if !marks.iter().all(|(at, mark)| bytes.get(*at) == Some(mark)) {
        return None;
    }
    let number = |at: usize, places: usize| {
        bytes
            .get(at..at + places)?
            .iter()
            .try_fold(0_u32, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
    };
    let day = NaiveDate::from_ymd_opt(number(0, 4)?.cast_signed(), number(5, 2)?, number(8, 2)?)?;
    let local = day.and_hms_milli_opt(number(11, 2)?, number(14, 2)?, number(17, 2)?, number(20, 3)?)?;
    let offset = match bytes.get(23..)? {
        b"Z" => 0,
        [sign @ (b'+' | b'-'), _, _, b':', _, _] => {
            let (hours, minutes) = (number(24, 2)?, number(27, 2)?);
            let seconds = (hours * 3600 + minutes * 60).cast_signed();
            (minutes < 60).then_some(if *sign == b'-' { -seconds } else { seconds })?
        }
        _ => return None,
    };
    FixedOffset::east_opt(offset)?.from_local_datetime(&local).single()
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}
