//! Without unreasonable delay after detection, with two grounds on which notification may be delayed.

use crate::msu::desk::Desk;

#[test]
fn the_stopwatch_runs_from_detection_and_rests_only_on_a_ground_that_was_decided() {
    let desk = Desk::notifying();
    let clock = desk.look().of("clocks", "clock_notice");
    assert_eq!((clock["state"].as_str(), clock["due"].is_null()), (Some("running"), true), "no hours are given");
    assert!(clock["started"].as_str().unwrap().starts_with("2026-01-11T09:00"), "{clock}");

    desk.answers(&[
        ("delay_scope", "no"),
        ("delay_integrity", "no"),
        ("delay_security", "no"),
        ("delay_investigation", "yes"),
    ]);
    let look = desk.look();
    assert_eq!((look.rule("delay_ground"), look.met("delay_ground")), ("met".into(), vec!["DL-1c".into()]));
    assert_eq!(
        (look.item("delay_notice"), look.clock("clock_notice")),
        ("open".into(), "running".into()),
        "may is not must"
    );
    desk.decide("delay_notice", "delay");
    assert_eq!(desk.look().clock("clock_notice"), "suspended");
    assert_eq!(desk.look().item("delay_ended"), "open");

    desk.answers(&[("delay_ended", "yes")]);
    let look = desk.look();
    assert_eq!((look.clock("clock_notice"), look.clock("clock_after_delay")), ("running".into(), "running".into()));
    desk.answers(&[("delay_ended", "no")]);
    assert_eq!(desk.look().clock("clock_notice"), "suspended");
    desk.answers(&[("delay_investigation", "no")]);
    let look = desk.look();
    assert_eq!(
        (look.rule("delay_ground"), look.clock("clock_notice")),
        ("not-met".into(), "running".into()),
        "no ground is left"
    );
}

#[test]
fn each_ground_suspends_and_one_part_of_the_first_is_accepted_with_a_warning() {
    let desk = Desk::notifying();
    let grounds = ["delay_scope", "delay_integrity", "delay_investigation", "delay_security"];
    desk.answers(&grounds.map(|ground| (ground, "no")));
    let look = desk.look();
    assert_eq!((look.rule("delay_ground"), look.item("delay_notice")), ("not-met".into(), "not-applicable".into()));
    desk.decide("delay_notice", "delay");
    assert_eq!(desk.look().clock("clock_notice"), "running", "a delay without a ground suspends nothing");
    let mut before = grounds[3];
    for ground in grounds {
        desk.answers(&[(before, "no"), (ground, "yes")]);
        assert_eq!(desk.look().clock("clock_notice"), "running", "a new ground delays nothing by itself");
        desk.decide("delay_notice", "delay");
        let look = desk.look();
        assert_eq!(look.clock("clock_notice"), "suspended", "{ground}");
        let one_part = if ["delay_scope", "delay_integrity"].contains(&ground) { "met" } else { "not-met" };
        assert_eq!(look.rule("delay_one_part"), one_part, "{ground}");
        before = ground;
    }
    desk.answers(&[("delay_scope", "yes"), ("delay_integrity", "yes")]);
    desk.decide("delay_notice", "delay");
    let look = desk.look();
    assert_eq!((look.rule("delay_one_part"), look.clock("clock_notice")), ("not-met".into(), "suspended".into()));
    assert_eq!(look.of("silences", "delay_and")["applies"], false);
    desk.decide("delay_notice", "do_not_delay");
    assert_eq!(desk.look().clock("clock_notice"), "running");
}

#[test]
fn suspended_time_is_not_counted() {
    let desk = Desk::stolen();
    desk.record(&["answer", "delay_investigation", "yes", "--at", "2026-01-11 10:00"]);
    desk.record(&["decision", "delay_notice", "delay", "--reason", "Police", "--at", "2026-01-11 10:00"]);
    desk.record(&["answer", "delay_ended", "yes", "--at", "2026-01-11 12:00"]);
    let clock = desk.look().of("clocks", "clock_notice");
    assert_eq!((clock["state"].as_str(), clock["suspended_s"].as_i64()), (Some("running"), Some(2 * 3600)), "{clock}");
}
