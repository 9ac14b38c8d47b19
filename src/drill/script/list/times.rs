//! Times as they stand in other people's lists: minutes from the beginning of a part, or the time of the day.

use chrono::{NaiveDate, NaiveTime};

/// Minutes from the beginning of a part: `12`, `+12`, `T+12`, `12 min`, `0:12`, `01:05`.
pub(super) fn minutes(written: &str) -> Option<u32> {
    let lower = written.trim().to_lowercase();
    let bare = lower.trim_start_matches(['t', '+', ' ']);
    let bare =
        ["minutes", "minute", "mins", "min", "m", "'"].iter().find_map(|unit| bare.strip_suffix(unit)).unwrap_or(bare);
    let bare = bare.trim();
    if let Some((hours, minutes)) = bare.split_once(':') {
        let (hours, minutes) = (whole(hours)?, whole(minutes.split(':').next()?)?);
        return (minutes < 60 && hours < 100).then_some(hours * 60 + minutes);
    }
    // A spreadsheet may write whole numbers with a fraction.
    whole(bare.strip_suffix(".0").unwrap_or(bare))
}

fn whole(digits: &str) -> Option<u32> {
    let sound = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| digits.parse().ok())?
}

/// A time of the day, with its day where one stands before it: `15:44`, `3:44 pm`, `15h44`, `2026-11-13 15:44`.
pub(super) fn moment(written: &str) -> Option<(Option<NaiveDate>, NaiveTime)> {
    let written = written.trim().to_lowercase().replace('t', " ");
    let (day, time) = match written.split_once(' ') {
        Some((day, time)) if day.contains('-') => (Some(NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?), time.trim()),
        _ => (None, written.as_str()),
    };
    // The offset of a whole moment says nothing that the day and the time do not.
    let time = time.split(['+', 'z']).next().unwrap_or(time).trim();
    let (digits, half) =
        match ["am", "pm", "a.m.", "p.m."].iter().find_map(|half| time.strip_suffix(half).map(|rest| (rest, half))) {
            Some((digits, half)) => (digits.trim(), Some(half.starts_with('p'))),
            None => (time, None),
        };
    let mut pieces = digits.split([':', 'h', '.']).map(str::trim);
    let hour = whole(pieces.next()?)?;
    let minute = pieces.next().filter(|minute| !minute.is_empty()).map_or(half.map(|_| 0), whole)?;
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    Some((day, NaiveTime::from_hms_opt(hour, minute, 0)?))
}

#[cfg(test)]
mod tests {
    use super::{minutes, moment};

    #[test]
    fn offsets_are_minutes_however_they_are_written() {
        for (written, read) in [
            ("12", Some(12)),
            ("T+12", Some(12)),
            ("+ 12 min", Some(12)),
            ("12.0", Some(12)),
            ("0:12", Some(12)),
            ("01:05", Some(65)),
            ("01:05:00", Some(65)),
            ("0", Some(0)),
            ("soon", None),
            ("-3", None),
            ("1:75", None),
            ("", None),
        ] {
            assert_eq!(minutes(written), read, "{written}");
        }
    }

    #[test]
    fn a_time_of_the_day_may_have_its_day() {
        let read = |written: &str| {
            moment(written).map(|(day, time)| (day.map(|day| day.to_string()), time.format("%H:%M").to_string()))
        };
        let at = |time: &str| Some((None, time.to_owned()));
        assert_eq!(read("15:44"), at("15:44"));
        assert_eq!(read("3:44 PM"), at("15:44"));
        assert_eq!(read("12 a.m."), at("00:00"));
        assert_eq!(read("15h44"), at("15:44"));
        assert_eq!(read("2026-11-13T15:44:00+11:00"), Some((Some("2026-11-13".into()), "15:44".into())));
        assert_eq!((read("25:00"), read("noon"), read("13 pm"), read("15")), (None, None, None, None));
    }
}
