//! The program in an empty world: no environment, a home that vanishes, its own place for cases.

use serde_json::Value;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// An empty home with the program in it.
pub struct Home {
    dir: tempfile::TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The names in its receipts, `recorded k4-1 at 02:13` or `Recorded k4-1, 02:13`.
    pub fn receipts(&self) -> Vec<String> {
        receipts(&self.out)
    }
}

impl Home {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// An empty home with one open case on the Trinity playbook; gives the case's short name, too.
    pub fn with_case() -> (Self, String) {
        Self::with_case_on("trinity", &["--title", "Mis-sent e-mail"])
    }

    /// An empty home with one open case on a bundled playbook; gives the case's name, too.
    pub fn with_case_on(playbook: &str, more: &[&str]) -> (Self, String) {
        let home = Self::new();
        let case = home.start_on(playbook, more);
        (home, case)
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn cases(&self) -> PathBuf {
        self.path().join("cases")
    }

    /// The program where nobody is named as the person at the keyboard; the system may know a login.
    pub fn unnamed(&self, login: Option<&str>, args: &[&str]) -> Command {
        let mut command = self.command(args);
        command.env_remove("BREACHBOOK_BY");
        if let Some(login) = login {
            command.env("USER", login);
        }
        command
    }

    /// The only journal of the case that holds this text.
    pub fn journal_with(&self, case: &str, text: &str) -> PathBuf {
        let journals = self.cases().join(case).join("journals");
        let mut paths = std::fs::read_dir(journals).unwrap().map(|entry| entry.unwrap().path());
        paths.find(|path| std::fs::read_to_string(path).unwrap().contains(text)).unwrap()
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_breachbook"));
        self.world(&mut command).args(args);
        command
    }

    /// Takes everything of the surroundings away from a command.
    pub fn world<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env_clear().current_dir(self.path()).env("HOME", self.path()).envs(day_and_zone());
        command.env("XDG_CONFIG_HOME", self.path().join("config"));
        command.env("BREACHBOOK_CASES", self.cases()).env("BREACHBOOK_BY", "R. Okafor");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped())
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        ran(self.command(args).output().unwrap())
    }

    /// Runs with these bytes as standard input.
    pub fn type_into(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut child = self.command(args).stdin(Stdio::piped()).spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        // Beside the reading, for the program may say more than a pipe holds before it has read everything; and a program
        // that ended early does not take all of it.
        std::thread::scope(|scope| {
            scope.spawn(move || pipe.write_all(input));
            ran(child.wait_with_output().unwrap())
        })
    }

    pub fn walk(&self, case: &str, lines: &str) -> Ran {
        self.type_into(&["walk", case, "--plain"], lines.as_bytes())
    }

    /// Line by line, with somebody at the keyboard.
    pub fn walk_as(&self, person: &str, case: &str, lines: &str) -> Ran {
        self.type_into(&["walk", case, "--plain", "--by", person], lines.as_bytes())
    }

    pub fn start(&self, more: &[&str]) -> String {
        self.start_on("trinity", &[&["--title", "Mis-sent e-mail"], more].concat())
    }

    /// `start PLAYBOOK ...`; gives the name of the case.
    pub fn start_on(&self, playbook: &str, more: &[&str]) -> String {
        let ran = self.run(&[&["start", playbook], more].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        let path = PathBuf::from(ran.out.strip_suffix('\n').unwrap());
        assert!(path.join("journals").is_dir(), "standard output is the folder and nothing else: {}", ran.out);
        path.file_name().unwrap().to_str().unwrap().to_owned()
    }

    /// `record CASE ...`; fails the test unless it is recorded.
    pub fn record(&self, case: &str, args: &[&str]) -> Ran {
        let ran = self.run(&[&["record", case], args].concat());
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        assert!(ran.receipts().len() == 1 || args.contains(&"--json"), "{ran:?}");
        ran
    }

    /// `record CASE answer ID VALUE` for each pair.
    pub fn answers(&self, case: &str, answers: &[(&str, &str)]) {
        for (id, value) in answers {
            self.record(case, &["answer", id, value]);
        }
    }

    /// `record CASE ...`; fails the test unless it is refused in two lines and nothing else.
    pub fn refused(&self, case: &str, args: &[&str]) -> String {
        let ran = self.run(&[&["record", case], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{args:?}: {ran:?}");
        ran.err
    }

    pub fn status(&self, case: &str) -> Value {
        let ran = self.run(&["status", case, "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let status: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(status["schema"], "status/1");
        let damaged = !status["damage"].as_array().unwrap().is_empty();
        assert_eq!(!ran.err.is_empty(), damaged, "{ran:?}");
        status
    }

    pub fn log(&self, case: &str) -> Vec<Value> {
        let ran = self.run(&["log", case, "--json"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        serde_json::from_str(&ran.out).unwrap()
    }
}

/// What says which day it is and where, for a run of the tests on another day and in another zone.
pub fn day_and_zone() -> impl Iterator<Item = (&'static str, OsString)> {
    ["TZ", "LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC", "NO_FAKE_STAT"]
        .into_iter()
        .filter_map(|name| Some((name, std::env::var_os(name)?)))
}

/// Writes the input and closes it. A program that ended early does not take all of it.
pub fn feed(child: &mut Child, input: &[u8]) {
    let _ = child.stdin.take().unwrap().write_all(input);
}

pub fn ran(output: Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// One object of a list in a status, by its id.
pub fn of(status: &Value, list: &str, id: &str) -> Value {
    let found = status[list].as_array().unwrap().iter().find(|row| row["id"] == id);
    found.unwrap_or_else(|| panic!("no {id} in {list}")).clone()
}

/// The state of one object of a list in a status.
pub fn state(status: &Value, list: &str, id: &str) -> String {
    of(status, list, id)["state"].as_str().unwrap().to_owned()
}

/// The texts of a JSON list.
pub fn words(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect()
}

/// The names in receipts, `recorded k4-1 at 02:13`.
pub fn receipts(out: &str) -> Vec<String> {
    let named = |receipt: &str| {
        // On the command line `recorded k4-1 at 02:13`, in the walk `Recorded k4-1, 02:13: Yes.`
        let name = receipt.split([' ', ',']).next()?;
        let (run, number) = name.split_once('-')?;
        let drawn = (2..=26).contains(&run.len()) && run.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7'));
        (drawn && number.parse::<u64>().is_ok()).then(|| name.to_owned())
    };
    out.split("ecorded ").skip(1).filter_map(named).collect()
}
