//! What a typed time is made of: a day, a time of day, a zone; each at most once, in the order in which people write them.

use super::hour::{self, Hour};
use super::unread::quote;
use super::words::{self, Written};
use super::{Now, Unread};
use chrono::{Datelike as _, NaiveDate, Weekday};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Day {
    /// Today and so many days.
    Relative(i64),
    Date(NaiveDate),
    NoYear(u32, u32),
    /// A whole month, perhaps without its year.
    Month(Option<i32>, u32),
    Year(i32),
}

#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Parts {
    pub day: Option<Day>,
    pub weekday: Option<Weekday>,
    pub hour: Option<Hour>,
    pub zone: Option<Written>,
}

/// Small letters, plain blanks and hyphens, no commas; `4 p.m.` as `4 pm`. All forms are read in this spelling.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        let clock = plain.rsplit(' ').next().unwrap_or_default().contains(':');
        match sign {
            // 14:33:12,123 is a fraction; any other comma only separates.
            ',' if clock => plain.push('.'),
            ',' => plain.push(' '),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            sign if sign.is_whitespace() => plain.push(' '),
            sign => plain.push(sign.to_ascii_lowercase()),
        }
    }
    let words: Vec<_> =
        plain.split(' ').map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty()).collect();
    words.join(" ").replace("a.m", "am").replace("p.m", "pm")
}

pub(super) fn parts(text: &str, now: Now) -> Result<Parts, Unread> {
    let unread = || Unread::NotATime(quote(text));
    let mut parts = Parts::default();
    let mut iso = false;
    let words: Vec<&str> = text.split(' ').flat_map(apart).filter(|word| !word.is_empty()).collect();
    let mut at = 0;
    while let Some(word) = words.get(at).copied() {
        at += 1;
        let next = words.get(at).copied();
        let mut take_day = |day: Day| if parts.day.replace(day).is_none() { Ok(()) } else { Err(unread()) };
        match word {
            "at" | "on" | "@" | "of" | "hrs" | "hours" if text.contains(' ') => {}
            "today" => take_day(Day::Relative(0))?,
            "yesterday" => take_day(Day::Relative(-1))?,
            "tomorrow" => take_day(Day::Relative(1))?,
            "in" if at == 1 => {
                let year = next.filter(|next| next.len() == 4).and_then(hour::number);
                let year = year.and_then(|year| i32::try_from(year).ok());
                match (year, next.and_then(words::month)) {
                    (Some(year), _) => {
                        take_day(Day::Year(year))?;
                        at += 1;
                    }
                    (None, Some(_)) => {}
                    (None, None) => return Err(unread()),
                }
            }
            word if words::weekday(word).is_some() && parts.weekday.is_none() => {
                parts.weekday = words::weekday(word);
            }
            word if words::month(word).is_some() => {
                let month = words::month(word).ok_or_else(unread)?;
                let day = next.and_then(ordinal).filter(|_| {
                    // "June 4 pm" is no day of June; "June 4 16:00" is.
                    !matches!(words.get(at + 1).copied(), Some("am" | "pm"))
                });
                at += usize::from(day.is_some());
                let (day, used) = with_year(text, (month, day), &words[at..], now)?;
                at += used;
                take_day(day)?;
            }
            word if ordinal(word).is_some() && next.and_then(words::month).is_some() => {
                let month = next.and_then(words::month).ok_or_else(unread)?;
                at += 1;
                let (day, used) = with_year(text, (month, ordinal(word)), &words[at..], now)?;
                at += used;
                take_day(day)?;
            }
            word if numbers(word).is_some() => {
                iso = word.contains('-');
                take_day(numbers(word).ok_or_else(unread)??)?;
            }
            "am" | "pm" => {
                let hour = parts.hour.take().and_then(|hour| hour.half(word == "pm"));
                parts.hour = Some(hour.ok_or_else(unread)?);
            }
            word => {
                let (hour, zone) = match clock_and_offset(word, iso) {
                    (clock, Some(offset)) if hour::read(clock).is_some() => (hour::read(clock), Some(offset)),
                    _ if hour::read(word).is_some() => (hour::read(word), None),
                    _ => (None, Some(word)),
                };
                let zone = zone.map(|word| words::zone(word, now).ok_or_else(unread)?).transpose()?;
                let twice = hour.is_some() && parts.hour.is_some() || zone.is_some() && parts.zone.is_some();
                if twice {
                    return Err(unread());
                }
                parts.hour = parts.hour.or(hour);
                parts.zone = parts.zone.or(zone);
            }
        }
    }
    if matches!(parts.hour, Some(Hour::Half(..))) {
        return Err(unread());
    }
    Ok(parts)
}

/// `2026-11-22t02:13` is a day and a time of day; so is `28/nov/2026:16:00:01`, as web servers write it.
fn apart(word: &str) -> [&str; 2] {
    let day = |place: usize| word.get(..place).and_then(numbers).is_some();
    let cut = ['t', '_'].into_iter().filter_map(|mark| word.find(mark)).find(|place| day(*place));
    match cut.or_else(|| word.find(':').filter(|place| word[..*place].contains('/') && day(*place))) {
        Some(place) => [&word[..place], &word[place + 1..]],
        None => [word, ""],
    }
}

