//! What a verdict waits for in the end: the answers, decisions and acts behind the rules and scales that it names.

use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use std::collections::BTreeSet;

impl Knowledge<'_> {
    /// What is missing, each once, in the order in which it is found; rules and scales stand for what they wait for themselves.
    pub fn waits_for(&self, verdict: &Verdict) -> Vec<Subject> {
        let mut found = Vec::new();
        let mut walked = BTreeSet::new();
        let mut open: Vec<Subject> = verdict.missing.iter().rev().cloned().collect();
        while let Some(subject) = open.pop() {
            if !walked.insert(subject.clone()) {
                continue;
            }
            let id = subject.id().as_str();
            let behind = match &subject {
                Subject::Rule(_) => self.rule(id).map(|rule| rule.verdict.missing),
                Subject::Scale(_) | Subject::Gap(_) => self.scale(id).map(|scale| scale.verdict.missing),
                Subject::Late(_) => {
                    self.playbook.clock(id).and_then(|clock| self.clock(clock)).map(|clock| clock.applies.missing)
                }
                _ => None,
            };
            match behind.filter(|behind| !behind.is_empty()) {
                Some(behind) => open.extend(behind.into_iter().rev()),
                None => found.push(subject),
            }
        }
        found
    }
}
