//! The end of a case: what is left stays in sight, and the way back is said.

use crate::support::stage::Stage;

fn closed() -> Stage {
    Stage::trinity().keys(r#": "close the case" <enter> "Principal" <tab> "False alarm" <ctrl-s>"#)
}

#[test]
fn a_closed_case_says_who_closed_it_why_and_what_was_not_done() {
    let stage = closed().shows("CLOSED, AND NOT ALL IS DONE").shows("Principal: False alarm").shows("18 to do");
    stage.shows("Tell the Privacy Officer").shows("Seal to write down").shows("First report to the Privacy Officer");
}

#[test]
fn notes_go_on_in_a_closed_case_and_it_is_opened_again_with_a_reason() {
    let stage = closed().keys(r#"w "The tape was found" <ctrl-s>"#).shows("✓ k4-3");
    stage.keys(r#": "reopen" <enter> "It was none" <ctrl-s>"#).shows_not("CLOSED").shows("Tell the Privacy Officer");
}

#[test]
fn the_end_of_a_case_stands_in_its_lines_at_every_size() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        closed().at(columns, lines).shows("CLOSED").shows("to do");
    }
}
