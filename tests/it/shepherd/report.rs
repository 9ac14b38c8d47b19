//! The Incident Report: written for every incident, released to the affected parties by a decision; authorizations.

use crate::shepherd::night::Night;

#[test]
fn the_report_reaches_the_affected_parties_only_in_a_form_that_was_released() {
    let night = Night::open();
    let share = ["task", "share_affected", "done", "Sent to 12 people"];
    assert!(night.refused(&share).contains("in which form"));
    let seen = night.status();
    assert_eq!(seen.item("share_affected"), "held", "the duty to share stays");
    assert_eq!(seen.state("documents", "incident_report_redacted"), "not-needed");

    night.decide("release_report", "redacted", &["ciso"], "It names a witness.");
    let seen = night.status();
    assert_eq!(seen.state("documents", "incident_report_redacted"), "needed");
    assert_eq!(seen.item("redactions"), "open");
    night.record(&share);
    night.reached(&["share_leadership"]);
    let seen = night.status();
    assert_eq!(seen.item("share_stakeholders"), "due", "one audience does not stand for another");
    assert_eq!(seen.item("share_affected"), "done");
}

#[test]
fn the_report_lacks_what_was_not_answered_and_is_final_when_its_three_audiences_have_it() {
    let night = Night::open();
    let contents = [
        ("occurred_at", "2026-01-10 02:00"),
        ("occurred_where", "Library"),
        ("data_type", "SSNs; encrypted=no"),
        ("data_classes", "restricted"),
        ("affected_users", "3"),
        ("fraud", "yes"),
        ("contained", "yes"),
        ("other_information", "no"),
        ("scope_found", "One stick, three people."),
        ("roadmap", "Search, lock, tell."),
    ];
    let lacks = |night: &Night| night.status().of("documents", "incident_report")["missing"].as_array().unwrap().len();
    assert_eq!(lacks(&night), contents.len());
    night.answers(&contents);
    assert_eq!(lacks(&night), 0);
    night.decide("release_report", "full", &["ciso"], "Nothing to leave out.");
    night.done(&[("share_affected", "Read to all three")]);
    night.reached(&["share_leadership", "share_stakeholders"]);
    assert_eq!(night.status().state("documents", "incident_report"), "final");
}

#[test]
fn two_seats_that_disagree_on_what_was_at_risk_leave_the_decision_open() {
    let night = Night::open();
    night.decide("information_at_risk", "at_risk", &["it_services"], "The drive was not encrypted.");
    assert_eq!(night.status().state("decisions", "information_at_risk"), "partly-decided");
    night.decide("information_at_risk", "not_at_risk", &["general_counsel"], "It was empty.");
    assert_eq!(night.status().state("decisions", "information_at_risk"), "partly-decided");
    night.decide("information_at_risk", "at_risk", &["general_counsel"], "It was not empty.");
    assert_eq!(night.status().of("decisions", "information_at_risk")["value"], "at_risk");
}

#[test]
fn staff_act_on_an_authorization_that_is_on_record() {
    let night = Night::open();
    let act = ["task", "directed_action", "done", "Port 14 shut at 02:20"];
    assert!(night.refused(&act).contains("authorization"));
    night.decide("disconnect", "do_not_authorize", &["ciso"], "It serves the sprinklers.");
    assert!(night.refused(&act).contains("authorization"));
    night.decide("disconnect", "authorize", &["ciso"], "The registrar's server, port 14.");
    night.record(&act);
    assert_eq!(night.status().item("directed_action"), "continuing");
    night.answers(&[("account_compromising", "no")]);
    assert_eq!(night.status().item("disable_account"), "not-applicable");
}

#[test]
fn criminal_intent_opens_the_external_investigation_hr_and_supd() {
    let night = Night::open();
    let three = ["external_investigation", "tell_hr", "tell_supd_intent"];
    let seen = night.status();
    assert!(three.iter().all(|item| seen.item(item) == "pending"), "unknown is not no");
    night.answers(&[("criminal_intent", "no"), ("backup_exists", "no")]);
    let seen = night.status();
    assert!(three.iter().all(|item| seen.item(item) == "not-applicable"));
    assert_eq!(seen.item("restore"), "not-applicable");
    night.answers(&[("criminal_intent", "yes"), ("backup_exists", "yes")]);
    let seen = night.status();
    assert_eq!(three.map(|item| seen.item(item)), ["open", "due", "due"]);
    assert_eq!(seen.item("restore"), "open");
}
