//! Where one bar of the policy ends and the next begins: suspicion, signs, might have been, exposed, threatens.

use crate::modot::night::{Night, state};
use crate::support::program::{of, words};

const SIGNS: [&str; 4] = ["tampered_cabinets", "tampered_lockers", "confidential_exposed", "other_indication"];

#[test]
fn the_first_thing_is_the_call_to_audits_and_investigations_with_its_number() {
    let night = Night::begin();
    let status = night.status();
    assert_eq!(status["next"][0]["id"], "call_ai");
    assert_eq!(words(&status["next"][0]["clauses"]), ["P3", "P3a", "P3b", "P5"]);
    let contacts = status["contacts"].as_array().unwrap();
    let ai = contacts.iter().find(|row| row["call"] == "call_ai").unwrap();
    assert_eq!((ai["role"].as_str(), ai["state"].as_str()), (Some("ai"), Some("due")));
    let walked = night.shown("call_ai");
    assert!(walked.contains("573-751-7446"), "{walked}");
    night.record(&["call", "call_ai", "no_answer"]);
    assert_eq!(night.status()["next"][0]["id"], "call_ai", "nobody stands in: the same number again");
    night.reached(&["call_ai"]);
    assert_eq!(night.item("call_ai"), "reached");
}

#[test]
fn immediately_runs_from_the_suspicion_until_audits_and_investigations_is_reached_and_has_no_hours() {
    let night = Night::begin();
    let clock = |id: &str| of(&night.status(), "clocks", id);
    assert_eq!(clock("clock_ai")["state"], "waiting");
    night.answers(&[("suspected_at", "40m ago")]);
    let running = clock("clock_ai");
    assert_eq!((running["state"].as_str(), running["word"].as_str()), (Some("running"), Some("immediately")));
    assert!(running["due"].is_null() && running["elapsed_s"].as_i64().unwrap() >= 2400, "{running}");
    night.record(&["call", "call_ai", "voicemail"]);
    assert_eq!(clock("clock_ai")["state"], "running", "a voicemail tells nobody");
    night.reached(&["call_ai"]);
    assert_eq!(clock("clock_ai")["state"], "stopped");

    assert_eq!(clock("clock_leader")["state"], "running", "it is reported now");
    night.answers(&[("where_occurred", "Northwest District\nMotor Carrier Services")]);
    night.reached_for("notify_leader", &["Northwest District"]);
    let clock = of(&night.status(), "clocks", "clock_leader");
    assert_eq!((clock["state"].as_str(), clock["due"].is_null()), (Some("running"), true), "one place of two");
    night.reached_for("notify_leader", &["Motor Carrier Services"]);
    assert_eq!(state(&night.status(), "clocks", "clock_leader"), "stopped");
}

#[test]
fn suspecting_is_enough_for_the_call_and_not_knowing_is_not_no() {
    let night = Night::begin();
    assert_eq!(night.rule("call_owed"), "pending");
    night.answers(&[("suspects_theft_or_access", "unknown")]);
    assert_eq!(night.rule("call_owed"), "pending");
    assert_eq!(night.item("call_ai"), "due", "the call waits for no answer");
    night.answers(&[("suspects_theft_or_access", "yes")]);
    assert_eq!(night.rule("call_owed"), "met");
    night.answers(&[("suspects_theft_or_access", "no")]);
    assert_eq!(night.rule("call_owed"), "not-met");
    assert_eq!(night.item("call_ai"), "due", "a sign may be reported all the same");
}

#[test]
fn each_sign_alone_must_be_reported_without_any_suspicion_of_theft() {
    let night = Night::begin();
    night.answers(&[("suspects_theft_or_access", "no")]);
    for sign in SIGNS {
        night.answers(&SIGNS.map(|id| (id, if id == sign { "yes" } else { "no" })));
        let status = night.status();
        let rule = of(&status, "rules", "signs_reported");
        assert_eq!(rule["state"], "met", "{sign}");
        assert_eq!(rule["met"].as_array().unwrap().len(), 1, "{rule}");
        assert_eq!(rule["effect"], "duty");
        assert_eq!(state(&status, "rules", "call_owed"), "not-met");
        assert_eq!(state(&status, "items", "call_ai"), "due");
        assert_eq!(state(&status, "items", "investigate"), "open", "AI investigates everything that is reported");
    }
}

#[test]
fn might_have_been_leans_to_yes_while_it_is_not_known() {
    let night = Night::begin();
    night.answers(&SIGNS.map(|id| (id, if id == "other_indication" { "unknown" } else { "no" })));
    let rule = of(&night.status(), "rules", "signs_reported");
    assert_eq!((rule["state"].as_str(), words(&rule["missing"])), (Some("pending"), vec!["other_indication"]));
    assert!(rule["leans"].as_str().unwrap().contains("might have been"), "{rule}");
    night.answers(&[("other_indication", "no")]);
    assert_eq!(night.rule("signs_reported"), "not-met");
}

#[test]
fn lost_counts_like_stolen_paper_like_electronic_and_misuse_inside_like_outside() {
    let night = Night::begin();
    for what in ["stolen", "lost", "accessed"] {
        night.answers(&[("what_happened", what), ("what_is_affected", "paper")]);
        assert_eq!(night.rule("theft_or_access"), "met", "{what}");
        assert_eq!(night.rule("criminal_conduct"), "not-met", "{what}");
    }
    night.answers(&[("what_happened", "break_in"), ("what_is_affected", "unknown")]);
    assert_eq!(night.rule("criminal_conduct"), "met", "breaking and entering is enough");
    night.answers(&[("what_happened", "stolen")]);
    assert_eq!(night.rule("criminal_conduct"), "pending", "a stolen what?");
    night.answers(&[("what_is_affected", "device")]);
    assert_eq!(night.rule("criminal_conduct"), "met");
    assert_eq!(night.item("law_enforcement"), "to-be-decided", "the term has no consequence in the policy");
}

