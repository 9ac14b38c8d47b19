//! The page of playbook fields is made from the editor schema, the words and the codes; `UPDATE_DOCS=1` writes it anew.

use breachbook::playbook::{Code, Severity, schema::SCHEMA};
use serde_json::Value;
use std::fmt::Write as _;

const HEAD: &str = include_str!("playbooks/docs-head.md");

/// A cell of a table: the sign that divides cells is escaped.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The type of a key in words.
fn type_of(schema: &Value) -> String {
    let reference = |value: &Value| {
        value.as_str().and_then(|r| r.rsplit('/').next()).map(|name| format!("[{name}](#{name})"))
    };
    if let Some(name) = reference(&schema["$ref"]).or_else(|| reference(&schema["allOf"][0]["$ref"])) {
        return name;
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<String> =
            words.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect();
        return words.join(", ");
    }
    if schema["oneOf"].is_array() {
        return "clause, or list of clauses".to_owned();
    }
    match schema["type"].as_str() {
        Some("string") if schema["format"] == "date" => "date".to_owned(),
        Some("string") => format!("text, at most {}", schema["maxLength"]),
        Some("array") => format!("list: {}", type_of(&schema["items"])),
        Some("boolean") => "`true`, `false`".to_owned(),
        Some("integer") => "whole number".to_owned(),
        Some("object") => "table: identifier = { at, text }".to_owned(),
        other => unreachable!("the shapes have no other type: {other:?}"),
    }
}

fn section(out: &mut String, title: &str, schema: &Value) {
    let needed = schema["required"].as_array().cloned().unwrap_or_default();
    let description = schema["description"].as_str().unwrap_or_default();
    let _ = write!(
        out,
        "\n### {title}\n\n{description}\n\n| Key | Needed | Value | Meaning |\n|---|---|---|---|\n"
    );
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let yes = if needed.contains(&key.as_str().into()) { "yes" } else { "" };
        let meaning = value["description"].as_str().unwrap_or_default();
        let _ = writeln!(out, "| `{key}` | {yes} | {} | {} |", cell(&type_of(value)), cell(meaning));
    }
}

fn generated() -> String {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let mut out = HEAD.to_owned();
    out.push_str("\n## Tables and keys\n");
    section(&mut out, "file", &schema);
    for (name, definition) in schema["definitions"].as_object().into_iter().flatten() {
        section(&mut out, name, definition);
    }
    out.push_str("\n## Problems\n\nErrors stop a playbook from loading; warnings do not.\n\n");
    out.push_str("| Code | | Meaning | What to do |\n|---|---|---|---|\n");
    for code in Code::ALL {
        let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
        let (meaning, what) = (cell(code.meaning()), cell(code.what_to_do()));
        let _ = writeln!(out, "| `{}` | {severity} | {meaning} | {what} |", code.word());
    }
    out
}

#[test]
fn the_page_of_fields_is_that_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/playbook.md");
    let fresh = generated();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &fresh).expect("the folder is in the tree");
        return;
    }
    let kept = std::fs::read_to_string(path).expect("the page is in the tree");
    assert_eq!(kept, fresh, "stale: run with UPDATE_DOCS=1");
}
