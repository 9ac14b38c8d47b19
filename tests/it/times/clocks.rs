//! Clocks of the policy that start with a time that somebody typed, and the log of the night when the clocks change.

use super::zones::zone;
use crate::support::stage::Stage;
use breachbook::base::Stamp;

#[test]
fn a_clock_that_starts_with_a_window_counts_from_its_earliest_moment_and_says_so() {
    let discovered = r#"/ "When was the suspected" <enter> <enter>"#;
    let stage = Stage::trinity().at(120, 40).keys(discovered).keys(r#""20 Nov 2026" <enter>"#);
    stage.shows("2 d 2 h at most").shows("20 Nov · When was the suspected breach discovered?");
    let stage = Stage::trinity().at(120, 40).keys(discovered).keys(r#""21 Nov 23:00" <enter>"#);
    stage.shows("3 h 13 min").shows_not("at most");
}

#[test]
fn the_log_of_the_hour_that_comes_twice_names_the_time_and_keeps_its_columns() {
    let night = Stamp::parse("2026-11-01T01:55:00-04:00").unwrap();
    let stage = Stage::in_zone(night, zone("EST5EDT,M3.2.0,M11.1.0")).starts("msu");
    let stage = stage.keys(r#"w "Seen" <ctrl-s>"#).after(600).keys(r#"w "Gone" <ctrl-s> g r"#);
    let mut stage = stage.shows("1 Nov 01:55 EDT").shows("01:05 EST");
    let text = stage.text();
    let rows = ["Case opened: ", "Seen · ", "Gone · "].map(|what| text.lines().find_map(|line| line.split_once(what)));
    let places: Vec<_> = rows.iter().flatten().map(|(before, _)| before.chars().count()).collect();
    assert!(places.len() == 3 && places.windows(2).all(|pair| pair[0] == pair[1]), "{places:?}\n{text}");
}
