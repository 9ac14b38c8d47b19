//! What the guide does with answers: unknown, changed, contradicted, put off; calls and their stand-ins; stopwatches; the closing gate.

use crate::support::desk::{Desk, call, clock, words};
use crate::support::say::{self, Deed, ON, v};
use breachbook::base::{Clock, FixedClock, Reading, Zone};
use breachbook::judge::Standing;
use breachbook::record::common::AT;
use breachbook::session::Session;
use breachbook::store::CaseFolder;
use std::rc::Rc;

fn texts<'a>(rows: &'a serde_json::Value, key: &str) -> Vec<&'a str> {
    rows.as_array().unwrap().iter().map(|row| row[key].as_str().unwrap()).collect()
}

#[test]
fn an_unknown_answer_leaves_its_rule_pending_and_names_what_is_missing() {
    let mut desk = Desk::open("trinity");
    for question in ["multiple_individuals", "systemic_problem", "media_attention"] {
        desk.answer(question, "no");
    }
    desk.answer("serious_harm", "unknown");
    let rule = desk.of("rules", "escalation_suggested");
    assert_eq!(rule["state"], "pending");
    assert_eq!(words(&rule["missing"]), ["serious_harm"]);
    assert!(rule["leans"].as_str().unwrap().contains("may be"), "the clause's own words lean to yes: {rule}");
    assert_eq!(desk.state("items", "serious_harm"), "unknown", "unknown is not no");

    let receipt = desk.answer("serious_harm", "no");
    assert_eq!(desk.state("rules", "escalation_suggested"), "not-met", "a later answer settles it");
    assert!(
        desk.said(&receipt).changes.iter().any(|change| change.id == "escalation_suggested" && change.to == "Not met")
    );
}

#[test]
fn a_yes_decides_a_rule_although_the_rest_is_unknown() {
    let mut desk = Desk::open("trinity");
    desk.answer("serious_harm", "yes");
    let rule = desk.of("rules", "escalation_suggested");
    assert_eq!(rule["state"], "met");
    assert_eq!(rule["met"][0]["clause"], "ESC-c2");
    assert_eq!(words(&rule["met"][0]["because"]), ["serious_harm = Yes"]);
}

#[test]
fn a_changed_answer_keeps_the_old_one_and_says_what_it_switched_off() {
    let mut desk = Desk::open("trinity");
    desk.answer("multiple_individuals", "yes");
    let receipt = desk.answer("multiple_individuals", "no");
    let said = desk.said(&receipt);
    let change = said.changes.iter().find(|change| change.id == "escalation_suggested").unwrap();
    assert_eq!((change.from.as_str(), change.to.as_str(), change.way), ("Met", "Pending", "off"));
    let track = desk.session.state().answers("multiple_individuals").unwrap();
    assert_eq!((track.all.len(), track.current.len()), (2, 1), "both stand in the log, one counts");
}

#[test]
fn two_answers_that_did_not_see_each_other_are_shown_to_people_and_settled_by_a_third() {
    let mut desk = Desk::open("trinity");
    let mut other = desk.second_session("B. Example");
    let say = |value: &str| say::answer("recalled", value);
    desk.record(say("yes"));
    other.submit(&say("no")).unwrap();
    assert!(desk.session.refresh().unwrap());
    let item = desk.of("items", "recalled");
    assert_eq!(item["state"], "conflict");
    assert_eq!(item["conflict"].as_array().unwrap().len(), 2, "both are named");
    assert_eq!(item["value"], serde_json::Value::Null, "neither counts");

    desk.record(say("no"));
    assert_eq!(desk.state("items", "recalled"), "answered");
    other.refresh().unwrap();
    let seen = other.assessment().item(other.playbook(), "recalled").unwrap();
    assert_eq!(seen.value.as_deref(), Some("No"), "the other laptop agrees");
}

#[test]
fn two_decisions_of_one_seat_that_did_not_see_each_other_are_shown_to_people_and_settled_by_a_third() {
    let mut desk = Desk::open("trinity");
    let mut other = desk.second_session("B. Example");
    let say = |option: &str| say::decided("escalate", option).with(&v::decision::REASON, "Seen on one laptop only.");
    desk.record(say("escalate"));
    other.submit(&say("not_escalate")).unwrap();
    assert!(desk.session.refresh().unwrap());
    let item = desk.of("items", "escalate");
    assert_eq!((item["state"].as_str(), item["conflict"].as_array().unwrap().len()), (Some("conflict"), 2));
    assert!(desk.of("decisions", "escalate")["reason"].is_null(), "neither counts");
    assert_eq!(desk.status()["next"][0]["id"], "escalate", "it is settled first");
    assert_eq!(desk.state("items", "team_it"), "pending");

    desk.record(say("escalate"));
    assert_eq!(desk.state("items", "escalate"), "decided");
    assert_eq!(desk.state("items", "team_it"), "due");
}

