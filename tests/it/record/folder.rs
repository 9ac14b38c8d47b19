//! Case folders: what is made, what is read back, and what strangers may put there without harm.

use crate::record::journal::{Journal, case, draft, header, session};
use breachbook::journal::{Field, Header, Mode};
use breachbook::store::atomic::write_atomically;
use breachbook::store::{CaseFolder, JournalWriter, Library, NewCase, StoreError, SystemClock, platform, verify};
use std::fs;
use std::path::Path;

fn new_case(parent: &Path, word: &str, mode: Mode) -> CaseFolder {
    let frozen = [("playbook.toml".to_owned(), b"[playbook]\n".to_vec())];
    let date = crate::record::journal::reading().wall.date();
    let new = NewCase { word: Some(word), date, mode, case: &case(), frozen: &frozen };
    CaseFolder::create(parent, &new).unwrap()
}

fn with_entries(parent: &Path, word: &str, answers: &[&str]) -> CaseFolder {
    let folder = new_case(parent, word, Mode::Live);
    let mut writer = JournalWriter::create(&folder, header(&session('a')));
    for answer in answers {
        writer.append(draft(answer)).unwrap();
    }
    folder
}

#[test]
fn a_new_case_has_everything_in_it_and_belongs_to_its_owner_only() {
    let root = tempfile::tempdir().unwrap();
    let folder = new_case(&root.path().join("made/on/the/way"), "sapphire", Mode::Live);
    assert_eq!(folder.name(), "2026-11-22-sapphire");
    assert_eq!(new_case(folder.path().parent().unwrap(), "sapphire", Mode::Live).name(), "2026-11-22-sapphire-2");
    assert_eq!(new_case(root.path(), "sapphire", Mode::Exercise).name(), "ex-2026-11-22-sapphire");
    let readme = fs::read_to_string(folder.path().join("README.txt")).unwrap();
    assert!(readme.contains(case().as_str()) && !readme.contains('{'), "{readme}");
    assert_eq!(fs::read_to_string(folder.path().join(".gitattributes")).unwrap(), "* -text\n");
    assert_eq!(fs::read(folder.path().join("playbook/playbook.toml")).unwrap(), b"[playbook]\n");
    assert_eq!(CaseFolder::open(folder.path()).unwrap(), folder);
    assert!(folder.read().unwrap().files.is_empty(), "no journal before the first entry");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &str| folder.path().join(path).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(""), mode("journals"), mode("README.txt")), (0o700, 0o700, 0o600));
        assert!(platform::warnings(folder.path()).iter().all(|said| !said.contains("Other users")));
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        assert!(platform::warnings(folder.path()).iter().any(|said| said.contains("chmod 700")));
    }
}

#[test]
fn the_readme_tells_how_to_find_the_seal_of_the_header_by_hand() {
    let root = tempfile::tempdir().unwrap();
    let folder = with_entries(root.path(), "juniper", &["one"]);
    let readme = fs::read_to_string(folder.path().join("README.txt")).unwrap();
    let command = readme.lines().find(|line| line.contains("sha256sum") && line.contains("sed")).unwrap();
    let command = command.split("     ").next().unwrap().replace("FILE", &format!("{}.toml", session('a')));
    let run = std::process::Command::new("sh").args(["-c", &command]).current_dir(folder.path()).output();
    let Ok(run) = run.map(|run| String::from_utf8(run.stdout).unwrap()) else {
        eprintln!("SKIPPED: there is no shell");
        return;
    };
    let seal = folder.read().unwrap().files[0].scan.header.as_ref().unwrap().seal.to_string();
    assert!(run.starts_with(&seal), "{run}");
}

#[test]
fn names_that_could_leave_the_folder_are_refused() {
    let root = tempfile::tempdir().unwrap();
    for name in ["../x", "a/b", "", ".hidden", "A.toml", "nul\0", "con:", &"a".repeat(65)] {
        let frozen = [(name.to_owned(), Vec::new())];
        let new = NewCase {
            word: None,
            date: crate::record::journal::reading().wall.date(),
            mode: Mode::Live,
            case: &case(),
            frozen: &frozen,
        };
        assert!(matches!(CaseFolder::create(root.path(), &new), Err(StoreError::BadName(_))), "{name:?}");
    }
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0, "nothing was made");
    let odd = new_case(root.path(), "../../escape", Mode::Live);
    assert_eq!(odd.path().parent(), Some(root.path()));
}

