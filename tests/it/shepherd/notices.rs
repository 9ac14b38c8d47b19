//! Notices: direct methods and their conditions, substitute notice at its boundaries, the agencies and the waves.

use crate::shepherd::night::Night;

#[test]
fn substitute_notice_is_permitted_by_any_of_three_arms_and_never_at_equality() {
    let night = Night::with_notices();
    for (cost, users, contact, met) in [
        ("99999.99", "174999", "no", &[][..]),
        ("100000.00", "175000", "no", &[]),
        ("100000.01", "10", "no", &["PR-4d-i"]),
        ("5", "175001", "no", &["PR-4d-ii"]),
        ("5", "10", "yes", &["PR-4d-iii"]),
    ] {
        night.answers(&[("notice_cost", cost), ("users_to_notify", users), ("contact_insufficient", contact)]);
        let seen = night.status();
        let rule = seen.of("rules", "substitute_permitted");
        assert_eq!(rule["state"] == "met", !met.is_empty(), "{cost} {users} {contact}");
        assert_eq!(seen.met("rules", "substitute_permitted"), met, "{cost} {users} {contact}");
        assert_eq!((rule["effect"].as_str(), rule["verb"].as_str()), (Some("permits_replacement"), Some("can")));
    }
    let seen = night.status();
    assert_eq!((seen.item("contact_missing").as_str(), seen.item("contact_judged_by").as_str()), ("open", "open"));
    assert_eq!(seen.item("substitute_webpage"), "pending", "permitted is not yet used");
    night.answers(&[("contact_insufficient", "unknown")]);
    assert_eq!(night.status().rule("substitute_permitted"), "pending");
}

#[test]
fn substitute_notice_has_three_parts_and_the_email_part_only_where_an_address_exists() {
    let night = Night::with_notices();
    night.answers(&[("contact_insufficient", "yes"), ("contact_missing", "40"), ("contact_judged_by", "A. Ruiz")]);
    night.decide("use_substitute", "do_not_use", &["university"], "Addresses can be found.");
    assert_eq!(night.status().item("substitute_webpage"), "not-applicable");
    night.decide("use_substitute", "use", &["university"], "For the 40 whose address is unknown.");
    let seen = night.status();
    assert_eq!(seen.rule("substitute_parts"), "met");
    assert_eq!((seen.item("substitute_webpage").as_str(), seen.item("substitute_media").as_str()), ("open", "due"));
    assert_eq!(seen.item("substitute_email"), "pending");
    night.answers(&[("valid_emails", "no")]);
    assert_eq!(night.status().item("substitute_email"), "not-applicable");
    night.answers(&[("valid_emails", "yes")]);
    assert_eq!(night.status().item("substitute_email"), "open");
}

#[test]
fn the_agencies_are_told_above_1000_at_one_time_with_timing_distribution_and_number() {
    let night = Night::with_notices();
    assert_eq!(night.status().rule("agencies_owed"), "pending");
    for (users, state) in [("999", "not-met"), ("1000", "not-met"), ("900 to 1200", "pending"), ("1001", "met")] {
        night.answers(&[("notified_at_one_time", users)]);
        assert_eq!(night.status().rule("agencies_owed"), state, "{users}");
    }
    let seen = night.status();
    assert_eq!(seen.item("tell_agencies"), "due");
    assert_eq!(seen.of("clocks", "clock_agencies")["word"], "without delay");
    let missing = seen.of("documents", "agency_notice")["missing"].clone();
    assert_eq!(missing, serde_json::json!(["notice_timing", "notice_distribution"]));
    night.answers(&[("notice_timing", "12 January"), ("notice_distribution", "By letter")]);
    night.reached(&["tell_agencies"]);
    assert_eq!(night.status().state("documents", "agency_notice"), "final");
}

