//! What waits although it applies: for an answer, for a hold of the playbook, for what has to come before it.

use crate::support::desk::{Desk, words};
use crate::support::say::{self, Deed};
use crate::support::voice::says;
use breachbook::judge::picture::agenda::Target;
use breachbook::page::document::Block;
use breachbook::page::item::card;
use serde_json::Value;

pub const PLAYBOOK: &str = r#"schema = 1

[playbook]
id = "waits"
title = "Waits"
jurisdiction = "AU"
source = { title = "Sample policy", organisation = "Example Library", dated = 2024-03-01, review_by = 2026-03-01 }

[clauses]
A-1 = { at = "Part A, 1", text = "Find out what happened and report it." }

[[phase]]
id = "start"
title = "Start"

[[phase]]
id = "inquiry"
title = "The inquiry"
holds = [
    { if = "police_ask", say = "The police ask to wait.", cite = ["A-1"] },
    { if = "insurer_asks", say = "The insurer asks to wait.", cite = ["A-1"] },
]

[[question]]
id = "police_ask"
phase = "start"
ask = "Do the police ask to wait?"
answer = "yes_no"
cite = ["A-1"]

[[question]]
id = "insurer_asks"
phase = "start"
ask = "Does the insurer ask to wait?"
answer = "yes_no"
cite = ["A-1"]

[[question]]
id = "draft_ready"
phase = "start"
ask = "Is the draft ready?"
answer = "yes_no"
cite = ["A-1"]

[[task]]
id = "interview"
phase = "inquiry"
title = "Interview everybody who was there"
record = "Who was interviewed, and what did they say?"
verb = "shall"
cite = ["A-1"]

[[task]]
id = "publish"
phase = "start"
title = "Publish the statement"
record = "Where was it published?"
verb = "shall"
cite = ["A-1"]
holds = [{ if = "insurer_asks", say = "The insurer reads it first.", cite = ["A-1"] }]

[[task]]
id = "file"
phase = "start"
title = "File the report"
record = "Under which number was it filed?"
verb = "shall"
cite = ["A-1"]
after = "draft_ready"
after_say = "The draft comes first."
"#;

fn waits(desk: &Desk, id: &str) -> (String, Value) {
    let item = desk.of("items", id);
    (item["state"].as_str().unwrap().to_owned(), item["waits"].clone())
}

fn said(desk: &Desk, id: &str) -> (String, String, String) {
    let (state, waits) = waits(desk, id);
    let text = |field: &str| waits[field].as_str().unwrap_or_default().to_owned();
    (state, text("reason"), text("say"))
}

fn held(say: &str) -> (String, String, String) {
    ("held".into(), "hold".into(), say.into())
}

fn open() -> Desk {
    Desk::open_text("waits", PLAYBOOK)
}

#[test]
fn a_hold_that_is_not_known_holds_nothing_and_the_record_is_taken() {
    let mut desk = open();
    assert_eq!(waits(&desk, "interview"), ("open".into(), Value::Null));
    let receipt = desk.done("interview", "A. Ruiz was interviewed at 10.");
    assert!(desk.said(&receipt).remarks.is_empty());
    assert_eq!(desk.state("items", "interview"), "done");
}

#[test]
fn the_first_hold_that_holds_speaks_and_is_named_beside_what_is_recorded_all_the_same() {
    let mut desk = open();
    desk.answer("insurer_asks", "yes");
    assert_eq!(said(&desk, "interview"), held("The insurer asks to wait."));
    desk.answer("police_ask", "yes");
    assert_eq!(said(&desk, "interview"), held("The police ask to wait."));
    assert_eq!(words(&waits(&desk, "interview").1["on"]), ["police_ask"]);
    let phase = desk.of("phases", "inquiry");
    assert_eq!((phase["state"].as_str(), phase["held_say"].as_str()), (Some("held"), Some("The police ask to wait.")));

    let receipt = desk.done("interview", "A. Ruiz was interviewed at 10.");
    assert_eq!(desk.said(&receipt).remarks, ["Recorded although it waits: The police ask to wait."]);
    assert_eq!(desk.state("items", "interview"), "done");
}