#[cfg(unix)]
#[test]
fn links_pipes_huge_files_and_strange_journals_are_left_alone_and_named() {
    let root = tempfile::tempdir().unwrap();
    let folder = with_entries(root.path(), "harbour", &["one", "two"]);
    let journals = folder.journals_path();
    let outside = root.path().join("outside.toml");
    fs::write(&outside, Journal::of('b', &["from outside"]).bytes()).unwrap();
    std::os::unix::fs::symlink(&outside, journals.join("link.toml")).unwrap();
    let pipe = std::process::Command::new("mkfifo").arg(journals.join("pipe.toml")).status();
    assert!(pipe.is_ok_and(|status| status.success()), "mkfifo is part of every Unix");
    fs::File::create(journals.join("huge.toml")).unwrap().set_len(1 << 40).unwrap();
    fs::create_dir(journals.join("folder.toml")).unwrap();
    fs::write(journals.join("notes.txt"), "nothing").unwrap();
    fs::write(journals.join(".syncthing.tmp"), "half").unwrap();
    let strange = Header { case: platform::new_case().unwrap(), ..header(&session('d')) };
    fs::write(journals.join("foreign.toml"), Journal::new(&strange).then("elsewhere", &[]).bytes()).unwrap();
    let found = folder.read().unwrap();
    let ignored: Vec<_> = found.ignored.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(ignored, [".syncthing.tmp", "notes.txt"]);
    assert_eq!(found.order().entries.len(), 2, "nothing from outside is counted");
    let verdict = verify(&folder).unwrap();
    assert!(verdict.lines.iter().any(|line| line.starts_with("journals/foreign.toml: The file belongs to case")));
    assert!(
        ["folder.toml", "huge.toml", "link.toml", "pipe.toml"].iter().all(|name| {
            let begins = format!("journals/{name}: The file could not be read");
            verdict.lines.iter().any(|line| line.starts_with(&begins))
        }),
        "{:#?}",
        verdict.lines
    );
    fs::rename(&journals, root.path().join("moved")).unwrap();
    std::os::unix::fs::symlink(root.path().join("moved"), &journals).unwrap();
    assert!(
        matches!(CaseFolder::open(folder.path()), Err(StoreError::NoJournals { .. })),
        "a linked folder of journals"
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_recorded_behind_a_link_that_took_the_place_of_the_folder() {
    let root = tempfile::tempdir().unwrap();
    let folder = new_case(root.path(), "linden", Mode::Live);
    let mut writer = JournalWriter::create(&folder, header(&session('a')));
    writer.append(draft("one")).unwrap();
    let away = root.path().join("away");
    fs::rename(folder.journals_path(), &away).unwrap();
    std::os::unix::fs::symlink(&away, folder.journals_path()).unwrap();
    let said = writer.append(draft("two")).unwrap_err().to_string();
    assert!(said.contains("Not recorded") && said.contains("the folder is a link now"), "{said}");
    fs::remove_file(folder.journals_path()).unwrap();
    fs::rename(&away, folder.journals_path()).unwrap();
    writer.append(draft("two")).unwrap();
    assert_eq!(folder.read().unwrap().order().entries.len(), 2);
    assert!(verify(&folder).unwrap().sound);
}

#[test]
fn what_other_writers_add_changes_the_fingerprint_and_is_read() {
    let root = tempfile::tempdir().unwrap();
    let folder = with_entries(root.path(), "maple", &["one"]);
    let before = folder.stamp().unwrap();
    assert_eq!(folder.stamp().unwrap(), before);
    let mut other = JournalWriter::create(&folder, header(&session('b')));
    assert_eq!(folder.stamp().unwrap(), before, "a session that recorded nothing leaves no file");
    other.append(draft("two")).unwrap();
    assert_ne!(folder.stamp().unwrap(), before);
    let found = folder.read().unwrap();
    assert_eq!(found.order().entries.len(), 2);
    assert_eq!(found.heads().last(), other.head(), "what the next session notes as seen");
}

#[test]
fn a_copying_program_may_leave_copies_and_only_a_fork_is_a_fault() {
    let root = tempfile::tempdir().unwrap();
    let folder = with_entries(root.path(), "clover", &["one", "two"]);
    let name = format!("{}.toml", session('a'));
    let whole = fs::read(folder.journals_path().join(&name)).unwrap();
    for copy in ["a.sync-conflict-20261122.toml", "a (copy).toml", "a.toml~"] {
        fs::write(folder.journals_path().join(copy), &whole[..whole.len() - 100]).unwrap();
    }
    let found = folder.read().unwrap();
    assert_eq!((found.files.len(), found.notes.len(), found.order().entries.len()), (4, 3, 2));
    assert!(verify(&folder).unwrap().sound);
    fs::write(folder.journals_path().join("a (2).toml"), Journal::of('a', &["one", "TWO"]).bytes()).unwrap();
    let verdict = verify(&folder).unwrap();
    assert!(verdict.lines.iter().any(|line| line.contains("in two versions")), "{:#?}", verdict.lines);
}

#[test]
fn a_disk_that_does_not_take_it_is_named_with_what_to_do() {
    let root = tempfile::tempdir().unwrap();
    let folder = new_case(root.path(), "willow", Mode::Live);
    let mut writer = JournalWriter::create(&folder, header(&session('a')));
    fs::rename(folder.path(), root.path().join("pulled-out")).unwrap();
    let said = writer.append(draft("one")).unwrap_err().to_string();
    assert!(said.contains("the folder is not there any more") && said.contains("put the stick"), "{said}");
    fs::rename(root.path().join("pulled-out"), folder.path()).unwrap();
    let head = writer.append(draft("one")).unwrap();
    assert_eq!(head.seq, 1);
    assert!(verify(&folder).unwrap().sound);
}

#[test]
fn cases_are_listed_and_found_by_folder_name_word_or_path() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(Library::at(root.path().join("not yet")).list().unwrap(), []);
    let library = Library::at(root.path());
    let folder = new_case(root.path(), "sapphire", Mode::Live);
    new_case(root.path(), "juniper", Mode::Exercise);
    new_case(root.path(), "juniper", Mode::Live);
    let mut writer = JournalWriter::create(&folder, header(&session('a')));
    let mut opened = draft("");
    opened.kind = "opened".into();
    opened.fields.push("title", Field::Text("Lost laptop\u{1b}[2J".into()));
    writer.append(opened).unwrap();
    let listed = library.list().unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!(listed[0].title.as_deref(), Some("Lost laptop<U+001B>[2J"));
    assert!(!listed[0].closed && listed[0].opened == listed[0].last && listed[0].last.is_some());
    let mut closed = draft("");
    closed.kind = "closed".into();
    writer.append(closed).unwrap();
    assert!(library.list().unwrap()[0].closed);
    assert_eq!(library.resolve(Path::new("sapphire")).unwrap(), folder);
    assert_eq!(library.resolve(Path::new("2026-11-22-sapphire")).unwrap(), folder);
    assert_eq!(library.resolve(folder.path()).unwrap(), folder);
    let several = library.resolve(Path::new("juniper")).unwrap_err().to_string();
    assert!(several.contains("ex-2026-11-22-juniper") && several.contains("several"), "{several}");
    let none = library.resolve(Path::new("ruby")).unwrap_err().to_string();
    assert!(none.contains("breachbook list"), "{none}");
}

#[test]
fn an_export_replaces_the_old_file_whole_and_leaves_nothing_beside_it() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("report.md");
    fs::write(&path, "old").unwrap();
    write_atomically(&path, b"new").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert!(write_atomically(&root.path().join("missing/report.md"), b"x").is_err());
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn the_clock_of_this_computer_reads_the_same_start_and_never_claims_to_be_synchronised() {
    use breachbook::base::Clock;
    let clock = SystemClock::new();
    let (one, two) = (clock.read(), clock.read());
    assert!(one.boot == two.boot && !one.boot.is_empty() && one.up_ms <= two.up_ms && !one.synced);
    assert_ne!(platform::new_session().unwrap(), platform::new_session().unwrap());
    assert!(!platform::device_name().is_empty());
}
