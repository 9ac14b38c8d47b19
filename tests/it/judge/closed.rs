//! Closing a case and what comes after: the end that it has, what is still taken, and one submit that opens it again.

use super::ends::open;
use crate::support::desk::Desk;
use crate::support::say::{self, Deed, ON, v};
use breachbook::case::Fact;
use breachbook::record::common::REOPEN;
use breachbook::record::{Draft, verbs};
use serde_json::Value;

fn close(desk: &mut Desk) {
    let anyway = say::close("Board").with(&v::close::REASON, "No breach.").with(&v::close::ANYWAY, ON);
    desk.record(anyway);
    assert_eq!(desk.status()["state"], "closed");
}

fn kinds(desk: &Desk) -> Vec<String> {
    let log = desk.session.state().log.iter().filter_map(|row| row.recorded.fact.entry_kind());
    log.map(|kind| kind.word().to_owned()).collect()
}

#[test]
fn one_submit_opens_a_closed_case_again_and_records_and_undoes_its_end() {
    let mut desk = open();
    let all: Vec<_> = desk.status()["items"].as_array().unwrap().clone();
    desk.answer("occurred", "no");
    close(&mut desk);
    let yes = || Draft::new(&verbs::answer::VERB, "occurred").with(&verbs::answer::VALUE, "yes");
    let refused = desk.session.submit(&yes()).unwrap_err().to_string();
    assert!(refused.contains("The case is closed."), "{refused}");
    assert_eq!(desk.status()["state"], "closed");

    let before = kinds(&desk).len();
    let receipt = desk.session.submit(&yes().with(&REOPEN, "The logs show it after all.")).unwrap();
    assert_eq!(kinds(&desk)[before..], ["reopened", "answered"]);
    let said = desk.said(&receipt);
    assert_eq!(said.remarks[0], "The case is open again: The logs show it after all.");
    assert!(said.changes.len() > 3, "everything that is back is named");
    let status = desk.status();
    assert_eq!((&status["state"], &status["ending"]), (&Value::from("open"), &Value::Null));
    for (before, now) in all.iter().zip(status["items"].as_array().unwrap()) {
        if before["id"] != "occurred" {
            assert_eq!(before["state"], now["state"], "{}", before["id"]);
        }
    }
}

#[test]
fn nothing_is_opened_where_what_is_recorded_is_refused() {
    let mut desk = open();
    desk.answer("occurred", "no");
    close(&mut desk);
    let before = kinds(&desk);
    let wrong = Draft::new(&verbs::answer::VERB, "occurred").with(&verbs::answer::VALUE, "perhaps");
    assert!(desk.session.submit(&wrong.with(&REOPEN, "A slip.")).is_err());
    assert_eq!(kinds(&desk), before);
    let sheet = ["harm", "ours"].map(|id| Draft::new(&verbs::answer::VERB, id).with(&verbs::answer::VALUE, "no"));
    assert!(desk.session.submit_all(&sheet).is_err(), "a sheet does not open a case in passing");
    assert_eq!(kinds(&desk), before);
}

#[test]
fn an_action_with_a_day_is_filled_in_after_closing_and_other_rows_are_not() {
    let mut desk = open();
    let add = |desk: &mut Desk, register: &str, row: &str| desk.record(say::row(register, row)).name;
    let action = add(&mut desk, "actions", "Change the locks; due=2026-12-05");
    let without = add(&mut desk, "actions", "Thank everybody");
    desk.answer("occurred", "no");
    close(&mut desk);
    let done = |row: &str| {
        let mut draft = Draft::new(&verbs::change::VERB, row).with(&verbs::change::REASON, "They were changed.");
        draft.give_cell("done", "2026-12-04");
        draft
    };
    let open_actions = |desk: &Desk| {
        let view = desk.session.view();
        breachbook::judge::view::actions::open(view.playbook, view.state, view.now)
    };
    let left = open_actions(&desk);
    assert_eq!((left.len(), left[0].name.as_str()), (1, "Change the locks"));
    assert_eq!(left[0].due.unwrap().to_string(), "2026-12-05");
    assert!(desk.session.submit(&done(&without)).is_err(), "it has no day");
    desk.session.submit(&done(&action)).unwrap();
    assert_eq!(desk.status()["state"], "closed", "it is taken without opening the case");
    assert!(open_actions(&desk).is_empty());
    desk.record(say::note("The locksmith left."));
    assert_eq!(desk.status()["state"], "closed");
}

#[test]
fn a_case_ends_as_what_the_rule_says_and_keeps_it_in_its_record() {
    let mut desk = open();
    desk.answer("occurred", "no");
    let refused = desk.refused(say::close("Board"));
    assert!(refused.contains("Ends as: No breach"), "{refused}");
    assert!(refused.contains("file_report") && !refused.contains("secure"), "{refused}");
    desk.done("file_report", "Number 12");
    desk.record(say::close("Board"));
    let log = desk.session.state();
    let closed = log.closing().map(|closed| &closed.fact);
    let Some(Fact::Closed { ending, still_open, .. }) = closed else { panic!("{closed:?}") };
    assert_eq!((ending.as_deref(), still_open.len()), (Some("No breach"), 0));
}

#[test]
fn what_is_undecided_for_good_is_listed_and_does_not_keep_a_case_open() {
    use Deed;
    let mut desk = open();
    desk.answer("occurred", "no");
    desk.answer("occurred", "unknown");
    let ruled_out = |id: &str| say::task(id, Deed::RuledOut { reason: "No logs were kept.".into(), adviser: None });
    desk.record(ruled_out("harm"));
    let refused = desk.refused(say::close("Board"));
    let place = |words: &str| refused.find(words).unwrap_or_else(|| panic!("{words}: {refused}"));
    assert!(place("secure") < place("Undecided for good"), "{refused}");
    assert!(place("Undecided for good") < place("tell_owed"), "{refused}");
}
