//! The first calls: counsel and the insurer, the notice and its recipient, the alternate, the internal list.

use crate::morenet::night::Night;
use crate::support::program::{of, words};

#[test]
fn counsel_comes_first_and_what_is_not_said_stands_before_it() {
    let night = Night::third_party();
    let status = night.status();
    let first: Vec<_> = status["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .skip_while(|id| *id != "state_no_breach")
        .take(3)
        .collect();
    assert_eq!(first, ["state_no_breach", "no_own_search", "consult_counsel"]);
    assert_eq!(night.next()[0], "consult_counsel");
    assert_eq!(words(&of(&status, "items", "consult_counsel")["clauses"]), ["GEN-2", "RES-7a"]);
    assert!(night.due("consult_counsel", "legal_counsel") && night.due("consult_insurer", "insurer"));
}

#[test]
fn an_insurer_that_wants_a_notice_of_circumstances_gets_it_before_any_confirmation() {
    let night = Night::third_party();
    assert_eq!(night.item("notice_of_circumstances"), "pending", "unknown is not no");
    night.answer("insurer_wants_notice", "unknown");
    assert_eq!(night.item("notice_of_circumstances"), "pending");
    assert!(night.next().contains(&"insurer_wants_notice".to_owned()), "the question stays open");
    night.answer("insurer_wants_notice", "no");
    assert_eq!(night.item("notice_of_circumstances"), "not-applicable");

    night.answer("insurer_wants_notice", "yes");
    assert_eq!(night.level(), "rumour", "nothing is confirmed");
    assert_eq!(night.item("notice_of_circumstances"), "due");
    let next = night.next();
    let at = |id: &str| next.iter().position(|item| item == id).unwrap();
    assert!(at("notice_of_circumstances") < at("vendors"), "it comes before the confirmation");

    night.answer("vendor_says", "event");
    assert_eq!(night.item("notice_of_circumstances"), "due", "what was missed stays in sight");
    night.reach(&["notice_of_circumstances"]);
    assert_eq!(night.item("notice_of_circumstances"), "reached");
    assert_eq!(night.item("consult_insurer"), "due", "consulting the insurer is another matter");
}

#[test]
fn a_notice_goes_to_its_recipient_and_to_the_alternate_when_that_person_is_out() {
    let night = Night::third_party();
    for item in ["recipient_out", "tell_recipient", "acknowledge_notice", "internal_list", "tell_internal"] {
        assert_eq!(night.item(item), "pending", "{item}");
    }
    night.answer("notice_received", "yes");
    assert!(night.due("tell_recipient", "notice_recipient"), "the call need not wait for the question");
    night.record(&["call", "tell_recipient", "out_of_office"]);
    assert!(night.due("tell_recipient", "notice_alternate") && !night.due("tell_recipient", "notice_recipient"));
    night.record(&["call", "tell_recipient", "reached", "--role", "notice_alternate"]);
    assert_eq!(night.item("tell_recipient"), "reached");
    assert_eq!(night.item("acknowledge_notice"), "open", "a call is not yet an acknowledgement");
    night.done(&["acknowledge_notice"]);
    assert_eq!(night.item("acknowledge_notice"), "done");
}

#[test]
fn a_recipient_who_is_out_of_the_office_is_replaced_by_the_alternate_at_once() {
    let night = Night::third_party().with(&[("notice_received", "yes"), ("recipient_out", "yes")]);
    assert_eq!(night.item("tell_recipient"), "not-applicable");
    assert!(night.due("tell_alternate", "notice_alternate"));
    night.answer("recipient_out", "no");
    assert_eq!(night.item("tell_alternate"), "not-applicable");
    assert!(night.due("tell_recipient", "notice_recipient"));
}

#[test]
fn without_a_notice_nobody_is_told_of_one() {
    let night = Night::third_party().with(&[("notice_received", "no")]);
    for item in ["recipient_out", "tell_recipient", "tell_alternate", "acknowledge_notice", "tell_internal"] {
        assert_eq!(night.item(item), "not-applicable", "{item}");
    }
}

#[test]
fn everybody_on_the_internal_list_is_told_by_name() {
    let night = Night::third_party().with(&[("notice_received", "yes")]);
    night.answer("internal_list", "B. Superintendent\nC. Technology");
    night.record(&["call", "tell_internal", "reached", "--for", "B. Superintendent"]);
    assert_ne!(night.item("tell_internal"), "reached", "one of two");
    night.record(&["call", "tell_internal", "reached", "--for", "C. Technology"]);
    assert_eq!(night.item("tell_internal"), "reached");
}

#[test]
fn the_only_printed_address_is_shown_where_a_plan_is_missing() {
    let night = Night::open();
    assert_eq!(night.item("irp_template"), "to-be-decided", "for those who are interested");
    night.record(&["task", "irp_template", "not-needed", "We have a plan"]);
    assert_eq!(night.item("irp_template"), "ruled-out");
}

#[test]
fn the_person_who_is_named_in_the_case_is_the_one_to_call() {
    let night = Night::third_party().with(&[("notice_received", "yes"), ("recipient_name", "Ann Lee")]);
    let who = |night: &Night, call: &str| {
        let status = night.status();
        let row = status["contacts"].as_array().unwrap().iter().find(|row| row["call"] == call).unwrap().clone();
        (row["person"].as_str().map(str::to_owned), row["source"].as_str().map(str::to_owned))
    };
    assert_eq!(who(&night, "tell_recipient"), (Some("Ann Lee".into()), Some("case".into())));
    night.answers(&[("recipient_out", "yes"), ("alternate_name", "Bob Roe")]);
    assert_eq!(who(&night, "tell_alternate").0.as_deref(), Some("Bob Roe"));
    night.reach(&["tell_alternate"]);
    assert!(night.status().to_string().contains("Bob Roe, Alternate"), "the record says who was reached");
    night.answer("recipient_name", "unknown");
    assert_eq!(who(&night, "tell_recipient").0, None, "not known is nobody");
}
