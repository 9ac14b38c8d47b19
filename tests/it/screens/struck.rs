//! What was recorded by a slip and struck with one key: its words stand in the form again, and what was chosen is chosen anew.

use crate::support::stage::Stage;

const BACK: &str = "The words of what was struck are back.";

#[test]
fn the_words_of_an_answer_that_was_struck_stand_in_its_form_again() {
    let stage = Stage::trinity().keys(r#"/ "cause and" <enter> <enter> "A list went to the wrong parent" <enter>"#);
    let stage = stage.shows("✓ k4-2").keys("z").shows("✓ k4-3").shows_not(BACK).keys("<enter>").shows(BACK);
    let stage = stage.shows("A list went to the wrong parent").keys(r#"" twice" <enter>"#);
    stage.shows("✓ k4-4 02:13 A list went to the wrong parent twice");
}

#[test]
fn of_a_call_that_was_struck_the_words_come_back_and_the_outcome_is_chosen_anew() {
    let stage = Stage::trinity().keys(r#"1 "A. Ruiz" <tab> "She asked for the list" <ctrl-s>"#).keys("z <enter>");
    let stage =
        stage.shows("( ) 1 Reached").shows_not("(•)").keys("1").shows("A. Ruiz").shows("She asked for the list");
    stage.keys("<ctrl-s>").shows("✓ k4-4 02:13 Reached: A. Ruiz");
}

#[test]
fn a_reason_comes_back_once_an_option_is_chosen_and_only_as_long_as_nothing_else_was_said() {
    let decided = || {
        let stage = Stage::trinity().keys(r#"/ "Escalate to the data" <enter> 2 "Recalled unread" <ctrl-s>"#);
        stage.keys("<enter> z").shows("✓ k4-3")
    };
    let again = r#"<esc> / "Escalate to the data" <enter>"#;
    let stage = decided().keys(again).keys("<enter>").shows_not("(•)").keys("1").shows("Recalled unread");
    stage.keys("<ctrl-u> <esc>");
    // Decided by somebody's other words, what was struck does not come up any more.
    let stage = decided().keys(again).keys(r#"1 <ctrl-u> "Health data" <ctrl-s> <enter>"#).keys(again).keys("e");
    stage.shows_not("Recalled unread").shows_not(BACK);
}

#[test]
fn a_note_and_a_sheet_that_were_struck_come_back_and_in_no_other_case() {
    let stage = Stage::trinity().keys(r#"w "The office is locked" <ctrl-s> z"#);
    let stage = stage.keys("g h 5 <enter> w").shows_not("The office is locked").keys("<esc>");
    stage.shows_not(BACK);
    let stage = Stage::trinity().keys(r#"w "The office is locked" <ctrl-s> z w"#).shows(BACK);
    stage.shows("The office is locked");
    let stage = Stage::trinity().keys(r#"/ "sent to the wrong" <enter> b n <enter> y <ctrl-s> <enter>"#);
    let stage = stage.shows("Together: 2 entries").keys("z").keys("<enter> <esc>");
    stage.keys(r#"/ "sent to the wrong" <enter> b"#).shows(BACK).shows("2 of 7 filled in");
}
