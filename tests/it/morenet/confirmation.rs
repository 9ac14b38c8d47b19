//! The five states of confirmation: rumour, suspected, event confirmed, own data confirmed, not a breach.

use crate::morenet::night::Night;
use crate::support::program::{of, words};

const RULE: &str = "decided-by-rule";

fn by_rule(level: &str) -> (String, String) {
    (level.to_owned(), RULE.to_owned())
}

/// Whether anything may be said of a breach: that prohibition is lifted.
fn may_be_said(night: &Night) -> bool {
    night.item("state_no_breach") == "lifted"
}

#[test]
fn each_of_the_five_states_follows_from_recorded_facts_and_only_the_last_three_change_what_is_said() {
    let night = Night::third_party();
    night.answer("speaks_for", "rumour_news");
    assert_eq!(night.confirmation(), by_rule("rumour"));
    assert!(!may_be_said(&night));

    night.answer("speaks_for", "rumour_news, third_party_word");
    assert_eq!(night.confirmation(), by_rule("suspected"));
    assert!(!may_be_said(&night));

    for (says, level, said) in [
        ("nothing", "suspected", false),
        ("possible", "suspected", false),
        ("event", "event_confirmed", true),
        ("own_data", "own_data_confirmed", true),
        ("not_breach", "not_a_breach", true),
        ("unknown", "suspected", false),
    ] {
        night.answer("vendor_says", says);
        assert_eq!(night.confirmation(), by_rule(level), "the vendor: {says}");
        assert_eq!(may_be_said(&night), said, "the vendor: {says}");
    }
}

#[test]
fn before_anything_is_recorded_nothing_is_confirmed_and_nothing_may_be_said() {
    let night = Night::open();
    assert_eq!(night.confirmation(), ("none".into(), "pending".into()));
    assert!(!may_be_said(&night));
    night.answer("way_in", "unknown");
    assert_eq!(night.confirmation().1, "pending");
    night.answer("way_in", "informed");
    assert_eq!(night.confirmation(), by_rule("rumour"), "being informed is no confirmation");
    night.answer("way_in", "investigating");
    assert_eq!(night.confirmation(), by_rule("suspected"), "nor is an investigation");
    assert!(!may_be_said(&night), "while the cause is not known, the waiting holds");
}

#[test]
fn searches_of_ones_own_are_kept_and_flagged_and_never_advance_any_state() {
    let night = Night::third_party();
    assert_eq!(night.state("rules", "own_search_flag"), "not-met");
    for (without, says, level) in [
        ("rumour_news", "nothing", "rumour"),
        ("third_party_word", "nothing", "suspected"),
        ("third_party_word", "event", "event_confirmed"),
        ("third_party_word", "not_breach", "not_a_breach"),
    ] {
        night.answers(&[("speaks_for", without), ("vendor_says", says)]);
        let before = (night.confirmation(), may_be_said(&night));
        assert_eq!(before.0, by_rule(level));
        night.answer("speaks_for", &format!("{without}, own_search"));
        let found = format!("Leak site, {level}");
        let cells = ["source=own search", "said=Our data", "reliable=yes", "accepted_by=A. Ruiz"];
        night.record(&[&["row", "confirmations", &found][..], &cells].concat());
        assert_eq!((night.confirmation(), may_be_said(&night)), before, "it stays where it is");
        assert_eq!(night.state("rules", "own_search_flag"), "met", "it is flagged");
        assert_eq!(night.item("confirmations"), "continuing", "it is kept");
    }
}

#[test]
fn a_reliable_source_counts_once_somebody_is_named_who_accepted_it() {
    let night = Night::third_party().with(&[("speaks_for", "none"), ("vendor_says", "nothing")]);
    for (says, level) in
        [("event", "event_confirmed"), ("own_data", "own_data_confirmed"), ("not_breach", "not_a_breach")]
    {
        night.answers(&[("reliable_says", says), ("reliable_accepted_by", "unknown")]);
        assert_eq!(night.level(), "rumour", "{says}, accepted by nobody");
        assert!(!may_be_said(&night));
        assert_eq!(night.state("rules", "reliable_not_accepted"), "met");
        night.answer("reliable_accepted_by", "A. Ruiz");
        assert_eq!(night.confirmation(), by_rule(level), "{says}, accepted");
        assert_eq!(night.state("rules", "reliable_not_accepted"), "not-met");
    }
    night.answer("reliable_says", "nothing");
    assert_eq!(night.level(), "rumour");
}

