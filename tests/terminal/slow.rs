//! A disk that takes its time: the screen says so, keys typed meanwhile are not used, and every way out gives the terminal back.
//!
//! The program is this test program called again: its disk answers no sync while a file lies in the way.

use crate::night::{CTRL_C, CTRL_S, ENTER, Night, USUAL, count, last_text};
use crate::terminal::Terminal;
use breachbook::base::Clock;
use breachbook::store::disk::{Disk, DiskFile, RealDisk};
use breachbook::store::phone_list::Found;
use breachbook::store::{CaseFolder, SystemClock};
use breachbook::tui::{Env, Look, Start, bundled_offers, run};
use rustix::process::Signal;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

const CASE: &str = "BREACHBOOK_TEST_SLOW_CASE";
const HOLD: &str = "BREACHBOOK_TEST_HOLD";

/// Every sync waits while this file is there.
#[derive(Clone)]
pub struct Held(pub PathBuf);

struct HeldFile(Box<dyn DiskFile>, Held);

impl Held {
    fn waits(&self) {
        while self.0.exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Disk for Held {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(HeldFile(RealDisk.create_new(path)?, self.clone())))
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_folder(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.make_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn discard(&self, draft: &Path) {
        RealDisk.discard(draft);
    }

    fn discard_folder(&self, draft: &Path) {
        RealDisk.discard_folder(draft);
    }
}

impl DiskFile for HeldFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn sync_file(&mut self) -> io::Result<()> {
        self.1.waits();
        self.0.sync_file()
    }

    fn still_at(&self, path: &Path) -> io::Result<()> {
        self.0.still_at(path)
    }
}

/// Not a test of its own: this program called again by the tests below.
#[test]
fn child_whose_disk_can_be_held() {
    let (Some(case), Some(hold)) = (std::env::var_os(CASE), std::env::var_os(HOLD)) else { return };
    let case = PathBuf::from(case);
    let held = Held(PathBuf::from(hold));
    let clock = || Box::new(SystemClock::new()) as Box<dyn Clock>;
    let env = Env {
        library: case.parent().unwrap().to_owned(),
        person: "R. Okafor".into(),
        mine: false,
        login: String::new(),
        look: Look::default(),
        offers: Box::new(bundled_offers),
        clock: Box::new(clock),
        disk: Box::new(move || Box::new(held.clone())),
        phones: Box::new(Found::default),
    };
    let ending = run(Start::Case(CaseFolder::open(&case).unwrap()), env).unwrap();
    for line in ending.lines() {
        writeln!(io::stderr(), "{line}").unwrap();
    }
    std::process::exit(i32::from(ending.not_ended.is_some()) * 3);
}

/// A case on the screen, and what holds its disk.
struct Desk {
    night: Night,
    case: PathBuf,
    terminal: Terminal,
}

impl Desk {
    fn new() -> Self {
        let night = Night::new();
        let case = night.case();
        let hold = night.home().join("hold");
        let env = [(CASE, case.to_str().unwrap()), (HOLD, hold.to_str().unwrap())];
        let arguments = ["--exact", "slow::child_whose_disk_can_be_held", "--nocapture", "--test-threads=1"];
        let program = std::env::current_exe().unwrap();
        let mut terminal = Terminal::start_program(&program, night.home(), &arguments, USUAL, &env);
        terminal.shows("Who is at the keyboard?").keys("\r").hides("Who is at the keyboard?");
        Self { night, case, terminal }
    }

    fn hold(&self) {
        std::fs::write(self.night.home().join("hold"), "").unwrap();
    }

    fn let_go(&self) {
        std::fs::remove_file(self.night.home().join("hold")).unwrap();
    }

