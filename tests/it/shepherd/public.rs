//! Communication to the public and postmortem: every branch down to the last indent.

use crate::shepherd::night::Night;

fn critical() -> Night {
    let night = Night::open();
    night.answers(&[("core_database", "yes")]);
    night
}

#[test]
fn yes_leads_to_a_liaison_and_next_steps_and_no_to_an_internal_review() {
    let night = critical();
    let liaison =
        ["liaison_identified", "liaison", "talking_points", "frame_message", "deliver_messaging", "next_steps"];
    let seen = night.status();
    assert!(liaison.iter().all(|item| seen.item(item) == "pending"));
    assert_eq!(seen.item("internal_review"), "pending");

    night.answers(&[("public_suggested", "no")]);
    night.decide("notify_public", "do_not_notify", &["university"], "Nobody outside is affected.");
    let seen = night.status();
    assert!(liaison.iter().all(|item| seen.item(item) == "not-applicable"));
    assert_eq!(seen.item("internal_review"), "open");

    night.answers(&[("public_suggested", "yes")]);
    night.decide("notify_public", "notify", &["university"], "The registrar's server is down.");
    let seen = night.status();
    assert!(liaison.iter().all(|item| seen.item(item) == "open"));
    assert_eq!(seen.item("internal_review"), "not-applicable");

    night.answers(&[("next_steps", "press_conference, press_release")]);
    let seen = night.status();
    for (item, state) in [
        ("tell_state_associations", "not-applicable"),
        ("press_conference", "open"),
        ("tell_community", "due"),
        ("press_release", "open"),
        ("tell_national_associations", "not-applicable"),
    ] {
        assert_eq!(seen.item(item), state, "{item}");
    }
}

#[test]
fn additional_law_enforcement_is_asked_agency_by_agency() {
    let night = critical();
    let agencies = ["tell_fbi", "tell_homeland_security", "tell_county_sheriff", "tell_state_police"];
    assert_eq!(night.status().item("exact_time"), "open");
    night.answers(&[("more_law_enforcement", "no")]);
    let seen = night.status();
    assert!(agencies.iter().all(|call| seen.item(call) == "not-applicable"));
    night.answers(&[("more_law_enforcement", "yes")]);
    let seen = night.status();
    assert!(agencies.iter().all(|call| seen.item(call) == "to-be-decided"), "each is asked on its own");
    night.record(&["task", "tell_state_police", "needed", "A burglary off campus."]);
    night.not_needed(&[("tell_fbi", "No federal matter.")]);
    let seen = night.status();
    assert_eq!((seen.item("tell_state_police").as_str(), seen.item("tell_fbi").as_str()), ("due", "ruled-out"));
}

#[test]
fn fact_sheet_telephone_and_web_site_follow_their_questions() {
    let night = critical();
    night.answers(&[("fact_sheet_needed", "yes"), ("web_site_needed", "yes")]);
    night.answers(&[("toll_free_needed", "no"), ("call_center_needed", "yes")]);
    let seen = night.status();
    assert_eq!(seen.of("documents", "fact_sheet")["missing"].as_array().unwrap().len(), 4);
    assert_eq!(seen.of("documents", "web_site")["missing"].as_array().unwrap().len(), 3);
    assert_eq!(seen.item("create_toll_free"), "not-applicable");
    assert_eq!(seen.item("set_up_call_center"), "open");
    let four = ["fact_outline", "fact_actions", "fact_contact", "fact_else"];
    night.answers(&four.map(|part| (part, "As agreed.")));
    assert_eq!(night.status().state("documents", "fact_sheet"), "final");
}

#[test]
fn the_postmortem_asks_every_question_of_the_policy_on_its_own() {
    let seen = critical().status();
    for (item, clause) in [
        ("measures", "PM-1a"),
        ("disk_encryption", "PM-1a-i"),
        ("software_current", "PM-1a-ii"),
        ("other_measures", "PM-1a-iii"),
        ("multi_factor", "PM-1a-iii-1"),
        ("password_protection", "PM-1a-iii-2"),
        ("policies_adhered", "PM-1a-iv"),
        ("assessment_needed", "PM-1a-iv-1"),
        ("proper_place", "PM-1a-iv-2"),
        ("properly_classified", "PM-1a-v"),
        ("policies_modify", "PM-1b"),
        ("process_lapse", "PM-1b-i"),
        ("policy_clear", "PM-1b-ii"),
        ("new_workflows", "PM-1b-ii-1"),
        ("education_needed", "PM-1c-i"),
        ("user_trained", "PM-1c-ii"),
        ("recommend_education", "PM-1c-ii-1"),
        ("address_weaknesses", "PM-1"),
    ] {
        assert_eq!(seen.item(item), "open", "{item}");
        let clauses = seen.of("items", item)["clauses"].clone();
        assert!(clauses.as_array().unwrap().iter().any(|cited| cited == clause), "{item}: {clauses}");
    }
    assert_eq!(seen.state("documents", "postmortem_report"), "needed");
}
