//! The writer on a disk that fails: every call, every kind of failure, once and for ever, and two failures in one run.

use crate::record::journal::{draft, header, session};
use crate::support::memory_disk::{MemoryDisk, Trouble};
use breachbook::journal::{causal, scan};
use breachbook::store::{JournalWriter, NotRecorded};
use std::io::ErrorKind;
use std::path::Path;

const TROUBLES: [Trouble; 9] = [
    Trouble::Error(ErrorKind::StorageFull),
    Trouble::Error(ErrorKind::PermissionDenied),
    Trouble::Error(ErrorKind::ReadOnlyFilesystem),
    Trouble::Error(ErrorKind::Interrupted),
    Trouble::Error(ErrorKind::Other),
    Trouble::AfterAll(ErrorKind::Other),
    Trouble::Short(0),
    Trouble::Short(100),
    Trouble::Short(900),
];

/// Records five answers, or as many sheets of `rows`, each as often as a patient person would try, heals the disk, and records a
/// sixth. Returns what was confirmed, and whether the plan struck at all.
fn run(disk: &MemoryDisk, give_up: bool, rows: usize) -> (Vec<String>, usize) {
    let sheet = |answer: &str| (0..rows).map(|row| format!("{answer} {row}")).collect::<Vec<_>>();
    let drafts = |answer: &str| sheet(answer).iter().map(|row| draft(row)).collect::<Vec<_>>();
    let mut writer = JournalWriter::on(Box::new(disk.clone()), Path::new("journals"), header(&session('a')));
    let mut confirmed = Vec::new();
    let mut told = 0;
    for answer in ["one", "two", "three", "four", "five"] {
        for _ in 0..3 {
            match writer.append_all(drafts(answer)) {
                Ok(head) => {
                    assert_eq!(writer.head(), Some(&head));
                    assert_eq!(writer.last().len(), rows);
                    confirmed.extend(sheet(answer));
                    break;
                }
                Err(error) => {
                    told += 1;
                    let said = error.to_string();
                    assert!(matches!(error, NotRecorded::Disk { .. }), "{said}");
                    assert!(said.starts_with("Not recorded: ") && said.contains("Nothing you typed is lost"), "{said}");
                    if give_up {
                        break;
                    }
                }
            }
        }
    }
    disk.heal();
    writer.append_all(drafts("six")).unwrap();
    confirmed.extend(sheet("six"));
    (confirmed, told)
}

/// Everything that was confirmed is there, once, in order; what else is there was tried; and the whole is sound.
fn check(disk: &MemoryDisk, confirmed: &[String], context: &str) {
    let scans: Vec<_> = disk.files().values().map(|bytes| scan(bytes)).collect();
    for scan in &scans {
        assert!(scan.is_sound(), "{context}: {:?}", scan.faults);
    }
    let ordered = causal(&scans);
    assert!(ordered.faults.is_empty(), "{context}: {:?}", ordered.faults);
    let found: Vec<_> = ordered.entries.iter().filter_map(|e| e.entry.fields.get_text("answer")).collect();
    let kept: Vec<_> = found.iter().filter(|answer| confirmed.iter().any(|c| c == *answer)).collect();
    assert_eq!(kept, confirmed.iter().collect::<Vec<_>>(), "{context}: found {found:?}");
    let mut ids: Vec<_> = ordered.entries.iter().map(|e| &e.entry.id).collect();
    ids.dedup();
    assert_eq!(ids.len(), ordered.entries.len(), "{context}");
}

/// A sheet costs the disk no more than one entry.
fn calls_of_a_quiet_run() -> usize {
    let calls = [1, 4].map(|rows| {
        let disk = MemoryDisk::new();
        assert_eq!(run(&disk, false, rows).0.len(), 6 * rows);
        assert_eq!(disk.files().len(), 1);
        disk.calls()
    });
    assert_eq!(calls[0], calls[1]);
    calls[0]
}

#[test]
fn whatever_call_fails_nothing_confirmed_is_lost_and_nothing_counts_twice() {
    let calls = calls_of_a_quiet_run();
    for call in 0..calls {
        for trouble in TROUBLES {
            for for_ever in [false, true] {
                for (give_up, rows) in [(false, 1), (true, 1), (false, 4), (true, 4)] {
                    let context = format!("call {call}, {trouble:?}, for ever {for_ever}, giving up {give_up}, {rows}");
                    let disk = MemoryDisk::new().failing(call, for_ever, trouble);
                    let (confirmed, told) = run(&disk, give_up, rows);
                    let last = call + 3 >= calls;
                    assert!(disk.struck() > 0 || last, "{context}: the fault never struck");
                    assert_eq!(told > 0, for_ever && disk.struck() > 0, "{context}");
                    assert!(for_ever || confirmed.len() == 6 * rows, "{context}: one failure is survived unseen");
                    check(&disk, &confirmed, &context);
                }
            }
        }
    }
}

#[test]
fn two_failures_in_one_run_lose_nothing_either() {
    let calls = calls_of_a_quiet_run();
    for first in 0..calls {
        for gap in 1..9 {
            for (one, two) in [(0, 5), (5, 5), (7, 0), (5, 7), (4, 4), (8, 5), (8, 8)] {
                for (give_up, rows) in [(false, 1), (true, 1), (false, 4), (true, 4)] {
                    let said = format!("{one} and {two}, giving up {give_up}, {rows}");
                    let context = format!("calls {first} and {}, {said}", first + gap);
                    let disk = MemoryDisk::new().failing(first, false, TROUBLES[one]).failing(
                        first + gap,
                        false,
                        TROUBLES[two],
                    );
                    let (confirmed, _) = run(&disk, give_up, rows);
                    check(&disk, &confirmed, &context);
                }
            }
        }
    }
}

#[test]
fn a_file_is_never_written_to_again_after_a_failure() {
    let disk = MemoryDisk::new().failing(4, false, Trouble::Error(ErrorKind::Other));
    let mut writer = JournalWriter::on(Box::new(disk.clone()), Path::new("journals"), header(&session('a')));
    writer.append(draft("one")).unwrap();
    let before = disk.files();
    writer.append(draft("two")).unwrap();
    writer.append(draft("three")).unwrap();
    let after = disk.files();
    let old = before.keys().next().unwrap();
    assert_eq!(disk.struck(), 1);
    assert_eq!(after.len(), 2);
    assert_eq!(after[old], before[old]);
    let second = scan(&after[Path::new("journals").join(format!("{}.2.toml", session('a'))).as_path()]);
    let head = second.header.unwrap().header;
    assert_eq!((head.segment, head.continues.unwrap().seq), (2, 1));
    assert!(head.why.unwrap().contains("could not be continued"));
    assert_eq!(second.entries.iter().map(|e| e.entry.seq).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn an_entry_that_is_too_long_is_refused_and_the_session_goes_on() {
    let disk = MemoryDisk::new();
    let mut writer = JournalWriter::on(Box::new(disk.clone()), Path::new("journals"), header(&session('a')));
    let error = writer.append(draft(&"x".repeat(70_000))).unwrap_err();
    assert!(error.to_string().contains("too long to record"), "{error}");
    assert_eq!(disk.calls(), 0);
    writer.append(draft("short")).unwrap();
    check(&disk, &["short".into()], "after a refusal");
}
