//! What is owed ends with its ground and not before: nothing that has to be reported, decisions whose ground is gone, answers
//! that do not go together.

use crate::modot::night::{Night, state};
use crate::support::program::of;

/// The five questions on what has to be reported.
const REPORTED: [&str; 5] =
    ["suspects_theft_or_access", "tampered_cabinets", "tampered_lockers", "confidential_exposed", "other_indication"];

/// What the policy wants of everything that is reported, in each of its lanes.
const OWED: [&str; 8] = [
    "where_occurred",
    "determine_owner",
    "involve_cco",
    "investigate",
    "preserve_evidence",
    "bring_in_soc",
    "root_cause",
    "compliance",
];

/// Everything that has to be reported is answered no, but for these.
fn reported(night: &Night, yes: &[&str]) {
    night.answers(&REPORTED.map(|id| (id, if yes.contains(&id) { "yes" } else { "no" })));
}

/// Whether what the policy wants of everything that is reported waits for people.
fn all_owed(night: &Night) -> bool {
    let status = night.status();
    let states: Vec<_> = OWED.iter().map(|id| state(&status, "items", id)).collect();
    let owed = |state: &String| ["open", "due"].contains(&state.as_str());
    assert!(states.iter().all(owed) || states.iter().all(|state| state == "not-applicable"), "{states:?}");
    states.iter().all(owed)
}

#[test]
fn nothing_is_owed_once_it_is_certain_that_nothing_has_to_be_reported() {
    let night = Night::begin();
    night.answers(&[("department_data", "no")]);
    for (at, question) in REPORTED.iter().enumerate() {
        assert_eq!(night.item("call_ai"), "due", "{at} of 5 answered");
        assert!(all_owed(&night), "{at} of 5 answered");
        night.answers(&[(question, "no")]);
    }
    assert_eq!(night.item("call_ai"), "not-applicable");
    assert!(!all_owed(&night));
    assert_eq!(night.rule("response_owed"), "not-met");

    night.answers(&[("other_indication", "unknown")]);
    assert_eq!(night.item("call_ai"), "due", "not known yet is not no");
    assert!(all_owed(&night));
}

#[test]
fn what_was_lost_is_suspected_theft_or_access_whatever_was_answered_on_it() {
    let night = Night::begin();
    reported(&night, &[]);
    night.answers(&[("what_happened", "lost")]);
    assert_eq!((night.rule("call_owed"), night.item("call_ai")), ("met".into(), "due".into()));
    assert!(all_owed(&night));
    night.answers(&[("department_data", "no")]);
    assert_eq!(night.rule("call_owed"), "not-met", "the call is for department data");
    assert!(!all_owed(&night));
}

#[test]
fn an_answer_that_speaks_of_a_breach_keeps_what_is_owed() {
    for question in ["attack_possible", "infrastructure_data", "boards_threatened", "contractor_data"] {
        let night = Night::begin();
        night.answers(&[(question, "yes")]);
        reported(&night, &[]);
        assert_eq!((night.rule("breach_recorded"), night.item("call_ai")), ("met".into(), "due".into()), "{question}");
        assert!(all_owed(&night), "{question}");
    }
}

#[test]
fn what_follows_from_signs_alone_is_led_by_the_decision_of_audits_and_investigations() {
    let night = Night::begin();
    reported(&night, &["tampered_cabinets"]);
    assert_eq!(of(&night.status(), "silences", "signs_then")["applies"], true);
    assert!(night.is_next("signs_alone"), "they are led to it");
    assert!(all_owed(&night), "until they decide, it is worked alike");

    night.decide("signs_alone", "set_aside");
    assert!(!all_owed(&night));
    assert_eq!(night.item("call_ai"), "due", "the sign must be reported all the same");
    assert_eq!(night.item("third_parties_involved"), "not-applicable");
    night.answers(&[("confidential_exposed", "yes")]);
    assert!(
        all_owed(&night),
        "they set the first sign aside, not this one: until they decide again, it is worked alike"
    );
    night.decide("signs_alone", "set_aside");
    assert!(!all_owed(&night));
    assert_eq!(night.item("third_parties_involved"), "open", "provision 6 speaks of exposure");

    night.decide("signs_alone", "alike");
    assert!(all_owed(&night));
    night.decide("signs_alone", "set_aside");
    night.answers(&[("suspects_theft_or_access", "yes")]);
    assert!(all_owed(&night), "a suspicion is investigated, whatever was decided on signs");
    assert_eq!(of(&night.status(), "silences", "signs_then")["applies"], false);
}

#[test]
fn what_was_reported_is_investigated_until_audits_and_investigations_sets_it_aside() {
    let night = Night::begin();
    night.reached(&["call_ai"]);
    reported(&night, &[]);
    assert!(all_owed(&night), "everything that was reported is investigated");
    assert!(night.is_next("signs_alone"));
    night.decide("signs_alone", "set_aside");
    assert!(!all_owed(&night));
}

