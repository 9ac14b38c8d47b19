//! `docs/keys.md` is printed from the key table.

use breachbook::tui::keymap::{TABLE, keys_in_words};
use std::fmt::Write as _;

/// Writes the manual page anew when this variable is set.
const UPDATE: &str = "UPDATE_DOCS";

fn page() -> String {
    let mut page = String::from(
        "# Keys\n\nPrinted from the key table of the program. The same verb has the same key wherever it means something; in a \
         text field every sign is text.\n\n| Keys | Where | What it does |\n|---|---|---|\n",
    );
    for row in TABLE {
        let keys = keys_in_words(row);
        let keys = if keys.is_empty() {
            "in the palette (`:`)".to_owned()
        } else {
            format!("`{}`", keys.replace(", ", "`, `"))
        };
        let places: Vec<_> = row.scopes.iter().map(|scope| scope.title()).collect();
        let _ = writeln!(page, "| {keys} | {} | {} |", places.join(", "), row.help);
    }
    page
}

#[test]
fn the_page_of_keys_is_what_the_table_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os(UPDATE).is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/docs")).unwrap();
        std::fs::write(path, page()).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        kept == page(),
        "docs/keys.md is stale. Write it anew with {UPDATE}=1 cargo test --test it screens::manual"
    );
}
