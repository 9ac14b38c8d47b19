//! Standard output that nobody reads to the end, or that is not there.

use crate::night::Night;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};

/// A case whose log is longer than any pipe holds.
fn long_case(night: &Night) -> String {
    let case = night.case();
    let name = case.to_str().unwrap().to_owned();
    for _ in 0..4 {
        night.fine(&["record", &name, "note", &"a long story ".repeat(2300)]);
    }
    name
}

#[test]
fn a_reader_that_has_enough_ends_the_program_quietly() {
    let night = Night::new();
    let case = long_case(&night);
    for arguments in [vec!["log", &case], vec!["log", "--json", &case], vec!["log", "--csv", &case]] {
        let mut child = night.program(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::with_capacity(64, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(!line.is_empty());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{arguments:?}: {said}");
        assert_eq!(said, "", "{arguments:?}");
    }
}

#[test]
fn a_closed_or_full_standard_output_is_no_panic() {
    let night = Night::new();
    let case = long_case(&night);
    for (redirect, code) in [(">&-", 0), (">/dev/full", 1), (">&- 2>&-", 0)] {
        if redirect.contains("/dev/full") && !Path::new("/dev/full").exists() {
            continue;
        }
        for verb in ["log", "status", "verify", "list"] {
            let mut command = Command::new("sh");
            night.surround(&mut command).args(["-c", &format!("exec \"$0\" \"$@\" {redirect}")]);
            command.arg(env!("CARGO_BIN_EXE_breachbook")).arg(verb);
            if verb != "list" {
                command.arg(&case);
            }
            let run = command.stdout(Stdio::null()).stderr(Stdio::piped()).output().unwrap();
            let said = String::from_utf8_lossy(&run.stderr).into_owned();
            assert!(!said.contains("panicked"), "{verb} {redirect}: {said}");
            assert_eq!(run.status.code(), Some(code), "{verb} {redirect}: {said}");
        }
    }
}
