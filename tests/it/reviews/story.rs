//! A whole review through the command line and line by line, from the start to the close, and what is said of it after.

use crate::support::program::{Home, of};
use serde_json::{Value, json};

fn readiness(home: &Home) -> Value {
    let ran = home.run(&["readiness", "--json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn a_review_is_worked_to_its_close_and_what_it_leaves_is_said_until_it_is_settled() {
    let home = Home::new();
    let none = readiness(&home);
    assert_eq!((&none["schema"], &none["overdue"]), (&json!("readiness/1"), &json!(0)));
    assert_eq!(of(&none, "playbooks", "modot_readiness")["latest"], json!(null));
    assert_eq!(of(&none, "policies", "trinity")["review_by"], "2021-12-31", "a passed review date is told");

    let ran = home.run(&["start", "modot_readiness", "--by", "A. Ruiz"]);
    assert!(ran.err.starts_with("REVIEW "), "{}", ran.err);
    let case = std::path::Path::new(ran.out.trim()).file_name().unwrap().to_str().unwrap().to_owned();
    for (id, evidence, owner) in [
        ("know_data", "Register of 1 March, kept by IS", "IS"),
        ("classify_data", "All but the GIS data, by OA ITSD levels", "IS"),
        ("classification_policy", "Printed copy, room 12", "AI"),
        ("compliance", "Reviewed with CCO on 3 March", "CCO"),
        ("instruct_employees", "All districts, 4 March", "Districts"),
        ("continuity_plan", "Version 7 refers to it", "IS"),
        ("backups", "Nightly; restore tried on 2 March", "IS"),
    ] {
        home.record(&case, &["task", id, "done", evidence, "--owner", owner]);
    }
    home.record(&case, &["task", "number_tried", "done", "Answered by the desk", "--due", "2099-03-01"]);
    home.record(&case, &["task", "social_media_plan", "missing", "No plan", "--owner", "CR", "--due", "2020-01-31"]);
    home.record(&case, &["task", "guard_mou", "not-needed", "ITSD keeps it; seen there on 5 March"]);
    home.record(&case, &["answer", "guard_contact", "B. Osei, ITSD, 555-0142"]);

    let status = home.status(&case);
    assert_eq!(status["playbook"]["kind"], "readiness");
    assert_eq!(status["mode"], "live", "the contract knows live and exercise only");
    let point = of(&status, "items", "social_media_plan");
    assert_eq!((&point["overdue"], &point["owner"], &point["state"]), (&json!(true), &json!("CR"), &json!("open")));
    assert_eq!(of(&status, "items", "number_tried")["next_due"], "2099-03-01");
    let glance = home.run(&["status", &case]).out;
    assert!(glance.starts_with("REVIEW. "), "{glance}");
    assert!(glance.contains("Review: 1 not in order, 10 in order: 11 points, of which 1 overdue."), "{glance}");

    let open = home.run(&["record", &case, "close", "--role", "AI"]);
    assert_eq!(open.code, 1, "what is missing is still open: {open:?}");
    assert!(open.err.contains("Have a social media plan in place"), "{}", open.err);
    let why = "The plan has an owner and a day";
    home.record(&case, &["close", "--role", "AI", "--anyway", "--reason", why]);

    let left = readiness(&home);
    assert_eq!((&left["overdue"], &left["not_in_order"], &left["not_reviewed"]), (&json!(1), &json!(1), &json!(0)));
    let modot = of(&left, "playbooks", "modot_readiness");
    assert_eq!((&modot["latest"]["case"], &modot["latest"]["state"]), (&json!(case), &json!("closed")));
    assert_eq!(of(&modot, "points", "social_media_plan")["finding"], "not-in-order");
    let text = home.run(&["readiness"]).out;
    assert!(text.contains("not in order, OVERDUE since 2020-01-31, owner CR"), "{text}");
    assert!(text.contains("Never reviewed: morenet_readiness, msu_readiness"), "{text}");
    let list = home.run(&["list"]);
    assert!(list.out.contains("  REVIEW    closed"), "{}", list.out);
    assert!(
        list.err.contains("1 not in order, 10 in order: 11 points, of which 1 overdue. See: breachbook readiness"),
        "{}",
        list.err
    );

    // Neither an exercise nor a review that is only begun changes anything of it.
    let practice = home.start_on("modot_readiness", &["--exercise"]);
    assert!(home.run(&["status", &practice]).out.starts_with("EXERCISE. "));
    assert_eq!(readiness(&home)["overdue"], 1);
    home.start_on("modot_readiness", &[]);
    let next = readiness(&home);
    assert_eq!((&next["overdue"], &next["not_reviewed"]), (&json!(1), &json!(0)));
}

#[test]
fn line_by_line_a_point_is_asked_for_evidence_owner_and_day() {
    let home = Home::new();
    let case = home.start_on("trinity_readiness", &[]);
    let ran = home.walk(&case, "1\nReviewed by Council on 3 March\nA. Ruiz\n2099-01-31\n:quit\n");
    for asked in [
        "Is it in order?",
        "1. In order",
        "When was it reviewed, by whom",
        "Whose is it?",
        "Empty: every 36 months (policy).",
    ] {
        assert!(ran.out.contains(asked), "{asked}: {}", ran.out);
    }
    let point = of(&home.status(&case), "items", "policy_review");
    assert_eq!((&point["owner"], &point["next_due"]), (&json!("A. Ruiz"), &json!("2099-01-31")));
    let listed = home.walk(&case, ":list\n:quit\n").out;
    assert!(listed.contains(": Reviewed by Council on 3 March; owner A. Ruiz; due again 2099-01-31\n"), "{listed}");
}

#[test]
fn evidence_that_says_nothing_and_days_that_are_none_are_refused_with_two_lines() {
    let home = Home::new();
    let case = home.start_on("trinity_readiness", &[]);
    let refused = home.refused(&case, &["task", "filing_site", "done", "Drive P", "--due", "soon"]);
    assert!(refused.contains("2027-01-31") && refused.lines().count() == 2, "{refused}");
    let refused = home.refused(&case, &["task", "filing_site", "missing", "  ", "--owner", "Principal"]);
    assert_eq!(refused.lines().count(), 2, "{refused}");
}
