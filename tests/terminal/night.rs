//! A night: a home folder that vanishes, cases in it, the program on the command line and on the full screen.

use crate::terminal::{Terminal, day_and_zone};
use breachbook::journal::SealedEntry;
use breachbook::store::{CaseFolder, Journals};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The first thing of the bundled Trinity playbook, as far as a usual terminal shows it in one line.
pub const FIRST: &str = "Tell the Privacy Officer of the suspected breach,";
/// The size of most terminals.
pub const USUAL: (u16, u16) = (80, 24);

pub const ENTER: &str = "\r";
pub const UP: &str = "\x1b[A";
pub const DOWN: &str = "\x1b[B";
pub const LEFT: &str = "\x1b[D";
pub const RIGHT: &str = "\x1b[C";
pub const END: &str = "\x1b[F";
pub const HOME: &str = "\x1b[H";
pub const TAB: &str = "\t";
pub const ESC: &str = "\x1b";
pub const CTRL_C: &str = "\x03";
pub const CTRL_S: &str = "\x13";

pub struct Night {
    home: tempfile::TempDir,
}

impl Night {
    pub fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program on the command line, ready to run.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_breachbook"));
        self.surround(&mut command).args(arguments);
        command
    }

    /// Gives a command the surroundings of this night and nothing else.
    pub fn surround<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env_clear()
            .envs(day_and_zone())
            .env("HOME", self.home())
            .env("BREACHBOOK_BY", "R. Okafor")
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm-256color")
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("BREACHBOOK_CASES", self.home().join("cases"))
            .current_dir(self.home())
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.program(arguments).output().unwrap()
    }

    /// Runs and fails unless the exit code is 0; gives what was printed.
    pub fn fine(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert!(run.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap()
    }

    /// A new Trinity case from the command line: its folder.
    pub fn case(&self) -> PathBuf {
        self.titled("Lost laptop")
    }

    pub fn titled(&self, title: &str) -> PathBuf {
        PathBuf::from(self.fine(&["start", "trinity", "--title", title]).trim_end())
    }

    /// The cases that are there now.
    pub fn cases(&self) -> Vec<PathBuf> {
        let Ok(found) = self.home().join("cases").read_dir() else { return Vec::new() };
        let mut cases: Vec<_> = found.map(|entry| entry.unwrap().path()).collect();
        cases.sort();
        cases
    }

    pub fn only_case(&self) -> PathBuf {
        let cases = self.cases();
        assert_eq!(cases.len(), 1, "{cases:?}");
        cases.into_iter().next().unwrap()
    }

    pub fn screen(&self, arguments: &[&str], size: (u16, u16)) -> Terminal {
        Terminal::start(self.home(), arguments, size)
    }

    /// Now of a case, once it is said who is at the keyboard.
    pub fn guide(&self, case: &Path, size: (u16, u16)) -> Terminal {
        let mut terminal = self.screen(&["open", case.to_str().unwrap()], size);
        terminal.shows("Who is at the keyboard?").keys(ENTER).hides("Who is at the keyboard?");
        terminal
    }
}

/// The journals of a case as they are on the disk now.
pub fn journals(case: &Path) -> Journals {
    CaseFolder::open(case).unwrap().read().unwrap()
}

/// The entries of all runs, in order.
pub fn entries(case: &Path) -> Vec<SealedEntry> {
    journals(case).order().entries.into_iter().cloned().collect()
}

/// How many entries of a kind there are, such as `answered`.
pub fn count(case: &Path, kind: &str) -> usize {
    entries(case).iter().filter(|sealed| sealed.entry.kind == kind).count()
}

/// The text that the last entry of a kind holds under a key.
pub fn last_text(case: &Path, kind: &str, key: &str) -> Option<String> {
    let entries = entries(case);
    let last = entries.iter().rev().find(|sealed| sealed.entry.kind == kind)?;
    last.entry.fields.get_text(key).map(str::to_owned)
}
