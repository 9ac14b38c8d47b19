//! What people type for a time, and what is refused.

use breachbook::base::{EventTime, Now, Stamp, Unread, Zone};

fn new_york() -> Zone {
    Zone::of_posix("EST5EDT,M3.2.0,M11.1.0").unwrap()
}

fn at(text: &str) -> Now {
    let zone = new_york();
    Now::new(zone.stamp(Stamp::parse(text).unwrap()), zone)
}

fn noon() -> Now {
    at("2026-11-28T12:00:00-05:00")
}

fn stored(typed: &str, now: Now) -> String {
    EventTime::read(typed, now).map_or_else(|why| format!("refused: {why}"), |read| read.value.to_text())
}

#[test]
fn the_forms_that_people_have_in_hand_are_read_in_any_capitals() {
    let rows = [
        ("2024-06-28 7:09 AM Eastern", "2024-06-28T07:09:00.000-04:00"),
        ("2025-04-14 16:37 UTC", "2025-04-14T16:37:00.000Z"),
        ("2024-05-10 14:33:12 -0400", "2024-05-10T14:33:12.000-04:00"),
        ("2024-05-10 14:33:12-04:00", "2024-05-10T14:33:12.000-04:00"),
        ("2024-06-21", "2024-06-21T00:00:00.000-04:00 to 2024-06-21T23:59:59.999-04:00"),
        ("Nov 28 09:00:01", "2026-11-28T09:00:01.000-05:00"),
        ("11/28/2026 9:00 AM", "2026-11-28T09:00:00.000-05:00"),
        ("Yesterday 23:40", "2026-11-27T23:40:00.000-05:00"),
        ("0200", "2026-11-28T02:00:00.000-05:00"),
        ("4 p.m.", "2026-11-27T16:00:00.000-05:00"),
        ("4 P.M. yesterday", "2026-11-27T16:00:00.000-05:00"),
        ("7.30pm yesterday", "2026-11-27T19:30:00.000-05:00"),
        ("28 November 2026 06:00", "2026-11-28T06:00:00.000-05:00"),
        ("Nov 28, 2026, 6:00 AM", "2026-11-28T06:00:00.000-05:00"),
        ("November 28th at 06:00", "2026-11-28T06:00:00.000-05:00"),
        ("28-Nov-2026 06:00:01.57", "2026-11-28T06:00:01.570-05:00"),
        ("28/Nov/2026:06:00:01 -0500", "2026-11-28T06:00:01.000-05:00"),
        ("2026-11-28 06:00:01,123", "2026-11-28T06:00:01.123-05:00"),
        ("2026-11-28T06:00", "2026-11-28T06:00:00.000-05:00"),
        ("2026-11-28T11:00Z", "2026-11-28T11:00:00.000Z"),
        ("2026/11/28 06:00", "2026-11-28T06:00:00.000-05:00"),
        ("28.11.2026 06:00", "2026-11-28T06:00:00.000-05:00"),
        ("Fri 22:15", "2026-11-27T22:15:00.000-05:00"),
        ("Saturday 11:00", "2026-11-28T11:00:00.000-05:00"),
        ("saturday 13:00", "2026-11-21T13:00:00.000-05:00"),
        ("Fri 27 Nov 2026 22:15", "2026-11-27T22:15:00.000-05:00"),
        ("noon", "2026-11-28T12:00:00.000-05:00"),
        ("Midnight", "2026-11-28T00:00:00.000-05:00"),
        ("11:00 CT", "2026-11-28T11:00:00.000-06:00"),
        ("01:00 pacific", "2026-11-28T01:00:00.000-08:00"),
        ("16:37 gmt", "2026-11-28T16:37:00.000Z"),
        ("03:00 AEST", "2026-11-29T03:00:00.000+10:00"),
        ("18:00 utc+2", "2026-11-28T18:00:00.000+02:00"),
        ("20 min ago", "2026-11-28T11:40:00.000-05:00"),
        ("1130Z", "2026-11-28T11:30:00.000Z"),
        ("20M AGO", "2026-11-28T11:40:00.000-05:00"),
        ("About 01:00", "about 2026-11-28T01:00:00.000-05:00"),
        ("Since 22:00", "since 2026-11-27T22:00:00.000-05:00"),
        ("AFTER 22:00", "since 2026-11-27T22:00:00.000-05:00"),
        ("before 02:00", "until 2026-11-28T02:00:00.000-05:00"),
        ("22:00 to 02:13", "2026-11-27T22:00:00.000-05:00 to 2026-11-28T02:13:00.000-05:00"),
        ("Between 22:00 and 02:13", "2026-11-27T22:00:00.000-05:00 to 2026-11-28T02:13:00.000-05:00"),
        ("22:00-02:13", "2026-11-27T22:00:00.000-05:00 to 2026-11-28T02:13:00.000-05:00"),
        ("0200\u{2013}0330", "2026-11-28T02:00:00.000-05:00 to 2026-11-28T03:30:00.000-05:00"),
        ("yesterday 23:00 to 23:30", "2026-11-27T23:00:00.000-05:00 to 2026-11-27T23:30:00.000-05:00"),
        ("27 Nov 22:00 - 23:00", "2026-11-27T22:00:00.000-05:00 to 2026-11-27T23:00:00.000-05:00"),
        ("15 Jun 2017", "2017-06-15T00:00:00.000-04:00 to 2017-06-15T23:59:59.999-04:00"),
        ("June 2017", "2017-06-01T00:00:00.000-04:00 to 2017-06-30T23:59:59.999-04:00"),
        ("in 2017", "2017-01-01T00:00:00.000-05:00 to 2017-12-31T23:59:59.999-05:00"),
        ("today", "2026-11-28T00:00:00.000-05:00 to 2026-11-28T23:59:59.999-05:00"),
        ("friday", "2026-11-27T00:00:00.000-05:00 to 2026-11-27T23:59:59.999-05:00"),
        ("since 15 Jun 2017", "since 2017-06-15T00:00:00.000-04:00"),
        ("after 15 Jun 2017", "since 2017-06-16T00:00:00.000-04:00"),
        ("until 15 Jun 2017", "until 2017-06-15T23:59:59.999-04:00"),
        ("before 15 Jun 2017", "until 2017-06-14T23:59:59.999-04:00"),
        ("14 Jun 2017 to 16 Jun 2017", "2017-06-14T00:00:00.000-04:00 to 2017-06-16T23:59:59.999-04:00"),
        ("14 Apr 2025 12:37 (16:37 UTC)", "2025-04-14T16:37:00.000Z"),
        ("28 Nov 1530", "2026-11-28T15:30:00.000-05:00"),
    ];
    for (typed, is) in rows {
        for typed in [typed.to_owned(), typed.to_uppercase(), typed.to_lowercase(), format!("  {typed} ")] {
            assert_eq!(stored(&typed, noon()), is, "{typed:?}");
        }
    }
}