#[test]
fn waves_of_600_and_600_do_not_meet_the_letter_and_general_counsel_is_asked() {
    let night = Night::with_notices();
    night.answers(&[("notified_at_one_time", "600"), ("users_to_notify", "1200")]);
    let seen = night.status();
    assert_eq!((seen.rule("agencies_owed").as_str(), seen.rule("waves").as_str()), ("not-met", "met"));
    assert!(seen.is_next("waves_agencies"));
    assert_eq!(seen.item("tell_agencies"), "pending");
    night.decide("waves_agencies", "tell", &["general_counsel"], "1,200 in all within two days.");
    assert_eq!(night.status().item("tell_agencies"), "due");
    night.decide("waves_agencies", "do_not_tell", &["general_counsel"], "Two incidents, in fact.");
    assert_eq!(night.status().item("tell_agencies"), "not-applicable");
    night.answers(&[("users_to_notify", "1000")]);
    assert_eq!(night.status().rule("waves"), "not-met");
}

#[test]
fn the_telephone_counts_only_with_all_five_of_its_conditions() {
    let night = Night::with_notices();
    night.answers(&[("direct_methods", "letter, telephone")]);
    let five = ["phone_received", "phone_clear", "phone_describes", "phone_verifies", "phone_further"];
    let seen = night.status();
    assert!(five.iter().all(|condition| seen.item(condition) == "open"));
    assert_eq!(seen.item("email_current"), "not-applicable");
    let refusal = night.refused(&["task", "give_by_telephone", "done", "Called all"]);
    assert!(refusal.contains("five conditions"), "{refusal}");
    for condition in five {
        night.answers(&[(condition, "yes")]);
    }
    assert_eq!(
        night.status().met("rules", "telephone_permitted"),
        ["PR-4b-1", "PR-4b-2", "PR-4b-3", "PR-4b-4", "PR-4b-5"]
    );
    night.answers(&[("phone_verifies", "no")]);
    assert_eq!(night.status().rule("telephone_permitted"), "not-met");
    night.answers(&[("phone_verifies", "yes")]);
    night.done(&[("give_by_telephone", "12 reached by R. Okafor on Monday")]);
}

#[test]
fn email_outside_substitute_notice_goes_to_current_members_only() {
    let night = Night::with_notices();
    night.answers(&[("direct_methods", "email"), ("email_current", "no")]);
    assert_eq!(night.status().rule("email_permitted"), "not-met");
    night.answers(&[("email_current", "yes")]);
    night.done(&[("send_emails", "300 sent to current students")]);
}

#[test]
fn without_notices_nothing_of_the_lane_is_owed_or_left_pending() {
    let night = Night::open();
    night.answers(&[("personal_information", "no"), ("notify_although", "no")]);
    let seen = night.status();
    for rule in ["notices", "substitute_permitted", "agencies_owed", "waves", "telephone_permitted"] {
        assert!(["not-met", "not-applicable"].contains(&seen.rule(rule).as_str()), "{rule}");
    }
    assert_eq!(seen.item("affected_persons"), "not-applicable");
    assert_eq!(seen.item("vendor_holds"), "open", "the vendor's duty does not hang on the test in law");
}

#[test]
fn the_register_shows_which_method_is_open_for_whom_and_who_can_be_reached_by_none() {
    let night = Night::with_notices();
    assert_eq!(night.status().item("affected_persons"), "open", "no entry is not nobody");
    for row in [
        "Ana Example; residence=WV; current=yes; address=1 Main St; email=ana@example.org",
        "Bo Example; residence=VA; current=no; email=bo@example.org",
        "Cy Example; residence=WV; current=no; phone=555-0142; answers_calls=yes",
        "Di Example; residence=WV; phone=555-0143; answers_calls=no",
    ] {
        let row: Vec<&str> = ["row", "affected_persons"].into_iter().chain(row.split("; ")).collect();
        night.record(&row);
    }
    let register = night.status().of("registers", "affected_persons");
    for (method, rows) in [(0, 1), (1, 1), (2, 1)] {
        assert_eq!(register["methods"][method]["rows"], rows, "{}", register["methods"][method]["label"]);
    }
    assert_eq!(register["no_method"], 2, "e-mail of a former member and a number nobody answers are no methods");
    let states = register["tallies"][0]["values"].as_array().unwrap();
    assert!(states.contains(&serde_json::json!({ "value": "West Virginia", "rows": 3 })), "{states:?}");
}
