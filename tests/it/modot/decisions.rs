//! Who decides, who is told, and what is left open: the three offices, owners, contractors, notices.

use crate::modot::night::{Night, state};
use crate::support::program::{of, words};

#[test]
fn severity_is_judged_by_three_offices_in_words_and_no_level_is_ever_shown() {
    let night = Night::begin();
    let scale = |night: &Night| of(&night.status(), "scales", "severity_of_breach");
    let before = scale(&night);
    assert_eq!((before["state"].as_str(), before["level"].is_null()), (Some("no-scale"), true), "{before}");
    for office in ["severity_cco", "severity_ai", "severity_is"] {
        assert_eq!(night.item(office), "open");
        night.answers(&[(office, "High: payroll data, names and account numbers")]);
    }
    let after = scale(&night);
    assert_eq!((after["state"].as_str(), after["level"].is_null()), (Some("no-scale"), true), "{after}");
}

#[test]
fn call_center_and_website_are_decided_by_all_three_and_a_split_goes_to_people() {
    let night = Night::begin();
    for decision in ["call_center", "website"] {
        let seats = of(&night.status(), "decisions", decision)["seats"].clone();
        let roles: Vec<_> = seats.as_array().unwrap().iter().map(|seat| seat["role"].clone()).collect();
        assert_eq!(roles, ["cco", "ai", "is"]);
    }
    night.office("call_center", "cco", "set_up");
    night.office("call_center", "ai", "set_up");
    assert_eq!(night.item("call_center"), "partly-decided", "two of three, and the policy gives no quorum");
    assert_eq!(night.item("set_up_call_center"), "pending");
    assert!(!night.is_next("no_quorum"));
    night.office("call_center", "is", "do_not");
    assert_eq!(night.item("call_center"), "partly-decided");
    assert!(night.is_next("no_quorum"), "the three do not agree, and the policy does not say whose word counts");
    night.record(&["silence", "no_quorum", "The director decides: set one up", "--role", "cco"]);
    assert!(!night.is_next("no_quorum"));
    night.office("call_center", "is", "set_up");
    assert_eq!(night.item("set_up_call_center"), "open");
    night.offices("website", "set_up");
    let page = of(&night.status(), "documents", "website_text");
    assert_eq!((page["state"].as_str(), words(&page["missing"])), (Some("needed"), vec!["website_information"]));
    assert_eq!(words(&page["to"]), ["general_public", "impacted_individuals", "press"]);
}

#[test]
fn scope_and_nature_are_recorded_by_audits_and_investigations_counsel_and_information_systems() {
    let night = Night::begin();
    night.answers(&[("scope", "One mailbox"), ("nature", "possibly_compromised")]);
    night.office("scope_and_nature", "ai", "agreed");
    night.office("scope_and_nature", "cco", "agreed");
    assert_eq!(night.item("scope_and_nature"), "partly-decided");
    night.office("scope_and_nature", "is", "not_agreed");
    assert!(night.is_next("no_quorum"));
    night.office("scope_and_nature", "is", "agreed");
    assert_eq!(night.item("scope_and_nature"), "decided");
}

#[test]
fn what_is_owed_in_a_breach_falls_away_only_when_all_three_found_none_and_comes_back() {
    let night = Night::begin();
    let lanes = ["safety", "evidence", "technical", "severity", "notify"];
    let all = |night: &Night, wanted: &str| {
        let status = night.status();
        for lane in lanes {
            assert_eq!(state(&status, "phases", lane), wanted, "{lane}");
        }
    };
    all(&night, "open");
    night.answers(&[("nature", "unknown")]);
    all(&night, "open");
    night.answers(&[("nature", "neither")]);
    assert_ne!(state(&night.status(), "phases", "technical"), "not-applicable", "one answer is not three offices");
    night.offices("scope_and_nature", "agreed");
    all(&night, "not-applicable");
    let status = night.status();
    for lane in ["report", "tell", "investigation", "continuity"] {
        assert_eq!(state(&status, "phases", lane), "open", "{lane}");
    }
    assert_eq!(of(&status, "silences", "no_breach_found")["applies"], true);
    night.answers(&[("nature", "theft_or_access")]);
    all(&night, "open");
}

#[test]
fn the_investigation_and_the_technical_response_are_two_lanes_side_by_side() {
    let night = Night::begin();
    let status = night.status();
    for lane in ["safety", "investigation", "evidence", "technical", "continuity", "severity", "notify"] {
        let phase = of(&status, "phases", lane);
        assert_eq!((phase["state"].as_str(), phase["beside"].as_str()), (Some("open"), Some("lanes")), "{lane}");
    }
    for (task, lane) in [("investigate", "investigation"), ("technical_investigation", "technical")] {
        let next = status["next"].as_array().unwrap().iter().find(|next| next["id"] == task).unwrap().clone();
        assert_eq!(next["phase"], lane);
    }
}

