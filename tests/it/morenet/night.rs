//! A case on the MOREnet playbook, and short words to work it with.

use crate::support::program::{Home, of, state, words};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub struct Night {
    pub home: Home,
    pub case: String,
    /// What the program said last, as long as nothing was recorded since.
    last: RefCell<Option<Rc<Value>>>,
    /// Whether the one vendor of these cases is on the list.
    named: Cell<bool>,
}

/// What is asked of each vendor.
const OF_EACH: [&str; 3] = ["vendor_says", "reliable_says", "reliable_accepted_by"];
pub const VENDOR: &str = "StudentBase";

impl Night {
    /// An open case of which nothing is known.
    pub fn open() -> Self {
        Self::on(Home::new())
    }

    /// An open case in this home.
    pub fn on(home: Home) -> Self {
        let case = home.start_on("morenet", &[]);
        Self { home, case, last: RefCell::default(), named: Cell::default() }
    }

    /// An open case: informed of a breach, a third party the cause.
    pub fn third_party() -> Self {
        Self::open().with(&[("way_in", "informed"), ("cause", "third_party")])
    }

    /// An open case: a security incident of the organization's own is investigated.
    pub fn own() -> Self {
        Self::open().with(&[("way_in", "investigating"), ("cause", "own")])
    }

    pub fn with(self, answers: &[(&str, &str)]) -> Self {
        self.answers(answers);
        self
    }

    /// Answers in one sitting: one run of the plain walk records them all.
    pub fn answers(&self, answers: &[(&str, &str)]) {
        for run in answers.chunk_by(|(one, _), (other, _)| OF_EACH.contains(one) == OF_EACH.contains(other)) {
            if OF_EACH.contains(&run[0].0) {
                for (id, value) in run {
                    self.answer(id, value);
                }
            } else {
                self.sit(&run.iter().map(|(id, value)| format!(":go {id}\n{value}\n")).collect::<Vec<_>>());
            }
        }
    }

    /// Types into the plain walk; fails the test unless each text makes one entry.
    fn sit(&self, texts: &[String]) {
        self.last.take();
        let ran = self.home.walk(&self.case, &texts.concat());
        assert_eq!(ran.receipts().len(), texts.len(), "{ran:?}");
    }

    pub fn answer(&self, id: &str, value: &str) {
        self.name_vendor(OF_EACH.contains(&id));
        if OF_EACH.contains(&id) {
            self.record(&["answer", id, value, "--for", VENDOR])
        } else {
            self.record(&["answer", id, value])
        };
    }

    /// Puts the vendor on the list, once it is spoken of.
    fn name_vendor(&self, needed: bool) {
        if needed && !self.named.replace(true) {
            self.record(&["row", "vendors", VENDOR]);
        }
    }

    /// `record CASE ...`; gives what it says.
    pub fn record(&self, args: &[&str]) -> String {
        self.last.take();
        self.home.record(&self.case, args).out
    }

    pub fn refused(&self, args: &[&str]) -> String {
        self.home.refused(&self.case, args)
    }

    pub fn done(&self, tasks: &[&str]) {
        let words: Vec<_> = tasks.iter().map(|task| (*task, "By A. Ruiz, tonight")).collect();
        self.answers(&words);
    }

    pub fn reach(&self, calls: &[&str]) {
        let lines: Vec<_> = calls.iter().map(|call| format!(":call {call} reached They know\n")).collect();
        self.sit(&lines);
    }

    /// What counsel guides, recorded by the organization.
    pub fn guided(&self, decisions: &[(&str, &str)]) {
        for (decision, option) in decisions {
            self.record(&["decision", decision, option, "--reason", "As guided", "--adviser", "L. Counsel"]);
        }
    }

    /// Both seats of a decision that the organization and counsel take together.
    pub fn together(&self, decision: &str, option: &str) {
        for role in ["organization", "legal_counsel"] {
            self.record(&["decision", decision, option, "--role", role, "--reason", "Agreed by telephone"]);
        }
    }

    pub fn status(&self) -> Rc<Value> {
        self.last.borrow_mut().get_or_insert_with(|| Rc::new(self.home.status(&self.case))).clone()
    }

    pub fn state(&self, list: &str, id: &str) -> String {
        state(&self.status(), list, id)
    }

    pub fn item(&self, id: &str) -> String {
        self.state("items", id)
    }

    /// The state of confirmation: its level, and how it was come by.
    pub fn confirmation(&self) -> (String, String) {
        let scale = of(&self.status(), "scales", "confirmation");
        let word = |key: &str| scale[key].as_str().unwrap_or("none").to_owned();
        (word("level"), word("state"))
    }

    pub fn level(&self) -> String {
        self.confirmation().0
    }

    /// What comes next, by id.
    pub fn next(&self) -> Vec<String> {
        let status = self.status();
        status["next"].as_array().unwrap().iter().map(|next| next["id"].as_str().unwrap().to_owned()).collect()
    }

    /// Whether a call is due to this role.
    pub fn due(&self, call: &str, role: &str) -> bool {
        let status = self.status();
        let contacts = status["contacts"].as_array().unwrap();
        contacts.iter().any(|c| c["call"] == call && c["role"] == role && c["state"] == "due")
    }

    /// What a document still lacks.
    pub fn lacks(&self, document: &str) -> Vec<String> {
        let document = of(&self.status(), "documents", document);
        words(&document["missing"]).into_iter().map(str::to_owned).collect()
    }

    /// Closes the case; fails the test if anything is open.
    pub fn close(&self) {
        let ran = self.home.run(&["record", &self.case, "close", "--role", "organization"]);
        assert_eq!(ran.code, 0, "{ran:?}");
        self.last.take();
        assert_eq!(self.status()["state"], "closed");
    }
}
