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
        .keys(r#"<enter> 3 <enter> <enter> "01:40" <enter>"#)
        .after(240)
        .keys(r#"<enter> 5 6 <enter> d <enter> w "The office telephone is dead." <ctrl-s>"#)
        .after(180)
        .keys("<right> <home> y <enter> <enter> 5 <enter> <enter> 2 <enter>")
        .keys(r#"<enter> 2 <enter> "By the sender's own account" <ctrl-s>"#)
        .keys("y <enter> y <enter> y <enter> y <enter> u <enter>")
}

#[test]
fn home_before_the_first_case() {
    shoot("home-empty", Stage::home());
}

#[test]
fn home_with_cases() {
    shoot("home-cases", Stage::trinity().keys("g h t <enter> g h <end>"));
}

#[test]
fn the_form_that_starts_a_case() {
    shoot("start", Stage::home().keys("5"));
}

#[test]
fn the_first_step() {
    shoot("guide-first", Stage::trinity().keys("<home>"));
}

#[test]
fn a_case_under_way() {
    shoot("guide-under-way", under_way());
}

#[test]
fn a_decision_with_what_the_criteria_suggest() {
    shoot("decision", under_way().keys("<end> <enter>"));
}

#[test]
fn a_call_that_is_logged() {
    shoot("call", under_way().keys("3 <enter>"));
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
fn the_rules() {
    shoot("rules", under_way().keys("2 <end>"));
}

#[test]
fn the_contacts() {
    shoot("contacts", under_way().keys("3"));
}

#[test]
fn the_log() {
    shoot("log", under_way().keys("4"));
}

#[test]
fn the_help() {
    shoot("help", Stage::trinity().keys("?"));
}

#[test]
fn the_card_after_coming_back() {
    shoot(
        "resume",
        Stage::trinity().keys(r#"d <enter> w "The office telephone is dead." <esc>"#).after(3600).keys("j"),
    );
}

#[test]
fn closing_with_things_open() {
    shoot("close", under_way().keys("Z"));
}

#[test]
fn the_search() {
    shoot("search", under_way().keys(r#"/ "council""#));
}
