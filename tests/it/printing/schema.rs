//! `case/1` is what its schema says: types, keys that must be there, and no key that the schema does not name.

use super::run;
use crate::support::program::Home;
use serde_json::Value;

const SCHEMA: &str = include_str!("../../../assets/schema/case.schema.json");

/// What is wrong with a value, each with its place. Knows the words of draft-07 that the schema uses.
pub fn faults(root: &Value, schema: &Value, value: &Value, place: &str, out: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = root.pointer(name.trim_start_matches('#')).expect("a definition");
        return faults(root, target, value, place, out);
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let fits = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|one| one == kind),
        one => one == kind,
    };
    if !fits {
        out.push(format!("{place} is {kind}"));
    }
    if schema["enum"].as_array().is_some_and(|all| !all.contains(value)) {
        out.push(format!("{place} is {value}"));
    }
    for (at, one) in value.as_array().into_iter().flatten().enumerate() {
        faults(root, &schema["items"], one, &format!("{place}/{at}"), out);
    }
    let Some(object) = value.as_object() else { return };
    for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !object.contains_key(key) {
            out.push(format!("{place} lacks {key}"));
        }
    }
    for (key, one) in object {
        let place = format!("{place}/{key}");
        match (&schema["properties"][key], &schema["additionalProperties"]) {
            (Value::Null, Value::Bool(false)) => out.push(format!("{place} is not in the schema")),
            (Value::Null, Value::Null) => {}
            (Value::Null, other) => faults(root, other, one, &place, out),
            (named, _) => faults(root, named, one, &place, out),
        }
    }
}

fn wrong(value: &Value) -> Vec<String> {
    let root: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut out = Vec::new();
    faults(&root, &root, value, "", &mut out);
    out
}

#[test]
fn a_case_and_each_part_of_it_are_as_the_schema_says() {
    let (home, case) = Home::with_case();
    home.record(&case, &["call", "tell_privacy_officer", "reached", "--said", "Comes at once"]);
    let row = home.record(&case, &["row", "affected_individuals", "Ann Lee", "class=student"]).receipts();
    home.record(&case, &["row", "affected_individuals", "Bo Ray"]);
    home.record(&case, &["strike", &row[0], "--reason", "Not among them"]);
    for what in ["all", "log", "action-record", "decisions", "calls", "briefing", "incident-report", "review"] {
        let ran = run(&home, &case, &["--what", what, "--as", "json", "--out", "-"]);
        let value: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(wrong(&value), [""; 0], "{what}");
        if what == "all" {
            let mut other = value.clone();
            other["entries"][0]["extra"] = 1.into();
            other["case"]["name"] = Value::Null;
            other["facts"]["persons"].as_object_mut().unwrap().remove("known");
            let said = ["/case/name is null", "/facts/persons lacks known", "/entries/0/extra is not in the schema"];
            assert_eq!(wrong(&other), said);
            assert!(!value["calls"].as_array().unwrap().is_empty());
        }
    }
}
