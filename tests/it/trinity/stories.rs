//! Incidents worked by the Trinity Lutheran College playbook, from the first word to the last.

use crate::support::desk::{Desk, words};
use crate::support::say::{self, Deed};

/// What a staff member tells first, in both stories.
fn reported(desk: &mut Desk) {
    desk.call("tell_privacy_officer", "reached");
    desk.answer("discovered_at", "02:00");
    desk.answer("information_type", "other_personal");
    desk.answer("cause_and_extent", "An e-mail with one student's timetable went to the wrong parent.");
    desk.answer("context", "Sent during a timetable change.");
    desk.answer("how_discovered", "staff");
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
    let said = desk.said(&receipt);
    assert!(said.changes.iter().any(|change| change.id == "report_to_principal" && change.way == "on"));

    let report = desk.of("documents", "not_escalated_report");
    assert_eq!(report["state"], "needed");
    assert_eq!(report["missing"].as_array().unwrap().len(), 4, "{report}");
    assert_eq!(words(&report["to"]), ["principal", "council"]);
    for role in ["principal", "council"] {
        let status = desk.status();
        let due = status["contacts"].as_array().unwrap().iter().any(|c| c["role"] == role && c["state"] == "due");
        assert!(due, "{role} is due the report");
    }
    for item in ["report_to_principal", "report_to_council"] {
        assert_eq!(desk.state("items", item), "due");
    }
    let filing = desk.refused(say::task("file_report", Deed::Done("Filed".into())));
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
        assert_eq!((phase["state"].as_str(), phase["beside"].as_str()), (Some("open"), Some("steps")), "{step}");
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

/// What comes next, by its ids.
fn agenda(desk: &Desk) -> Vec<String> {
    let status = desk.status();
    let next = status["next"].as_array().unwrap_or(&Vec::new()).clone();
    next.iter().filter_map(|next| next["id"].as_str().map(str::to_owned)).collect()
}

#[test]
fn a_new_case_begins_with_the_call_and_goes_on_with_what_is_recorded_and_advised() {
    let mut desk = Desk::open("trinity");
    assert_eq!(desk.state("items", "tell_privacy_officer"), "due", "at once, whatever is known");
    let first = [
        "tell_privacy_officer",
        "discovered_at",
        "information_type",
        "cause_and_extent",
        "context",
        "how_discovered",
        "discovered_by",
    ];
    assert_eq!(agenda(&desk)[..7], first);
    desk.call("tell_privacy_officer", "voicemail");
    assert_eq!(agenda(&desk)[..7], first, "nobody was reached: it is still the first thing");
    desk.call("tell_privacy_officer", "reached");
    assert_eq!(agenda(&desk)[..6], first[1..]);
    desk.answer("discovered_at", "01:53");
    let clock = desk.of("clocks", "clock_tell");
    assert_eq!((clock["state"].as_str(), clock["elapsed_s"].as_i64()), (Some("stopped"), Some(1244)));
}

#[test]
fn a_privacy_officer_who_finds_it_has_nobody_to_call_and_goes_on_with_the_same_questions() {
    let mut desk = Desk::open("trinity");
    let outcome =
        Deed::RuledOut { reason: "Found by the Privacy Officer, who keeps this record.".into(), adviser: None };
    desk.record(say::task("tell_privacy_officer", outcome));
    assert_eq!(agenda(&desk)[0], "discovered_at");
    for (question, answer) in [
        ("discovered_at", "02:00"),
        ("information_type", "health"),
        ("cause_and_extent", "A folder was shared with everybody."),
        ("context", "Sick notes."),
        ("how_discovered", "other: by the Privacy Officer"),
        ("discovered_by", "The Privacy Officer."),
    ] {
        assert_eq!(agenda(&desk)[0], question);
        desk.answer(question, answer);
    }
    assert_eq!(desk.state("clocks", "clock_tell"), "stopped", "there is nobody left to tell");
    assert_eq!(desk.state("documents", "first_report"), "drafted", "what was to be advised is recorded");
    assert_eq!(agenda(&desk)[0], "first_report", "that somebody was advised of it is for people to say");
    desk.done("first_report", "The Privacy Officer found it, and knows it.");
    assert_eq!(desk.state("documents", "first_report"), "final");
    assert_eq!(agenda(&desk)[0], "about_people", "the Privacy Officer's own part begins");
}
