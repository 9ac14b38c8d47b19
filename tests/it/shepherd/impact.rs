//! The impact category, at every boundary of its head-counts and databases, and what follows from it.

use crate::shepherd::night::{Night, Seen};

/// Records core database, potentially database related, and the number of affected users.
fn judged(night: &Night, core: &str, potentially: &str, users: &str) -> Seen {
    night.answers(&[("core_database", core), ("potentially_database", potentially), ("affected_users", users)]);
    night.status()
}

fn level(seen: &Seen) -> (String, String) {
    seen.level("impact")
}

fn pair(level: &str, state: &str) -> (String, String) {
    (level.to_owned(), state.to_owned())
}

#[test]
fn the_highest_arm_that_is_met_gives_the_category_and_every_met_arm_is_shown() {
    let night = Night::open();
    for (core, potentially, users, category, arms) in [
        ("yes", "no", "unknown", "critical_major", &["IC-1a"][..]),
        ("yes", "yes", "5", "critical_major", &["IC-1a"]),
        ("no", "no", "101", "critical_major", &["IC-1b"]),
        ("no", "yes", "101", "critical_major", &["IC-1b", "IC-2a"]),
        ("no", "no", "99", "moderate", &["IC-2b"]),
        ("no", "no", "11", "moderate", &["IC-2b"]),
        ("no", "yes", "11", "moderate", &["IC-2a", "IC-2b"]),
        ("no", "no", "9", "minor", &["IC-3"]),
        ("no", "no", "0", "minor", &["IC-3"]),
        ("no", "yes", "0", "moderate", &["IC-2a", "IC-3"]),
        ("no", "yes", "9", "moderate", &["IC-2a", "IC-3"]),
    ] {
        let seen = judged(&night, core, potentially, users);
        let row = format!("core {core}, potentially {potentially}, users {users}");
        assert_eq!(level(&seen), pair(category, "decided-by-rule"), "{row}");
        let met = seen.met("scales", "impact");
        for arm in arms {
            assert!(met.iter().any(|clause| clause == arm), "{row}: {arm} in {met:?}");
        }
    }
}

#[test]
fn exactly_100_is_a_gap_in_which_only_the_label_differs() {
    let night = Night::open();
    let seen = judged(&night, "no", "no", "100");
    assert_eq!(level(&seen), pair("none", "gap"));
    let scale = seen.of("scales", "impact");
    assert_eq!(scale["suggestion"], "critical_major");
    assert!(scale["gap"][0]["say"].as_str().unwrap().contains("only the label differs"));
    assert_eq!(seen.item("campus_plan"), "open", "the duties are the same either way");
    assert_eq!(seen.rule("postmortem_due"), "met");
    assert!(seen.is_next("impact_in_gap"));
    night.decide("impact_in_gap", "moderate", &["ciso"], "No core system.");
    assert_eq!(level(&night.status()), pair("moderate", "decided-by-person"));
}

#[test]
fn exactly_10_is_a_gap_in_which_the_choice_decides_what_applies() {
    let night = Night::open();
    let seen = judged(&night, "no", "no", "10");
    assert_eq!(level(&seen), pair("none", "gap"));
    let scale = seen.of("scales", "impact");
    assert_eq!(scale["suggestion"], "moderate");
    let say = scale["gap"][0]["say"].as_str().unwrap();
    for words in ["stakeholder plan", "communication to the public", "postmortem"] {
        assert!(say.contains(words), "{say}");
    }
    for item in ["campus_plan", "public_plan", "recommendations"] {
        assert_eq!(seen.item(item), "pending", "{item} is not absent");
    }
    night.decide("impact_in_gap", "minor", &["ciso"], "Ten library cards.");
    let seen = night.status();
    assert_eq!(level(&seen), pair("minor", "decided-by-person"));
    assert_eq!(seen.item("campus_plan"), "not-applicable");
    night.decide("impact_in_gap", "moderate", &["ciso"], "One of them is a minor.");
    let seen = night.status();
    assert_eq!(level(&seen), pair("moderate", "decided-by-person"));
    for item in ["campus_plan", "public_plan", "recommendations"] {
        assert_eq!(seen.item(item), "open", "{item}");
    }
}

