//! When something happened, as it is typed and shown: a moment, about a moment, a window, whole days.

use super::parts::plain;
use super::read::{Tense, When, read};
use super::unread::quote;
use super::{Now, Typed, Unread, is_time_of_day, show};
use crate::base::Stamp;
use crate::base::event_time::{EventTime, Precision};
use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _};

/// Longest text of an event time, in bytes.
const LONGEST: usize = 200;

impl EventTime {
    /// Reads `02:13`, `about 02:13`, `22:00 to 02:13`, `between A and B`, `since 22:00`, `until 02:13`, `15 Jun 2017`,
    /// `June 2017`, `in 2017`; each time as [`Stamp::read`] reads it. The stored form reads back as the same time.
    pub fn read(text: &str, now: impl Into<Now>) -> Result<Typed<Self>, Unread> {
        if let Some(value) = Self::parse(text) {
            return Ok(Typed { value, note: None });
        }
        let unread = || Unread::NotATime(quote(text.trim()));
        if text.len() > LONGEST {
            return Err(unread());
        }
        let (text, now) = (plain(text), now.into());
        let one = |text: &str| read(text, now, Tense::Past);
        if let Some(rest) = after(&text, &["about", "around", "approximately", "approx", "circa", "ca", "~"]) {
            let read = one(rest)?;
            let When::At(at) = read.value else { return Err(Unread::AboutAWindow(quote(rest))) };
            return Ok(Typed { value: Self::Point(at, Precision::About), note: read.note });
        }
        if let Some(rest) = after(&text, &["between"]) {
            return window(rest.split_once(" and ").ok_or_else(unread)?, now);
        }
        for (word, inside) in [("since", true), ("after", false)] {
            if let Some(rest) = after(&text, &[word]) {
                let read = one(rest)?;
                let from = match read.value {
                    // Years have four digits: what comes after the last of them cannot be written.
                    When::Days(_, to) if !inside => {
                        let next = to.checked_plus_milliseconds(1).map(|at| now.zone.stamp(at));
                        next.filter(|at| at.date().year() <= 9999).ok_or_else(unread)?
                    }
                    when => when.first(),
                };
                return Ok(Typed { value: Self::Window(Some(from), None), note: read.note });
            }
        }
        for (word, inside) in [("until", true), ("till", true), ("before", false)] {
            if let Some(rest) = after(&text, &[word]) {
                return Ok(one(rest)?.map(|when| match when {
                    When::Days(from, _) if !inside => {
                        Self::Window(None, from.checked_plus_milliseconds(-1).map(|at| now.zone.stamp(at)))
                    }
                    when => Self::Window(None, Some(when.last())),
                }));
            }
        }
        let from = after(&text, &["from"]).unwrap_or(&text);
        if let Some(pair) = [" to ", " until ", " till ", " - "].iter().find_map(|mark| from.split_once(mark)) {
            return window(pair, now);
        }
        let whole = match one(&text) {
            Ok(read) => {
                return Ok(read.map(|when| match when {
                    When::At(at) => Self::Point(at, Precision::Exact),
                    When::Days(from, to) => Self::Window(Some(from), Some(to)),
                }));
            }
            Err(why) => why,
        };
        // A hyphen may stand inside a day, too; the first place where both sides are times is meant.
        let places = text.match_indices('-').map(|(at, _)| (&text[..at], &text[at + 1..]));
        let found = places.map(|(from, to)| window((from.trim(), to.trim()), now));
        let taken = found.into_iter().find(|read| !matches!(read, Err(Unread::NotATime(_) | Unread::NoSuchDay(_))));
        taken.unwrap_or(Err(whole))
    }

    /// For people: `22 Nov 02:13`, `about 22 Nov 02:13`, `21 Nov 22:00 to 22 Nov 02:13`, `15 Jun 2017`, `June 2017`, `in 2017`.
    pub fn short_in(self, now: impl Into<Now>) -> String {
        let now = now.into();
        let say = |at: Stamp| at.short_in(now);
        let last = |to: Stamp| end_of_day(to, now).map_or_else(|| say(to), |day| show::day(day, now));
        match self {
            Self::Point(at, Precision::Exact) => say(at),
            Self::Point(at, Precision::About) => format!("about {}", say(at)),
            Self::Window(Some(from), Some(to)) => {
                days(from, to, now).unwrap_or_else(|| format!("{} to {}", say(from), last(to)))
            }
            Self::Window(Some(from), None) => format!("since {}", say(from)),
            Self::Window(None, Some(to)) => format!("until {}", last(to)),
            Self::Window(None, None) => "not known".into(),
        }
    }

