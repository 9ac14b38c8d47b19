//! Incidents on which the playbook said something else than its guidelines, worked again.

use crate::msu::desk::{CONTENTS, Desk, SEVEN};

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
    assert_eq!((look.rule("good_faith"), look.rule("breach_ruled_out")), ("not-met".into(), "not-met".into()));
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
    desk.answers(&[("contact_insufficient", "yes"), ("press_release", "Sent at 11:00."), ("many_calls", "yes")]);
    assert_eq!(desk.look().item("external_agency"), "open");
    desk.ruled_out("press_release", "It was not sent.");
    assert_eq!(desk.look().item("external_agency"), "not-applicable");
}

#[test]
fn the_third_content_of_a_notice_is_required_only_where_it_is_applicable() {
    let desk = Desk::notifying();
    let others = CONTENTS.into_iter().filter(|(question, _)| *question != "notice_protection");
    desk.answers(&others.collect::<Vec<_>>());
    let look = desk.look();
    assert_eq!((look.item("protection_applicable"), look.item("notice_protection")), ("open".into(), "pending".into()));
    assert_eq!(look.document("notice_letter"), ("needed".into(), vec!["notice_protection".to_owned()]));
    desk.refused(&["task", "prepare_notice", "done", "The unit and IT Services."]);

    desk.answers(&[("protection_applicable", "yes")]);
    assert_eq!(desk.look().item("notice_protection"), "open");
    desk.refused(&["task", "prepare_notice", "done", "The unit and IT Services."]);
    desk.answers(&[("protection_applicable", "no")]);
    let look = desk.look();
    assert_eq!(look.item("notice_protection"), "not-applicable");
    assert_eq!(look.document("notice_letter"), ("drafted".into(), Vec::new()));
    desk.answers(&[("prepare_notice", "The unit and IT Services.")]);
}

#[test]
fn that_systems_may_have_to_stay_disconnected_is_shown_as_the_second_reading() {
    let desk = Desk::open();
    let silence = desk.look().of("silences", "until_directed");
    assert_eq!(silence["applies"], true);
    assert!(silence["suggestion"].as_str().unwrap().contains("Do not connect them again"), "{silence}");
}

#[test]
fn the_clause_on_the_key_is_not_named_as_met_where_nothing_was_encrypted() {
    let desk = Desk::stolen();
    assert_eq!(desk.look().met("security_breach"), ["PI-1", "SB-1", "SB-1", "SB-1a"]);
    desk.answers(&[("ssn_encrypted", "yes"), ("encrypted_key", "yes")]);
    assert!(desk.look().met("security_breach").contains(&"NR-1b".to_owned()), "here the key decides");
}

#[test]
fn officers_are_not_called_of_a_significant_incident_that_turns_out_not_to_be_reportable() {
    let desk = Desk::open();
    desk.answers(&[("ability_believed", "yes"), ("data_misused", "unknown")]);
    desk.decide("significant", "significant");
    assert_eq!(desk.look().item("tell_president"), "due");
    desk.answers(&[("ability_believed", "unknown")]);
    assert_eq!(desk.look().item("tell_president"), "due", "not known yet is not no");
    desk.answers(&[("ability_believed", "no"), ("data_misused", "no")]);
    let look = desk.look();
    assert_eq!(look.item("tell_president"), "not-applicable");
    assert!(look.due().is_empty(), "{:?}", look.due());
}
