//! Files of rows: counted, kept in the case, checked, and refused without a trace.

use crate::lists::bench::{Bench, done};
use crate::support::memory_disk::{MemoryDisk, Trouble};
use crate::support::say::{self, v};
use breachbook::case::Fact;
use breachbook::record::Draft;
use breachbook::session::SubmitError;
use breachbook::store::{Files, NotRecorded, verify};
use std::fmt::Write as _;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::process::Command as Process;

pub fn import(file: &Path) -> Draft {
    say::import("people", file)
}

/// A file of `rows` people beside the case.
fn people(bench: &Bench, name: &str, rows: usize) -> PathBuf {
    let mut text = "name,residence,current,e-mail,postal address,Shoe size\n".to_owned();
    for n in 0..rows {
        let state = ["Missouri", "Illinois", "Kansas"][n % 3];
        let mail = if n % 4 == 0 { format!("p{n}@example.org") } else { String::new() };
        let street = if n % 10 == 9 { "" } else { "1 Main St" };
        writeln!(text, "Person {n},{state},yes,{mail},{street},42").unwrap();
    }
    let path = bench.home.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn kept(bench: &Bench) -> Vec<PathBuf> {
    let Ok(folder) = fs::read_dir(bench.case().join("files")) else { return Vec::new() };
    folder.map(|entry| entry.unwrap().path()).collect()
}

/// What the independent verifier says; `None` without an interpreter.
fn independent(case: &Path) -> Option<i32> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/verify.py");
    Process::new("python3").arg(script).arg(case).output().ok().and_then(|run| run.status.code())
}

#[test]
fn a_file_is_counted_kept_and_named_by_its_digest() {
    let mut bench = Bench::open();
    let file = people(&bench, "members.csv", 5_000);
    let receipt = bench.record(&import(&file));
    let Fact::RowsImported { import: counted, .. } = &receipt.recorded.fact else { panic!("an import") };
    assert_eq!((counted.file.as_str(), counted.rows), ("members.csv", 5_000));
    assert_eq!(counted.ignored, ["Shoe size"]);
    assert_eq!(bench.value("people"), "5000 rows; 4500 by letter, 1250 by e-mail, 500 by none");
    let status = bench.of("registers", "people");
    assert_eq!(status["tallies"][0]["values"][0]["rows"], 1667);
    let path = bench.case().join("files").join(format!("{}.csv", counted.sha256));
    assert_eq!(fs::read(&path).unwrap(), fs::read(&file).unwrap());
    assert_eq!(kept(&bench), [path], "nothing else is left behind");
    let whole = serde_json::to_string(&bench.status()).unwrap();
    assert!(!whole.contains("Person 7"), "no row of the file is in the status");
    assert_eq!(bench.value("write"), "0 of 1: members.csv waits", "a file is settled as one");
    bench.record(&done("write", Some("MEMBERS.csv")));
    assert_eq!(bench.state("write"), "done");
}

#[test]
fn verify_says_when_the_file_is_missing_or_altered() {
    let mut bench = Bench::open();
    let file = people(&bench, "members.csv", 12);
    bench.record(&import(&file));
    let folder = bench.session.folder().clone();
    let sound = verify(&folder).unwrap();
    assert!(sound.sound && sound.lines.iter().any(|line| line.contains("1 file taken in")), "{:?}", sound.lines);
    assert!(matches!(independent(&bench.case()), None | Some(0)));
    let path = kept(&bench).remove(0);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, [&bytes[..], b"Ghost,Ohio\n"].concat()).unwrap();
    let altered = verify(&folder).unwrap();
    assert!(!altered.sound && altered.lines[0] == "Not sound: 1 fault.", "{:?}", altered.lines);
    assert!(altered.lines.iter().any(|line| line.starts_with("files/") && line.contains("Altered")));
    assert!(matches!(independent(&bench.case()), None | Some(4)));
    fs::remove_file(&path).unwrap();
    let missing = verify(&folder).unwrap();
    assert!(!missing.sound && missing.lines.iter().any(|line| line.contains("Missing")), "{:?}", missing.lines);
    assert!(matches!(independent(&bench.case()), None | Some(4)));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&file, &path).unwrap();
        assert!(!verify(&folder).unwrap().sound, "a link may point anywhere");
    }
}

