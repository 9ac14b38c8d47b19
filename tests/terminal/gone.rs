//! The terminal goes away while the program runs: a closed window, a lost connection.

use crate::night::{Night, count};
use std::process::{Command, Stdio};

const HANG_UP: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/terminal/hang_up.py");

/// Seconds until the end and seconds of computing, or nothing if there is no Python.
fn hang_up(night: &Night, on_hang_up: &str, case: &str) -> Option<(f64, f64)> {
    let python = Command::new("python3").arg("--version").stdout(Stdio::null()).status();
    if !python.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: there is no python3, so no terminal was taken away.");
        return None;
    }
    let mut command = Command::new("python3");
    night.surround(&mut command).args([HANG_UP, "keyboard", on_hang_up, env!("CARGO_BIN_EXE_breachbook")]);
    let run = command.args(["open", case]).output().unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    let words: Vec<_> = said.split_whitespace().collect();
    assert_eq!(words.first(), Some(&"ended"), "{said} {}", String::from_utf8_lossy(&run.stderr));
    Some((words[1].parse().unwrap(), words[2].parse().unwrap()))
}

#[test]
fn a_terminal_that_is_gone_ends_the_program_soon_and_without_spinning() {
    let night = Night::new();
    let case = night.case();
    for on_hang_up in ["default", "ignore"] {
        let Some((took, used)) = hang_up(&night, on_hang_up, case.to_str().unwrap()) else { return };
        assert!(took < 2.0, "{on_hang_up}: it took {took} s to end");
        assert!(used < 0.5, "{on_hang_up}: it used {used} s of the processor");
    }
    assert_eq!(count(&case, "opened"), 1);
}
