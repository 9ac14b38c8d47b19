//! Tables of keys for the manual, made from an editor schema.
#![allow(dead_code, reason = "each test program uses its own part of it")]

use serde_json::Value;
use std::fmt::Write as _;

/// A cell of a table: the sign that divides cells is escaped.
pub fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The type of a key in words.
fn type_of(schema: &Value) -> String {
    let reference =
        |value: &Value| value.as_str().and_then(|r| r.rsplit('/').next()).map(|name| format!("[{name}](#{name})"));
    if let Some(name) = reference(&schema["$ref"]).or_else(|| reference(&schema["allOf"][0]["$ref"])) {
        return name;
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<String> = words.iter().filter_map(Value::as_str).map(|word| format!("`{word}`")).collect();
        return words.join(", ");
    }
    if schema["anyOf"].is_array() {
        return "role, or list of roles".to_owned();
    }
    if schema["oneOf"].is_array() {
        return "clause, or list of clauses".to_owned();
    }
    match schema["type"].as_str() {
        Some("string") if schema["format"] == "date" => "date".to_owned(),
        Some("string") if schema["format"] == "date-time" => "day and time".to_owned(),
        Some("object") if schema["additionalProperties"]["type"] == "string" => "table: heading = cell".to_owned(),
        Some("string") if schema["maxLength"].is_null() => "length of time".to_owned(),
        Some("string") => format!("text, at most {}", schema["maxLength"]),
        Some("array") => format!("list: {}", type_of(&schema["items"])),
        Some("boolean") => "`true`, `false`".to_owned(),
        Some("integer") => "whole number".to_owned(),
        Some("object") => "table: identifier = { at, text }".to_owned(),
        other => unreachable!("the shapes have no other type: {other:?}"),
    }
}

/// The table of one kind of table.
pub fn section(out: &mut String, title: &str, schema: &Value) {
    let needed = schema["required"].as_array().cloned().unwrap_or_default();
    let description = schema["description"].as_str().unwrap_or_default();
    let _ = write!(out, "\n### {title}\n\n{description}\n\n| Key | Needed | Value | Meaning |\n|---|---|---|---|\n");
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let yes = if needed.contains(&key.as_str().into()) { "yes" } else { "" };
        let meaning = value["description"].as_str().unwrap_or_default();
        let _ = writeln!(out, "| `{key}` | {yes} | {} | {} |", cell(&type_of(value)), cell(meaning));
    }
}
