//! Calls that somebody else makes: passed on, open until they report back, and handed back where nobody was reached.

use crate::support::desk::Desk;
use crate::support::say::{self, FOR, ON, v};
use crate::support::stage::Stage;
use breachbook::record::Draft;

const SEVEN: [&str; 7] = [
    "tell_president",
    "tell_vp_finance",
    "tell_provost",
    "tell_general_counsel",
    "tell_vp_communications",
    "tell_board_secretary",
    "tell_internal_audit",
];

/// A significant incident at the university whose CIO tells seven others.
fn significant() -> Desk {
    let mut desk = Desk::open("msu");
    desk.answer("ability_believed", "yes");
    desk.decide("significant", "significant", "Every student record.");
    desk
}

fn pass_on(id: &str, to: Option<&str>, all: bool) -> Draft {
    let to = to.map(str::to_owned);
    say::pass_on(id).with_some(&v::pass_on::TO, to).with_some(&v::pass_on::ALL, all.then(|| ON.to_owned()))
}

fn reported(id: &str, outcome: &str, by: &str) -> Draft {
    say::call(id, outcome).with(&v::call::REPORTED_BY, by)
}

fn contact(desk: &Desk, id: &str) -> serde_json::Value {
    let status = desk.status();
    status["contacts"].as_array().unwrap().iter().find(|row| row["call"] == id).unwrap().clone()
}

