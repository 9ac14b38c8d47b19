//! One night at Shepherd University: an open case, and short words for recording into it.

use crate::support::program::{Home, of, state};
use serde_json::Value;

/// The elements of a breach by 3.a and 3.c.
pub const BREACH_ELEMENTS: [&str; 10] = [
    "personal_information",
    "unauthorized_access",
    "acquisition",
    "computerized",
    "unencrypted",
    "unredacted",
    "pii_compromised",
    "pii_database",
    "resident_harm",
    "resident_acquired",
];

pub struct Night {
    home: Home,
    case: String,
}

impl Night {
    pub fn open() -> Self {
        let (home, case) = Home::with_case_on("shepherd", &["--title", "A night"]);
        Self { home, case }
    }

    /// A night on which people are notified although the test in law does not ask for it.
    pub fn with_notices() -> Self {
        let night = Self::open();
        night.answers(&[("personal_information", "no"), ("notify_although", "yes")]);
        night
    }

    /// Several answers are typed into one walk: that is one run of the program, not one for each.
    pub fn answers(&self, answers: &[(&str, &str)]) {
        match answers {
            [(question, answer)] => self.record(&["answer", question, answer]),
            _ => self.walk(answers.iter().map(|(question, answer)| format!(":go {question}\n{answer}\n"))),
        }
    }

    pub fn reached(&self, calls: &[&str]) {
        self.walk(calls.iter().map(|call| format!(":call {call} reached\n")));
    }

    pub fn done(&self, tasks: &[(&str, &str)]) {
        self.walk(tasks.iter().map(|(task, words)| format!(":go {task}\n{words}\n")));
    }

    /// Types these lines into the plain walk; fails the test unless each of them is recorded.
    fn walk(&self, lines: impl ExactSizeIterator<Item = String>) {
        let wanted = lines.len();
        let ran = self.home.walk(&self.case, &(lines.collect::<String>() + ":quit\n"));
        assert_eq!((ran.code, ran.receipts().len()), (0, wanted), "{}{}", ran.out, ran.err);
    }

    pub fn not_needed(&self, items: &[(&str, &str)]) {
        for (item, reason) in items {
            self.home.record(&self.case, &["task", item, "not-needed", reason]);
        }
    }

    /// Every seat of the decision chooses the same.
    pub fn decide(&self, decision: &str, option: &str, seats: &[&str], reason: &str) {
        for seat in seats {
            let args = ["decision", decision, option, "--role", seat, "--reason", reason];
            self.home.record(&self.case, &args);
        }
    }

    pub fn record(&self, args: &[&str]) {
        self.home.record(&self.case, args);
    }

    pub fn refused(&self, args: &[&str]) -> String {
        self.home.refused(&self.case, args)
    }

    pub fn status(&self) -> Seen {
        Seen(self.home.status(&self.case))
    }

    /// Closes the case; fails the test unless nothing at all is open.
    pub fn close(&self) {
        self.home.record(&self.case, &["close", "--role", "CIO/CISO – Information Privacy Officer"]);
        assert_eq!(self.status().0["state"], "closed");
    }
}

/// What the status says at one moment.
pub struct Seen(pub Value);

impl Seen {
    pub fn of(&self, list: &str, id: &str) -> Value {
        of(&self.0, list, id)
    }

    pub fn state(&self, list: &str, id: &str) -> String {
        state(&self.0, list, id)
    }

    pub fn item(&self, id: &str) -> String {
        self.state("items", id)
    }

    pub fn rule(&self, id: &str) -> String {
        self.state("rules", id)
    }

    /// Level and state of a scale.
    pub fn level(&self, scale: &str) -> (String, String) {
        let scale = self.of("scales", scale);
        let word = |key: &str| scale[key].as_str().unwrap_or("none").to_owned();
        (word("level"), word("state"))
    }

    /// The clauses of what is met in a rule or a scale, each once.
    pub fn met(&self, list: &str, id: &str) -> Vec<String> {
        let met = self.of(list, id)["met"].clone();
        let clause = |row: &Value| row["clause"].as_str().unwrap().to_owned();
        let mut clauses: Vec<String> = met.as_array().unwrap().iter().map(clause).collect();
        clauses.dedup();
        clauses
    }

    pub fn is_next(&self, id: &str) -> bool {
        self.0["next"].as_array().unwrap().iter().any(|next| next["id"] == id)
    }
}
