//! One typed time: a moment, or the whole of a day, a month or a year.

use super::hour::Hour;
use super::parts::{Day, Parts, parts, plain};
use super::unread::{Neither, quote};
use super::words::{self, AMERICAN_RULE_SINCE};
use super::zone::Moments;
use super::{Now, Unread, Zone, show};
use crate::base::Stamp;
use chrono::{Datelike as _, Days, Duration, NaiveDate, NaiveTime, Weekday};

/// Longest text of one time, in bytes.
const LONGEST: usize = 80;
/// A day without a year is at most this far away, in days.
const HALF_A_YEAR: i64 = 183;
/// So many seconds ahead are still now: the watch on the wall and the laptop rarely agree.
const GRACE_S: i64 = 60;

/// What was read, and what should be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Typed<T> {
    pub value: T,
    /// A sentence where another time could have been meant, with how to write that one.
    pub note: Option<String>,
}

/// Whether what is typed has happened or is to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    Past,
    Ahead,
}

/// A moment, or first and last moment of whole days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum When {
    At(Stamp),
    Days(Stamp, Stamp),
}

impl When {
    pub(super) fn first(self) -> Stamp {
        match self {
            Self::At(at) | Self::Days(at, _) => at,
        }
    }

    pub(super) fn last(self) -> Stamp {
        match self {
            Self::At(at) | Self::Days(_, at) => at,
        }
    }
}

impl<T> Typed<T> {
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Typed<U> {
        Typed { value: change(self.value), note: self.note }
    }
}

impl Stamp {
    /// Reads one moment that has come, as people type it: `now`, `02:13`, `yesterday 23:40`, `20m ago`, `Fri 22:15`,
    /// `28 Nov 2026 16:00`, `7:09 AM Eastern`, RFC 3339. A bare time of day is the latest such that is not in the future.
    pub fn read(text: &str, now: impl Into<Now>) -> Result<Typed<Self>, Unread> {
        let read = read(&plain(text), now.into(), Tense::Past)?;
        match read.value {
            When::At(at) => Ok(Typed { value: at, note: read.note }),
            When::Days(..) => Err(Unread::NotATime(quote(text.trim()))),
        }
    }

    /// Reads one moment to come: a bare time of day is the next such; a day is its beginning; a day without a year is the next.
    pub fn read_ahead(text: &str, now: impl Into<Now>) -> Result<Typed<Self>, Unread> {
        Ok(read(&plain(text), now.into(), Tense::Ahead)?.map(When::first))
    }

    /// Reads a day to come, or one with its year.
    pub fn read_day_ahead(text: &str, now: impl Into<Now>) -> Result<NaiveDate, Unread> {
        let not_a_day = || Unread::NotATime(quote(text.trim()));
        match read(&plain(text), now.into(), Tense::Ahead)?.value {
            When::Days(from, to) if from.date() == to.date() => Ok(from.date()),
            _ => Err(not_a_day()),
        }
    }
}

/// Whether a text is a bare time of day, such as a watch shows.
pub fn is_time_of_day(text: &str, now: Now) -> bool {
    let parts = parts(&plain(text), now);
    parts.is_ok_and(|parts| parts.hour.is_some() && parts.day.is_none() && parts.weekday.is_none())
}

/// Reads one time in its plain spelling.
pub(super) fn read(text: &str, now: Now, tense: Tense) -> Result<Typed<When>, Unread> {
    let unread = || Unread::NotATime(quote(text));
    let exactly = |at: Stamp| Ok(Typed { value: When::At(at), note: None });
    if text.is_empty() || text.len() > LONGEST {
        return Err(unread());
    }
    if text == "now" {
        return exactly(now.at);
    }
    if let Some(stamp) = Stamp::parse(&text.to_ascii_uppercase()) {
        return exactly(stamp);
    }
    if let Some((first, second)) = text.strip_suffix(')').and_then(|text| text.split_once(" (")) {
        return both(first, second, now, tense);
    }
    let moved = |span: &str, sign: i64| {
        let span = i64::try_from(crate::base::span::parse_typed(span.trim())?).ok()?;
        Some(now.zone.stamp(now.at.checked_plus_seconds(sign.checked_mul(span)?)?))
    };
    if let Some(span) = text.strip_suffix(" ago") {
        return exactly(moved(span, -1).ok_or_else(unread)?);
    }
    if let Some(at) = text.strip_prefix("in ").and_then(|span| moved(span, 1)) {
        return exactly(at);
    }
    Reader { text, now, tense }.resolve(parts(text, now)?)
}

