//! Whole incidents, from the first call to the closing, with nothing left open.

use crate::modot::night::{Night, state};
use crate::support::program::of;

/// The answers of the first lane; the signs that are not named are answered no.
fn reported(night: &Night, suspected: &str, signs: &[&str]) {
    night.reached(&["call_ai"]);
    night.answers(&[("suspected_at", "20m ago"), ("reporter", "employee"), ("suspects_theft_or_access", suspected)]);
    for sign in ["tampered_cabinets", "tampered_lockers", "confidential_exposed", "other_indication"] {
        night.answers(&[(sign, if signs.contains(&sign) { "yes" } else { "no" })]);
    }
    night.answers(&[("department_data", "yes")]);
}

/// The district engineer and the owner.
fn told(night: &Night, place: &str, owner: &str) {
    night.answers(&[("where_occurred", place)]);
    night.reached_for("notify_leader", &[place]);
    night.done(&[("determine_owner", "AI asked the records officer")]);
    night.answers(&[("data_owners", owner), ("owner_already_told", "no")]);
    night.reached_for("tell_owner", &[owner]);
}

fn investigated(night: &Night, nature: &str) {
    night.reached(&["involve_cco", "involve_is"]);
    night.done(&[("investigate", "AI: finished, report 2026-31")]);
    night.answers(&[
        ("classification", "Confidential, by the data owner"),
        ("magnitude", "One project, no more"),
        ("scope", "As in the report of AI"),
        ("nature", nature),
    ]);
    night.offices("scope_and_nature", "agreed");
}

/// The technical lane, the evidence lane and continuity.
fn responded(night: &Night) {
    night.answers(&[
        ("cco_requirements", "Two copies, kept by OCS"),
        ("evidence_guidance", "AI: badge logs first. CCO: nothing is deleted."),
        ("evidence_kinds", "logs, endpoint_images, other: badge records"),
    ]);
    night.rows(
        "evidence_list",
        &["Badge records; kind=log; form=original; collected_by=OCS; collected_at=20m ago; storage=safe 2"],
    );
    night.done(&[("preserve_evidence", "IS and OCS, by 05:00")]);
    night.record(&["task", "chain_of_custody", "done", "IS to OCS 05:10", "--for", "Badge records"]);
    night.answers(&[("technical_lead", "D. Reyes"), ("statewide_emergency", "no")]);
    night.reached(&["bring_in_soc"]);
    night.rows("technical_timeline", &["First log-on; at=Friday 23:40; source=VPN log; confidence=confirmed"]);
    night.rows("response_procedures", &["Lost device; tailored=two devices; managed_by=D. Reyes"]);
    night.rows("relevant_information", &["VPN log; kind=log; means=one address; by=SOC"]);
    night.done(&[
        ("technical_investigation", "IS with the SOC"),
        ("technical_legal_guidance", "CCO: no contact with the address"),
        ("root_cause", "A password on a sticker"),
        ("remediate", "Password and token changed"),
        ("provide_timeline", "To AI and CCO, up to 06:00"),
        ("technical_assistance", "AI was shown the log"),
        ("guide_department", "Briefing at 07:00"),
        ("work_with_ocs", "Joint call at 06:00"),
    ]);
    night.answers(&[("resources_disrupted", "One crew's laptops, two days")]);
    night.done(&[("backup_processes", "Spare laptops from the depot, since 08:00")]);
}

fn judged(night: &Night, call_center: &str, website: &str) {
    for office in ["severity_cco", "severity_ai", "severity_is"] {
        night.answers(&[(office, "Moderate in our words: few people, no accounts")]);
    }
    night.offices("call_center", call_center);
    night.offices("website", website);
}

