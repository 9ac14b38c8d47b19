//! The same journals, the same options: the same bytes, wherever and whenever.

use super::{last_export, one, run};
use crate::support::program::Home;
use std::fs;
use std::path::Path;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).map(drop).unwrap();
        }
    }
}

#[test]
fn the_same_case_gives_the_same_bytes_in_another_zone_home_and_process() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "multiple_individuals", "yes", "--at", "20m ago"]);
    home.record(&case, &["note", "Both sat at one table"]);
    let other = Home::new();
    copy(&home.cases().join(&case), &other.cases().join(&case));
    for (what, format) in
        [("action-record", "md"), ("log", "csv"), ("incident-report", "md"), ("all", "json"), ("calls", "json")]
    {
        let args = ["export", &case, "--what", what, "--as", format, "--out", "-"];
        let first = home.run(&args);
        let there = other.command(&args).env("TZ", "Asia/Kathmandu").output().unwrap();
        assert_eq!(first.code, 0, "{first:?}");
        assert!(!first.out.is_empty());
        assert!(first.out.as_bytes() == there.stdout, "{what} as {format} differs in another zone");
    }
}

#[test]
fn an_earlier_file_comes_out_the_same_after_much_was_recorded() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "multiple_individuals", "yes"]);
    let mut printed = Vec::new();
    for (what, format) in [("action-record", "md"), ("briefing", "md"), ("log", "csv"), ("decisions", "json")] {
        let path = one(&home, &case, &["--what", what, "--as", format]);
        printed.push((last_export(&home, &case), fs::read(&path).unwrap(), path));
    }
    home.run(&["export", &case, "--what", "log", "--as", "csv", "--out", "-"]);
    printed.push((last_export(&home, &case), Vec::new(), home.path().to_owned()));
    let notes: Vec<_> = (0..50).map(|number| format!(":note Later {number}\n")).collect();
    home.walk(&case, &notes.concat());
    home.record(&case, &["answer", "multiple_individuals", "no"]);
    for (entry, bytes, path) in printed {
        let again = run(&home, &case, &["--again", &entry, "--out", "-"]);
        assert_eq!(again.code, 0, "{entry}: {again:?}");
        assert!(again.err.contains("The same as"), "{again:?}");
        if !bytes.is_empty() {
            assert!(again.out.as_bytes() == bytes, "{entry}");
            fs::remove_file(&path).unwrap();
            run(&home, &case, &["--again", &entry]);
            assert!(fs::read(&path).unwrap() == bytes, "{entry} lies there again");
        }
    }
}

#[test]
fn a_record_that_was_changed_since_is_named() {
    let (home, case) = Home::with_case();
    home.record(&case, &["note", "Taken at 02:13"]);
    one(&home, &case, &["--what", "log", "--as", "csv"]);
    let entry = last_export(&home, &case);
    let journal = home.journal_with(&case, "Taken at 02:13");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replace("Taken at 02:13", "Taken at 03:13")).unwrap();
    let again = run(&home, &case, &["--again", &entry, "--out", "-"]);
    assert_eq!((again.code, again.out.as_str()), (4, ""), "{again:?}");
    assert!(again.err.contains("is not there as it was"), "{again:?}");
}

#[test]
fn what_is_no_export_is_not_made_again() {
    let (home, case) = Home::with_case();
    let note = home.record(&case, &["note", "A note"]).receipts();
    let again = run(&home, &case, &["--again", &note[0]]);
    assert_eq!((again.code, again.out.as_str()), (1, ""), "{again:?}");
    assert!(again.err.contains("is no export"), "{again:?}");
}
