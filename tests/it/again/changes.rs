//! What a record rests on says something else than its writer had seen.

use super::night::{Night, TEXT, confirmed, decided, done};
use crate::support::desk::Desk;
use crate::support::say::{self, Deed, v};
use crate::support::voice::{says, says_not};
use crate::verbs::draft;

#[test]
fn an_offer_made_for_fewer_is_marked_and_the_case_does_not_close_over_it() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    night.done("offer");
    night.answer("affected", "9000");
    let (state, why) = night.stands("offer");
    assert_eq!(state, "done", "it counts on");
    assert_eq!(why, ["How many persons are affected: was 140, is 9000"]);
    assert!(night.left_open().contains("Offer monitoring"), "{}", night.left_open());
    let status = night.status_of(&night.joined(&[0]));
    let soon = status["clocks"].as_array().unwrap().iter().find(|clock| clock["id"] == "soon").unwrap();
    assert_eq!(soon["state"], "stopped", "what stopped stays stopped");
    let next: Vec<_> = status["next"].as_array().unwrap().iter().map(|next| next["id"].as_str().unwrap()).collect();
    assert_eq!(next.last(), Some(&"offer"), "after all that is open");
    assert_eq!(status["open"]["look_again"], 1);
}

#[test]
fn changed_back_takes_the_mark_away_and_a_confirmation_rests_on_what_was_seen_then() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    night.done("offer");
    night.answer("affected", "9000");
    night.answer("affected", "140");
    assert!(night.look_again("offer").is_empty());
    says_not(&night.reads(), &["Look again:"]);
    night.answer("affected", "9000");
    night.confirm("offer");
    assert!(night.look_again("offer").is_empty());
    says_not(&night.reads(), &["Look again:"]);
    night.answer("affected", "9001");
    assert_eq!(night.look_again("offer"), ["How many persons are affected: was 9000, is 9001"]);
    assert!(night.try_on(0, confirmed("big")).unwrap_err().contains("look"), "what has no mark is not confirmed");
}

#[test]
fn what_was_said_roughly_and_is_known_better_is_no_change() {
    let mut night = Night::alone();
    night.answer("affected", "about 900");
    night.done("offer");
    night.answer("affected", "870");
    assert!(night.look_again("offer").is_empty());
    says_not(&night.reads(), &["Look again:"]);
    night.answer("affected", "9000");
    assert_eq!(night.look_again("offer").len(), 1);
    let offer = "Look again: Offer monitoring (offer): How many persons are affected: was about 900, is 9000";
    says(&night.reads(), &[offer, "  Look again: Offer monitoring (offer): As agreed."]);
}

#[test]
fn a_first_answer_changes_nothing_and_one_after_not_known_yet_does() {
    let mut never = Night::alone();
    never.done("offer");
    never.answer("affected", "140");
    assert!(never.look_again("offer").is_empty());
    says_not(&never.reads(), &["Look again:"]);
    let mut unknown = Night::alone();
    unknown.answer("affected", "unknown");
    unknown.done("offer");
    unknown.answer("affected", "140");
    assert_eq!(unknown.look_again("offer").len(), 1);
    says(&unknown.reads(), &["Offer monitoring (offer): How many persons are affected: was not known yet, is 140"]);
    unknown.answer("affected", "unknown");
    assert!(unknown.look_again("offer").is_empty(), "not known yet is no other answer");
}

#[test]
fn what_rests_on_a_marked_record_is_not_marked_until_that_is_recorded_anew_with_another_outcome() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    night.done("offer");
    night.done("rests_on_offer");
    night.answer("affected", "9000");
    assert_eq!((night.look_again("offer").len(), night.look_again("rests_on_offer").len()), (1, 0));
    says(&night.reads(), &["  Look again: Offer monitoring (offer)", "  Done: Publish the offer (rests_on_offer)"]);
    night.done("offer");
    assert_eq!((night.look_again("offer").len(), night.look_again("rests_on_offer").len()), (0, 0));
    let outcome = Deed::RuledOut { reason: "Not offered.".into(), adviser: None };
    night.record(0, say::task("offer", outcome));
    assert_eq!(night.look_again("rests_on_offer"), ["Offer monitoring: was done, is not needed"]);
    says(
        &night.reads_of("rests_on_offer"),
        &["Was: done  Offer monitoring", "Is: not needed", "Still right: :confirm."],
    );
}

#[test]
fn a_sign_that_comes_after_the_call_is_not_covered_by_it() {
    let mut night = Night::alone();
    night.answer("sign_one", "yes");
    night.answer("sign_two", "no");
    night.record(0, crate::support::desk::call("warn", "reached"));
    night.record(0, crate::support::desk::call("warn_once", "reached"));
    night.answer("sign_two", "yes");
    let (state, why) = night.stands("warn");
    assert_eq!(state, "reached");
    assert_eq!(why, ["A sign of misuse was seen: now also: Data was offered for sale"]);
    assert!(night.look_again("warn_once").is_empty(), "without the line nothing is marked");
    let mark = "Look again: Warn the bank (warn): A sign of misuse was seen: now also: Data was offered for sale";
    says(&night.reads(), &[mark, "  Done: Warn the insurer (warn_once): Bank"]);
}

