//! A start that comes to no end, on a disk that fails or by a kill: it is no case, and a sentence says what is left.

use crate::support::desk::{bundled_files, clock};
use crate::support::failing_disk::FailingDisk;
use breachbook::journal::Mode;
use breachbook::session::{NewSession, Session};
use breachbook::store::Library;
use breachbook::store::disk::{Disk, RealDisk};
use std::io::ErrorKind;
use std::path::Path;

fn start(disk: &FailingDisk, cases: &Path) -> Result<Session, String> {
    let new =
        NewSession { playbook: bundled_files("trinity"), title: "Lost laptop", person: "R. Okafor", mode: Mode::Live };
    Session::start_on(&|| disk.boxed(), cases, new, Box::new(clock())).map_err(|error| error.to_string())
}

/// What stands in the folder of the cases.
fn names(cases: &Path) -> Vec<String> {
    let Ok(found) = cases.read_dir() else { return Vec::new() };
    found.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_start_on_a_disk_that_fails_at_any_call_leaves_no_case_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    let sound = FailingDisk::at(usize::MAX, false, ErrorKind::Other, false);
    start(&sound, &home.path().join("sound")).unwrap();
    let mut failed = 0;
    for call in 0..sound.calls() {
        for (for_ever, after_all) in [(false, false), (false, true), (true, false)] {
            let cases = home.path().join(format!("{call}-{for_ever}-{after_all}"));
            let disk = FailingDisk::at(call, for_ever, ErrorKind::StorageFull, after_all);
            if let Err(said) = start(&disk, &cases) {
                failed += 1;
                assert!(said.starts_with("No case was opened: the disk is full"), "{call}: {said}");
                let left = names(&cases);
                assert!(left.is_empty(), "{call}: {left:?} after {said}");
            }
            // The first entry is tried again in a new segment, and a folder that is there need not be made.
            assert!(disk.struck() > 0, "the fault fired");
            let listed = Library::at(&cases).list().unwrap();
            assert!(listed.iter().all(|case| case.title.is_some()), "no half case: {listed:?}");
        }
    }
    assert!(failed > 60, "{failed}");
}

#[test]
fn what_cannot_be_taken_away_is_named_and_is_no_case() {
    let home = tempfile::tempdir().unwrap();
    for call in [5, 15] {
        let cases = home.path().join(format!("at-{call}"));
        let disk = FailingDisk::at(call, true, ErrorKind::Other, false).that_keeps();
        let said = start(&disk, &cases).err().unwrap();
        let left = Library::at(&cases).unfinished();
        assert_eq!(left.len(), 1, "{said}");
        assert!(said.contains("could not be taken away") && said.contains(left[0].to_str().unwrap()), "{said}");
        assert_eq!(Library::at(&cases).list().unwrap(), [], "it is no case");
        let refused = Library::at(&cases).resolve(&left[0]).unwrap_err().to_string();
        assert!(refused.contains("a start that was not finished"), "{refused}");
    }
}

#[test]
fn a_start_that_cannot_read_what_it_made_says_that_no_case_was_opened() {
    let home = tempfile::tempdir().unwrap();
    let cases = home.path().join("cases");
    let asked = std::cell::Cell::new(0);
    // The folder is made by the first disk; before the second is used its journals cannot be listed any more.
    let disk = || {
        asked.set(asked.get() + 1);
        if asked.get() == 2 {
            let made = cases.join(&names(&cases)[0]);
            std::fs::rename(made.join("journals"), made.join("elsewhere")).unwrap();
        }
        Box::new(RealDisk) as Box<dyn Disk>
    };
    let new =
        NewSession { playbook: bundled_files("trinity"), title: "Lost laptop", person: "R. Okafor", mode: Mode::Live };
    let said = Session::start_on(&disk, &cases, new, Box::new(clock())).err().unwrap().to_string();
    assert!(said.starts_with("No case was opened: ") && !said.contains("Copy the case folder"), "{said}");
    assert_eq!(Library::at(&cases).list().unwrap(), [], "it is no case");
    let left: Vec<_> = names(&cases).iter().filter(|name| !said.contains(name.as_str())).cloned().collect();
    assert!(left.is_empty(), "{left:?} is left and not named: {said}");
}