#[test]
fn what_can_be_read_two_ways_is_refused_with_both() {
    let rows = [
        ("11/10/2026", "10 November or 11 October?"),
        ("11/10 09:00", "10 November or 11 October?"),
        ("28 Nov midnight", "00:00, when that day begins, or 24:00, when it ends?"),
        ("28 Nov 1945", "in the year 1945 or at 19:45?"),
        ("09:00 IST", "India +05:30, Ireland +01:00, Israel +02:00?"),
    ];
    for (typed, both) in rows {
        assert!(stored(typed, noon()).contains(both), "{typed}: {}", stored(typed, noon()));
    }
    assert_eq!(stored("11/11/2026", noon()), stored("2026-11-11", noon()), "one day either way");
    let here = noon().under("AU");
    assert!(stored("09:00 EST", here).contains("(AEST, AEDT)"), "{}", stored("09:00 EST", here));
    assert!(stored("09:00 cst", here).contains("(ACST, ACDT)"));
    assert_eq!(stored("09:00 EST", noon().under("US-MO")), "2026-11-28T09:00:00.000-05:00");
}

#[test]
fn a_day_without_its_year_that_has_not_come_is_refused_with_both_years() {
    let refused = EventTime::read("30 Nov 09:00", noon()).unwrap_err();
    assert_eq!(refused.to_string(), "30 Nov 2026 has not come yet, and 30 Nov 2025 is more than half a year ago.");
    assert_eq!(refused.hint(), "Write the year: 30 Nov 2025 or 30 Nov 2026.");
    assert_eq!(stored("29 May 09:00", noon()), "2026-05-29T09:00:00.000-04:00", "183 days ago");
    assert!(stored("28 May 09:00", noon()).contains("28 May 2026 is more than half a year ago"));
    assert_eq!(stored("31 Dec 23:00", at("2027-01-02T01:00:00-05:00")), "2026-12-31T23:00:00.000-05:00");
    assert!(stored("29 Feb", noon()).contains("29 Feb 2024"));
    let ahead = |typed| Stamp::read_ahead(typed, noon()).map(|read| read.value.to_text());
    assert_eq!(ahead("30 Nov 09:00").as_deref(), Ok("2026-11-30T09:00:00.000-05:00"));
    assert_eq!(ahead("04:00").as_deref(), Ok("2026-11-29T04:00:00.000-05:00"));
    assert_eq!(ahead("tomorrow").as_deref(), Ok("2026-11-29T00:00:00.000-05:00"));
    assert_eq!(ahead("Mon 09:00").as_deref(), Ok("2026-11-30T09:00:00.000-05:00"));
    assert!(ahead("1 Oct").unwrap_err().to_string().contains("1 Oct 2027 is more than half a year away"));
}

