//! What a tired person stumbled on, key by key.

use crate::stage::Stage;

#[test]
fn the_first_letter_replaces_what_the_program_put_into_a_line() {
    let stage = Stage::home().keys(r#"<enter> <tab>"#).shows("Typing replaces it");
    let stage = stage.keys(r#""Notes mailed" <ctrl-s>"#).shows("LIVE  Notes mailed ");
    stage.shows_not("Lutheran College)Notes");
    Stage::trinity().keys(r#"d "23:30""#).shows("Until: 23:30").shows_not("in 30m23");
    Stage::home().keys("<enter> <tab>").paste("Notes mailed").shows("Title: Notes mailed");
}

#[test]
fn what_the_program_put_into_a_line_can_still_be_changed() {
    let stage = Stage::home().keys(r#"<enter> <tab> <end> ", drill""#);
    stage.shows("(Trinity Lutheran College), drill");
    Stage::trinity().keys(r#"d <backspace> "h""#).shows("Until: in 30h");
}

#[test]
fn a_slip_on_y_or_n_does_not_overturn_an_answer() {
    let asked = "Is any of the information about human beings?";
    let stage = Stage::trinity().keys("<right> y <up>").shows(asked).shows("Recorded: Yes");
    let stage = stage.keys("n").shows("This has an answer already").shows("Answered before: Yes");
    let mut kept = stage.keys("<esc> 3").shows("Recorded: Yes");
    assert_eq!(kept.text().matches("recorded #2").count(), 1);
    kept.keys("n <enter> <up>").shows("Recorded: No").shows("recorded #3");
}
