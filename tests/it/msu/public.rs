//! Additional notice and what follows from it: website, press release, toll-free number, calls; costs; destruction.

use crate::msu::desk::Desk;

#[test]
fn the_numbers_are_strict_and_residents_are_counted_apart_from_persons() {
    let desk = Desk::notifying();
    desk.answers(&[("persons_to_notify", "502000"), ("contact_insufficient", "no")]);
    for (cost, residents, wanted) in [
        ("$250,000.00", "500000", "not-met"),
        ("$250,000.01", "500000", "met"),
        ("$250,000.00", "500001", "met"),
        ("unknown", "500000", "pending"),
        ("unknown", "500001", "met"),
        ("$250,000.00", "unknown", "pending"),
        ("$250,000.00", "499000 to 501000", "pending"),
    ] {
        desk.answers(&[("notice_cost", cost), ("michigan_residents", residents)]);
        let look = desk.look();
        assert_eq!(look.rule("additional_notice"), wanted, "{cost}, {residents}");
        let task = match wanted {
            "met" => "open",
            "not-met" => "not-applicable",
            _ => "pending",
        };
        assert_eq!((look.item("post_website"), look.item("press_release")), (task.into(), task.into()));
        assert_eq!(look.item("notify_persons"), "held", "never instead of the notice to each person");
    }
    desk.answers(&[("michigan_residents", "500000"), ("contact_insufficient", "yes")]);
    let look = desk.look();
    assert_eq!((look.rule("additional_notice"), look.met("additional_notice")), ("met".into(), vec!["AN-3c".into()]));
    assert_eq!(look.of("rules", "additional_notice")["effect"], "requires_addition");
}

#[test]
fn the_numbers_can_be_told_before_the_seven_have_decided() {
    let desk = Desk::open();
    desk.answers(&[("notice_cost", "$250,000.01")]);
    let look = desk.look();
    assert_eq!((look.rule("additional_notice"), look.item("post_website")), ("met".into(), "pending".into()));
}

#[test]
fn the_toll_free_number_follows_the_press_release_and_nothing_else() {
    let desk = Desk::notifying();
    desk.answers(&[("contact_insufficient", "yes"), ("post_website", "On the first page since 10:00.")]);
    let follows = ["toll_free_number", "faq_sheet", "field_calls", "many_calls"];
    let look = desk.look();
    assert!(follows.iter().all(|id| look.item(id) == "pending"), "posting alone is no press release");
    assert_eq!(look.item("notice_phone"), "open", "every notice gives a number, release or not");

    desk.answers(&[("press_release", "Sent to the statewide papers at 11:00.")]);
    let look = desk.look();
    assert!(follows.iter().all(|id| look.item(id) == "open"));
    assert_eq!(look.item("external_agency"), "pending");
    desk.answers(&[("many_calls", "no")]);
    assert_eq!(desk.look().item("external_agency"), "not-applicable");
    desk.answers(&[("many_calls", "yes")]);
    assert_eq!(desk.look().item("external_agency"), "open");
    desk.decide("external_agency", "do_not_contract");
    desk.answers(&[("field_calls", "40 calls by noon; most ask about credit reports.")]);
    let look = desk.look();
    assert_eq!((look.item("external_agency"), look.item("field_calls")), ("decided".into(), "continuing".into()));
}

#[test]
fn without_a_press_release_there_is_no_toll_free_number() {
    let desk = Desk::notifying();
    desk.answers(&[("contact_insufficient", "yes")]);
    desk.ruled_out("press_release", "The trigger was recorded by mistake.");
    assert_eq!(desk.look().item("toll_free_number"), "not-applicable");
}

#[test]
fn costs_and_fines_are_booked_for_the_unit() {
    let desk = Desk::notifying();
    let look = desk.look();
    assert_eq!((look.item("notice_costs"), look.item("fines")), ("open".into(), "open".into()));
    desk.record(&["count", "notice_costs", "1200.50", "Stamps", "certainty=paid", "borne_by=Registrar's Office"]);
    assert_eq!(desk.look().item("notice_costs"), "continuing");
    desk.ruled_out("fines", "None was levied.");
    assert_eq!(desk.look().item("fines"), "ruled-out");
}

#[test]
fn removed_data_are_destroyed_unless_they_are_kept_for_a_lawful_purpose() {
    let desk = Desk::open();
    for (removed, elsewhere, review, rule, task) in [
        ("no", "no", "no", "not-met", "not-applicable"),
        ("yes", "no", "no", "met", "open"),
        ("yes", "yes", "no", "not-met", "not-applicable"),
        ("yes", "no", "yes", "not-met", "not-applicable"),
        ("yes", "no", "unknown", "pending", "pending"),
    ] {
        desk.answers(&[("data_removed", removed), ("retained_elsewhere", elsewhere), ("retained_for_review", review)]);
        let look = desk.look();
        assert_eq!(
            (look.rule("destruction_due"), look.item("destroy_data")),
            (rule.into(), task.into()),
            "{removed} {elsewhere} {review}"
        );
    }
}
