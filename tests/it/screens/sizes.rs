//! Every size of terminal can be drawn.

use crate::support::stage::Stage;

const STATES: [&str; 16] = [
    "",
    "/ \"escalate to the data\" <enter> 1",
    "g t",
    "g c",
    "g r",
    "?",
    "<down> <enter>",
    "/",
    ": \"close the case\" <enter>",
    "g h",
    "g s",
    ":",
    "w",
    "w s o m e <space> w o r d s",
    "<enter> <tab> <tab>",
    "d 2 0 <space> m i n",
];

/// Draws every size, each in one of the states, so that together all of them are met at all kinds of sizes.
fn draw_sizes(quarter: usize) {
    for (nth, keys) in STATES.iter().enumerate().filter(|(nth, _)| nth % 4 == quarter) {
        let mut stage = Stage::trinity().keys(keys);
        for columns in 1..=130_u16 {
            for lines in 1..=45_u16 {
                if (usize::from(columns) * 7 + usize::from(lines)) % STATES.len() == nth {
                    stage = stage.at(columns, lines);
                    stage.draw();
                }
            }
        }
    }
}

#[test]
fn every_size_from_one_cell_on_is_drawn_without_a_panic_in_the_first_states() {
    draw_sizes(0);
}

#[test]
fn every_size_from_one_cell_on_is_drawn_without_a_panic_in_the_second_states() {
    draw_sizes(1);
}

#[test]
fn every_size_from_one_cell_on_is_drawn_without_a_panic_in_the_third_states() {
    draw_sizes(2);
}

#[test]
fn every_size_from_one_cell_on_is_drawn_without_a_panic_in_the_fourth_states() {
    draw_sizes(3);
}

#[test]
fn a_note_that_is_being_written_is_drawn_in_a_window_of_any_narrow_size() {
    let mut stage = Stage::trinity().keys("w s o m e <space> w o r d s");
    for (columns, lines) in (1..=70_u16).flat_map(|columns| [(columns, 1), (columns, 9), (columns, 30)]) {
        stage = stage.at(columns, lines);
        stage.draw();
    }
}

#[test]
fn a_window_too_small_for_the_guide_asks_one_plain_question() {
    let stage = Stage::trinity().keys("/ \"human beings\" <enter>").at(40, 12);
    stage
        .shows("LIVE")
        .shows("Is any of the information about human beings?")
        .shows("y yes, n no, u not known yet")
        .keys("y <enter>")
        .shows("✓ k4-2");
}

#[test]
fn live_and_the_time_are_in_sight_at_every_usual_size() {
    for (columns, lines) in [(60, 16), (60, 20), (80, 24), (120, 40), (200, 60)] {
        Stage::trinity().at(columns, lines).shows("LIVE").shows("22 Nov 02:13").shows("✓ k4-1 02:13  Case opened");
    }
}
