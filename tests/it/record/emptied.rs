//! A case of which no entry is left is damaged, not sound and empty: every case begins with one.

use crate::record::samples::theirs;
use crate::support::program::Home;
use std::fs;

#[test]
fn a_case_whose_journals_were_all_taken_away_or_emptied_is_not_sound_at_any_door() {
    for emptied in [false, true] {
        let (home, case) = Home::with_case();
        let folder = home.cases().join(&case);
        for journal in fs::read_dir(folder.join("journals")).unwrap() {
            let path = journal.unwrap().path();
            if emptied {
                fs::write(path, "").unwrap();
            } else {
                fs::remove_file(path).unwrap();
            }
        }
        let verdict = home.run(&["verify", &case]);
        assert_eq!(verdict.code, 4, "{verdict:?}");
        assert!(verdict.out.contains("journals: Missing: no sound entry is there"), "{verdict:?}");
        if let Some((lines, code)) = theirs(&folder) {
            assert_eq!((lines.contains("journals: missing"), code), (true, 4), "{lines:?}");
        }
        let list = home.run(&["list"]);
        assert!(list.out.contains("DAMAGED: journals"), "{list:?}");
        let status = home.run(&["status", &case]);
        assert!(status.out.contains("Damaged: journals: Missing"), "{status:?}");
        // What is recorded now is recorded.
        let recorded = home.record(&case, &["note", "Router unplugged"]);
        assert!(recorded.err.contains("no sound entry is there"), "{recorded:?}");
        assert_eq!(recorded.receipts().len(), 1);
    }
    let (home, case) = Home::with_case();
    assert_eq!(home.run(&["verify", &case]).code, 0);
}