#[test]
fn the_order_of_arrival_does_not_change_the_state() {
    let mut desk = Desk::open("trinity");
    let mut other = desk.second_session("B. Example");
    desk.answer("multiple_individuals", "yes");
    let note = say::note("From the second laptop.");
    other.submit(&note).unwrap();
    desk.session.refresh().unwrap();
    other.refresh().unwrap();
    let log =
        |session: &Session| -> Vec<_> { session.state().log.iter().map(|row| row.recorded.id.to_string()).collect() };
    assert_eq!(log(&desk.session), log(&other));
}

#[test]
fn a_deferred_item_comes_back_by_itself_at_its_time_or_with_its_event() {
    let clock = Rc::new(clock());
    struct Shared(Rc<FixedClock>);
    impl Clock for Shared {
        fn read(&self) -> Reading {
            self.0.read()
        }

        fn zone(&self) -> Zone {
            self.0.zone()
        }
    }
    let desk = Desk::open("trinity");
    let folder = CaseFolder::open(&desk.case()).unwrap();
    let mut session = Session::open(folder, "B. Example", Box::new(Shared(clock.clone()))).unwrap();
    let defer = |id: &str, until: &str| say::defer(id, until);
    let standing = |session: &Session, id: &str| session.assessment().item(session.playbook(), id).unwrap().standing;
    session.submit(&defer("how_discovered", "in 30m")).unwrap();
    session.submit(&defer("context", "information_type")).unwrap();
    assert_eq!(standing(&session, "how_discovered"), Standing::Deferred);
    assert_eq!(session.assessment().open.deferred, 2);

    clock.advance(1801);
    session.look();
    let first = &session.assessment().next[0];
    let because = breachbook::page::because::because(&session.view(), first.target);
    assert!(because[0].contains("come back"), "it is the next thing: {because:?}");
    assert_eq!(standing(&session, "context"), Standing::Deferred, "its event has not come");
    let answer = say::answer("information_type", "health");
    session.submit(&answer).unwrap();
    assert_eq!(standing(&session, "context"), Standing::Open);
}

#[test]
fn no_answer_leads_to_the_stand_in_and_one_person_reached_is_credited_where_they_are_next() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    let legal = desk.of("items", "team_legal");
    assert_eq!(legal["state"], "due", "{legal}");
    desk.call("team_legal", "no_answer");
    let status = desk.status();
    let row = |role: &str| {
        let rows = status["contacts"].as_array().unwrap();
        rows.iter().find(|c| c["call"] == "team_legal" && c["role"] == role).unwrap()["state"].clone()
    };
    assert_eq!((row("principal").as_str(), row("deputy").as_str()), (Some("attempted"), Some("due")));

    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    desk.call("team_legal", "reached");
    assert_eq!(desk.state("items", "team_legal"), "reached");
    assert_eq!(desk.state("items", "team_communications"), "covered", "the Principal is first there too");
    assert_eq!(desk.state("items", "team_it"), "due", "there the Principal stands in only after two others");
    desk.call("team_it", "out_of_office");
    desk.call("team_it", "voicemail");
    let role = &desk.call("team_it", "reached").recorded.fact;
    assert!(format!("{role:?}").contains("principal"), "after two others: {role:?}");
    assert_ne!(desk.state("items", "inform_council"), "covered", "another message is another call");
}

#[test]
fn somebody_reached_after_all_counts_although_the_call_was_found_not_to_be_needed() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    let outcome = Deed::RuledOut { reason: "Counsel advises against it for now.".into(), adviser: None };
    desk.record(say::task("inform_commissioner", outcome));
    assert_eq!(desk.state("items", "inform_commissioner"), "ruled-out");
    desk.call("inform_commissioner", "reached");
    assert_eq!(desk.state("items", "inform_commissioner"), "reached");
}