#[test]
fn evidence_comes_before_repair_in_the_walk_and_holds_nothing_up() {
    let night = Night::begin();
    let status = night.status();
    let place = |id: &str| status["next"].as_array().unwrap().iter().position(|next| next["id"] == id).unwrap();
    assert!(place("cco_requirements") < place("preserve_evidence"));
    assert!(place("preserve_evidence") < place("remediate"));
    night.done(&[("remediate", "The way in was closed at once: it was still in use")]);
}

#[test]
fn the_owner_is_told_only_where_that_has_not_already_occurred() {
    let night = Night::begin();
    assert_eq!(night.item("tell_owner"), "pending", "whether they know is not known");
    night.answers(&[("data_owners", "Human Resources\nKansas City District"), ("owner_already_told", "unknown")]);
    assert_eq!(night.item("tell_owner"), "pending");
    night.answers(&[("owner_already_told", "yes")]);
    assert_eq!(night.item("tell_owner"), "not-applicable");
    night.answers(&[("owner_already_told", "no")]);
    assert_eq!(night.item("tell_owner"), "due");
    night.reached_for("tell_owner", &["Human Resources", "Kansas City District"]);
    assert_eq!(night.item("tell_owner"), "reached");
}

#[test]
fn exposed_contractor_data_is_followed_to_the_contractors_employees() {
    let night = Night::begin();
    assert_eq!(night.item("notify_contractors"), "pending");
    night.answers(&[("notification_required", "no"), ("contractor_data", "no")]);
    assert_eq!(night.item("notify_contractors"), "not-applicable");
    night.answers(&[
        ("contractor_data", "yes"),
        ("affected_contractors", "Acme Paving; role=affected\nBridge Works; role=both"),
    ]);
    assert_eq!(night.rule("contractors_owed"), "met");
    assert_eq!(night.item("notify_contractors"), "due", "owed whether or not other notices are required");
    night.answers(&[("contractor_details", "Payroll of their crews on two projects")]);
    night.reached_for("notify_contractors", &["Acme Paving"]);
    let status = night.status();
    assert_eq!(state(&status, "documents", "contractor_notice"), "drafted");
    assert_ne!(state(&status, "items", "notify_contractors"), "reached", "Bridge Works knows nothing yet");
    night.reached_for("notify_contractors", &["Bridge Works"]);
    assert_eq!(state(&night.status(), "documents", "contractor_notice"), "final");
    assert!(night.is_next("contractor_employees"), "the chain does not end with the contractor");
    night.record(&["task", "contractor_employees", "done", "40 told by letter", "--for", "Acme Paving"]);
    night.record(&["task", "contractor_employees", "not-needed", "It has no employees", "--for", "Bridge Works"]);
    assert!(!night.is_next("contractor_employees"));
}

#[test]
fn third_parties_are_a_list_with_their_part_in_it() {
    let night = Night::begin();
    night.answers(&[("third_parties_involved", "no")]);
    assert_eq!(night.item("third_parties"), "not-applicable");
    night.answers(&[
        ("third_parties_involved", "yes"),
        ("third_parties", "Acme Paving; role=cause\nHighway Patrol; role=affected\nA. Driver; role=both"),
    ]);
    assert_eq!(night.item("third_parties"), "answered");
}

#[test]
fn notices_by_post_email_or_telephone_have_no_conditions_and_stay_decisions() {
    let night = Night::begin();
    for decision in ["cr_coordinates", "contact_individuals", "media"] {
        assert_eq!(night.item(decision), "open", "{decision}: whether notices are required is not known");
    }
    night.answers(&[("notification_required", "no")]);
    for item in ["cr_coordinates", "contact_individuals", "media", "methods"] {
        assert_eq!(night.item(item), "not-applicable", "{item}");
    }
    night.answers(&[("notification_required", "yes"), ("methods", "post, email, telephone, social_media")]);
    assert_eq!(night.item("contact_impacted"), "pending");
    night.decide("cr_coordinates", "coordinate");
    assert_eq!(night.item("notification_guidance"), "open", "with legal guidance from CCO");
    night.decide("contact_individuals", "contact");
    night.decide("media", "do_not");
    let status = night.status();
    assert_eq!(state(&status, "items", "contact_impacted"), "open");
    assert_eq!(state(&status, "items", "share_with_media"), "not-applicable");
    assert_eq!(state(&status, "items", "use_social_media"), "open");
    night.rows("individuals", &["A. Example; phone=555-0142", "B. Example; address=1 Main St; email=b@example.org"]);
    let list = of(&night.status(), "registers", "individuals");
    for method in list["methods"].as_array().unwrap() {
        assert_eq!(method["rows"], 1, "open to whoever has the address or number, and to nobody else: {method}");
    }
    night.answers(&[("notice_details", "What was taken, and since when")]);
    assert_eq!(state(&night.status(), "documents", "individual_notice"), "drafted");
    night.done(&[("contact_impacted", "Both: one by telephone, one by letter")]);
    assert_eq!(state(&night.status(), "documents", "individual_notice"), "final");
}

