//! What is shown reads back as the same moment, on the nights when the clocks change as on any other.

use super::zones::{ZONES, zone};
use breachbook::base::{EventTime, Now, Precision, Stamp, Zone};
use proptest::prelude::*;

const QUARTER_S: i64 = 15 * 60;

fn stamp(text: &str) -> Stamp {
    Stamp::parse(text).unwrap()
}

/// The moments of a year at which the clocks of a zone change.
fn changes(zone: Zone, year: i32) -> Vec<Stamp> {
    let first = stamp(&format!("{year}-01-01T00:00:00Z"));
    let moments = (0..366 * 96).map(|quarter| first.plus_seconds(quarter * QUARTER_S));
    moments.filter(|at| zone.offset_at(*at) != zone.offset_at(at.plus_seconds(-QUARTER_S))).collect()
}

fn moment_reads_back(at: Stamp, now: Now, name: &str) {
    let shown = at.short_in(now);
    let read = Stamp::read(&shown, now).unwrap_or_else(|why| panic!("{name}: {at} is shown as {shown}: {why}"));
    assert_eq!(read.value.instant(), at.instant(), "{name}: {at} is shown as {shown}, read as {}", read.value);
    assert_eq!(read.value.instant().offset(), at.instant().offset(), "{name}: {shown}");
}

fn reads_back(at: Stamp, now: Now, name: &str) {
    moment_reads_back(at, now, name);
    for when in [
        EventTime::Point(at, Precision::About),
        EventTime::Window(Some(at), None),
        EventTime::Window(None, Some(at)),
        EventTime::Window(Some(at.plus_seconds(-QUARTER_S)), Some(at)),
    ] {
        let shown = when.short_in(now);
        let read = EventTime::read(&shown, now).unwrap_or_else(|why| panic!("{name}: {shown}: {why}")).value;
        assert_eq!((read, read.to_utc_text()), (when, when.to_utc_text()), "{name}: {shown}");
        assert_eq!(EventTime::parse(&when.to_text()), Some(when), "{name}: the stored form");
    }
}

#[test]
fn every_quarter_of_an_hour_around_the_nights_of_change_reads_back_in_twenty_zones() {
    for (name, rule) in ZONES {
        let zone = zone(rule);
        let mut nights = changes(zone, 2026);
        assert!(matches!(nights.len(), 0 | 2), "{name}: {nights:?}");
        if nights.is_empty() {
            nights = vec![stamp("2026-03-29T01:00:00Z"), stamp("2026-10-25T01:00:00Z")];
        }
        for night in nights {
            for quarter in -36 * 4..36 * 4 {
                let at = zone.stamp(night.plus_seconds(quarter * QUARTER_S));
                for later_s in [0, 600, 3 * 86_400] {
                    moment_reads_back(at, Now::new(zone.stamp(at.plus_seconds(later_s)), zone), name);
                }
                reads_back(at, Now::new(zone.stamp(at.plus_seconds(3600)), zone), name);
                // Somebody else wrote it down, in another zone; or it was typed in UTC.
                let now = Now::new(zone.stamp(at.plus_seconds(7200)), zone);
                for elsewhere in [Zone::utc(), super::zones::zone(ZONES[17].1)] {
                    reads_back(elsewhere.stamp(at), now, name);
                }
            }
        }
    }
}

#[test]
fn a_day_is_the_same_day_when_it_is_typed_back_in_every_zone() {
    for (name, rule) in ZONES {
        let zone = zone(rule);
        let now = Now::new(zone.stamp(stamp("2026-11-28T12:00:00Z")), zone);
        for day in 0..365 {
            let day = stamp("2025-11-20T12:00:00Z").date() + chrono::Duration::days(day);
            let typed = day.format("%-d %B %Y").to_string();
            let read = EventTime::read(&typed, now).unwrap_or_else(|why| panic!("{name}: {typed}: {why}")).value;
            let EventTime::Window(Some(from), Some(to)) = read else { panic!("{name}: {typed} is no window") };
            assert_eq!((from.date(), to.date()), (day, day), "{name}: {typed}");
            let shown = read.short_in(now);
            assert!(shown.starts_with(&day.format("%-d %b").to_string()) && !shown.contains(" to "), "{name}: {shown}");
            assert_eq!(EventTime::read(&shown, now).unwrap().value, read, "{name}: {shown}");
            assert_eq!(EventTime::parse(&read.to_text()), Some(read), "{name}: the stored form");
        }
    }
}