#[test]
fn a_database_makes_10_and_100_moderate_with_a_note_that_the_count_is_in_no_tier() {
    let night = Night::open();
    for users in ["10", "100"] {
        let seen = judged(&night, "no", "yes", users);
        assert_eq!(level(&seen), pair("moderate", "decided-by-rule"), "{users}");
        let note = seen.of("scales", "impact")["notes"][0]["say"].as_str().unwrap().to_owned();
        assert!(note.contains(&format!("exactly {users} affected users in no category")), "{note}");
        assert_eq!(seen.item("impact_in_gap"), "not-applicable", "nothing is left to decide");
    }
}

#[test]
fn what_is_not_known_stays_open_and_keeps_duties_pending() {
    let night = Night::open();
    let seen = judged(&night, "no", "no", "unknown");
    assert_eq!(level(&seen).1, "pending");
    assert_eq!(seen.item("campus_plan"), "pending");
    assert_eq!(seen.rule("postmortem_due"), "pending");

    let seen = judged(&night, "no", "yes", "unknown");
    assert_eq!(level(&seen), pair("moderate", "pending"), "at least moderate");
    let possible = seen.of("scales", "impact")["possible"].clone();
    assert_eq!(possible, serde_json::json!(["critical_major", "moderate"]));
    assert_eq!(seen.item("campus_plan"), "open", "owed either way");

    let seen = judged(&night, "unknown", "no", "50");
    assert_eq!(level(&seen), pair("moderate", "pending"), "critical if the core database is involved");
    let missing = seen.of("scales", "impact")["missing"].clone();
    assert_eq!(missing, serde_json::json!(["core_database"]));

    let seen = judged(&night, "no", "no", "80 to 120");
    assert_eq!(level(&seen).1, "pending", "a range is an answer, not an error");
    assert_eq!(seen.item("campus_plan"), "open", "critical or moderate, the duties are the same");

    let seen = judged(&night, "no", "no", "5 to 20");
    assert_eq!((level(&seen).1.as_str(), seen.item("campus_plan").as_str()), ("pending", "pending"));
}

#[test]
fn the_highest_of_several_data_classes_counts() {
    let night = Night::open();
    for (ticked, class) in [
        ("public", "public"),
        ("public, sensitive", "sensitive"),
        ("sensitive, confidential", "confidential"),
        ("public, confidential, restricted", "restricted"),
    ] {
        night.answers(&[("data_classes", ticked)]);
        assert_eq!(night.status().level("data_class"), pair(class, "decided-by-rule"), "{ticked}");
    }
    night.answers(&[("data_classes", "none")]);
    assert_eq!(night.status().level("data_class").1, "gap", "the policy has no fifth class");
}

#[test]
fn a_minor_incident_keeps_its_report_its_assessment_and_its_evaluation_and_loses_the_rest() {
    let night = Night::open();
    let seen = judged(&night, "no", "no", "3");
    assert_eq!(level(&seen), pair("minor", "decided-by-rule"));
    for item in ["analyse", "preliminary_assessment", "evaluate_continuously", "share_affected", "tell_general_counsel"]
    {
        assert!(["open", "held", "due"].contains(&seen.item(item).as_str()), "{item}");
    }
    assert_eq!(seen.item("incident_report"), "needed");
    for phase in ["campus", "public_need", "public", "postmortem"] {
        assert_eq!(seen.state("phases", phase), "not-applicable", "{phase}");
    }
    let refusal = night.refused(&["close", "--role", "CIO/CISO"]);
    assert!(refusal.contains("analyse") && refusal.contains("evaluate_continuously"), "{refusal}");
}
