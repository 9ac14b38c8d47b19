//! The real program in a real terminal: keys go in, the screen of an emulator comes out. Waits for what is on the screen, never
//! for time to pass.

use breachbook::store::CaseFolder;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long something may take before the test fails with the screen; generous, because it is never waited out.
const PATIENCE: Duration = Duration::from_secs(20);

struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    ended: bool,
}

pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    /// What the line discipline was before the program came.
    discipline: String,
    /// The runs that were there before.
    others: Vec<String>,
}

/// What says which day it is and where, for a run of the tests on another day and in another zone.
pub fn day_and_zone() -> impl Iterator<Item = (&'static str, OsString)> {
    ["TZ", "LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC", "NO_FAKE_STAT"]
        .into_iter()
        .filter_map(|name| Some((name, std::env::var_os(name)?)))
}

impl Terminal {
    /// Starts the program with its cases in `home`.
    pub fn start(home: &Path, arguments: &[&str], size: (u16, u16)) -> Self {
        Self::start_with(home, arguments, size, &[])
    }

    /// The same with more in its environment, which is otherwise nearly empty.
    pub fn start_with(home: &Path, arguments: &[&str], size: (u16, u16), env: &[(&str, &str)]) -> Self {
        Self::start_program(env!("CARGO_BIN_EXE_breachbook").as_ref(), home, arguments, size, env)
    }

    /// The same with another program.
    pub fn start_program(
        program: &Path,
        home: &Path,
        arguments: &[&str],
        size: (u16, u16),
        env: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (key, value) in day_and_zone() {
            command.env(key, value);
        }
        for (key, value) in
            [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("BREACHBOOK_BY", "R. Okafor")].iter().chain(env)
        {
            command.env(key, value);
        }
        command.env("HOME", home);
        command.env("BREACHBOOK_CASES", home.join("cases"));
        command.args(arguments);
        command.cwd(home);
        let discipline = format!("{:?}", pair.master.get_termios().unwrap());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let parser = vt100::Parser::new(cells(size.1), cells(size.0), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, raw: Vec::new(), ended: false }), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            loop {
                let read = reader.read(&mut buffer).unwrap_or(0);
                let mut seen = shared.0.lock().unwrap_or_else(PoisonError::into_inner);
                seen.parser.process(&buffer[..read]);
                seen.raw.extend_from_slice(&buffer[..read]);
                seen.ended = read == 0;
                shared.1.notify_all();
                if read == 0 {
                    break;
                }
            }
        });
        Self {
            child,
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            seen,
            discipline,
            others: runs(home),
        }
    }

    /// Types.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        self.bytes(keys.as_bytes())
    }

    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.writer.write_all(bytes).unwrap();
        self.writer.flush().unwrap();
        self
    }

    /// Pastes, as a terminal with bracketed paste does.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.bytes(format!("\x1b[200~{text}\x1b[201~").as_bytes())
    }

    /// Waits until the screen shows the text. Blanks and line breaks count as one blank.
    pub fn shows(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("{text:?} on the screen"), |screen, _| flat(&screen.contents()).contains(text))
    }

    /// Waits until the screen shows the receipt of the entry with this number of this run: `✓ k4-3 02:13`.
    pub fn records(&mut self, number: usize) -> &mut Self {
        let others = self.others.clone();
        self.wait(&format!("the receipt of entry {number}"), |screen, _| {
            receipt(&flat(&screen.contents()), &others) == Some(number)
        })
    }

    /// The number of the last entry of this run whose receipt is shown; 0 before the first.
    pub fn recorded(&self) -> usize {
        receipt(&flat(&self.screen()), &self.others).unwrap_or(0)
    }

    /// The name in the last receipt that is shown.
    pub fn receipt(&self) -> Option<String> {
        receipt_name(&flat(&self.screen())).map(str::to_owned)
    }

    /// Waits until the screen does not show that receipt.
    pub fn records_not(&mut self, number: usize) -> &mut Self {
        let others = self.others.clone();
        self.wait(&format!("no receipt of entry {number}"), |screen, _| {
            receipt(&flat(&screen.contents()), &others) != Some(number)
        })
    }

    /// Waits until the screen does not show the text any more.
    pub fn hides(&mut self, text: &str) -> &mut Self {
        self.wait(&format!("{text:?} gone"), |screen, _| !flat(&screen.contents()).contains(text))
    }

    /// Waits until something holds of the screen and of everything that was sent so far.
    pub fn wait(&mut self, what: &str, holds: impl Fn(&vt100::Screen, &[u8]) -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while !holds(seen.parser.screen(), &seen.raw) {
            let left = until.saturating_duration_since(Instant::now());
            let shown = seen.parser.screen().contents();
            assert!(!left.is_zero() && !seen.ended, "waited for {what}; the screen is\n{shown}");
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        drop(seen);
        self
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        // A test that failed while it looked has poisoned the lock; what was seen is still worth showing.
        self.seen.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn screen(&self) -> String {
        self.seen().parser.screen().contents()
    }

    /// Everything the program ever sent.
    pub fn raw(&self) -> Vec<u8> {
        self.seen().raw.clone()
    }

    /// How much the program has sent so far.
    pub fn sent(&self) -> usize {
        self.seen().raw.len()
    }

    pub fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        self.seen().parser.screen_mut().set_size(cells(size.1), cells(size.0));
        self.master.resize(pty_size(size)).unwrap();
        self
    }

    fn process(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.process(), signal).unwrap();
        self
    }

    /// Has the program look at the clocks and into the folders at once, as it does when a shell goes on with it.
    pub fn wakes(&mut self) -> &mut Self {
        const TAKEN_OVER: &[u8] = b"\x1b[?1049h";
        let before = self.sent();
        let taken = move |raw: &[u8]| raw[before..].windows(TAKEN_OVER.len()).any(|sent| sent == TAKEN_OVER);
        self.signal(Signal::CONT).wait("the screen taken over again", |_, raw| taken(raw))
    }

    /// Waits until the program has stopped as a shell stops it.
    pub fn stops(&mut self) -> &mut Self {
        let (_, status) = waitpid(Some(self.process()), WaitOptions::UNTRACED).unwrap().unwrap();
        assert!(status.stopped(), "{status:?}");
        self
    }

    /// Waits for the end of the program, and until everything that it sent is on the screen.
    pub fn ends(&mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen();
        while !seen.ended {
            let left = until.saturating_duration_since(Instant::now());
            let shown = seen.parser.screen().contents();
            assert!(!left.is_zero(), "the program did not end; the screen is\n{shown}");
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
        drop(seen);
        self.child.wait().unwrap()
    }

    /// Fails unless every mode that the program may have switched on is off again, and the terminal reads lines as before.
    pub fn is_restored(&self) {
        let seen = self.seen();
        let screen = seen.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.bracketed_paste(), "bracketed paste is off");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is free");
        let now = format!("{:?}", self.master.get_termios().unwrap());
        assert_eq!(now, self.discipline, "the line discipline is as before");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // At once: the killer of the child would ask first and wait for the answer.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = kill_process(self.process(), Signal::KILL);
            let _ = self.child.wait();
        }
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

