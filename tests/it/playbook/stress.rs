//! Playbooks that stress the format, written from the manual alone, and what happens on them: a task every half hour with a follow-up,
//! a law clock with phases and exceptions, something that goes on and is put off.

use crate::support::program::{Home, of, state};
use serde_json::Value;

fn start(home: &Home, name: &str) -> String {
    let path = format!("{}/tests/playbooks/good/{name}.toml", env!("CARGO_MANIFEST_DIR"));
    home.start_on(&path, &["--title", "Something happened"])
}

/// Whether an item is to be looked at again.
fn marked(status: &Value, id: &str) -> bool {
    of(status, "items", id)["look_again"].as_array().is_some_and(|marks| !marks.is_empty())
}

fn decide(home: &Home, case: &str, id: &str, option: &str, more: &[&str]) {
    let seat = if id == "state" { "head" } else { "director" };
    let base = ["decision", id, option, "--role", seat, "--reason", "As was said."];
    home.record(case, &[&base, more].concat());
}

#[test]
fn a_check_of_every_half_hour_is_asked_again_until_the_matter_is_closed() {
    let home = Home::new();
    let case = start(&home, "watch");
    home.record(&case, &["task", "check_gateway", "done", "Nothing.", "--at", "40m ago"]);
    assert_eq!(state(&home.status(&case), "items", "check_gateway"), "open", "40 minutes have passed");
    home.record(&case, &["task", "check_gateway", "done", "Nothing.", "--at", "10m ago"]);
    assert_eq!(state(&home.status(&case), "items", "check_gateway"), "done");
    // Each new thing is told anew.
    home.record(&case, &["answer", "something_new", "A sign-in from abroad."]);
    home.record(&case, &["call", "tell_new", "reached", "--person", "K. Example"]);
    home.record(&case, &["answer", "something_new", "A rule that forwards mail."]);
    assert_eq!(state(&home.status(&case), "items", "tell_new"), "due");
    // To watch on is looked at again after four hours; once clean, nothing is checked any more.
    decide(&home, &case, "state", "watch_on", &["--at", "5h ago"]);
    assert!(marked(&home.status(&case), "state"));
    decide(&home, &case, "state", "clean", &[]);
    home.record(&case, &["task", "check_gateway", "done", "Nothing.", "--at", "40m ago"]);
    assert_eq!(state(&home.status(&case), "items", "check_gateway"), "done");
}

#[test]
fn a_follow_up_has_its_thirty_days_and_what_it_finds_begins_the_watch_anew() {
    let home = Home::new();
    let case = start(&home, "watch");
    assert_eq!(state(&home.status(&case), "clocks", "once_more"), "waiting");
    decide(&home, &case, "state", "clean", &[]);
    let clock = of(&home.status(&case), "clocks", "once_more");
    assert_eq!(clock["state"], "running");
    assert!(clock["due"].is_string(), "{clock}");
    home.record(&case, &["task", "go_through_logs", "done", "All of November."]);
    home.record(&case, &["answer", "found_later", "trace"]);
    let status = home.status(&case);
    assert_eq!(state(&status, "items", "state"), "open", "the watch begins anew");
    decide(&home, &case, "state", "clean", &[]);
    let status = home.status(&case);
    assert_eq!(state(&status, "items", "go_through_logs"), "open", "and so do the 30 days");
    home.record(&case, &["task", "go_through_logs", "done", "All of December."]);
    assert_eq!(state(&home.status(&case), "items", "found_later"), "open");
}

#[test]
fn seventy_two_hours_run_from_awareness_and_a_late_notice_needs_its_reasons() {
    let home = Home::new();
    let case = start(&home, "charity");
    home.record(&case, &["answer", "aware", "80h ago"]);
    assert_eq!(
        state(&home.status(&case), "clocks", "notice"),
        "maybe",
        "in sight while nobody knows whether it is owed"
    );
    home.answers(&case, &[("breach", "yes"), ("joint", "yes"), ("partner_agreed", "no"), ("risk", "unlikely")]);
    let advised = ["--adviser", "Data protection officer"];
    decide(&home, &case, "accept", "notify", &advised);
    let status = home.status(&case);
    assert_eq!(state(&status, "rules", "notice_owed"), "met");
    assert_eq!(state(&status, "items", "why_late"), "open", "80 hours are more than 72");
    assert_eq!(state(&status, "items", "reasons_given"), "held", "the reasons come first");
    home.record(&case, &["task", "first_notice", "done", "Portal, reference 12; the number is not known yet."]);
    let clock = of(&home.status(&case), "clocks", "notice");
    assert!(clock["late_s"].as_u64().is_some_and(|late| late >= 8 * 3600), "{clock}");
    home.record(&case, &["answer", "why_late", "The laptop was missed on Monday only."]);
    home.record(&case, &["task", "reasons_given", "done", "With the notice."]);
    // What was notified changes: both notices say so, each in its way.
    home.answers(&case, &[("persons", "140"), ("all_given", "no")]);
    home.record(&case, &["task", "further_notice", "done", "140 persons."]);
    home.record(&case, &["answer", "persons", "9000"]);
    let status = home.status(&case);
    assert_eq!(state(&status, "items", "further_notice"), "open", "the next phase");
    assert_eq!(state(&status, "items", "first_notice"), "done");
}

#[test]
fn an_exception_takes_the_notice_away_and_falls_when_what_it_rests_on_changes() {
    let home = Home::new();
    let case = start(&home, "charity");
    home.answers(&case, &[("aware", "2h ago"), ("breach", "yes"), ("joint", "yes"), ("partner_agreed", "yes")]);
    assert_eq!(state(&home.status(&case), "rules", "notice_owed"), "not-met");
    home.answers(&case, &[("partner_agreed", "no"), ("risk", "unlikely"), ("persons", "12")]);
    decide(&home, &case, "accept", "accepted", &["--adviser", "Data protection officer"]);
    let status = home.status(&case);
    assert_eq!(state(&status, "rules", "notice_owed"), "not-met");
    assert_eq!(state(&status, "clocks", "notice"), "not-applicable");
    home.answers(&case, &[("persons", "1200")]);
    let status = home.status(&case);
    assert_eq!(state(&status, "items", "accept"), "open", "accepted for 12, not for 1,200");
    assert_eq!(state(&status, "clocks", "notice"), "maybe");
}

#[test]
fn what_goes_on_can_be_put_off_and_is_offered_after_what_is_open() {
    let home = Home::new();
    let case = start(&home, "defer");
    home.record(&case, &["task", "check30", "done", "The queue."]);
    assert_eq!(state(&home.status(&case), "items", "check30"), "continuing");
    assert_eq!(state(&home.status(&case), "items", "other"), "open");
}