#[test]
fn an_unknown_outcome_or_a_role_outside_the_order_is_refused_with_what_to_do() {
    let mut desk = Desk::open("trinity");
    assert!(desk.refused(call("tell_privacy_officer", "shouted")).contains("voicemail"));
    assert!(desk.refused(call("tell_privacy_oficer", "reached")).contains("role"));
    let wrong = say::answer("escalate", "yes");
    assert!(desk.refused(wrong).contains("is a decision, not a question"));
    let silent = say::decided("escalate", "escalate");
    assert!(desk.refused(silent).contains("whichever way"), "a reason either way");
}

#[test]
fn a_stopwatch_runs_on_the_policys_word_from_discovery_until_the_call() {
    let mut desk = Desk::open("trinity");
    let word = |desk: &Desk| {
        let status = desk.status();
        let clocks = status["clocks"].as_array().unwrap().clone();
        clocks.into_iter().find(|clock| clock["clauses"][0] == "FC-2a").unwrap()
    };
    assert_eq!(word(&desk)["state"], "waiting");
    desk.answer("discovered_at", "about 02:00");
    let running = word(&desk);
    assert_eq!((running["state"].as_str(), running["word"].as_str()), (Some("running"), Some("immediately")));
    assert_eq!((running["elapsed_s"].as_i64(), running["due"].is_null()), (Some(824), true), "no deadline is invented");
    desk.session.submit(&call("tell_privacy_officer", "reached").with(&AT, "02:10")).unwrap();
    let stopped = word(&desk);
    assert_eq!((stopped["state"].as_str(), stopped["elapsed_s"].as_i64()), (Some("stopped"), Some(600)));
}

#[test]
fn a_stopwatch_stops_when_what_it_waits_for_is_found_not_to_be_needed() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    assert_eq!(desk.state("clocks", "clock_contain"), "running");
    let outcome = Deed::RuledOut { reason: "The e-mail is gone; nothing is left to contain.".into(), adviser: None };
    desk.record(say::task("contain_breach", outcome));
    assert_eq!(desk.state("clocks", "clock_contain"), "stopped");
}

#[test]
fn a_stopwatch_on_several_deeds_is_not_stopped_by_one_of_them_that_is_not_needed() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    let outcome = Deed::RuledOut { reason: "The vendor establishes it.".into(), adviser: None };
    desk.record(say::task("establish_cause", outcome));
    desk.decide("notify_individuals", "do_not_notify", "No risk was found.");
    assert_eq!(desk.state("clocks", "clock_steps"), "running", "the breach is not contained");
    desk.done("contain_breach", "The account is locked.");
    assert_eq!(desk.state("clocks", "clock_steps"), "stopped", "what is not needed is not awaited");
}

#[test]
fn saying_the_same_again_moves_no_stopwatch() {
    let mut desk = Desk::open("trinity");
    desk.answer("discovered_at", "01:00");
    let decided = |reason: &str| say::decided("escalate", "escalate").with(&v::decision::REASON, reason);
    desk.session.submit(&call("tell_privacy_officer", "reached").with(&AT, "01:10")).unwrap();
    desk.session.submit(&call("tell_privacy_officer", "reached").with(&AT, "02:00")).unwrap();
    assert_eq!(desk.of("clocks", "clock_tell")["elapsed_s"], 600, "the first talk told it");

    desk.session.submit(&decided("Many are affected.").with(&AT, "01:30")).unwrap();
    let started = desk.of("clocks", "clock_escalate")["started"].clone();
    desk.record(decided("Many are affected, and it may reach the press."));
    assert_eq!(desk.of("clocks", "clock_escalate")["started"], started, "a better reason restarts nothing");
    desk.session.submit(&decided("The first entry had the wrong time.").with(&AT, "01:20")).unwrap();
    assert_ne!(desk.of("clocks", "clock_escalate")["started"], started, "a stated time is a correction");
}

#[test]
fn nobody_is_led_to_what_is_only_permitted_before_what_is_asked() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    let place = |desk: &Desk, id: &str| texts(&desk.status()["next"], "id").iter().position(|n| *n == id);
    assert!(place(&desk, "team_it_external") > place(&desk, "contain_breach"));
    let duties = desk.status()["open"]["duties"].clone();
    desk.call("team_it_external", "no_answer");
    assert_eq!(desk.state("items", "team_it_external"), "attempted");
    assert_eq!(desk.status()["open"]["duties"], duties, "trying makes no duty of it");
    assert!(place(&desk, "team_it_external") > place(&desk, "contain_breach"));
}

