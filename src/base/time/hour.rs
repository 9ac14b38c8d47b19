//! Times of day as people write them: `02:13`, `16:00:01.57`, `0200`, `4 p.m.`, `noon`.

use chrono::NaiveTime;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hour {
    At(NaiveTime),
    /// `midnight`: the last one; of a named day it could be either end.
    Midnight,
    /// An hour that needs `am` or `pm` after it, and its minute: `4`, `7.30`.
    Half(u32, u32),
}

impl Hour {
    /// With `am` or `pm` after it.
    pub(super) fn half(self, after_noon: bool) -> Option<Self> {
        let (hour, minute, second, milli) = match self {
            Self::Half(hour, minute) => (hour, minute, 0, 0),
            Self::At(time) => {
                use chrono::Timelike as _;
                (time.hour(), time.minute(), time.second(), time.nanosecond() / 1_000_000)
            }
            Self::Midnight => return None,
        };
        let hour = (1..=12).contains(&hour).then_some(hour % 12 + if after_noon { 12 } else { 0 })?;
        NaiveTime::from_hms_milli_opt(hour, minute, second, milli).map(Self::At)
    }
}

/// Reads one word, in small letters, as a time of day; `4` and `7.30` only as the first half of one.
pub(super) fn read(word: &str) -> Option<Hour> {
    match word {
        "noon" | "midday" => return NaiveTime::from_hms_opt(12, 0, 0).map(Hour::At),
        "midnight" => return Some(Hour::Midnight),
        _ => {}
    }
    for (ending, after_noon) in [("am", false), ("pm", true)] {
        if let Some(number) = word.strip_suffix(ending).filter(|number| !number.is_empty()) {
            return read(number)?.half(after_noon);
        }
    }
    if let Some((hour, rest)) = word.split_once(':') {
        let (minute, second) = rest.split_once(':').unwrap_or((rest, "00"));
        let (second, fraction) = second.split_once('.').unwrap_or((second, ""));
        let pair = |text: &str| (text.len() == 2).then(|| number(text)).flatten();
        let milli = match fraction {
            "" => 0,
            digits => number(format!("{digits:0<3}").get(..3)?).filter(|_| number(digits).is_some())?,
        };
        return NaiveTime::from_hms_milli_opt(short(hour)?, pair(minute)?, pair(second)?, milli).map(Hour::At);
    }
    if word.len() == 4 && number(word).is_some() {
        let (hour, minute) = word.split_at_checked(2)?;
        return NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0).map(Hour::At);
    }
    match word.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 => Some(Hour::Half(short(hour)?, number(minute)?)),
        Some(_) => None,
        None => short(word).map(|hour| Hour::Half(hour, 0)),
    }
}

/// One or two digits.
fn short(text: &str) -> Option<u32> {
    (text.len() <= 2).then(|| number(text)).flatten()
}

/// Digits only, at most nine.
pub(super) fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}
