//! The test in law, element by element, beside the data incident; the vendor's own duty.

use crate::shepherd::night::Night;

/// Every element of 3.a and 3.c met, the exception answered no.
const BREACH: [(&str, &str); 11] = [
    ("personal_information", "yes"),
    ("unauthorized_access", "yes"),
    ("acquisition", "yes"),
    ("computerized", "yes"),
    ("unencrypted", "yes"),
    ("unredacted", "yes"),
    ("pii_compromised", "yes"),
    ("pii_database", "yes"),
    ("resident_harm", "yes"),
    ("good_faith", "no"),
    ("resident_acquired", "yes"),
];

fn breach() -> Night {
    let night = Night::open();
    night.answers(&BREACH);
    night.answers(&[("encrypted_opened", "no"), ("key_access", "no")]);
    night
}

#[test]
fn all_elements_make_a_breach_in_law_and_any_one_that_fails_ends_it() {
    let night = breach();
    let seen = night.status();
    assert_eq!(seen.rule("security_breach"), "met");
    assert_eq!(seen.rule("breach_notice"), "met");
    assert_eq!(seen.met("rules", "security_breach"), ["PR-3a-1", "PR-3a-2", "PR-3a-3", "PR-3a-4", "PR-3a-5"]);
    for (element, _) in &BREACH[1..9] {
        night.answers(&[(element, "no")]);
        let seen = night.status();
        assert_eq!(seen.rule("security_breach"), "not-met", "{element}");
        assert_eq!(seen.rule("breach_notice"), "not-met", "{element}");
        night.answers(&[(element, "yes")]);
    }
    night.answers(&[("acquisition", "unknown")]);
    let rule = night.status().of("rules", "security_breach");
    assert_eq!((rule["state"].as_str(), rule["missing"][0].as_str()), (Some("pending"), Some("acquisition")));
    night.answers(&[("acquisition", "yes"), ("resident_acquired", "no")]);
    let seen = night.status();
    assert_eq!((seen.rule("security_breach").as_str(), seen.rule("breach_notice").as_str()), ("met", "not-met"));
}

#[test]
fn good_faith_lifts_it_only_with_both_of_its_conditions() {
    let night = breach();
    for (lawful, disclosed, state) in
        [("yes", "no", "not-met"), ("no", "no", "met"), ("yes", "yes", "met"), ("unknown", "no", "pending")]
    {
        night.answers(&[("good_faith", "yes"), ("lawful_purpose", lawful), ("further_disclosure", disclosed)]);
        let seen = night.status();
        assert_eq!(seen.rule("security_breach"), state, "{lawful} {disclosed}");
    }
}

#[test]
fn encryption_has_its_own_way_in_and_needs_the_belief_of_harm() {
    let night = breach();
    night.answers(&[("unencrypted", "no")]);
    assert_eq!(night.status().rule("notices"), "pending", "people may still be notified");
    for (opened, key, harm, state) in [
        ("no", "no", "yes", "not-met"),
        ("yes", "no", "yes", "met"),
        ("no", "yes", "yes", "met"),
        ("no", "yes", "no", "not-met"),
        ("unknown", "no", "yes", "pending"),
    ] {
        night.answers(&[("encrypted_opened", opened), ("key_access", key), ("resident_harm", harm)]);
        assert_eq!(night.status().rule("encrypted_notice"), state, "{opened} {key} {harm}");
    }
    night.answers(&[("encrypted_opened", "yes")]);
    let seen = night.status();
    assert_eq!(seen.rule("security_breach"), "not-met");
    assert_eq!(seen.rule("notices"), "met", "3.d alone opens the notices");
    assert_eq!(seen.item("give_notice"), "held");
    assert_eq!(seen.item("notify_although"), "not-applicable");
}

#[test]
fn failing_the_test_in_law_closes_nothing_of_the_data_incident() {
    let night = Night::open();
    night.answers(&[("effects", "loss"), ("personal_information", "no"), ("core_database", "yes")]);
    let seen = night.status();
    assert_eq!(seen.rule("security_breach"), "not-applicable");
    assert_eq!(seen.rule("data_incident"), "met", "the other test stands beside it");
    assert_eq!(seen.state("phases", "law"), "not-applicable");
    for phase in ["preliminary", "incident_report", "campus", "continued", "public_need", "public", "postmortem"] {
        assert_eq!(seen.state("phases", phase), "open", "{phase}");
    }
    assert_eq!(seen.item("notify_although"), "open", "whether people are told all the same is asked");
    assert_eq!(seen.item("give_notice"), "not-applicable");
    night.answers(&[("personal_information", "unknown")]);
    assert_eq!(night.status().state("phases", "law"), "open", "unknown is not no");
}

#[test]
fn a_threat_alone_is_a_data_incident_and_none_of_the_effects_without_a_threat_is_not() {
    let night = Night::open();
    night.answers(&[("effects", "none"), ("imminent_threat", "yes")]);
    assert_eq!(night.status().met("rules", "data_incident"), ["DI-1a"]);
    night.answers(&[("imminent_threat", "no")]);
    assert_eq!(night.status().rule("data_incident"), "not-met");
    assert_eq!(night.status().item("analyse"), "open", "people decide; nothing is closed by the answer");
}

#[test]
fn a_vendor_owes_notice_to_the_users_and_telling_shepherd_is_another_fact() {
    let night = Night::open();
    night.answers(&[("personal_information", "no")]);
    assert_eq!(night.status().item("vendor_notice"), "pending");
    night.answers(&[("vendor_holds", "yes"), ("vendors", "Example Hiring")]);
    night.record(&["answer", "vendor_told_shepherd", "yes", "--for", "Example Hiring"]);
    night.record(&["answer", "vendor_told_users", "no", "--for", "Example Hiring"]);
    let seen = night.status();
    assert_eq!(seen.rule("vendor_duty"), "met", "whatever the test in law says");
    assert_eq!(seen.item("vendor_notice"), "open", "telling Shepherd University does not settle it");
    night.answers(&[("vendor_holds", "no")]);
    let seen = night.status();
    assert_eq!(seen.item("vendor_notice"), "not-applicable");
    assert_eq!(seen.item("vendor_told_users"), "answered", "what was recorded stays");
}

#[test]
fn residents_users_and_notices_are_three_numbers() {
    let night = breach();
    night.answers(&[("affected_users", "1500"), ("wv_residents", "900"), ("notified_at_one_time", "600")]);
    let seen = night.status();
    for (question, number) in [("affected_users", "1500"), ("wv_residents", "900"), ("notified_at_one_time", "600")] {
        assert_eq!(seen.of("items", question)["value"], number, "{question}");
    }
    assert_eq!(seen.rule("agencies_owed"), "not-met", "1,500 affected users are not 1,500 notices at one time");
}
