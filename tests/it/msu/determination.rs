//! The determination of the seven leads: before what was settled outside, and after a fact that is corrected later.

use crate::msu::desk::{Desk, Look, SEVEN};

/// How both outcomes of the decision on notices stand.
fn determined(look: &Look) -> (String, String) {
    (look.rule("notify_decided"), look.rule("notice_declined"))
}

/// A case in which one of the seven differs, so that it was settled outside.
fn settled(all: &str, differs: &str, outcome: &str) -> Desk {
    let desk = Desk::stolen();
    desk.seats(&SEVEN, all);
    desk.seats(&SEVEN[..1], differs);
    desk.answers(&[("notice_settled", outcome)]);
    desk
}

#[test]
fn what_was_settled_outside_counts_only_until_the_seven_agree() {
    let desk = settled("do_not_notify", "notify", "do_not_notify");
    let look = desk.look();
    assert_eq!(determined(&look), ("not-applicable".into(), "met".into()), "they differ: it counts");
    assert_eq!(look.rule("settled_overtaken"), "not-met");

    desk.seats(&SEVEN, "notify");
    let look = desk.look();
    assert_eq!(determined(&look), ("met".into(), "not-met".into()), "seven times notify");
    assert_eq!(
        (look.phase("notice"), look.item("notify_persons"), look.clock("clock_notice")),
        ("open".into(), "held".into(), "running".into())
    );
    assert_eq!(look.rule("settled_overtaken"), "met", "that the two differ is shown");
    desk.answers(&[("notice_settled", "notify")]);
    assert_eq!(desk.look().rule("settled_overtaken"), "not-met");
}

#[test]
fn a_settlement_to_notify_does_not_outlive_seven_who_decline() {
    let desk = settled("notify", "do_not_notify", "notify");
    assert_eq!(determined(&desk.look()), ("met".into(), "not-applicable".into()));
    desk.seats(&SEVEN, "do_not_notify");
    let look = desk.look();
    assert_eq!(determined(&look), ("not-met".into(), "met".into()));
    assert_eq!((look.phase("notice"), look.rule("settled_overtaken")), ("not-applicable".into(), "met".into()));
}

#[test]
fn what_was_settled_counts_while_one_of_the_seven_is_missing() {
    let desk = Desk::stolen();
    desk.seats(&SEVEN[1..], "notify");
    desk.record(&["silence", "quorum", "Six are enough tonight.", "--role", "general_counsel"]);
    desk.answers(&[("notice_settled", "do_not_notify")]);
    assert_eq!(determined(&desk.look()), ("not-applicable".into(), "met".into()));
    desk.seats(&SEVEN[..1], "notify");
    assert_eq!(determined(&desk.look()), ("met".into(), "not-met".into()), "the seventh made it complete");
}

/// The seven decided to notify, a press release went out, and then an answer is corrected: by it there is no breach.
fn corrected_after_the_release() -> Desk {
    let desk = Desk::notifying();
    desk.answers(&[
        ("contact_insufficient", "yes"),
        ("press_release", "Sent to the statewide papers at 11:00."),
        ("compromises", "no"),
    ]);
    desk
}

#[test]
fn one_corrected_fact_does_not_undo_the_determination_and_the_contradiction_is_shown() {
    let desk = corrected_after_the_release();
    let look = desk.look();
    assert_eq!(look.rule("notice_ruled_out"), "met");
    assert_eq!(look.rule("notify_decided"), "met");
    for id in ["toll_free_number", "faq_sheet", "field_calls", "notice_costs", "fines"] {
        assert_eq!(look.item(id), "open", "{id}");
    }
    assert_eq!(look.item("notify_persons"), "held", "owed, after what has to come before it");
    assert_eq!(look.clock("clock_notice"), "running");
    assert_eq!(look.rule("determined_and_ruled_out"), "met");
    assert!(look.next().contains(&"determined_although_ruled_out"), "people are led to it");

    desk.answers(&[("compromises", "yes")]);
    let look = desk.look();
    assert_eq!(look.rule("determined_and_ruled_out"), "not-met");
    assert!(!look.next().contains(&"determined_although_ruled_out"));
}

#[test]
fn the_seven_decide_anew_although_nothing_is_left_that_requires_notice() {
    let desk = corrected_after_the_release();
    desk.seats(&SEVEN[..1], "do_not_notify");
    let look = desk.look();
    assert_eq!(look.item("notify"), "partly-decided", "it is open to them");
    assert_eq!((look.rule("notify_decided"), look.phase("notice")), ("pending".into(), "pending".into()));
    assert!(look.next().contains(&"disagreement"));

    desk.seats(&SEVEN, "do_not_notify");
    let look = desk.look();
    assert_eq!(determined(&look), ("not-applicable".into(), "met".into()));
    assert_eq!(look.item("notify_persons"), "not-applicable");
    assert_eq!(look.rule("determined_and_ruled_out"), "not-applicable");
}

#[test]
fn what_follows_from_a_press_release_stays_when_the_seven_decline_afterwards() {
    let desk = corrected_after_the_release();
    desk.seats(&SEVEN, "do_not_notify");
    let look = desk.look();
    for id in ["toll_free_number", "faq_sheet", "field_calls", "many_calls"] {
        assert_eq!(look.item(id), "open", "{id}: the release was issued");
    }
    assert_eq!(look.item("post_website"), "not-applicable", "nothing more is posted");
    assert_eq!((look.item("notice_costs"), look.item("fines")), ("open".into(), "open".into()));
}

#[test]
fn a_breach_that_is_ruled_out_before_anything_was_determined_leaves_the_seven_nothing_to_decide() {
    let desk = Desk::stolen();
    desk.seats(&SEVEN[..3], "notify");
    desk.answers(&[("compromises", "no")]);
    let look = desk.look();
    assert_eq!(determined(&look), ("not-applicable".into(), "not-applicable".into()));
    assert_eq!((look.item("notify"), look.item("fines")), ("not-applicable".into(), "not-applicable".into()));
}

#[test]
fn additional_notice_hangs_on_notice_being_given_and_not_on_the_exception() {
    let desk = Desk::stolen();
    desk.answers(&[("harm_caused", "no"), ("harm_likely", "no"), ("exception_found", "yes")]);
    desk.answers(&[("notice_cost", "$300,000")]);
    assert_eq!(desk.look().item("press_release"), "pending", "it is not decided yet");
    desk.seats(&SEVEN, "notify");
    let look = desk.look();
    assert_eq!((look.rule("notice_required"), look.rule("additional_notice")), ("not-met".into(), "met".into()));
    for (id, state) in [("notify_persons", "held"), ("post_website", "open"), ("press_release", "open")] {
        assert_eq!(look.item(id), state, "{id}: who is notified is notified like everybody");
    }
    desk.seats(&SEVEN, "do_not_notify");
    let look = desk.look();
    assert_eq!(
        (look.rule("additional_notice"), look.item("press_release")),
        ("not-applicable".into(), "not-applicable".into())
    );
}
