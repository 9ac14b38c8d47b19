//! Cases that somebody prepared to harm whoever checks them: both verifiers stay bounded, trust nothing, and say what they found.

use crate::record::journal::{Journal, PLAYBOOK, session};
use crate::record::samples::{ours, theirs};
use breachbook::store::{CaseFolder, verify};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

fn folder(root: &Path) -> CaseFolder {
    fs::create_dir(root.join("journals")).unwrap();
    fs::create_dir(root.join("playbook")).unwrap();
    fs::write(root.join("playbook/playbook.toml"), PLAYBOOK).unwrap();
    let journal = Journal::of('a', &["one", "two"]);
    fs::write(root.join("journals").join(journal.file_name()), journal.bytes()).unwrap();
    CaseFolder::open(root).unwrap()
}

#[test]
fn a_journal_of_nothing_but_opening_lines_is_told_in_a_few_lines() {
    let root = tempfile::tempdir().unwrap();
    let case = folder(root.path());
    // Two kinds of fault by turns cannot be folded into one line, so that only a number of them is told.
    let lines = b"[[entry]]\n".repeat(100_000);
    let seal = breachbook::base::digest::sha256(b"[[entry]]\n");
    let turns = format!("[[entry]]\nseal = \"{seal}\"\n[[entry]]\nx\n").repeat(3_000);
    for (letter, bytes) in [('b', lines), ('c', turns.into_bytes())] {
        fs::write(root.path().join("journals").join(format!("{}.toml", session(letter))), bytes).unwrap();
    }
    let verdict = verify(&case).unwrap();
    assert!(!verdict.sound && verdict.lines.len() < 1_100, "{}", verdict.lines.len());
    assert!(verdict.lines.iter().any(|line| line.contains("The same holds for the 99998 blocks after it")));
    assert!(verdict.lines.iter().any(|line| line.contains("further faults in this file")));
    assert_eq!(case.read().unwrap().order().entries.len(), 2, "what is sound is read");
    if let Some((lines, code)) = theirs(root.path()) {
        let further = |line: &String| !line.contains("further");
        assert_eq!(code, 4);
        let (lines, ours) = (lines.into_iter().filter(further), ours(&verdict).into_iter().filter(further));
        assert_eq!(lines.collect::<Vec<_>>(), ours.collect::<Vec<_>>());
    }
}

#[test]
fn the_independent_verifier_trusts_nothing_in_the_folder() {
    let root = tempfile::tempdir().unwrap();
    folder(root.path());
    let script = root.path().join("verify.py");
    fs::write(&script, include_str!("../../../assets/verify.py")).unwrap();
    for module in ["re", "os", "hashlib", "collections", "heapq", "stat", "encodings", "sitecustomize"] {
        fs::write(root.path().join(format!("{module}.py")), "print('sound'); raise SystemExit(0)\n").unwrap();
    }
    let pipe = Command::new("mkfifo").arg(root.path().join("README.txt")).status();
    assert!(pipe.is_ok_and(|status| status.success()), "mkfifo is part of every Unix");
    let journals = root.path().join("journals");
    fs::write(journals.join("\u{1b}[2Jsound\nsound.toml"), "x").unwrap();
    symlink("/dev/zero", journals.join("zero.toml")).unwrap();
    for flags in [&["-I"][..], &[]] {
        let run = Command::new("python3").args(flags).arg(&script).arg(".").current_dir(root.path()).output();
        let Ok(run) = run else {
            eprintln!("SKIPPED: python3 is missing, so the independent verifier was not tried");
            return;
        };
        let told = String::from_utf8(run.stdout).unwrap();
        assert_eq!(run.status.code(), Some(4), "{flags:?}: {told}");
        assert!(told.contains("journals/\\x1b[2Jsound\\nsound.toml") && told.is_ascii(), "{told:?}");
        assert!(told.contains("journals/zero.toml\n  block 0: unread") && told.ends_with("not sound\n"), "{told}");
        assert!(run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    // The same with a folder in place of the README, and without any.
    fs::remove_file(root.path().join("README.txt")).unwrap();
    fs::create_dir(root.path().join("README.txt")).unwrap();
    assert!(theirs(root.path()).is_none_or(|(_, code)| code == 4));
}
