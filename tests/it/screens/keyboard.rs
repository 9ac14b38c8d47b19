//! Who is at the keyboard: asked where nobody was named and after a pause, before anything is recorded.

use crate::support::stage::Stage;

fn recorders(stage: &Stage) -> Vec<String> {
    let log = &stage.app.case().unwrap().state().log;
    log.iter().map(|row| row.recorded.who.by.clone()).collect()
}

/// A case that R. Okafor opened and left, opened again where nobody is named.
fn opened_by_nobody(login: &str) -> Stage {
    Stage::trinity().restarted_unnamed(login).keys("<enter>")
}

#[test]
fn opening_a_case_asks_who_is_there_and_offers_who_recorded_before() {
    let stage = opened_by_nobody("").shows("Who is at the keyboard?").shows("1 R. Okafor (recorded here before)");
    let stage = stage.keys(r#""A. Ruiz" <enter>"#).shows("Where this case stands").keys("<esc>");
    let stage = stage.keys(r#"w "Came in" <ctrl-s>"#).shows("recorded m2-1");
    assert_eq!(recorders(&stage), ["R. Okafor", "A. Ruiz"]);
    let case = stage.app.case().unwrap();
    assert_eq!(case.person(), "A. Ruiz");
}

#[test]
fn a_login_is_offered_and_taken_by_enter_alone_and_a_digit_names_who_is_offered() {
    let stage = opened_by_nobody("duty2").shows("Name: duty2").keys(r#"<enter> <esc> w "x" <ctrl-s>"#);
    assert_eq!(recorders(&stage)[1], "duty2");
    let stage = opened_by_nobody("duty2").keys(r#"1 <enter> <esc> w "x" <ctrl-s>"#);
    assert_eq!(recorders(&stage)[1], "R. Okafor");
}

#[test]
fn reading_needs_no_name_and_the_first_record_waits_for_it_with_every_letter() {
    let stage = opened_by_nobody("").keys("<esc> <esc>").shows_not("Who is at the keyboard?");
    let stage = stage.keys(r#"w "The lid was forced" <ctrl-s>"#).shows("Who is at the keyboard?");
    // Left without an answer: nothing is recorded, and the words stand there.
    let stage = stage.keys("<esc>").shows("The lid was forced").shows_not("recorded m2-1");
    let stage = stage.keys("<ctrl-s>").keys(r#""nobody" <enter>"#).shows("names nobody");
    let stage = stage.keys(r#"<ctrl-u> "A. Ruiz" <enter>"#).shows("recorded m2-1").shows_not("Note on the case");
    assert_eq!(recorders(&stage), ["R. Okafor", "A. Ruiz"]);
    // Asked once.
    let stage = stage.keys(r#"w "And closed again" <ctrl-s>"#).shows("recorded m2-2");
    assert_eq!(recorders(&stage)[2], "A. Ruiz");
}

#[test]
fn a_new_case_asks_for_the_name_and_takes_no_login_unseen() {
    let stage = Stage::home().restarted_unnamed("").keys("<enter> <enter>");
    let stage = stage.shows("Your name is missing").keys(r#""A. Ruiz" <enter>"#).shows("LIVE");
    assert_eq!(recorders(&stage), ["A. Ruiz"]);
    let stage = Stage::home().restarted_unnamed("duty2").keys("<enter>");
    // The cursor stands in the line, so that it is read before Enter takes it.
    let stage = stage.shows("▸ Your name: duty2").keys("<enter>");
    assert_eq!(recorders(&stage), ["duty2"]);
}

#[test]
fn after_a_pause_enter_says_that_it_is_still_the_same_person() {
    let stage = Stage::trinity().after(16 * 60).keys("2").shows("16 min without a key");
    let stage = stage.keys(r#"w "Back" <ctrl-s>"#).shows("Enter, if R. Okafor is still here").keys("<enter>");
    let stage = stage.shows("recorded k4-2").keys(r#"w "Further" <ctrl-s>"#).shows("recorded k4-3");
    assert_eq!(recorders(&stage), ["R. Okafor", "R. Okafor", "R. Okafor"]);
}

#[test]
fn after_a_pause_another_name_is_a_handover_and_then_what_waited_is_recorded() {
    let stage = Stage::trinity().keys(r#"w "The disk" "#).after(40 * 60).keys(r#"" is encrypted" <ctrl-s>"#);
    let stage = stage.shows("40 min passed without a key");
    // Read once more: it is a record.
    let stage = stage.keys(r#""A. Ruiz" <enter>"#).shows_not("recorded k4-2").keys("<enter>").shows("recorded k4-3");
    assert_eq!(recorders(&stage), ["R. Okafor", "A. Ruiz", "A. Ruiz"]);
    let stage = stage.keys("4 <up>").shows("R. Okafor to A. Ruiz").shows("The disk is encrypted");
    assert_eq!(stage.app.case().unwrap().person(), "A. Ruiz");
}

#[test]
fn a_short_break_asks_nothing_and_neither_does_a_wall_clock_that_is_set() {
    let stage = Stage::trinity().after(14 * 60).keys(r#"w "Here" <ctrl-s>"#);
    stage.shows("recorded k4-2");
}

#[test]
fn handing_over_after_a_pause_is_not_asked_twice() {
    let stage = Stage::trinity().after(20 * 60).keys(r#"o "A. Ruiz" <enter> <enter>"#).shows("recorded k4-2");
    let stage = stage.keys(r#"w "Mine now" <ctrl-s>"#).shows("recorded k4-3");
    assert_eq!(recorders(&stage), ["R. Okafor", "R. Okafor", "A. Ruiz"]);
}
