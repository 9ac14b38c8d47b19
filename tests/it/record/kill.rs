//! The program killed at random moments: everything that it acknowledged is there afterwards.

use crate::record::journal::{case, draft, frozen, header};
use breachbook::journal::Mode;
use breachbook::store::{CaseFolder, JournalWriter, NewCase, platform, verify};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

const CASE: &str = "BREACHBOOK_TEST_CASE";
const KILLS: usize = 1000;
const AT_ONCE: usize = 4;

/// The part of the child: not a test of its own, but this program called again by the test below.
#[test]
fn child_that_appends_until_it_is_killed() {
    let Some(folder) = std::env::var_os(CASE) else { return };
    let folder = CaseFolder::open(&PathBuf::from(folder)).unwrap();
    let mut writer = JournalWriter::create(&folder, header(&platform::new_session().unwrap()));
    let mut out = std::io::stdout().lock();
    for n in 0_u64.. {
        let head = writer.append(draft(&format!("answer {n}\n{}", "x".repeat((n as usize * 37) % 900)))).unwrap();
        writeln!(out, "\nacknowledged {head}").unwrap();
        out.flush().unwrap();
    }
}

const SMALL: &str = "BREACHBOOK_TEST_SMALL";

/// Called again by the test below: a process that may write files of 1,500 bytes at most.
#[test]
fn child_that_meets_the_limit_on_file_size() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let Some(folder) = std::env::var_os(SMALL) else { return };
    let folder = CaseFolder::open(&PathBuf::from(folder)).unwrap();
    platform::harden();
    setrlimit(Resource::Fsize, Rlimit { current: Some(1500), maximum: Some(1500) }).unwrap();
    let mut writer = JournalWriter::create(&folder, header(&platform::new_session().unwrap()));
    writer.append(draft("short")).unwrap();
    let said = writer.append(draft(&"long ".repeat(400))).unwrap_err().to_string();
    assert!(said.starts_with("Not recorded: the disk is full"), "{said}");
    let head = writer.append(draft("short again")).unwrap();
    writeln!(std::io::stdout(), "\nacknowledged {head}").unwrap();
}

#[test]
fn the_limit_on_file_size_is_told_as_a_full_disk_and_does_not_end_the_program() {
    let root = tempfile::tempdir().unwrap();
    let date = crate::record::journal::reading().wall.date();
    let new = NewCase { word: None, date, mode: Mode::Live, case: &case(), frozen: &frozen() };
    let folder = CaseFolder::create(root.path(), &new).unwrap();
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "record::kill::child_that_meets_the_limit_on_file_size", "--nocapture"])
        .env(SMALL, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && said.contains("acknowledged"), "{said}{}", String::from_utf8_lossy(&run.stderr));
    let verdict = verify(&folder).unwrap();
    assert!(verdict.sound && verdict.sessions[0].entries == 2, "{:#?}", verdict.lines);
}

/// Starts the child, lets it acknowledge some entries, kills it without warning, and returns all that it acknowledged.
fn killed_once(folder: &CaseFolder, after: usize) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "record::kill::child_that_appends_until_it_is_killed", "--nocapture", "--quiet"])
        .env(CASE, folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut heads = Vec::new();
    let mut take = |lines: &mut dyn Iterator<Item = std::io::Result<String>>, most: usize| {
        for line in lines.map_while(Result::ok) {
            heads.extend(line.strip_prefix("acknowledged ").map(str::to_owned));
            if heads.len() >= most {
                break;
            }
        }
    };
    take(&mut lines, after);
    // The moment between two acknowledgements differs from run to run: so many turns of doing nothing.
    for turn in 0..(after * 7919) % 60_000 {
        std::hint::black_box(turn);
    }
    child.kill().unwrap();
    take(&mut lines, usize::MAX);
    child.wait().unwrap();
    heads
}

#[test]
fn a_thousand_kills_lose_nothing_that_was_acknowledged() {
    let root = tempfile::tempdir().unwrap();
    let date = crate::record::journal::reading().wall.date();
    let folders: Vec<CaseFolder> = (0..AT_ONCE)
        .map(|_| {
            let id = case();
            let new = NewCase { word: None, date, mode: Mode::Live, case: &id, frozen: &frozen() };
            CaseFolder::create(root.path(), &new).unwrap()
        })
        .collect();
    std::thread::scope(|scope| {
        for (worker, folder) in folders.iter().enumerate() {
            scope.spawn(move || {
                let mut acknowledged = Vec::new();
                for kill in 0..KILLS / AT_ONCE {
                    acknowledged.extend(killed_once(folder, (kill + worker) % 5));
                }
                assert!(acknowledged.len() > KILLS / AT_ONCE, "the children hardly wrote: {}", acknowledged.len());
                let journals = folder.read().unwrap();
                for head in &acknowledged {
                    let there = |file: &breachbook::store::JournalFile| {
                        file.scan
                            .entries
                            .iter()
                            .any(|e| *head == format!("{}:{}:{}", e.entry.id.session, e.entry.seq, e.seal))
                    };
                    assert!(journals.files.iter().any(there), "{head} was acknowledged and is lost");
                }
                let verdict = verify(folder).unwrap();
                assert!(verdict.sound, "{:#?}", verdict.lines);
            });
        }
    });
}
