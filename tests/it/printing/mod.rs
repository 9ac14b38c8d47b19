//! Paper leaves the program: files, their names, the entry that follows them, and the same file once more.

mod again;
mod csv;
mod disk;
mod everything;
mod files;
mod released;
mod round;
pub mod schema;

use crate::support::program::{Home, Ran};
use std::path::PathBuf;

/// `export CASE ...`; fails the test unless it is done. Gives the files.
pub fn export(home: &Home, case: &str, args: &[&str]) -> Vec<PathBuf> {
    let ran = run(home, case, args);
    assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
    ran.out.lines().map(PathBuf::from).collect()
}

pub fn run(home: &Home, case: &str, args: &[&str]) -> Ran {
    home.run(&[&["export", case], args].concat())
}

/// The only file.
pub fn one(home: &Home, case: &str, args: &[&str]) -> PathBuf {
    let files = export(home, case, args);
    assert_eq!(files.len(), 1, "{files:?}");
    files[0].clone()
}

/// The name of the last entry that says of a file that it has left.
pub fn last_export(home: &Home, case: &str) -> String {
    let log = home.run(&["log", case, "--json"]);
    let entries: serde_json::Value = serde_json::from_str(&log.out).unwrap();
    let found = entries.as_array().unwrap().iter().rfind(|entry| entry["kind"] == "exported");
    found.unwrap()["name"].as_str().unwrap().to_owned()
}
