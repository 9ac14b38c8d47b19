//! Copies of journals that copying programs leave: each is told once, with the file that holds it whole.

use crate::record::journal::{Journal, case, header, session};
use breachbook::journal::Mode;
use breachbook::store::{CaseFolder, NewCase};
use std::fs;
use std::path::Path;

/// The sentences about copies in a case with these files.
fn told(parent: &Path, files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let date = crate::record::journal::reading().wall.date();
    let new = NewCase { word: None, date, mode: Mode::Live, case: &case(), frozen: &[] };
    let folder = CaseFolder::create(parent, &new).unwrap();
    for (name, bytes) in files {
        fs::write(folder.journals_path().join(name), bytes).unwrap();
    }
    let short = |note: &String| note.split(", whole").next().unwrap().replace(" is a copy of ", " of ");
    folder.read().unwrap().notes.iter().map(short).collect()
}

#[test]
fn each_copy_names_the_first_file_that_holds_it_whole() {
    let root = tempfile::tempdir().unwrap();
    let run = |answers: &[&str]| Journal::of('a', answers).bytes();
    let files = [
        ("1-begun.toml", run(&[])),
        ("2-one.toml", run(&["one"])),
        ("3-whole.toml", run(&["one", "two"])),
        ("4-whole.toml", run(&["one", "two"])),
        ("5-fork.toml", run(&["one", "TWO"])),
        ("6-one-again.toml", run(&["one"])),
    ];
    let copies = ["1-begun.toml of 2-one.toml", "2-one.toml of 3-whole.toml", "4-whole.toml of 3-whole.toml"];
    assert_eq!(told(root.path(), &files), [&copies[..], &["6-one-again.toml of 2-one.toml"]].concat());
}

#[test]
fn what_goes_on_in_a_further_segment_or_belongs_to_another_run_is_no_copy() {
    let root = tempfile::tempdir().unwrap();
    let first = Journal::of('a', &["one"]);
    let mut next = header(&session('a'));
    (next.segment, next.continues) = (2, Some(first.head()));
    let files = [
        ("a-1.toml", first.bytes()),
        ("a-2.toml", Journal::new(&next).bytes()),
        ("b.toml", Journal::of('b', &["one"]).bytes()),
    ];
    assert_eq!(told(root.path(), &files), <[String; 0]>::default());
}
