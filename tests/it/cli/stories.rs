//! Two incidents on the Trinity playbook, worked through the command line alone.

use crate::support::program::{Home, of, state, words};

/// What a staff member tells first, in both stories.
fn report(home: &Home, case: &str) {
    home.answers(case, &[("how_discovered", "staff"), ("discovered_at", "2026-01-10 02:00")]);
    home.record(case, &["call", "tell_privacy_officer", "reached", "--person", "A. Ruiz"]);
    home.answers(
        case,
        &[
            ("information_type", "other_personal"),
            ("cause_and_extent", "An e-mail with one student's timetable went to the wrong parent."),
            ("context", "Sent during a timetable change."),
        ],
    );
    home.record(case, &["decision", "breach_occurred", "has_occurred", "--reason", "The e-mail went out."]);
}

#[test]
fn a_mis_sent_email_that_was_recalled_ends_with_the_report_of_four_things_to_two_recipients() {
    let (home, case) = Home::with_case();
    report(&home, &case);
    home.answers(&case, &[("missent_email", "yes"), ("content_sensitive", "no"), ("recalled", "yes")]);
    for question in ["multiple_individuals", "serious_harm", "systemic_problem", "media_attention"] {
        home.record(&case, &["answer", question, "no"]);
    }
    let status = home.status(&case);
    assert_eq!(state(&status, "rules", "no_utility"), "met");
    assert_eq!(state(&status, "rules", "escalation_suggested"), "not-met");
    assert_eq!(state(&status, "documents", "not_escalated_report"), "not-needed");

    let decided =
        home.record(&case, &["decision", "escalate", "not_escalate", "--reason", "Recalled before it was read."]);
    assert!(decided.out.contains("\non: Report the four things to the Principal (report_to_principal): call now"));

    let status = home.status(&case);
    let report = of(&status, "documents", "not_escalated_report");
    assert_eq!(report["state"], "needed");
    assert_eq!(words(&report["missing"]), ["ne_description", "ne_action", "ne_outcome", "ne_view"]);
    assert_eq!(words(&report["to"]), ["principal", "council"]);
    for (call, role) in [("report_to_principal", "principal"), ("report_to_council", "council")] {
        let contacts = status["contacts"].as_array().unwrap();
        assert!(contacts.iter().any(|c| c["call"] == call && c["role"] == role && c["state"] == "due"), "{role}");
    }
    assert_eq!(state(&status, "phases", "step1"), "not-applicable");

    let refusal = home.refused(&case, &["task", "file_report", "done", "Filed under 2026/7"]);
    assert!(refusal.contains("filing_site") && refusal.lines().count() == 2, "the missing site is named: {refusal}");
    assert!(status["next"].as_array().unwrap().iter().any(|next| next["id"] == "filing_site"));
    home.record(&case, &["silence", "filing_site", "The Principal's locked drive", "--role", "principal"]);
    home.record(&case, &["task", "file_report", "done", "Filed under 2026/7 by A. Ruiz"]);

    home.answers(
        &case,
        &[
            ("ne_description", "One e-mail."),
            ("ne_action", "Recalled."),
            ("ne_outcome", "Unread."),
            ("ne_view", "Done."),
        ],
    );
    home.record(&case, &["call", "report_to_principal", "reached"]);
    let status = home.status(&case);
    assert_eq!(state(&status, "documents", "not_escalated_report"), "drafted", "one of the two was told");
    assert_eq!(
        state(&status, "items", "report_to_council"),
        "due",
        "the Principal's knowing does not tell the Council"
    );
    home.record(&case, &["call", "report_to_council", "reached"]);
    assert_eq!(state(&home.status(&case), "documents", "not_escalated_report"), "final");
}

#[test]
fn health_data_to_many_recipients_is_escalated_and_three_steps_open_side_by_side() {
    let (home, case) = Home::with_case();
    report(&home, &case);
    home.answers(&case, &[("information_type", "health"), ("missent_email", "yes"), ("content_sensitive", "yes")]);
    home.answers(&case, &[("recalled", "no"), ("multiple_individuals", "yes")]);
    let status = home.status(&case);
    assert_eq!(state(&status, "rules", "sensitive_information"), "met");
    assert_eq!(state(&status, "rules", "escalation_suggested"), "met", "any yes suggests");
    assert_eq!(state(&status, "decisions", "escalate"), "open", "and never decides");

    home.record(&case, &["decision", "escalate", "escalate", "--reason", "Health data of many, 300 recipients."]);
    let status = home.status(&case);
    for call in ["team_legal", "team_it", "team_communications"] {
        assert_eq!(state(&status, "items", call), "due", "{call}");
    }
    for step in ["step1", "step2", "step3"] {
        let phase = of(&status, "phases", step);
        assert_eq!((phase["state"].as_str(), phase["beside"].as_str()), (Some("open"), Some("steps")), "{step}");
        assert!(status["next"].as_array().unwrap().iter().any(|next| next["phase"] == step), "{step} is on the agenda");
    }
    assert_eq!(state(&status, "documents", "not_escalated_report"), "not-needed");

    home.record(&case, &["call", "team_legal", "no_answer"]);
    let status = home.status(&case);
    let due = |role: &str| {
        let contacts = status["contacts"].as_array().unwrap();
        contacts.iter().any(|c| c["call"] == "team_legal" && c["role"] == role && c["state"] == "due")
    };
    assert!(due("deputy") && !due("principal"), "after no answer, the next in order is due");
}