#[test]
fn the_hour_that_comes_twice_is_the_one_that_has_come_and_it_is_said() {
    let night = at("2026-11-01T01:10:00-05:00");
    let read = EventTime::read("01:50", night).unwrap();
    assert_eq!(read.value.to_text(), "2026-11-01T01:50:00.000-04:00", "20 minutes ago, not 23 hours");
    assert_eq!(read.value.short_in(night), "1 Nov 01:50 EDT");
    let note = "01:50 came twice on 1 Nov; this is 01:50 EDT, the first. For the other write 1 Nov 01:50 EST.";
    assert_eq!(read.note.as_deref(), Some(note));
    let later = EventTime::read("01:50", at("2026-11-01T04:00:00-05:00")).unwrap();
    assert_eq!(later.value.to_text(), "2026-11-01T01:50:00.000-05:00", "both are past: the later");
    assert!(later.note.unwrap().contains("For the other write 1 Nov 01:50 EDT."));
    assert_eq!(stored("01:50 edt", at("2026-11-01T04:00:00-05:00")), "2026-11-01T01:50:00.000-04:00");
    assert_eq!(
        stored("01:50 to 01:05", night),
        "2026-11-01T01:50:00.000-04:00 to 2026-11-01T01:05:00.000-05:00",
        "20 minutes before the end, by the clocks of before"
    );
}

#[test]
fn the_hour_that_never_was_is_refused() {
    let night = at("2026-03-08T03:40:00-04:00");
    let why = "refused: 02:30 did not exist on 8 Mar: from 02:00 clocks went to 03:00.";
    assert_eq!(stored("02:30", night), why);
    assert_eq!(stored("8 Mar 02:30", at("2026-03-12T03:40:00-04:00")), why);
    assert_eq!(stored("01:50", night), "2026-03-08T01:50:00.000-05:00", "50 minutes ago");
    assert_eq!(stored("02:30", at("2026-03-08T01:00:00-05:00")), "2026-03-07T02:30:00.000-05:00");
}

#[test]
fn a_moment_is_shown_by_the_readers_clock_and_as_it_was_written() {
    let shown = |text: &str| Stamp::parse(text).unwrap().short_in(noon());
    assert_eq!(shown("2025-04-14T16:37:00Z"), "14 Apr 2025 12:37 (16:37 UTC)");
    assert_eq!(shown("2026-11-28T03:30:00+10:30"), "27 Nov 12:00 (28 Nov 03:30 +10:30)");
    assert_eq!(shown("2026-07-04T09:00:00-04:00"), "4 Jul 09:00", "the offset of that day is no other zone");
    assert_eq!(shown("2026-03-02T09:00:00-05:00"), "2 Mar 2026 09:00", "long past, so the year is said");
}

#[test]
fn whole_days_are_shown_as_they_were_typed() {
    for typed in
        ["15 Jun 2017", "June 2017", "in 2017", "21 Nov", "today", "14 Jun 2017 to 16 Jun 2017", "until 15 Jun 2017"]
    {
        let read = EventTime::read(typed, noon()).unwrap().value;
        let shown = read.short_in(noon());
        assert_eq!(shown, typed.replace("today", "28 Nov"));
        assert_eq!(EventTime::read(&shown, noon()).unwrap().value, read);
        assert_eq!(EventTime::parse(&read.to_text()), Some(read), "the stored form is the window");
    }
    let adelaide = Stamp::parse("2026-11-28T12:00:00+10:30").unwrap();
    let read = EventTime::read("15 Jun 2017", noon()).unwrap().value;
    assert_eq!(read.short_in(adelaide), "15 Jun 2017 (-04:00)", "a day elsewhere is still that day");
    assert_eq!(EventTime::read("15 Jun 2017 (-04:00)", adelaide).unwrap().value, read);
}

#[test]
fn nonsense_is_refused_and_not_guessed() {
    for bad in [
        "",
        " ",
        "25:00",
        "half past two",
        "99999999999999d ago",
        "2026-13-01 10:00",
        "13pm",
        "0am",
        "am",
        "4",
        "28",
        "in",
        "02:13 02:14",
        "today yesterday",
        "-",
        "- -",
        "to",
        " to ",
        "about",
        "about to",
        "between 1 and",
        "02:13 XYZ",
        "1:2",
        "002:13",
        "2:3:4",
        "\u{202e}02:13",
        "02:13 +99:00",
        "in 20177",
        "31.31.2026",
        "1e9d ago",
        "utc",
        "monday june",
        "14:00 (15:00)",
        "((",
        "(utc)",
        "0260",
        "2460",
        "a:b",
        "é:00",
        "１２:００",
    ] {
        assert!(
            matches!(
                EventTime::read(bad, noon()),
                Err(Unread::NotATime(_) | Unread::NoSuchDay(_) | Unread::TwoMoments(_))
            ),
            "{bad:?}: {}",
            stored(bad, noon())
        );
    }
    assert!(stored("31 Feb 09:00", noon()).contains("not a day of the calendar"));
    assert!(stored("Thu 27 Nov 2026", noon()).contains("27 Nov 2026 is a Friday, not a Thursday"));
    assert!(stored("28 Nov 02:00 to 27 Nov 01:00", noon()).contains("ends before it begins"));
    assert!(stored("about June 2017", noon()).contains("not one moment"));
    assert!(stored("2005-06-01 09:00 Eastern", noon()).contains("Before 2007"));
    assert!(stored("14 Apr 2025 12:37 (16:38 UTC)", noon()).contains("not the same moment"));
}

