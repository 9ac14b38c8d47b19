//! The next number: of the same person, of who stands in, of the policy's alternates, and up again.

use crate::contacts::lists::{NIGHT, desk, with_ruiz};
use crate::support::desk::Desk;
use crate::support::say::{self, v};
use breachbook::case::Fact;
use breachbook::record::Draft;

const TELL: &str = "tell_privacy_officer";

/// The one to try now: person and number, and why.
fn next(desk: &Desk, call: &str) -> (String, String) {
    let status = desk.session.assessment().item(desk.session.playbook(), call).unwrap();
    let now = status.proposal.as_ref().unwrap_or_else(|| panic!("nobody is proposed for {call}"));
    let who: Vec<_> = [now.person.as_deref(), now.channel.as_deref()].into_iter().flatten().collect();
    (who.join(", "), now.why.clone())
}

fn tries(desk: &mut Desk, id: &str, outcome: &str) {
    desk.call(id, outcome);
}

/// Person and number of the last call in the log.
fn last_called(desk: &Desk) -> (Option<String>, Option<String>) {
    let log = &desk.session.state().log;
    let called = log.iter().rev().find_map(|row| match &row.recorded.fact {
        Fact::Called { person, channel, .. } => Some((person.clone(), channel.clone())),
        _ => None,
    });
    called.unwrap()
}

/// A call with the person and the number as typed.
fn typed(outcome: &str, person: Option<&str>, channel: Option<&str>) -> Draft {
    let (person, channel) = (person.map(str::to_owned), channel.map(str::to_owned));
    let (id, outcome) = (TELL.to_owned(), outcome.to_owned());
    say::call(id, outcome).with_some(&v::call::PERSON, person).with_some(&v::call::CHANNEL, channel)
}

#[test]
fn no_answer_leads_to_the_next_number_then_to_who_stands_in_then_up_again() {
    let mut desk = desk(NIGHT);
    assert_eq!(next(&desk, TELL).0, "A. Ruiz, mobile 555-0101");
    tries(&mut desk, TELL, "voicemail");
    let (who, why) = next(&desk, TELL);
    assert_eq!(who, "A. Ruiz, desk 555-0102");
    assert_eq!(
        why,
        "A. Ruiz, mobile 555-0101: voicemail left at 22 Nov 02:13; now the next number of the same person."
    );
    tries(&mut desk, TELL, "busy");
    let (who, why) = next(&desk, TELL);
    assert_eq!(who, "B. Cole, mobile 555-0103");
    assert!(why.ends_with("busy at 22 Nov 02:13; now who stands in."), "{why}");
    tries(&mut desk, TELL, "no_answer");
    let (who, why) = next(&desk, TELL);
    assert_eq!(who, "A. Ruiz, mobile 555-0101");
    assert!(why.ends_with("everybody was tried, so from the first again."), "{why}");
}

#[test]
fn a_call_without_words_records_the_person_and_the_number_that_were_proposed() {
    let mut desk = desk(NIGHT);
    tries(&mut desk, TELL, "voicemail");
    assert_eq!(last_called(&desk), (Some("A. Ruiz".into()), Some("mobile 555-0101".into())));
    tries(&mut desk, "privacy_officer", "reached");
    assert_eq!(last_called(&desk), (Some("A. Ruiz".into()), Some("desk 555-0102".into())));
    let status = desk.of("items", TELL);
    assert_eq!(status["state"], "reached");
    // The list may say something else tomorrow; the entry does not.
    desk.session.use_phones(None);
    assert_eq!(last_called(&desk), (Some("A. Ruiz".into()), Some("desk 555-0102".into())));
}

#[test]
fn what_was_typed_goes_before_what_was_proposed() {
    let mut desk = desk(NIGHT);
    let typed = |person, channel| typed("no_answer", person, channel);
    desk.record(typed(Some("b_cole"), None));
    assert_eq!(last_called(&desk), (Some("B. Cole".into()), None), "the identifier is short to type");
    assert_eq!(next(&desk, TELL).0, "A. Ruiz, mobile 555-0101", "who was not tried comes first");
    desk.record(typed(None, Some("desk 555-0102")));
    assert_eq!(last_called(&desk).0.as_deref(), Some("A. Ruiz"), "whose number it is");
    desk.record(typed(Some("Somebody else"), Some("555-0177")));
    assert_eq!(last_called(&desk), (Some("Somebody else".into()), Some("555-0177".into())));
    assert_eq!(next(&desk, TELL).0, "A. Ruiz, mobile 555-0101", "nobody of the list was tried by that");
    desk.record(typed(Some(""), None));
    assert_eq!(last_called(&desk), (None, None), "taken out is not known");
}

#[test]
fn out_of_office_and_a_refusal_lead_to_the_next_person_at_once() {
    for outcome in ["out_of_office", "refused"] {
        let mut desk = desk(NIGHT);
        tries(&mut desk, TELL, outcome);
        assert_eq!(next(&desk, TELL).0, "B. Cole, mobile 555-0103", "{outcome}");
    }
}

#[test]
fn a_wrong_number_is_not_proposed_again_until_it_is_filled_in_again() {
    let mut desk = desk(NIGHT);
    tries(&mut desk, TELL, "wrong_number");
    tries(&mut desk, TELL, "no_answer");
    tries(&mut desk, TELL, "no_answer");
    assert_eq!(next(&desk, TELL).0, "A. Ruiz, desk 555-0102", "the first round is over");
    let channel = Some("mobile 555-0101".into());
    desk.record(say::contact("privacy_officer").with_some(&v::contact::CHANNEL, channel));
    assert_eq!(next(&desk, TELL).0, "A. Ruiz, mobile 555-0101");
}

