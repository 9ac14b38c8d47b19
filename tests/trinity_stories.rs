//! Incidents worked by the Trinity Lutheran College playbook, from the first word to the last.

mod support;

use breachbook::guide::Command;
use support::desk::{Desk, words};

/// What a staff member tells first, in both stories.
fn reported(desk: &mut Desk) {
    desk.answer("how_discovered", "staff");
    desk.answer("discovered_at", "02:00");
    desk.call("tell_privacy_officer", "reached");
    desk.answer("information_type", "other_personal");
    desk.answer("cause_and_extent", "An e-mail with one student's timetable went to the wrong parent.");
    desk.answer("context", "Sent during a timetable change.");
}

#[test]
fn a_mis_sent_email_that_was_recalled_ends_not_escalated_with_its_report() {
    let mut desk = Desk::open("trinity");
    reported(&mut desk);
    desk.decide("breach_occurred", "has_occurred", "The e-mail went out.");
    desk.answer("missent_email", "yes");
    desk.answer("content_sensitive", "no");
    desk.answer("recalled", "yes");
    for question in ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"] {
        desk.answer(question, "no");
    }
    assert_eq!(desk.state("rules", "no_utility"), "met");
    assert_eq!(desk.state("rules", "escalation_suggested"), "not-met");
    assert_eq!(desk.state("documents", "not_escalated_report"), "not-needed");

    let receipt = desk.decide("escalate", "not_escalate", "Recalled before it was read.");
    assert!(receipt.changes.iter().any(|change| change.id == "report_to_principal" && change.switched_on));

    let report = desk.of("documents", "not_escalated_report");
    assert_eq!(report["state"], "needed");
    assert_eq!(report["missing"].as_array().unwrap().len(), 4, "{report}");
    assert_eq!(words(&report["to"]), ["principal", "council"]);
    for role in ["principal", "council"] {
        let status = desk.status();
        let due =
            status["contacts"].as_array().unwrap().iter().any(|c| c["role"] == role && c["state"] == "due");
        assert!(due, "{role} is due the report");
    }
    for item in ["report_to_principal", "report_to_council"] {
        assert_eq!(desk.state("items", item), "due");
    }
    let filing = desk.refused(Command::Task {
        id: "file_report".into(),
        target: None,
        outcome: breachbook::guide::TaskOutcome::Done("Filed".into()),
    });
    assert!(filing.contains("filing_site"), "the missing site is named: {filing}");
    assert!(
        words(&desk.status()["next"].as_array().unwrap().iter().map(|n| n["id"].clone()).collect())
            .contains(&"filing_site")
    );
    assert_eq!(desk.state("phases", "step1"), "not-applicable");
}

#[test]
fn one_to_many_recipients_with_health_data_is_escalated_and_three_steps_open_side_by_side() {
    let mut desk = Desk::open("trinity");
    reported(&mut desk);
    desk.answer("information_type", "health");
    assert_eq!(desk.state("rules", "sensitive_information"), "met");
    desk.decide("breach_occurred", "has_occurred", "It went to 300 parents.");
    desk.answer("missent_email", "yes");
    desk.answer("content_sensitive", "yes");
    desk.answer("recalled", "no");
    desk.answer("multiple_individuals", "yes");
    assert_eq!(desk.state("rules", "escalation_suggested"), "met", "any yes suggests");
    assert_eq!(desk.state("decisions", "escalate"), "open", "and never forces");

    desk.decide("escalate", "escalate", "Health data of many students went to 300 parents.");
    let status = desk.status();
    let due: Vec<_> = status["contacts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|contact| contact["state"] == "due" && contact["area"].is_string())
        .map(|contact| contact["role"].as_str().unwrap())
        .collect();
    assert!(due.contains(&"principal") && due.contains(&"it_manager"), "the team is due: {due:?}");
    for step in ["step1", "step2", "step3"] {
        let phase = desk.of("phases", step);
        assert_eq!(
            (phase["state"].as_str(), phase["beside"].as_str()),
            (Some("open"), Some("steps")),
            "{step}"
        );
    }
    let next = desk.status()["next"].clone();
    for step in ["step1", "step2", "step3"] {
        assert!(next.as_array().unwrap().iter().any(|n| n["phase"] == step), "{step} is on the agenda");
    }
    assert_eq!(desk.state("documents", "not_escalated_report"), "not-needed");
}

#[test]
fn the_review_date_that_passed_is_told_and_bars_nothing() {
    let desk = Desk::open("trinity");
    let review = desk.of("readiness", "ready_review");
    assert_eq!((review["state"].as_str(), review["due"].as_str()), (Some("overdue"), Some("2021-12-31")));
    assert_eq!(desk.state("readiness", "ready_filing_site"), "to-confirm");
    assert_eq!(desk.status()["state"], "open");
}
