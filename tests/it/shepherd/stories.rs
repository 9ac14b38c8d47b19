//! Three incidents, from the first call to the close with nothing left open, through the command line.

use crate::shepherd::night::{BREACH_ELEMENTS, Night};

const EVERYWHERE: [(&str, &str); 12] = [
    ("discovered_at", "2026-01-10 02:00"),
    ("reported_by", "staff"),
    ("asset_compromising", "no"),
    ("account_compromising", "no"),
    ("content_and_quantity", "A list of names, one page."),
    ("occurred_at", "about 2026-01-09 18:00"),
    ("occurred_where", "Scarborough Library"),
    ("fraud", "no"),
    ("contained", "yes"),
    ("other_information", "no"),
    ("scope_found", "One list; nothing else was on it."),
    ("roadmap", "Search; lock; tell; train."),
];

/// What every incident has, whatever its category and whatever the law says.
fn every_incident(night: &Night, at_risk: &str) {
    night.reached(&["tell_it_services", "tell_general_counsel", "reach_ciso"]);
    night.answers(&EVERYWHERE);
    night.decide("information_at_risk", at_risk, &["it_services", "general_counsel"], "By what was on it.");
    night.done(&[
        ("direct_staff", "R. Okafor told to search, 02:30"),
        ("directed_action", "Library searched by A. Ruiz, 02:50"),
        ("document_actions", "Search sheet in the library's folder"),
        ("analyse", "Looked through by R. Okafor, 03:10"),
        ("preliminary_assessment", "By R. Okafor: small, contained"),
        ("evaluate_continuously", "Nothing further by 04:00, R. Okafor"),
        ("contain_prevent_recover", "Access closed at 02:40 by A. Ruiz"),
        ("evaluate_scope", "Unchanged at 09:00, R. Okafor"),
    ]);
    night.answers(&[
        ("report_author", "R. Okafor"),
        ("point_person", "R. Okafor"),
        ("employee_behavior", "no"),
        ("criminal_intent", "no"),
        ("backup_exists", "no"),
        ("similar_device", "no"),
        ("building_damage", "no"),
        ("lock_codes", "no"),
    ]);
    night.decide("release_report", "full", &["ciso"], "Nothing to leave out.");
    night.done(&[("share_affected", "Read to each of them by A. Ruiz")]);
    night.reached(&["share_leadership", "share_stakeholders"]);
}

/// What critical and moderate incidents have on top.
fn critical_or_moderate(night: &Night) {
    night.reached(&["tell_ciso", "tell_service_desk", "tell_vp", "tell_communications"]);
    night.done(&[
        ("campus_plan", "Desk and deans by 08:00, A. Ruiz"),
        ("public_plan", "University Communications leads, until the last letter"),
        ("identify_services", "Credit monitoring, R. Okafor"),
        ("arrange_credit_monitoring", "Under the university's contract, from Monday"),
        ("new_workflows", "Cables on all desks by March, A. Ruiz"),
        ("recommend_education", "Ten minutes in each staff meeting, A. Ruiz"),
        ("address_weaknesses", "Disk encryption everywhere by March, A. Ruiz"),
    ]);
    let yes = ["employees_aware", "exact_time", "method_identified", "method_prepared", "credit_length_defined"];
    night.answers(&yes.map(|question| (question, "yes")));
    let no = [
        "more_law_enforcement",
        "method_differs",
        "toll_free_needed",
        "call_center_needed",
        "credit_contract",
        "reminders",
        "disk_encryption",
        "software_current",
        "other_measures",
        "multi_factor",
        "password_protection",
        "policies_adhered",
        "assessment_needed",
        "proper_place",
        "properly_classified",
        "policies_modify",
        "process_lapse",
        "policy_clear",
        "education_needed",
        "user_trained",
    ];
    night.answers(&no.map(|question| (question, "no")));
    night.answers(&[
        ("credit_told_by", "credit_bureaus, shepherd"),
        ("postmortem_by", "R. Okafor"),
        ("measures", "A locked office; nothing else."),
        ("recommendations", "Encrypt, train, lock."),
    ]);
}

