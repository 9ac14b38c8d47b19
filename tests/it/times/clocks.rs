//! Clocks of the policy that start with a time that somebody typed.

use crate::support::stage::Stage;

#[test]
fn a_clock_that_starts_with_a_window_counts_from_its_earliest_moment_and_says_so() {
    let stage = Stage::trinity().at(120, 40).keys("<down>");
    let stage = stage.keys(r#"<enter> "20 Nov 2026" <ctrl-s>"#);
    stage.shows("20 Nov").shows("at the earliest from 20 Nov 00:00");
    let stage = Stage::trinity().at(120, 40).keys("<down>").keys(r#"<enter> "21 Nov 23:00" <ctrl-s>"#);
    stage.shows("3 h 13 min").shows_not("at the earliest");
}
