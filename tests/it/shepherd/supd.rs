//! SUPD is told once, for whichever of three clauses asks for it; and the first call.

use crate::shepherd::night::Night;

#[test]
fn each_of_three_clauses_asks_for_supd_and_the_status_shows_which_fired() {
    for (way_in, device, users, fired) in [
        ("lost", "", "3", &["PA-1b-iii"][..]),
        ("stolen", "no", "3", &["PA-1b-iii"]),
        ("stolen", "yes", "3", &["PR-2b", "PA-1b-iii"]),
        ("accessed", "", "50", &["NO-1e"]),
        ("stolen", "yes", "500", &["PR-2b", "PA-1b-iii", "NO-1e"]),
    ] {
        let night = Night::open();
        night.answers(&[("core_database", "no"), ("potentially_database", "no"), ("affected_users", users)]);
        night.answers(&[("way_in", way_in)]);
        if !device.is_empty() {
            night.answers(&[("device_stolen", device)]);
        }
        let seen = night.status();
        assert_eq!(seen.met("rules", "supd_due"), fired, "{way_in} {device} {users}");
        assert_eq!(seen.item("tell_supd"), "due");
    }
}

#[test]
fn nobody_calls_supd_for_a_minor_incident_in_which_nothing_is_lost_or_stolen() {
    let night = Night::open();
    night.answers(&[("way_in", "accessed")]);
    assert_eq!(night.status().item("tell_supd"), "pending", "the category is not known yet");
    night.answers(&[("core_database", "no"), ("potentially_database", "no"), ("affected_users", "2")]);
    let seen = night.status();
    assert_eq!((seen.rule("supd_due").as_str(), seen.item("tell_supd").as_str()), ("not-met", "not-applicable"));
    assert_eq!(seen.item("device_stolen"), "not-applicable");
}

#[test]
fn supd_and_general_counsel_are_told_once_and_count_as_stakeholders() {
    let night = Night::open();
    night.answers(&[("way_in", "stolen"), ("criminal_intent", "yes")]);
    assert_eq!(night.status().item("tell_supd_intent"), "due");
    night.reached(&["tell_supd", "tell_general_counsel"]);
    let seen = night.status();
    assert_eq!(seen.item("tell_supd_intent"), "covered", "said in the same call");
    night.answers(&[("core_database", "yes")]);
    let seen = night.status();
    assert_eq!((seen.item("tell_supd").as_str(), seen.item("tell_general_counsel").as_str()), ("reached", "reached"));
    for call in ["tell_ciso", "tell_service_desk", "tell_vp", "tell_communications"] {
        assert_eq!(seen.item(call), "due", "{call}");
    }
    let clauses = seen.of("items", "tell_supd")["clauses"].clone();
    assert_eq!(clauses, serde_json::json!(["PR-2b", "PA-1b-iii", "NO-1e"]));
}

#[test]
fn the_first_thing_is_to_tell_it_services_and_both_ways_in_make_it_a_duty() {
    let night = Night::open();
    let seen = night.status();
    assert_eq!(seen.0["next"][0]["id"], "tell_it_services");
    assert_eq!(seen.rule("contact_it_services"), "pending");
    for (way_in, classes, state) in [
        ("lost", "public", "met"),
        ("stolen", "sensitive", "met"),
        ("accessed", "restricted", "met"),
        ("accessed", "confidential", "met"),
        ("accessed", "sensitive", "not-met"),
        ("accessed", "unknown", "pending"),
    ] {
        night.answers(&[("way_in", way_in), ("data_classes", classes)]);
        assert_eq!(night.status().rule("contact_it_services"), state, "{way_in} {classes}");
    }
    let seen = night.status();
    assert_eq!(seen.item("tell_it_services"), "due", "the call is never hidden");
    let row = seen.0["contacts"].as_array().unwrap().iter().find(|row| row["role"] == "it_services");
    assert!(row.unwrap()["channel"].as_str().unwrap().contains("304.876.5457"));
}
