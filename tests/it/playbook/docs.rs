//! The pages of playbook fields and of policies are made from the editor schema, the words, the codes and the bundled
//! playbooks; `UPDATE_DOCS=1` writes them anew.

use crate::support::tables::{cell, section};
use breachbook::playbook::schema::schema;
use breachbook::source::{Code, Severity};
use serde_json::Value;
use std::fmt::Write as _;

const HEAD: &str = include_str!("../../playbooks/docs-head.md");

fn generated() -> String {
    let schema: Value = serde_json::from_str(schema()).expect("the schema is JSON");
    let mut out = HEAD.to_owned();
    out.push_str("\n## Tables and keys\n");
    section(&mut out, "file", &schema);
    for (name, definition) in schema["definitions"].as_object().into_iter().flatten() {
        section(&mut out, name, definition);
    }
    out.push_str("\n## Problems\n\nErrors stop a playbook from loading; warnings do not.\n\n");
    out.push_str("| Code | | Meaning | What to do |\n|---|---|---|---|\n");
    for code in Code::OF_ANY_FILE.iter().chain(Code::OF_PLAYBOOKS).chain(Code::OF_PAIRS).chain(Code::OF_LETTERS) {
        let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
        let (meaning, what) = (cell(code.meaning()), cell(code.what_to_do()));
        let _ = writeln!(out, "| `{}` | {severity} | {meaning} | {what} |", code.word());
    }
    out
}

#[test]
fn the_page_of_fields_is_that_of_the_program() {
    crate::support::pages::current("docs/playbook.md", &generated());
}

#[test]
fn the_page_of_policies_has_every_clause_of_the_bundled_playbooks_with_what_carries_it() {
    let page = crate::support::policies::page();
    let rows = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| Clause |"));
    for row in rows {
        // Four cells, the last of them not empty: a clause that nothing carries would be one.
        let cells: Vec<_> = row.replace("\\|", "/").split('|').map(|cell| cell.trim().to_owned()).collect();
        assert!(cells.len() == 6 && cells[1..5].iter().all(|cell| !cell.is_empty()), "{row}");
    }
    crate::support::pages::current("docs/policies.md", &page);
}

#[test]
fn the_readme_counts_the_clauses_of_each_policy_as_they_are() {
    let readme = include_str!("../../../README.md");
    for (id, clauses) in crate::support::policies::clauses() {
        let row = readme.lines().find(|line| line.starts_with(&format!("| `{id}` | `{id}_readiness` |")));
        assert!(row.is_some_and(|row| row.ends_with(&format!("| {clauses} |"))), "{id}, {clauses}: {row:?}");
    }
}
