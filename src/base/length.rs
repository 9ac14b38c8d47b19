//! Lengths of time that a policy or a law gives: `30min`, `72h`, `30 days`, `2 months`.
//!
//! Minutes and hours are elapsed time. Days and months are counted by the calendar: the first day does not count, and the last
//! one counts to its midnight. There are no working days, since there is no calendar of holidays.

use super::text::counted;
use super::{Now, Stamp, Zone};
use chrono::{Days, Months, NaiveDate};
use std::fmt;

/// A length in the unit in which it was written; never 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Length {
    Minutes(u32),
    Hours(u32),
    Days(u32),
    Months(u32),
}

/// The forms that are read, for messages.
pub const LENGTHS: &str = "`30min`, `72h`, `30 days` or `2 months`";

/// Days of the longest length: fifty years.
const MOST_DAYS: u32 = 18_262;

impl Length {
    /// Reads a number and one unit, with or without a blank between them; `None` for everything else, for 0 and for more than
    /// fifty years.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = text.find(|sign: char| !sign.is_ascii_digit())?;
        let (number, unit) = text.split_at(digits);
        let number = (number.len() <= 8).then(|| number.parse::<u32>().ok()).flatten().filter(|number| *number > 0)?;
        let (most, made): (u32, fn(u32) -> Self) = match unit.trim_start() {
            "min" | "minute" | "minutes" => (MOST_DAYS * 24 * 60, Self::Minutes),
            "h" | "hour" | "hours" => (MOST_DAYS * 24, Self::Hours),
            "day" | "days" => (MOST_DAYS, Self::Days),
            "month" | "months" => (600, Self::Months),
            _ => return None,
        };
        (number <= most).then(|| made(number))
    }

    /// The moment at which it is over, by the clocks of a zone; `None` beyond all calendars. Of days and months it is the midnight
    /// after the last day; the last day of a shorter month stands for one that it does not have.
    pub fn end(self, from: Stamp, zone: Zone) -> Option<Stamp> {
        let elapsed = |seconds: i64| from.checked_plus_seconds(seconds);
        let midnight = |last: Option<NaiveDate>| {
            let next = last?.succ_opt()?;
            zone.begin(next).or_else(|| zone.begin(next.succ_opt()?))
        };
        let day = zone.stamp(from).date();
        let end = match self {
            Self::Minutes(minutes) => elapsed(i64::from(minutes) * 60),
            Self::Hours(hours) => elapsed(i64::from(hours) * 3600),
            Self::Days(days) => midnight(day.checked_add_days(Days::new(days.into()))),
            Self::Months(months) => midnight(day.checked_add_months(Months::new(months))),
        };
        Some(zone.stamp(end?))
    }

    /// Whether it is counted by the calendar, so that it ends with a day.
    fn is_by_days(self) -> bool {
        matches!(self, Self::Days(_) | Self::Months(_))
    }

    /// An end as people say it: `28 Nov 23:10`, and of days `at the end of 31 Jan`, since nobody reads `1 Feb 00:00` as that.
    pub fn end_in(self, end: Stamp, now: Now) -> String {
        let shown = now.zone.stamp(end);
        let last = Stamp::new(shown.instant() - chrono::Duration::milliseconds(1));
        if self.is_by_days() && shown.date() != now.zone.stamp(last).date() {
            return format!("at the end of {}", super::time::show_day(last.date(), now));
        }
        end.short_in(now)
    }
}

/// `30 min`, `72 h`, `1 day`, `2 months`; read back as the same.
impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Minutes(minutes) => format!("{minutes} min"),
            Self::Hours(hours) => format!("{hours} h"),
            Self::Days(days) => counted(*days as usize, "day", "days"),
            Self::Months(months) => counted(*months as usize, "month", "months"),
        };
        f.write_str(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::{Length, Now, Stamp, Zone};

    fn at(text: &str) -> Stamp {
        Stamp::parse(text).unwrap()
    }

    fn new_york() -> Zone {
        Zone::of_posix("EST5EDT,M3.2.0,M11.1.0").unwrap()
    }

    #[test]
    fn a_length_is_a_number_and_one_unit() {
        for (text, read, shown) in [
            ("30min", Length::Minutes(30), "30 min"),
            ("72h", Length::Hours(72), "72 h"),
            ("72 hours", Length::Hours(72), "72 h"),
            ("1 day", Length::Days(1), "1 day"),
            ("30 days", Length::Days(30), "30 days"),
            ("2 months", Length::Months(2), "2 months"),
        ] {
            assert_eq!(Length::parse(text), Some(read), "{text}");
            assert_eq!(read.to_string(), shown);
            assert_eq!(Length::parse(shown), Some(read), "{shown}");
        }
        for wrong in
            ["", "72", "h", "0h", "-1h", "1.5h", "1h30min", "3 weeks", "5 working days", "601 months", "99999999999h"]
        {
            assert_eq!(Length::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hours_are_elapsed_time_when_the_clocks_change() {
        let end = Length::Hours(24).end(at("2026-10-31T20:00:00-04:00"), new_york());
        assert_eq!(end, Some(at("2026-11-01T19:00:00-05:00")));
        assert_eq!(end.unwrap().clock(), "19:00");
    }

    #[test]
    fn days_and_months_end_at_midnight_after_the_last_day_and_the_first_does_not_count() {
        let from = at("2026-01-01T10:00:00-05:00");
        assert_eq!(Length::Days(30).end(from, new_york()), Some(at("2026-02-01T00:00:00-05:00")));
        assert_eq!(
            Length::Months(2).end(at("2025-12-31T23:59:00-05:00"), new_york()),
            Some(at("2026-03-01T00:00:00-05:00"))
        );
        // The day is that of the zone, whatever the offset in which the start was written.
        assert_eq!(Length::Days(1).end(at("2026-01-02T03:00:00Z"), new_york()), Some(at("2026-01-03T00:00:00-05:00")));
    }

    #[test]
    fn the_end_of_days_is_said_as_the_end_of_a_day() {
        let now = Now::new(at("2026-01-01T10:00:00-05:00"), new_york());
        let length = Length::Days(30);
        assert_eq!(length.end_in(length.end(now.at, now.zone).unwrap(), now), "at the end of 31 Jan");
        let hours = Length::Hours(14);
        assert_eq!(hours.end_in(hours.end(now.at, now.zone).unwrap(), now), "2 Jan 00:00");
    }

    #[test]
    fn a_length_beyond_all_calendars_has_no_end() {
        let last = Stamp::epoch().checked_plus_seconds(8_210_266_000_000).unwrap();
        assert_eq!(Length::Months(600).end(last, Zone::utc()), None);
    }
}
