//! Incidents that the policy does not give as an example, worked to where the program once said something else than the policy.

use crate::modot::night::Night;
use crate::support::program::of;

/// The states of a call, one for each row that it is made for.
fn contact_states(night: &Night, call: &str) -> Vec<String> {
    let status = night.status();
    let rows = status["contacts"].as_array().unwrap().iter().filter(|row| row["call"] == call);
    rows.map(|row| row["state"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_owner_that_has_been_told_already_is_not_on_the_list_of_calls() {
    let night = Night::begin();
    night.answers(&[("data_owners", "Bridge Division\nDesign Division")]);
    assert_eq!(night.item("tell_owner"), "pending");
    assert_eq!(contact_states(&night, "tell_owner"), ["not-due", "not-due"], "it waits for an answer");
    night.answers(&[("owner_already_told", "unknown")]);
    assert_eq!(contact_states(&night, "tell_owner"), ["not-due", "not-due"], "nor is unknown a no");
    night.answers(&[("owner_already_told", "no")]);
    assert_eq!(contact_states(&night, "tell_owner"), ["due", "due"]);
    night.answers(&[("owner_already_told", "yes")]);
    assert_eq!(night.item("tell_owner"), "not-applicable");
    assert_eq!(contact_states(&night, "tell_owner"), ["not-due", "not-due"], "there is nobody left to tell");
}

#[test]
fn police_in_three_counties_are_not_called_before_it_is_known_that_infrastructure_data_is_concerned() {
    let night = Night::begin();
    night.answers(&[
        ("infrastructure_data", "yes"),
        ("infrastructure_places", "Cole County\nBoone County\nCallaway County"),
        ("infrastructure_data", "unknown"),
    ]);
    assert_eq!(contact_states(&night, "alert_local_police"), ["not-due"; 3]);
    night.answers(&[("infrastructure_data", "yes")]);
    assert_eq!(contact_states(&night, "alert_local_police"), ["due"; 3]);
}

#[test]
fn what_follows_where_only_a_cabinet_was_tampered_with_is_shown_as_a_silence() {
    let night = Night::begin();
    night.answers(&[("tampered_cabinets", "yes")]);
    let applies = || of(&night.status(), "silences", "signs_then")["applies"].clone();
    assert_ne!(applies(), true, "theft may yet be suspected");
    night.answers(&[("suspects_theft_or_access", "no")]);
    assert_eq!(night.rule("signs_reported"), "met");
    assert_eq!(applies(), true, "provisions 4, 6 and 7 do not speak of signs");
    assert_eq!(night.item("investigate"), "open", "it is worked alike until people say otherwise");
    night.answers(&[("suspects_theft_or_access", "yes")]);
    assert_eq!(applies(), false);
}

#[test]
fn what_the_three_offices_determined_is_determined_anew_when_one_of_them_changes_it() {
    let night = Night::begin();
    night.answers(&[("nature", "theft_or_access")]);
    for office in ["ai", "cco", "is"] {
        night.record(&["decision", "scope_and_nature", "agreed", "--role", office, "--reason", "As recorded."]);
    }
    night.answers(&[("infrastructure_data", "yes"), ("infrastructure_places", "Boone County")]);
    assert_eq!(night.item("alert_local_police"), "due");
    night.answers(&[("nature", "neither")]);
    assert_eq!(night.item("scope_and_nature"), "open");
    assert_eq!(night.item("alert_local_police"), "due", "one person's change of an answer calls nobody off");
}

#[test]
fn duties_that_an_answer_carries_stand_although_the_offices_find_no_breach() {
    let night = Night::begin();
    night.answers(&[("infrastructure_data", "yes"), ("infrastructure_places", "Boone County")]);
    night.answers(&[("nature", "neither")]);
    night.offices("scope_and_nature", "agreed");
    assert_eq!(night.item("alert_local_police"), "due", "infrastructure data is recorded as exposed");
    night.answers(&[("infrastructure_data", "no")]);
    assert_eq!(night.item("alert_local_police"), "not-applicable");
}

#[test]
fn a_decision_that_the_offices_settled_without_agreeing_can_be_settled_with_a_reason() {
    let night = Night::begin();
    night.answers(&[("nature", "theft_or_access")]);
    let refused = night.refused(&["task", "call_center", "not-needed", "Nobody wants one."]);
    assert!(refused.contains("is a decision"), "one on which nobody has recorded anything is taken: {refused}");
    night.office("call_center", "cco", "set_up");
    night.office("call_center", "ai", "do_not");
    assert_eq!(night.item("call_center"), "partly-decided");
    let refused = night.refused(&["task", "call_center", "not-needed", "Settled by telephone."]);
    assert!(refused.contains("which option counts"), "{refused}");
    let reason = "Two of three settled it by telephone: none is set up.";
    night.record(&["decision", "call_center", "do_not", "--settled-by", "cco", "--reason", reason]);
    assert_eq!(night.item("call_center"), "decided");
    night.office("call_center", "is", "do_not");
    assert_eq!(night.item("call_center"), "decided", "the offices still differ: what settled it counts");
}
