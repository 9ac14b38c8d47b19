//! Instants in their stored form.

use breachbook::base::Stamp;
use chrono::{DateTime, SecondsFormat};

fn now() -> Stamp {
    Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap()
}

#[test]
fn the_stored_form_agrees_with_the_calendar_library() {
    let by_library = |text: &str| DateTime::parse_from_rfc3339(text).ok().map(Stamp::new);
    for text in [
        "2026-11-22T02:13:44.120+10:30",
        "2026-11-22T02:13:44.120-06:00",
        "2026-11-22T02:13:44.120Z",
        "2024-02-29T23:59:59.999+00:00",
        "2024-02-29T23:59:59.999-00:00",
        "2026-02-29T00:00:00.000Z",
        "2026-11-22T24:00:00.000Z",
        "2016-12-31T23:59:60.500Z",
        "0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999-23:59",
        "2026-11-22T02:13:44.120+24:00",
        "2026-11-22T02:13:44.120+23:60",
        "2026-11-22T02:13:44.120+1030",
        "2026-11-22T02:13:44.1204Z",
        "2026-11-22t02:13:44.120z",
        "2026-11-22T02:13:44.120\u{2212}06:00",
        "+026-11-22T02:13:44.120Z",
    ] {
        let read = Stamp::parse(text);
        assert_eq!(read, by_library(text), "{text}");
        let written = read.map(|read| read.instant().to_rfc3339_opts(SecondsFormat::Millis, true));
        assert_eq!(read.map(Stamp::to_text), written, "{text}");
    }
}

#[test]
fn seconds_beyond_all_calendars_are_no_time() {
    assert_eq!(now().checked_plus_seconds(i64::MAX / 1000), None);
    assert_eq!(now().checked_plus_seconds(60), Some(now().plus_seconds(60)));
}
