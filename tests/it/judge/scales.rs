//! Scales with gaps, lanes that are held, stopwatches that rest, and seats that disagree, as a user of the status sees them.

use crate::support::desk::{Desk, words};
use crate::support::say::{self, v};
use breachbook::record::common::AT;

fn desk() -> Desk {
    Desk::open_text("scale", include_str!("scale.toml"))
}

fn said_at(desk: &mut Desk, question: &str, value: &str, at: &str) {
    let command = say::answer(question, value);
    desk.session.submit(&command.clone().with(&AT, at)).unwrap();
}

/// What the scale says after these answers: level, state, possible levels, clauses that are met, how the plan stands.
fn outcome(catalogue: &str, perhaps: &str, readers: &str) -> (String, String, String, String, String) {
    let mut desk = desk();
    for (question, value) in [("catalogue", catalogue), ("perhaps_catalogue", perhaps), ("readers", readers)] {
        desk.answer(question, value);
    }
    let scale = desk.of("scales", "impact");
    let met = scale["met"].as_array().unwrap().iter().map(|met| met["clause"].as_str().unwrap());
    (
        scale["level"].as_str().unwrap_or("none").into(),
        scale["state"].as_str().unwrap().into(),
        words(&scale["possible"]).join(" "),
        met.collect::<Vec<_>>().join(" "),
        desk.state("items", "plan"),
    )
}

#[test]
fn the_highest_level_that_is_met_counts_and_nothing_unknown_is_taken_for_no() {
    let rows = [
        ("yes", "no", "unknown", ("large", "decided-by-rule", "large", "IC-1a", "open")),
        ("no", "no", "101", ("large", "decided-by-rule", "large", "IC-1b", "open")),
        ("no", "yes", "101", ("large", "decided-by-rule", "large", "IC-1b IC-2a", "open")),
        ("no", "no", "100", ("none", "gap", "large medium", "", "open")),
        ("no", "yes", "100", ("medium", "decided-by-rule", "medium", "IC-2a", "open")),
        ("no", "no", "99", ("medium", "decided-by-rule", "medium", "IC-2b", "open")),
        ("no", "no", "11", ("medium", "decided-by-rule", "medium", "IC-2b", "open")),
        ("no", "no", "10", ("none", "gap", "medium small", "", "pending")),
        ("no", "yes", "10", ("medium", "decided-by-rule", "medium", "IC-2a", "open")),
        ("no", "no", "9", ("small", "decided-by-rule", "small", "IC-3", "not-applicable")),
        ("no", "no", "0", ("small", "decided-by-rule", "small", "IC-3", "not-applicable")),
        ("no", "yes", "5", ("medium", "decided-by-rule", "medium", "IC-2a IC-3", "open")),
        ("no", "yes", "unknown", ("medium", "pending", "large medium", "IC-2a", "open")),
        ("no", "no", "unknown", ("none", "pending", "large medium small", "", "pending")),
        ("unknown", "no", "50", ("medium", "pending", "large medium", "IC-2b", "open")),
        ("unknown", "no", "5", ("small", "pending", "large small", "IC-3", "pending")),
        ("unknown", "no", "100", ("none", "pending", "large medium", "", "open")),
        ("no", "no", "80 to 120", ("none", "pending", "large medium", "", "open")),
        ("no", "no", "5 to 12", ("none", "pending", "medium small", "", "pending")),
        ("no", "no", "12 to 90", ("medium", "decided-by-rule", "medium", "IC-2b", "open")),
    ];
    for (catalogue, perhaps, readers, (level, state, possible, met, plan)) in rows {
        let wanted = [level, state, possible, met, plan].map(String::from);
        let found = <[String; 5]>::from(outcome(catalogue, perhaps, readers));
        assert_eq!(found, wanted, "catalogue {catalogue}, perhaps {perhaps}, readers {readers}");
    }
}

