//! The numbers of the policies, each answered alone on a fresh case: a trigger is worked out at once, whatever else is open.

use crate::support::desk::Desk;

/// How a rule stands after one answer, and which clauses are met.
fn alone(playbook: &str, rule: &str, question: &str, value: &str) -> (String, Vec<String>) {
    let mut desk = Desk::open(playbook);
    desk.answer(question, value);
    let rule = desk.of("rules", rule);
    let met = rule["met"].as_array().unwrap().iter().map(|met| met["clause"].as_str().unwrap().to_owned());
    (rule["state"].as_str().unwrap().to_owned(), met.collect())
}

#[test]
fn more_than_the_number_triggers_and_the_number_itself_does_not() {
    let rows = [
        ("shepherd", "substitute_permitted", "notice_cost", "99,999.99", "100,000.00", "100,000.01", "PR-4d-i"),
        ("shepherd", "substitute_permitted", "users_to_notify", "174999", "175000", "175001", "PR-4d-ii"),
        ("shepherd", "agencies_owed", "notified_at_one_time", "999", "1000", "1001", "PR-4f"),
        ("msu", "additional_notice", "notice_cost", "249,999.99", "250,000.00", "250,000.01", "AN-3a"),
        ("msu", "additional_notice", "michigan_residents", "499999", "500000", "500001", "AN-3b"),
    ];
    for (playbook, rule, question, under, equal, over, clause) in rows {
        for value in [under, equal] {
            let (state, met) = alone(playbook, rule, question, value);
            assert!(state != "met" && met.is_empty(), "{playbook} {question} {value}: {state} {met:?}");
        }
        let (state, met) = alone(playbook, rule, question, over);
        assert_eq!((state.as_str(), met), ("met", vec![clause.to_owned()]), "{playbook} {question} {over}");
    }
}

#[test]
fn a_trigger_alone_owes_nothing_before_it_is_known_that_notice_is_given() {
    let mut desk = Desk::open("msu");
    desk.answer("notice_cost", "300,000");
    assert_eq!(desk.state("items", "press_release"), "pending");
    assert_eq!(desk.state("items", "post_website"), "pending");
    let mut desk = Desk::open("shepherd");
    desk.answer("notified_at_one_time", "2000");
    assert_eq!(desk.state("items", "tell_agencies"), "pending");
}
