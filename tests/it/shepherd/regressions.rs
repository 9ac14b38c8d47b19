//! Incidents on which the playbook said something else than its policy, worked again.

use crate::shepherd::night::Night;

#[test]
fn an_outage_of_500_users_owes_no_credit_monitoring_unless_their_information_may_be_affected() {
    let night = Night::open();
    night.answers(&[("affected_users", "500"), ("effects", "disruption")]);
    let seen = night.status();
    assert_eq!(seen.rule("credit_monitoring"), "pending", "not known yet is neither yes nor no");
    assert!(seen.is_next("information_affected"));

    night.answers(&[("information_affected", "no")]);
    let seen = night.status();
    assert_eq!(seen.rule("credit_monitoring"), "not-met");
    assert_eq!(seen.item("offer_credit_monitoring"), "not-applicable");
    assert_eq!(seen.level("impact").0, "critical_major", "the users are affected all the same");

    night.answers(&[("information_affected", "yes")]);
    assert_eq!(night.status().item("offer_credit_monitoring"), "open");
}

#[test]
fn where_nobody_is_affected_nobodys_information_is_asked_about() {
    let night = Night::open();
    night.answers(&[("affected_users", "0")]);
    let seen = night.status();
    assert_eq!(seen.item("information_affected"), "not-applicable");
    assert_eq!(seen.rule("credit_monitoring"), "not-met");
}

#[test]
fn the_vendors_stopwatch_runs_from_the_discovery_by_the_vendor() {
    let night = Night::open();
    night.answers(&[("vendor_holds", "yes"), ("vendors", "EduHost")]);
    let seen = night.status();
    assert_eq!(seen.state("clocks", "clock_vendor"), "waiting", "hearing of it is not the vendor's discovery");
    assert_eq!(seen.item("vendor_discovered_at"), "open");

    let begun = |night: &Night| {
        let clock = night.status().of("clocks", "clock_vendor");
        (clock["state"].as_str().unwrap().to_owned(), clock["started"].as_str().unwrap()[..10].to_owned())
    };
    night.record(&["row", "vendors", "GradePost"]);
    night.record(&["answer", "vendor_discovered_at", "2026-01-06 09:00", "--for", "GradePost"]);
    assert_eq!(begun(&night), ("running".into(), "2026-01-06".into()));
    night.record(&["answer", "vendor_discovered_at", "2026-01-04 09:00", "--for", "EduHost"]);
    assert_eq!(begun(&night), ("running".into(), "2026-01-04".into()), "each has its own, and the first counts");
    night.record(&["task", "vendor_notice", "done", "By e-mail on 5 January.", "--for", "EduHost"]);
    assert_eq!(begun(&night), ("running".into(), "2026-01-06".into()), "the other's notice is still to come");
    night.record(&["task", "vendor_notice", "done", "By e-mail on 7 January.", "--for", "GradePost"]);
    assert_eq!(begun(&night), ("stopped".into(), "2026-01-04".into()));
}

#[test]
fn paper_is_not_asked_whether_it_was_encrypted() {
    let night = Night::open();
    night.answers(&[("data_form", "paper"), ("personal_information", "yes"), ("computerized", "no")]);
    let seen = night.status();
    for question in ["unencrypted", "unredacted"] {
        assert_eq!(seen.item(question), "not-applicable", "{question}");
    }
    assert_eq!(seen.rule("security_breach"), "not-met");
    night.answers(&[("computerized", "unknown")]);
    assert_eq!(night.status().item("unencrypted"), "open", "not known yet is not no");
}

#[test]
fn two_assessments_that_differ_are_shown_as_a_silence_and_can_be_settled() {
    let night = Night::open();
    night.decide("information_at_risk", "at_risk", &["it_services"], "The disk was in it.");
    assert_eq!(night.status().of("silences", "assessment_differs")["applies"], serde_json::Value::Null);
    night.decide("information_at_risk", "not_at_risk", &["general_counsel"], "It was wiped.");
    assert_eq!(night.status().of("silences", "assessment_differs")["applies"], true);

    night.decide("information_at_risk", "at_risk", &["general_counsel"], "It was not wiped.");
    let seen = night.status();
    assert_eq!(seen.of("silences", "assessment_differs")["applies"], false);
    assert_eq!(seen.item("information_at_risk"), "decided");
}

#[test]
fn a_reasonable_belief_stands_in_the_question_itself() {
    let seen = Night::open().status();
    let asked = seen.of("items", "resident_acquired")["title"].as_str().unwrap().to_owned();
    assert!(asked.contains("reasonably believed"), "{asked}");
}

