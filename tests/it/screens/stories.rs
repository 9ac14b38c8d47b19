//! The policy's own cases, key by key.

use crate::support::stage::Stage;

/// From anywhere in an open case.
const CLOSE: &str = r#": "close the case" <enter>"#;

/// The line of the screen that holds a text.
fn stage_line(stage: &mut Stage, text: &str) -> String {
    let shown = stage.text();
    shown.lines().find(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}:\n{shown}")).to_owned()
}

/// What the staff member does first, whatever the case: the call, and when it was discovered.
const TOLD: &str = r#"1 <enter>  <enter> "01:40" <enter>"#;

#[test]
fn two_keys_after_the_start_the_call_to_make_at_once_is_on_the_screen() {
    let stage = Stage::home().shows("5  Trinity Lutheran College");
    stage
        .keys("5 <enter>")
        .shows("LIVE")
        .shows("Tell the Privacy Officer of the suspected breach")
        .shows("CALL")
        .shows("✓ k4-1 02:13  Case opened");
}

#[test]
fn an_email_that_was_recalled_is_not_escalated_and_four_things_are_reported_to_two() {
    let stage = Stage::trinity()
        .keys(TOLD)
        .keys(r#"<enter> 6 <enter>  <enter> "Wrong list picked" <enter>  <enter> "Excursion reminder" <enter>  1 <enter>  <enter> "A. Ruiz, office" <enter>"#)
        .shows("First report")
        .keys(r#"<enter> "To A. Ruiz by phone, 02:10" <ctrl-s>"#)
        .shows("Is any of the information about human beings?")
        .keys("y <enter> <enter> 5 <enter> <enter> 2 <enter>").keys(r#"1 "By its words" <ctrl-s>"#)
        .shows("Is this an e-mail sent to the wrong recipient by mistake?")
        .keys("y <enter> n <enter> y <enter>")
        .shows("no utility in escalating")
        .shows("Are multiple individuals affected?")
        .keys("n <enter> n <enter> n <enter> n <enter>")
        .shows("Escalate to the Data Breach Response Team?");
    let stage = stage.shows("there may be no utility in escalating");
    let stage = stage
        .keys("2")
        .shows("Why (needed, whichever way it goes)")
        .keys("<ctrl-s>")
        .shows("This decision is recorded with its reason, whichever way it goes.")
        .keys(r#""Recalled before anybody read it" <ctrl-s>"#)
        .shows("WHAT CHANGED")
        .keys("<enter>")
        .shows("How is the breach or suspected breach described in the report?");
    let stage = stage
        .keys(r#"<enter> "A reminder went to the wrong list." <ctrl-s>"#)
        .shows("What action did the Privacy Officer take");
    let stage = stage.keys(r#"<enter> "Recalled at 01:52." <ctrl-s>  <enter> "All copies gone." <ctrl-s>  <enter> "Nobody read it." <ctrl-s>"#);
    let mut stage = stage.shows("Report the four things to the Principal").keys("<up>").at(120, 40);
    for wanted in [
        "to Principal and College Council",
        "Description of the breach or suspected breach",
        "Action taken by the Privacy Officer to address it",
        "Outcome of that action",
        "The Privacy Officer's view that no further action is required",
    ] {
        stage = stage.shows(wanted);
    }
    stage = stage.shows_not("missing");
    // Both are called; the record cannot be filed before somebody decides where, so that comes first.
    let stage =
        stage.at(80, 24).keys("<down> 1 <enter> 1 <enter>").shows("THE POLICY DOES NOT SAY").shows("Filing site");
    let stage = stage.keys("<down> <up>").keys(r#"/ "file the record" <enter>"#);
    let stage = stage.shows("The policy leaves the filing site").keys("<enter>").shows("Filing site");
    let stage = stage.keys(r#"<enter> "On the share" <ctrl-s>"#).shows("File the record electronically");
    stage.keys(r#"<enter> "On the share, by A. Ruiz" <ctrl-s>"#).shows("NOTHING IS LEFT TO DO");
}

#[test]
fn health_data_to_many_is_escalated_and_steps_one_to_three_are_open_side_by_side() {
    let stage = Stage::trinity()
        .keys(TOLD)
        .keys(r#"<enter> 5 <enter>  <enter> "Sick notes to all parents" <enter>  <enter> "Enrolment" <enter>  2 <enter>  <enter> "A parent" <enter>"#)
        .keys(r#"<enter> "To A. Ruiz by phone, 02:10" <ctrl-s>"#)
        .keys("y <enter> <enter> 5 <enter> <enter> 2 <enter>").keys(r#"1 "By its words" <ctrl-s>"#)
        .keys("y <enter> y <enter> n <enter> n <enter>")
        .keys("y <enter>")
        .shows("Any yes of four: it may be appropriate to notify the team")
        .keys("y <enter> n <enter> y <enter>")
        .keys(r#"1 "Health data, many people" <ctrl-s>"#)
        .shows("WHAT CHANGED")
        .shows("calls to make")
        .keys("<enter>")
        .shows("Convene");
    // The Principal sits in more than one area and is called once.
    let mut stage = stage.keys("1 <enter> <esc>").keys("g s").at(80, 60);
    for step in ["Step 1: contain, assess", "Step 2: evaluate the risks", "Step 3: notification"] {
        let shown = stage_line(&mut stage, step);
        assert!(shown.contains('○') && shown.contains("side by side"), "{shown}");
    }
}

#[test]
fn a_changed_answer_keeps_the_old_one_and_says_what_it_switched_off() {
    let stage = Stage::trinity().keys("/ \"wrong recipient\" <enter>");
    let stage = stage.shows("Is this an e-mail sent to the wrong recipient by mistake?");
    let stage = stage.keys("y <enter>").shows("Are the contents of the e-mail sensitive?").keys("<up>").shows("✓ Yes");
    stage
        .keys("n <enter> <esc> <up>")
        .keys("/ \"wrong recipient\" <enter>")
        .shows("✓ No")
        .keys("<space>")
        .shows("Yes, R. Okafor");
}

#[test]
fn a_note_can_be_added_anywhere_and_stands_beside_the_item() {
    let stage = Stage::trinity()
        .keys(r#"w "Phone of the office is dead" <ctrl-s>"#)
        .shows("Tell the Privacy Officer of the suspected breach");
    let stage = stage.at(80, 40).keys("<space>").shows("Phone of the office is dead");
    stage.keys(r#"g r w "On the case" <ctrl-s>"#).shows("On the case");
}

#[test]
fn what_is_put_off_leaves_the_agenda_and_comes_back_by_itself() {
    let stage = Stage::trinity().keys("d <enter>").shows("When was the suspected breach discovered?");
    let stage =
        stage.keys("<up>").shows("Waits for").shows("until 22 Nov").after(31 * 60).keys("<down> 1 <enter>").at(80, 30);
    stage.keys("g g").shows("Came back.");
}

#[test]
fn a_case_that_is_opened_again_says_where_it_stood() {
    let stage = Stage::trinity().keys(TOLD).restarted();
    stage
        .shows("Go on with")
        .keys("<enter>")
        .shows("Who is at the keyboard?")
        .shows("Next")
        .keys("<enter>")
        .shows("What type of personal information is involved?");
}

#[test]
fn home_says_that_the_review_of_the_policy_is_overdue_and_what_else_must_be_in_order() {
    let stage = Stage::home().chooses("trinity").shows("review overdue since 2021-12-31");
    let stage = stage.keys("r <end>").at(100, 40).shows("overdue since 2021-12-31");
    stage.shows("Electronic filing site determined").shows("to be confirmed").keys("<esc>").shows("Something happened");
}

#[test]
fn the_record_names_entries_as_the_receipts_do_also_across_runs() {
    let stage = Stage::trinity().keys(TOLD).shows("✓ k4-3").restarted().keys("<enter> <enter>");
    let stage = stage.keys("<enter> 5 <enter>").shows("✓ m2-1");
    let mut stage = stage.keys("g r");
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
    let stage = Stage::trinity().keys("o").shows("Who is at the keyboard?").keys(r#""M. Ito" <enter>"#);
    stage.shows("M. Ito · 22 Nov 02:13").keys("g r").shows("R. Okafor to M. Ito");
}

#[test]
fn closing_lists_what_is_to_do_and_needs_a_reason() {
    let stage = Stage::trinity().keys(CLOSE).shows("Close all the same?");
    let stage = stage.keys(r#""Principal" <ctrl-s>"#).shows("no reason is given for closing anyway");
    stage.keys(r#""False alarm" <ctrl-s>"#).shows("CLOSED");
}

#[test]
fn the_time_on_a_watch_is_compared() {
    let stage = Stage::trinity().keys(r#": "time check" <enter> "02:11""#).shows("Understood: 22 Nov 02:11");
    stage.keys("<enter> g r <enter>").shows("the laptop is 2 min fast");
}

#[test]
fn the_next_call_knows_the_number_that_was_filled_in() {
    let stage = Stage::trinity().keys("g c f").shows("Who is: Privacy Officer");
    let stage = stage.keys(r#""C. Lee" <tab> "mobile 555-0100" <enter>"#).shows("mobile 555-0100");
    stage.keys("g g 1").shows("C. Lee").shows("How it ended");
}

#[test]
fn the_search_finds_a_clause_and_goes_to_what_does_its_work() {
    Stage::trinity().keys(r#"/ "media attention" <enter>"#).shows("Could there be media or stakeholder attention?");
}

#[test]
fn the_palette_does_what_its_key_would() {
    Stage::trinity().keys(r#": "hand over" <enter>"#).shows("Who is at the keyboard?");
}

#[test]
fn the_palette_records_of_what_is_selected_whatever_can_be_recorded_whether_it_has_a_key_or_not() {
    let stage = Stage::trinity().keys(r#": "pass on" <enter>"#).shows("Who was asked to make the call").keys("<esc>");
    stage.keys(r#": "silence" <enter>"#).shows("is no point on which the policy does not say");
}

#[test]
fn an_entry_is_put_right_from_the_record_and_the_form_says_what_was_there_and_what_it_switches() {
    let stage = Stage::every_kind();
    let stage = stage.keys(r#"/ "Has the examiner" <enter> y <enter> <esc>"#).shows("✓ k4-2").keys("g r e");
    let stage = stage.shows("Before: Yes, R. Okafor, 22 Nov 02:13 (k4-2)").shows("( ) 1 Yes").keys("n");
    stage.shows("This switches").keys("<enter> <esc> g r").shows("in the place of k4-2").shows("now k4-3");
}

#[test]
fn both_counts_are_in_sight_and_what_the_policy_does_not_ask_says_so_wherever_it_is_shown() {
    let beside = "The policy does not ask this, and nothing waits";
    for size in [(120, 40), (80, 24), (60, 20)] {
        Stage::trinity().keys("g t <end>").at(size.0, size.1).shows("Affected: not counted; in Australia:");
    }
    // Up to the counts, then to the first that has no number.
    let stage = Stage::trinity().keys("g t <end>").shows("The policy asks for neither.").keys("<enter>");
    let stage = stage.shows(beside).keys("d").shows("it is never left to do and cannot be put off").shows(beside);
    let stage = stage.keys("<enter>").shows(beside).keys(r#""about 480" <enter>"#).shows("✓ k4-2");
    let stage = stage.keys("g t").shows("Affected: about 480 persons; in Australia: not counted").keys("<enter>");
    let stage = stage.shows("How many of them live in Australia?").keys(r#"<enter> "530" <enter>"#);
    let doubt = "More people are counted in Australia (530)";
    stage.keys("g t").shows("Affected: about 480 persons; in Australia: 530").shows(doubt);
}

#[test]
fn a_wrong_answer_is_struck_from_the_record_with_its_reason_and_stays_readable() {
    let stage = Stage::trinity().keys(TOLD).after(120).keys("g r <end>").shows("z strike out");
    // After a minute the reason is asked.
    let stage = stage.keys("z").shows("Before").shows("k4-3").keys("<esc> <up> e");
    let stage = stage.shows("CORRECT").shows("k4-2").keys("0").shows("Why it is wrong");
    let stage = stage.keys(r#""Another case" <ctrl-s>"#).shows("✓ k4-4").shows("Struck out");
    stage.keys("<esc> g r <home> <down>").shows("struck").keys("<enter>").shows("k4-4").shows("Another case");
}
