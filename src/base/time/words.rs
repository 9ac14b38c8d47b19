//! The words of times: months, days of the week, and zones as people in English-speaking offices write them.

use super::{Now, Unread, Zone};
use chrono::{FixedOffset, Weekday};
use std::sync::LazyLock;

/// The rule of the United States since 2007, for the four zones of the mainland.
static AMERICAN: LazyLock<[Option<Zone>; 4]> = LazyLock::new(|| {
    ["EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT"].map(|zone| Zone::of_posix(&format!("{zone},M3.2.0,M11.1.0")))
});

/// Before this year the words of the American zones meant another rule.
pub(super) const AMERICAN_RULE_SINCE: i32 = 2007;

#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    pub zone: Zone,
    /// The zone has a rule of its own, which is known from 2007 on only.
    pub american: bool,
}

const AMERICAN_TIMES: &str = "US Eastern -05:00 and -04:00, Australian Eastern +10:00 and +11:00 (AEST, AEDT)";
const CENTRAL_TIMES: &str = "US Central -06:00 and -05:00, Australian Central +09:30 and +10:30 (ACST, ACDT)";
const INDIAN_TIMES: &str = "India +05:30, Ireland +01:00, Israel +02:00";

/// `January` to `December`, or at least their first three letters; 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    const MONTHS: &str = "january february march april may june july august september october november december";
    let word = word.strip_suffix('.').unwrap_or(word);
    let known = |month: &str| month == word || month.get(..3) == Some(word) || (word == "sept" && month == "september");
    MONTHS.split(' ').position(known).map(|at| at as u32 + 1)
}

pub(super) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// `mon`, `monday`, `tues`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let known = |day: &&str| word.len() >= 3 && day.to_ascii_lowercase().starts_with(word);
    let at = WEEKDAYS.iter().position(known)?;
    Weekday::try_from(at as u8).ok()
}

/// A zone by its word, in small letters; `None` if it is none.
pub(super) fn zone(word: &str, now: Now) -> Option<Result<Written, Unread>> {
    let unclear = |choice: &'static str| Some(Err(Unread::WhichZone(word.to_ascii_uppercase(), choice)));
    match word {
        "ist" => return unclear(INDIAN_TIMES),
        "est" | "edt" | "eastern" if now.australian => return unclear(AMERICAN_TIMES),
        "cst" | "cdt" | "central" if now.australian => return unclear(CENTRAL_TIMES),
        _ => {}
    }
    let own = now.zone.offset_of_name(word, now.at);
    if let Some(place) = american(word) {
        return Some(
            AMERICAN[place].map(|zone| Written { zone, american: true }).ok_or_else(|| Unread::NotATime(word.into())),
        );
    }
    let listed = minutes(word).or_else(|| offset(word)).and_then(|minutes| FixedOffset::east_opt(minutes * 60));
    let fixed = |offset| Some(Ok(Written { zone: Zone::fixed(offset), american: false }));
    match (listed, own) {
        (Some(listed), Some(own)) if listed != own => unclear("the time of that name here, or another's"),
        (Some(offset), _) | (None, Some(offset)) => fixed(offset),
        (None, None) => None,
    }
}

/// Whether a zone's own word for a time can be written and means that offset.
pub(super) fn says(word: &str, offset: FixedOffset, now: Now) -> bool {
    matches!(zone(&word.to_ascii_lowercase(), now), Some(Ok(written)) if !written.american
        && written.zone.offset_at(now.at) == offset)
}

fn american(word: &str) -> Option<usize> {
    Some(match word {
        "et" | "eastern" => 0,
        "ct" | "central" => 1,
        "mt" | "mountain" => 2,
        "pt" | "pacific" => 3,
        _ => return None,
    })
}

/// Minutes east of UTC of the words that mean one offset.
fn minutes(word: &str) -> Option<i32> {
    Some(match word {
        "utc" | "gmt" | "z" => 0,
        "edt" => -4 * 60,
        "est" | "cdt" => -5 * 60,
        "cst" | "mdt" => -6 * 60,
        "mst" | "pdt" => -7 * 60,
        "pst" => -8 * 60,
        "aest" => 10 * 60,
        "aedt" => 11 * 60,
        "acst" => 9 * 60 + 30,
        "acdt" => 10 * 60 + 30,
        "awst" => 8 * 60,
        _ => return None,
    })
}

/// Minutes east of UTC of `+10:30`, `-0400`, `+11`, `utc+2`, `gmt-5`.
pub(super) fn offset(word: &str) -> Option<i32> {
    let word = word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt")).unwrap_or(word);
    let (sign, digits) = match word.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(both), _) => both,
        (None, 4) if digits.is_ascii() => digits.split_at(2),
        (None, 1 | 2) => (digits, "00"),
        _ => return None,
    };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours)?, number(minutes).filter(|_| minutes.len() == 2)?);
    (hours <= 14 && minutes < 60).then(|| sign * (hours * 60 + minutes))
}
