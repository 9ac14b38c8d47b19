//! The strength of the policy's words, and what it comes to in a case.

use crate::modot::night::{Night, state};
use crate::support::program::of;

#[test]
fn the_verbs_keep_the_strength_of_the_policy() {
    let night = Night::begin();
    let status = night.status();
    for (verb, items) in [
        (
            "shall",
            &["call_ai", "alert_local_police", "protect_customers", "notify_contractors", "backup_processes"][..],
        ),
        (
            "will",
            &[
                "investigate",
                "involve_cco",
                "involve_is",
                "scope_and_nature",
                "determine_owner",
                "tell_owner",
                "technical_lead",
                "bring_in_soc",
                "technical_investigation",
                "technical_legal_guidance",
                "root_cause",
                "quarantine",
                "remediate",
                "technical_timeline",
                "provide_timeline",
                "response_procedures",
                "technical_assistance",
                "guide_department",
                "work_with_ocs",
                "relevant_information",
                "preserve_evidence",
                "evidence_list",
                "cco_requirements",
            ],
        ),
        (
            "must",
            &["notify_leader", "third_parties_involved", "third_parties", "tampered_cabinets", "other_indication"],
        ),
        ("should", &["social_media_plan"]),
        (
            "may",
            &[
                "message_boards",
                "call_center",
                "website",
                "cr_coordinates",
                "contact_individuals",
                "methods",
                "media",
                "credit_monitoring",
                "national_guard",
                "contractor_employees",
            ],
        ),
        ("if_necessary", &["law_enforcement", "chain_of_custody"]),
    ] {
        for item in items {
            assert_eq!(of(&status, "items", item)["verb"], verb, "{item}");
        }
    }
}

#[test]
fn a_duty_is_closed_only_as_done_or_with_a_reason_and_a_permission_is_answered_either_way() {
    let night = Night::begin();
    night.answers(&[("contractor_data", "yes"), ("affected_contractors", "Acme Paving\nBridge Works")]);
    assert_eq!(night.item("notify_contractors"), "due");
    night.refused(&["task", "notify_contractors", "not-needed", ""]);
    night.answers(&[("boards_threatened", "yes")]);
    assert_eq!(night.item("message_boards"), "open");
    night.refused(&["decision", "message_boards", "leave"]);
    night.boards("leave");
    night.decide("credit_monitoring", "do_not");
    let status = night.status();
    assert_eq!(state(&status, "items", "change_boards"), "not-applicable", "the policy only permits it");
    assert_eq!(state(&status, "items", "offer_credit_monitoring"), "not-applicable");
    night.boards("disable");
    night.decide("credit_monitoring", "offer");
    let status = night.status();
    assert_eq!(state(&status, "items", "change_boards"), "open", "now it was decided");
    assert_eq!(state(&status, "items", "offer_credit_monitoring"), "open");
}

#[test]
fn as_needed_and_where_applicable_are_asked_and_not_assumed() {
    let night = Night::begin();
    assert_eq!(night.item("law_enforcement"), "to-be-decided");
    night.needed("law_enforcement", "A laptop was stolen from a truck");
    assert_eq!(night.item("law_enforcement"), "due");
    night.not_needed("law_enforcement", "It turned up in the same office");
    assert_eq!(night.item("law_enforcement"), "ruled-out");
}

#[test]
fn continuous_work_goes_on_until_the_incident_is_closed() {
    let night = Night::begin();
    let tasks = ["technical_assistance", "guide_department", "work_with_ocs", "technical_legal_guidance"];
    night.done(&tasks.map(|task| (task, "First talk at 03:00")));
    for task in tasks {
        assert_eq!(night.item(task), "continuing", "{task}");
    }
}
