//! The program killed at random moments: everything that it acknowledged is there afterwards.
#![cfg(unix)]

mod support;

use breachbook::journal::Mode;
use breachbook::store::{CaseFolder, JournalWriter, NewCase, platform, verify};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use support::journals::{case, draft, header};

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
        let head =
            writer.append(draft(&format!("answer {n}\n{}", "x".repeat((n as usize * 37) % 900)))).unwrap();
        writeln!(out, "\nacknowledged {head}").unwrap();
        out.flush().unwrap();
    }
}

/// Starts the child, lets it acknowledge some entries, kills it without warning, and returns all that it acknowledged.
fn killed_once(folder: &CaseFolder, after: usize) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_appends_until_it_is_killed", "--nocapture", "--quiet"])
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
    let date = support::journals::reading().wall.date();
    let folders: Vec<CaseFolder> = (0..AT_ONCE)
        .map(|_| {
            let id = case();
            let new = NewCase { word: None, date, mode: Mode::Live, case: &id, frozen: &[] };
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
                assert!(
                    acknowledged.len() > KILLS / AT_ONCE,
                    "the children hardly wrote: {}",
                    acknowledged.len()
                );
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