/// The names of all runs of all cases.
fn runs(home: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for case in std::fs::read_dir(home.join("cases")).into_iter().flatten().flatten() {
        let Ok(journals) = CaseFolder::open(&case.path()).and_then(|folder| folder.read()) else { continue };
        let known = journals.names(&journals.order());
        let sessions = journals.files.iter().filter_map(|file| file.scan.session());
        names.extend(sessions.map(|session| known.run(session).to_owned()));
    }
    names
}

/// The number of the last receipt that is shown, `✓ k4-3 02:13`, unless it is of one of these runs: a case that is
/// opened shows what was recorded last.
fn receipt(shown: &str, others: &[String]) -> Option<usize> {
    let (run, number) = receipt_name(shown)?.rsplit_once('-')?;
    number.parse().ok().filter(|_| !others.iter().any(|other| other == run))
}

/// The name in the last receipt that is shown.
fn receipt_name(shown: &str) -> Option<&str> {
    let words: Vec<&str> = shown.split(' ').collect();
    let is_name = |word: &str| {
        let number = word.rsplit_once('-').map(|(_, number)| number);
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()) && !number.is_empty())
    };
    let is_time = |word: &str| word.len() == 5 && word.as_bytes()[2] == b':';
    // The receipt stands at the foot, behind the sign of what is done.
    let receipt = |three: &&[&str]| matches!(three[0], "✓" | "x") && is_name(three[1]) && is_time(three[2]);
    words.windows(3).rev().find(receipt).map(|three| three[1])
}

/// Lines joined, so that a text is found although it was wrapped, in a frame too.
pub fn flat(contents: &str) -> String {
    contents
        .split(|sign: char| sign.is_whitespace() || sign == '│')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
