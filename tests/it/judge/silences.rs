//! What people decided where the policy is silent, once that does not matter any more.

use crate::support::desk::Desk;
use crate::support::program::Home;
use crate::support::say::{self, v};
use crate::support::voice::{says, says_not};

/// The policy does not say who puts the boards back, which matters while they are off.
const TEXT: &str = r#"schema = 1

[playbook]
id = "silent"
title = "Silent"
jurisdiction = "US"
source = { title = "Sample policy", organisation = "Example Library", dated = 2024-03-01, review_by = 2026-03-01 }

[clauses]
A-1 = { at = "1", text = "The boards may be switched off." }

[[phase]]
id = "start"
title = "Start"

[[question]]
id = "off"
phase = "start"
ask = "Are the boards off?"
answer = "yes_no"
cite = "A-1"

[[question]]
id = "seen"
phase = "start"
ask = "Who has seen it?"
answer = "text"
cite = "A-1"

[[silence]]
id = "back"
topic = "Who puts the boards back"
say = "This policy does not say who puts the boards back."
ask = true
when = "off"
decide_by = ["head"]
cite = ["A-1"]

[[role]]
id = "head"
title = "Head"
cite = "A-1"
"#;

const MARK: &str =
    "Look again: Who puts the boards back (back): decided, does not apply any more: say what becomes of it";

fn decided() -> Desk {
    let mut desk = Desk::open_text("silent", TEXT);
    desk.answer("off", "yes");
    desk.answer("seen", "The porter");
    let value = "IT Services, at noon.";
    desk.record(say::silence("back", value).with(&v::silence::ROLE, "head"));
    desk
}

/// A case in which what was decided does not matter any more.
pub fn over() -> Desk {
    let mut desk = decided();
    desk.answer("off", "no");
    desk
}

fn marked(desk: &Desk) -> bool {
    let status = desk.status();
    let silence = desk.of("silences", "back");
    assert_eq!(status["open"]["look_again"], u64::from(silence["look_again"].is_array()), "{silence}");
    silence["look_again"][0]["code"] == "does-not-apply"
}

#[test]
fn what_was_decided_and_does_not_matter_any_more_is_looked_at_again_until_somebody_says_what_becomes_of_it() {
    let mut desk = decided();
    assert!(!marked(&desk));
    says_not(&desk.reads(), &["Look again"]);
    let receipt = desk.answer("off", "no");
    assert!(marked(&desk));
    says(&desk.reads(), &[MARK, "  Look again: Who puts the boards back (back)"]);
    says(&desk.reads_of("back"), &["IT Services, at noon.", "Still right: :confirm REASON."]);
    let told = desk.said(&receipt).changes.into_iter().find(|told| told.id == "back").unwrap();
    assert_eq!(told.way, "on");
    assert!(told.to.starts_with("look again: decided, does not apply any more"), "{}", told.to);
    let close = || say::close("Head");
    assert!(desk.refused(close()).contains("silence back: Who puts the boards back (look again)"));

    let confirm = |reason: Option<&str>| say::confirm("back").with_some(&v::confirm::REASON, reason.map(str::to_owned));
    assert!(desk.refused(confirm(None)).contains("does not apply any more"));
    desk.record(confirm(Some("They were put back at ten.")));
    assert!(!marked(&desk));
    says_not(&desk.reads(), &["Look again"]);
    assert!(desk.refused(confirm(Some("Once more."))).contains("Nothing of back has to be looked at again."));
    desk.record(close());
}

#[test]
fn changed_back_takes_the_mark_away_and_what_was_decided_counts_as_before() {
    let mut desk = decided();
    desk.answer("off", "no");
    let receipt = desk.answer("off", "yes");
    assert!(!marked(&desk));
    assert_eq!(desk.of("silences", "back")["decided"], true);
    let told = desk.said(&receipt).changes.into_iter().find(|told| told.id == "back").unwrap();
    assert_eq!(told.to, "nothing to look at again");
}

#[test]
fn what_was_decided_before_it_mattered_has_no_mark() {
    let mut desk = Desk::open_text("silent", TEXT);
    desk.answer("off", "no");
    desk.record(say::silence("back", "IT Services."));
    assert!(!marked(&desk));
    desk.answer("off", "yes");
    desk.answer("off", "no");
    assert!(!marked(&desk), "it was written down while it did not matter, as now");
}

#[test]
fn the_walk_leads_to_it_and_takes_what_becomes_of_it() {
    let home = Home::new();
    let path = home.path().join("sample.toml");
    std::fs::write(&path, TEXT).unwrap();
    let case = home.start_on(path.to_str().unwrap(), &[]);
    home.answers(&case, &[("off", "yes"), ("seen", "The porter")]);
    home.record(&case, &["silence", "back", "IT Services, at noon."]);
    let receipt = home.record(&case, &["answer", "off", "no"]).out;
    let told = "on: Who puts the boards back (back): look again: decided, does not apply any more";
    assert!(receipt.contains(told), "{receipt}");
    let out = home.walk(&case, ":go back\n:confirm\n:confirm They were put back at ten.\n").out;
    assert!(out.contains("Say what becomes of it"), "{out}");
    assert!(out.contains(": Still right; They were put back at ten."), "{out}");
    assert!(!home.run(&["status", &case]).out.contains("Look again"), "{out}");
}