#[test]
fn an_item_is_held_by_itself_while_the_rest_of_its_step_goes_on() {
    let mut desk = open();
    desk.answer("insurer_asks", "yes");
    assert_eq!(said(&desk, "publish"), held("The insurer reads it first."));
    assert_eq!(desk.of("phases", "start")["state"], "open", "the step itself is not held");
    let status = desk.status();
    let next: Vec<_> = status["next"].as_array().unwrap().iter().map(|next| next["id"].as_str().unwrap()).collect();
    assert!(!next.contains(&"publish") && next.contains(&"police_ask"), "{next:?}");
    desk.answer("insurer_asks", "no");
    assert_eq!(waits(&desk, "publish"), ("open".into(), Value::Null));
}

#[test]
fn what_has_to_come_first_refuses_that_a_task_is_done_until_it_is_known() {
    let mut desk = open();
    let done = || say::task("file", Deed::Done("Number 12".into()));
    for answer in [None, Some("unknown"), Some("no")] {
        answer.map(|answer| desk.answer("draft_ready", answer));
        assert_eq!(said(&desk, "file"), ("held".into(), "after".into(), "The draft comes first.".into()), "{answer:?}");
        assert_eq!(words(&waits(&desk, "file").1["on"]), ["draft_ready"]);
        assert!(desk.refused(done()).contains("The draft comes first."), "{answer:?}");
    }
    desk.answer("draft_ready", "yes");
    assert_eq!(waits(&desk, "file"), ("open".into(), Value::Null));
    desk.record(done());
    assert_eq!(desk.state("items", "file"), "done");
}

#[test]
fn what_waits_for_a_time_says_until_when() {
    let mut desk = open();
    desk.record(say::defer("publish", "04:00"));
    let (state, waits) = waits(&desk, "publish");
    assert_eq!((state.as_str(), waits["reason"].as_str()), ("deferred", Some("time")));
    assert!(waits["until"].as_str().unwrap().contains("T04:00"), "{waits}");
    says(&desk.reads(), &["(publish) until 22 Nov 04:00", "  Waits: "]);
}

/// What a card says of those that wait for what is recorded on it.
fn waited_for(desk: &Desk, id: &str) -> Option<String> {
    let view = desk.session.view();
    let at = view.playbook.position(id).unwrap();
    let mut lines = card(&view, Target::Item(at)).why.blocks.into_iter().filter_map(|block| match block {
        Block::Text(line) => Some(line.words()),
        _ => None,
    });
    lines.find_map(|line| line.strip_prefix("Waits for this: ").map(str::to_owned))
}

#[test]
fn the_page_of_what_others_wait_for_says_who_waits() {
    let mut desk = open();
    assert_eq!(waited_for(&desk, "draft_ready").as_deref(), Some("File the report"), "what comes after it");
    assert_eq!(waited_for(&desk, "insurer_asks"), None, "a hold that is not known holds nothing");
    desk.answer("insurer_asks", "yes");
    let held = Some("Publish the statement and 1 more");
    assert_eq!(waited_for(&desk, "insurer_asks").as_deref(), held, "what it holds");
    desk.answer("police_ask", "yes");
    assert_eq!(waited_for(&desk, "insurer_asks").as_deref(), Some("Publish the statement"), "the first hold speaks");
    assert_eq!(waited_for(&desk, "police_ask").as_deref(), Some("Interview everybody who was there"));
    desk.answer("draft_ready", "yes");
    assert_eq!(waited_for(&desk, "draft_ready"), None, "nothing waits for it any more");
}

#[test]
fn who_waits_is_found_through_the_tests_that_it_hangs_on() {
    let mut desk = super::ends::open();
    assert_eq!(waited_for(&desk, "harm").as_deref(), Some("Tell those affected"), "by the rule that it hangs on");
    assert_eq!(waited_for(&desk, "ours"), None);
    desk.answer("harm", "yes");
    assert_eq!(waited_for(&desk, "harm"), None);
}