#[test]
fn where_every_number_is_dead_another_one_is_asked_for() {
    let mut desk = desk(NIGHT);
    for _ in 0..3 {
        tries(&mut desk, TELL, "disconnected");
    }
    let (who, why) = next(&desk, TELL);
    assert_eq!(who, "A. Ruiz");
    assert!(why.contains("fill in another one"), "{why}");
}

#[test]
fn whoever_is_away_today_is_skipped_and_the_row_says_until_when_and_who_stands_in() {
    let desk = desk(&with_ruiz("away = [{ from = 2026-11-20, to = 2026-11-22, deputy = \"m_ito\" }]"));
    let (who, why) = next(&desk, TELL);
    assert_eq!(who, "M. Ito, home 555-0104");
    assert_eq!(why, "A. Ruiz is away until 2026-11-22; M. Ito is the deputy.");
    let row = desk.status()["contacts"][0].clone();
    assert_eq!(row["away"][0], "A. Ruiz is away until 2026-11-22, deputy M. Ito");
}

#[test]
fn what_this_case_filled_in_goes_before_the_list_and_the_list_before_the_policy() {
    let mut desk = desk(NIGHT);
    let set = |person: Option<&str>, channel: Option<&str>| {
        say::contact("privacy_officer")
            .with_some(&v::contact::PERSON, person.map(str::to_owned))
            .with_some(&v::contact::CHANNEL, channel.map(str::to_owned))
    };
    desk.record(set(None, Some("mobile 555-0150")));
    assert_eq!(next(&desk, TELL).0, "A. Ruiz, mobile 555-0150");
    desk.record(set(Some("B. Cole"), None));
    assert_eq!(next(&desk, TELL).0, "B. Cole, mobile 555-0150");
    desk.record(set(Some("N. Stranger"), None));
    assert_eq!(next(&desk, TELL).0, "N. Stranger, mobile 555-0150");
    tries(&mut desk, TELL, "no_answer");
    assert_eq!(next(&desk, TELL).0, "A. Ruiz, mobile 555-0101", "then the list");
}

/// The incident up to the convening of the team.
fn escalated(list: &str) -> Desk {
    let mut desk = desk(list);
    desk.answer("how_discovered", "staff");
    desk.call(TELL, "reached");
    desk.decide("breach_occurred", "has_occurred", "It went out.");
    for (question, value) in [("multiple_individuals", "yes"), ("serious_harm", "yes")] {
        desk.answer(question, value);
    }
    desk.decide("escalate", "escalate", "Health data of many.");
    desk
}

#[test]
fn the_policys_alternates_come_after_the_holders_and_nobody_is_called_twice_over() {
    // Principal: M. Ito. Deputy: B. Cole. The third of the policy's order is held by nobody.
    let mut desk = escalated(NIGHT);
    assert_eq!(next(&desk, "team_legal").0, "M. Ito, home 555-0104");
    tries(&mut desk, "team_legal", "no_answer");
    let (who, why) = next(&desk, "team_legal");
    assert_eq!(who, "B. Cole, mobile 555-0103");
    assert!(why.ends_with("now the next in the policy's order."), "{why}");

    let both = NIGHT.replacen("people = [\"m_ito\"]", "people = [\"m_ito\", \"b_cole\"]", 1);
    let mut desk = escalated(&both);
    tries(&mut desk, "team_legal", "no_answer");
    tries(&mut desk, "team_legal", "no_answer");
    let due = desk.of("items", "team_legal");
    assert_eq!(due["state"], "attempted");
    let rows = desk.status()["contacts"].as_array().unwrap().clone();
    let due: Vec<_> = rows.iter().filter(|row| row["call"] == "team_legal" && row["state"] == "due").collect();
    assert_eq!(due[0]["role"], "business_manager", "B. Cole was called as one who stands in already");
}

#[test]
fn an_office_that_serves_a_place_is_shown_for_it_and_not_proposed_for_all() {
    let desk = desk(NIGHT);
    let rows = desk.status()["contacts"].as_array().unwrap().clone();
    let police = rows.iter().find(|row| row["role"] == "police").unwrap();
    assert_eq!(police["by_place"][0]["places"], "Boone County");
    assert_eq!(police["by_place"][0]["channel"], "hotline 555-0190");
    assert!(police["channel"].is_null());
    let role = desk.session.assessment().reach(desk.session.playbook(), "police").unwrap();
    assert_eq!(role.first().unwrap().remark.as_deref(), Some("Whom to call depends on the place."));
}

#[test]
fn a_person_whom_only_the_policy_prints_is_not_recorded_as_the_one_who_was_called() {
    let mut desk = escalated("schema = 1\n");
    let channel = Some("mobile 555-0150".into());
    desk.record(say::contact("principal").with_some(&v::contact::CHANNEL, channel));
    tries(&mut desk, "team_legal", "voicemail");
    assert_eq!(last_called(&desk), (None, Some("mobile 555-0150".into())));
}

#[test]
fn a_number_that_was_dialled_is_proposed_again_where_nothing_else_is_known() {
    let mut desk = Desk::open("trinity");
    let typed = |outcome, channel| typed(outcome, Some("Pat Officer"), Some(channel));
    desk.record(typed("voicemail", "555-0111"));
    assert_eq!(next(&desk, TELL).0, "Pat Officer, 555-0111");
    desk.record(typed("wrong_number", "555-0112"));
    assert_eq!(next(&desk, TELL).0, "Pat Officer, 555-0111", "a wrong number is not proposed");
}
