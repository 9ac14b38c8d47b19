//! The playbook that is kept in a case is under check: changed, missing, added to, or a link.

use crate::record::journal::{case, draft, frozen, header, session};
use crate::record::samples::theirs;
use crate::support::desk::Desk;
use crate::support::say;
use breachbook::store::{CaseFolder, JournalWriter, NewCase, verify};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

type Spoil = fn(&Path);

/// Each does something to the folder `playbook`, and how that is named: in a case that lists its files, and in an older one.
const KINDS: [(&str, &str, Spoil, &str, &str); 11] = [
    ("nothing", "", |_| {}, "", ""),
    (
        "a byte",
        "NAME",
        |file| fs::write(file, [&fs::read(file).unwrap()[..], b"#"].concat()).unwrap(),
        "altered",
        "playbook: altered",
    ),
    ("emptied", "NAME", |file| fs::write(file, "").unwrap(), "altered", "playbook: altered"),
    ("removed", "NAME", |file| fs::remove_file(file).unwrap(), "missing", "playbook: missing"),
    (
        "renamed",
        "NAME",
        |file| fs::rename(file, file.with_file_name("other.txt")).unwrap(),
        "missing",
        "playbook: missing",
    ),
    (
        "a link to itself elsewhere",
        "NAME",
        |file| {
            fs::rename(file, file.parent().unwrap().with_file_name("elsewhere")).unwrap();
            symlink("../elsewhere", file).unwrap();
        },
        "unread",
        "unread",
    ),
    (
        "a folder",
        "NAME",
        |file| {
            fs::remove_file(file).unwrap();
            fs::create_dir(file).unwrap();
        },
        "unread",
        "unread",
    ),
    (
        "too large",
        "NAME",
        |file| fs::File::options().write(true).open(file).unwrap().set_len(1 << 30).unwrap(),
        "unread",
        "unread",
    ),
    ("added", "zz.toml", |file| fs::write(file.with_file_name("zz.toml"), "").unwrap(), "added", "playbook: altered"),
    (
        "the folder gone",
        "",
        |file| fs::rename(file.parent().unwrap(), file.parent().unwrap().with_file_name("away")).unwrap(),
        "playbook: missing",
        "playbook: missing",
    ),
    (
        "the folder a link",
        "",
        |file| {
            let folder = file.parent().unwrap();
            fs::rename(folder, folder.with_file_name("away")).unwrap();
            symlink("away", folder).unwrap();
        },
        "playbook: missing",
        "playbook: missing",
    ),
];

fn told(path: &Path, kind: &str) -> Vec<String> {
    let verdict = verify(&CaseFolder::open(path).unwrap()).unwrap();
    let beside: Vec<_> = verdict.beside.iter().map(|damage| format!("{}: {}", damage.place, damage.code)).collect();
    if let Some((lines, code)) = theirs(path) {
        assert_eq!(code, if beside.is_empty() { 0 } else { 4 }, "{kind}: {lines:?}");
        assert_eq!(lines.iter().filter(|line| line.starts_with("playbook")).cloned().collect::<Vec<_>>(), {
            let mut sorted = beside.clone();
            sorted.sort();
            sorted
        });
    }
    beside
}

fn expected(name: &str, what: &str, code: &str, file: &str) -> Vec<String> {
    match what {
        _ if code.is_empty() => Vec::new(),
        _ if code.contains(": ") => vec![code.to_owned()],
        "renamed" => vec![format!("playbook/{file}: missing"), "playbook/other.txt: added".into()],
        _ => vec![format!("playbook/{}: {code}", if name == "NAME" { file } else { name })],
    }
}

#[test]
fn whatever_happens_to_the_playbook_is_named_and_recording_goes_on() {
    for (what, name, spoil, code, _) in KINDS {
        let mut desk = Desk::open("trinity");
        desk.answer("recalled", "yes");
        let path = desk.case();
        spoil(&path.join("playbook/trinity.toml"));
        assert_eq!(told(&path, what), expected(name, what, code, "trinity.toml"), "{what}");
        let mut next = desk.second_session("B. Osei");
        assert_eq!(!next.damage().is_empty(), !code.is_empty(), "{what}: {:?}", next.damage());
        assert_eq!(next.playbook().id.as_str(), "trinity", "{what}: the bundled copy stands in");
        let command = say::answer("multiple_individuals", "yes");
        next.submit(&command).unwrap();
        assert_eq!(next.state().log.len(), desk.session.state().log.len() + 1, "{what}");
        assert_eq!(told(&path, what), expected(name, what, code, "trinity.toml"), "{what}: the new run adds nothing");
        // Who had the case open keeps the playbook that was read, and is told.
        desk.session.refresh().unwrap();
        assert_eq!(!desk.session.damage().is_empty(), !code.is_empty(), "{what}");
        desk.answer("context", "Mail to one parent");
    }
}

#[test]
fn a_playbook_that_is_changed_while_the_case_is_open_is_told_at_the_next_look() {
    let mut desk = Desk::open("trinity");
    assert!(desk.session.damage().is_empty());
    let file = desk.case().join("playbook/trinity.toml");
    let text = fs::read(&file).unwrap();
    fs::write(&file, "").unwrap();
    desk.session.refresh().unwrap();
    assert_eq!(desk.session.damage()[0].place, "playbook/trinity.toml");
    fs::write(&file, text).unwrap();
    desk.session.refresh().unwrap();
    assert!(desk.session.damage().is_empty(), "{:?}", desk.session.damage());
}

#[test]
fn in_a_case_that_lists_no_files_the_digest_in_the_headers_is_compared() {
    for (what, name, spoil, _, code) in KINDS {
        let root = tempfile::tempdir().unwrap();
        let date = crate::record::journal::reading().wall.date();
        let mode = breachbook::journal::Mode::Live;
        let new = NewCase { word: None, date, mode, case: &case(), frozen: &frozen() };
        let folder = CaseFolder::create(root.path(), &new).unwrap();
        JournalWriter::create(&folder, header(&session('a'))).append(draft("one")).unwrap();
        spoil(&folder.path().join("playbook/playbook.toml"));
        let expected = match what {
            "renamed" => vec!["playbook: missing".to_owned()],
            _ => expected(name, what, code, "playbook.toml"),
        };
        assert_eq!(told(folder.path(), what), expected, "{what}");
    }
}

#[test]
fn a_playbook_that_is_as_it_was_and_of_another_version_is_not_said_to_be_missing() {
    let home = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals/good/two-sessions");
    for part in ["journals", "playbook"] {
        fs::create_dir(home.path().join(part)).unwrap();
        for file in sample.join(part).read_dir().unwrap().map(Result::unwrap) {
            fs::copy(file.path(), home.path().join(part).join(file.file_name())).unwrap();
        }
    }
    let folder = CaseFolder::open(home.path()).unwrap();
    let clock = Box::new(crate::support::desk::clock());
    let session = breachbook::session::Session::open(folder, "R. Okafor", clock).unwrap();
    let says = session.damage().iter().map(|damage| damage.says.as_str()).collect::<Vec<_>>().join(" ");
    assert!(says.contains("as it was when the case was opened") && says.contains("this version"), "{says}");
    assert!(!says.contains("No copy of it was found"), "{says}");
    let verdict = verify(&CaseFolder::open(home.path()).unwrap()).unwrap();
    assert!(verdict.sound, "{:?}", verdict.lines);
}
