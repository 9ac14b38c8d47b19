//! What a tired person stumbled on, key by key.

use crate::support::say;
use crate::support::stage::Stage;
use breachbook::base::FixedClock;
use breachbook::session::Session;

/// The card of a thing, found by its words.
fn at(stage: Stage, title: &str) -> Stage {
    stage.keys(&format!(r#"/ "{title}" <enter>"#))
}

/// A number in the phone list, beside the folder of the cases.
fn with_number(playbook: &str, channel: &str) -> Stage {
    let stage = Stage::home();
    let list = format!(
        "schema = 1\n[list]\ntitle = \"Ours\"\nplaybooks = [\"{playbook}\"]\n[[person]]\nid = \"pryce\"\nname = \"Dana Pryce\"\n\
         channels = [{{ kind = \"mobile\", value = \"{channel}\" }}]\n[[holder]]\nrole = \"privacy_officer\"\npeople = [\"pryce\"]\n"
    );
    std::fs::write(stage.library().join("contacts.toml"), list).unwrap();
    stage.starts(playbook)
}

#[test]
fn the_first_letter_replaces_what_the_program_put_into_a_line() {
    let stage = Stage::home().keys("5").shows("Typing replaces it").keys(r#""A. Ruiz""#);
    let stage = stage.shows("Name: A. Ruiz").shows_not("OkaforA").keys("<enter>");
    assert_eq!(stage.app.case().unwrap().person(), "A. Ruiz");
    Stage::trinity().keys(r#"d "23:30""#).shows("Until: 23:30").shows_not("in 30m23");
    Stage::home().keys("5").paste("A. Ruiz").shows("Name: A. Ruiz");
}

#[test]
fn what_the_program_put_into_a_line_can_still_be_changed() {
    let stage = Stage::home().keys(r#"5 <end> ", night""#).shows("Name: R. Okafor, night");
    stage.keys("<ctrl-u>").shows_not("Okafor, night");
    Stage::trinity().keys(r#"d <backspace> "h""#).shows("Until: in 30h");
}

#[test]
fn the_letters_of_the_screens_work_on_home_and_help_too() {
    for from in ["g h", "?"] {
        for (key, shown) in
            [("g s", "[Steps"), ("g c", "[Calls"), ("g t", "[Tests"), ("g r", "[Record"), ("g p", "[Paper")]
        {
            Stage::trinity().keys(from).keys(key).shows(shown);
        }
        Stage::trinity().keys(from).keys(r#": "close""#).shows("close the case");
        Stage::trinity().keys(from).keys("g g").shows("Tell the Privacy Officer of the suspected breach");
    }
    Stage::home().shows_not("g go").keys("?").shows_not("Whom do I ring?");
}

#[test]
fn a_slip_on_y_or_n_does_not_overturn_an_answer() {
    let asked = "Is any of the information about human beings?";
    let stage = at(Stage::trinity(), asked).keys("y <enter>");
    let stage = at(stage, asked).shows("Yes").keys("n").keys("<esc>");
    let stage = at(stage, asked).shows("Yes");
    assert_eq!(stage.app.case().unwrap().state().log.len(), 2);
}

#[test]
fn after_the_decision_to_escalate_the_cursor_goes_to_the_first_call() {
    let stage = at(Stage::trinity(), "Escalate to the Data Breach Response Team").shows("DECISION");
    stage.keys(r#"<enter> 1 "Health data" <ctrl-s>"#).shows("WHAT CHANGED").keys("<enter>").shows("CALL");
}

#[test]
fn a_small_window_shows_the_screen_whose_keys_count() {
    Stage::trinity().at(40, 12).keys("g c").shows("Privacy Officer").keys("g g").shows("Tell the Privacy Officer");
}

#[test]
fn the_line_at_the_foot_says_what_was_recorded_last() {
    let stage = Stage::trinity().shows("✓ k4-1 02:13 Case opened");
    let stage = at(stage, "How did the suspected breach come to light").keys("<enter> 2 <enter>");
    let stage = stage.shows("✓ k4-2 02:13 The College was otherwise alerted");
    stage.keys("d <enter>").shows("✓ k4-3 02:13 Put off until 22 Nov 02:43").shows("R. Okafor · 22 Nov 02:13");
}

#[test]
fn a_number_to_be_called_stands_whole_on_a_row_of_its_own() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let mut stage = with_number("trinity", "0400 555 0199").at(columns, lines);
        let text = stage.text();
        let own = |line: &str| {
            let card = line.split('│').next().unwrap_or_default().trim();
            card.ends_with("0400 555 0199") && card.len() < 24
        };
        assert!(text.lines().any(own), "{text}");
        stage.keys("g c").shows("0400 555 0199");
    }
}

#[test]
fn whoever_comes_back_under_another_name_is_asked_after_a_handover() {
    let stage = Stage::trinity().keys(r#"o "M. Ito" <enter>"#).shows("M. Ito");
    let stage = stage.restarted().keys("<enter>").shows("1 M. Ito").shows("2 R. Okafor was here until 02:13");
    let stage = stage.keys(r#"<ctrl-u> 1 <enter> w "Still me" <ctrl-s>"#);
    assert_eq!(stage.app.case().unwrap().person(), "M. Ito");
}

#[test]
fn closing_lists_titles_and_no_names_of_the_program() {
    let stage = Stage::trinity().keys(r#"d <enter> : "close the case" <enter>"#).at(120, 60);
    stage.shows("Tell the Privacy Officer of the suspected breach, immediately").shows_not("contact tell_");
}

#[test]
fn enter_says_what_it_opens() {
    Stage::home().keys("5").shows("Enter start");
    Stage::home().shows("Enter new incident");
    Stage::trinity().keys("g h").shows("Enter go on");
    Stage::trinity().shows("Enter other ways");
}

#[test]
fn an_answer_under_the_cursor_stays_readable() {
    let asked = "When was the suspected breach discovered";
    let stage = at(Stage::trinity(), asked).keys(r#"<enter> "an hour ago" <enter> <enter>"#);
    at(stage, asked).shows("22 Nov 01:13");
}

#[test]
fn a_refusal_goes_to_the_field_that_is_missing() {
    let stage = at(Stage::trinity(), "Escalate to the Data Breach Response Team").keys("<enter> 2 <ctrl-s>");
    let stage = stage.shows("▸ Why").keys(r#""Recalled" <ctrl-s>"#);
    assert_eq!(stage.app.case().unwrap().state().log.len(), 2);
}

#[test]
fn words_typed_at_a_choice_are_not_lost_unsaid() {
    for letters in [r#""recalled""#, r#""y""#, r#"" ""#] {
        let stage = at(Stage::trinity(), "Escalate to the Data Breach Response Team").keys("<enter>").keys(letters);
        stage.shows("Only the numbers answer this. Nothing was recorded.").keys("2").shows("(•) 2");
    }
}

#[test]
fn a_refusal_names_things_as_the_screen_does() {
    let stage = at(Stage::trinity(), "File the record electronically");
    let mut stage = stage.keys(r#"<enter> "On the share" <ctrl-s>"#);
    assert!(!stage.text().contains("filing_site"), "{}", stage.text());
    assert_eq!(stage.app.case().unwrap().state().log.len(), 1);
}

#[test]
fn words_with_a_space_at_a_choice_of_one_record_nothing() {
    let stage = Stage::trinity().keys(r#"<enter> "the office" <ctrl-s>"#);
    stage.shows("Nothing is chosen yet").shows("( ) 1 Reached").shows("✓ k4-1");
}

#[test]
fn coming_back_the_foot_tells_the_last_record_and_not_the_last_exit() {
    let mut stage = Stage::trinity().keys(r#"w "Printer" <ctrl-s>"#);
    stage.app.end().unwrap();
    let stage = stage.restarted().keys("<enter> <enter>").shows("✓ k4-2 02:13 Printer");
    stage.keys("g r").shows("Printer").shows_not("Program left");
}

#[test]
fn text_that_was_kept_in_one_case_does_not_turn_up_in_another() {
    let stage = Stage::trinity().keys(r#"w "Printer" <esc>"#);
    let stage = stage.keys("g h 1 <enter>").shows("LIVE").after(60).keys("w").shows_not("Printer");
    let stage = stage.keys(r#""Lid" <ctrl-s> g h"#);
    let stage = stage.keys("<home> <down> <enter> <enter>");
    assert_eq!(stage.app.case().unwrap().playbook().id.as_str(), "trinity");
    stage.keys("w").shows("Printer");
}

#[test]
fn the_log_names_an_entry_as_the_foot_does() {
    let stage = Stage::trinity().restarted().keys(r#"<enter> <enter> w "Printer" <ctrl-s>"#).shows("✓ m2-1 02:13");
    stage.keys("g r").shows("m2-1");
}

#[test]
fn a_printed_number_is_not_cut_in_the_list_of_calls() {
    for (playbook, number) in [("modot", "573-751-7446"), ("msu", "(517) 432-6200"), ("shepherd", "304.876.5457")] {
        for size in [(80, 24), (60, 20)] {
            let mut stage = Stage::home().starts(playbook).at(size.0, size.1).keys("g c");
            let first = stage.text().lines().find(|line| line.contains("▸ ○")).unwrap().to_owned();
            assert!(first.contains(number), "{playbook} at {size:?}: {first}");
        }
    }
}

#[test]
fn a_form_in_which_only_the_key_has_chosen_is_left_without_a_question() {
    let stage = at(Stage::trinity(), "Contain the breach").keys("-").shows("(•) 2 Not needed");
    stage.keys("<esc>").shows_not("Not recorded yet").shows_not("The text is kept");
}

#[test]
fn words_typed_before_the_reason_was_missed_lead_to_it() {
    let stage = at(Stage::trinity(), "Contain the breach").keys("- <ctrl-s>");
    stage.shows("▸ Why is it not needed?");
}

#[test]
fn a_record_of_another_laptop_moves_nobody_from_where_they_are() {
    let stage = at(Stage::trinity(), "What caused the breach").shows("What caused the breach");
    let case = stage.app.case().unwrap();
    let (folder, now) = (case.folder().clone(), case.now());
    let mut other = Session::open(folder, "Jo Park", Box::new(FixedClock::at(now))).unwrap();
    let command = say::answer("multiple_individuals", "yes");
    other.submit(&command).unwrap();
    stage.after(1).shows("What caused the breach, and how far does it reach?");
}
