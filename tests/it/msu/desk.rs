//! A case of the guidelines, worked through the command line. Many entries in a row go through one plain walk, which takes
//! the same words as `record` does.

use crate::support::program::{Home, Ran, of, state, words};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The seats of the decision on notices, in the order of the guidelines.
pub const SEVEN: [&str; 7] =
    ["president", "vp_finance", "provost", "general_counsel", "vp_communications", "cio", "chief_of_police"];

/// Everything that makes a breach whose notice is required: unencrypted numbers, taken by a stranger.
pub const STOLEN_NUMBERS: &[(&str, &str)] = &[
    ("data_accessed", "yes"),
    ("data_acquired", "yes"),
    ("good_faith_access", "no"),
    ("name_held", "yes"),
    ("ssn", "yes"),
    ("ssn_encrypted", "no"),
    ("drivers_license", "no"),
    ("account_number", "no"),
    ("public_record", "no"),
    ("compromises", "yes"),
    ("detected_at", "2026-01-11 09:00"),
    ("unencrypted_acquired", "yes"),
    ("encrypted_key", "no"),
];

/// The two questions on harm and the seven that the administrators consider.
pub const CONSIDERED: &[(&str, &str)] = &[
    ("harm_caused", "no"),
    ("harm_likely", "yes"),
    ("q1_possession", "no"),
    ("q2_copied", "yes"),
    ("q3_used", "no"),
    ("q4_stopped", "no"),
    ("q5_purpose", "yes"),
    ("q6_other_purpose", "no"),
    ("q7_likelihood", "likely"),
];

/// The five contents of a notice.
pub const CONTENTS: [(&str, &str); 5] = [
    ("notice_description", "A stranger copied files from a server of the registrar."),
    ("notice_information", "Names with social security numbers."),
    ("notice_protection", "The server was rebuilt and the accounts were changed."),
    ("notice_phone", "555-0142"),
    ("notice_vigilance", "Please remain vigilant for incidents of fraud and identity theft."),
];

/// The files of a case, with their places.
type Files = Vec<(PathBuf, Vec<u8>)>;

/// An empty home with one open case.
pub struct Desk {
    pub home: Home,
    pub case: String,
}

impl Desk {
    pub fn open() -> Self {
        let (home, case) = Home::with_case_on("msu", &[]);
        Self { home, case }
    }

    /// A case of numbers that a stranger took; built once and copied, like any case folder can be.
    pub fn stolen() -> Self {
        static BUILT: OnceLock<Files> = OnceLock::new();
        Self::copied(BUILT.get_or_init(|| {
            let desk = Self::open();
            desk.answers(STOLEN_NUMBERS);
            desk.files()
        }))
    }

    /// The same, and the seven decided to notify.
    pub fn notifying() -> Self {
        static BUILT: OnceLock<Files> = OnceLock::new();
        Self::copied(BUILT.get_or_init(|| {
            let desk = Self::stolen();
            desk.seats(&SEVEN, "notify");
            desk.files()
        }))
    }

    fn files(&self) -> Files {
        let (root, mut files) = (self.home.cases(), Files::new());
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((path.strip_prefix(&root).unwrap().to_owned(), std::fs::read(&path).unwrap()));
                }
            }
        }
        files
    }

    fn copied(files: &Files) -> Self {
        let home = Home::new();
        for (path, bytes) in files {
            let path = home.cases().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let case = files[0].0.iter().next().unwrap().to_str().unwrap().to_owned();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let own = std::fs::Permissions::from_mode(0o700);
            std::fs::set_permissions(home.cases().join(&case), own).unwrap();
        }
        Self { home, case }
    }

    /// Lines of one walk that must leave this many records.
    pub fn walk(&self, lines: &str, records: usize) {
        let ran = self.home.walk(&self.case, lines);
        assert_eq!(ran.receipts().len(), records, "{lines}\n{}", ran.out);
    }

    /// Answers questions, records tasks as done, and whatever else the walk takes, in one walk.
    pub fn answers(&self, answers: &[(&str, &str)]) {
        let mut lines = String::new();
        for (id, value) in answers {
            let _ = writeln!(lines, ":go {id}\n{value}");
        }
        self.walk(&lines, answers.len());
    }

    /// Logs that each of these calls reached somebody.
    pub fn reached(&self, calls: &[&str]) {
        let lines: Vec<_> = calls.iter().map(|call| format!(":call {call} reached")).collect();
        self.walk(&format!("{}\n", lines.join("\n")), calls.len());
    }

    /// These seats of the decision on notices all choose this option.
    pub fn seats(&self, seats: &[&str], option: &str) {
        let lines: String = seats.iter().map(|seat| vote(seat, option)).collect();
        self.walk(&lines, seats.len());
    }

    pub fn record(&self, args: &[&str]) -> Ran {
        self.home.record(&self.case, args)
    }

    pub fn refused(&self, args: &[&str]) -> String {
        self.home.refused(&self.case, args)
    }

    pub fn decide(&self, id: &str, option: &str) {
        self.record(&["decision", id, option, "--reason", "By what is known now."]);
    }

    pub fn ruled_out(&self, id: &str, reason: &str) {
        self.record(&["task", id, "not-needed", reason]);
    }

    pub fn look(&self) -> Look {
        Look(self.home.status(&self.case))
    }
}

fn vote(seat: &str, option: &str) -> String {
    format!(":go notify\n{option}\n{seat}\nBy the answers.\n")
}

/// The status of a case at one moment.
pub struct Look(pub Value);

impl Look {
    pub fn rule(&self, id: &str) -> String {
        state(&self.0, "rules", id)
    }

    pub fn item(&self, id: &str) -> String {
        state(&self.0, "items", id)
    }

    pub fn phase(&self, id: &str) -> String {
        state(&self.0, "phases", id)
    }

    pub fn clock(&self, id: &str) -> String {
        state(&self.0, "clocks", id)
    }

    pub fn document(&self, id: &str) -> (String, Vec<String>) {
        let document = of(&self.0, "documents", id);
        let missing = words(&document["missing"]).into_iter().map(str::to_owned).collect();
        (document["state"].as_str().unwrap().to_owned(), missing)
    }

    pub fn of(&self, list: &str, id: &str) -> Value {
        of(&self.0, list, id)
    }

    /// Clauses of the elements of a rule that are met.
    pub fn met(&self, rule: &str) -> Vec<String> {
        let rule = of(&self.0, "rules", rule);
        let met = rule["met"].as_array().unwrap();
        met.iter().map(|met| met["clause"].as_str().unwrap().to_owned()).collect()
    }

    /// Identifiers on the agenda.
    pub fn next(&self) -> Vec<&str> {
        self.0["next"].as_array().unwrap().iter().map(|next| next["id"].as_str().unwrap()).collect()
    }

    /// The roles that are to be told now.
    pub fn due(&self) -> Vec<&str> {
        let due = self.0["contacts"].as_array().unwrap().iter().filter(|contact| contact["state"] == "due");
        due.map(|contact| contact["role"].as_str().unwrap()).collect()
    }
}
