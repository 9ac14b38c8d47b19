//! Rules that end a case: what has no record does not apply any more, what is kept goes on, and what is recorded counts.

use crate::support::desk::Desk;
use crate::support::say::{self, Deed, v};
use crate::support::voice::{says, says_not};
use serde_json::Value;

pub const PLAYBOOK: &str = include_str!("ends.toml");

pub fn open() -> Desk {
    Desk::open_text("ends", PLAYBOOK)
}

/// The items in a state, by their names.
fn in_state(desk: &Desk, state: &str) -> Vec<String> {
    let status = desk.status();
    let items = status["items"].as_array().unwrap().iter().filter(|item| item["state"] == state);
    items.map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

fn ended(desk: &Desk, id: &str) -> (String, Value) {
    let item = desk.of("items", id);
    (item["state"].as_str().unwrap().to_owned(), item["ended_by"].clone())
}

#[test]
fn an_end_leaves_open_only_what_it_keeps_and_the_others_name_it() {
    let mut desk = open();
    assert_eq!(desk.status()["ending"], Value::Null);
    desk.answer("occurred", "no");
    let status = desk.status();
    assert_eq!(status["ending"]["rules"], serde_json::json!(["no_breach"]));
    assert_eq!(status["ending"]["title"], "No breach");
    assert_eq!(in_state(&desk, "open"), ["file_report"]);
    let next: Vec<_> = status["next"].as_array().unwrap().iter().map(|next| next["id"].as_str().unwrap()).collect();
    assert_eq!(next, ["file_report"]);
    for id in ["ours", "secure", "call_board", "tell", "press_list", "no_press"] {
        assert_eq!(ended(&desk, id), ("not-applicable".into(), "no_breach".into()), "{id}");
    }
    assert_eq!(desk.state("rules", "tell_owed"), "not-applicable", "what nobody is asked any more is not waited for");
    assert_eq!(status["open"]["pending"], 0);
    assert!(status["silences"].as_array().unwrap().iter().all(|silence| silence["state"] != "open"), "{status}");
}

#[test]
fn what_is_recorded_counts_on_and_everything_is_back_once_the_end_is_undone() {
    let mut desk = open();
    let before = in_state(&desk, "open");
    desk.done("secure", "The share was closed at 02:00.");
    desk.answer("occurred", "no");
    assert_eq!(desk.state("items", "secure"), "done");
    assert_eq!(desk.of("items", "secure")["applies"], true);
    assert_eq!(desk.state("items", "occurred"), "answered");

    desk.answer("occurred", "yes");
    assert_eq!(desk.status()["ending"], Value::Null);
    let back: Vec<_> = before.into_iter().filter(|id| id != "secure" && id != "occurred").collect();
    assert_eq!(in_state(&desk, "open"), back);
    assert_eq!(desk.state("items", "call_board"), "due");
}

#[test]
fn an_end_that_is_not_known_ends_nothing_and_two_keep_both_lists() {
    let mut desk = open();
    for answer in ["unknown", "yes"] {
        desk.answer("occurred", answer);
        assert_eq!(desk.status()["ending"], Value::Null, "{answer}");
        assert_eq!(desk.state("items", "secure"), "open", "{answer}");
    }
    desk.answer("ours", "no");
    assert_eq!(desk.status()["ending"]["title"], "Not our data");
    assert_eq!(in_state(&desk, "open"), ["hand_over"]);
    desk.answer("occurred", "no");
    assert_eq!(desk.status()["ending"]["title"], "No breach; Not our data");
    assert_eq!(in_state(&desk, "open"), ["hand_over", "file_report"]);
    says(
        &desk.reads(),
        &["  To do: File the report (file_report)", "(hand_over)", "Met: No breach", "Met: Not our data"],
    );
    says_not(&desk.reads(), &["(secure)"]);
}

#[test]
fn of_the_silences_those_that_ask_end_unless_they_are_kept_and_those_that_are_shown_stay() {
    let mut desk = open();
    let shown = |desk: &Desk| {
        let of = |id| desk.of("silences", id)["applies"] == true;
        (of("how_told"), of("handed_to"), of("afterwards"))
    };
    assert_eq!(shown(&desk), (true, true, true));
    desk.answer("occurred", "no");
    assert_eq!(shown(&desk), (false, false, true), "it may be about the end itself");
    desk.answer("ours", "no");
    assert_eq!(shown(&desk), (false, true, true), "the second end keeps it");
}

#[test]
fn clocks_stop_where_the_case_ends_unless_they_are_kept() {
    let mut desk = open();
    assert_eq!(desk.state("clocks", "tell_clock"), "running");
    assert_eq!(desk.state("clocks", "report_clock"), "running");
    desk.answer("occurred", "no");
    assert_eq!(desk.state("clocks", "tell_clock"), "stopped");
    assert_eq!(desk.state("clocks", "report_clock"), "running", "it is kept");
    assert_eq!(desk.status()["state"], "open", "no case closes by itself");
}

#[test]
fn a_call_that_was_tried_or_passed_on_is_not_made_any_more() {
    let mut desk = open();
    desk.record(say::pass_on("call_board").with(&v::pass_on::TO, "Pat Lee"));
    desk.answer("occurred", "no");
    assert_eq!(ended(&desk, "call_board"), ("not-applicable".into(), "no_breach".into()));
    desk.answer("occurred", "yes");
    assert_eq!(desk.state("items", "call_board"), "passed-on", "and it is waited for again");
}

#[test]
fn the_card_of_what_is_over_says_that_the_case_ends() {
    use breachbook::judge::picture::agenda::Target;
    let mut desk = open();
    desk.answer("occurred", "no");
    let view = desk.session.view();
    let at = view.playbook.position("secure").unwrap();
    let card = breachbook::page::item::card(&view, Target::Item(at));
    let said = format!("{:?}", card.detail);
    assert!(said.contains("the case ends here: No breach"), "{said}");
}

#[test]
fn what_does_not_apply_because_the_case_ends_can_be_recorded_all_the_same() {
    let mut desk = open();
    desk.answer("occurred", "no");
    let done = Deed::Done("The share was closed all the same.".into());
    desk.record(say::task("secure", done));
    assert_eq!(desk.state("items", "secure"), "done");
}
