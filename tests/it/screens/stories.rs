//! The policy's own cases, key by key.

use crate::support::stage::Stage;

/// What the staff member does first, whatever the case: the call, and when it was discovered.
const TOLD: &str = r#"<enter> 1 <enter>  <enter> "01:40" <enter>"#;

#[test]
fn four_keys_after_the_start_the_call_to_make_at_once_is_on_the_screen() {
    let stage = Stage::home().shows("Data breach response (Trinity Lutheran College)");
    stage
        .starts("trinity")
        .shows("LIVE")
        .shows("Tell the Privacy Officer of the suspected breach")
        .shows("call now · call · duty")
        .shows("recorded k4-1 at 02:13");
}

#[test]
fn an_email_that_was_recalled_is_not_escalated_and_four_things_are_reported_to_two() {
    let stage = Stage::trinity()
        .keys(TOLD)
        .keys(r#"<enter> 6 <enter>  <enter> "Wrong list picked" <ctrl-s>  <enter> "Excursion reminder" <ctrl-s>  <enter> 1 <enter>  <enter> "A. Ruiz, office" <ctrl-s>"#)
        .shows("First report")
        .keys(r#"<enter> "To A. Ruiz by phone, 02:10" <ctrl-s>"#)
        .shows("Is any of the information about human beings?")
        .keys("y <enter> <enter> 5 <enter> <enter> 2 <enter>").keys(r#"<enter> 1 <enter> "By its words" <ctrl-s>"#)
        .shows("Is this an e-mail sent to the wrong recipient by mistake?")
        .keys("y <enter> n <enter> y <enter>")
        .shows("now met: Mis-sent e-mail: no utility in escalating")
        .shows("Are multiple individuals affected?")
        .keys("n <enter> n <enter> n <enter> n <enter>")
        .shows("Escalate to the Data Breach Response Team?");
    let stage = stage
        .keys("<enter>")
        .shows("there may be no utility in escalating")
        .shows("Why (needed, whichever way it goes)");
    let stage = stage
        .keys("2 <ctrl-s>")
        .shows("This decision is recorded with its reason, whichever way it goes.")
        .keys(r#""Recalled before anybody read it" <ctrl-s>"#)
        .shows("How is the breach or suspected breach described in the report?");
    let stage = stage
        .keys(r#"<enter> "A reminder went to the wrong list." <ctrl-s>"#)
        .shows("What action did the Privacy Officer take");
    let stage = stage.keys(r#"<enter> "Recalled at 01:52." <ctrl-s>  <enter> "All copies gone." <ctrl-s>  <enter> "Nobody read it." <ctrl-s>"#);
    let mut stage = stage.shows("Report the four things to the Principal").keys("<up>").at(120, 40);
    for wanted in [
        "Goes to: Principal and College Council",
        "Description of the breach or suspected breach (recorded)",
        "Action taken by the Privacy Officer to address it (recorded)",
        "Outcome of that action (recorded)",
        "The Privacy Officer's view that no further action is required (recorded)",
    ] {
        stage = stage.shows(wanted);
    }
    // Both are called; the record cannot be filed before somebody decides where.
    let stage =
        stage.at(80, 24).keys("<down> <enter> 1 <enter> <enter> 1 <enter>").shows("File the record electronically");
    stage
        .shows("Not yet: The policy leaves the filing site")
        .keys(r#"<enter> "On the share" <ctrl-s>"#)
        .shows("Decide where records are filed first")
        .shows("On the share");
}

#[test]
fn health_data_to_many_is_escalated_and_steps_one_to_three_are_open_side_by_side() {
    let stage = Stage::trinity()
        .keys(TOLD)
        .keys(r#"<enter> 5 <enter>  <enter> "Sick notes to all parents" <ctrl-s>  <enter> "Enrolment" <ctrl-s>  <enter> 2 <enter>  <enter> "A parent" <ctrl-s>"#)
        .keys(r#"<enter> "To A. Ruiz by phone, 02:10" <ctrl-s>"#)
        .keys("y <enter> <enter> 5 <enter> <enter> 2 <enter>").keys(r#"<enter> 1 <enter> "By its words" <ctrl-s>"#)
        .keys("y <enter> y <enter> n <enter> n <enter>")
        .keys("y <enter>")
        .shows("now met: Any yes: it may be appropriate to notify the team")
        .keys("y <enter> n <enter> y <enter>")
        .keys(r#"<enter> 1 <tab> "Health data, many people" <ctrl-s>"#)
        .shows("Convene")
        .at(120, 40)
        .shows("Privacy Officer")
        .shows("Step 1: contain, assess")
        .shows("Step 2: evaluate the risks")
        .shows("Step 3: notification");
    // The Principal sits in more than one area and is called once.
    let mut stage = stage.keys("<enter> 1 <enter>");
    let text = stage.text();
    for lane in ["o│Step 1", "o│Step 2", "o│Step 3"] {
        assert!(text.contains(lane), "{lane} is not open:\n{text}");
    }
}

#[test]
fn a_changed_answer_keeps_the_old_one_and_says_what_it_switched_off() {
    let stage =
        Stage::trinity().keys("<right> <right>").shows("Is this an e-mail sent to the wrong recipient by mistake?");
    let stage =
        stage.keys("y <enter>").shows("Are the contents of the e-mail sensitive?").keys("<up>").shows("Recorded: Yes");
    stage.keys("n <enter> <home>").shows("was: Yes").shows("Recorded: No");
}

#[test]
fn a_note_can_be_added_anywhere_and_stands_beside_the_item() {
    let stage = Stage::trinity()
        .keys(r#"w "Phone of the office is dead" <ctrl-s>"#)
        .shows("Tell the Privacy Officer of the suspected breach");
    let stage = stage.at(80, 40).shows("Phone of the office is dead");
    stage.keys(r#"4 w "On the case" <ctrl-s>"#).shows("Note: On the case");
}

#[test]
fn what_is_put_off_leaves_the_agenda_and_comes_back_by_itself() {
    let stage = Stage::trinity().keys("d <enter>").shows("When was the suspected breach discovered?");
    let stage = stage.keys("<up>").shows("put off").after(31 * 60).keys("g").at(80, 30);
    stage.shows("It was put off and has come back.");
}

#[test]
fn a_case_that_is_opened_again_says_where_it_stood() {
    let stage = Stage::trinity().keys(TOLD).restarted();
    stage
        .shows("Continue a case")
        .keys("<enter>")
        .shows("Where this case stands")
        .shows("Last entry")
        .shows("Next:")
        .keys("<enter>")
        .shows("What type of personal information is involved?");
}

#[test]
fn home_says_that_the_review_of_the_policy_is_overdue_and_what_else_must_be_in_order() {
    let stage = Stage::home().chooses("trinity").shows("review overdue since 2021-12-31");
    let stage = stage.keys("r").shows("Before an incident").shows("overdue since 2021-12-31");
    stage
        .at(100, 40)
        .shows("Electronic filing site determined")
        .shows("to be confirmed")
        .keys("<esc>")
        .shows("Start a case");
}

#[test]
fn the_log_names_entries_as_the_receipts_do_also_across_runs() {
    let stage = Stage::trinity().keys(TOLD).shows("recorded k4-3").restarted().keys("<enter> <enter>");
    let stage = stage.keys("<enter> 5 <enter>").shows("recorded m2-1");
    let mut stage = stage.keys("4");
    let log = stage.text();
    for name in ["k4-1", "k4-2", "k4-3", "m2-1"] {
        assert_eq!(
            log.lines().filter(|line| line.trim_start_matches([' ', '▸']).starts_with(&format!("{name} "))).count(),
            1,
            "{name} once:\n{log}"
        );
    }
}

#[test]
fn the_keyboard_is_handed_over_and_the_new_name_stands_in_the_frame() {
    let stage = Stage::trinity().keys("o").shows("Who takes over").keys(r#""M. Ito" <enter> <enter>"#);
    stage.shows("M. Ito").keys("4").shows("R. Okafor to M. Ito");
}

#[test]
fn closing_lists_what_is_open_and_needs_a_reason() {
    let stage = Stage::trinity().keys("Z").shows("still open").shows("Close anyway");
    let stage = stage.keys(r#""Principal" <ctrl-s>"#).shows("no reason is given for closing anyway");
    stage.keys(r#""False alarm" <ctrl-s>"#).shows("CLOSED");
}

#[test]
fn the_time_on_a_watch_is_compared() {
    let stage = Stage::trinity().keys(r#"t "02:11""#).shows("Understood: 22 Nov 02:11").keys("<enter> 4 <enter>");
    stage.shows("the laptop is 2 min fast");
}

#[test]
fn the_next_call_knows_the_number_that_was_filled_in() {
    let stage = Stage::trinity().keys("3 f").shows("Who is: Privacy Officer");
    let stage = stage.keys(r#""C. Lee" <tab> "mobile 555-0100" <enter>"#).shows("mobile 555-0100");
    stage.keys("<enter>").shows("C. Lee").shows("How it ended");
}

#[test]
fn the_search_finds_a_clause_and_goes_to_what_does_its_work() {
    Stage::trinity().keys(r#"/ "media attention" <enter>"#).shows("Could there be media or stakeholder attention?");
}

#[test]
fn the_palette_does_what_its_key_would() {
    Stage::trinity().keys(r#": "hand over" <enter>"#).shows("Who takes over");
}

#[test]
fn the_palette_records_of_what_is_selected_whatever_can_be_recorded_whether_it_has_a_key_or_not() {
    let stage = Stage::trinity().keys(r#": "pass on" <enter>"#).shows("Who was asked to make the call").keys("<esc>");
    stage.keys(r#": "silence" <enter>"#).shows("no silence");
}

#[test]
fn an_entry_is_put_right_from_the_log_and_the_form_says_what_was_there_and_what_it_switches() {
    let stage = Stage::every_kind().keys("1");
    let stage = stage.keys(r#"/ "Has the examiner" <enter> y <enter>"#).shows("recorded k4-2").keys("4 e");
    let stage = stage.shows("Before: k4-2 (answered: Has the examiner released it?: Yes").shows("( ) 1 Yes").keys("n");
    stage.shows("This would switch:").keys("<enter>").shows("In the place of k4-2").keys("4").shows("was");
}

#[test]
fn both_counts_are_in_sight_and_what_the_policy_does_not_ask_says_so_wherever_it_is_shown() {
    let beside = "The policy does not ask this. It is kept beside";
    let stage = Stage::trinity().at(120, 40).shows(". persons: not counted").shows(". in Australia: not counted");
    for size in [(120, 40), (80, 24), (60, 20)] {
        Stage::trinity().keys("2").at(size.0, size.1).shows(". Affected: not counted; in Australia: not counted");
    }
    // Up to the counts, then to the first that has no number.
    let stage = stage.keys("2 <up>").shows("The policy asks for neither.").keys("<enter>").at(80, 24);
    let stage = stage.shows("not in the policy · question").shows(beside);
    let stage = stage.keys("d").shows("it is never due and cannot be put off").shows(beside);
    let stage = stage.keys("<enter>").shows(beside).keys(r#""about 480" <enter>"#).shows("recorded k4-2");
    let stage = stage.keys("2").shows("% Affected: about 480 persons; in Australia: not counted").keys("<enter>");
    let stage = stage.shows("How many of them live in Australia?").keys(r#"<enter> "500" <enter>"#);
    let doubt = "More people are counted in Australia (500)";
    let stage = stage.keys("2").shows("! Affected: about 480 persons; in Australia: 500").shows(doubt);
    stage.keys("1").at(120, 40).shows("x in Australia: 500").shows("! More people are counted");
}

#[test]
fn a_wrong_answer_is_struck_from_the_log_with_its_reason_and_stays_readable() {
    let stage = Stage::trinity().keys(TOLD).after(120).keys("4 <end>").shows("z strike out");
    let stage = stage.keys("z").shows("Strike out k4-3").shows("k4-3 (answered: ").shows("Why it is wrong");
    let stage = stage.keys("<ctrl-s>").shows("No reason is given for striking out k4-3");
    let stage = stage.keys(r#""Another case" <enter>"#).shows("recorded k4-4 at").shows("Struck out: k4-3");
    let stage =
        stage.keys("<end> <up>").shows("struck ").keys("<enter>").shows("Struck out: k4-4, by R. Okafor: Another case");
    // The strike itself is struck a moment later, without a reason.
    let stage = stage.keys("<esc> <end> z").shows("Strike out k4-4").shows("May stay empty").keys("<ctrl-s>");
    let stage = stage.shows("recorded k4-5 at").keys("<home> z").shows("This cannot be struck out: k4-1");
    stage.shows_not("Why it is wrong");
}
