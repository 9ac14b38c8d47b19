//! Limits that reading knows, writing keeps: a segment ends before it is longer than a journal that is read.

use crate::record::journal::{case, draft, frozen, header, session};
use crate::record::samples::theirs;
use crate::support::memory_disk::{MemoryDisk, Trouble};
use breachbook::journal::{Mode, scan};
use breachbook::store::journals::MAX_JOURNAL_BYTES;
use breachbook::store::{CaseFolder, JournalWriter, NewCase, verify};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

#[test]
fn a_run_goes_on_in_the_next_segment_before_its_file_is_too_long_to_be_read() {
    const LIMIT: u64 = 4096;
    let root = tempfile::tempdir().unwrap();
    let date = crate::record::journal::reading().wall.date();
    let new = NewCase { word: None, date, mode: Mode::Live, case: &case(), frozen: &frozen() };
    let folder = CaseFolder::create(root.path(), &new).unwrap();
    let mut writer = JournalWriter::create(&folder, header(&session('a'))).with_limit(LIMIT);
    for n in 0..40 {
        writer.append(draft(&format!("{n} {}", "x".repeat(n * 13)))).unwrap();
    }
    // An entry longer than a whole segment has one of its own.
    writer.append(draft(&"y".repeat(8000))).unwrap();
    writer.append(draft("after")).unwrap();
    let read = folder.read().unwrap();
    assert!(read.files.len() > 5);
    for file in &read.files {
        let long = fs::metadata(folder.journals_path().join(&file.name)).unwrap().len();
        assert!(long <= LIMIT || file.scan.entries.len() == 1, "{}: {long}", file.name);
        let header = &file.scan.header.as_ref().unwrap().header;
        assert_eq!(header.why.as_deref(), (header.segment > 1).then_some("size"));
        assert_eq!(header.continues.is_some(), header.segment > 1);
    }
    assert_eq!(read.order().entries.len(), 42, "every acknowledged entry is in the log");
    let verdict = verify(&folder).unwrap();
    assert!(verdict.sound, "{:#?}", verdict.lines);
    assert!(theirs(folder.path()).is_none_or(|(_, code)| code == 0));
}

#[test]
fn a_disk_that_fails_where_a_segment_ends_loses_nothing() {
    for call in 0..24 {
        let disk = MemoryDisk::new().failing(call, false, Trouble::AfterAll(ErrorKind::Other));
        let mut writer =
            JournalWriter::on(Box::new(disk.clone()), Path::new("journals"), header(&session('a'))).with_limit(1500);
        let answers: Vec<String> = (0..8).map(|n| format!("answer {n}")).collect();
        for answer in &answers {
            writer.append(draft(answer)).unwrap();
        }
        let scans: Vec<_> = disk.files().values().map(|bytes| scan(bytes)).collect();
        let found = breachbook::journal::causal(&scans);
        let said: Vec<_> = found.entries.iter().filter_map(|e| e.entry.fields.get_text("answer")).collect();
        assert_eq!(said, answers, "call {call}");
        assert!(found.faults.is_empty() && scans.iter().all(breachbook::journal::Scan::is_sound), "call {call}");
    }
}

/// The real limit, with blocks as long as they may be: the files that come of it are read.
#[test]
fn at_the_real_limit_every_entry_that_is_acknowledged_is_read() {
    let disk = MemoryDisk::new();
    let mut writer = JournalWriter::on(Box::new(disk.clone()), Path::new("journals"), header(&session('a')));
    let long = "x".repeat(64_000);
    let entries = MAX_JOURNAL_BYTES / 64_000 + 5;
    for _ in 0..entries {
        writer.append(draft(&long)).unwrap();
    }
    let files = disk.files();
    assert_eq!(files.len(), 2);
    assert!(files.values().all(|bytes| bytes.len() as u64 <= MAX_JOURNAL_BYTES));
    let read: usize = files.values().map(|bytes| scan(bytes).entries.len()).sum();
    assert_eq!(read as u64, entries);
}
