//! Coming back: what happened since, what comes next, what is not recorded yet.

use crate::support::say;
use crate::support::stage::Stage;
use breachbook::base::FixedClock;
use breachbook::session::Session;

/// An answer of another laptop, seen a second later.
fn others_answer(stage: Stage, id: &str, value: &str) -> Stage {
    let case = stage.app.case().unwrap();
    let (folder, now) = (case.folder().clone(), case.now());
    let mut other = Session::open(folder, "Jo Park", Box::new(FixedClock::at(now))).unwrap();
    other.submit(&say::answer(id, value)).unwrap();
    stage.after(1)
}

#[test]
fn whoever_comes_back_is_told_what_another_laptop_recorded_since() {
    let stage = Stage::trinity().after(60).keys(r#"w "Here" <ctrl-s>"#).after(20 * 60);
    let stage = others_answer(stage, "discovered_at", "2026-11-22T01:40+10:30").after(60);
    stage.keys("1").shows("YOU ARE BACK").shows("Since then Jo Park:");
}

#[test]
fn text_that_was_begun_and_not_recorded_is_told() {
    let stage = Stage::trinity().keys(r#"w "Printer" <esc>"#).after(20 * 60).keys("j");
    stage.shows("Not sent").keys("1 <enter> w").shows("Printer");
}

#[test]
fn what_was_put_off_and_came_back_is_told() {
    let stage = Stage::trinity().keys("d <enter>").after(31 * 60).keys("j").shows("YOU ARE BACK");
    stage.shows("Came back ! Tell the Privacy Officer");
}

#[test]
fn where_the_case_stands_is_told_without_a_question_by_its_command() {
    let stage = Stage::trinity().keys(r#": "where" <enter>"#).shows("Where this case stands");
    stage.shows("Next ○ Tell the Privacy Officer").shows_not("Who is at the keyboard?").keys("<enter>").shows("[Now]");
}

#[test]
fn the_question_and_the_first_names_stand_at_every_size() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let stage = Stage::trinity().after(20 * 60).at(columns, lines).keys("j");
        stage.shows("▸ Name:").shows("1 R. Okafor was here until 02:13");
    }
}
