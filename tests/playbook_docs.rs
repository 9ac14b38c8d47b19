//! The page of playbook fields is made from the editor schema, the words and the codes; `UPDATE_DOCS=1` writes it anew.

#[path = "support/tables.rs"]
mod tables;

use breachbook::playbook::{Code, Severity, schema::SCHEMA};
use serde_json::Value;
use std::fmt::Write as _;
use tables::{cell, section};

const HEAD: &str = include_str!("playbooks/docs-head.md");

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
