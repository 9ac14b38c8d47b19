//! The program on a clock that a test sets. This test program starts itself once more, and there runs the program's own entry with that
//! clock in place of the computer's; the program that is shipped has no such way in.

use crate::night::Night;
use crate::terminal::Terminal;
use breachbook::base::{Clock, Now, Reading, Stamp, Zone};
use breachbook::store::SystemClock;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Where the clock lies, for the program that reads it.
const CLOCK: &str = "SET_CLOCK";
/// The arguments of that program, a line each.
const ARGUMENTS: &str = "SET_CLOCK_ARGUMENTS";

/// A clock that stands still until a test moves it, for every program that was given it: it begins at the moment of the test, on this day
/// and in this zone, and lies in a file as the milliseconds of that moment and the seconds since.
pub struct SetClock {
    path: PathBuf,
    start: i64,
    seconds: u64,
}

impl SetClock {
    pub fn new(home: &Path) -> Self {
        let start = SystemClock::new().read().wall.instant().timestamp_millis();
        let clock = Self { path: home.join("clock"), start, seconds: 0 };
        clock.write();
        clock
    }

    /// Whole in every moment, for others read it meanwhile.
    fn write(&self) {
        let new = self.path.with_extension("new");
        std::fs::write(&new, format!("{} {}", self.start, self.seconds)).unwrap();
        std::fs::rename(&new, &self.path).unwrap();
    }

    /// Seconds since the test began.
    pub fn seconds(&self) -> u64 {
        self.seconds
    }

    /// Moves wall and boot-time clock on together.
    pub fn moves(&mut self, seconds: u64) {
        self.seconds += seconds;
        self.write();
    }

    /// What it says now.
    pub fn now(&self) -> Now {
        in_file(&self.path).now()
    }

    /// The program on the full screen, on this clock.
    pub fn screen(&self, night: &Night, arguments: &[&str], size: (u16, u16)) -> Terminal {
        // In one thread the harness says nothing on the screen while the program runs.
        let entry = ["--exact", "set_clock::is_the_program", "--ignored", "--nocapture", "--test-threads=1"];
        let arguments = arguments.join("\n");
        let env = [(CLOCK, self.path.to_str().unwrap()), (ARGUMENTS, &arguments)];
        Terminal::start_program(&std::env::current_exe().unwrap(), night.home(), &entry, size, &env)
    }
}

/// The clock as the program reads it.
struct InFile {
    path: PathBuf,
    zone: Zone,
}

impl Clock for InFile {
    fn read(&self) -> Reading {
        let text = std::fs::read_to_string(&self.path).unwrap();
        let (start, seconds) = text.split_once(' ').unwrap();
        let start = chrono::DateTime::from_timestamp_millis(start.parse().unwrap()).unwrap().fixed_offset();
        let seconds: u64 = seconds.parse().unwrap();
        let wall = self.zone.stamp(Stamp::new(start).plus_seconds(i64::try_from(seconds).unwrap()));
        // Counted from a start of the computer that was ten minutes ago.
        Reading { wall, up_ms: (600 + seconds) * 1000, boot: "set".into(), synced: false }
    }

    fn zone(&self) -> Zone {
        self.zone
    }
}

fn in_file(path: &Path) -> InFile {
    InFile { path: path.to_owned(), zone: SystemClock::new().zone() }
}

#[test]
#[ignore = "no test, but the program as the tests on a set clock start it"]
fn is_the_program() {
    let (Some(path), Some(arguments)) = (std::env::var_os(CLOCK), std::env::var(ARGUMENTS).ok()) else { return };
    let clocks = move || Box::new(in_file(path.as_ref())) as Box<dyn Clock>;
    let arguments = std::iter::once("breachbook").chain(arguments.lines()).map(OsString::from);
    let code = breachbook::cli::run_by(Rc::new(clocks), arguments);
    std::process::exit(i32::from(code));
}