#[test]
fn what_is_said_to_mean_the_other_of_two_moments_reads_as_the_other() {
    let at = |text: &str, now: &str| Stamp::read(text, Now::new(Stamp::parse(now).unwrap(), new_york())).unwrap();
    // The second 01:50 is still to come at the first of these moments, and past at the other.
    for now in ["2026-11-01T01:10:00.000-05:00", "2026-11-01T09:00:00.000-05:00"] {
        let read = at("01:50", now);
        let note = read.note.unwrap();
        let other = note.split("For the other write ").nth(1).unwrap().trim_end_matches('.');
        let other = at(other, now).value;
        assert_eq!(other.seconds_since(read.value).abs(), 3600, "{now}: {note}");
    }
}

#[test]
fn a_time_on_a_day_that_was_left_out_is_refused_as_that_day_and_not_as_an_hour() {
    let kind = |hours: i32| tz::LocalTimeType::with_ut_offset(hours * 3600).unwrap();
    let change = tz::timezone::Transition::new(1_325_239_200, 1);
    let apia = tz::TimeZone::new(vec![change], vec![kind(-10), kind(14)], vec![], None).unwrap();
    let now = Now::new(Stamp::parse("2012-01-01T14:00:00+14:00").unwrap(), Zone::of_rules(apia));
    for typed in ["30 Dec 2011", "30 Dec 2011 12:00", "Fri 10:00"] {
        let refused = stored(typed, now);
        assert!(refused.contains("30 Dec 2011 did not exist in this zone"), "{typed}: {refused}");
    }
    assert_eq!(stored("29 Dec 2011 12:00", now), "2011-12-29T12:00:00.000-10:00");
}

#[test]
fn what_people_have_in_hand_is_read_and_shown_as_they_mean_it() {
    let mut now = noon();
    let mut rows = 0;
    for line in include_str!("people.txt").lines() {
        if let Some(head) = line.strip_prefix("# On ") {
            now = at(&head[..25]);
            continue;
        }
        let mut parts = line.split(" | ");
        let (Some(typed), Some(is), Some(shown)) = (parts.next(), parts.next(), parts.next()) else { continue };
        rows += 1;
        match EventTime::read(typed, now.under("US")) {
            Ok(read) => {
                assert_eq!(read.value.to_text(), is, "{typed}");
                assert_eq!(read.value.short_in(now), shown, "{typed}");
            }
            Err(why) => assert_eq!(("refused", why.to_string().as_str()), (is, shown), "{typed}"),
        }
    }
    assert_eq!(rows, 12, "every line is looked at");
}

#[test]
fn every_word_for_a_zone_means_its_offset_and_the_american_ones_go_by_the_rule_of_that_day() {
    for (words, june, december) in [
        ("UTC GMT Z", "Z", "Z"),
        ("EST", "-05:00", "-05:00"),
        ("EDT", "-04:00", "-04:00"),
        ("CST", "-06:00", "-06:00"),
        ("CDT", "-05:00", "-05:00"),
        ("MST", "-07:00", "-07:00"),
        ("MDT", "-06:00", "-06:00"),
        ("PST", "-08:00", "-08:00"),
        ("PDT", "-07:00", "-07:00"),
        ("ET Eastern", "-04:00", "-05:00"),
        ("CT Central", "-05:00", "-06:00"),
        ("MT Mountain", "-06:00", "-07:00"),
        ("PT Pacific", "-07:00", "-08:00"),
        ("AEST", "+10:00", "+10:00"),
        ("AEDT", "+11:00", "+11:00"),
        ("ACST", "+09:30", "+09:30"),
        ("ACDT", "+10:30", "+10:30"),
        ("AWST", "+08:00", "+08:00"),
    ] {
        for word in words.split(' ') {
            for (day, offset) in [("2025-06-10", june), ("2025-12-10", december)] {
                let is = format!("{day}T09:00:00.000{offset}");
                assert_eq!(stored(&format!("{day} 09:00 {word}"), noon()), is, "{word}");
            }
        }
    }
}
