//! Readers that go away, and outputs that are full.

use crate::support::program::{Home, ran};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

#[test]
fn a_reader_that_has_enough_ends_the_program_quietly() {
    let (home, case) = Home::with_case();
    let notes = format!(":case-note {}\n", "x".repeat(60)).repeat(2000);
    assert_eq!(home.walk(&case, &notes).code, 0);
    for args in
        [&["log", &case][..], &["log", &case, "--json"], &["log", &case, "--csv"], &["playbook", "show", "trinity"]]
    {
        let mut child = home.command(args).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let ended = ran(child.wait_with_output().unwrap());
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{args:?}");
        assert!(!first.is_empty());
    }
}

#[test]
fn a_walk_whose_listener_is_gone_keeps_what_it_recorded_and_ends_in_order() {
    let (home, case) = Home::with_case();
    let mut child = home.command(&["walk", &case, "--plain"]).stdin(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    crate::support::program::feed(&mut child, b":go how_discovered\nstaff\n:quit\n");
    let ended = ran(child.wait_with_output().unwrap());
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert_eq!(home.run(&["verify", &case]).code, 0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_output_is_told_and_takes_nothing_from_the_record() {
    let (home, case) = Home::with_case();
    let full = |args: &[&str]| {
        let mut command: Command = home.command(args);
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        ran(command.stdout(full).output().unwrap())
    };
    let log = full(&["log", &case]);
    assert_eq!(log.code, 1, "{log:?}");
    assert!(log.err.contains("could not be written"), "{}", log.err);
    let record = full(&["record", &case, "answer", "recalled", "yes"]);
    assert_eq!(record.code, 0, "it is recorded: {record:?}");
    let log = home.log(&case);
    let entry = log.iter().find(|entry| entry["item"] == "recalled").unwrap();
    assert!(record.err.contains(&format!("recorded as {}", entry["name"].as_str().unwrap())), "{}", record.err);
}
