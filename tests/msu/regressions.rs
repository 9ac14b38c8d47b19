//! Incidents on which the playbook said something else than its guidelines, worked again.

use crate::desk::{Desk, SEVEN};

#[test]
fn a_key_in_the_wrong_hands_is_a_breach_even_if_encryption_was_thought_to_protect() {
    let desk = Desk::stolen();
    desk.answers(&[("ssn_encrypted", "yes"), ("unencrypted_acquired", "no"), ("compromises", "no")]);
    desk.answers(&[("harm_caused", "yes"), ("harm_likely", "yes")]);
    assert_eq!(desk.look().rule("notice_required"), "not-met", "the key is safe");
    desk.answers(&[("encrypted_key", "unknown")]);
    assert_eq!(desk.look().rule("notice_required"), "pending", "not known yet is not no");
    desk.answers(&[("encrypted_key", "yes")]);
    let look = desk.look();
    assert_eq!((look.rule("security_breach"), look.rule("notice_required")), ("met".into(), "met".into()));
}

#[test]
fn a_key_is_no_breach_of_data_that_were_not_encrypted() {
    let desk = Desk::stolen();
    desk.answers(&[("compromises", "no"), ("encrypted_key", "yes")]);
    assert_eq!(desk.look().rule("security_breach"), "not-met");
}

#[test]
fn misuse_by_an_authorized_person_keeps_the_test_of_a_breach_open() {
    let desk = Desk::open();
    desk.answers(&[("ability_believed", "no"), ("data_misused", "no")]);
    assert_eq!(desk.look().of("silences", "misuse_as_access")["applies"], false);
    desk.answers(&[("data_misused", "yes")]);
    let silence = desk.look().of("silences", "misuse_as_access");
    assert_eq!(silence["applies"], true, "the guidelines do not say that it is unauthorized access");
    assert!(silence["suggestion"].as_str().unwrap().contains("stays open"), "{silence}");

    desk.answers(&[("data_accessed", "yes"), ("good_faith_access", "no")]);
    let look = desk.look();
    assert_eq!(
        (look.rule("good_faith"), look.rule("breach_ruled_out")),
        ("not-met".into(), "not-met".into())
    );
}

#[test]
fn declining_a_notice_that_the_test_asks_for_is_a_silence_that_stays_open() {
    let desk = Desk::stolen();
    desk.answers(&[("harm_caused", "yes"), ("harm_likely", "yes")]);
    desk.seats(&SEVEN, "do_not_notify");
    let look = desk.look();
    assert_eq!(look.rule("notice_required"), "met");
    assert_eq!(look.of("silences", "declined_although_required")["applies"], true);

    desk.answers(&[("harm_caused", "no"), ("exception_found", "yes")]);
    let look = desk.look();
    assert_eq!(look.rule("notice_required"), "not-met", "the exception was found");
    assert_eq!(look.of("silences", "declined_although_required")["applies"], false);
}

#[test]
fn a_fine_can_be_booked_where_notice_was_declined() {
    let desk = Desk::stolen();
    assert_eq!(desk.look().item("fines"), "pending");
    desk.seats(&SEVEN, "do_not_notify");
    let look = desk.look();
    assert_eq!((look.item("fines"), look.item("notice_costs")), ("open".into(), "not-applicable".into()));
}

#[test]
fn police_are_alerted_before_offices_notify_outside_parties() {
    let desk = Desk::open();
    desk.answers(&[("ability_believed", "yes"), ("data_types", "card")]);
    let look = desk.look();
    let next = look.next();
    let place = |id: &str| next.iter().position(|next| *next == id).unwrap_or(usize::MAX);
    assert!(place("tell_cio") < place("alert_police"), "{next:?}");
    assert!(place("alert_police") < place("tell_controller"), "{next:?}");
    assert!(place("alert_police") < place("controller_outside"), "{next:?}");
}

#[test]
fn an_exception_ends_when_harm_shows_after_it_was_found() {
    let desk = Desk::stolen();
    desk.answers(&[("harm_caused", "no"), ("harm_likely", "no"), ("exception_found", "yes")]);
    assert_eq!(desk.look().rule("notice_required"), "not-met");
    desk.answers(&[("harm_caused", "yes"), ("harm_likely", "unknown")]);
    assert_eq!(desk.look().rule("notice_required"), "pending", "half of the exception is not known any more");
    desk.answers(&[("harm_likely", "yes")]);
    let look = desk.look();
    assert_eq!((look.rule("harm_exception"), look.rule("notice_required")), ("not-met".into(), "met".into()));
}

#[test]
fn no_agency_is_contracted_for_calls_about_a_press_release_that_is_ruled_out() {
    let desk = Desk::notifying();
    desk.answers(&[
        ("contact_insufficient", "yes"),
        ("press_release", "Sent at 11:00."),
        ("many_calls", "yes"),
    ]);
    assert_eq!(desk.look().item("external_agency"), "open");
    desk.ruled_out("press_release", "It was not sent.");
    assert_eq!(desk.look().item("external_agency"), "not-applicable");
}