#[test]
fn what_was_decided_at_10_users_is_decided_again_at_100() {
    let night = Night::open();
    night.answers(&[("core_database", "no"), ("potentially_database", "no"), ("affected_users", "10")]);
    night.decide("impact_in_gap", "minor", &["ciso"], "Ten library cards.");
    assert_eq!(night.status().item("campus_plan"), "not-applicable");

    night.answers(&[("affected_users", "100")]);
    let seen = night.status();
    assert_eq!(seen.level("impact"), ("none".into(), "gap".into()), "100 is not between Moderate and Minor");
    assert!(seen.is_next("impact_in_gap"));
    assert_eq!(seen.item("campus_plan"), "open", "owed either way");

    night.decide("impact_in_gap", "critical_major", &["ciso"], "The next higher category.");
    assert_eq!(night.status().level("impact"), ("critical_major".into(), "decided-by-person".into()));
    night.answers(&[("affected_users", "10")]);
    assert!(night.status().is_next("impact_in_gap"));
}

#[test]
fn at_100_users_minor_is_refused_and_at_10_critical() {
    let night = Night::open();
    night.answers(&[("core_database", "no"), ("potentially_database", "no")]);
    for (users, wrong, fits) in
        [("100", "minor", ["(critical_major)", "(moderate)"]), ("10", "critical_major", ["(moderate)", "(minor)"])]
    {
        night.answers(&[("affected_users", users)]);
        let refusal = night.refused(&["decision", "impact_in_gap", wrong, "--reason", "In a hurry."]);
        assert!(fits.iter().all(|level| refusal.contains(level)), "{refusal}");
    }
}

#[test]
fn next_steps_fall_away_when_the_public_is_not_notified_after_all() {
    let night = Night::open();
    night.answers(&[("affected_users", "150"), ("public_suggested", "yes"), ("next_steps", "press_release")]);
    assert_eq!(night.status().item("press_release"), "open");
    night.answers(&[("public_suggested", "no")]);
    night.decide("notify_public", "do_not_notify", &["university"], "It is contained.");
    let seen = night.status();
    assert_eq!((seen.item("press_release"), seen.item("internal_review")), ("not-applicable".into(), "open".into()));
}

#[test]
fn more_than_12_months_of_credit_monitoring_are_taken_and_remarked_on() {
    let night = Night::open();
    night.answers(&[("affected_users", "5"), ("information_affected", "yes")]);
    night.done(&[("offer_credit_monitoring", "To all five by letter")]);
    for (months, state) in [("12", "not-met"), ("12 to 24", "pending"), ("13", "met"), ("24", "met")] {
        night.answers(&[("credit_months", months)]);
        assert_eq!(night.status().rule("credit_longer"), state, "{months}");
    }
    let seen = night.status();
    assert_eq!(seen.of("rules", "credit_longer")["effect"], "informs", "more is not forbidden");
    assert!(seen.of("rules", "credit_longer")["say"].as_str().unwrap().contains("up to 12 months"));
    let say = seen.of("silences", "credit_length")["say"].as_str().unwrap().to_owned();
    assert!(say.contains("how many months"), "{say}");
}

#[test]
fn a_release_that_is_not_decided_yet_is_put_off_and_stays_in_sight() {
    let night = Night::open();
    let refusal = night.refused(&["decision", "release_report", "not_yet", "--reason", "Police ask for a day."]);
    assert!(refusal.contains("full, redacted"), "{refusal}");
    night.record(&["defer", "release_report", "in 24h", "--reason", "Police ask for a day."]);
    let seen = night.status();
    assert_eq!((seen.item("release_report").as_str(), seen.item("share_affected").as_str()), ("deferred", "held"));
    night.decide("release_report", "full", &["ciso"], "The day is over.");
    assert_eq!(night.status().rule("report_released"), "met");
    night.done(&[("share_affected", "Sent to 12 people")]);
}

#[test]
fn e_mails_that_went_to_others_are_recorded_and_are_no_notice_by_themselves() {
    let night = Night::open();
    let yes = ["personal_information", "unauthorized_access", "acquisition", "computerized", "resident_harm"];
    night.answers(&yes.map(|question| (question, "yes")));
    night.answers(&[("unencrypted", "no"), ("good_faith", "no"), ("encrypted_opened", "yes")]);
    night.answers(&[("direct_methods", "email"), ("email_current", "no")]);
    night.done(&[("send_emails", "300 sent, 20 of them to former students")]);
    let seen = night.status();
    assert_eq!((seen.item("send_emails").as_str(), seen.rule("email_permitted").as_str()), ("done", "not-met"));
    let refusal = night.refused(&["task", "give_notice", "done", "By e-mail"]);
    assert!(refusal.contains("e-mail to current members"), "{refusal}");
    night.answers(&[("direct_methods", "letter, email")]);
    night.done(&[("send_letters", "20 on Monday"), ("give_notice", "300 by e-mail, 20 by letter")]);
}
