//! What comes twice: police who reopen, a second ground for delay, a vote taken anew.

use crate::msu::desk::{CONTENTS, Desk};

#[test]
fn police_who_reopen_an_investigation_hold_the_coordination_again() {
    let desk = Desk::open();
    desk.answers(&[("ability_believed", "yes")]);
    desk.reached(&["tell_it_services", "alert_police"]);
    desk.answers(&[("criminal_investigation", "no")]);
    desk.record(&["task", "resume_coordination", "IT Services, from 06:00."]);
    assert_eq!(desk.look().item("resume_coordination"), "done");
    desk.record(&["answer", "criminal_investigation", "yes"]);
    assert_eq!(desk.look().phase("coordination"), "held");
    assert_eq!(desk.look().item("resume_coordination"), "held", "it is to be resumed a second time");
    desk.answers(&[("investigation_completed", "yes")]);
    assert_eq!(desk.look().item("resume_coordination"), "open");
}

#[test]
fn a_second_ground_for_delay_suspends_the_notice_a_second_time() {
    let desk = Desk::notifying();
    desk.answers(&[
        ("delay_scope", "yes"),
        ("delay_integrity", "no"),
        ("delay_investigation", "no"),
        ("delay_security", "no"),
    ]);
    desk.record(&["decision", "delay_notice", "delay", "--reason", "The scope is not known."]);
    assert_eq!(desk.look().clock("clock_notice"), "suspended");
    desk.answers(&[("delay_ended", "yes")]);
    assert_eq!(desk.look().clock("clock_notice"), "running");
    desk.record(&["answer", "delay_investigation", "yes"]);
    let look = desk.look();
    assert_eq!(look.clock("clock_notice"), "running", "a ground alone delays nothing: people decide");
    desk.record(&["decision", "delay_notice", "delay", "--reason", "The police asked for it."]);
    let look = desk.look();
    assert_eq!(look.clock("clock_notice"), "suspended");
    assert_eq!(look.item("delay_ended"), "open", "that the first delay ended says nothing of the second");
}

#[test]
fn police_who_rang_the_university_themselves_hold_the_coordination_like_police_who_were_alerted() {
    let desk = Desk::open();
    desk.answers(&[("ability_believed", "yes"), ("criminal_investigation", "yes"), ("investigation_completed", "no")]);
    desk.ruled_out("alert_police", "MSU Police found it and called us.");
    assert_eq!(desk.look().phase("coordination"), "held");
}

#[test]
fn more_persons_than_were_notified_are_notified_too() {
    let desk = Desk::notifying();
    desk.answers(&[("persons_to_notify", "60"), ("michigan_residents", "52")]);
    desk.answers(&[("protection_applicable", "yes")]);
    desk.answers(&CONTENTS);
    desk.answers(&[
        ("prepare_notice", "The registrar's office and IT Services."),
        ("notice_clear", "yes"),
        ("review_notice", "General Counsel and Provost."),
        ("notify_persons", "60 by mail on Tuesday."),
    ]);
    assert_eq!(desk.look().item("notify_persons"), "done");
    desk.record(&["answer", "persons_to_notify", "600"]);
    assert_eq!(desk.look().item("notify_persons"), "open");
}