#[test]
fn what_stands_in_the_way_of_a_task_comes_before_it() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "not_escalate", "Minor.");
    let next = desk.status()["next"].clone();
    let ids = texts(&next, "id");
    assert!(ids.contains(&"filing_site") && !ids.contains(&"file_report"), "{ids:?}");
    let waits = desk.of("items", "file_report");
    assert_eq!((&waits["state"], &waits["waits"]["reason"]), (&"held".into(), &"after".into()));
    assert_eq!(words(&waits["waits"]["on"]), ["filing_site"]);
    assert!(waits["waits"]["say"].as_str().unwrap().contains("Decide where records are filed first"), "{waits}");
}

#[test]
fn a_suggestion_for_what_is_not_known_waits_until_it_was_asked() {
    let mut desk = Desk::open("trinity");
    for question in ["multiple_individuals", "serious_harm", "systemic_problem"] {
        desk.answer(question, "no");
    }
    let suggested = |desk: &Desk| desk.of("decisions", "escalate")["suggestions"].clone();
    assert!(suggested(&desk).as_array().unwrap().is_empty(), "nobody was asked about attention yet");
    desk.answer("media_attention", "unknown");
    assert_eq!(texts(&suggested(&desk), "option"), ["escalate"]);
}

#[test]
fn a_reason_is_something_known_and_reads_as_a_sentence() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Serious.");
    let status = desk.status();
    let contain = status["next"].as_array().unwrap().iter().find(|next| next["id"] == "contain_breach").unwrap();
    assert_eq!(
        words(&contain["because"])[1..],
        ["Because: Escalate to the Data Breach Response Team? Escalate to the response team."]
    );
}

#[test]
fn closing_lists_everything_open_and_wants_a_reason_to_close_anyway() {
    let mut desk = Desk::open("trinity");
    let close = |reason: Option<&str>, anyway: bool| {
        say::close("Privacy Officer")
            .with_some(&v::close::REASON, reason.map(Into::into))
            .with_some(&v::close::ANYWAY, anyway.then(|| ON.to_owned()))
    };
    let refusal = desk.refused(close(None, false));
    assert!(refusal.contains("tell_privacy_officer") && refusal.contains("anyway"), "{refusal}");
    assert!(desk.refused(close(None, true)).contains("no reason"));
    desk.record(close(Some("A false alarm."), true));
    assert_eq!(desk.status()["state"], "closed");
    let answer = say::answer("recalled", "yes");
    assert!(desk.refused(answer).contains("closed"));
    desk.record(say::reopen("New facts."));
    assert_eq!(desk.status()["state"], "open");
}

#[test]
fn an_event_in_the_future_is_refused_and_a_late_entry_says_so() {
    let mut desk = Desk::open("trinity");
    let answer = say::answer("recalled", "yes");
    let refused = desk.session.submit(&answer.clone().with(&AT, "in 2h")).unwrap_err().to_string();
    assert!(refused.contains("future"), "{refused}");
    let late = desk.session.submit(&answer.clone().with(&AT, "yesterday 23:40")).unwrap();
    assert!(late.recorded.is_late());
    assert_eq!(late.recorded.happened().short_in(desk.session.now()), "21 Nov 23:40");
}

#[test]
fn a_case_that_is_opened_again_shows_the_same_picture() {
    let mut desk = Desk::open("trinity");
    desk.answer("multiple_individuals", "yes");
    desk.call("tell_privacy_officer", "voicemail");
    let again = desk.second_session("B. Example");
    assert_eq!(again.assessment(), desk.session.assessment());
    assert_eq!(texts(&desk.status()["next"], "id")[0], "tell_privacy_officer");
}

#[test]
fn many_short_sessions_need_one_note_each_and_not_one_for_every_other() {
    let desk = Desk::open("trinity");
    // Each command of a script is a session of its own, which notes what it has seen of all others.
    for _ in 0..20 {
        let note = say::note("Still here.");
        desk.second_session("Script").submit(&note).unwrap();
    }
    let journals = desk.session.folder().read().unwrap();
    let notes = journals.files.iter().filter_map(|file| file.scan.header.as_ref()).map(|h| h.header.saw.len());
    assert_eq!(notes.max(), Some(1), "a note of the latest head is a note of all before it");
    let seen = desk.second_session("B. Example");
    let order: Vec<_> = seen.state().log.iter().map(|row| row.past.own()).collect();
    let last = seen.state().log.last().unwrap();
    assert!(order.iter().all(|entry| last.past.saw(*entry)), "and its writer has seen them all");
}
