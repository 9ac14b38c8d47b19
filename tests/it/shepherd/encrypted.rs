//! 3.d, encrypted information: a breach all the same, two ways, and one belief that can be read in two ways.

use crate::shepherd::night::Night;

/// Unauthorized access to, and acquisition of, encrypted data by somebody who opened it, or had the key.
const OPENED: [(&str, &str); 7] = [
    ("personal_information", "yes"),
    ("unauthorized_access", "yes"),
    ("acquisition", "yes"),
    ("computerized", "yes"),
    ("unencrypted", "no"),
    ("good_faith", "no"),
    ("resident_harm", "yes"),
];

#[test]
fn nobody_is_owed_notice_of_encrypted_information_that_was_neither_accessed_nor_acquired() {
    let night = Night::open();
    let yes = ["personal_information", "key_access", "resident_harm"];
    night.answers(&yes.map(|question| (question, "yes")));
    assert_eq!(night.status().rule("encrypted_notice"), "pending", "the rest is not known yet");
    let no = ["unauthorized_access", "acquisition", "computerized", "encrypted_opened", "good_faith"];
    night.answers(&no.map(|question| (question, "no")));
    let seen = night.status();
    assert_eq!(seen.rule("encrypted_notice"), "not-met");
    assert_eq!(seen.item("give_notice"), "not-applicable");

    let night = Night::open();
    night.answers(&OPENED);
    night.answers(&[("encrypted_opened", "no"), ("key_access", "yes")]);
    assert_eq!(night.status().rule("encrypted_notice"), "met");
    for (element, way) in [("unauthorized_access", "key_access"), ("acquisition", "encrypted_opened")] {
        night.answers(&[(element, "no"), (way, "yes")]);
        assert_eq!(night.status().rule("encrypted_notice"), "not-met", "{element}");
        night.answers(&[(element, "unknown")]);
        let seen = night.status();
        assert_eq!(seen.rule("encrypted_notice"), "pending", "{element}");
        assert_eq!(seen.item("give_notice"), "pending", "not known yet is not no: {element}");
        night.answers(&[(element, "yes")]);
    }
    night.answers(&[("good_faith", "yes"), ("lawful_purpose", "yes"), ("further_disclosure", "no")]);
    assert_eq!(night.status().rule("encrypted_notice"), "not-met", "in good faith");
}

#[test]
fn where_nothing_was_encrypted_the_key_opens_nothing_and_is_not_asked_about() {
    let night = Night::open();
    night.answers(&OPENED);
    let seen = night.status();
    assert_eq!(seen.item("encrypted"), "not-applicable", "nothing was unencrypted: all of it was encrypted");
    assert_eq!(seen.item("key_access"), "open");

    night.answers(&[("unencrypted", "yes"), ("key_access", "yes")]);
    let seen = night.status();
    assert_eq!((seen.item("encrypted").as_str(), seen.rule("encrypted_notice").as_str()), ("open", "pending"));
    night.answers(&[("encrypted", "yes")]);
    assert_eq!(night.status().rule("encrypted_notice"), "met", "some was, and some was not");
    night.answers(&[("encrypted", "no")]);
    let seen = night.status();
    assert_eq!(seen.rule("encrypted_notice"), "not-met");
    assert_eq!(seen.item("encrypted_opened"), "not-applicable");
}

#[test]
fn whether_opened_information_needs_the_belief_of_harm_is_decided_and_not_assumed() {
    let night = Night::open();
    night.answers(&OPENED);
    night.answers(&[("encrypted_opened", "yes"), ("key_access", "no")]);
    let seen = night.status();
    assert_eq!((seen.rule("encrypted_notice").as_str(), seen.item("harm_reading").as_str()), ("met", "not-applicable"));

    night.answers(&[("resident_harm", "no")]);
    let seen = night.status();
    assert_eq!(seen.rule("encrypted_notice"), "pending");
    assert!(seen.is_next("harm_reading"));
    assert_eq!(seen.item("give_notice"), "pending");
    for (reading, rule, duty) in [("key_only", "met", "held"), ("both", "not-met", "not-applicable")] {
        night.decide("harm_reading", reading, &["general_counsel"], "The sentence is read so.");
        let seen = night.status();
        assert_eq!((seen.rule("encrypted_notice").as_str(), seen.item("give_notice").as_str()), (rule, duty));
    }
    night.decide("harm_reading", "key_only", &["general_counsel"], "The sentence is read so.");
    night.answers(&[("encrypted_opened", "no"), ("key_access", "yes")]);
    assert_eq!(night.status().rule("encrypted_notice"), "not-met", "the way by the key needs the belief");
    let seen = night.status();
    for silence in ["encrypted_breach", "encrypted_harm"] {
        let say = seen.of("silences", silence)["say"].as_str().unwrap().to_owned();
        assert!(say.starts_with("This policy does not say"), "{say}");
    }
}

#[test]
fn a_resident_whose_pii_was_acquired_and_no_resident_affected_is_shown_as_a_contradiction() {
    let night = Night::open();
    night.answers(&OPENED);
    night.answers(&[("encrypted_opened", "yes"), ("resident_acquired", "yes")]);
    for (residents, state) in [("unknown", "pending"), ("0 to 3", "pending"), ("3", "not-applicable"), ("0", "open")] {
        night.answers(&[("wv_residents", residents)]);
        assert_eq!(night.status().item("residents_contradict"), state, "{residents}");
    }
    let seen = night.status();
    assert!(seen.is_next("residents_contradict"));
    assert_eq!(seen.item("give_notice"), "held", "owed until it is settled");
    night.answers(&[("wv_residents", "2")]);
    assert_eq!(night.status().item("residents_contradict"), "not-applicable", "corrected, and gone");
}