#[test]
fn the_national_guard_is_not_called_once_there_is_no_statewide_emergency() {
    let night = Night::begin();
    night.answers(&[("statewide_emergency", "yes")]);
    night.decide("national_guard", "ask");
    assert_eq!(night.item("call_national_guard"), "due");
    night.answers(&[("statewide_emergency", "unknown")]);
    assert_eq!(night.item("call_national_guard"), "due", "it was decided, and may still be so");
    night.answers(&[("statewide_emergency", "no")]);
    assert_eq!(night.item("call_national_guard"), "not-applicable");
    let status = night.status();
    let mut contacts = status["contacts"].as_array().unwrap().iter();
    assert_eq!(contacts.find(|row| row["call"] == "call_national_guard").unwrap()["state"], "not-due");
}

#[test]
fn message_boards_are_not_changed_for_a_threat_that_has_ended() {
    let night = Night::begin();
    night.answers(&[("boards_threatened", "yes")]);
    night.boards("disable");
    night.answers(&[("boards_threatened", "no")]);
    assert_eq!(night.item("change_boards"), "not-applicable");
    assert!(!night.is_next("boards_back"), "nothing was changed that could go back");
}

#[test]
fn how_changed_boards_go_back_is_asked_when_the_threat_has_ended() {
    let night = Night::begin();
    night.answers(&[("boards_threatened", "yes")]);
    night.boards("disable");
    night.done(&[("change_boards", "Six boards on I-70, by IS, 03:20")]);
    assert!(!night.is_next("boards_back"), "they are still threatened");
    night.answers(&[("boards_threatened", "no")]);
    assert!(night.is_next("boards_back"));
    let status = night.status();
    for silence in ["boards_back", "boards_decider"] {
        assert_eq!(of(&status, "silences", silence)["applies"], true, "{silence}");
    }
    night.record(&["silence", "boards_back", "On at 06:00, on the word of IS.", "--role", "department"]);
    assert!(!night.is_next("boards_back"));
}

#[test]
fn message_boards_are_not_decided_without_guidance_of_information_systems_and_cyber_security() {
    let night = Night::begin();
    night.answers(&[("boards_threatened", "yes")]);
    let refusal = night.refused(&["decision", "message_boards", "disable", "--reason", "Six boards on I-70"]);
    assert!(refusal.contains("advised"), "{refusal}");
    night.boards("disable");
    assert_eq!(night.item("message_boards"), "decided");
}

#[test]
fn notices_that_were_decided_fall_away_when_none_is_required() {
    let night = Night::begin();
    night.answers(&[("notification_required", "yes"), ("methods", "social_media")]);
    for (decision, option) in [("cr_coordinates", "coordinate"), ("contact_individuals", "contact"), ("media", "share")]
    {
        night.decide(decision, option);
    }
    let follows = ["notification_guidance", "contact_impacted", "individuals", "share_with_media", "use_social_media"];
    let all = |wanted: &str| follows.iter().all(|id| night.item(id) == wanted);
    assert!(all("open"));
    night.answers(&[("notification_required", "unknown")]);
    assert!(all("open"));
    night.answers(&[("notification_required", "no")]);
    assert!(all("not-applicable"));
}

#[test]
fn exposed_contractor_data_without_a_contractor_is_shown_and_its_notice_is_not_final() {
    let night = Night::begin();
    let untold = || night.rule("contractors_untold");
    night.answers(&[("contractor_data", "yes"), ("contractor_details", "Names and pay of two crews")]);
    assert_eq!(untold(), "not-met", "who is affected is not known yet");
    night.answers(&[("affected_contractors", "none")]);
    assert_eq!((night.rule("contractors_owed"), untold()), ("met".into(), "met".into()));
    assert_eq!(state(&night.status(), "documents", "contractor_notice"), "drafted");
    let refusal = night.refused(&["close", "--role", "AI"]);
    assert!(refusal.contains("contractor_notice"), "{refusal}");

    night.answers(&[("affected_contractors", "Acme Paving")]);
    assert_eq!(untold(), "not-met");
    night.reached_for("notify_contractors", &["Acme Paving"]);
    assert_eq!(state(&night.status(), "documents", "contractor_notice"), "final");
    night.answers(&[("contractor_data", "no")]);
    assert_eq!(untold(), "not-met");
}

#[test]
fn exposed_infrastructure_data_without_a_place_is_shown_and_the_alert_is_not_final() {
    let night = Night::begin();
    night.answers(&[
        ("infrastructure_data", "yes"),
        ("infrastructure_details", "Drawings of the river bridge"),
        ("infrastructure_places", "none"),
    ]);
    assert_eq!(night.rule("agencies_unalerted"), "met");
    assert_eq!(state(&night.status(), "documents", "police_alert"), "drafted");
    night.answers(&[("infrastructure_places", "Boone County")]);
    assert_eq!(night.rule("agencies_unalerted"), "not-met");
}
