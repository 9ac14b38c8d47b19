//! A case on the playbook, with short words for what is recorded in it. What is recorded is typed into one walk, and the
//! walk is run when somebody wants to see what came of it.

use crate::support::program::{Home, Ran, of};
use serde_json::Value;
use std::cell::RefCell;
use std::fmt::Write as _;

/// One case.
pub struct Night {
    pub home: Home,
    pub case: String,
    /// What is typed next, and how many entries it makes.
    typed: RefCell<(String, usize)>,
    /// What the program said last, until something is recorded.
    seen: RefCell<Option<Value>>,
}

impl Night {
    pub fn begin() -> Self {
        let home = Home::new();
        let case = home.start_on("modot", &[]);
        Self { home, case, typed: RefCell::default(), seen: RefCell::default() }
    }

    /// Lines for the walk; they make one entry.
    fn types(&self, lines: &str) {
        self.seen.take();
        let mut typed = self.typed.borrow_mut();
        writeln!(typed.0, "{lines}").unwrap();
        typed.1 += 1;
    }

    /// Walks what was typed; every item of it is recorded.
    fn walk(&self) {
        let (lines, entries) = self.typed.take();
        if entries > 0 {
            let ran = self.home.walk(&self.case, &lines);
            assert_eq!(ran.code, 0, "{ran:?}");
            assert_eq!(ran.receipts().len(), entries, "{lines}\n{}", ran.out);
        }
    }

    pub fn record(&self, args: &[&str]) -> Ran {
        self.walk();
        self.seen.take();
        self.home.record(&self.case, args)
    }

    pub fn refused(&self, args: &[&str]) -> String {
        self.walk();
        self.home.refused(&self.case, args)
    }

    pub fn answers(&self, answers: &[(&str, &str)]) {
        for (id, value) in answers {
            let several = value.contains('\n');
            self.types(&if several { format!(":go {id}\n:text\n{value}\n.") } else { format!(":go {id}\n{value}") });
        }
    }

    /// Tasks that are done, each with what the log says of it.
    pub fn done(&self, tasks: &[(&str, &str)]) {
        self.answers(tasks);
    }

    /// A task that is done for these rows.
    pub fn done_for(&self, task: &str, rows: &[&str]) {
        for row in rows {
            self.types(&format!(":go {task}\n{row}\nAs agreed, 03:10"));
        }
    }

    pub fn not_needed(&self, id: &str, reason: &str) {
        self.types(&format!(":go {id}\n:not-needed {reason}"));
    }

    pub fn needed(&self, id: &str, reason: &str) {
        self.types(&format!(":go {id}\n:needed {reason}"));
    }

    pub fn reached(&self, calls: &[&str]) {
        for call in calls {
            self.types(&format!(":call {call} reached"));
        }
    }

    /// Somebody was reached for these rows.
    pub fn reached_for(&self, call: &str, rows: &[&str]) {
        for row in rows {
            self.types(&format!(":go {call}\n{row}\nreached\nDuty officer\n\n"));
        }
    }

    pub fn decide(&self, decision: &str, option: &str) {
        self.types(&format!(":go {decision}\n{option}\nOn what is known now"));
    }

    /// What the department decides on the message boards, on guidance that is named.
    pub fn boards(&self, option: &str) {
        self.types(&format!(":go message_boards\n{option}\nOn what is known now\nD. Reyes of IS and the SOC of OCS"));
    }

    /// The three offices decide alike.
    pub fn offices(&self, decision: &str, option: &str) {
        for office in ["cco", "ai", "is"] {
            self.office(decision, office, option);
        }
    }

    pub fn office(&self, decision: &str, office: &str, option: &str) {
        self.types(&format!(":go {decision}\n{option}\n{office}\nAs we see it"));
    }

    pub fn rows(&self, register: &str, rows: &[&str]) {
        for row in rows {
            let given: Vec<&str> = ["row", register].into_iter().chain(row.split("; ")).collect();
            self.record(&given);
        }
    }

    pub fn status(&self) -> Value {
        self.walk();
        let mut seen = self.seen.borrow_mut();
        seen.get_or_insert_with(|| self.home.status(&self.case)).clone()
    }

    /// How an item stands.
    pub fn item(&self, id: &str) -> String {
        state(&self.status(), "items", id)
    }

    pub fn rule(&self, id: &str) -> String {
        state(&self.status(), "rules", id)
    }

    /// Whether somebody is led to it.
    pub fn is_next(&self, id: &str) -> bool {
        self.status()["next"].as_array().unwrap().iter().any(|next| next["id"] == id)
    }

    /// What the walk shows of an item.
    pub fn shown(&self, id: &str) -> String {
        self.walk();
        self.home.walk(&self.case, &format!(":go {id}\n")).out
    }

    /// Closes the case with nothing left open.
    pub fn close(&self) {
        self.record(&["close", "--role", "Audits and Investigations"]);
        let status = self.status();
        assert_eq!(status["state"], "closed");
        for (kind, count) in status["open"].as_object().unwrap() {
            assert_eq!(count, 0, "{kind}");
        }
    }
}

pub fn state(status: &Value, list: &str, id: &str) -> String {
    of(status, list, id)["state"].as_str().unwrap().to_owned()
}
