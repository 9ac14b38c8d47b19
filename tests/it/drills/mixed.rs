//! An exercise and a live case are never mixed: a journal of the one is not folded into the other, in either direction.

use crate::record::journal::{Journal, header, session};
use crate::record::samples::theirs;
use crate::support::program::Home;
use breachbook::base::{CaseId, SessionId};
use breachbook::journal::{Header, Mode};
use std::path::Path;

/// The case number in `README.txt`.
fn number(case: &Path) -> CaseId {
    let readme = std::fs::read_to_string(case.join("README.txt")).unwrap();
    CaseId::new(readme.split_once("Case: ").unwrap().1.get(..26).unwrap()).unwrap()
}

/// Puts the journal of a run of this mode into a case, with one entry.
fn put(case: &Path, letter: char, mode: Mode) {
    let session: SessionId = session(letter);
    let header = Header { case: number(case), mode, ..header(&session) };
    let bytes = Journal::new(&header).then("strayed", &[]).bytes();
    std::fs::write(case.join("journals").join(format!("{session}.toml")), bytes).unwrap();
}

#[test]
fn a_journal_of_the_other_mode_is_named_and_not_folded() {
    let home = Home::new();
    for (more, own, other, says) in [
        (&["--exercise"][..], Mode::Exercise, Mode::Live, "that of a LIVE case and this folder that of an EXERCISE"),
        (&[], Mode::Live, Mode::Exercise, "that of an EXERCISE and this folder that of a LIVE case"),
    ] {
        let case = home.start(more);
        let folder = home.cases().join(&case);
        let before = home.log(&case).len();
        put(&folder, 'b', own);
        assert_eq!(home.log(&case).len(), before + 1, "a journal of its own mode counts");
        // Two strays against one run: the folder is what it says of itself.
        put(&folder, 'c', other);
        put(&folder, 'd', other);
        put(&folder, 'e', other);
        assert_eq!(home.log(&case).len(), before + 1);
        let ran = home.run(&["verify", &case]);
        assert_eq!(ran.code, 4, "{ran:?}");
        assert_eq!(ran.out.matches(says).count(), 3, "{}", ran.out);
        assert_eq!(home.status(&case)["mode"], own.word());
        if let Some((lines, code)) = theirs(&folder) {
            assert_eq!((code, lines.iter().filter(|line| line.ends_with("block 0: other-mode")).count()), (4, 3));
        }
        // What is recorded after it is of the folder's mode, and sound.
        home.record(&case, &["note", "Still going on"]);
        assert_eq!(home.status(&case)["mode"], own.word());
    }
}

#[test]
fn the_name_of_a_folder_misleads_nobody_who_verifies_it() {
    let home = Home::new();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    let renamed = |from: &str, to: &str| {
        std::fs::rename(home.cases().join(from), home.cases().join(to)).unwrap();
        home.run(&["verify", to])
    };
    let ran = renamed(&exercise, "2026-01-01-night");
    assert!(ran.code == 0 && ran.out.contains("ex- is missing"), "{ran:?}");
    assert_eq!(home.status("2026-01-01-night")["mode"], "exercise");
    let ran = renamed(&live, "ex-employee");
    assert!(ran.code == 0 && ran.out.contains("this is a LIVE case"), "{ran:?}");
    assert_eq!(home.status("ex-employee")["mode"], "live");
}
