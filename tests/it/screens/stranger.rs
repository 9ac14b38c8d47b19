//! What a stranger at the keyboard stumbled on, screen by screen.

use crate::support::command::{Command, Said, Says};
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
        let command = Command::Answer { id: (*id).into(), value: (*value).into(), source: None };
        other.say(&command, &Said::default()).expect("the answer fits its question");
    }
    stage.after(1)
}

/// A Trinity case in which the team is called: calls are due and stopwatches run.
fn escalated() -> Stage {
    Stage::trinity()
        .keys(r#"<enter> 1 <enter>  <enter> "01:40" <enter>  <enter> 1 <enter>"#)
        .keys(r#"<right> <home> y <enter> <enter> 5 <enter> <enter> 2 <enter> <enter> 1 <enter> "Seen" <ctrl-s>"#)
        .keys("n <enter> y <enter> y <enter> n <enter> n <enter>")
        .keys(r#"<enter> 1 <tab> "Health data" <ctrl-s>"#)
        .shows("Convene: Legal & Records")
}

fn closed() -> Stage {
    Stage::trinity().keys(r#"Z "Principal" <tab> "False alarm" <ctrl-s>"#)
}

#[test]
fn a_call_that_only_waits_is_not_to_be_made_now() {
    let stage = Stage::trinity().keys(r#"/ "Inform the Australian Privacy Commissioner" <enter>"#);
    let stage = stage.shows("In order: Australian Privacy Commissioner").shows_not("Call now: Australian");
    stage.keys("1 <home>").keys(r#"/ "Tell the Privacy Officer" <enter>"#).shows("Call now: Privacy Officer");
}

#[test]
fn whoever_was_tried_is_marked_so_above_who_is_to_be_called_now() {
    let mut stage = Stage::every_kind().keys("<end>").shows("Call now: Head").shows("then: Counsel");
    stage = stage.keys("<enter> 8 <enter>").shows("tried: Head: out of office, 22 Nov 02:13");
    let text = stage.text();
    assert!(text.find("tried: Head") < text.find("Call now: Counsel"), "{text}");
    stage.shows_not("then: Head");
}

#[test]
fn the_contacts_open_on_whom_to_call_now_and_say_how_many_rows_are_not_shown() {
    let mut stage = escalated().keys("3").shows("more below").shows_not("more above");
    stage = stage.keys("<end>").shows("more above").keys("1 3");
    let text = stage.text();
    let selected = text.lines().find(|line| line.starts_with("▸ ")).unwrap();
    assert!(selected.contains("call now"), "{text}");
}

#[test]
fn a_number_stands_whole_in_the_list_and_person_and_number_below_it() {
    let person = "Maximiliana Vandersloot-Brandt";
    let keys = format!(r#"3 f "{person}" <tab> "emergency phone 800-555-0120" <ctrl-s>"#);
    for size in [(80, 24), (60, 20)] {
        let mut stage = Stage::trinity().keys(&keys).at(size.0, size.1);
        let first = stage.text().lines().find(|line| line.contains("call now")).unwrap().to_owned();
        assert!(first.contains("800-555-0120"), "{size:?}: {first}");
        stage.shows(&format!("Privacy Officer, {person}: emergency phone 800-555-0120"));
    }
}

#[test]
fn calls_and_stopwatches_share_the_side_column() {
    let mut stage = escalated().shows("Call now").shows("Running").shows("\"immediately\"");
    let text = stage.text();
    assert!(text.lines().any(|line| line.contains("Call now, and ")), "what is left out is counted:\n{text}");
    stage.at(80, 30).shows("Call now").shows("Running").shows("\"immediately\"");
}

#[test]
fn rules_that_are_met_take_one_line_on_a_small_screen() {
    for size in [(80, 24), (60, 20)] {
        let mut stage = escalated().at(size.0, size.1);
        let text = stage.text();
        let met = text.lines().filter(|line| line.contains("x Sensitive information")).count();
        assert!(met <= 1, "{text}");
        stage.shows_not("Information about health");
    }
}

#[test]
fn a_closed_case_says_so_and_how_it_is_opened_again() {
    let stage = closed().shows("LIVE").shows("CLOSED").shows("Z reopen case").shows_not("Enter answer");
    for keys in ["<enter>", "y", "d", "u", "3 <enter>", "3 a", "3 f", "3 <end> <enter>"] {
        let stage = closed().keys(keys).shows("The case is closed. Reopen it first: Z");
        stage.shows_not("[ Record ]");
    }
    let stage = stage.keys(r#"Z "It was none" <ctrl-s>"#).shows_not("CLOSED").shows("Case opened again");
    stage.keys("Z").shows("Who closes");
}

#[test]
fn a_closed_case_with_a_long_title_says_that_it_is_closed_on_a_narrow_screen() {
    closed().at(60, 20).shows("CLOSED");
}

#[test]
fn a_prohibition_on_the_card_does_not_say_do_not_twice() {
    Stage::every_kind().keys("b").shows("! Do not switch the computer off").shows_not("Do not: Do not");
}

#[test]
fn a_refusal_says_once_that_nothing_was_recorded() {
    let stage = Stage::trinity().keys(r#"Z "Principal" <ctrl-s>"#);
    let mut stage = stage.shows("no reason is given for closing anyway. Say why.");
    assert!(!stage.text().contains("anyway:"), "{}", stage.text());
    let mut stage = Stage::trinity().keys(r#"<down> <enter> "half past" <enter>"#);
    let text = stage.text().to_lowercase();
    assert_eq!(text.matches("recorded.").count(), 1, "{text}");
}

#[test]
fn the_list_of_rules_shows_the_level_of_a_scale() {
    let stage = Stage::home().starts("morenet");
    let stage = answered(stage, &[("cause", "third_party"), ("speaks_for", "rumour_news")]).keys("2");
    stage.at(100, 40).shows("State of confirmation").shows("Rumour").shows_not("By the policy");
}

#[test]
fn a_register_shows_its_entries_by_their_names_and_one_is_struck_out_in_the_log() {
    let at = format!("<home> {}", "<down> ".repeat(15));
    let stage = Stage::every_kind().keys(&at).keys("<enter>").shows("What it was").shows_not("struck out");
    let stage = stage.keys(r#""9" <ctrl-s>"#).keys(&at).keys("<enter>").shows("k4-2 (added");
    let stage = stage.keys("<esc> 4 z").shows("Why it is wrong").shows("k4-2 (added");
    stage.keys(r#""Typed wrong" <enter>"#).shows("recorded k4-3");
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
    let stage = Stage::trinity().at(60, 20).keys("<down> <down> <enter>").shows("more below: Tab");
    stage.at(80, 40).shows("[ Record ]").shows_not("more below: Tab");
    Stage::trinity().at(60, 20).shows(" open");
    let mut stage = Stage::trinity().at(60, 20);
    let text = stage.text();
    let line = text.lines().nth(1).unwrap();
    assert!(line.contains("1  Guide") && line.ends_with("open"), "{text}");
}

#[test]
fn home_lists_live_cases_first_then_exercises_then_closed_ones() {
    let stage = Stage::trinity().after(60).keys("0").chooses("trinity").keys("<down> <enter>");
    let stage = stage.keys(r#"2 <tab> "Drill" <ctrl-s>"#).shows("EXERCISE").after(60);
    let stage = stage.keys("0 <home>").chooses("trinity").keys("<down> <down> <enter>");
    let stage = stage.keys(r#"<tab> "Over" <ctrl-s> Z "Principal" <tab> "Nothing" <ctrl-s>"#).shows("CLOSED");
    let mut stage = stage.restarted();
    let text = stage.text();
    let at = |wanted: &str| text.lines().position(|line| line.contains(wanted)).unwrap_or_else(|| panic!("{text}"));
    assert!(at("LIVE") < at("EXERCISE") && at("EXERCISE") < at("closed"), "{text}");
    assert!(text.lines().any(|line| line.contains('▸') && line.contains("LIVE")), "{text}");
}

#[test]
fn an_entry_of_another_year_says_which_year() {
    let stage = Stage::trinity().after(400 * 24 * 3600).keys(r#"w "Later" <ctrl-s> <enter>"#);
    let stage = stage.keys("4").shows("22 Nov 2026 02:13").shows("27 Dec 02:13");
    let stage = stage.keys("<home> <enter>").shows("Happened: 22 Nov 2026 02:13").keys("<esc> 0 <home>");
    stage.shows("opened 22 Nov 2026 02:13").shows("27 Dec 02:13");
    let this_year = Stamp::parse("2026-11-22T02:13:44.000+10:30").unwrap();
    assert_eq!(this_year.short_in(this_year), "22 Nov 02:13");
}

#[test]
fn the_help_of_a_screen_with_signs_explains_them_first() {
    for from in ["", "2", "3"] {
        let stage = Stage::trinity().keys(from).keys("?").at(60, 20).shows("Signs in front of a row");
        stage.shows("it waits for somebody").shows("the key / searches");
    }
}

#[test]
fn a_point_of_a_review_is_not_decided() {
    let stage = Stage::home().starts("trinity_readiness").shows("REVIEW");
    stage.shows("Enter say what was found").shows_not("Enter decide");
}

#[test]
fn text_that_is_kept_is_said_to_last_while_the_program_runs() {
    let stage = Stage::trinity().keys(r#"w "Printer" <esc>"#).shows("Keep the text while the program runs");
    stage.keys("2").shows("The text is kept while the program runs");
}

#[test]
fn the_number_to_dial_is_not_broken_over_two_lines_on_the_contacts() {
    let text = Stage::home().starts("msu").keys("3").text();
    assert!(text.contains("phone (517) 432-6200"), "{text}");
    assert!(!text.lines().any(|line| line.trim_end().ends_with("phone (517)")), "{text}");
}