    /// Whether it is known only by its days: then it may last until the end of today.
    pub fn is_whole_days(self, now: impl Into<Now>) -> bool {
        let now = now.into();
        matches!(self, Self::Window(Some(from), Some(to)) if days(from, to, now).is_some())
    }
}

/// What follows one of these words.
fn after<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        if *word == "~" { Some(rest.trim_start()) } else { rest.strip_prefix(' ') }
    })
}

/// A window. A bare time of day belongs to the other end: the first after the beginning, the last before the end.
fn window((from, to): (&str, &str), now: Now) -> Result<Typed<EventTime>, Unread> {
    let (bare_from, bare_to) = (is_time_of_day(from, now), is_time_of_day(to, now));
    let (first, last) = if bare_from || !bare_to {
        let last = read(to, now, Tense::Past)?;
        let before = if bare_from { Now { at: last.value.last(), ..now } } else { now };
        (read(from, before, Tense::Past)?, last)
    } else {
        let first = read(from, now, Tense::Past)?;
        let after = Now { at: first.value.first(), ..now };
        let last = read(to, after, Tense::Ahead)?;
        (first, last)
    };
    let (begin, end) = (first.value.first(), last.value.last());
    // Years have four digits: what comes after the last of them cannot be written.
    if end.date().year() > 9999 {
        return Err(Unread::NotATime(quote(to.trim())));
    }
    if begin.instant() > end.instant() {
        return Err(Unread::Reversed(begin.short_in(now), end.short_in(now)));
    }
    let note = [first.note, last.note].into_iter().flatten().reduce(|one, other| format!("{one} {other}"));
    Ok(Typed { value: EventTime::Window(Some(begin), Some(end)), note })
}

/// A window that is exactly a day, a month, a year or some days, by the clocks of the reader or of whoever wrote it.
fn days(from: Stamp, to: Stamp, now: Now) -> Option<String> {
    let here = begin_of_day(from, now).zip(end_of_day(to, now));
    if let Some((first, last)) = here {
        return Some(named(first, last, now));
    }
    // Elsewhere it was a day; two offsets within it would need two names.
    let there = from.instant().offset() == to.instant().offset();
    let (begun, ended) = (from.instant().naive_local(), to.instant().naive_local());
    let whole = begun.time() == NaiveTime::MIN && is_last(ended.time());
    (there && whole)
        .then(|| format!("{} ({})", named(begun.date(), ended.date(), now), show::offset(from)))
        .filter(|text| !text.contains(" to "))
}

fn named(first: NaiveDate, last: NaiveDate, now: Now) -> String {
    let begins_month = first.day() == 1;
    let ends_month = last.succ_opt().is_some_and(|next| next.day() == 1);
    if first == last {
        show::day(first, now)
    } else if begins_month && ends_month && (first.year(), first.month()) == (last.year(), last.month()) {
        first.format("%B %Y").to_string()
    } else if begins_month && ends_month && first.year() == last.year() && (first.month(), last.month()) == (1, 12) {
        first.format("in %Y").to_string()
    } else {
        format!("{} to {}", show::day(first, now), show::day(last, now))
    }
}

fn begin_of_day(at: Stamp, now: Now) -> Option<NaiveDate> {
    let day = now.zone.stamp(at).date();
    (now.zone.begin(day)?.instant() == at.instant()).then_some(day)
}

fn end_of_day(at: Stamp, now: Now) -> Option<NaiveDate> {
    // Nearly always it is not; the zone need not be asked.
    let here = now.zone.stamp(at);
    if here.instant().nanosecond() / 1_000_000 != 999 {
        return None;
    }
    (now.zone.end(here.date())?.instant() == at.instant()).then_some(here.date())
}

fn is_last(time: NaiveTime) -> bool {
    NaiveTime::from_hms_milli_opt(23, 59, 59, 999) == Some(time)
}
