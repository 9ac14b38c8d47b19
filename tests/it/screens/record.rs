//! Record: the log by either time and list by list, and putting right from there.

use crate::support::stage::Stage;

/// A call without an answer, and a question answered late.
fn night() -> Stage {
    Stage::trinity().keys("g c 3 <ctrl-s>")
}

#[test]
fn the_record_shows_each_entry_by_its_name_with_the_outcome_first_and_how_many_there_are() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let stage = night().at(columns, lines).keys("g r").shows("By time recorded").shows("1-2 of 2");
        stage.shows("k4-2   02:13  No answer: Privacy Officer").shows("▸ k4-2");
    }
}

#[test]
fn z_strikes_the_last_record_of_this_run_at_once_in_its_first_minute_from_every_screen() {
    for screen in ["g s", "g c", "g t", "g r", "g p"] {
        let stage = night().keys(screen).after(59).keys("z").shows("Struck out: k4-2, No answer");
        let state = stage.app.case().unwrap().state();
        assert!(state.struck_by(&state.at(1).id).is_some(), "{screen}");
        // What is struck stays readable, and says that it is.
        stage.keys("z").shows("Struck already; e strikes any other.").keys("g r").shows("struck");
    }
}

#[test]
fn z_after_the_first_minute_opens_the_correction_and_records_nothing() {
    let stage = night().keys("g r").after(60).keys("z").shows("CORRECT ·").shows("Before: No answer: Privacy Officer");
    assert_eq!(stage.app.case().unwrap().state().log.len(), 2);
    stage.keys("<esc> z").shows("CORRECT ·");
}

#[test]
fn z_before_anything_was_recorded_in_this_run_says_so() {
    let stage = night().restarted().keys("<enter>").keys("<esc> <esc>").keys("g r z");
    stage.shows("This run has recorded nothing yet; e strikes any other.");
}

#[test]
fn e_and_then_0_goes_to_the_strike_which_asks_why_and_esc_leads_back_to_the_row() {
    let stage = night().after(300).keys("g r e").shows("CORRECT ·").shows("( ) 3 No answer").shows("0 strike");
    let stage = stage.keys("0").shows("Strike out k4-2").shows("Why it is wrong").shows("This switches:");
    let stage = stage.keys("<enter>").shows("No reason is given").keys("<esc>").shows("By time recorded");
    let stage = stage.keys("e 0").keys("\"The wrong person\" <enter>");
    let state = stage.app.case().unwrap().state();
    assert!(state.struck_by(&state.at(1).id).is_some());
    stage.keys("g r").shows("struck").shows("Struck out: k4-2");
}

#[test]
fn a_correction_shows_what_was_there_before_beside_a_choice_in_which_nothing_is_chosen() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let stage = night().at(columns, lines).keys("g r e").shows("Before: No answer: Privacy Officer");
        stage.shows_not("(•)").keys("1").shows("(•) 1 Reached").keys("<ctrl-s> g r").shows("now k4-3");
    }
}

#[test]
fn what_is_written_down_late_says_when_it_was_recorded_and_for_when() {
    let late = "g c <enter> 2 <tab> <tab> <tab> <tab> <tab> \"21 Nov 23:10\" <ctrl-s> g r";
    let stage = Stage::trinity().keys(late).at(120, 40).shows("recorded 02:13 for 21 Nov 23:10");
    stage.keys("v").shows("By time it happened").shows("k4-2   21 Nov 23:10").shows("recorded 02:13");
}

#[test]
fn a_number_that_begins_with_0_is_no_strike_where_a_number_is_typed() {
    let stage = Stage::every_kind().keys("/ \"How many\" <enter> <enter> 9 <ctrl-s> g r e").shows("CORRECT ·");
    stage.keys("0").shows("CORRECT ·").shows_not("Strike out");
}

#[test]
fn v_goes_through_each_list_with_its_rows_and_back() {
    let stage = Stage::every_kind().keys("/ \"mails\" <enter> <enter> 4 <ctrl-s> g r");
    let mut stage = stage.shows("By time recorded").keys("v").shows("By time it happened").keys("v");
    let mut views = 2;
    while !stage.text().contains("By time recorded") {
        stage = stage.keys("v");
        views += 1;
        assert!(views < 12, "{}", stage.text());
    }
    assert!(views > 2);
}
