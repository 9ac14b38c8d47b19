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

const ROWS: &str = "Name,Postal address,E-mail\nAnn Example,4 Example Way,ann@example.org\n";

/// The list of persons of a case as it leaves the program, in a file.
fn exported(home: &Home, case: &str, list: &str) -> String {
    let ran = home.run(&["export", case, "--what", list, "--as", "csv", "--out", "-"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let file = home.path().join(format!("{case}-{list}.csv"));
    std::fs::write(&file, &ran.out).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_list_that_left_one_is_refused_by_the_other_with_the_reason_and_taken_in_again_by_its_own() {
    let home = Home::new();
    let case = |more: &[&str]| {
        let case = home.start(more);
        home.record(&case, &["row", "actions", "Look at the log", "state=open"]);
        case
    };
    let (exercise, live) = (case(&["--exercise"]), case(&[]));
    let (of_exercise, of_live) = (exported(&home, &exercise, "actions"), exported(&home, &live, "actions"));
    for (own, other, file, says) in
        [(&exercise, &live, of_exercise, "left an EXERCISE"), (&live, &exercise, of_live, "left a LIVE case")]
    {
        let before = home.log(other).len();
        let said = home.refused(other, &["import", "actions", &file]);
        assert!(said.contains(says), "{said}");
        assert_eq!(home.log(other).len(), before, "nothing was recorded");
        let said = home.run(&["record", own, "import", "actions", &file, "--doubles", "all"]);
        assert!(!said.err.contains("left a"), "{said:?}");
    }
    // A list of nobody's case is taken in by both.
    let file = home.path().join("rows.csv");
    std::fs::write(&file, ROWS.replace("Name", "What").replace("Postal address", "Owner").replace("E-mail", "Note"))
        .unwrap();
    for case in [&exercise, &live] {
        let ran = home.run(&["record", case, "import", "actions", file.to_str().unwrap()]);
        assert!(!ran.err.contains("left a"), "{ran:?}");
    }
}

/// It came back as a row like any other: the list says which entry struck it.
#[test]
fn a_row_that_was_struck_out_does_not_come_back_with_the_list() {
    let home = Home::new();
    let case = home.start(&[]);
    home.record(&case, &["row", "actions", "Look at the log", "state=open"]);
    home.record(&case, &["row", "actions", "Ring the press", "state=open"]);
    let entry = home.log(&case).iter().rfind(|entry| entry["kind"] == "row_added").unwrap()["name"]
        .as_str()
        .unwrap()
        .to_owned();
    home.record(&case, &["strike", &entry, "--reason", "Nobody rings them"]);
    let file = exported(&home, &case, "actions");
    assert!(std::fs::read_to_string(&file).unwrap().contains("Ring the press"), "the list shows what was struck");
    let other = home.start(&[]);
    let ran = home.run(&["record", &other, "import", "actions", &file]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!((ran.out.clone() + &ran.err).contains("struck out in the case that it left"), "{ran:?}");
    let rows = home.run(&["export", &other, "--what", "actions", "--as", "csv", "--out", "-"]).out;
    assert!(rows.contains("Look at the log") && !rows.contains("Ring the press"), "{rows}");
}

/// A piece of evidence, the text of a letter and a list, each in every form in which it leaves a case.
#[test]
fn a_file_that_an_exercise_made_is_no_evidence_of_a_live_case_nor_the_reverse() {
    let home = Home::new();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    let row = |name: &str, file: &std::path::Path| {
        let cells = ["kind=log", "form=copy", "collected_by=IS", "collected_at=2026-11-22T01:00:00Z", "storage=safe 2"];
        let file = format!("file={}", file.display());
        ["row", "evidence", name].into_iter().chain(cells).map(str::to_owned).chain([file]).collect::<Vec<_>>()
    };
    let given = |case: &str| std::fs::read_dir(home.cases().join(case).join("evidence")).unwrap().count();
    for (own, other, says) in
        [(&exercise, &live, "comes from an EXERCISE"), (&live, &exercise, "comes from a LIVE case")]
    {
        home.record(own, &["note", "Words that somebody played, or did not"]);
        for format in ["md", "html", "docx", "pdf", "json", "csv"] {
            let file = home.path().join(format!("renamed-{own}.{format}"));
            let what = if format == "csv" { "log" } else { "briefing" };
            let ran = home.run(&["export", own, "--what", what, "--as", format, "--out", file.to_str().unwrap()]);
            assert_eq!(ran.code, 0, "{format}: {ran:?}");
            let before = home.log(other).len();
            let args = row("A printed page", &file);
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let kept = given(other);
            let said = home.refused(other, &args);
            assert!(said.contains(says), "{format}: {said}");
            assert_eq!(home.log(other).len(), before, "nothing was recorded, {format}");
            assert_eq!(given(other), kept, "{format}");
            home.record(own, &args);
        }
        // What lies in the folder of the one is of it, whatever is in it.
        let inside = home.cases().join(own).join("documents/sheet.csv");
        std::fs::write(&inside, "What\nA row of nobody\n").unwrap();
        let said = home.refused(other, &["import", "actions", inside.to_str().unwrap()]);
        assert!(said.contains("left a"), "{said}");
        let args = row("A sheet", &inside);
        assert!(home.refused(other, &args.iter().map(String::as_str).collect::<Vec<_>>()).contains(says));
        // What neither made is taken by both.
        let plain = home.path().join("mail.txt");
        std::fs::write(&plain, "LIVE and EXERCISE are words.\n").unwrap();
        let args = row("A mail", &plain);
        home.record(own, &args.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn people_of_an_exercise_do_not_come_into_the_phone_list() {
    let home = Home::new();
    let file = home.path().join("people.csv");
    std::fs::write(&file, ROWS.replace("Name,", "mode,Name,").replace("Ann Example,", "exercise,Ann Example,"))
        .unwrap();
    let ran = home.run(&["contacts", "import", file.to_str().unwrap()]);
    assert!(ran.code != 0 && ran.err.contains("left an EXERCISE"), "{ran:?}");
    std::fs::write(&file, ROWS.replace("Name,", "mode,Name,").replace("Ann Example,", "live,Ann Example,")).unwrap();
    assert_eq!(home.run(&["contacts", "import", file.to_str().unwrap()]).code, 0);
}

#[test]
fn every_line_row_and_object_of_an_exercise_says_so() {
    let home = Home::new();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    for case in [&exercise, &live] {
        home.record(case, &["answer", "recalled", "yes"]);
    }
    let log = home.run(&["log", &exercise]).out;
    assert!(log.lines().all(|line| line.starts_with("EXERCISE  ")), "{log}");
    assert!(!home.run(&["log", &live]).out.contains("EXERCISE"));
    for (case, mode) in [(&exercise, "exercise"), (&live, "live")] {
        let rows = home.run(&["log", case, "--csv"]).out;
        assert!(rows.starts_with("mode,"), "{rows}");
        assert!(rows.lines().skip(1).all(|row| row.starts_with(&format!("{mode},"))), "{rows}");
        assert!(home.log(case).iter().all(|entry| entry["mode"] == mode));
        let receipt = home.run(&["record", case, "note", "words", "--json"]).out;
        assert_eq!(serde_json::from_str::<serde_json::Value>(&receipt).unwrap()["mode"], mode);
        for what in ["actions", "calls", "log"] {
            let rows = home.run(&["export", case, "--what", what, "--as", "csv", "--out", "-"]);
            assert!(rows.out.trim_start_matches('\u{feff}').starts_with("mode,"), "{what}: {rows:?}");
        }
    }
    let receipt = home.record(&exercise, &["note", "words"]).out;
    assert!(receipt.starts_with("EXERCISE. recorded "), "{receipt}");
    assert!(home.record(&live, &["note", "words"]).out.starts_with("recorded "));
}

#[test]
fn every_prompt_and_the_first_line_of_every_block_of_a_walk_say_exercise() {
    let home = Home::new();
    let (exercise, live) = (home.start(&["--exercise"]), home.start(&[]));
    let lines = ":help\n:status\n:list\n:go recalled\ny\n:note\nwords\n.\nnonsense\n:quit\n";
    let out = home.walk(&exercise, lines).out;
    let blocks: Vec<_> = out.split("> ").collect();
    assert!(blocks.len() > 8, "{out}");
    for (at, block) in blocks.iter().enumerate() {
        if at + 1 < blocks.len() {
            assert!(block.ends_with("EXERCISE"), "the prompt behind {block:?}");
        }
        let first = block.lines().find(|line| !line.trim().is_empty()).unwrap_or("EXERCISE");
        assert!(first.starts_with("EXERCISE"), "{first:?}");
    }
    assert!(!home.walk(&live, lines).out.contains("EXERCISE"));
}