#[test]
fn a_lost_list_of_three_library_cards_is_minor_and_is_worked_to_its_end() {
    let night = Night::open();
    every_incident(&night, "not_at_risk");
    night.answers(&[
        ("way_in", "lost"),
        ("data_form", "paper"),
        ("data_classes", "sensitive"),
        ("affected_users", "3"),
        ("information_affected", "yes"),
        ("core_database", "no"),
        ("potentially_database", "no"),
        ("effects", "loss"),
        ("imminent_threat", "no"),
        ("cause", "accidental"),
        ("data_type", "Library card numbers; encrypted=no"),
        ("devices", "One sheet of paper"),
        ("personal_information", "no"),
        ("notify_although", "no"),
        ("vendor_holds", "no"),
    ]);
    let seen = night.status();
    assert_eq!(seen.level("impact").0, "minor");
    assert_eq!(seen.item("tell_supd"), "due", "lost, though no device was stolen");
    night.reached(&["tell_supd"]);
    night.decide("credit_reading", "above_1000", &["general_counsel"], "Three cards; the outline is followed.");
    let refusal = night.refused(&["close", "--role", "CIO/CISO"]);
    assert!(refusal.contains("1 thing is still to do") && refusal.contains("phases_executed"), "{refusal}");
    night.done(&[("phases_executed", "Checked by R. Okafor on Monday; nothing remains")]);
    night.close();
}

#[test]
fn a_stolen_laptop_with_1200_ssns_is_a_breach_in_law_and_is_worked_to_its_end() {
    let night = Night::open();
    every_incident(&night, "at_risk");
    night.answers(&[
        ("way_in", "stolen, accessed"),
        ("device_stolen", "yes"),
        ("data_form", "university_device"),
        ("data_classes", "restricted, sensitive"),
        ("affected_users", "1200"),
        ("information_affected", "yes"),
        ("core_database", "no"),
        ("potentially_database", "yes"),
        ("effects", "access, loss"),
        ("imminent_threat", "yes"),
        ("cause", "deliberate"),
        ("data_type", "SSNs; encrypted=no; with_name=yes"),
        ("devices", "Laptop 4711; encrypted=no; owner=Registrar"),
    ]);
    night.reached(&["tell_supd"]);
    night.answers(&BREACH_ELEMENTS.map(|element| (element, "yes")));
    night.answers(&[("good_faith", "no"), ("encrypted", "no"), ("wv_residents", "1100")]);
    night.done(&[("follow_the_act", "Read by General Counsel on Monday; as the policy says")]);
    let seen = night.status();
    assert_eq!(seen.level("impact").0, "critical_major");
    assert_eq!(seen.rule("breach_notice"), "met");
    assert_eq!(seen.of("clocks", "clock_notice")["word"], "following discovery or notification");

    night.record(&[
        "row",
        "affected_persons",
        "Ana Example",
        "residence=WV",
        "current=yes",
        "address=1 Main St",
        "email=ana@example.org",
    ]);
    night.record(&[
        "row",
        "affected_persons",
        "Bo Example",
        "residence=VA",
        "current=no",
        "phone=555-0142",
        "answers_calls=yes",
        "email=bo@example.org",
    ]);
    night.answers(&[
        ("vendor_holds", "no"),
        ("users_to_notify", "1200"),
        ("notice_cost", "1,500.00"),
        ("contact_insufficient", "yes"),
        ("contact_missing", "12"),
        ("contact_judged_by", "A. Ruiz"),
        ("direct_methods", "letter, email"),
        ("email_current", "yes"),
        ("notice_text", "On 9 January a laptop with your SSN was stolen."),
        ("notified_at_one_time", "1188"),
    ]);
    night.decide("use_substitute", "use", &["university"], "For the 12 without an address.");
    night.answers(&[("valid_emails", "no")]);
    night.done(&[("substitute_webpage", "On the first page since Monday"), ("send_letters", "988 on Monday, A. Ruiz")]);
    night.reached(&["substitute_media"]);
    night
        .done(&[("send_emails", "200 on Monday, A. Ruiz"), ("give_notice", "All 1,100 residents, checked by A. Ruiz")]);
    assert_eq!(night.status().item("tell_agencies"), "due");
    night.answers(&[
        ("notice_timing", "Monday"),
        ("notice_distribution", "988 letters, 200 e-mails, 12 by substitute notice"),
    ]);
    night.reached(&["tell_agencies"]);
    night.decide("credit_reading", "words", &["general_counsel"], "Both readings agree.");
    night.done(&[("offer_credit_monitoring", "To all 1,200 by the notice")]);
    night.answers(&[("credit_months", "12")]);

    critical_or_moderate(&night);
    night.answers(&[("public_suggested", "yes"), ("liaison_identified", "yes"), ("liaison", "B. Example")]);
    night.decide("notify_public", "notify", &["university"], "1,200 people and their families.");
    night.done(&[
        ("talking_points", "Four, by B. Example"),
        ("frame_message", "Agreed with General Counsel"),
        ("deliver_messaging", "To the press on Monday"),
    ]);
    night.answers(&[("next_steps", "state_associations, press_conference, press_release, national_associations")]);
    night.reached(&["tell_state_associations", "tell_community", "tell_national_associations"]);
    night.done(&[
        ("press_conference", "Monday 11:00, B. Example"),
        ("press_release", "Monday 10:00, to the state's media"),
    ]);
    for part in
        ["fact_outline", "fact_actions", "fact_contact", "fact_else", "web_faqs", "web_next_steps", "web_contact"]
    {
        if part == "fact_outline" {
            night.answers(&[("fact_sheet_needed", "yes"), ("web_site_needed", "yes")]);
        }
        night.answers(&[(part, "As agreed with General Counsel.")]);
    }
    night.done(&[("phases_executed", "Checked by R. Okafor in March; nothing remains")]);
    for document in ["incident_report", "notice_letter", "agency_notice", "fact_sheet", "web_site", "postmortem_report"]
    {
        assert_eq!(night.status().state("documents", document), "final", "{document}");
    }
    night.not_needed(&[("affected_persons", "The other 1,198 stand in the list of the Registrar")]);
    night.close();
}

