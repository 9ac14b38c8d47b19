//! What is said: the holding statement, the phishing warning, and the decision to tell all the same.

use crate::morenet::night::Night;
use crate::support::program::words;

#[test]
fn a_holding_statement_is_for_the_time_before_confirmation_only() {
    let night = Night::third_party();
    assert_eq!(night.state("documents", "holding_statement"), "needed");
    assert_eq!(night.lacks("holding_statement"), ["holding_words"]);
    night.answer("vendor_says", "event");
    assert_eq!(night.state("documents", "holding_statement"), "needed", "our own data is not confirmed yet");
    for says in ["own_data", "not_breach"] {
        night.answer("vendor_says", says);
        assert_eq!(night.state("documents", "holding_statement"), "not-needed", "{says}");
        assert_eq!(night.item("holding_words"), "not-applicable", "{says}");
    }
    night.answers(&[("vendor_says", "nothing"), ("cause", "own")]);
    assert_eq!(night.item("holding_words"), "not-applicable", "for one's own event the guideline asks for none");
}

#[test]
fn a_holding_statement_is_final_once_it_is_said_where_it_was_given() {
    let night = Night::third_party();
    night.answer("holding_words", "We have heard of a possible incident and are looking into it.");
    assert_eq!(night.state("documents", "holding_statement"), "drafted");
    night.record(&["task", "holding_statement", "done", "Given to the front office"]);
    assert_eq!(night.state("documents", "holding_statement"), "final");
}

#[test]
fn telling_before_the_data_is_confirmed_is_for_the_organization_and_counsel_together() {
    let night = Night::third_party();
    for (says, asked) in
        [("nothing", true), ("possible", true), ("event", true), ("own_data", false), ("not_breach", false)]
    {
        night.answer("vendor_says", says);
        assert_eq!(night.next().contains(&"tell_now".to_owned()), asked, "{says}");
    }
    night.answer("vendor_says", "nothing");
    let one = ["decision", "tell_now", "notify_now", "--reason", "Trust", "--role", "organization"];
    night.record(&one);
    assert_eq!(night.item("tell_now"), "partly-decided", "not without counsel");
    assert_ne!(night.item("tell_as_decided"), "open");
    night.together("tell_now", "notify_now");
    assert_eq!(night.item("tell_as_decided"), "open");
    assert_eq!(night.item("state_no_breach"), "in-force", "telling is not stating that there was a breach");
    night.together("tell_now", "wait");
    assert_eq!(night.item("tell_as_decided"), "not-applicable", "either way is an answer");
}

#[test]
fn nothing_is_suggested_against_telling_once_the_event_is_confirmed() {
    let night = Night::third_party();
    let suggestions = |night: &Night| {
        let status = night.status();
        let decision = crate::support::program::of(&status, "decisions", "tell_now");
        decision["suggestions"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(suggestions(&night), 1);
    night.answer("vendor_says", "event");
    assert_eq!(suggestions(&night), 0, "that is for the organization and counsel");
}

#[test]
fn the_phishing_warning_names_the_resource_and_says_no_more_than_is_confirmed() {
    let night = Night::third_party();
    assert_eq!(night.lacks("phishing_warning"), ["resource_impacted", "confirmed_words"]);
    night.answer("resource_impacted", "The library catalogue");
    assert_eq!(night.lacks("phishing_warning"), ["confirmed_words"]);
    night.answer("confirmed_words", "Nothing yet");
    assert_eq!(night.state("documents", "phishing_warning"), "drafted");
    assert_eq!(night.item("state_no_breach"), "in-force", "a warning states no breach");
    night.done(&["warn_staff"]);
    assert_eq!(night.state("documents", "phishing_warning"), "final");
    let status = night.status();
    assert_eq!(words(&crate::support::program::of(&status, "documents", "phishing_warning")["to"]), ["staff"]);
}
