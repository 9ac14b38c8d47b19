//! A computer on which nothing can be worked with as it is, and settings that look like one: a sentence, and never a panic.

use crate::night::Night;
use std::path::{Path, PathBuf};

const COMMANDS: [&[&str]; 5] =
    [&["start", "trinity"], &["record", "CASE", "note", "Hi"], &["status", "CASE"], &["log", "CASE"], &["list"]];

fn arguments<'a>(command: &'a [&'a str], case: &'a str) -> Vec<&'a str> {
    command.iter().map(|word| if *word == "CASE" { case } else { word }).collect()
}

/// The library that sets the clock of one program, where it is installed.
fn libfaketime() -> Option<PathBuf> {
    let folders = ["x86_64-linux-gnu/faketime", "aarch64-linux-gnu/faketime", "faketime"];
    let library = |folder| Path::new("/usr/lib").join(folder).join("libfaketime.so.1");
    folders.into_iter().map(library).find(|path| path.exists())
}

#[test]
fn a_clock_before_1970_is_a_sentence_through_every_door() {
    let Some(library) = libfaketime() else {
        eprintln!("SKIPPED: there is no libfaketime, so no clock stood before 1970.");
        return;
    };
    let night = Night::new();
    let case = night.case();
    // An hour before the first second that such clocks count.
    let run = |command: &[&str]| {
        let mut faked = night.program(&arguments(command, case.to_str().unwrap()));
        faked.env("LD_PRELOAD", &library).env("TZ", "UTC").env("FAKETIME", "1969-12-31 23:00:00");
        faked.output().unwrap()
    };
    for command in COMMANDS {
        let ran = run(command);
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(1), "{command:?}: {said}");
        assert!(said.contains("stands before 1970") && said.contains("set the clock"), "{said}");
    }
    assert_eq!(night.cases().len(), 1, "no case was opened");
    let verified = run(&["verify", "CASE"]);
    assert!(verified.status.success(), "what is sound is sound by any clock: {verified:?}");
}

#[test]
fn a_zone_that_means_nothing_stops_nobody() {
    let long = "A".repeat(3000);
    for zone in [":/etc/passwd", "garbage", "../../../etc/passwd", "", ":", "EST5EDT4,M3.2.0/26,M99.1.0", &long] {
        let night = Night::new();
        let case = night.case();
        for command in COMMANDS {
            let mut program = night.program(&arguments(command, case.to_str().unwrap()));
            let ran = program.env("TZ", zone).output().unwrap();
            let said = String::from_utf8_lossy(&ran.stderr).into_owned();
            assert!(ran.status.success(), "TZ={zone} {command:?}: {said}");
        }
    }
}
