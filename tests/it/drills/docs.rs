//! The manual's page of scripts: its tables of keys, columns and problems are printed from the code, and its example is a script.

use crate::support::pages;
use crate::support::tables::{cell, section};
use breachbook::drill::real::PHRASES;
use breachbook::drill::script::list::{Column, headings_of};
use breachbook::drill::script::load;
use breachbook::drill::script::schema::schema;
use breachbook::playbook::bundled::open_bundled;
use breachbook::source::{Code, Severity, Source};
use serde_json::Value;
use std::fmt::Write as _;

const HEAD: &str = include_str!("../../drills/docs-head.md");

fn columns() -> String {
    let mut table = "| Column | Also headed |\n|---|---|\n".to_owned();
    for column in Column::ALL {
        let others: Vec<_> = headings_of(column).iter().map(|word| cell(word)).collect();
        let _ = writeln!(table, "| `{}` | {} |", column.word(), others.join(", "));
    }
    table.trim_end().to_owned()
}

fn generated() -> String {
    let schema: Value = serde_json::from_str(schema()).unwrap();
    let phrases: Vec<_> = PHRASES.iter().map(|phrase| format!("\"{phrase}\"")).collect();
    let mut page = HEAD.replace("{phrases}", &phrases.join(", ")).replace("{columns}", &columns());
    page.push_str("\n## Tables and keys\n");
    section(&mut page, "file", &schema);
    for (name, definition) in schema["definitions"].as_object().into_iter().flatten() {
        section(&mut page, name, definition);
    }
    page.push_str(
        "\n## Problems\n\nErrors stop a script from being used; warnings do not. Mistakes that any file of this program can have \
         (`unknown-key`, `wrong-type`, ...),\nand those of conditions, items, roles and clauses, are explained under \
         [writing playbooks](playbook.md#problems).\n\n| Code | | Meaning | What to do |\n|---|---|---|---|\n",
    );
    for code in Code::OF_SCRIPTS {
        let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
        let (meaning, what) = (cell(code.meaning()), cell(code.what_to_do()));
        let _ = writeln!(page, "| `{}` | {severity} | {meaning} | {what} |", code.word());
    }
    page
}

#[test]
fn the_page_of_scripts_is_that_of_the_program() {
    pages::current("docs/scripts.md", &generated());
}

#[test]
fn the_example_of_the_page_is_a_script_without_a_warning() {
    let example = HEAD.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let loaded = load(&Source::new("example.toml", example), &open_bundled);
    assert!(loaded.script.is_some() && loaded.problems.is_empty(), "{:#?}", loaded.problems);
}