#[test]
fn a_finding_falls_with_what_it_rests_on_and_counts_again_once_the_cause_is_undone() {
    let mut night = Night::alone();
    night.answer("a", "1");
    night.answer("finding", "yes");
    let second = night.answer("a", "2");
    assert_eq!(night.state("finding"), "open");
    says(&night.reads(), &["  Look again: Is it determined as A says? (finding): asked again: A changed"]);
    says(&night.reads_of("finding"), &["It was recorded before, and counts no more: \"A\" was changed at"]);
    let again = night.answer("a", "1");
    assert_eq!(night.state("finding"), "answered");
    says(&night.reads(), &["  Done: Is it determined as A says? (finding): Yes"]);
    night.strike(&again);
    assert_eq!(night.state("finding"), "open");
    night.strike(&second);
    assert_eq!(night.state("finding"), "answered");
}

#[test]
fn a_condition_beside_a_line_only_limits_it_while_it_is_known_not_to_hold() {
    let mut night = Night::alone();
    night.answer("a", "1");
    night.answer("limited", "yes");
    night.answer("a", "2");
    assert_eq!(night.state("limited"), "open", "nobody knows whether the limit holds");
    says(&night.reads(), &["  Look again: Is it determined within the limit? (limited): asked again: A changed"]);
    night.answer("limit", "no");
    assert_eq!(night.state("limited"), "answered");
    says(&night.reads(), &["  Done: Is it determined within the limit? (limited): Yes"]);
}

#[test]
fn a_condition_alone_fires_when_something_is_recorded_of_it_and_a_confirmation_takes_it_away() {
    let mut night = Night::alone();
    night.done("bring_more");
    night.answer("more_found", "no");
    assert!(night.look_again("bring_more").is_empty());
    night.at("03:10").answer("more_found", "yes");
    assert_eq!(night.look_again("bring_more"), ["Was more found: Yes, 28 Nov 03:10"]);
    says(&night.reads(), &["Look again: Search the archive (bring_more): Was more found: Yes, 28 Nov 03:10"]);
    night.confirm("bring_more");
    assert!(night.look_again("bring_more").is_empty());
    says(&night.reads(), &["  Done: Search the archive (bring_more)"]);
}

#[test]
fn a_hold_that_is_asked_a_second_time_asks_anew_whether_it_is_over() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    night.at("10:00").answer("hold_asked", "yes");
    night.at("14:00").answer("hold_over", "yes");
    let clock = |night: &Night| {
        let status = night.status_of(&night.joined(&[0]));
        let found = status["clocks"].as_array().unwrap().iter().find(|clock| clock["id"] == "soon").cloned();
        found.unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!((night.state("hold_over").as_str(), clock(&night).as_str()), ("answered", "running"));
    night.at("16:00").answer("hold_asked", "yes");
    assert_eq!((night.state("hold_over").as_str(), clock(&night).as_str()), ("open", "suspended"));
    says(
        &night.reads(),
        &["(hold_over): asked again: Did the police ask to hold changed", "paused: The police hold it"],
    );
    says(
        &night.reads_of("hold_over"),
        &["Asked again: Did the police ask to hold changed.", "was changed at 28 Nov 16:00. Record what holds now."],
    );
}

#[test]
fn a_hold_of_the_noon_that_is_written_down_in_the_evening_asks_once_too_often() {
    let mut night = Night::alone();
    night.at("10:00").answer("hold_asked", "yes");
    night.at("14:00").answer("hold_over", "yes");
    let asked = say::answer("hold_asked", "yes");
    night.at("17:00").record_with(asked, Some("12:00"), None);
    assert_eq!(night.state("hold_over"), "open", "nobody had seen it when it was said to be over");
    says(
        &night.reads_of("hold_over"),
        &["Asked again: Did the police ask to hold changed.", "was changed at 28 Nov 17:00"],
    );
    night.answer("hold_over", "yes");
    assert_eq!(night.state("hold_over"), "answered");
}

