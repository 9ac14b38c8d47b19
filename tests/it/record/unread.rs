//! What a reader cannot take in is damage: journals that are there and cannot be read, of every kind.

use crate::record::journal::{Journal, draft, header, session};
use crate::record::samples::theirs;
use breachbook::store::{CaseFolder, JournalWriter, NewCase, verify};
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;

type Spoil = fn(&Path);

/// Each puts something unreadable in place of a journal.
const KINDS: [(&str, Spoil); 7] = [
    ("a link", |path| symlink("/etc/hostname", path).unwrap()),
    ("a link to nothing", |path| symlink("nowhere", path).unwrap()),
    ("a link to itself", |path| symlink(path, path).unwrap()),
    ("a folder", |path| fs::create_dir(path).unwrap()),
    ("a socket", |path| drop(UnixListener::bind(path).unwrap())),
    ("a pipe", |path| {
        let made = std::process::Command::new("mkfifo").arg(path).status();
        assert!(made.is_ok_and(|status| status.success()), "mkfifo is part of every Unix");
    }),
    ("a file over the limit", |path| fs::File::create(path).unwrap().set_len((64 << 20) + 1).unwrap()),
];

fn case(root: &Path) -> CaseFolder {
    let new = NewCase {
        word: Some("sapphire"),
        date: crate::record::journal::reading().wall.date(),
        mode: breachbook::journal::Mode::Live,
        case: &crate::record::journal::case(),
        frozen: &crate::record::journal::frozen(),
    };
    let folder = CaseFolder::create(root, &new).unwrap();
    for letter in ['a', 'b'] {
        JournalWriter::create(&folder, header(&session(letter))).append(draft("one")).unwrap();
    }
    folder
}

/// What the program says of the case, after it was compared with what the independent verifier says.
fn damage(folder: &CaseFolder, name: &str) -> Vec<String> {
    let (verdict, read) = (verify(folder).unwrap(), folder.read().unwrap());
    if let Some((lines, code)) = theirs(folder.path()) {
        assert_eq!(code, if verdict.sound { 0 } else { 4 }, "{name}: {lines:?}");
        let unread = |line: &&String| line.ends_with(": unread");
        let ours = verdict.damage.iter().filter(|finding| finding.fault.code() == "unread");
        let ours = ours.map(|finding| format!("{}: block 0: unread", finding.file.as_ref().unwrap()));
        // Names that were not looked at have no file of their own.
        let ours: Vec<_> = ours.filter(|line| !line.contains(" more names")).collect();
        assert_eq!(lines.iter().filter(unread).cloned().collect::<Vec<_>>(), ours, "{name}");
    }
    let damage = breachbook::store::damage::of_journals(&read, &read.order());
    damage.iter().map(ToString::to_string).collect()
}

#[test]
fn a_journal_that_cannot_be_read_is_damage_and_recording_goes_on() {
    for (kind, spoil) in KINDS {
        let root = tempfile::tempdir().unwrap();
        let folder = case(root.path());
        let name = format!("{}.toml", session('b'));
        let path = folder.journals_path().join(&name);
        fs::remove_file(&path).unwrap();
        spoil(&path);
        let told = damage(&folder, kind);
        assert_eq!(told.len(), 1, "{kind}: {told:?}");
        let begins = format!("journals/{name}: The file could not be read");
        assert!(told[0].starts_with(&begins), "{kind}: {told:?}");
        JournalWriter::create(&folder, header(&session('c'))).append(draft("two")).unwrap();
        assert_eq!(folder.read().unwrap().order().entries.len(), 2, "{kind}: what is sound is shown");
    }
}

#[test]
fn whatever_has_the_name_of_a_journal_counts_and_what_clearly_is_none_is_only_told() {
    let run = session('b');
    for (name, counts) in [
        (format!("{run}.2.toml"), true),
        (format!("{run} (copy).toml"), true),
        (format!("{run}.toml~"), true),
        (format!("Copy of {run}"), true),
        ("a.sync-conflict.TOML".into(), true),
        ("folder".into(), false),
        ("notes.txt".into(), false),
        (format!(".{run}.toml"), false),
        (".syncthing.tmp".into(), false),
    ] {
        let root = tempfile::tempdir().unwrap();
        let folder = case(root.path());
        fs::create_dir(folder.journals_path().join(&name)).unwrap();
        assert_eq!(damage(&folder, &name).len(), usize::from(counts), "{name}");
        let ignored = folder.read().unwrap().ignored;
        assert_eq!(ignored.iter().map(|one| &one.name).collect::<Vec<_>>(), [&name][usize::from(counts)..]);
    }
    // An ordinary file of any name may be a renamed journal as long as nobody can look into it.
    let root = tempfile::tempdir().unwrap();
    let folder = case(root.path());
    fs::File::create(folder.journals_path().join("video")).unwrap().set_len(1 << 30).unwrap();
    fs::write(folder.journals_path().join("notes"), "call back").unwrap();
    let told = damage(&folder, "video");
    assert!(told.len() == 1 && told[0].starts_with("journals/video: "), "{told:?}");
}

#[test]
fn a_case_of_any_number_of_its_own_journals_opens() {
    let root = tempfile::tempdir().unwrap();
    let folder = case(root.path());
    let journal = Journal::of('a', &["one"]);
    // The names are of the form that runs have, which is all that counts; 4,200 different runs would only be slower to make.
    for n in 2..4_200 {
        fs::hard_link(
            folder.journals_path().join(journal.file_name()),
            folder.journals_path().join(format!("{}.{n}.toml", session('a'))),
        )
        .unwrap();
    }
    assert_eq!(folder.read().unwrap().files.len(), 4_200);
    assert!(folder.stamp().is_ok());
    JournalWriter::create(&folder, header(&session('c'))).append(draft("two")).unwrap();
    assert!(folder.read().unwrap().files.len() == 4_201);
}

#[test]
fn of_names_that_the_program_never_gives_a_fixed_number_is_looked_at_and_the_rest_is_damage() {
    let root = tempfile::tempdir().unwrap();
    let folder = case(root.path());
    for n in 0..4_100 {
        fs::write(folder.journals_path().join(format!("{n:05}.txt")), "").unwrap();
        fs::write(folder.journals_path().join(format!(".{n:05}")), "").unwrap();
    }
    let read = folder.read().unwrap();
    assert_eq!(read.order().entries.len(), 2, "its own journals are read however much lies around them");
    let told = damage(&folder, "many");
    assert!(told.len() == 1 && told[0].starts_with("journals/4 more names: "), "{told:?}");
    assert_eq!(read.ignored.len(), 4_096 + 1 + 4_096);
}