#[test]
fn of_two_official_words_the_one_that_confirms_more_counts() {
    let night = Night::third_party().with(&[
        ("vendor_says", "event"),
        ("reliable_says", "own_data"),
        ("reliable_accepted_by", "A. Ruiz"),
    ]);
    assert_eq!(night.confirmation(), by_rule("own_data_confirmed"));
    night.answers(&[("vendor_says", "not_breach"), ("reliable_says", "possible")]);
    assert_eq!(night.confirmation(), by_rule("not_a_breach"));
}

#[test]
fn two_official_words_that_contradict_each_other_are_for_the_organization_and_counsel() {
    let night = Night::third_party().with(&[("vendor_says", "not_breach"), ("reliable_says", "own_data")]);
    assert!(may_be_said(&night));
    night.answer("reliable_accepted_by", "A. Ruiz");
    assert_eq!(night.state("rules", "sources_contradict"), "met");
    assert_eq!(night.confirmation(), ("none".into(), "gap".into()));
    assert!(!may_be_said(&night), "nothing more is said until it is decided");
    assert_eq!(of(&night.status(), "scales", "confirmation")["suggestion"], "suspected");

    let args = ["decision", "state_decided", "own_data_confirmed", "--reason", "Their list has our names"];
    night.record(&[&args[..], &["--role", "organization"]].concat());
    assert_eq!(night.confirmation().1, "gap", "one seat of two decides nothing");
    night.record(&[&args[..], &["--role", "legal_counsel"]].concat());
    assert_eq!(night.confirmation(), ("own_data_confirmed".into(), "decided-by-person".into()));
    assert!(may_be_said(&night));

    night.answer("vendor_says", "event");
    assert_eq!(night.confirmation(), by_rule("own_data_confirmed"), "the vendor has corrected itself");
}

#[test]
fn an_event_of_ones_own_is_measured_against_two_definitions_and_confirmed_by_the_organization() {
    let night = Night::own();
    assert_eq!(night.item("state_no_breach"), "not-applicable", "the waiting is for a third party's breach");
    assert_eq!(night.item("vendor_says"), "not-applicable");
    assert_eq!(night.confirmation(), ("suspected".into(), "pending".into()), "at least suspected");
    assert_eq!(words(&of(&night.status(), "scales", "confirmation")["missing"]), ["own_finding"]);

    night.answer("breach_by_law", "yes");
    assert_eq!(night.state("rules", "by_state_law"), "met");
    assert_eq!(night.state("rules", "by_dpa"), "pending", "the two tests stand side by side");
    night.answer("breach_by_dpa", "no");
    assert_eq!(night.state("rules", "by_dpa"), "not-met");
    assert!(night.next().contains(&"definitions_differ".to_owned()), "which holds is not said: people decide");

    for (option, level) in
        [("own_data", "own_data_confirmed"), ("event", "event_confirmed"), ("not_breach", "not_a_breach")]
    {
        night.record(&["decision", "own_finding", option, "--reason", "By state law"]);
        assert_eq!(night.confirmation(), by_rule(level));
    }
    for work in ["follow_irp", "impact", "monitor_data", "consult_counsel", "warn_staff"] {
        assert!(night.next().contains(&work.to_owned()), "not a breach closes no work: {work}");
    }
}

#[test]
fn a_finding_of_ones_own_about_a_third_party_confirms_nothing() {
    let night = Night::third_party();
    night.record(&["decision", "own_finding", "own_data", "--reason", "We looked ourselves"]);
    assert_eq!(night.level(), "rumour");
    assert!(!may_be_said(&night));
}

#[test]
fn both_ways_in_and_both_causes_are_walked_and_an_unknown_cause_hides_nothing() {
    let night = Night::open();
    for way in ["informed", "investigating"] {
        night.answer("way_in", way);
        let next = night.next();
        for both in ["consult_counsel", "consult_insurer", "vendors", "notice_received", "follow_irp"] {
            assert!(next.contains(&both.to_owned()), "{way}: {both}");
        }
        for own in ["breach_by_law", "breach_by_dpa", "own_finding"] {
            assert_eq!(night.item(own), "pending", "{way}: shown, and waiting for the cause");
        }
    }
    night.answer("cause", "third_party");
    assert_eq!(night.item("own_finding"), "not-applicable");
    night.answer("cause", "own");
    assert_eq!(night.item("own_finding"), "open");
}
