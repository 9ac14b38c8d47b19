//! Questions that nobody can answer any more, calls that need a finding first, and records of what does not apply.

use super::ends::open;
use crate::support::desk::Desk;
use crate::support::say::{self, Deed, ON, v};
use breachbook::record::Draft;

fn ruled_out(id: &str, why: &str) -> Draft {
    let outcome = Deed::RuledOut { reason: why.into(), adviser: None };
    say::task(id, outcome)
}

#[test]
fn an_answer_that_cannot_be_found_out_is_not_open_stays_unknown_and_leaves_its_rule_undecided_for_good() {
    let mut desk = open();
    desk.answer("ours", "yes");
    desk.answer("occurred", "yes");
    assert_eq!(desk.status()["open"]["pending"], 1);
    desk.record(ruled_out("harm", "No logs were kept."));
    let question = desk.of("items", "harm");
    assert_eq!(
        (question["state"].as_str(), question["value"].as_str()),
        (Some("ruled-out"), Some("No logs were kept."))
    );
    let rule = desk.of("rules", "tell_owed");
    assert_eq!((rule["state"].as_str(), rule["undecided_for_good"].as_bool()), (Some("pending"), Some(true)));
    assert_eq!(desk.state("items", "tell"), "pending", "unknown is never no");
    assert_eq!(desk.status()["open"]["pending"], 0, "it stands in nobody's way");

    desk.answer("harm", "yes");
    assert_eq!(desk.state("items", "harm"), "answered", "what is found after all counts");
    assert_eq!(desk.state("rules", "tell_owed"), "met");
    let refused = desk.refused(ruled_out("harm", "No logs were kept."));
    assert!(refused.contains("it was found out"), "{refused}");
    let done = Deed::Done("Asked around.".into());
    let refused = desk.refused(say::task("harm", done));
    assert!(refused.contains("is a question, not a task"), "{refused}");
}

#[test]
fn what_happened_is_recorded_where_it_does_not_apply_and_the_receipt_says_that_nothing_follows() {
    let mut desk = open();
    desk.answer("harm", "no");
    let receipt = desk.done("tell", "All 12 by letter.");
    let remarks = desk.said(&receipt).remarks;
    assert_eq!(remarks, ["It does not apply now (tell_owed = not met): nothing follows from it."]);
    assert_eq!(desk.state("items", "tell"), "done");

    let mut desk = open();
    desk.answer("occurred", "no");
    let receipt = desk.done("secure", "The share was closed all the same.");
    let remarks = desk.said(&receipt).remarks;
    assert_eq!(remarks, ["secure does not apply now (the case ends here: No breach). What is recorded counts on."]);
}

pub const CALLS: &str = r#"schema = 1

[playbook]
id = "calls"
title = "Calls"
jurisdiction = "AU"
source = { title = "Sample policy", organisation = "Example Library", dated = 2024-03-01, review_by = 2026-03-01 }

[clauses]
A-1 = { at = "Part A, 1", text = "Tell those who have to know." }

[[phase]]
id = "start"
title = "Start"

[[call]]
id = "tell_head"
phase = "start"
title = "Tell the head librarian"
role = "head"
told_by = "clerk"
message = "all"
cite = ["A-1"]

[[call]]
id = "tell_again"
phase = "start"
title = "Tell the head librarian of the archive"
role = "head"
told_by = "clerk"
message = "all"
cite = ["A-1"]

[[call]]
id = "if_advised"
phase = "start"
title = "Tell the head librarian of the press, if so advised"
role = "head"
verb = "if_advised"
told_by = "clerk"
message = "all"
cite = ["A-1"]

[[role]]
id = "head"
title = "Head librarian"
cite = ["A-1"]

[[role]]
id = "clerk"
title = "Clerk"
cite = ["A-1"]
"#;

fn pass_on(id: &str, all: bool) -> Draft {
    say::pass_on(id).with(&v::pass_on::TO, "Pat Lee").with_some(&v::pass_on::ALL, all.then(|| ON.to_owned()))
}

#[test]
fn a_call_only_if_so_advised_is_passed_on_once_somebody_is_named_who_advised_it() {
    let mut desk = Desk::open_text("calls", CALLS);
    let refused = desk.refused(pass_on("if_advised", false));
    assert!(refused.contains("only \"if so advised\""), "{refused}");
    assert_eq!(desk.state("items", "if_advised"), "to-be-decided");

    let receipt = desk.record(pass_on("tell_head", true));
    let remarks = desk.said(&receipt).remarks;
    assert!(remarks.iter().any(|said| said.starts_with("Left out") && said.contains("(if_advised)")), "{remarks:?}");
    assert_eq!(desk.state("items", "tell_again"), "passed-on");
    assert_eq!(desk.state("items", "if_advised"), "to-be-decided");
}

#[test]
fn one_talk_is_not_credited_to_a_call_that_nobody_advised_and_the_receipt_names_it() {
    let mut desk = Desk::open_text("calls", CALLS);
    let receipt = desk.call("tell_head", "reached");
    assert_eq!(desk.state("items", "tell_again"), "covered");
    assert_eq!(desk.state("items", "if_advised"), "to-be-decided");
    let remarks = desk.said(&receipt).remarks;
    assert!(remarks.iter().any(|said| said.starts_with("Left out") && said.contains("(if_advised)")), "{remarks:?}");
}
