//! Never half a file, never over another, whatever the disk does.

use crate::support::desk::Desk;
use crate::support::failing_disk::FailingDisk;
use breachbook::store::{Documents, NotWritten};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_disk_that_fails_at_any_call_leaves_nothing_behind() {
    for kind in [ErrorKind::StorageFull, ErrorKind::ReadOnlyFilesystem] {
        for for_ever in [false, true] {
            for call in 0..20 {
                let home = tempfile::tempdir().unwrap();
                let folder = home.path().join("documents");
                let disk = FailingDisk::at(call, for_ever, kind, false);
                let written = Documents::on(disk.boxed(), &folder).write("log.md", b"all of it");
                match written {
                    Ok(written) => {
                        assert_eq!(disk.struck(), 0, "call {call} failed and nobody said so");
                        assert_eq!(fs::read(written.path).unwrap(), b"all of it");
                    }
                    Err(why) => {
                        let left = if folder.is_dir() { names(&folder) } else { Vec::new() };
                        assert!(left.is_empty(), "call {call}: {left:?}");
                        assert!(why.what().starts_with("No file was written: the disk is "), "{}", why.what());
                        assert!(!why.now().is_empty());
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_there_is_never_written_over() {
    let home = tempfile::tempdir().unwrap();
    let there = || Documents::on(FailingDisk::at(usize::MAX, false, ErrorKind::Other, false).boxed(), home.path());
    fs::write(home.path().join("log.md"), "somebody's").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/nowhere", home.path().join("log-2.md")).unwrap();
    #[cfg(not(unix))]
    fs::write(home.path().join("log-2.md"), "another").unwrap();
    let written = there().write("log.md", b"mine").unwrap();
    assert_eq!(written.path, home.path().join("log-3.md"));
    assert_eq!(fs::read_to_string(home.path().join("log.md")).unwrap(), "somebody's");
    assert!(matches!(there().write_as("log.md", b"mine"), Err(NotWritten::InTheWay(_))));
    assert!(matches!(there().write_as("log-2.md", b"mine"), Err(NotWritten::InTheWay(_))));
    assert!(there().write("log.md", b"somebody's").unwrap().was_there);
    assert_eq!(names(home.path()), ["log-2.md", "log-3.md", "log.md"], "no draft is left");
}

#[cfg(unix)]
#[test]
fn a_folder_that_became_a_link_takes_no_file() {
    let desk = Desk::open("trinity");
    let elsewhere = tempfile::tempdir().unwrap();
    let documents = desk.case().join("documents");
    fs::remove_dir(&documents).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), &documents).unwrap();
    assert!(Documents::of(desk.session.folder()).write("log.md", b"mine").is_err());
    assert!(names(elsewhere.path()).is_empty());
}