#[test]
fn ten_users_in_a_vendors_system_fall_in_the_gap_are_called_moderate_and_worked_to_the_end() {
    let night = Night::open();
    every_incident(&night, "at_risk");
    night.answers(&[
        ("way_in", "accessed"),
        ("data_form", "other: a vendor's server"),
        ("data_classes", "confidential"),
        ("affected_users", "10"),
        ("information_affected", "yes"),
        ("core_database", "no"),
        ("potentially_database", "no"),
        ("effects", "access"),
        ("imminent_threat", "no"),
        ("cause", "deliberate"),
        ("data_type", "Job applications; encrypted=yes"),
        ("personal_information", "yes"),
    ]);
    assert!(night.status().is_next("impact_in_gap"));
    night.decide("impact_in_gap", "moderate", &["ciso"], "The next higher category.");
    night.reached(&["tell_supd"]);
    night.done(&[("follow_the_act", "Read by General Counsel on Monday")]);
    let yes = ["unauthorized_access", "computerized", "pii_compromised"];
    night.answers(&yes.map(|element| (element, "yes")));
    let no = [
        "acquisition",
        "unencrypted",
        "pii_database",
        "resident_harm",
        "good_faith",
        "encrypted_opened",
        "key_access",
        "resident_acquired",
        "notify_although",
    ];
    night.answers(&no.map(|element| (element, "no")));
    night.answers(&[("wv_residents", "8")]);
    let seen = night.status();
    assert_eq!(seen.rule("security_breach"), "not-met");
    assert_eq!(seen.rule("data_incident"), "met");
    assert_eq!(seen.item("unredacted"), "not-applicable", "nothing was unencrypted");

    night.answers(&[("vendor_holds", "yes"), ("vendors", "Example Hiring; role=processor")]);
    night.record(&["answer", "vendor_discovered_at", "2026-01-10 02:00", "--for", "Example Hiring"]);
    for told in ["vendor_told_shepherd", "vendor_told_users"] {
        night.record(&["answer", told, "yes", "--for", "Example Hiring"]);
    }
    let notice = "All ten by e-mail on Monday, confirmed by its officer";
    night.record(&["task", "vendor_notice", "done", notice, "--for", "Example Hiring"]);
    night.decide("credit_reading", "words", &["general_counsel"], "All impacted users.");
    night.done(&[("offer_credit_monitoring", "To all ten by letter")]);
    night.answers(&[("credit_months", "12")]);
    critical_or_moderate(&night);
    night.answers(&[("public_suggested", "no"), ("fact_sheet_needed", "no"), ("web_site_needed", "no")]);
    night.decide("notify_public", "do_not_notify", &["university"], "Ten people, all told.");
    night.done(&[("internal_review", "By R. Okafor and A. Ruiz on Tuesday: the contract is changed")]);
    night.done(&[("phases_executed", "Checked by R. Okafor in March; nothing remains")]);
    night.close();
}
