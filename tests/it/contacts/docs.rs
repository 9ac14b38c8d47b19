//! The manual's page of the phone list: its tables of keys and problems are printed from the code.

use crate::support::pages;
use crate::support::tables::{cell, section};
use breachbook::contacts::schema::schema;
use breachbook::source::{Code, Severity};
use serde_json::Value;
use std::fmt::Write as _;

const HEAD: &str = include_str!("docs-head.md");

#[test]
fn the_page_of_the_phone_list_is_that_of_the_program() {
    let schema: Value = serde_json::from_str(schema()).unwrap();
    let mut page = HEAD.to_owned();
    page.push_str("\n## Tables and keys\n");
    section(&mut page, "file", &schema);
    for (name, definition) in schema["definitions"].as_object().into_iter().flatten() {
        section(&mut page, name, definition);
    }
    page.push_str(
        "\n## Problems\n\nWhat an error is about is left out of the list, and the rest is used. Warnings change nothing. Mistakes that \
         any file of this program can have (`unknown-key`, `wrong-type`, ...) are explained under\n[writing playbooks](playbook.md#problems).\n\n\
         | Code | | Meaning | What to do |\n|---|---|---|---|\n",
    );
    for code in Code::OF_PHONE_LISTS {
        let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
        let (meaning, what) = (cell(code.meaning()), cell(code.what_to_do()));
        let _ = writeln!(page, "| `{}` | {severity} | {meaning} | {what} |", code.word());
    }
    pages::current("docs/contacts.md", &page);
}