#[test]
fn a_laptop_stolen_from_a_truck_with_a_contractors_payroll_is_worked_to_its_end() {
    let night = Night::begin();
    reported(&night, "yes", &["confidential_exposed"]);
    night.answers(&[
        ("what_happened", "stolen, break_in"),
        ("what_is_affected", "device, electronic"),
        ("affected_items", "lap-4711; kind=laptop; owner=Construction; encrypted=no; state=missing"),
        ("data_involved", "Payroll of two crews of a contractor; electronic; on the laptop"),
    ]);
    assert_eq!(night.rule("criminal_conduct"), "met");
    told(&night, "Southwest District", "Construction and Materials");
    night.answers(&[("attack_possible", "no"), ("infrastructure_data", "no"), ("boards_threatened", "no")]);

    night.needed("law_enforcement", "A truck was broken into");
    night.reached(&["law_enforcement"]);
    night.answers(&[("third_parties_involved", "yes"), ("third_parties", "Acme Paving; role=affected")]);
    investigated(&night, "theft_or_access");
    responded(&night);
    night.answers(&[("hosts_impacted", "yes"), ("impacted_hosts", "lap-4711; kind=laptop")]);
    night.done_for("quarantine", &["lap-4711"]);
    judged(&night, "set_up", "set_up");
    night.done(&[("set_up_call_center", "555-0150, from 8 to 18, CR"), ("set_up_website", "breach.example.org, CR")]);
    night.answers(&[("website_information", "What happened, who is affected, whom to ask")]);
    assert_eq!(state(&night.status(), "documents", "website_text"), "final");

    night.answers(&[
        ("contractor_data", "yes"),
        ("affected_contractors", "Acme Paving; role=affected; contact=555-0151"),
        ("contractor_details", "Names and pay of two crews"),
    ]);
    night.reached_for("notify_contractors", &["Acme Paving"]);
    night.record(&["task", "contractor_employees", "done", "41 told on Monday", "--for", "Acme Paving"]);
    night.done(&[("compliance", "CCO: state law, by letter")]);
    night.answers(&[("notification_required", "yes"), ("methods", "post, telephone"), ("social_media_plan", "yes")]);
    night.decide("cr_coordinates", "coordinate");
    night.done(&[("notification_guidance", "CCO approved the letter")]);
    night.decide("contact_individuals", "contact");
    night.answers(&[("notice_details", "Names and pay; the laptop was not encrypted")]);
    night.rows("individuals", &["A. Example; address=1 Main St", "B. Example; phone=555-0152"]);
    night.done(&[("contact_impacted", "41 letters and 3 calls by CR")]);
    night.decide("media", "do_not");
    night.decide("credit_monitoring", "offer");
    night.done(&[("offer_credit_monitoring", "To 41 people, length set by CCO")]);
    night.close();
}

#[test]
fn bridge_drawings_on_a_stranger_server_and_boards_out_of_control_are_worked_to_their_end() {
    let night = Night::begin();
    reported(&night, "no", &["confidential_exposed", "other_indication"]);
    night.answers(&[
        ("what_happened", "accessed"),
        ("what_is_affected", "electronic"),
        ("affected_items", "Drawings of the river bridge; kind=files; owner=Bridge Division"),
        ("data_involved", "Structural weak points of one bridge"),
    ]);
    told(&night, "Bridge Division", "Bridge Division");

    night.answers(&[("attack_possible", "yes"), ("infrastructure_data", "yes"), ("boards_threatened", "yes")]);
    assert_eq!(night.item("protect_customers"), "open");
    night.done(&[("protect_customers", "Patrols at both ends, one lane closed")]);
    night.answers(&[
        ("infrastructure_details", "River bridge; structural vulnerabilities; exposed on a server abroad"),
        ("infrastructure_places", "Boone County; jurisdiction=Sheriff\nCallaway County; jurisdiction=Sheriff"),
    ]);
    night.reached_for("alert_local_police", &["Boone County", "Callaway County"]);
    night.answers(&[("boards_guidance", "IS and OCS: control is already lost on I-70, disable them")]);
    night.boards("disable");
    night.done(&[("change_boards", "Six boards on I-70, by IS, 03:20")]);

    night.not_needed("law_enforcement", "The patrol asks for nothing more than the alert");
    night.answers(&[("third_parties_involved", "yes"), ("third_parties", "Design office; role=cause")]);
    investigated(&night, "possibly_compromised");
    responded(&night);
    night.answers(&[("hosts_impacted", "no")]);
    night.answers(&[("statewide_emergency", "yes")]);
    night.decide("national_guard", "ask");
    night.record(&["call", "call_national_guard", "reached", "--person", "Duty officer"]);
    judged(&night, "do_not", "do_not");
    night.done(&[("compliance", "CCO: no data of persons is involved")]);
    night.answers(&[("contractor_data", "no"), ("notification_required", "no"), ("social_media_plan", "no")]);
    night.decide("credit_monitoring", "do_not");
    let status = night.status();
    assert_eq!(of(&status, "silences", "no_social_media_plan")["applies"], true);
    night.close();
}

#[test]
fn a_scratched_file_cabinet_with_nothing_missing_is_reported_investigated_and_closed() {
    let night = Night::begin();
    reported(&night, "no", &["tampered_cabinets"]);
    night.decide("signs_alone", "alike");
    night.answers(&[
        ("what_happened", "none"),
        ("what_is_affected", "paper"),
        ("affected_items", "Cabinet 3; kind=file cabinet; state=locked"),
        ("data_involved", "Personnel files on paper, in cabinet 3"),
    ]);
    told(&night, "Central Office", "Human Resources");
    night.not_needed("law_enforcement", "The lock is old; nothing is missing");
    night.answers(&[("third_parties_involved", "no")]);
    investigated(&night, "neither");
    night.answers(&[("resources_disrupted", "None")]);
    let refusal = night.refused(&["close", "--role", "Audits and Investigations"]);
    assert!(refusal.contains("backup_processes"), "continuity is owed whatever was found: {refusal}");
    night.not_needed("backup_processes", "Nothing is disrupted; the standing ones suffice");
    night.close();
}
