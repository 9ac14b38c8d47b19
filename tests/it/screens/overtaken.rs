//! A form that was open while somebody else recorded about the same thing replaces nothing unseen: it says what arrived, and asks.

use crate::support::say::{self, Deed, v};
use crate::support::stage::Stage;
use breachbook::base::FixedClock;
use breachbook::record::Draft;
use breachbook::session::Session;

/// A. Ruiz records in the same case, on another computer whose folder is the same.
fn elsewhere(stage: Stage, command: Draft) -> Stage {
    let case = stage.app.case().unwrap();
    let clock = FixedClock::at(case.now());
    let mut other = Session::open(case.folder().clone(), "A. Ruiz", Box::new(clock)).unwrap();
    other.submit(&command).unwrap();
    stage
}

fn answer(id: &str, value: &str) -> Draft {
    say::answer(id, value)
}

fn call(outcome: &str) -> Draft {
    say::call("tell_head", outcome)
}

fn entries(stage: &Stage) -> usize {
    stage.app.case().unwrap().state().log.len()
}

const ASKED: &str = "Somebody else recorded this meanwhile";
/// The cards of the yes/no question and of the decision.
const TO_REALLY: &str = r#"/ "examiner released" <enter>"#;
const TO_DECISION: &str = r#"/ "Tell everybody" <enter>"#;

/// Each kind of form: the keys that open and fill it, what A. Ruiz records meanwhile, and what the form then tells of it.
fn kinds() -> Vec<(&'static str, &'static str, Draft, &'static str)> {
    let task = |words: &str| say::task("if_told", Deed::RuledOut { reason: words.into(), adviser: None });
    let decided = say::decided("together", "no").with(&v::decision::SEAT, "head");
    vec![
        ("answer", r#"/ "examiner released" <enter> y <tab>"#, answer("really", "no"), ": No"),
        ("task", r#"/ "Inform the regulator" <enter> - "Counsel says no""#, task("No law asks it"), "No law asks it"),
        ("decision", r#"/ "Tell everybody" <enter> 1"#, decided, "Do not tell, Head"),
        ("call", r#"/ "Tell the head" <enter> 3"#, call("reached"), "Reached: Head"),
        (
            "silence",
            r#"/ "Who pays" <enter> <enter> "The owner""#,
            say::silence("who_pays", "The insurer"),
            "The insurer",
        ),
        ("counter", r#"/ "E-mails received" <enter> <enter> "14""#, say::count("mails", "12"), "Added: 12"),
        ("prohibition", "g s <home> <down> <enter> <enter> 1", say::prohibition("leave_on"), ": Read"),
        ("putting off", r#"/ "examiner released" <enter> d <enter>"#, say::defer("really", "in 2h"), "Put off until"),
        ("closing", r#": "close the case" <enter> "Head" <tab> "Morning""#, answer("really", "no"), "No · "),
    ]
}

#[test]
fn every_kind_of_form_says_what_arrived_while_it_was_open_and_records_nothing_unasked() {
    for (kind, keys, other, told) in kinds() {
        let stage =
            elsewhere(Stage::every_kind().keys(keys), other).keys("<ctrl-s>").shows(ASKED).shows("A. Ruiz").shows(told);
        // What they recorded is there, and nothing else. Enter is the safe way, and leaves what was typed.
        assert_eq!(entries(&stage), 2, "{kind}");
        let stage = stage.keys("<enter>").shows_not(ASKED).shows("Enter ");
        assert_eq!(entries(&stage), 2, "{kind}");
        // As often as it is tried, until somebody says so.
        let stage = stage.keys("<ctrl-s> <enter> <ctrl-s> 2").shows_not(ASKED);
        assert_eq!(entries(&stage), 3, "{kind}");
    }
}

#[test]
fn what_arrived_is_told_whether_the_screen_had_noticed_it_or_not() {
    let stage = Stage::every_kind().keys(TO_REALLY).keys("y");
    let stage = elsewhere(stage, answer("really", "no")).after(2).keys("<enter>").shows(ASKED);
    assert_eq!(entries(&stage.keys("<esc>")), 2);
}

#[test]
fn a_second_one_that_arrives_while_it_is_asked_is_told_too() {
    let stage = elsewhere(Stage::every_kind().keys(TO_REALLY).keys("y"), answer("really", "no"));
    let stage = elsewhere(stage.keys("<enter>").shows(ASKED), answer("really", "unknown"));
    let stage = stage.keys("2").shows(ASKED).shows("Not known yet").shows_not(": No,");
    assert_eq!(entries(&stage), 3);
    assert_eq!(entries(&stage.keys("2")), 4);
}

#[test]
fn what_others_record_about_something_else_is_no_question() {
    let stage = elsewhere(Stage::every_kind().keys(TO_REALLY).keys("y"), answer("story", "It rained"));
    let note = say::note_about("really", "A word");
    let stage = elsewhere(stage, note).keys("<enter>").shows_not(ASKED).shows("-2 02:13");
    stage.shows("A. Ruiz: A word").shows("and 1 more");
}

#[test]
fn the_other_seat_of_a_decision_is_no_question() {
    let other = say::decided("together", "no").with(&v::decision::SEAT, "counsel");
    let stage = Stage::every_kind().keys(TO_DECISION).keys("1");
    elsewhere(stage, other).keys("<ctrl-s>").shows_not(ASKED).shows("-2 02:13");
}

#[test]
fn a_text_that_was_kept_knows_when_it_was_begun() {
    let stage = Stage::every_kind().keys(r#"/ "examiner released" <enter> y <tab> <tab> "Heard so" <esc>"#);
    let stage = elsewhere(stage, answer("really", "no")).after(2).keys(TO_REALLY).keys("y <tab>");
    let stage = stage.shows("The text that you kept is back.").keys("<ctrl-s>").shows(ASKED);
    assert_eq!(entries(&stage), 2);
}

#[test]
fn what_is_recorded_after_it_was_told_is_a_correction_that_has_seen_the_other() {
    let stage = elsewhere(Stage::every_kind().keys(TO_REALLY).keys("y"), answer("really", "no"));
    let stage = stage.keys("<enter> 2").shows("-2 02:13");
    let case = stage.app.case().unwrap();
    assert_eq!(case.state().answers("really").unwrap().current, [2], "one counts");
    stage.keys("g r").shows("No · Has the examiner").keys("<up> <enter>").shows("A. Ruiz");
}

#[test]
fn a_duty_that_others_take_away_is_told_on_a_card_and_not_while_somebody_types() {
    let stage = elsewhere(Stage::every_kind(), answer("really", "yes")).after(2);
    stage.shows("WHAT CHANGED").shows("A. Ruiz: Yes").keys("<enter>").shows_not("WHAT CHANGED");
    let stage = elsewhere(Stage::every_kind().keys(r#"w <enter> "Half a""#), answer("really", "yes")).after(2);
    let stage = stage.shows_not("WHAT CHANGED").shows("Half a").keys("<esc>").after(2);
    stage.shows("WHAT CHANGED");
}
