//! Documentation to review, counsel's four topics, and the situations of the frequently asked questions.

use crate::morenet::night::Night;
use crate::support::program::of;

#[test]
fn three_kinds_of_documentation_are_reviewed_one_by_one_whatever_the_cause() {
    let reviews = ["review_laws", "review_terms", "review_dpa"];
    for night in [Night::third_party(), Night::own()] {
        assert_eq!(reviews.map(|task| night.item(task)), ["open"; 3]);
        night.done(&reviews[..1]);
        assert_eq!(reviews.map(|task| night.item(task)), ["done", "open", "open"]);
    }
}

#[test]
fn the_missing_list_of_laws_is_for_counsel_to_fill_in() {
    let night = Night::third_party();
    let silence = of(&night.status(), "silences", "law_list");
    assert_eq!(silence["decide_by"][0], "legal_counsel");
    assert!(night.next().contains(&"law_list".to_owned()));
    night.record(&["silence", "law_list", "The list of 3 March, in the safe", "--role", "legal_counsel"]);
    assert!(!night.next().contains(&"law_list".to_owned()));
}

#[test]
fn counsel_is_named_as_the_adviser_on_each_of_the_four_topics() {
    let night = Night::third_party();
    let topics = [
        ("guidance_notification", "do_not_notify"),
        ("guidance_reporting", "do_not_report"),
        ("guidance_dpa", "none"),
        ("guidance_legal_action", "none"),
    ];
    for (decision, option) in topics {
        assert_eq!(night.item(decision), "open");
        let refusal = night.refused(&["decision", decision, option, "--reason", "We think so"]);
        assert!(refusal.contains("--adviser"), "{refusal}");
    }
    night.guided(&topics);
    for (decision, _) in topics {
        assert_eq!(night.item(decision), "decided");
    }
    for work in ["notify_parents", "notify_staff", "fulfil_dpa", "take_legal_action", "report_dese", "report_others"] {
        assert_eq!(night.item(work), "not-applicable", "{work}");
    }
}

#[test]
fn what_counsel_guides_is_followed_to_each_group_and_each_entity() {
    let night = Night::third_party();
    night.guided(&[("guidance_notification", "notify"), ("guidance_reporting", "report")]);
    for pending in ["letter_parents", "notify_parents", "notify_staff", "report_state", "letter_dese"] {
        assert_eq!(night.item(pending), "pending", "{pending}");
    }
    night.answers(&[("notify_whom", "parents"), ("report_to", "dese, others")]);
    for (item, state) in [
        ("letter_parents", "needed"),
        ("letter_students", "not-applicable"),
        ("notify_parents", "open"),
        ("notify_staff", "not-applicable"),
        ("letter_dese", "needed"),
        ("report_dese", "due"),
        ("letter_state", "not-applicable"),
        ("report_attorney_general", "not-applicable"),
        ("report_others", "open"),
    ] {
        assert_eq!(night.item(item), state, "{item}");
    }
    assert_eq!(night.lacks("letter_parents"), ["notice_words"]);
    night.answers(&[("notice_words", "As drafted by counsel"), ("report_words", "As drafted by counsel")]);
    assert_eq!(night.state("documents", "letter_parents"), "drafted");
    night.done(&["notify_parents"]);
    night.reach(&["report_dese"]);
    assert_eq!(night.state("documents", "letter_parents"), "final");
    assert_eq!(night.state("documents", "letter_dese"), "final");

    night.guided(&[("guidance_dpa", "fulfil"), ("guidance_legal_action", "take")]);
    assert_eq!(night.item("fulfil_dpa"), "open");
    assert_eq!(night.item("take_legal_action"), "open");
}

#[test]
fn former_students_in_another_state_are_a_question_for_counsel() {
    let night = Night::third_party();
    assert_eq!(night.item("counsel_other_state"), "pending");
    night.answer("former_students_elsewhere", "no");
    assert_eq!(night.item("counsel_other_state"), "not-applicable");
    night.answer("former_students_elsewhere", "yes");
    assert!(night.due("counsel_other_state", "legal_counsel"));
    night.reach(&["consult_counsel"]);
    assert!(night.due("counsel_other_state", "legal_counsel"), "the first talk does not answer this one");
}

#[test]
fn who_has_to_notify_is_shown_once_its_situation_is_answered() {
    let night = Night::third_party();
    let rules = ["platform_notifies", "former_service_notifies"];
    assert_eq!(rules.map(|rule| night.state("rules", rule)), ["pending"; 2]);
    night.answers(&[("integrates", "no"), ("former_service", "no")]);
    assert_eq!(rules.map(|rule| night.state("rules", rule)), ["not-met"; 2]);
    night.answers(&[("integrates", "yes"), ("former_service", "yes")]);
    assert_eq!(rules.map(|rule| night.state("rules", rule)), ["met"; 2]);
    let status = night.status();
    assert_eq!(of(&status, "rules", "platform_notifies")["verb"], "must", "an obligation");
    assert_eq!(of(&status, "rules", "former_service_notifies")["verb"], "should", "no more than a should");
    night.answer("cause", "own");
    assert_eq!(rules.map(|rule| night.state("rules", rule)), ["not-applicable"; 2]);
}

#[test]
fn the_impact_is_determined_in_words_and_gets_no_level() {
    let night = Night::third_party();
    assert_eq!(night.item("impact"), "open");
    night.answer("impact", "Names and grades of two schools");
    assert_eq!(night.item("impact"), "answered");
    let status = night.status();
    let scales: Vec<_> = status["scales"].as_array().unwrap().iter().map(|scale| &scale["id"]).collect();
    assert_eq!(scales, ["confirmation"]);
}

#[test]
fn monitoring_goes_on_until_the_case_closes() {
    let night = Night::third_party();
    night.done(&["monitor_data", "organize_emails"]);
    assert_eq!(night.item("monitor_data"), "continuing");
    assert_eq!(night.item("organize_emails"), "continuing");
}
