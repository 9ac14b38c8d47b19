//! Somebody who is away and has no deputy, and numbers that lead nowhere: said as they are, and never as if the policy were
//! to blame.

use crate::contacts::lists::{NIGHT, desk, glance, read, trinity, with_ruiz};
use crate::support::desk::{Desk, call};
use crate::support::say::{self, ON, v};
use breachbook::case::Fact;
use breachbook::contacts::{card, show};
use chrono::NaiveDate;

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

/// The list with a Principal who is away without a deputy.
fn without_principal() -> String {
    NIGHT.replacen("name = \"M. Ito\"\n", "name = \"M. Ito\"\naway = [{ from = 2026-11-20, to = 2026-11-30 }]\n", 1)
}

/// A case in which the team is called: the Principal heads two calls.
fn escalated(list: &str) -> Desk {
    let mut desk = desk(list);
    desk.decide("escalate", "escalate", "Many people.");
    desk
}

#[test]
fn an_absent_holder_without_a_deputy_is_named_in_the_status() {
    let desk = escalated(&without_principal());
    let said = glance(&desk);
    assert!(said.contains("M. Ito is away until 2026-11-30, no deputy named."), "{said}");
    assert!(said.contains("(nobody who holds the role is there today: fill somebody in)"), "{said}");
}

#[test]
fn whoever_is_away_stays_on_the_card_with_the_day_of_return_and_nothing_on_it_is_cut() {
    let page = card(&read(&without_principal()).list, &trinity(), today());
    let flat = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("M. Ito, away until") && flat.contains("home 555-0104"), "{page}");
    assert!(!page.contains('…'), "{page}");
    let long = with_ruiz("").replacen("name = \"B. Cole\"", "name = \"Bartholomew Cole of the southern office\"", 1);
    let page = card(&read(&long).list, &trinity(), today());
    assert!(!page.contains('…') && page.contains("southern office"), "{page}");
    assert!(page.lines().all(|line| line.chars().count() <= card::WIDTH), "{page}");
}

#[test]
fn where_every_number_was_wrong_the_status_does_not_say_that_the_policy_has_none() {
    let mut desk = desk(&NIGHT.replacen("people = [\"a_ruiz\", \"b_cole\"]", "people = [\"b_cole\"]", 1));
    desk.call("tell_privacy_officer", "wrong_number");
    let said = glance(&desk);
    let line = said.lines().find(|line| line.contains("for tell_privacy_officer")).unwrap();
    assert!(line.contains("every number that is known was wrong or disconnected"), "{line}");
    assert!(!line.contains("no number in the policy"), "{line}");
}

#[test]
fn somebody_who_calls_back_out_of_turn_is_logged_by_role_for_every_call_that_they_head() {
    let mut desk = escalated(NIGHT);
    desk.call("team_legal", "no_answer");
    let last = |desk: &Desk| match &desk.session.state().log.last().unwrap().recorded.fact {
        Fact::Called { role, calls, .. } => (role.to_string(), calls.len()),
        other => panic!("{other:?}"),
    };
    let (first, tried) = last(&desk);
    assert_eq!(tried, 2, "two calls have the same head: {first}");
    desk.record(call(&first, "reached"));
    assert_eq!(last(&desk), (first, 2));
}

#[test]
fn a_deputy_who_is_away_too_is_named_beside_who_comes_next() {
    let away = "away = [{ from = 2026-11-01, to = 2026-11-30, deputy = \"m_ito\" }]";
    let ito = "name = \"M. Ito\"\n";
    let passed = with_ruiz(away).replacen(
        ito,
        &format!("{ito}away = [{{ from = 2026-11-20, to = 2026-11-25, deputy = \"b_cole\" }}]\n"),
        1,
    );
    let lines = show::to_lines(&read(&passed).list, today()).join("\n");
    assert!(lines.contains("A. Ruiz is away until 2026-11-30, deputy M. Ito is away too, then B. Cole"), "{lines}");
}

#[test]
fn what_the_organisation_wrote_on_a_silence_stands_in_the_status() {
    let mut desk = desk(NIGHT);
    desk.decide("escalate", "escalate", "Many people.");
    let said = glance(&desk);
    assert!(said.contains("Your organisation wrote on 2026-03-01 (Principal): The Principal's drive"), "{said}");
}

#[test]
fn a_local_target_that_is_past_says_so() {
    let mut desk = desk(NIGHT);
    desk.answer("discovered_at", "2026-11-21 21:44");
    let said = glance(&desk);
    assert!(said.contains("local target, not in the policy: 2 h, past since 21 Nov 23:44"), "{said}");
}

#[test]
fn a_closed_case_names_nobody_to_call() {
    let mut desk = escalated(NIGHT);
    assert!(glance(&desk).contains("\nCall: "));
    let reason = Some("Moved to another case.".into());
    desk.record(say::close("Duty manager").with_some(&v::close::REASON, reason).with(&v::close::ANYWAY, ON));
    assert!(!glance(&desk).contains("\nCall: "));
}