/// `14 apr 12:37 (16:37 utc)`, as times of another zone are shown: one moment, in the zone that was written. With a zone alone in
/// the brackets, the whole is in that zone.
fn both(first: &str, second: &str, now: Now, tense: Tense) -> Result<Typed<When>, Unread> {
    let differ = || Unread::TwoMoments(quote(&format!("{first} ({second})")));
    let other = parts(second, now)?;
    let zone = other.zone.ok_or_else(differ)?.zone;
    let Some(Hour::At(time)) = other.hour else {
        return read(first, Now { zone, ..now }, tense);
    };
    let read = read(first, now, tense)?;
    let When::At(at) = read.value else { return Err(differ()) };
    let at = zone.stamp(at);
    let day = match other.day {
        None => true,
        Some(Day::Date(day)) => day == at.date(),
        Some(Day::NoYear(month, day)) => (month, day) == (at.date().month(), at.date().day()),
        Some(_) => false,
    };
    if !day || at.clock() != time.format("%H:%M").to_string() {
        return Err(differ());
    }
    Ok(Typed { value: When::At(at), note: None })
}

struct Reader<'t> {
    text: &'t str,
    now: Now,
    tense: Tense,
}

impl Reader<'_> {
    fn resolve(&self, parts: Parts) -> Result<Typed<When>, Unread> {
        let zone = parts.zone.map_or(self.now.zone, |written| written.zone);
        let read = match (parts.hour, parts.day, parts.weekday) {
            (None, Some(day), weekday) => self.days(day, weekday, zone)?,
            (None, None, Some(weekday)) => {
                let back = self.back_to(weekday, zone);
                let days = match self.tense {
                    Tense::Past => -back,
                    Tense::Ahead => 7 - back,
                };
                self.days(Day::Relative(days), None, zone)?
            }
            (None, None, None) => return Err(self.unread()),
            (Some(hour), None, None) => self.next_or_last(time_of(hour), &[0, -1, -2], &[0, 1, 2], zone)?,
            (Some(Hour::Midnight), ..) => return Err(self.which_midnight()),
            (Some(hour), None, Some(weekday)) => {
                let back = self.back_to(weekday, zone);
                self.next_or_last(time_of(hour), &[-back, -back - 7], &[7 - back - 7, 7 - back, 14 - back], zone)?
            }
            (Some(hour), Some(day), weekday) => {
                let (first, last) = self.dates(day, zone)?;
                if first != last {
                    return Err(self.unread());
                }
                agrees(first, weekday)?;
                self.place(first, time_of(hour), zone)?
            }
        };
        let year = read.value.first().date().year();
        if parts.zone.is_some_and(|written| written.american) && year < AMERICAN_RULE_SINCE {
            return Err(Unread::OldRule("this zone".into(), year.to_string()));
        }
        Ok(read)
    }

    fn unread(&self) -> Unread {
        Unread::NotATime(quote(self.text))
    }

    fn which_midnight(&self) -> Unread {
        Unread::TwoReadings {
            typed: quote(self.text),
            one: "00:00, when that day begins,".into(),
            other: "24:00, when it ends".into(),
            hint: "Write 00:00 and the day that begins then.",
        }
    }

    fn today(&self, zone: Zone) -> NaiveDate {
        zone.stamp(self.now.at).date()
    }

    fn moved(&self, days: i64, zone: Zone) -> Result<NaiveDate, Unread> {
        let today = self.today(zone);
        let far = Days::new(days.unsigned_abs());
        let moved = if days < 0 { today.checked_sub_days(far) } else { today.checked_add_days(far) };
        moved.ok_or_else(|| self.unread())
    }

    /// How many days ago that day of the week was; 0 is today.
    fn back_to(&self, weekday: Weekday, zone: Zone) -> i64 {
        i64::from(self.today(zone).weekday().days_since(weekday))
    }

    fn has_come(&self, at: Stamp) -> bool {
        at.seconds_since(self.now.at) <= GRACE_S
    }

    /// The latest of these days on which that time of day has come, or the first on which it is still to come.
    fn next_or_last(&self, time: NaiveTime, back: &[i64], on: &[i64], zone: Zone) -> Result<Typed<When>, Unread> {
        let days = if self.tense == Tense::Past { back } else { on };
        for days in days {
            let date = self.moved(*days, zone)?;
            let (first, last) = match zone.moments(date.and_time(time)) {
                Moments::Once(at) => (at, at),
                Moments::Twice(first, later) => (first, later),
                Moments::Never(gap) => (gap.after, gap.after),
            };
            let meant = match self.tense {
                Tense::Past => self.has_come(first),
                Tense::Ahead => last.instant() > self.now.instant(),
            };
            if meant {
                return self.place(date, time, zone);
            }
        }
        Err(self.unread())
    }

    fn place(&self, date: NaiveDate, time: NaiveTime, zone: Zone) -> Result<Typed<When>, Unread> {
        let shown = |time: NaiveTime| time.format("%H:%M").to_string();
        let day = show::day(date, self.now);
        match zone.moments(date.and_time(time)) {
            Moments::Once(at) => Ok(Typed { value: When::At(at), note: None }),
            Moments::Twice(first, later) => {
                let later_is_meant = match self.tense {
                    Tense::Past => self.has_come(later),
                    Tense::Ahead => first.instant() <= self.now.instant(),
                };
                let (at, other, which) =
                    if later_is_meant { (later, first, "second") } else { (first, later, "first") };
                let name = |at| show::zone_name(at, zone, self.now);
                let (time, is) = (shown(time), name(at));
                let note = format!(
                    "{time} came twice on {day}; this is {time} {is}, the {which}. For the other write {day} {time} {}.",
                    name(other)
                );
                Ok(Typed { value: When::At(at), note: Some(note) })
            }
            Moments::Never(_) if zone.begin(date).is_none() => Err(Unread::DayLeftOut(day)),
            Moments::Never(gap) => {
                Err(Unread::NeverWas { time: shown(time), day, from: shown(gap.from.time()), to: gap.after.clock() })
            }
        }
    }

    fn days(&self, day: Day, weekday: Option<Weekday>, zone: Zone) -> Result<Typed<When>, Unread> {
        let (first, last) = self.dates(day, zone)?;
        if weekday.is_some() && first != last {
            return Err(self.unread());
        }
        agrees(first, weekday)?;
        let left_out = |day| Unread::DayLeftOut(show::day(day, self.now));
        let from = zone.begin(first).ok_or_else(|| left_out(first))?;
        let to = zone.end(last).ok_or_else(|| left_out(last))?;
        Ok(Typed { value: When::Days(from, to), note: None })
    }

    fn dates(&self, day: Day, zone: Zone) -> Result<(NaiveDate, NaiveDate), Unread> {
        let today = self.today(zone);
        let one = |day: NaiveDate| (day, day);
        let month = |year: i32, month: u32| {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            Some((first, first.checked_add_months(chrono::Months::new(1))?.pred_opt()?))
        };
        let found = match day {
            Day::Relative(days) => return self.moved(days, zone).map(one),
            Day::NoYear(month, day) => return self.without_year(month, day, today).map(one),
            Day::Date(date) => Some(one(date)),
            Day::Month(Some(year), of) => month(year, of),
            Day::Month(None, of) => {
                let year = match self.tense {
                    Tense::Past => today.year() - i32::from(of > today.month()),
                    Tense::Ahead => today.year() + i32::from(of <= today.month()),
                };
                month(year, of)
            }
            Day::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31)),
        };
        found.ok_or_else(|| self.unread())
    }

    /// The latest such day, or the next one, where it is within half a year.
    fn without_year(&self, month: u32, day: u32, today: NaiveDate) -> Result<NaiveDate, Unread> {
        // Between two leap days there are at most eight years.
        let of = |years: i32| NaiveDate::from_ymd_opt(today.year().checked_add(years)?, month, day);
        let before = (-8..=0).rev().filter_map(of).find(|day| *day <= today);
        let after = (0..=8).filter_map(of).find(|day| *day > today);
        let (Some(before), Some(after)) = (before, after) else { return Err(self.unread()) };
        let near = |from: NaiveDate, to: NaiveDate| to - from <= Duration::days(HALF_A_YEAR);
        let why = match self.tense {
            Tense::Past if near(before, today) => return Ok(before),
            Tense::Ahead if before == today => return Ok(before),
            Tense::Ahead if near(today, after) => return Ok(after),
            Tense::Past if after - today < today - before => Neither::NotYet,
            Tense::Past => Neither::LongAgo,
            Tense::Ahead => Neither::FarAhead,
        };
        let day = before.format("%-d %b").to_string();
        Err(Unread::WhichYear { day, before: before.year(), after: after.year(), why })
    }
}

/// The hour by the clock; a bare midnight is the last one.
fn time_of(hour: Hour) -> NaiveTime {
    match hour {
        Hour::At(time) => time,
        Hour::Midnight | Hour::Half(..) => NaiveTime::MIN,
    }
}

fn agrees(date: NaiveDate, weekday: Option<Weekday>) -> Result<(), Unread> {
    match weekday {
        Some(weekday) if weekday != date.weekday() => {
            let name = |weekday: Weekday| words::WEEKDAYS[weekday.num_days_from_monday() as usize].to_owned();
            Err(Unread::OtherWeekday(date.format("%-d %b %Y").to_string(), name(date.weekday()), name(weekday)))
        }
        _ => Ok(()),
    }
}
