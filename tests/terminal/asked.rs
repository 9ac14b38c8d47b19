//! Signals to what works line by line while the disk takes its time: what was begun is waited for, and the last words are true.
//!
//! The program is this test program called again, on a disk that answers no sync while a file lies in the way.

use crate::night::{Night, count};
use crate::slow::Held;
use breachbook::plain::{Idle, StandardInput, walk, watch};
use breachbook::session::Session;
use breachbook::session::saving::Saving;
use breachbook::store::{CaseFolder, SystemClock};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

const CASE: &str = "BREACHBOOK_TEST_ASKED_CASE";
const IDLE: &str = "BREACHBOOK_TEST_ASKED_IDLE";

/// Not a test of its own: this program called again by the tests below.
#[test]
fn child_that_works_line_by_line() {
    let Some(case) = std::env::var_os(CASE).map(PathBuf::from) else { return };
    let saving = Saving::default();
    if std::env::var_os(IDLE).is_some() {
        watch(&saving, Idle::Ends);
        writeln!(io::stderr(), "ready").unwrap();
        io::stdin().read_to_end(&mut Vec::new()).unwrap();
        return;
    }
    let disk = Box::new(Held(case.parent().unwrap().join("hold")));
    let folder = CaseFolder::open(&case).unwrap();
    let mut session = Session::open_on(disk, folder, "R. Okafor", Box::new(SystemClock::new())).unwrap();
    watch(&saving, Idle::GoesOn);
    let ending = walk(&mut session, "", &saving, &mut StandardInput::new(), &mut io::stdout()).unwrap();
    std::process::exit(i32::from(ending.not_ended.is_some()) * 3);
}

struct Desk {
    night: Night,
    case: PathBuf,
    hold: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let night = Night::new();
        let case = night.case();
        let hold = case.parent().unwrap().join("hold");
        Self { night, case, hold }
    }

    fn child(&self, more: &[(&str, &str)]) -> Child {
        let mut command = Command::new(std::env::current_exe().unwrap());
        let arguments = ["--exact", "asked::child_that_works_line_by_line", "--nocapture", "--test-threads=1"];
        self.night.surround(&mut command).args(arguments).env(CASE, &self.case).envs(more.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// A walk that waits for the disk with a note.
    fn saving(&self) -> Child {
        std::fs::write(&self.hold, "").unwrap();
        let mut child = self.child(&[]);
        child.stdin.as_mut().unwrap().write_all(b":note Router unplugged\n").unwrap();
        let journals = self.case.join("journals");
        let written = || {
            let paths = std::fs::read_dir(&journals).unwrap().map(|entry| entry.unwrap().path());
            paths.filter_map(|path| std::fs::read_to_string(path).ok()).any(|text| text.contains("Router unplugged"))
        };
        while !written() {
            assert!(child.try_wait().unwrap().is_none(), "it waits for the disk");
            std::thread::yield_now();
        }
        child
    }
}

fn signal(child: &Child, signal: Signal) {
    kill_process(Pid::from_child(child), signal).unwrap();
}

/// Reads what is said until these words come.
fn says(said: &mut impl BufRead, words: &str) {
    let mut line = String::new();
    while !line.contains(words) {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "never said: {words}");
    }
}

/// Its exit code and what it printed; what it said beside that comes from `said`.
fn ends(mut child: Child, mut said: impl Read) -> (Option<i32>, String, String) {
    let (mut printed, mut beside) = (String::new(), String::new());
    child.stdout.take().unwrap().read_to_string(&mut printed).unwrap();
    said.read_to_string(&mut beside).unwrap();
    (child.wait().unwrap().code(), printed, beside)
}

#[test]
fn a_signal_during_a_slow_save_of_the_plain_walk_waits_and_ends_in_good_order() {
    for number in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let desk = Desk::new();
        let mut child = desk.saving();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        signal(&child, number);
        says(&mut said, "It waits for the disk");
        std::fs::remove_file(&desk.hold).unwrap();
        let (code, printed, _) = ends(child, said);
        assert_eq!(code, Some(0), "{number:?}: {printed}");
        assert!(printed.contains("Recorded ") && printed.contains("Ended: session"), "{number:?}: {printed}");
        assert_eq!((count(&desk.case, "noted"), count(&desk.case, "session_ended")), (1, 2));
    }
}

#[test]
fn a_second_signal_ends_the_plain_walk_at_once_and_says_that_the_entry_is_not_confirmed() {
    let desk = Desk::new();
    let mut child = desk.saving();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    signal(&child, Signal::TERM);
    says(&mut said, "It waits for the disk");
    signal(&child, Signal::TERM);
    let (code, printed, beside) = ends(child, said);
    assert_eq!(code, Some(3), "{beside}");
    assert!(beside.contains("The last entry was not confirmed on the disk"), "{beside}");
    assert!(!printed.contains("Recorded "), "{printed}");
}

#[test]
fn a_signal_before_a_command_saved_anything_ends_it_and_says_that_nothing_was_recorded() {
    let desk = Desk::new();
    let mut child = desk.child(&[(IDLE, "1")]);
    let mut said = BufReader::new(child.stderr.take().unwrap());
    says(&mut said, "ready");
    signal(&child, Signal::INT);
    let input = child.stdin.take();
    let (code, _, beside) = ends(child, said);
    drop(input);
    assert_eq!(code, Some(129), "{beside}");
    assert!(beside.contains("Nothing was recorded by this command."), "{beside}");
}
