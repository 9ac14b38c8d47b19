//! Zones by their rules: days with two offsets, and days that were left out.

use breachbook::base::Stamp;
use breachbook::base::time::{Moments, Zone};
use chrono::{NaiveDate, NaiveDateTime};

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

#[test]
fn each_day_has_the_offset_of_its_own_rules() {
    let zone = Zone::of_posix("EST5EDT,M3.2.0,M11.1.0").unwrap();
    let text = |at: Moments| match at {
        Moments::Once(at) => at.to_text(),
        other => format!("{other:?}"),
    };
    assert_eq!(text(zone.moments(local("2026-06-28 07:09"))), "2026-06-28T07:09:00.000-04:00");
    assert_eq!(text(zone.moments(local("2026-11-28 07:09"))), "2026-11-28T07:09:00.000-05:00");
    let Moments::Twice(first, later) = zone.moments(local("2026-11-01 01:50")) else { panic!("once") };
    assert_eq!((zone.name_at(first), zone.name_at(later)), (Some("EDT"), Some("EST")));
    assert_eq!(later.seconds_since(first), 3600);
    let Moments::Never(gap) = zone.moments(local("2026-03-08 02:30")) else { panic!("it was") };
    assert_eq!(gap.after.to_text(), "2026-03-08T03:00:00.000-04:00");
    assert_eq!(gap.from, local("2026-03-08 02:00"));
}

#[test]
fn a_day_that_begins_at_one_or_ends_an_hour_late_is_still_one_day() {
    let havana = Zone::of_posix("CST5CDT,M3.2.0/0,M11.1.0/1").unwrap();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let spring = havana.begin(day("2026-03-08")).unwrap();
    assert_eq!(spring.to_text(), "2026-03-08T01:00:00.000-04:00");
    let autumn = (havana.begin(day("2026-11-01")).unwrap(), havana.end(day("2026-11-01")).unwrap());
    assert_eq!(autumn.1.seconds_since(autumn.0), 25 * 3600 - 1, "25 hours without a millisecond");
}

#[test]
fn a_day_that_was_left_out_has_no_beginning() {
    let kind = |hours: i32| tz::LocalTimeType::with_ut_offset(hours * 3600).unwrap();
    let change = tz::timezone::Transition::new(1_325_239_200, 1);
    let apia = tz::TimeZone::new(vec![change], vec![kind(-10), kind(14)], vec![], None).unwrap();
    let apia = Zone::of_rules(apia);
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert_eq!(apia.begin(day("2011-12-30")), None);
    assert_eq!(apia.end(day("2011-12-29")).unwrap().to_text(), "2011-12-29T23:59:59.999-10:00");
    assert_eq!(apia.begin(day("2011-12-31")).unwrap().to_text(), "2011-12-31T00:00:00.000+14:00");
    assert!(matches!(apia.moments(local("2011-12-30 12:00")), Moments::Never(_)));
}

#[test]
fn no_moment_and_no_rule_makes_it_stop() {
    for rule in ["EST5EDT,0/0,J365/24", "XXX-24:59:59", "<+2359>-23:59", "EST5EDT,M3.2.0,M11.1.0"] {
        let Some(zone) = Zone::of_posix(rule) else { continue };
        for text in ["0000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z"] {
            let at = Stamp::parse(text).unwrap();
            let local = zone.stamp(at).instant().naive_local();
            let _ = (zone.moments(local), zone.begin(local.date()), zone.end(local.date()));
        }
        let (first, last) = (NaiveDateTime::MIN, NaiveDateTime::MAX);
        let _ = (zone.moments(first), zone.moments(last), zone.end(last.date()));
    }
}