fn next(desk: &Desk) -> Vec<String> {
    let status = desk.status();
    status["next"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_call_that_was_passed_on_stays_open_until_its_caller_reports_back() {
    let mut desk = significant();
    let before = desk.status()["open"]["duties"].clone();
    desk.record(pass_on("tell_president", Some("C. Ito"), false));
    let row = contact(&desk, "tell_president");
    assert_eq!((row["state"].as_str(), row["call_now"].as_bool()), (Some("attempted"), Some(false)));
    assert_eq!(row["passed_on"]["to"], "C. Ito");
    assert_eq!(row["passed_on"]["at"], "2026-11-22T02:13:44.120+10:30");
    assert_eq!(desk.state("items", "tell_president"), "passed-on");
    assert_eq!(desk.status()["open"]["duties"], before, "nobody was told yet");
    let next = next(&desk);
    let place = |id: &str| next.iter().position(|known| known == id).unwrap();
    assert!(place("tell_provost") < place("tell_president"), "what is still to be done here comes first");

    desk.record(reported("tell_president", "reached", "C. Ito"));
    let row = contact(&desk, "tell_president");
    assert_eq!((row["state"].as_str(), row["reported_by"].as_str()), (Some("reached"), Some("C. Ito")));
    assert_eq!(row["passed_on"], serde_json::Value::Null);
    assert!(desk.of("items", "tell_president")["value"].as_str().unwrap().ends_with("reported back by C. Ito"));
}

#[test]
fn a_caller_who_reached_nobody_hands_the_call_back_and_it_can_be_passed_on_again() {
    let mut desk = significant();
    desk.record(pass_on("tell_provost", Some("C. Ito"), false));
    desk.record(reported("tell_provost", "no_answer", "C. Ito"));
    let row = contact(&desk, "tell_provost");
    assert_eq!((row["state"].as_str(), row["call_now"].as_bool()), (Some("attempted"), Some(true)));
    assert_eq!(desk.state("items", "tell_provost"), "attempted");
    desk.record(pass_on("tell_provost", Some("D. Roy"), false));
    assert_eq!(contact(&desk, "tell_provost")["passed_on"]["to"], "D. Roy");
}

#[test]
fn a_call_made_from_the_keyboard_after_all_is_nobodys_report() {
    let mut desk = significant();
    desk.record(pass_on("tell_provost", Some("C. Ito"), false));
    desk.call("tell_provost", "reached");
    let row = contact(&desk, "tell_provost");
    assert_eq!((row["state"].as_str(), row["reported_by"].as_str()), (Some("reached"), None));
}

#[test]
fn all_calls_of_one_caller_are_passed_on_together_and_reported_one_by_one() {
    let mut desk = significant();
    desk.record(pass_on("tell_president", None, true));
    for id in SEVEN {
        assert_eq!(desk.state("items", id), "passed-on", "{id}");
        let to = contact(&desk, id)["passed_on"]["to"].clone();
        assert_eq!(to, desk.session.playbook().role_title("cio"), "the policy says who makes the call");
    }
    assert_eq!(desk.state("items", "tell_cio"), "due", "somebody else makes that one");
    desk.record(reported("tell_provost", "reached", "the CIO"));
    assert_eq!(desk.state("items", "tell_provost"), "reached");
    assert_eq!(desk.state("items", "tell_president"), "passed-on");
}

#[test]
fn only_a_call_that_is_still_to_be_made_can_be_passed_on() {
    let mut desk = significant();
    assert!(desk.refused(pass_on("data_types", None, false)).contains("somebody can only be asked to make a call"));
    desk.call("tell_provost", "reached");
    assert!(desk.refused(pass_on("tell_provost", None, false)).contains("reached already"));
    desk.answer("data_types", "none");
    assert!(desk.refused(pass_on("tell_controller", None, false)).contains("does not apply"));
    let mut desk = Desk::open("morenet");
    assert_eq!(desk.state("items", "consult_counsel"), "due");
    let refused = desk.refused(pass_on("consult_counsel", None, false));
    assert!(refused.contains("--to NAME"), "the guideline names nobody who makes the call: {refused}");
    desk.record(pass_on("consult_counsel", Some("C. Ito"), false));
}

#[test]
fn a_chain_of_contractors_is_passed_on_as_a_whole_and_comes_back_row_by_row() {
    let mut desk = Desk::open("modot");
    desk.answer("contractor_data", "yes");
    desk.answer("affected_contractors", "Acme Paving\nBolt Survey");
    desk.record(pass_on("notify_contractors", Some("the CR desk"), false));
    let rows = |desk: &Desk| -> Vec<(String, String)> {
        let status = desk.status();
        let rows = status["contacts"].as_array().unwrap().iter();
        let rows = rows.filter(|row| row["call"] == "notify_contractors");
        rows.map(|row| {
            let waits = row["passed_on"]["to"].as_str().unwrap_or("nobody").to_owned();
            (row["target"].as_str().unwrap().to_owned(), waits)
        })
        .collect()
    };
    let both = |second: &str| {
        vec![("Acme Paving".to_owned(), "the CR desk".to_owned()), ("Bolt Survey".to_owned(), second.to_owned())]
    };
    assert_eq!(rows(&desk), both("the CR desk"));
    desk.record(reported("notify_contractors", "reached", "the CR desk").with(&FOR, "Bolt Survey"));
    assert_eq!(rows(&desk), both("nobody"));
    assert_eq!(desk.state("items", "notify_contractors"), "passed-on", "one contractor still waits");
}

#[test]
fn a_call_put_off_until_it_is_passed_on_comes_back_then() {
    let mut desk = significant();
    desk.record(say::defer("disconnect", "tell_provost"));
    desk.record(pass_on("tell_provost", Some("C. Ito"), false));
    assert_ne!(desk.state("items", "disconnect"), "deferred");
}

#[test]
fn the_log_says_who_was_asked_and_closing_lists_what_was_not_reported() {
    let mut desk = significant();
    desk.record(pass_on("tell_provost", Some("C. Ito"), false));
    let log = &desk.session.state().log;
    let told = breachbook::page::log::describe(
        Some(desk.session.playbook()),
        &log.last().unwrap().recorded,
        desk.session.now(),
    );
    assert_eq!((told.kind.as_str(), told.value.as_str()), ("passed on", "to C. Ito"));
    let close = say::close("CIO");
    let refused = desk.session.submit(&close).unwrap_err().to_string();
    assert!(refused.contains("Notify the Provost"), "{refused}");
}

#[test]
fn on_screen_a_passes_a_call_on_and_the_form_of_the_call_names_who_reports_back() {
    let mut stage = Stage::trinity().keys("g c").shows("Whom to call now");
    stage = stage.keys("a").shows("Who was asked to make the call");
    stage = stage.keys("\"A. Ruiz\" <tab> \"by 03:00\" <ctrl-s>").shows("Nobody to call now.").shows("asked A. Ruiz");
    let _ = stage.keys("<enter>").shows("Called, and reported back, by").shows("A. Ruiz");
}
