//! Points of a review: in order, due again, overdue, not in order; with owner and evidence.

use crate::reviews::shelf::{Shelf, found, item, later, missing};
use crate::support::say::{self, Deed, v};
use breachbook::journal::Mode;
use breachbook::record::common::AT;
use serde_json::json;

#[test]
fn a_point_that_is_in_order_says_since_when_on_which_evidence_and_whose_it_is() {
    let shelf = Shelf::new();
    let mut review = shelf.start("morenet_readiness", "2026-03-02", Mode::Live);
    let before = item(&review, "know_response_plan");
    assert_eq!((&before["state"], &before["finding"]), (&json!("open"), &json!("not-reviewed")));
    assert_eq!((&before["done_at"], &before["overdue"]), (&json!(null), &json!(false)));

    found(&mut review, "know_response_plan", "Version 4, read by all of IT", Some("A. Ruiz"), None);
    let point = item(&review, "know_response_plan");
    assert_eq!((&point["state"], &point["finding"]), (&json!("done"), &json!("in-order")));
    assert_eq!(point["done_at"], "2026-03-02T09:00:00.000+10:30");
    assert_eq!(point["evidence"], "Version 4, read by all of IT");
    assert_eq!(point["owner"], "A. Ruiz");
    assert_eq!(point["next_due"], json!(null), "the guideline gives it no period");
}

#[test]
fn what_the_policy_wants_yearly_is_due_again_after_a_year_and_overdue_the_day_after() {
    let shelf = Shelf::new();
    let mut review = shelf.start("morenet_readiness", "2024-02-29", Mode::Live);
    found(&mut review, "retention_update", "Plan updated, version 3", None, None);
    assert_eq!(item(&review, "retention_update")["next_due"], "2025-02-28", "the last day of a shorter month");
    assert_eq!(item(&later(&review, "2025-02-28"), "retention_update")["overdue"], false);
    let day_after = item(&later(&review, "2025-03-01"), "retention_update");
    assert_eq!((&day_after["overdue"], &day_after["state"]), (&json!(true), &json!("done")));
}

#[test]
fn a_day_that_was_given_goes_before_the_period_and_a_passed_one_is_overdue_at_once() {
    let shelf = Shelf::new();
    let mut review = shelf.start("trinity_readiness", "2026-03-02", Mode::Live);
    found(&mut review, "policy_review", "Reviewed by Council", Some("Principal"), None);
    assert_eq!(item(&review, "policy_review")["next_due"], "2029-03-02", "the policy's three years");
    found(&mut review, "policy_review", "Reviewed by Council", Some("Principal"), Some("2027-01-31"));
    assert_eq!(item(&review, "policy_review")["next_due"], "2027-01-31");
    found(&mut review, "policy_review", "Never reviewed since", None, Some("2021-12-31"));
    assert_eq!(item(&review, "policy_review")["overdue"], true);
}

#[test]
fn what_was_done_earlier_is_due_again_from_the_day_it_was_done() {
    let shelf = Shelf::new();
    let mut review = shelf.start("morenet_readiness", "2026-03-02", Mode::Live);
    let command = say::task("retention_update", Deed::Done("Version 3".into()));
    review.submit(&command.with(&AT, "2025-09-10 10:00")).unwrap();
    assert_eq!(item(&review, "retention_update")["next_due"], "2026-09-10");
}

#[test]
fn a_point_that_is_not_in_order_stays_open_with_its_owner_and_its_day() {
    let shelf = Shelf::new();
    let mut review = shelf.start("morenet_readiness", "2026-03-02", Mode::Live);
    missing(&mut review, "letter_dese", "There is no template", Some("J. Park"), Some("2026-04-01"));
    let point = item(&review, "letter_dese");
    assert_eq!((&point["state"], &point["finding"]), (&json!("open"), &json!("not-in-order")));
    assert_eq!((&point["done_at"], &point["evidence"]), (&json!(null), &json!("There is no template")));
    assert_eq!((&point["next_due"], &point["owner"]), (&json!("2026-04-01"), &json!("J. Park")));
    assert_eq!(point["overdue"], false);
    let mut later = later(&review, "2026-04-02");
    assert_eq!(item(&later, "letter_dese")["overdue"], true);
    assert!(
        breachbook::record::verbs::close::still_open(&later.view())
            .iter()
            .any(|open| open.line.contains("Letter template for DESE"))
    );

    found(&mut later, "letter_dese", "Template of 2 April, reviewed by counsel", Some("J. Park"), None);
    let point = item(&later, "letter_dese");
    assert_eq!((&point["finding"], &point["overdue"]), (&json!("in-order"), &json!(false)));
}

#[test]
fn an_owner_and_a_day_are_refused_where_nothing_would_come_back_to_them() {
    let shelf = Shelf::new();
    let mut case = shelf.start("trinity", "2026-03-02", Mode::Live);
    let done = Deed::Done("Met at nine".into());
    let command = say::task("convene_team", done).with(&v::task::OWNER, "A. Ruiz");
    let refused = case.submit(&command).unwrap_err().to_string();
    assert!(refused.contains("a readiness review, and this is none"), "{refused}");

    let mut review = shelf.start("trinity_readiness", "2026-03-02", Mode::Live);
    let point = |outcome, due: &str| say::task("filing_site", outcome).with(&v::task::DUE, due);
    let day = review.submit(&point(Deed::Done("Drive P".into()), "next week"));
    assert!(day.unwrap_err().to_string().contains("\"next week\" is not a day"));
    let not_needed = Deed::RuledOut { reason: "Nothing is filed".into(), adviser: None };
    let refused = review.submit(&point(not_needed, "2027-01-31")).unwrap_err().to_string();
    assert!(refused.contains("has no owner and no due date"), "{refused}");
}
