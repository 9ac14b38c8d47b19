//! A case looked back on in a real terminal: by `:replay` and from a row of the record, step by step and to a time; nothing is recorded.

use crate::night::{CTRL_S, END, ENTER, ESC, LEFT, Night, RIGHT, UP, USUAL, entries};
use crate::set_clock::SetClock;
use crate::terminal::Terminal;
use std::path::PathBuf;

/// Ten minutes lie between each of four entries and the next: opened, a call that nobody answers, a call that is answered, a note.
fn night() -> (Night, PathBuf, Terminal) {
    let night = Night::new();
    let case = night.case();
    let mut clock = SetClock::new(night.home());
    let mut screen = clock.screen(&night, &["open", case.to_str().unwrap()], USUAL);
    screen.shows("Who is at the keyboard?").keys(ENTER).hides("Who is at the keyboard?");
    clock.moves(600);
    screen.keys("gc").shows("[Calls").keys("3").shows("Enter record").keys(CTRL_S).records(1);
    clock.moves(600);
    screen.keys("gc").shows("[Calls").keys("1").shows("▸ Person").keys("D. Marsh").keys(CTRL_S).records(2);
    clock.moves(600);
    // A letter straight behind another would be taken for a word; behind an arrow it is a key.
    screen.keys("gr").shows("[Record]").keys(UP).keys("w").shows("Enter record");
    screen.keys("The office is informed").keys(CTRL_S).records(3);
    (night, case, screen)
}

#[test]
fn a_case_is_looked_back_on_by_its_name_step_by_step_and_to_a_time() {
    let (_night, case, mut screen) = night();
    let before = entries(&case);
    screen.keys(":").shows("─ Commands").keys("replay").shows("▸ replay").keys(ENTER).shows("4 of 4 · read only");
    screen.shows("Note: The office is informed").keys(LEFT).shows("3 of 4 · read only").shows("Reached: D. Marsh");
    screen.keys(LEFT).shows("2 of 4 · read only").keys("gs").shows("[Steps").shows("tried once");
    screen.keys(RIGHT).shows("3 of 4 · read only").hides("tried once");
    // Between the two calls, as somebody types it half an hour after the case was opened.
    screen.keys("/").shows("─ Look back").keys("15m ago").shows("moment").keys(ENTER).shows("2 of 4 · read only");
    screen.keys("w").shows("This is ").shows("Esc returns to now.").shows("2 of 4 · read only");
    screen.keys(ESC).hides("REPLAY").shows("R. Okafor");
    assert_eq!(entries(&case), before, "nothing was recorded");
}

#[test]
fn a_row_of_the_record_leads_to_the_case_as_it_was_and_back_to_the_row() {
    let (_night, case, mut screen) = night();
    let before = entries(&case);
    screen
        .keys("gr")
        .shows("1-4 of 4")
        .keys(END)
        .keys(UP)
        .keys(UP)
        .keys("l")
        .shows("2 of 4 · read only")
        .shows("1-2 of 2");
    screen.hides("Reached: D. Marsh").keys(LEFT).shows("1 of 4 · read only").keys(RIGHT).shows("2 of 4 · read only");
    screen.keys("z").shows("Esc returns to now.");
    screen.keys(ESC).hides("REPLAY").shows("1-4 of 4").shows("Reached: D. Marsh");
    // The row is still the selected one.
    screen.keys("l").shows("2 of 4 · read only").keys(ESC).hides("REPLAY");
    assert_eq!(entries(&case), before, "nothing was recorded");
}
