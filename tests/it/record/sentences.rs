//! What is said of a disk that fails, through the doors that record: each sentence true, and said once.

use crate::support::desk::{bundled_files, clock};
use crate::support::failing_disk::FailingDisk;
use crate::support::program::Home;
use crate::support::say;
use breachbook::journal::Mode;
use breachbook::session::{NewSession, Session};
use breachbook::store::disk::RealDisk;
use breachbook::store::{CaseFolder, verify};
use std::io::ErrorKind;

/// Fails if a sentence, or one of the words of which one is enough, stands there twice.
fn said_once(text: &str) {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut sentences: Vec<_> = flat.split(". ").map(|one| one.trim_end_matches('.')).collect();
    sentences.sort_unstable();
    let twice = sentences.windows(2).find(|pair| pair[0] == pair[1] && !pair[0].is_empty());
    assert_eq!(twice, None, "{text}");
    for word in
        ["not recorded", "nothing was recorded", "no case was opened", "nothing was changed", "nothing was written"]
    {
        assert!(flat.matches(word).count() <= 1, "\"{word}\" twice: {text}");
    }
}

#[test]
fn every_fault_of_the_disk_is_told_in_true_sentences_and_each_once() {
    let home = tempfile::tempdir().unwrap();
    let new = NewSession { playbook: bundled_files("trinity"), title: "", person: "R. Okafor", mode: Mode::Live };
    let disk = || Box::new(RealDisk) as _;
    let case = Session::start_on(&disk, home.path(), new, Box::new(clock())).unwrap().folder().clone();
    let kinds = [
        (ErrorKind::StorageFull, "the disk is full"),
        (ErrorKind::ReadOnlyFilesystem, "the disk is read-only"),
        (ErrorKind::PermissionDenied, "this user may not write there"),
        (ErrorKind::NotFound, "the folder is not there any more"),
        (ErrorKind::Other, "the disk reported an error"),
    ];
    let mut told = 0;
    for (kind, says) in kinds {
        for call in 0..10 {
            for after_all in [false, true] {
                let disk = FailingDisk::at(call, true, kind, after_all);
                let mut session = Session::open_on(disk.boxed(), case.clone(), "R. Okafor", Box::new(clock())).unwrap();
                for n in 0..3 {
                    let before = session.state().log.len();
                    let note = say::note(format!("{kind:?} {call} {after_all} {n}"));
                    match session.submit(&note) {
                        Ok(_) => assert_eq!(session.state().log.len(), before + 1),
                        Err(error) => {
                            told += 1;
                            let said = error.to_string();
                            assert!(said.starts_with(&format!("Not recorded: {says} (")), "{said}");
                            said_once(&said);
                            assert_eq!(session.state().log.len(), before, "nothing is shown that is not there");
                        }
                    }
                }
                if let Err(error) = session.end() {
                    let said = error.to_string();
                    assert!(said.starts_with(&format!("The end of this run is not recorded: {says} (")), "{said}");
                    assert!(!said.contains("typed") && !said.contains("record it again"), "{said}");
                    // Of a folder that is gone nobody knows what is in it.
                    assert_eq!(said.contains("is on the disk"), kind != ErrorKind::NotFound, "{said}");
                    said_once(&said);
                }
            }
        }
    }
    assert!(told > 100, "{told}");
    assert!(verify(&CaseFolder::open(case.path()).unwrap()).unwrap().sound);
}

#[cfg(unix)]
#[test]
fn the_command_line_says_it_once_through_every_door_and_exits_with_3() {
    let (home, case) = Home::with_case();
    // Files of no length at all: standard input is a pipe.
    let limited = |arguments: &[&str], typed: &str| {
        // Without the library that sets the clock on other days: it writes a file of its own.
        let script = "unset LD_PRELOAD; ulimit -f 0; typed=$1; shift; printf '%s' \"$typed\" | \"$@\"";
        let mut command = std::process::Command::new("sh");
        home.world(&mut command).env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.args(["-c", script, "sh", typed, env!("CARGO_BIN_EXE_breachbook")]).args(arguments);
        command.output().unwrap()
    };
    let name = case.as_str();
    for (arguments, stdin, says) in [
        (vec!["start", "trinity"], "", "No case was opened: the disk is full"),
        (vec!["record", name, "note", "No room for this"], "", "Not recorded: the disk is full"),
        (vec!["walk", name, "--plain"], ":note No room for this\n", "not confirmed on the disk"),
    ] {
        let ended = limited(&arguments, stdin);
        let (out, err) = (String::from_utf8(ended.stdout).unwrap(), String::from_utf8(ended.stderr).unwrap());
        assert_eq!(ended.status.code(), Some(3), "{arguments:?}: {err}");
        assert!(err.contains(says), "{err}");
        said_once(&err);
        // The walk shows its item again and again; what it says of the disk is asked about.
        let of_the_disk = out.lines().filter(|line| line.contains("ecorded") || line.contains("disk"));
        said_once(&of_the_disk.collect::<Vec<_>>().join(" "));
    }
}