#[test]
fn what_is_refused_leaves_no_trace() {
    let mut bench = Bench::open();
    let bad = bench.home.path().join("bad.csv");
    for (text, says) in [
        ("name,residence\n ,Ohio\n", "Line 2: no name"),
        ("residence,email\nOhio,a@example.org\n", "No heading is the name"),
        ("name,email\nAna,a@example.org,surplus\n", "Line 2: too many cells (3 of 2)"),
        ("a,b\nx,y\n", "None of the first lines holds headings"),
        ("PK\u{3}\u{4}\u{0}\u{0}", "This is not a list"),
    ] {
        fs::write(&bad, text).unwrap();
        let said = bench.refused(&import(&bad));
        assert!(said.contains(says) && said.contains("Nothing was recorded"), "{said}");
    }
    assert!(bench.refused(&import(Path::new("/nowhere/at all.csv"))).contains("no such file"));
    let folder = bench.home.path().to_owned();
    assert!(bench.refused(&import(&folder)).contains("not an ordinary file"));
    let good = people(&bench, "good.csv", 3);
    let wrong = say::import("mails", good.clone());
    assert!(bench.refused(&wrong).contains("not a list"));
    assert_eq!(kept(&bench), Vec::<PathBuf>::new());
    bench.record(&import(&good));
    let copy = bench.home.path().join("copy.csv");
    fs::copy(&good, &copy).unwrap();
    let there = format!("This very file is in the list already, as entry {}", bench.name(2));
    assert!(bench.refused(&import(&copy)).contains(&there));
    assert_eq!(kept(&bench).len(), 1);
    let entry = bench.name(2);
    bench.record(&say::strike(entry).with(&v::strike::REASON, "The wrong list."));
    bench.record(&import(&copy));
    assert_eq!(bench.value("people"), "3 rows; 3 by letter, 1 by e-mail, 0 by none");
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_make_the_program_wait_and_a_sparse_giant_is_not_read() {
    let mut bench = Bench::open();
    let pipe = bench.home.path().join("pipe.csv");
    assert!(Process::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(bench.refused(&import(&pipe)).contains("not an ordinary file"));
    let giant = bench.home.path().join("giant.csv");
    fs::File::create(&giant).unwrap().set_len(1 << 40).unwrap();
    assert!(bench.refused(&import(&giant)).contains("at most 256"));
}

#[test]
fn names_in_a_file_act_on_nothing() {
    let mut bench = Bench::open();
    let file = bench.home.path().join("evil\u{1b}[2J.csv");
    fs::write(&file, "name,Shoe\u{202e},residence\n=cmd|' /C calc'!A0,x,\u{1b}[31mOhio\n").unwrap();
    bench.record(&import(&file));
    let journal: String = fs::read_dir(bench.case().join("journals"))
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    assert!(!journal.contains(['\u{1b}', '\u{202e}']) && journal.contains("rows_imported"), "{journal}");
    assert!(!journal.contains("calc"), "no cell but those of tallied columns");
}

#[cfg(unix)]
#[test]
fn a_disk_that_does_not_take_the_file_records_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let mut bench = Bench::open();
    let file = people(&bench, "members.csv", 10);
    fs::write(bench.case().join("files"), "a file where the folder should be").unwrap();
    let before = bench.session.state().log.len();
    match bench.submit(&import(&file)) {
        Err(SubmitError::NotRecorded(error)) => {
            assert!(error.to_string().starts_with("Not recorded"), "{error}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(bench.session.state().log.len(), before);
    fs::remove_file(bench.case().join("files")).unwrap();
    bench.session.submit(&import(&file)).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&bench.case().join("files")), mode(&kept(&bench)[0])), (0o700, 0o600));
}

#[test]
fn every_failing_call_of_the_disk_leaves_either_the_whole_file_or_none() {
    let bytes = vec![b'x'; 200_000];
    let take = |disk: &MemoryDisk| -> Result<String, NotRecorded> {
        let files = Files::on(Box::new(disk.clone()), Path::new("case/files"));
        let mut taking = files.take(Box::new(std::io::Cursor::new(bytes.clone())))?;
        let mut read = Vec::new();
        if let Err(error) = taking.read_to_end(&mut read) {
            return Err(taking.refused().unwrap_or_else(|| panic!("{error}")));
        }
        let name = Files::name(&taking.sha256());
        taking.keep().map(|()| name)
    };
    let calm = MemoryDisk::new();
    let name = take(&calm).unwrap();
    let path = Path::new("case/files").join(&name);
    assert_eq!(calm.files().get(&path), Some(&bytes));
    let mut failures = 0;
    for call in 0..calm.calls() {
        for trouble in [
            Trouble::Error(ErrorKind::StorageFull),
            Trouble::AfterAll(ErrorKind::Other),
            Trouble::Short(0),
            Trouble::Short(7),
        ] {
            let disk = MemoryDisk::new().failing(call, false, trouble);
            let taken = take(&disk);
            failures += usize::from(taken.is_err());
            let files = disk.files();
            assert!(files.values().all(|kept| *kept == bytes), "call {call}, {trouble:?}: half a file");
            assert!(files.keys().all(|kept| *kept == path), "call {call}, {trouble:?}: a draft is left");
            assert!(taken.is_err() || files.contains_key(&path), "call {call}, {trouble:?}");
        }
    }
    assert!(failures > calm.calls(), "most of them are noticed");
}
