//! What a tired person stumbled on, key by key.

use crate::support::stage::Stage;

#[test]
fn the_first_letter_replaces_what_the_program_put_into_a_line() {
    let stage = Stage::home().chooses("trinity").keys("<enter> <tab>").shows("Typing replaces it");
    let stage = stage.keys(r#""Notes mailed" <ctrl-s>"#).shows("LIVE  Notes mailed ");
    stage.shows_not("Lutheran College)Notes");
    Stage::trinity().keys(r#"d "23:30""#).shows("Until: 23:30").shows_not("in 30m23");
    Stage::home().keys("<enter> <tab>").paste("Notes mailed").shows("Title: Notes mailed");
}

#[test]
fn what_the_program_put_into_a_line_can_still_be_changed() {
    let stage = Stage::home().chooses("trinity").keys(r#"<enter> <tab> <end> ", drill""#);
    stage.shows("(Trinity Lutheran College), drill");
    Stage::trinity().keys(r#"d <backspace> "h""#).shows("Until: in 30h");
}

#[test]
fn the_keys_in_the_line_of_screens_work_on_home_and_help_too() {
    for from in ["0", "?"] {
        for (key, shown) in [
            ("1", "Steps"),
            ("2", "for information"),
            ("3", "In order: Privacy Officer"),
            ("4", "recorded k4-1 at 02:13"),
        ] {
            Stage::trinity().keys(from).keys(key).shows(shown);
        }
        Stage::trinity().keys(from).keys(":").shows("hand over").shows("close case");
        Stage::trinity().keys(from).keys("g").shows("Tell the Privacy Officer of the suspected breach");
    }
    Stage::home().shows_not("go to next").keys("?").shows_not("Whom to call now, with the number.");
}

#[test]
fn a_slip_on_y_or_n_does_not_overturn_an_answer() {
    let asked = "Is any of the information about human beings?";
    let stage = Stage::trinity().keys("<right> y <enter> <up>").shows(asked).shows("Recorded: Yes");
    let stage = stage.keys("n").shows("This has an answer already").shows("Answered before: Yes");
    let mut kept = stage.keys("<esc>").shows_not("This has an answer already").shows("Recorded: Yes");
    assert_eq!(kept.text().matches("recorded k4-2").count(), 1);
    kept.keys("n <enter> <up>").shows("Recorded: No").shows("recorded k4-3");
}

#[test]
fn after_the_decision_to_escalate_the_cursor_goes_to_the_first_call() {
    let stage = Stage::trinity()
        .keys(r#"<right> y <enter> <enter> 5 <enter> <enter> 2 <enter> <enter> 1 <enter> "Seen" <ctrl-s>"#);
    let stage = stage
        .shows("Is this an e-mail sent to the wrong recipient")
        .keys("n <enter> y <enter> y <enter> n <enter> n <enter>");
    let stage = stage.keys(r#"<enter> 1 <tab> "Health data" <ctrl-s>"#);
    stage.shows("Convene: Legal & Records").shows("call now · call");
}

#[test]
fn a_small_window_shows_the_screen_whose_keys_count() {
    let stage = Stage::trinity().at(40, 12).keys("3").shows("Privacy Officer").shows_not("Enter records it");
    stage.keys("1").shows("Enter records it");
}

#[test]
fn the_line_at_the_foot_says_what_was_recorded_last() {
    let stage = Stage::trinity().shows("recorded k4-1 at 02:13: Case opened");
    let stage = stage
        .keys("<end> <up> <up> <enter> 2 <enter>")
        .shows("recorded k4-2 at 02:13: The College was otherwise alerted");
    stage.keys("d <enter>").shows("recorded k4-3 at 02:13: Put off until 22 Nov 02:43").shows("─ R. Okafor ─");
}

#[test]
fn a_number_to_be_called_stands_whole_and_before_what_is_to_be_read() {
    let stage = Stage::trinity().keys(r#"3 f "Dana Pryce" <tab> "mobile 0400 555 0199" <enter> 1"#);
    let mut stage = stage.shows("Call now: Privacy Officer (Dana Pryce)");
    let text = stage.text();
    assert!(text.lines().any(|line| line.starts_with("   mobile 0400 555 0199")), "under those to be called:\n{text}");
    assert!(text.lines().any(|line| line.ends_with("mobile 0400 555 0199")), "in the middle:\n{text}");
    stage.keys("3 <home>").shows("Privacy Officer: mobile 0400 555 0199");
}

#[test]
fn whoever_comes_back_under_another_name_is_told_after_a_handover() {
    let stage = Stage::trinity().keys(r#"o "M. Ito" <ctrl-s>"#).shows("M. Ito");
    let stage = stage.restarted().keys("<enter>").shows("handed over to M. Ito").shows("o hands over");
    let stage = stage.keys(r#"<enter> w "Still me" <ctrl-s> b"#);
    stage.shows_not("handed over to M. Ito").shows("Enter go there");
}

#[test]
fn closing_lists_titles_and_no_names_of_the_program() {
    let stage = Stage::trinity().keys("d <enter> Z").at(120, 60);
    stage.shows("- Tell the Privacy Officer of the suspected breach, immediately (put off)").shows_not("contact tell_");
}

#[test]
fn enter_says_what_it_opens() {
    Stage::home().keys("<enter>").shows("Enter start");
    Stage::trinity().shows("Enter log the call").keys("<down>").shows("Enter answer");
    Stage::trinity().keys("<right> <end>").shows("Enter decide");
}

#[test]
fn an_answer_under_the_cursor_stays_readable() {
    let stage = Stage::trinity().keys(r#"<enter> 1 <enter> <enter> "an hour ago" <enter> <up>"#);
    stage.shows("22 Nov 01:13");
}

#[test]
fn a_refusal_goes_to_the_field_that_is_missing() {
    let stage = Stage::trinity().keys("<right> <right> <end> <enter> 2 <ctrl-s>").shows("Say why");
    stage.keys(r#""Recalled" <ctrl-s>"#).shows("recorded k4-2 at 02:13: Do not escalate");
}

#[test]
fn words_typed_at_a_choice_are_not_lost_unsaid() {
    for letters in [r#""recalled""#, r#""y""#, r#"" ""#] {
        let stage = Stage::trinity().keys("<right> <right> <end> <enter>").keys(letters);
        stage.shows("Letters are not kept here").keys("2").shows("(x) 2");
    }
}

#[test]
fn a_refusal_names_things_as_the_screen_does() {
    let stage = Stage::trinity().keys("/ \"File the record electronically\" <enter>").shows("Enter say what was done");
    let mut stage = stage.keys(r#"<enter> "On the share" <ctrl-s>"#).shows("Not recorded.");
    assert!(!stage.text().contains("filing_site"), "{}", stage.text());
}

#[test]
fn words_with_a_space_at_a_choice_of_one_record_nothing() {
    let stage = Stage::trinity().keys(r#"<enter> "the office" <ctrl-s>"#);
    stage.shows("Nothing is chosen yet").shows("( ) 1 Reached").shows("recorded k4-1 at");
}

#[test]
fn coming_back_the_foot_tells_the_last_record_and_not_the_last_exit() {
    let mut stage = Stage::trinity().keys(r#"w "Printer" <ctrl-s>"#);
    stage.app.end().unwrap();
    let stage = stage.restarted().keys("<enter> <enter>").shows("recorded k4-2 at 02:13: Printer · Note");
    stage.keys("4").shows("Program left");
}

#[test]
fn text_that_was_kept_in_one_case_does_not_turn_up_in_another() {
    let stage = Stage::trinity().keys(r#"w "Printer" <esc> 2"#);
    let stage = stage.keys("0 <end> <enter> 2 <enter>").shows("EXERCISE").keys("w").shows_not("Printer");
    stage.keys("<esc> 0 <home> <enter> <enter>").shows("LIVE").keys("w").shows("Printer");
}

#[test]
fn the_log_names_an_entry_as_the_foot_does() {
    let stage = Stage::trinity().restarted().keys(r#"<enter> <enter> w "Printer" <ctrl-s> 4"#);
    stage.shows("recorded m2-1 at 02:13").shows("m2-1 02:13").keys("<enter>").shows("Entry m2-1");
}

#[test]
fn a_wide_screen_too_shows_the_number_beside_who_is_to_be_called() {
    let mut stage = Stage::trinity().keys(r#"3 f "Dana Pryce" <tab> "mobile 0400 555 0199" <enter> 1"#).at(120, 40);
    let text = stage.text();
    assert!(text.lines().any(|line| line.ends_with("  mobile 0400 555 0199")), "{text}");
}

#[test]
fn a_printed_number_is_not_cut_in_the_list_of_contacts() {
    for (playbook, number) in [("modot", "573-751-7446"), ("msu", "(517) 432-6200"), ("shepherd", "304.876.5457")] {
        for size in [(80, 24), (60, 20)] {
            let mut stage = Stage::home().starts(playbook).at(size.0, size.1).keys("3 <home>");
            let first = stage.text().lines().find(|line| line.contains("call now")).unwrap().to_owned();
            assert!(first.contains(number), "{playbook} at {size:?}: {first}");
        }
    }
}

#[test]
fn a_form_in_which_only_the_key_has_chosen_is_left_without_a_question() {
    let stage = Stage::trinity().keys("/ \"Contain the breach\" <enter> x").shows("(x) 2 Not needed");
    let stage = stage.keys("<esc>").shows_not("Not recorded yet").shows_not("What became of it");
    let stage = stage.keys("x <backtab> 1").shows("(x) 1 Done").shows("What was done to contain the breach");
    stage.keys("<esc>").shows("Not recorded yet");
}

#[test]
fn words_typed_before_the_reason_was_missed_lead_to_it() {
    let stage = Stage::trinity().keys("/ \"Contain the breach\" <enter> x <tab> <tab> <ctrl-s>");
    stage.shows("The reason is empty").shows("▸ Why is it not needed?");
}
