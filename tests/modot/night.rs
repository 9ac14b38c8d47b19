//! A case on the playbook, with short words for what is recorded in it.

use crate::program::{Home, Ran, of};
use serde_json::Value;
use std::cell::RefCell;

/// One case.
pub struct Night {
    pub home: Home,
    pub case: String,
    /// What the program said last, until something is recorded.
    seen: RefCell<Option<Value>>,
}

impl Night {
    pub fn begin() -> Self {
        let home = Home::new();
        let case = home.start_on("modot", &[]);
        Self { home, case, seen: RefCell::default() }
    }

    pub fn record(&self, args: &[&str]) -> Ran {
        self.seen.take();
        self.home.record(&self.case, args)
    }

    pub fn refused(&self, args: &[&str]) -> String {
        self.home.refused(&self.case, args)
    }

    /// Types these lines into one walk of the case; every item of them is recorded.
    fn walk(&self, lines: &str, items: usize) {
        self.seen.take();
        let ran = self.home.walk(&self.case, lines);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(ran.out.matches("recorded #").count(), items, "{lines}\n{}", ran.out);
    }

    pub fn answers(&self, answers: &[(&str, &str)]) {
        let lines = answers.iter().map(|(id, value)| match value.contains('\n') {
            true => format!(":go {id}\n:text\n{value}\n.\n"),
            false => format!(":go {id}\n{value}\n"),
        });
        self.walk(&lines.collect::<String>(), answers.len());
    }

    /// Tasks that are done, each with what the log says of it.
    pub fn done(&self, tasks: &[(&str, &str)]) {
        self.answers(tasks);
    }

    /// A task that is done for these rows.
    pub fn done_for(&self, task: &str, rows: &[&str]) {
        for row in rows {
            self.record(&["task", task, "done", "As agreed with IS, 03:10", "--for", row]);
        }
    }

    pub fn not_needed(&self, id: &str, reason: &str) {
        self.record(&["task", id, "not-needed", reason]);
    }

    pub fn reached(&self, calls: &[&str]) {
        let lines = calls.iter().map(|call| format!(":call {call} reached\n"));
        self.walk(&lines.collect::<String>(), calls.len());
    }

    pub fn reached_for(&self, call: &str, rows: &[&str]) {
        for row in rows {
            self.record(&["call", call, "reached", "--for", row]);
        }
    }

    pub fn decide(&self, decision: &str, option: &str) {
        self.record(&["decision", decision, option, "--reason", "On what is known now"]);
    }

    /// The three offices decide alike.
    pub fn offices(&self, decision: &str, option: &str) {
        let lines =
            ["cco", "ai", "is"].map(|office| format!(":go {decision}\n{option}\n{office}\nAs we see it\n"));
        self.walk(&lines.concat(), 3);
    }

    pub fn office(&self, decision: &str, office: &str, option: &str) {
        self.record(&["decision", decision, option, "--role", office, "--reason", "As we see it"]);
    }

    pub fn rows(&self, register: &str, rows: &[&str]) {
        for row in rows {
            self.record(&["row", register, row]);
        }
    }

    pub fn status(&self) -> Value {
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
