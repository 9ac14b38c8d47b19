//! Decisions that the seats do not agree on: somebody settles them, the seats stay on record, and agree later or not.

use crate::support::desk::Desk;
use crate::support::say::{self, Deed, v};
use crate::support::voice::{says, says_not};
use breachbook::record::{Draft, verbs};
use serde_json::Value;

pub const PLAYBOOK: &str = r#"schema = 1

[playbook]
id = "settled"
title = "Settled"
jurisdiction = "AU"
source = { title = "Sample policy", organisation = "Example Library", dated = 2024-03-01, review_by = 2026-03-01 }

[clauses]
A-1 = { at = "Part A, 1", text = "Three people decide; the council settles." }

[[phase]]
id = "start"
title = "Start"

[[decision]]
id = "team"
phase = "start"
ask = "Set up a team?"
options = [{ id = "set_up", label = "Set up" }, { id = "leave", label = "Leave it" }]
seats = ["head", "deputy", "clerk"]
cite = ["A-1"]

[[task]]
id = "say_why"
phase = "start"
title = "Write down why they differed"
record = "Why?"
verb = "shall"
when = "split.team"
cite = ["A-1"]

[[role]]
id = "head"
title = "Head"
cite = ["A-1"]

[[role]]
id = "deputy"
title = "Deputy"
cite = ["A-1"]

[[role]]
id = "clerk"
title = "Clerk"
cite = ["A-1"]

[[role]]
id = "council"
title = "Council"
cite = ["A-1"]
"#;

fn seat(desk: &mut Desk, role: &str, option: &str) {
    desk.record(say::decided("team", option).with(&v::decision::SEAT, role).with(&v::decision::REASON, "It is so."));
}

fn settle(option: &str) -> Draft {
    let draft = Draft::new(&verbs::decision::VERB, "team").with(&verbs::decision::OPTION, option);
    draft.with(&verbs::decision::SETTLED_BY, "council").with(&verbs::decision::REASON, "The council met at 9.")
}

/// A case in which the council settled what two of three seats wanted otherwise.
pub fn by_the_council() -> Desk {
    let mut desk = Desk::open_text("settled", PLAYBOOK);
    for (role, option) in [("head", "leave"), ("deputy", "leave"), ("clerk", "set_up")] {
        seat(&mut desk, role, option);
    }
    desk.session.submit(&settle("set_up")).unwrap();
    desk
}

/// The state, the option, who settled it, and whether the seats are split.
fn stands(desk: &Desk) -> (String, Value, Value, String) {
    let decision = desk.of("decisions", "team");
    let split = desk.state("items", "say_why");
    (decision["state"].as_str().unwrap().to_owned(), decision["value"].clone(), decision["settled_by"].clone(), split)
}

#[test]
fn the_council_settles_what_the_seats_differ_on_until_they_agree_themselves() {
    let mut desk = Desk::open_text("settled", PLAYBOOK);
    let refused = desk.session.submit(&settle("set_up")).unwrap_err().to_string();
    assert!(refused.contains("nothing to settle"), "{refused}");
    for (role, option) in [("head", "leave"), ("deputy", "leave"), ("clerk", "set_up")] {
        seat(&mut desk, role, option);
    }
    assert_eq!(stands(&desk), ("partly-decided".into(), Value::Null, Value::Null, "open".into()));

    desk.session.submit(&settle("set_up")).unwrap();
    assert_eq!(stands(&desk), ("decided".into(), "set_up".into(), "council".into(), "open".into()));
    let seats = desk.of("decisions", "team")["seats"].clone();
    let options: Vec<_> = seats.as_array().unwrap().iter().map(|seat| seat["option"].as_str()).collect();
    assert_eq!(options, [Some("leave"), Some("leave"), Some("set_up")], "what the seats said stays theirs");
    assert_eq!(desk.of("items", "team")["value"], "set_up");

    seat(&mut desk, "clerk", "leave");
    assert_eq!(stands(&desk), ("decided".into(), "leave".into(), Value::Null, "not-applicable".into()));
}

#[test]
fn what_the_council_decides_anew_counts_and_a_struck_settlement_gives_the_seats_back() {
    let mut desk = Desk::open_text("settled", PLAYBOOK);
    for (role, option) in [("head", "leave"), ("deputy", "leave"), ("clerk", "set_up")] {
        seat(&mut desk, role, option);
    }
    desk.session.submit(&settle("set_up")).unwrap();
    let receipt = desk.session.submit(&settle("leave")).unwrap();
    assert_eq!(stands(&desk), ("decided".into(), "leave".into(), "council".into(), "open".into()));
    desk.record(say::strike(receipt.name).with(&v::strike::REASON, "They adjourned."));
    assert_eq!(stands(&desk).1, "set_up");
}

#[test]
fn a_seat_that_settles_twice_loses_neither_the_views_of_the_others_nor_its_own() {
    let mut desk = Desk::open_text("settled", PLAYBOOK);
    for (role, option) in [("head", "leave"), ("deputy", "leave"), ("clerk", "set_up")] {
        seat(&mut desk, role, option);
    }
    let by_head = |option: &str| {
        let draft = Draft::new(&verbs::decision::VERB, "team").with(&verbs::decision::OPTION, option);
        draft.with(&verbs::decision::SETTLED_BY, "head").with(&verbs::decision::REASON, "It cannot wait.")
    };
    for option in ["set_up", "leave", "set_up"] {
        desk.session.submit(&by_head(option)).unwrap();
        assert_eq!(stands(&desk), ("decided".into(), option.into(), "head".into(), "open".into()));
        let seats = desk.of("decisions", "team")["seats"].clone();
        let options: Vec<_> = seats.as_array().unwrap().iter().map(|seat| seat["option"].as_str()).collect();
        assert_eq!(options, [Some("leave"), Some("leave"), Some("set_up")], "what the seats said stays theirs");
    }
}

#[test]
fn what_was_settled_rests_on_what_the_decision_rests_on() {
    let text =
        PLAYBOOK.replacen("ask = \"Set up a team?\"", "again = [{ on = [\"found\"] }]\nask = \"Set up a team?\"", 1);
    let asked = "\n[[question]]\nid = \"found\"\nphase = \"start\"\nask = \"What was found?\"\nanswer = \"text\"\ncite = [\"A-1\"]\n";
    let mut desk = Desk::open_text("settled", &format!("{text}{asked}"));
    desk.answer("found", "A door stood open");
    for (role, option) in [("head", "leave"), ("deputy", "leave"), ("clerk", "set_up")] {
        seat(&mut desk, role, option);
    }
    desk.session.submit(&settle("set_up")).unwrap();
    desk.answer("found", "The door was locked");
    let why = desk.of("items", "team")["look_again"].clone();
    assert_eq!(why.as_array().unwrap().len(), 1, "one mark, of what counts: {why}");
    says(&desk.reads(), &["Look again: Set up a team? (team), Council: What was found: was A door stood open"]);
    let confirmed = crate::verbs::draft("confirm", "team", &[]);
    desk.session.submit(&confirmed).unwrap();
    says_not(&desk.reads(), &["Look again:"]);
}

#[test]
fn not_needed_on_a_split_asks_which_option_counts() {
    let mut desk = Desk::open_text("settled", PLAYBOOK);
    seat(&mut desk, "head", "leave");
    let outcome = Deed::RuledOut { reason: "Settled over coffee.".into(), adviser: None };
    let refused = desk.refused(say::task("team", outcome));
    assert!(refused.contains("which option counts"), "{refused}");
}
