//! What is owed ends with its ground, and not before it is certain that the ground is gone.

use crate::night::Night;

/// A breach in law by 3.a and 3.c, with nobody told yet.
fn breach() -> Night {
    let night = Night::open();
    let yes = [
        "personal_information",
        "unauthorized_access",
        "acquisition",
        "computerized",
        "unencrypted",
        "unredacted",
        "pii_compromised",
        "pii_database",
        "resident_harm",
        "resident_acquired",
    ];
    night.answers(&yes.map(|element| (element, "yes")));
    night.answers(&[("good_faith", "no"), ("encrypted", "no")]);
    night
}

#[test]
fn substitute_notice_is_owed_no_more_once_it_is_not_permitted_and_gives_no_notice() {
    for (question, ground, gone) in
        [("notice_cost", "100000.01", "100000"), ("contact_insufficient", "yes", "no")]
    {
        let night = breach();
        let others = [("users_to_notify", "500"), ("notice_cost", "99999"), ("contact_insufficient", "no")];
        night.answers(&others);
        night.answers(&[(question, ground)]);
        night.decide("use_substitute", "use", &["university"], "It is cheaper.");
        let seen = night.status();
        assert_eq!(
            (seen.item("substitute_webpage").as_str(), seen.item("substitute_media").as_str()),
            ("open", "due")
        );
        night.answers(&[(question, "unknown")]);
        assert_eq!(night.status().item("substitute_webpage"), "open", "not known yet takes nothing away");

        night.answers(&[(question, gone), ("direct_methods", "none")]);
        let seen = night.status();
        assert_eq!(seen.rule("substitute_permitted"), "not-met", "{question} {gone}");
        for part in ["valid_emails", "substitute_email", "substitute_webpage", "substitute_media"] {
            assert_eq!(seen.item(part), "not-applicable", "{question} {gone}: {part}");
        }
        night.done(&[("substitute_webpage", "Posted on Monday")]);
        night.reached(&["substitute_media"]);
        let refusal = night.refused(&["task", "give_notice", "done", "By substitute notice"]);
        assert!(refusal.contains("letters, telephone"), "{refusal}");
        assert_eq!(night.status().item("give_notice"), "open", "{question}: the duty stays");
        night.answers(&[("direct_methods", "letter")]);
        night.done(&[("send_letters", "500 on Monday"), ("give_notice", "All 500, checked by A. Ruiz")]);
    }
}

#[test]
fn substitute_notice_that_is_permitted_and_done_gives_notice() {
    let night = breach();
    night.answers(&[("contact_insufficient", "yes"), ("direct_methods", "none")]);
    night.decide("use_substitute", "use", &["university"], "No addresses.");
    night.done(&[("substitute_webpage", "Posted on Monday")]);
    assert!(night.refused(&["task", "give_notice", "done", "Posted"]).contains("substitute notice"));
    night.reached(&["substitute_media"]);
    night.done(&[("give_notice", "All of them by posting and press")]);
}

#[test]
fn agencies_told_because_of_waves_are_owed_nothing_once_there_are_no_such_waves() {
    let night = Night::with_notices();
    night.answers(&[("notified_at_one_time", "600"), ("users_to_notify", "1200")]);
    night.decide("waves_agencies", "tell", &["general_counsel"], "1,200 in all.");
    assert_eq!(night.status().item("tell_agencies"), "due");
    night.answers(&[("users_to_notify", "unknown")]);
    assert_eq!(night.status().item("tell_agencies"), "due", "there may still be such waves");
    night.answers(&[("users_to_notify", "900")]);
    assert_eq!(night.status().item("tell_agencies"), "not-applicable");
}