#[test]
fn infrastructure_data_stolen_or_exposed_makes_alerting_local_police_a_duty_for_each_place() {
    let night = Night::begin();
    assert_eq!(night.item("alert_local_police"), "pending");
    night.answers(&[("infrastructure_data", "unknown")]);
    assert_eq!((night.rule("alert_owed"), night.item("alert_local_police")), ("pending".into(), "pending".into()));
    night.answers(&[("infrastructure_data", "yes"), ("infrastructure_places", "Boone County\nCallaway County")]);
    let status = night.status();
    assert_eq!(of(&status, "rules", "alert_owed")["verb"], "shall");
    assert_eq!(state(&status, "rules", "alert_owed"), "met");
    assert_eq!(state(&status, "items", "alert_local_police"), "due");
    assert_eq!(state(&status, "documents", "police_alert"), "needed");
    night.not_needed("law_enforcement", "AI sees no need yet");
    assert_eq!(night.item("alert_local_police"), "due", "the agency that investigates is another matter");
    night.answers(&[("infrastructure_details", "Drawings of the river bridge: structural weak points")]);
    night.reached_for("alert_local_police", &["Boone County"]);
    let status = night.status();
    assert_ne!(state(&status, "items", "alert_local_police"), "reached", "one county of two");
    assert_eq!(state(&status, "documents", "police_alert"), "drafted");
    night.reached_for("alert_local_police", &["Callaway County"]);
    let status = night.status();
    assert_eq!(state(&status, "items", "alert_local_police"), "reached");
    assert_eq!(state(&status, "documents", "police_alert"), "final");
    night.answers(&[("infrastructure_data", "no")]);
    assert_eq!(night.rule("alert_owed"), "not-met");
}

#[test]
fn precautions_for_customers_need_no_theft_and_no_infrastructure_data() {
    let night = Night::begin();
    night.answers(&[("infrastructure_data", "no"), ("suspects_theft_or_access", "no"), ("attack_possible", "unknown")]);
    let rule = of(&night.status(), "rules", "precautions_owed");
    assert_eq!((rule["state"].as_str(), words(&rule["missing"])), (Some("pending"), vec!["attack_possible"]));
    assert!(rule["leans"].as_str().unwrap().contains("might"), "{rule}");
    night.answers(&[("attack_possible", "yes")]);
    let status = night.status();
    assert_eq!(state(&status, "rules", "precautions_owed"), "met");
    assert_eq!(state(&status, "items", "protect_customers"), "open");
    assert_eq!(state(&status, "items", "alert_local_police"), "not-applicable", "that bar is higher");
    night.answers(&[("attack_possible", "no")]);
    assert_eq!(night.item("protect_customers"), "not-applicable");
    night.answers(&[("infrastructure_data", "yes")]);
    assert_eq!(night.item("protect_customers"), "not-applicable", "and each stands on its own");
}

#[test]
fn message_boards_may_be_changed_once_exclusive_control_is_threatened() {
    let night = Night::begin();
    assert_eq!(night.item("message_boards"), "pending");
    night.answers(&[("boards_threatened", "no")]);
    assert_eq!(
        (night.item("message_boards"), night.rule("boards_permitted")),
        ("not-applicable".into(), "not-met".into())
    );
    night.answers(&[("boards_threatened", "yes")]);
    let status = night.status();
    let rule = of(&status, "rules", "boards_permitted");
    assert_eq!(
        (rule["state"].as_str(), rule["verb"].as_str(), rule["effect"].as_str()),
        (Some("met"), Some("may"), Some("opens"))
    );
    assert_eq!(state(&status, "items", "boards_guidance"), "open", "IS and OCS are asked");
    assert_eq!(state(&status, "items", "message_boards"), "open");
    assert_eq!(state(&status, "items", "change_boards"), "pending", "nothing is owed before it is decided");
    let asked = night.shown("boards_threatened");
    assert!(asked.contains("already lost is threatened"), "control that is gone is within \"threatens\": {asked}");
    night.answers(&[("boards_guidance", "IS and OCS: take the two on I-70 off the network")]);
    night.boards("modify");
    assert_eq!(night.item("change_boards"), "open");
}

#[test]
fn everything_reported_is_investigated_and_no_answer_closes_a_case_as_minor() {
    let night = Night::begin();
    night.answers(&[("severity_cco", "Trifling"), ("severity_ai", "Trifling"), ("severity_is", "Trifling")]);
    night.answers(&[("magnitude", "Small: one name on one sheet")]);
    let status = night.status();
    assert_eq!(state(&status, "items", "investigate"), "open");
    assert_eq!(state(&status, "items", "involve_cco"), "due");
    assert_eq!(state(&status, "items", "involve_is"), "due");
    assert_eq!(status["state"], "open");
}

#[test]
fn encryption_and_residence_change_nothing_and_the_silence_says_so() {
    let night = Night::begin();
    night.answers(&[
        ("suspects_theft_or_access", "yes"),
        ("affected_items", "Laptop 4711; kind=laptop; owner=Design; encrypted=yes"),
    ]);
    assert_eq!(night.rule("call_owed"), "met");
    let status = night.status();
    for silence in ["encryption", "residence", "notice_delay"] {
        assert_eq!(of(&status, "silences", silence)["applies"], true, "{silence}");
    }
    for clock in status["clocks"].as_array().unwrap() {
        assert!(clock["due"].is_null(), "{clock}");
    }
}
