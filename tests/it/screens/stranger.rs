//! What a stranger at the keyboard stumbled on, screen by screen.

use crate::support::say;
use crate::support::stage::Stage;
use breachbook::base::{FixedClock, Stamp};
use breachbook::session::Session;

/// Answers from a second run of the program in the open case, seen a second later.
fn answered(stage: Stage, answers: &[(&str, &str)]) -> Stage {
    let case = stage.app.case().expect("the stage has opened a case");
    let (folder, now) = (case.folder().clone(), case.now());
    let mut other =
        Session::open(folder, "R. Okafor", Box::new(FixedClock::at(now))).expect("the case can be opened twice");
    for (id, value) in answers {
        let command = say::answer(*id, *value);
        other.submit(&command).expect("the answer fits its question");
    }
    stage.after(1)
}

fn closed() -> Stage {
    Stage::trinity().keys(r#": "close the case" <enter> "Principal" <tab> "False alarm" <ctrl-s>"#)
}

#[test]
fn a_call_that_only_waits_says_so_and_one_to_be_made_now_has_its_number_or_says_that_none_is_known() {
    let stage = Stage::trinity().keys(r#"/ "Inform the Australian Privacy Commissioner" <enter>"#);
    let stage = stage.shows("Waits for").keys(r#"/ "Tell the Privacy Officer" <enter>"#);
    stage.shows_not("Waits for").shows("no number: f");
}

#[test]
fn whoever_was_tried_is_marked_so_beside_who_is_to_be_called_now() {
    let stage = Stage::every_kind().keys(r#"/ "Tell the head" <enter>"#).shows("CALL").keys("<enter> 8 <ctrl-s>");
    stage.shows("Before").shows("Head, mobile 555-0100: out of office");
}

#[test]
fn the_calls_open_on_whom_to_call_now_whoever_was_looked_at_before() {
    let mut stage = Stage::trinity().keys("g c <end> g g g c");
    let text = stage.text();
    let selected = text.lines().find(|line| line.contains('▸')).unwrap();
    assert!(selected.contains("Privacy Officer"), "{text}");
}

#[test]
fn a_number_of_somebody_with_a_long_name_stands_whole_beside_the_name() {
    let person = "Maximiliana Vandersloot-Brandt";
    let keys = format!(r#"g c f "{person}" <tab> "emergency phone 800-555-0120" <ctrl-s>"#);
    for size in [(80, 24), (60, 20)] {
        Stage::trinity().keys(&keys).at(size.0, size.1).shows("800-555-0120").shows("Maximiliana");
    }
}

#[test]
fn the_clock_that_matters_first_stands_on_every_screen_and_how_many_others_run() {
    for screen in ["g g", "g s", "g c", "g t", "g r", "g p"] {
        let stage = Stage::trinity().keys(screen).shows("Clock “immediately”");
        stage.shows("and 1 more");
    }
}

#[test]
fn a_closed_case_says_so_and_how_it_is_opened_again() {
    let stage = closed().shows("LIVE").shows("CLOSED").shows_not("Enter answer");
    for keys in ["y", "d", "u", "g c <enter>", "g c a", "g c <end> <enter>"] {
        let stage = closed().keys(keys);
        assert_eq!(stage.app.case().unwrap().state().log.len(), 2, "{keys}");
        let mut stage = stage.shows("CLOSED");
        let text = stage.text();
        assert!(!text.contains("How it ended") || text.contains("Why the case is opened again"), "{text}");
    }
    stage.keys(r#"<enter> "It was none" <ctrl-s>"#).shows_not("CLOSED").shows("✓ k4-3");
}

#[test]
fn a_closed_case_with_a_long_title_says_that_it_is_closed_on_a_narrow_screen() {
    closed().at(60, 20).shows("LIVE CLOSED");
}

#[test]
fn a_prohibition_does_not_say_do_not_twice() {
    Stage::every_kind().shows("DO NOT").shows_not("DO NOT Do not").shows_not("DO NOT: Do not");
}

#[test]
fn a_refusal_says_once_that_nothing_was_recorded() {
    let asked = r#"/ "When was the suspected breach discovered" <enter> <enter> "half past" <enter>"#;
    let mut stage = Stage::trinity().keys(asked);
    let text = stage.text().to_lowercase();
    assert!(text.matches("recorded.").count() <= 1, "{text}");
    assert_eq!(stage.app.case().unwrap().state().log.len(), 1);
}

#[test]
fn the_list_of_tests_shows_the_level_of_a_test_with_levels() {
    let stage = Stage::home().starts("morenet");
    let stage = answered(stage, &[("cause", "third_party"), ("speaks_for", "rumour_news")]).keys("g t");
    stage.at(100, 40).shows("State of confirmation").shows("Rumour").shows_not("By the policy");
}

#[test]
fn a_row_is_named_in_the_log_and_struck_out_there() {
    let stage = answered(Stage::trinity(), &[("multiple_individuals", "yes")]).keys("g r");
    let stage = stage.shows("Are multiple individuals affected?").keys("<end> e 0").shows("Why");
    stage.keys(r#""Typed wrong" <enter>"#).shows("Struck out:");
}

#[test]
fn a_list_of_people_shows_an_example_that_stays_while_something_is_typed() {
    let stage = Stage::every_kind().keys("<home>").keys(&"<down> ".repeat(9)).keys("<enter>");
    let stage =
        stage.shows("the name, then what is known as column=value").shows("Example: Ana Example; class=student");
    let stage = stage.keys(r#""Carl Po; student""#).shows("Not understood yet");
    stage.shows("Example: Ana Example; class=student; residence=Ohio");
}

#[test]
fn a_form_that_does_not_fit_says_how_much_lies_below() {
    let stage = Stage::trinity().at(60, 20).keys("<enter>").shows("more below: Tab");
    stage.at(80, 40).shows_not("more below: Tab");
}

#[test]
fn home_lists_live_cases_first_then_exercises_then_closed_ones() {
    let stage = Stage::trinity().after(60).keys("g h").keys("t <enter>").shows("EXERCISE").after(60);
    let stage = stage.keys("g h 1 <enter>").shows("LIVE");
    let stage = stage.keys(r#": "close the case" <enter> "Principal" <tab> "Nothing" <ctrl-s>"#).shows("CLOSED");
    let mut stage = stage.restarted();
    let text = stage.text();
    let at = |wanted: &str| text.lines().position(|line| line.contains(wanted)).unwrap_or_else(|| panic!("{text}"));
    assert!(at("LIVE") < at("EXERCISE") && at("EXERCISE") < at("closed"), "{text}");
    assert!(text.lines().any(|line| line.contains('▸') && line.contains("LIVE")), "{text}");
}

#[test]
fn an_entry_of_another_year_says_which_year() {
    let stage = Stage::trinity().after(400 * 24 * 3600).keys("j 1 <enter>").keys(r#"w "Later" <ctrl-s>"#);
    let stage = stage.keys("g r").shows("22 Nov 2026").shows("27 Dec").keys("g h <home>");
    stage.shows("opened 22 Nov 2026 02:13");
    let this_year = Stamp::parse("2026-11-22T02:13:44.000+10:30").unwrap();
    assert_eq!(this_year.short_in(this_year), "22 Nov 02:13");
}

#[test]
fn the_help_of_a_screen_with_signs_explains_them() {
    Stage::trinity().keys("?").at(60, 20).shows("Signs in front of a row");
}

#[test]
fn a_point_of_a_review_is_not_decided() {
    let stage = Stage::home().starts("trinity_readiness").shows("REVIEW");
    stage.shows("Enter say what was found").shows_not("Enter decide");
}

#[test]
fn text_that_is_kept_is_said_to_last_while_the_program_runs() {
    Stage::trinity().keys(r#"w "Printer" <esc>"#).shows("The text is kept while the program runs");
}

#[test]
fn the_number_to_dial_is_not_broken_over_two_lines_on_the_calls() {
    let text = Stage::home().starts("msu").keys("g c").text();
    assert!(text.contains("(517) 432-6200"), "{text}");
    assert!(!text.lines().any(|line| line.trim_end().ends_with("(517)")), "{text}");
}