#[test]
fn in_a_gap_people_decide_and_a_later_answer_outside_it_takes_the_level_back() {
    let mut desk = desk();
    for question in ["catalogue", "perhaps_catalogue"] {
        desk.answer(question, "no");
    }
    assert_eq!(desk.state("items", "level_in_gap"), "pending", "nobody is asked before it is a gap");
    desk.answer("readers", "10");
    let scale = desk.of("scales", "impact");
    assert_eq!(scale["suggestion"], "medium");
    assert!(scale["gap"][0]["say"].as_str().unwrap().contains("Exactly 10"));
    assert_eq!(words(&scale["missing"]), Vec::<&str>::new());
    assert_eq!(desk.state("items", "level_in_gap"), "open");
    let refusal = desk.refused(say::decided("level_in_gap", "large").with(&v::decision::REASON, "To be safe."));
    assert!(refusal.contains("It lies between: Medium (medium) and Small (small)."), "{refusal}");
    desk.decide("level_in_gap", "small", "Ten readers, one evening.");
    let scale = desk.of("scales", "impact");
    assert_eq!((scale["level"].as_str(), scale["state"].as_str()), (Some("small"), Some("decided-by-person")));
    assert_eq!(desk.state("items", "plan"), "not-applicable");
    desk.answer("readers", "11");
    assert_eq!(desk.of("scales", "impact")["level"], "medium", "the policy's own level counts again");
    assert_eq!(desk.state("items", "plan"), "open");
}

#[test]
fn a_count_in_a_gap_is_noted_although_another_element_gives_the_level() {
    let mut desk = desk();
    for (question, value) in [("catalogue", "no"), ("perhaps_catalogue", "yes"), ("readers", "100")] {
        desk.answer(question, value);
    }
    let scale = desk.of("scales", "impact");
    assert_eq!(scale["notes"][0]["say"], "Exactly 100 is in no level.");
    assert_eq!(scale["suggestion"], serde_json::Value::Null);
}

#[test]
fn a_held_lane_waits_while_others_go_on_and_holds_up_the_closing() {
    let mut desk = desk();
    assert_eq!(desk.state("items", "ask_around"), "open");
    desk.answer("police_decide", "yes");
    let phase = desk.of("phases", "inquiry");
    assert_eq!((phase["state"].as_str(), phase["held"].as_u64()), (Some("held"), Some(1)));
    assert_eq!(desk.state("items", "ask_around"), "held");
    let status = desk.status();
    assert!(!status["next"].as_array().unwrap().iter().any(|next| next["id"] == "ask_around"));
    assert_eq!(status["open"]["held"], 1);
    let refusal = desk.refused(say::close("Head librarian"));
    assert!(refusal.contains("ask_around: Ask everybody who was there (held)"), "{refusal}");
    desk.done("ask_around", "A. Ruiz told what she saw, without being asked.");
    assert_eq!(desk.state("items", "ask_around"), "done", "what is recorded all the same counts");
    desk.answer("police_decide", "no");
    assert_eq!(desk.state("phases", "inquiry"), "settled");
}

#[test]
fn a_stopwatch_rests_from_the_moment_the_ground_arose_and_goes_on_when_it_is_gone() {
    let mut desk = desk();
    desk.answer("detected_at", "2026-11-21 20:13:44");
    let clock = desk.of("clocks", "notice");
    assert_eq!((clock["state"].as_str(), clock["elapsed_s"].as_i64()), (Some("running"), Some(6 * 3600)));
    said_at(&mut desk, "police_ask_delay", "yes", "2026-11-21 21:13:44");
    let clock = desk.of("clocks", "notice");
    assert_eq!((clock["state"].as_str(), clock["elapsed_s"].as_i64()), (Some("suspended"), Some(3600)));
    assert_eq!(clock["paused_by"][0]["say"], "The police ask for a delay");
    said_at(&mut desk, "police_ask_delay", "no", "2026-11-22 00:13:44");
    let clock = desk.of("clocks", "notice");
    assert_eq!((clock["state"].as_str(), clock["elapsed_s"].as_i64()), (Some("running"), Some(3 * 3600)));
    assert_eq!(clock["suspended_s"], 3 * 3600);
}

#[test]
fn seats_that_disagree_are_shown_as_split_and_decide_nothing() {
    let mut desk = desk();
    let decide = |desk: &mut Desk, role: &str, option: &str| {
        desk.record(
            say::decided("tell_readers", option)
                .with(&v::decision::SEAT, role)
                .with(&v::decision::REASON, "As discussed."),
        );
    };
    decide(&mut desk, "head", "tell");
    assert_eq!(desk.state("items", "settle_split"), "pending", "one of two is no disagreement");
    decide(&mut desk, "deputy", "do_not_tell");
    assert_eq!(desk.state("items", "settle_split"), "open");
    let decision = desk.of("decisions", "tell_readers");
    assert_eq!((decision["value"].as_str(), decision["quorum"].as_str()), (None, Some("not stated")));
    decide(&mut desk, "deputy", "tell");
    assert_eq!(desk.state("items", "settle_split"), "not-applicable");
}
