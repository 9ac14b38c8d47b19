//! Seven administrators decide; no quorum is stated, and no way out when they differ.

use crate::msu::desk::{Desk, SEVEN};

/// How many seats of the decision on notices have recorded.
fn recorded(desk: &Desk) -> usize {
    let decision = desk.look().of("decisions", "notify");
    assert_eq!(decision["quorum"], "not stated");
    decision["seats"].as_array().unwrap().iter().filter(|seat| seat["recorded"] == true).count()
}

#[test]
fn three_of_seven_decide_nothing() {
    let desk = Desk::stolen();
    assert_eq!(desk.look().of("decisions", "notify")["suggestions"][0]["option"], "notify");
    desk.seats(&SEVEN[..3], "notify");
    assert_eq!(recorded(&desk), 3);
    let look = desk.look();
    assert_eq!(look.of("decisions", "notify")["state"], "partly-decided");
    assert_eq!((look.rule("notify_decided"), look.phase("notice")), ("pending".into(), "pending".into()));
    for (stranger, title) in [("board_secretary", "Secretary to the Board"), ("internal_audit", "Internal Audit")] {
        let refusal = desk.refused(&["decision", "notify", "notify", "--role", stranger, "--reason", "Told."]);
        assert!(refusal.contains(title), "told, but no decider: {refusal}");
    }
    let one_missing = desk.refused(&["decision", "notify", "notify", "--reason", "For all."]);
    assert!(one_missing.contains("Several roles"), "{one_missing}");

    desk.seats(&SEVEN[3..], "notify");
    assert_eq!(recorded(&desk), 7);
    let look = desk.look();
    assert_eq!(look.of("decisions", "notify")["value"], "notify");
    assert_eq!((look.rule("notify_decided"), look.phase("notice")), ("met".into(), "open".into()));
}

#[test]
fn a_disagreement_is_settled_outside_the_guidelines_and_the_record_says_so() {
    let desk = Desk::stolen();
    desk.seats(&SEVEN[..5], "notify");
    desk.seats(&SEVEN[5..6], "do_not_notify");
    let look = desk.look();
    assert_eq!(
        (look.item("notice_settled"), look.of("silences", "disagreement")["applies"].as_bool()),
        ("pending".into(), None)
    );
    desk.record(&["decision", "notify", "do_not_notify", "--role", "chief_of_police", "--reason", "It was stopped."]);
    let look = desk.look();
    assert_eq!(look.of("decisions", "notify")["state"], "partly-decided");
    assert!(look.next().contains(&"disagreement") && look.next().contains(&"notice_settled"));
    assert_eq!(look.phase("notice"), "pending", "five of seven are no decision");

    desk.record(&["silence", "disagreement", "The President decides.", "--role", "president"]);
    desk.answers(&[("notice_settled", "do_not_notify")]);
    let look = desk.look();
    assert_eq!((look.rule("notice_declined"), look.rule("notify_decided")), ("met".into(), "not-applicable".into()));
    assert_eq!(look.phase("notice"), "not-applicable");
    assert_eq!(look.clock("clock_notice"), "stopped");
    desk.answers(&[("notice_settled", "notify")]);
    let look = desk.look();
    assert_eq!((look.rule("notify_decided"), look.phase("notice")), ("met".into(), "open".into()));
    assert_eq!(look.clock("clock_notice"), "running");
}

#[test]
fn one_decider_who_cannot_be_reached_is_no_dead_end() {
    let desk = Desk::stolen();
    desk.seats(&SEVEN[..6], "notify");
    assert_eq!(desk.look().item("notice_settled"), "pending");
    desk.record(&["silence", "quorum", "Six are enough tonight.", "--role", "general_counsel"]);
    assert_eq!(desk.look().item("notice_settled"), "open");
    desk.answers(&[("notice_settled", "notify")]);
    assert_eq!(desk.look().phase("notice"), "open");
}

#[test]
fn the_seven_decide_while_what_was_acquired_is_not_known() {
    let desk = Desk::open();
    desk.answers(&[("data_accessed", "yes"), ("data_acquired", "unknown"), ("good_faith_access", "no")]);
    let look = desk.look();
    assert_eq!((look.rule("security_breach"), look.rule("notice_ruled_out")), ("pending".into(), "not-met".into()));
    assert_eq!(look.item("notify"), "open");
    desk.answers(&[("data_acquired", "no")]);
    let look = desk.look();
    assert_eq!((look.rule("notice_ruled_out"), look.item("notify")), ("met".into(), "not-applicable".into()));
    assert_eq!(look.item("tell_cio"), "due", "the incident stays");
}
