//! What two recorded of one thing without having seen each other: what happened counts, and nothing is put off or found needless by
//! somebody who did not know of it, whichever journal arrives first.

use super::night::{Night, TEXT, done};
use crate::support::say::{self, Deed, v};
use crate::support::voice::says;
use breachbook::record::Draft;

fn not_needed(id: &str) -> Draft {
    let outcome = Deed::RuledOut { reason: "They know.".into(), adviser: None };
    say::task(id, outcome)
}

fn needed(id: &str) -> Draft {
    let outcome = Deed::Needed { reason: "They asked for it.".into(), adviser: None };
    say::task(id, outcome)
}

/// How an item stands in both orders of arrival; it is the same.
fn stands(night: &Night, id: &str) -> String {
    let state = |ranks: &[usize]| {
        let status = night.status_of(&night.joined(ranks));
        let item = status["items"].as_array().unwrap().iter().find(|item| item["id"] == id).unwrap().clone();
        (item["state"].as_str().unwrap().to_owned(), item["value"].clone())
    };
    assert_eq!(state(&[0, 1]), state(&[1, 0]));
    state(&[0, 1]).0
}

#[test]
fn what_was_done_is_done_although_somebody_who_had_not_seen_it_found_it_not_needed() {
    for (first, second) in [(done("offer"), not_needed("offer")), (not_needed("offer"), done("offer"))] {
        let mut night = Night::on(TEXT, 2);
        night.record(0, first);
        night.at("00:10").record(1, second);
        assert_eq!(stands(&night, "offer"), "done");
        for ranks in [[0, 1], [1, 0]] {
            says(&night.reads_in(&ranks), &["  Done: Offer monitoring (offer): As agreed."]);
        }
        night.looks_at(0, 1);
        night.record(0, not_needed("offer"));
        assert_eq!(stands(&night, "offer"), "ruled-out", "whoever has seen both says what holds");
    }
}

#[test]
fn what_somebody_found_to_be_needed_stays_open_although_another_who_had_not_seen_it_found_the_opposite() {
    for (first, second) in [(needed("offer"), not_needed("offer")), (not_needed("offer"), needed("offer"))] {
        let mut night = Night::on(TEXT, 2);
        night.record(0, first);
        night.at("00:10").record(1, second);
        assert_eq!(stands(&night, "offer"), "open");
    }
}

#[test]
fn what_rests_on_a_deed_that_two_found_differently_is_not_marked_by_the_order_of_arrival() {
    let mut night = Night::on(TEXT, 2);
    night.record(0, done("offer"));
    night.record(0, done("rests_on_offer"));
    night.record(1, not_needed("offer"));
    assert_eq!(night.told(&[0, 1]), night.told(&[1, 0]));
    assert!(night.look_again("rests_on_offer").is_empty(), "the offer is done, as it was");
}

#[test]
fn what_two_put_off_comes_back_at_the_first_of_their_times() {
    let mut night = Night::on(TEXT, 2);
    for (laptop, until) in [(0, "05:00"), (1, "03:00")] {
        night.record(laptop, say::defer("offer", until));
    }
    assert_eq!(stands(night.at("02:59"), "offer"), "deferred");
    for ranks in [[0, 1], [1, 0]] {
        says(&night.reads_in(&ranks), &["(offer) until 28 Nov 03:00"]);
    }
    assert_eq!(stands(night.at("03:00"), "offer"), "open");
}

#[test]
fn what_was_found_to_be_needed_is_not_put_off_by_somebody_who_had_not_seen_that() {
    let mut night = Night::on(TEXT, 2);
    night.record(0, needed("offer"));
    night.record(1, say::defer("offer", "03:00"));
    assert_eq!(stands(&night, "offer"), "open");
}

#[test]
fn a_call_that_was_passed_on_waits_for_its_report_back_whatever_another_tried_who_had_not_seen_that() {
    let mut night = Night::on(TEXT, 2);
    let (id, to) = ("warn".to_owned(), Some("Pat Lee".to_owned()));
    night.record(0, say::pass_on(id).with_some(&v::pass_on::TO, to));
    night.record(1, crate::support::desk::call("warn", "no_answer"));
    assert_eq!(stands(&night, "warn"), "passed-on");
    night.looks_at(1, 0);
    night.record(1, crate::support::desk::call("warn", "no_answer"));
    assert_eq!(stands(&night, "warn"), "attempted", "reported back");
}