    /// A note whose save does not end, and the word for it on the screen.
    fn saving(&mut self) -> &mut Terminal {
        self.terminal.keys("w").shows("▸ Note").keys("Router unplugged");
        self.terminal.shows("Router unplugged");
        self.hold();
        self.terminal.keys(CTRL_S).shows("saving")
    }
}

#[test]
fn a_slow_save_is_told_and_what_is_typed_meanwhile_is_not_used() {
    let mut desk = Desk::new();
    desk.saving().keys("0q\r").shows("not used: 3 keys");
    desk.terminal.paste("wPasted").shows("not used: 3 keys and 1 paste").hides("unplugged · Note");
    desk.let_go();
    desk.terminal
        .shows("unplugged · Note")
        .shows("3 keys and 1 paste typed while saving were not used.")
        .hides("Leave breachbook");
    // The guide is there as before, and takes keys again.
    desk.terminal.keys("w").shows("▸ Note").keys("Afterwards").keys(CTRL_S).shows("Afterwards · Note");
    assert_eq!(last_text(&desk.case, "noted", "text").as_deref(), Some("Afterwards"));
    desk.terminal.keys(CTRL_C).shows("Leave breachbook").keys(CTRL_C);
    assert!(desk.terminal.ends().success());
    desk.terminal.is_restored();
    let said = desk.terminal.screen();
    assert!(said.contains("The last entry is on the disk: recorded "), "{said}");
}

#[test]
fn a_signal_during_a_slow_save_gives_the_terminal_back_and_says_whether_the_entry_is_there() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT] {
        let mut desk = Desk::new();
        desk.saving();
        desk.terminal.signal(signal);
        // The terminal is free while the disk is waited for.
        desk.terminal.wait("the ordinary screen", |screen, _| !screen.alternate_screen());
        desk.terminal.shows("It waits for the disk").is_restored();
        desk.let_go();
        assert!(desk.terminal.ends().success(), "{signal:?}");
        desk.terminal.is_restored();
        let said = desk.terminal.screen();
        assert!(said.contains("The last entry is on the disk: recorded "), "{signal:?}: {said}");
        assert_eq!((count(&desk.case, "noted"), count(&desk.case, "session_ended")), (1, 2));
    }
}

#[test]
fn a_second_signal_ends_a_save_that_never_returns_and_says_that_the_entry_is_not_confirmed() {
    let mut desk = Desk::new();
    desk.saving();
    desk.terminal.signal(Signal::TERM).shows("It waits for the disk").signal(Signal::TERM);
    assert_eq!(desk.terminal.ends().exit_code(), 3);
    desk.terminal.is_restored();
    let said = desk.terminal.screen().replace('\n', "");
    assert!(said.contains("The last entry was not confirmed on the disk"), "{said}");
    assert!(!said.contains("is on the disk: recorded"), "{said}");
}

#[test]
fn ctrl_c_leaves_a_save_that_does_not_return_once_the_screen_says_so() {
    let mut desk = Desk::new();
    desk.saving().keys(CTRL_C).shows("not used: 1 key");
    desk.terminal.shows("Ctrl-C leaves without waiting").keys(CTRL_C);
    assert_eq!(desk.terminal.ends().exit_code(), 3);
    desk.terminal.is_restored();
    let said = desk.terminal.screen().replace('\n', "");
    assert!(said.contains("The last entry was not confirmed on the disk"), "{said}");
}

#[test]
fn an_end_of_the_run_that_the_disk_does_not_confirm_is_told_apart_from_the_entry() {
    let mut desk = Desk::new();
    desk.terminal.keys("w").shows("▸ Note").keys("Before").keys(CTRL_S).shows("Before · Note");
    desk.hold();
    desk.terminal.signal(Signal::TERM).shows("It waits for the disk").signal(Signal::TERM).ends();
    desk.terminal.is_restored();
    let said = desk.terminal.screen().replace('\n', "");
    assert!(said.contains("only the end of this run was not confirmed"), "{said}");
    assert_eq!(count(&desk.case, "noted"), 1);
}

#[test]
fn a_stop_from_another_terminal_gives_the_screen_back_and_draws_it_anew() {
    let mut desk = Desk::new();
    desk.terminal.keys("w").shows("▸ Note").keys("Draft in hand").shows("Draft in hand");
    desk.terminal.signal(Signal::TSTP).stops();
    desk.terminal.wait("the ordinary screen", |screen, _| !screen.alternate_screen()).is_restored();
    desk.terminal.signal(Signal::CONT).shows("Draft in hand").keys(" again").shows("Draft in hand again");
    // A stop that cannot be seen coming, by somebody else on the terminal.
    desk.terminal.signal(Signal::STOP).stops().signal(Signal::CONT);
    let entered = |raw: &[u8]| raw.windows(8).filter(|bytes| *bytes == b"\x1b[?1049h").count();
    desk.terminal.wait("the screen taken over for the third time", |_, raw| entered(raw) >= 3);
    desk.terminal.shows("Draft in hand again").keys(ENTER).signal(Signal::TERM).ends();
    desk.terminal.is_restored();
}
