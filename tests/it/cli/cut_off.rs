//! A run that ended without its last word is told to whoever opens the case next, once.

use crate::support::program::{Home, ran};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

#[test]
fn a_run_that_was_killed_is_told_at_the_next_walk_and_one_that_ended_is_not() {
    let (home, case) = Home::with_case();
    let told = "has no closing entry: it is still open in another window, or it was cut off after";
    let quiet = home.walk(&case, ":quit\n");
    assert!(!quiet.err.contains(told), "{quiet:?}");

    let mut child = home.command(&["walk", &case, "--plain"]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(b":note Router unplugged\n").unwrap();
    let recorded = |line: &std::io::Result<String>| line.as_ref().unwrap().contains("Recorded ");
    assert!(BufReader::new(child.stdout.take().unwrap()).lines().any(|line| recorded(&line)));
    child.kill().unwrap();
    ran(child.wait_with_output().unwrap());

    let next = home.walk(&case, ":note Plugged in again\n:quit\n");
    assert!(next.err.contains(told) && next.err.contains(" by "), "{next:?}");
    let after = home.walk(&case, ":quit\n");
    assert!(!after.err.contains(told), "{after:?}");
}
