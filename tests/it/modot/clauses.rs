//! The playbook covers its policy, clause by clause, and adds nothing that the policy does not say.

use crate::support::program::{Home, of, words};
use breachbook::playbook::bundled::{bundled_source, load_bundled};
use serde_json::Value;
use std::collections::BTreeSet;

/// The clauses of the policy, one on each line, sorted.
const CLAUSES: &str = include_str!("clauses.txt");

fn shown() -> Value {
    let ran = Home::new().run(&["playbook", "show", "modot", "--json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    serde_json::from_str(&ran.out).unwrap()
}

/// Every clause in a list of the playbook, those of options, elements and contents included.
fn cited(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match key.as_str() {
                    "clauses" => into.extend(words(value).iter().map(ToString::to_string)),
                    _ => cited(value, into),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| cited(value, into)),
        _ => {}
    }
}

#[test]
fn the_modot_playbook_loads_without_errors_or_warnings() {
    let loaded = load_bundled("modot").unwrap();
    assert_eq!(loaded.rendered(&[bundled_source("modot").unwrap()]), "");
}

#[test]
fn every_clause_of_the_policy_is_listed_and_worked_on_by_more_than_a_lane_or_a_role() {
    let shown = shown();
    let wanted: BTreeSet<String> = CLAUSES.lines().map(ToOwned::to_owned).collect();
    let listed = shown["clauses"].as_array().unwrap();
    assert_eq!((wanted.len(), listed.len()), (77, 77));
    let listed: BTreeSet<_> = listed.iter().map(|clause| clause["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(listed, wanted);
    let mut worked_on = BTreeSet::new();
    for list in ["items", "rules", "scales", "clocks", "definitions", "references", "faqs", "silences", "readiness"] {
        cited(&shown[list], &mut worked_on);
    }
    assert_eq!(worked_on, wanted);
}

/// What the policy asks people to do or to answer in a breach stands at something that they record.
#[test]
fn every_clause_that_asks_for_something_in_a_breach_is_found_at_an_item_to_record() {
    let mut items = BTreeSet::new();
    cited(&shown()["items"], &mut items);
    let only_before_or_beside = ["PS-2", "PS-5", "P2"];
    for clause in CLAUSES.lines().filter(|clause| !only_before_or_beside.contains(clause)) {
        assert!(items.contains(clause), "{clause}");
    }
}

#[test]
fn what_must_be_in_order_before_an_incident_is_on_the_list() {
    let mut before = BTreeSet::new();
    cited(&shown()["readiness"], &mut before);
    for clause in ["PS-2", "D-1a", "P1", "P2", "P8B", "P10", "P11A-9"] {
        assert!(before.contains(clause), "{clause}");
    }
}

#[test]
fn the_playbook_invents_no_deadline_no_prohibition_no_number_and_no_suggestion() {
    let shown = shown();
    let lists = |list: &str| shown[list].as_array().unwrap().clone();
    for clock in lists("clocks") {
        assert!(clock["limit_hours"].is_null(), "{clock}");
    }
    let clock_words: Vec<_> = lists("clocks").iter().map(|clock| clock["word"].clone()).collect();
    assert_eq!(clock_words, ["immediately", "as soon as possible"]);
    for item in lists("items") {
        assert_ne!(item["kind"], "prohibition");
        let counted = ["number", "money", "duration"].iter().any(|answer| item["answer"] == *answer);
        assert!(!counted || item["verb"] == "local", "what is counted is said not to be in the policy: {item}");
        assert!(item["suggest"].as_array().is_none_or(Vec::is_empty), "{item}");
    }
    let reachable: Vec<_> =
        lists("roles").into_iter().filter(|role| role["channels"] != Value::Array(vec![])).collect();
    assert_eq!(reachable.len(), 1, "the policy prints one number");
    assert_eq!(reachable[0]["id"], "ai");
    assert_eq!(reachable[0]["channels"][0]["value"], "573-751-7446");
}

#[test]
fn every_silence_says_that_it_is_one_and_those_that_matter_here_are_declared() {
    let shown = shown();
    for silence in shown["silences"].as_array().unwrap() {
        let say = silence["say"].as_str().unwrap();
        assert!(say.starts_with("This policy does not say"), "{say}");
    }
    for id in [
        "encryption",
        "residence",
        "notice_delay",
        "notice_contents",
        "severity_scale",
        "classification_levels",
        "required_notifications",
        "emergency_measure",
        "credit_monitoring_terms",
        "closing",
        "retention",
        "no_answer",
    ] {
        of(&shown, "silences", id);
    }
}

#[test]
fn definitions_stand_where_their_words_are_used() {
    let shown = shown();
    for (id, item) in [
        ("def_data", "data_involved"),
        ("def_theft_or_access", "what_happened"),
        ("def_third_parties", "third_parties"),
        ("def_criminal_conduct", "law_enforcement"),
        ("def_it_resources", "resources_disrupted"),
        ("def_it_equipment", "affected_items"),
    ] {
        assert!(words(&of(&shown, "definitions", id)["used_by"]).contains(&item), "{id}");
    }
}