#[test]
fn three_hundred_records_that_rest_on_one_answer_are_each_marked_when_it_changes() {
    use std::fmt::Write as _;
    const RECORDS: usize = 300;
    let mut text = TEXT.to_owned();
    for nth in 0..RECORDS {
        let task = "phase = \"act\"\ntitle = \"Tell one more\"\nrecord = \"Who?\"\nverb = \"shall\"";
        write!(text, "\n[[task]]\nid = \"tell_{nth}\"\n{task}\nagain = [{{ on = [\"affected\"] }}]\ncite = \"A-1\"\n")
            .unwrap();
    }
    let mut night = Night::on(&text, 1);
    night.answer("affected", "140");
    (0..RECORDS).for_each(|nth| drop(night.done_unlooked(&format!("tell_{nth}"))));
    let marks = |night: &Night| {
        let status = night.status_of(&night.joined(&[0]));
        let items = status["items"].as_array().unwrap();
        let named = items.iter().filter(|item| item["look_again"].as_array().is_some_and(|all| all.len() == 1)).count();
        (named, status["open"]["look_again"].as_u64().unwrap())
    };
    assert_eq!(marks(&night), (0, 0));
    night.answer("affected", "9000");
    assert_eq!(marks(&night), (RECORDS, RECORDS as u64), "one mark each");
    says(
        &night.reads(),
        &["(tell_0): How many persons are affected: was 140, is 9000", "And 295 more to look at again."],
    );
    night.answer("affected", "140");
    assert_eq!(marks(&night), (0, 0), "changed back");
}

#[test]
fn a_loop_asks_for_the_next_round_until_it_is_said_to_go_on() {
    let mut night = Night::alone();
    night.done("assess");
    assert_eq!((night.state("assess").as_str(), night.state("next").as_str()), ("done", "open"));
    night.decides("next", "again");
    assert_eq!((night.state("assess").as_str(), night.state("next").as_str()), ("open", "decided"));
    says(
        &night.reads(),
        &["  Look again: Assess the damage (assess): asked again: Go on changed", "  Done: Go on? (next): Once more"],
    );
    night.done("assess");
    assert_eq!((night.state("assess").as_str(), night.state("next").as_str()), ("done", "open"));
    night.decides("next", "on");
    says(&night.reads(), &["  Done: Assess the damage (assess)", "  Done: Go on? (next): Go on"]);
    assert_eq!((night.state("assess").as_str(), night.state("next").as_str()), ("done", "decided"));
}

#[test]
fn seat_by_seat_one_that_chose_what_stands_counts_and_the_other_is_asked_again() {
    let mut night = Night::alone();
    night.answer("a", "1");
    night.record(0, decided("joint", "escalate", Some("head")));
    night.record(0, decided("joint", "wait", Some("bank")));
    night.answer("a", "2");
    let status = night.status_of(&night.joined(&[0]));
    let joint = status["decisions"].as_array().unwrap().iter().find(|one| one["id"] == "joint").unwrap();
    assert_eq!((&joint["seats"][0]["recorded"], &joint["seats"][1]["recorded"]), (&true.into(), &false.into()));
    assert_eq!(joint["state"], "partly-decided");
    says(&night.reads_of("joint"), &["Head: Escalate", "Bank"]);
}

#[test]
fn what_was_done_although_nothing_has_changed_has_no_mark() {
    let mut night = Night::alone();
    night.answer("affected", "140");
    night.answer("sign_one", "yes");
    night.done("offer");
    night.done("big");
    night.decides("escalate", "escalate");
    night.record(0, done("report"));
    assert_eq!(night.status_of(&night.joined(&[0]))["open"]["look_again"], 0);
}

#[test]
fn the_same_answer_once_more_changes_nothing_and_says_when_it_was_said_unless_a_line_waits_for_it() {
    let mut desk = Desk::open_text("again", TEXT);
    let mut said = |id: &str, value: &str| {
        let receipt = desk.answer(id, value);
        desk.said(&receipt).remarks
    };
    let already = ["Said already at 22 Nov 02:13; nothing changes."];
    assert!(said("affected", "140").is_empty(), "nobody had said it");
    assert_eq!(said("affected", "140"), already);
    assert!(said("affected", "150").is_empty());
    assert!(said("affected", "140").is_empty(), "150 was said between");
    assert!(said("a", "1").is_empty() && said("finding", "yes").is_empty());
    assert_eq!(said("finding", "yes"), already);
    assert!(said("a", "2").is_empty());
    assert!(said("finding", "yes").is_empty(), "it fell, and counts again");
    assert!(said("hold_asked", "yes").is_empty());
    assert!(said("hold_asked", "yes").is_empty(), "whether the hold is over is asked anew by it");
    let source = Some("StudentBase".into());
    let from_them = desk.record(say::answer("finding", "yes").with_some(&v::answer::SOURCE, source));
    assert!(desk.said(&from_them).remarks.is_empty(), "somebody else says so now");
}

#[test]
fn an_answer_that_is_said_again_for_another_hour_moves_the_clock_that_begins_with_it() {
    let mut desk = Desk::open_text("again", TEXT);
    desk.answer("affected", "140");
    let earlier = draft("answer", "affected", &[("value", "140"), ("at", "01:00")]);
    let receipt = desk.session.submit(&earlier).unwrap();
    assert!(desk.said(&receipt).remarks.is_empty(), "{:?}", desk.said(&receipt).remarks);
}