#[test]
fn the_national_guard_is_a_decision_once_the_magnitude_is_judged_statewide() {
    let night = Night::begin();
    assert_eq!(night.item("national_guard"), "pending");
    night.answers(&[("statewide_emergency", "no")]);
    assert_eq!(night.item("national_guard"), "not-applicable");
    night.answers(&[("statewide_emergency", "yes")]);
    assert_eq!(night.item("national_guard"), "open");
    night.decide("national_guard", "do_not_ask");
    assert_eq!(night.item("call_national_guard"), "not-applicable");
    night.decide("national_guard", "ask");
    assert_eq!(night.item("call_national_guard"), "due");
}

#[test]
fn every_impacted_host_is_quarantined_by_name() {
    let night = Night::begin();
    night.answers(&[("hosts_impacted", "no")]);
    assert_eq!(night.item("quarantine"), "not-applicable");
    night.answers(&[("hosts_impacted", "yes"), ("impacted_hosts", "web01; kind=server\nlap-4711; kind=laptop")]);
    night.done_for("quarantine", &["web01"]);
    assert_ne!(night.item("quarantine"), "done", "the laptop is still on the network");
    night.done_for("quarantine", &["lap-4711"]);
    assert_eq!(night.item("quarantine"), "done");
}

#[test]
fn each_piece_of_evidence_is_listed_and_asked_for_its_chain_of_custody() {
    let night = Night::begin();
    assert_eq!(night.item("evidence_list"), "open");
    night.rows(
        "evidence_list",
        &[
            "Image of web01; kind=server-image; form=copy; collected_by=IS; collected_at=20m ago; found=web01; storage=safe 2; requirement=two copies",
            "Screenshot of the note; kind=screenshot; form=copy; collected_by=IS; collected_at=20m ago; storage=safe 2",
        ],
    );
    assert_eq!(night.item("evidence_list"), "continuing");
    assert!(night.is_next("chain_of_custody"));
    night.record(&["task", "chain_of_custody", "done", "IS to OCS at 04:10, safe 2", "--for", "Image of web01"]);
    assert!(night.is_next("chain_of_custody"));
    night.record(&[
        "task",
        "chain_of_custody",
        "not-needed",
        "CCO does not ask for it",
        "--for",
        "Screenshot of the note",
    ]);
    assert!(!night.is_next("chain_of_custody"));
}

#[test]
fn nothing_is_out_of_reach_some_answers_lead_to_every_item() {
    let night = Night::begin();
    night.answers(&[
        ("where_occurred", "Northeast District"),
        ("data_owners", "Right of Way"),
        ("owner_already_told", "no"),
        ("attack_possible", "yes"),
        ("infrastructure_data", "yes"),
        ("infrastructure_places", "Marion County"),
        ("boards_threatened", "yes"),
        ("third_parties_involved", "yes"),
        ("hosts_impacted", "yes"),
        ("impacted_hosts", "gis02"),
        ("statewide_emergency", "yes"),
        ("contractor_data", "yes"),
        ("affected_contractors", "Acme Paving"),
        ("notification_required", "yes"),
        ("methods", "social_media"),
    ]);
    night.rows(
        "evidence_list",
        &["Log of gis02; kind=log; form=copy; collected_by=IS; collected_at=20m ago; storage=safe 2"],
    );
    night.offices("call_center", "set_up");
    night.offices("website", "set_up");
    for (decision, option) in [
        ("signs_alone", "alike"),
        ("national_guard", "ask"),
        ("cr_coordinates", "coordinate"),
        ("contact_individuals", "contact"),
        ("media", "share"),
        ("credit_monitoring", "offer"),
    ] {
        night.decide(decision, option);
    }
    night.boards("modify");
    let status = night.status();
    for item in status["items"].as_array().unwrap() {
        let state = item["state"].as_str().unwrap();
        assert!(!["pending", "not-applicable"].contains(&state), "{}: {state}", item["id"]);
    }
}
