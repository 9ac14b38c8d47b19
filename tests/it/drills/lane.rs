//! The facilitator's lane beside a moment that is looked back on: only for whoever stands on that side.

use super::after::{played, run};
use crate::support::stage::Stage;

const LANE: &str = "The facilitator's lane";

#[test]
fn a_replay_for_the_facilitator_says_what_was_sent_judged_and_noted_by_then() {
    let mut table = played();
    table.lead("10:41:00").leave().unwrap();
    let name = table.case().name();
    // The fourth expectation was judged at 15:49 of the exercise, 10:24 real time.
    let then = |at: &str| run(&table, &["replay", &name, "--at", at, "--facilitator"]);
    let (before, after) = (then("13 Nov 15:48"), then("13 Nov 15:49:30"));
    assert_eq!((before.code, after.code), (0, 0), "{}{}", before.err, after.err);
    for sent in ["Exercise clock: Started", "EXERCISE 1,", "EXERCISE 2,"] {
        assert!(before.out.contains(sent), "{sent}\n{}", before.out);
    }
    assert!(before.out.contains(LANE) && !before.out.contains("Judged"), "{}", before.out);
    assert!(
        after.out.contains("EXERCISE  15:49:00  real 10:24:00") && after.out.contains("Judged: e4"),
        "{}",
        after.out
    );
    // A moment later than the next part has what was sent before it, and the clock as it was set.
    let lane = |text: &str| text.lines().filter(|line| line.contains("  real ")).count();
    assert!(lane(&then("16 Nov 08:07").out) > lane(&after.out));
}

#[test]
fn a_replay_for_anybody_else_has_no_lane_and_needs_no_control_folder() {
    let mut table = played();
    table.lead("10:41:00").leave().unwrap();
    let name = table.case().name();
    std::fs::remove_dir_all(table.control()).unwrap();
    let all = run(&table, &["replay", &name]);
    assert!(all.code == 0 && !all.out.contains(LANE), "{}{}", all.out, all.err);
    let refused = run(&table, &["replay", &name, "--facilitator"]);
    assert!(refused.code != 0 && refused.err.contains("No control folder"), "{}", refused.err);
}

#[test]
fn an_exercise_that_is_played_is_looked_back_on_by_its_facilitator_too() {
    let mut table = super::table::Table::set();
    let conduct = table.lead("10:00:00");
    conduct.start().unwrap();
    conduct.send("1").unwrap();
    conduct.leave().unwrap();
    let name = table.case().name();
    let ran = run(&table, &["replay", &name, "--facilitator"]);
    assert!(ran.code == 0 && ran.out.contains(LANE) && ran.out.contains("EXERCISE 1,"), "{}{}", ran.out, ran.err);
}

#[test]
fn the_console_looks_back_with_its_lane_beside_every_screen_and_nothing_is_recorded() {
    let mut table = played();
    let conduct = table.conduct.take().unwrap();
    let stage = Stage::leads(conduct, table.clock()).keys("<esc>").at(120, 40);
    let entries = |stage: &Stage| {
        let conduct = stage.app.conducted().unwrap();
        conduct.case().state().log.len() + conduct.control().state().log.len()
    };
    let before = entries(&stage);
    let stage = stage.keys("g r <end> l").shows("REPLAY ").shows(LANE).shows("Judged: e4");
    let stage = stage.keys("<home>").shows_not("Judged: e4").keys("<end> g g").shows(LANE).shows("REPLAY ");
    // In a narrow window it stands in the place of the console.
    let stage = stage.at(80, 24).shows_not(LANE).keys("g d").shows(LANE).shows("REPLAY ");
    let stage = stage.keys("<enter> 1 h <space>").shows("Esc returns to now");
    let stage = stage.keys("<esc>").shows("facilitator only").shows_not(LANE);
    assert_eq!(entries(&stage), before);
}
