//! Who is at the keyboard: asked on opening, where nobody was named, after a pause and when it is handed over, before anything is recorded.

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
    let stage = opened_by_nobody("").shows("Who is at the keyboard?").shows("1 R. Okafor was here until 02:13");
    let stage = stage.shows("Next ○ Tell the Privacy Officer of the suspected breach");
    let stage = stage.keys(r#""A. Ruiz" <enter> w "Came in" <ctrl-s>"#).shows("✓ m2-1 02:13");
    assert_eq!(recorders(&stage), ["R. Okafor", "A. Ruiz"]);
    assert_eq!(stage.app.case().unwrap().person(), "A. Ruiz");
}

#[test]
fn a_login_is_offered_and_taken_by_enter_alone_and_a_digit_names_who_is_offered() {
    let stage = opened_by_nobody("duty2").shows("Name: duty2").keys(r#"<enter> w "x" <ctrl-s>"#);
    assert_eq!(recorders(&stage)[1], "duty2");
    let stage = opened_by_nobody("duty2").keys(r#"1 <enter> w "x" <ctrl-s>"#);
    assert_eq!(recorders(&stage)[1], "R. Okafor");
}

#[test]
fn letters_look_for_a_name_among_those_who_are_known_and_a_digit_behind_them_takes_it() {
    let recorded = opened_by_nobody("").keys(r#""A. Ruiz" <enter> w "x" <ctrl-s>"#);
    let stage = recorded.restarted_unnamed("").keys("<enter>").shows("2 R. Okafor").keys("o k");
    let stage = stage.shows("1 R. Okafor").shows_not("1 A. Ruiz").keys(r#"1 <enter> w "y" <ctrl-s>"#);
    assert_eq!(recorders(&stage).last().map(String::as_str), Some("R. Okafor"));
    // Somebody whom no list knows is taken as typed.
    let stage = stage.restarted_unnamed("").keys(r#"<enter> "Jo Park""#).shows("Nobody on the list is called so");
    let stage = stage.keys(r#"<enter> w "z" <ctrl-s>"#);
    assert_eq!(recorders(&stage).last().map(String::as_str), Some("Jo Park"));
}

#[test]
fn a_name_that_the_program_was_told_is_asked_once_more_and_enter_takes_it() {
    let stage = Stage::trinity().restarted().keys("<enter>").shows("Name: R. Okafor").keys("<enter>");
    let stage = stage.shows_not("Who is at the keyboard?").keys(r#"w "x" <ctrl-s>"#).shows("✓ m2-1");
    // Left unanswered, the record asks again.
    let stage = stage.restarted().keys(r#"<enter> <esc> w "y" <ctrl-s>"#).shows("Who is at the keyboard?");
    assert_eq!(recorders(&stage).len(), 2);
}

#[test]
fn reading_needs_no_name_and_the_first_record_waits_for_it_with_every_letter() {
    let stage = opened_by_nobody("").keys("<esc>").shows_not("Who is at the keyboard?").shows("Read only");
    let stage = stage.keys(r#"w "The lid was forced" <ctrl-s>"#).shows("Who is at the keyboard?");
    // Left without an answer: nothing is recorded, and the words stand there.
    let stage = stage.keys("<esc>").shows("The lid was forced").shows_not("m2-1");
    let stage = stage.keys("<ctrl-s>").keys(r#""nobody" <enter>"#).shows("names nobody");
    let stage = stage.keys(r#"<ctrl-u> "A. Ruiz" <enter>"#).shows("✓ m2-1").shows_not("Note on the case");
    assert_eq!(recorders(&stage), ["R. Okafor", "A. Ruiz"]);
    // Asked once.
    let stage = stage.keys(r#"w "And closed again" <ctrl-s>"#).shows("✓ m2-2");
    assert_eq!(recorders(&stage)[2], "A. Ruiz");
}

#[test]
fn a_new_case_asks_for_the_name_and_takes_no_login_unseen() {
    let stage = Stage::home().restarted_unnamed("").keys("5 <enter>").shows("Nobody is named");
    let stage = stage.keys(r#""A. Ruiz" <enter>"#).shows("LIVE");
    assert_eq!(recorders(&stage), ["A. Ruiz"]);
    let stage = Stage::home().restarted_unnamed("duty2").keys("5");
    // The cursor stands in the line, so that it is read before Enter takes it.
    let stage = stage.shows("▸ Name: duty2").keys("<enter>");
    assert_eq!(recorders(&stage), ["duty2"]);
}

#[test]
fn after_a_pause_the_first_key_asks_who_is_there_and_does_nothing_else() {
    let stage = Stage::trinity().after(31 * 60).keys("1").shows("YOU ARE BACK · away 31 min");
    let stage = stage.shows("1 R. Okafor was here until 02:13").shows("Nothing is recorded until somebody says");
    // Nobody is offered: it may be somebody else.
    let stage = stage.keys("<enter>").shows("Nobody is named").keys("1 <enter>").shows_not("YOU ARE BACK");
    let stage = stage.keys(r#"w "Further" <ctrl-s>"#).shows("✓ k4-2");
    assert_eq!(recorders(&stage), ["R. Okafor", "R. Okafor"]);
}

#[test]
fn after_a_pause_in_a_form_another_name_is_a_handover_and_then_what_waited_is_recorded() {
    let stage = Stage::trinity().keys(r#"w "The disk" "#).after(40 * 60).keys(r#"" is encrypted" <ctrl-s>"#);
    let stage = stage.shows("away 40 min").shows("What you typed is recorded once somebody says who is here");
    let stage = stage.keys(r#""A. Ruiz" <enter>"#).shows("✓ k4-3");
    assert_eq!(recorders(&stage), ["R. Okafor", "A. Ruiz", "A. Ruiz"]);
    let stage = stage.keys("g r").shows("R. Okafor to A. Ruiz").shows("The disk is encrypted");
    assert_eq!(stage.app.case().unwrap().person(), "A. Ruiz");
}

#[test]
fn a_short_break_asks_nothing_and_neither_does_a_wall_clock_that_is_set() {
    let stage = Stage::trinity().after(14 * 60).keys(r#"w "Here" <ctrl-s>"#);
    stage.shows("✓ k4-2");
}

#[test]
fn handing_over_after_a_pause_is_not_asked_twice() {
    let stage = Stage::trinity().after(20 * 60).keys(r#"o "A. Ruiz" <enter>"#).shows("✓ k4-2");
    let stage = stage.keys(r#"w "Mine now" <ctrl-s>"#).shows("✓ k4-3");
    assert_eq!(recorders(&stage), ["R. Okafor", "A. Ruiz", "A. Ruiz"]);
}

#[test]
fn a_keyboard_that_is_handed_over_is_asked_for_by_its_key_and_shows_the_seal() {
    let stage = Stage::trinity().keys("o").shows("HAND OVER THE KEYBOARD").shows("say it aloud or write it down");
    let stage = stage.keys(r#""A. Ruiz" <enter>"#).shows("✓ k4-2");
    // Whoever hands over is there, and writes it down, as through the other doors.
    assert_eq!(recorders(&stage), ["R. Okafor", "R. Okafor"]);
    // The same person again is no handover.
    let stage = stage.keys("o 1 <enter>");
    assert_eq!(recorders(&stage).len(), 2);
}
