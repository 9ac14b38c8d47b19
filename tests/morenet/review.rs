//! What the readiness review says about the insurer reaches a new case by itself.

use crate::night::Night;
use crate::program::{Home, of};

/// A review that asks the insurer's question, by the id that the playbook names.
const REVIEW: &str = r#"
schema = 1
[playbook]
id = "morenet_readiness"
title = "Readiness"
kind = "readiness"
jurisdiction = "US-MO"
source = { title = "Guideline", organisation = "MOREnet" }
[clauses]
PRO-11 = { at = "Insurance", text = "Ask the insurer about a notice of circumstances." }
[[phase]]
id = "insurance"
title = "Insurance"
[[question]]
id = "insurer_wants_notice"
phase = "insurance"
ask = "Does the insurer want a notice of circumstances before official confirmation?"
answer = "yes_no"
cite = "PRO-11"
"#;

#[test]
fn the_latest_review_answers_whether_the_insurer_wants_a_notice_before_confirmation() {
    let home = Home::new();
    assert_eq!(Night::on(home).item("insurer_wants_notice"), "open", "without a review nothing is answered");

    let home = Home::new();
    std::fs::write(home.path().join("review.toml"), REVIEW).unwrap();
    let review = home.start_on("review.toml", &[]);
    home.record(&review, &["answer", "insurer_wants_notice", "yes"]);
    let night = Night::on(home);
    assert_eq!(night.item("insurer_wants_notice"), "answered");
    assert_eq!(of(&night.status(), "items", "insurer_wants_notice")["value"], "yes");
    assert_eq!(night.item("notice_of_circumstances"), "due", "before anything else is known");
    assert_eq!(night.confirmation().1, "pending");
    night.answer("insurer_wants_notice", "no");
    assert_eq!(night.item("notice_of_circumstances"), "not-applicable", "it can be corrected");
}
