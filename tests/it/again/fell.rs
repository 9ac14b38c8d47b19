//! What rests on a decision that fell: it is looked at again, and whoever looked at it is not asked a second time.

use crate::support::desk::Desk;
use crate::support::say::{self, v};
use crate::support::voice::{says, says_not};

const TEXT: &str = r#"schema = 1

[playbook]
id = "fell"
title = "Fell"
jurisdiction = "US"
source = { title = "Sample policy", organisation = "Example Library", dated = 2024-03-01, review_by = 2026-03-01 }

[clauses]
A-1 = { at = "1", text = "Where it is serious, it is decided whether to tell the council." }

[[phase]]
id = "start"
title = "Start"

[[question]]
id = "serious"
phase = "start"
ask = "Is it serious?"
answer = "yes_no"
cite = "A-1"

[[question]]
id = "cause"
phase = "start"
ask = "What caused it?"
answer = "text"
cite = "A-1"

[[decision]]
id = "council"
phase = "start"
ask = "Tell the council?"
options = [{ id = "tell", label = "Tell it" }, { id = "leave", label = "Leave it" }]
seats = ["head"]
when = "serious"
again = [{ on = ["cause"], hard = true }]
cite = "A-1"

[[task]]
id = "letter"
phase = "start"
title = "Write to the council"
record = "When?"
verb = "shall"
when = 'decision.council == "tell"'
cite = "A-1"

[[silence]]
id = "who"
topic = "Who speaks to the council"
say = "This policy does not say who speaks to the council."
ask = true
when = 'decision.council == "tell"'
decide_by = ["head"]
cite = ["A-1"]

[[role]]
id = "head"
title = "Head"
cite = "A-1"
"#;

/// The council was written to, and then the decision for it fell and its question does not arise any more.
fn fallen() -> Desk {
    let mut desk = Desk::open_text("fell", TEXT);
    desk.answer("serious", "yes");
    desk.answer("cause", "A lost key");
    desk.decide("council", "tell", "It is serious.");
    desk.done("letter", "By post at nine.");
    desk.record(say::silence("who", "The head."));
    desk.answer("cause", "A drill");
    desk.answer("serious", "no");
    desk
}

fn confirm(desk: &mut Desk, id: &str) {
    let reason = Some("The council was told that it was a drill.".into());
    desk.record(say::confirm(id).with_some(&v::confirm::REASON, reason));
}

#[test]
fn what_was_done_on_a_decision_that_fell_is_marked_until_somebody_says_what_becomes_of_it() {
    let mut desk = fallen();
    for id in ["council", "letter", "who"] {
        says(&desk.reads(), &[&format!("({id})")]);
    }
    assert_eq!(desk.of("items", "letter")["look_again"][0]["code"], "does-not-apply");
    assert_eq!(desk.of("silences", "who")["look_again"][0]["code"], "does-not-apply");
    for id in ["letter", "who", "council"] {
        confirm(&mut desk, id);
    }
    assert_eq!(desk.status()["open"]["look_again"], 0, "{}", desk.reads());
    says_not(&desk.reads(), &["Look again"]);
}

#[test]
fn what_changes_after_that_is_looked_at_again_as_before() {
    let mut desk = fallen();
    confirm(&mut desk, "letter");
    desk.answer("serious", "yes");
    desk.decide("council", "tell", "It is serious after all.");
    desk.done("letter", "By post at noon.");
    assert!(desk.of("items", "letter")["look_again"].is_null());
    desk.answer("cause", "A theft");
    desk.answer("serious", "no");
    assert_eq!(desk.of("items", "letter")["look_again"][0]["code"], "does-not-apply");
}