/// `14:33+02:00`, `02:13z`, `0213z`; with a hyphen only after a day as ISO writes it, for otherwise that is a window.
fn clock_and_offset(word: &str, iso: bool) -> (&str, Option<&str>) {
    if let Some(clock) = word.strip_suffix('z').filter(|clock| clock.contains(':') || clock.len() == 4) {
        return (clock, Some("z"));
    }
    let mark = word.find(|sign| sign == '+' || (sign == '-' && iso)).filter(|place| *place > 0);
    mark.map_or((word, None), |place| (&word[..place], Some(&word[place..])))
}

fn ordinal(word: &str) -> Option<u32> {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    (number.len() <= 2).then(|| hour::number(number)).flatten()
}

/// The year after a month, if one stands there. Four digits are a time of day too; where both make sense it is asked.
fn with_year(text: &str, (month, day): (u32, Option<u32>), rest: &[&str], now: Now) -> Result<(Day, usize), Unread> {
    let no_day = || Unread::NoSuchDay(quote(text));
    let of = |year: i32| match day {
        Some(day) => NaiveDate::from_ymd_opt(year, month, day).map(Day::Date).ok_or_else(no_day),
        None => Ok(Day::Month(Some(year), month)),
    };
    // A leap year has every day that any year has.
    if day.is_some_and(|day| NaiveDate::from_ymd_opt(2024, month, day).is_none()) {
        return Err(no_day());
    }
    let without = day.map_or(Day::Month(None, month), |day| Day::NoYear(month, day));
    let written = rest.first().copied().filter(|word| word.len() == 4);
    let Some(year) = written.and_then(hour::number).and_then(|year| i32::try_from(year).ok()) else {
        return Ok((without, 0));
    };
    let this = now.date().year();
    let other_clock = rest[1..].iter().any(|word| hour::read(word).is_some());
    if other_clock || day.is_none() || (this - 20..=this + 1).contains(&year) {
        return Ok((of(year)?, 1));
    }
    match written.and_then(hour::read) {
        Some(_) if (1900..2100).contains(&year) => Err(Unread::TwoReadings {
            typed: quote(text),
            one: format!("in the year {year}"),
            other: format!("at {:02}:{:02}", year / 100, year % 100),
            hint: "Write the time with a colon, such as 19:45, or the day as 2026-11-28.",
        }),
        Some(_) => Ok((without, 0)),
        None => Ok((of(year)?, 1)),
    }
}

/// A day in figures, or with a month between hyphens; `None` if it is none.
fn numbers(word: &str) -> Option<Result<Day, Unread>> {
    let mark = ['-', '/', '.'].into_iter().find(|mark| word.contains(*mark))?;
    let pieces: Vec<&str> = word.split(mark).collect();
    let no_day = || Unread::NoSuchDay(quote(word));
    let date = |year: u32, month: u32, day: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    if let Some(month) = pieces.get(1).copied().and_then(words::month).filter(|_| mark != '.') {
        let day = hour::number(pieces[0]).filter(|_| pieces[0].len() <= 2)?;
        return Some(match pieces[2..] {
            [] if date(2024, month, day).is_some() => Ok(Day::NoYear(month, day)),
            [year] if year.len() == 4 => date(hour::number(year)?, month, day).map(Day::Date).ok_or_else(no_day),
            _ => Err(no_day()),
        });
    }
    let figures: Vec<u32> = pieces.iter().map(|piece| hour::number(piece)).collect::<Option<_>>()?;
    let lengths: Vec<usize> = pieces.iter().map(|piece| piece.len()).collect();
    match (figures[..].to_owned().as_slice(), lengths.as_slice()) {
        ([year, month, day], [4, 1 | 2, 1 | 2]) => Some(date(*year, *month, *day).map(Day::Date).ok_or_else(no_day)),
        ([year, month], [4, 2]) if mark == '-' && (1..=12).contains(month) && *year >= 1900 => {
            Some(Ok(Day::Month(i32::try_from(*year).ok(), *month)))
        }
        ([one, two, year], [1 | 2, 1 | 2, 4]) => Some(either(word, *one, *two, Some(*year))),
        ([one, two, year], [1 | 2, 1 | 2, 2]) => Some(either(word, *one, *two, Some(2000 + *year))),
        ([one, two], [1 | 2, 1 | 2]) if mark == '/' => Some(either(word, *one, *two, None)),
        _ => None,
    }
}

/// Month and day in the order of one country or the other.
fn either(word: &str, one: u32, two: u32, year: Option<u32>) -> Result<Day, Unread> {
    let known = |month: u32, day: u32| {
        let year = year.map(i32::try_from).and_then(Result::ok);
        let date = NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day)?;
        Some((date, year.map_or(Day::NoYear(month, day), |_| Day::Date(date))))
    };
    match (known(one, two), known(two, one)) {
        (Some((first, _)), Some((second, _))) if first != second => {
            let say = |date: NaiveDate| date.format("%-d %B").to_string();
            Err(Unread::TwoReadings {
                typed: quote(word),
                one: say(first),
                other: say(second),
                hint: "Write the month as a word, such as 28 Nov 2026, or the day as 2026-11-28.",
            })
        }
        (Some((_, day)), _) | (None, Some((_, day))) => Ok(day),
        (None, None) => Err(Unread::NoSuchDay(quote(word))),
    }
}
