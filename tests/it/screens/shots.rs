//! Reviewed pictures of every screen at the three design sizes, with the roles that are used in them.

use crate::support::stage::Stage;

/// The folder's name is drawn by lot, so nothing that is shot may show it.
fn shoot(name: &str, stage: Stage) {
    let mut stage = stage;
    for (columns, lines) in [(80, 24), (120, 40), (60, 20)] {
        stage = stage.at(columns, lines);
        let shot = stage.shot();
        insta::with_settings!({prepend_module_to_snapshot => false, snapshot_path => "../snapshots", omit_expression => true}, {
            insta::assert_snapshot!(format!("screen-{name}-{columns}x{lines}"), shot);
        });
    }
}

/// A case some minutes in: told, assessed, and most of the four questions answered; one item put off, one note written.
fn under_way() -> Stage {
    Stage::trinity()
        .keys(r#"3 <enter> <down> <enter> "01:40" <enter>"#)
        .after(240)
        .keys(r#"<enter> 5 6 <enter> d <enter> w "The office telephone is dead." <ctrl-s>"#)
        .after(180)
        .keys(r#"/ "human beings" <enter> y <enter> <enter> 5 <enter> <enter> 2 <enter>"#)
        .keys(r#"2 "By the sender's own account" <enter>"#)
        .keys("y <enter> y <enter> y <enter> y <enter> u <enter>")
}

#[test]
fn home_before_the_first_case() {
    shoot("home-empty", Stage::home());
}

#[test]
fn home_with_cases() {
    shoot("home-cases", Stage::home().keys("5 <enter> g h t <enter>").restarted().keys("<end>"));
}

#[test]
fn who_begins_a_new_incident() {
    shoot("start", Stage::home().keys("5"));
}

#[test]
fn now_with_a_call() {
    shoot("now-call", Stage::trinity().keys("<down> <up>"));
}

#[test]
fn now_with_a_yes_no_question_and_its_criteria() {
    shoot("now-yes-no", under_way());
}

#[test]
fn now_with_a_line_that_is_no_answer() {
    shoot("now-line", under_way().keys(r#"n "obody knows yet" <enter>"#));
}

#[test]
fn now_with_why_unfolded() {
    shoot("now-why", under_way().keys("<space>"));
}

#[test]
fn the_steps() {
    shoot("steps", under_way().keys("g s"));
}

#[test]
fn a_decision_with_what_the_criteria_suggest() {
    shoot("decision", under_way().keys(r#"/ "escalate to the data" <enter>"#));
}

#[test]
fn a_decision_that_is_being_made() {
    shoot("deciding", under_way().keys(r#"/ "escalate to the data" <enter> 1"#));
}

#[test]
fn what_a_decision_changed() {
    shoot("changed", under_way().keys(r#"/ "escalate to the data" <enter> 1 "Health data" <ctrl-s>"#));
}

#[test]
fn all_that_a_decision_changed() {
    shoot("changed-all", under_way().keys(r#"/ "escalate to the data" <enter> 1 "Health data" <ctrl-s> <space>"#));
}

#[test]
fn several_can_be_ticked() {
    shoot("many-of", Stage::trinity().keys("<down> <down> <enter> 1 5"));
}

#[test]
fn a_refused_time() {
    shoot("refused", Stage::trinity().keys(r#"<down> <enter> "half past" <enter>"#));
}

#[test]
fn the_tests() {
    shoot("tests", under_way().keys("g t"));
}

#[test]
fn the_calls() {
    shoot("calls", under_way().keys("g c"));
}

#[test]
fn the_record() {
    shoot("record", under_way().keys("g r"));
}

#[test]
fn the_paper() {
    shoot("paper", under_way().keys("g p"));
}

#[test]
fn the_keys() {
    shoot("keys", Stage::trinity().keys("?"));
}

#[test]
fn the_card_after_coming_back() {
    shoot("back", under_way().after(3600).keys("w"));
}

#[test]
fn closing_with_things_open() {
    shoot("close", under_way().keys(": \"close the case\" <enter>"));
}

#[test]
fn the_search() {
    shoot("search", under_way().keys(r#"/ "council""#));
}
