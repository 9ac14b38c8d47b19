//! Incidents that the guideline does not give as an example, worked to where the program once said something else than it does.

use crate::morenet::night::Night;
use crate::support::program::{Home, of};

#[test]
fn a_notice_that_a_third_party_sent_is_more_than_a_rumour_and_confirms_nothing_by_itself() {
    let night = Night::third_party();
    assert_eq!(night.level(), "rumour");
    night.answer("notice_received", "unknown");
    assert_eq!(night.level(), "rumour", "unknown is not yes");
    night.answer("notice_received", "yes");
    assert_eq!(night.level(), "suspected");
    assert_eq!(night.item("state_no_breach"), "in-force", "what it officially says is not recorded");
}

#[test]
fn a_vendors_word_does_not_settle_an_event_of_ones_own() {
    let night = Night::own().with(&[("cause", "third_party"), ("vendor_says", "own_data")]);
    assert_eq!(night.level(), "own_data_confirmed");
    night.answer("cause", "own");
    assert_eq!(night.confirmation(), ("suspected".into(), "pending".into()), "the organization finds it");
    night.record(&["decision", "own_finding", "not_breach", "--reason", "Nothing left the house"]);
    assert_eq!(night.level(), "not_a_breach", "nor does it override what was found");
    night.answer("speaks_for", "own_search");
    assert_eq!(night.state("rules", "own_search_flag"), "not-applicable", "one's own systems are searched");
}

#[test]
fn a_search_for_ones_own_data_is_not_relied_on_while_only_the_event_is_confirmed() {
    let night = Night::third_party().with(&[("vendor_says", "event"), ("speaks_for", "own_search")]);
    assert_eq!(night.item("state_no_breach"), "lifted", "the event may be stated");
    assert_eq!(night.item("no_own_search"), "in-force", "whether our data is in it is still a suspicion");
    night.answer("vendor_says", "own_data");
    assert_eq!(night.item("no_own_search"), "lifted");
}

#[test]
fn an_organization_and_counsel_who_do_not_agree_find_no_rule_and_are_asked() {
    let night = Night::third_party().with(&[("vendor_says", "event")]);
    let decide = |role: &str, option: &str| {
        night.record(&["decision", "tell_now", option, "--role", role, "--reason", "As we see it"]);
    };
    decide("organization", "notify_now");
    assert!(!night.next().contains(&"no_agreement".to_owned()), "one has spoken");
    decide("legal_counsel", "wait");
    assert!(night.next().contains(&"no_agreement".to_owned()));
    assert_eq!(night.item("tell_as_decided"), "pending", "nothing is owed on one of two words");
    decide("legal_counsel", "notify_now");
    assert!(!night.next().contains(&"no_agreement".to_owned()));
}

#[test]
fn the_review_names_the_recipient_and_the_alternate_for_the_night_that_a_notice_comes() {
    let home = Home::new();
    let review = home.start_on("morenet_readiness", &[]);
    home.answers(
        &review,
        &[("notice_recipient", "A. Lee"), ("notice_alternate", "B. Ray"), ("internal_list", "C. Dee")],
    );
    let night = Night::on(home);
    assert!(!night.due("tell_internal", "internal_contacts"), "nobody is called before there is a notice");
    night.answers(&[("cause", "third_party"), ("notice_received", "yes"), ("recipient_out", "yes")]);
    let status = night.status();
    for (question, name) in [("recipient_name", "A. Lee"), ("alternate_name", "B. Ray")] {
        assert_eq!(of(&status, "items", question)["value"], name);
    }
    assert!(night.due("tell_alternate", "notice_alternate") && night.due("tell_internal", "internal_contacts"));
}

#[test]
fn a_vendor_who_takes_a_breach_back_changes_what_may_be_said_and_the_program_says_so() {
    let night = Night::third_party().with(&[("vendor_says", "own_data")]);
    assert_eq!(night.state("rules", "officially_none"), "not-met");
    night.answer("vendor_says", "not_breach");
    assert_eq!(night.level(), "not_a_breach");
    assert_eq!(night.state("rules", "officially_none"), "met");
    let say = night.status()["rules"].as_array().unwrap().iter().find(|rule| rule["id"] == "officially_none").unwrap()
        ["say"]
        .to_string();
    assert!(say.contains("put right"), "{say}");
}

#[test]
fn what_the_organization_found_is_asked_again_when_a_definition_turns_out_otherwise() {
    let night = Night::own().with(&[("breach_by_law", "yes"), ("breach_by_dpa", "yes")]);
    night.record(&["decision", "own_finding", "own_data", "--reason", "Both definitions fit"]);
    assert_eq!(night.level(), "own_data_confirmed");
    night.answer("breach_by_law", "no");
    assert_eq!(night.state("decisions", "own_finding"), "open");
    assert_ne!(night.level(), "own_data_confirmed", "it rested on both");
}
