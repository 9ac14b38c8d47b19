//! Credit monitoring: one sentence, two readings. The words are followed until somebody decides otherwise.

use crate::shepherd::night::Night;

#[test]
fn the_words_are_followed_until_the_narrow_reading_is_decided() {
    let night = Night::with_notices();
    night.answers(&[("affected_users", "40"), ("information_affected", "yes")]);
    night.answers(&[("notified_at_one_time", "900 to 1200"), ("users_to_notify", "1200")]);
    let seen = night.status();
    assert_eq!(seen.rule("credit_monitoring"), "met");
    assert_eq!(seen.item("offer_credit_monitoring"), "open", "due for 40 users, by the words");
    let suggested = seen.of("decisions", "credit_reading")["suggestions"][0]["option"].clone();
    assert_eq!(suggested, "words");

    night.decide("credit_reading", "above_1000", &["general_counsel"], "It is printed below 4.f.");
    let seen = night.status();
    assert_eq!(seen.item("offer_credit_monitoring"), "held");
    let decided = seen.of("decisions", "credit_reading");
    assert_eq!(
        (decided["value"].as_str(), decided["reason"].as_str()),
        (Some("above_1000"), Some("It is printed below 4.f."))
    );
    night.answers(&[("notified_at_one_time", "1001")]);
    assert_eq!(night.status().item("offer_credit_monitoring"), "open", "both readings agree above 1,000");

    night.answers(&[("notified_at_one_time", "1000")]);
    night.decide("credit_reading", "words", &["general_counsel"], "\"Those impacted users\".");
    assert_eq!(night.status().item("offer_credit_monitoring"), "open");
    night.done(&[("offer_credit_monitoring", "Offered to 40 by letter, for 12 months")]);
    assert_eq!(night.status().item("credit_months"), "open");
}

#[test]
fn where_nobody_is_affected_nothing_is_offered() {
    let night = Night::open();
    assert_eq!(night.status().item("offer_credit_monitoring"), "pending");
    night.answers(&[("affected_users", "0")]);
    assert_eq!(night.status().item("offer_credit_monitoring"), "not-applicable");
}
