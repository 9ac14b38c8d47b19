//! Pages of the manual that are printed from the code. A stale page fails; `UPDATE_DOCS=1 cargo test` writes it again.

use std::path::Path;

/// Compares a generated page with the one in the tree.
pub fn current(path: &str, generated: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, generated).unwrap();
    }
    let there = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(there == generated, "{path} is stale; run the tests with UPDATE_DOCS=1 and read the difference");
}
