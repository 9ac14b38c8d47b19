//! How long a playbook of 10,000 items takes to read, and a case on it to open and to step.
//!
//! `cargo bench --bench large` prints medians of several runs. The playbook is made here: 25 files of 400 items in two
//! lanes each, every second item waiting for the one before it.

use breachbook::base::{FixedClock, Stamp};
use breachbook::journal::Mode;
use breachbook::playbook::load;
use breachbook::record::Draft;
use breachbook::record::verbs::answer;
use breachbook::session::{NewSession, PlaybookFiles, Session};
use breachbook::store::CaseFolder;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

const FILES: usize = 25;
const ITEMS: usize = 400;

const HEAD: &str = r#"schema = 1
[playbook]
id = "large"
title = "Large"
jurisdiction = "US"
source = { title = "Large policy", organisation = "Example Library" }
"#;

/// The text of one file.
fn file(number: usize) -> String {
    let mut text = if number == 0 { HEAD.to_owned() } else { "schema = 1\n".to_owned() };
    let _ = write!(text, "[clauses]\nC-{number} = {{ at = \"{number}\", text = \"Clause {number}.\" }}\n");
    for lane in 0..2 {
        let _ = write!(text, "[[phase]]\nid = \"p{number}_{lane}\"\ntitle = \"Lane {number}, {lane}\"\n");
        for item in 0..ITEMS / 2 {
            let own = (number * 2 + lane) * ITEMS / 2 + item;
            let phase = format!("phase = \"p{number}_{lane}\"\ncite = \"C-{number}\"\n");
            let _ = if item % 2 == 0 {
                write!(text, "[[question]]\nid = \"q{own}\"\nask = \"Question {own}?\"\nanswer = \"yes_no\"\n{phase}")
            } else {
                write!(
                    text,
                    "[[task]]\nid = \"t{own}\"\ntitle = \"Task {own}\"\nrecord = \"What was done, and when?\"\n\
                     verb = \"shall\"\nwhen = \"q{}\"\n{phase}",
                    own - 1
                )
            };
        }
    }
    text
}

fn clock() -> FixedClock {
    FixedClock::at(Stamp::parse("2026-11-22T02:13:44.120+10:30").expect("a stamp"))
}

fn median(runs: usize, mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..runs).map(|_| run()).collect();
    times.sort();
    times[times.len() / 2]
}

#[expect(clippy::print_stdout, reason = "a bench prints its figures")]
fn main() {
    let sources: Vec<_> =
        (0..FILES).map(|n| breachbook::source::Source::new(format!("f{n:02}.toml"), file(n))).collect();
    let read = median(5, || {
        let start = Instant::now();
        assert!(load(&sources).playbook.is_some());
        start.elapsed()
    });
    let playbook = load(&sources).playbook.expect("sound");
    let items = playbook.items.len();
    let files = sources.iter().map(|source| (source.name.clone(), source.text.clone().into_bytes())).collect();
    let home = tempfile::tempdir().expect("a folder");
    let new = NewSession {
        playbook: PlaybookFiles { playbook, files },
        title: "Bench",
        person: "R. Okafor",
        mode: Mode::Exercise,
    };
    let session = Session::start(home.path(), new, Box::new(clock())).expect("a case");
    let folder = session.folder().path().to_owned();
    drop(session);
    let open = median(5, || {
        let start = Instant::now();
        let folder = CaseFolder::open(&folder).expect("a case");
        let session = Session::open(folder, "B. Example", Box::new(clock())).expect("opens");
        assert_eq!(session.playbook().items.len(), items);
        start.elapsed()
    });
    let case = CaseFolder::open(&folder).expect("a case");
    let mut session = Session::open(case, "B. Example", Box::new(clock())).expect("opens");
    let mut number = 0;
    let step = median(50, || {
        let answer = Draft::new(&answer::VERB, format!("q{number}")).with(&answer::VALUE, "yes");
        number += 2;
        let start = Instant::now();
        session.submit(&answer).expect("recorded");
        start.elapsed()
    });
    let look = median(50, || {
        let start = Instant::now();
        session.look();
        start.elapsed()
    });
    println!("{items} items: playbook read {read:?}, case opened {open:?}, answer recorded {step:?}, picture {look:?}");
}