#[test]
fn a_time_of_day_behind_the_last_day_that_can_be_written_is_refused() {
    let zone = zone(ZONES[0].1);
    let now = Now::new(zone.stamp(stamp("2026-11-01T05:50:00Z")), zone);
    assert!(EventTime::read("9999-12-31 to 0:00", now).is_err());
    assert!(EventTime::read("9999-12-31 22:00 to 23:00", now).is_ok());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_stop(text in "\\PC{0,80}", place in 0_usize..20) {
        let zone = zone(ZONES[place].1);
        let now = Now::new(zone.stamp(stamp("2026-11-01T05:50:00Z")), zone);
        let _ = (EventTime::read(&text, now), Stamp::read_ahead(&text, now), Stamp::read_day_ahead(&text, now));
    }

    #[test]
    fn no_run_of_the_words_of_times_makes_the_reader_stop(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "now", "about", "between", "and", "to", "-", "since", "after", "in", "ago", "28", "Nov", "2026", "0200", "noon", "am", "p.m.",
            "11/10/2026", "2026-11-28", "T", ":", "02:30", "(", "(16:37", "UTC)", "UTC", "-0400", "+14:00", "Eastern", "IST", "Fri",
            "29 Feb", "June", "24:00", "0:00", "9999-12-31", "0000-01-01", "in 2017", "yesterday", "é", "𝟙𝟚:00",
        ]), 0..8),
        place in 0_usize..20,
    ) {
        let zone = zone(ZONES[place].1);
        let now = Now::new(zone.stamp(stamp("2026-11-01T05:50:00Z")), zone);
        for joined in [words.join(" "), words.concat()] {
            if let Ok(read) = EventTime::read(&joined, now) {
                prop_assert_eq!(EventTime::parse(&read.value.to_text()), Some(read.value), "{}", joined);
                let _ = read.value.short_in(now);
            }
            let _ = (Stamp::read_ahead(&joined, now), Stamp::read_day_ahead(&joined, now));
        }
    }

    #[test]
    fn no_moment_of_any_clock_makes_the_reader_or_the_zone_stop(seconds in -80_000_000_000_i64..240_000_000_000, place in 0_usize..20) {
        let zone = zone(ZONES[place].1);
        let Some(at) = Stamp::epoch().checked_plus_seconds(seconds) else { return Ok(()) };
        let now = Now::new(zone.stamp(at), zone);
        let _ = at.short_in(now);
        for typed in ["02:30", "yesterday 23:40", "29 Feb", "today", "in June", "Fri 22:15", "20m ago", "midnight"] {
            let _ = (EventTime::read(typed, now), Stamp::read_ahead(typed, now));
        }
    }
}

#[test]
fn a_time_after_the_last_day_that_can_be_written_is_refused() {
    let now = Now::from(stamp("2026-11-01T05:50:00Z"));
    assert!(EventTime::read("after 9999-12-31", now).is_err());
    assert!(EventTime::read("after 9999-12-30", now).is_ok());
}

#[test]
fn an_offset_of_millions_of_hours_is_refused_and_stops_nobody() {
    let now = Now::from(stamp("2026-11-01T05:50:00Z"));
    for typed in ["02:00 +99999999", "02:00 -99999999:30", "02:00 utc+99999999:00"] {
        assert!(EventTime::read(typed, now).is_err(), "{typed}");
    }
}
