//! References and conditions of one table, resolved against what was declared.

use super::Lowering;
use crate::base::{ClauseId, ItemId};
use crate::playbook::condition::{self, Condition, Expr, Known};
use crate::playbook::places::Guard;
use crate::source::value::{Cites, Line, Text};
use crate::source::within::within;
use crate::source::{Code, Problem, Span};
use std::collections::BTreeSet;

/// Stands in for an identifier that is missing or faulty, which is reported, so that the rest is still checked.
fn stand_in() -> ItemId {
    ItemId::new("missing").expect("it is made of lower-case letters")
}

/// An identifier that is declared here; its faults were reported when it was declared.
pub(super) fn id(line: &Line) -> ItemId {
    ItemId::new(&line.text).unwrap_or_else(stand_in)
}

/// The identifiers and labels that are given already among things of one kind.
#[derive(Default)]
pub(super) struct Taken<'t> {
    ids: BTreeSet<&'t str>,
    labels: BTreeSet<&'t str>,
}

impl Lowering<'_> {
    /// Reports an identifier that is none, and what is given twice among several of `what`, such as "an option".
    pub(super) fn tell_apart<'t>(&mut self, what: &str, id: &'t Line, label: &'t Line, taken: &mut Taken<'t>) {
        if !id.is_missing() && ItemId::new(&id.text).is_none() {
            self.bad_id(id, ItemId::RULE);
        } else if !id.is_missing() && !taken.ids.insert(&id.text) {
            self.problem(Code::DuplicateId, id.span, format!("There is already {what} `{}`.", id.text));
        }
        if !label.text.is_empty() && !taken.labels.insert(&label.text) {
            let message = format!("There is already {what} with the label \"{}\".", label.text);
            self.problem(Code::SameLabel, label.span, message);
        }
    }

    pub(super) fn problem(&mut self, code: Code, span: Span, message: impl AsRef<str>) {
        self.problems.add(Problem::new(code, span, message));
    }

    pub(super) fn role(&mut self, line: &Line) -> ItemId {
        if line.is_missing() {
            return stand_in();
        }
        if self.places.roles.contains_key(&line.text) {
            self.places.named_roles.insert(line.text.clone());
        } else {
            let message = format!("There is no role `{}`.", line.text);
            let problem = Problem::new(Code::UnknownRole, line.span, message);
            let known = self.places.roles.keys().map(String::as_str);
            self.problems.add_similar(problem, &line.text, known);
        }
        id(line)
    }

    pub(super) fn roles(&mut self, lines: &[Line]) -> Vec<ItemId> {
        lines.iter().map(|line| self.role(line)).collect()
    }

    /// An item that is named; `suits` says whether its kind is allowed here, and `wanted` which are.
    pub(super) fn reference(&mut self, line: &Line, wanted: &str, suits: fn(&Known) -> bool) -> ItemId {
        if line.is_missing() {
            return stand_in();
        }
        match self.names.get(&line.text) {
            Some(known) if suits(known) => {}
            Some(known) => {
                let what = known.words();
                let message = format!("`{}` is {what}; {wanted} is expected here.", line.text);
                self.problem(Code::UnsuitableItem, line.span, message);
            }
            None => {
                let message = format!("There is no item `{}`.", line.text);
                let problem = Problem::new(Code::UnknownItem, line.span, message);
                let known = self.places.ids.keys().map(String::as_str);
                self.problems.add_similar(problem, &line.text, known);
            }
        }
        id(line)
    }

    /// Items that show a text.
    pub(super) fn used_by(&mut self, lines: &[Line]) -> Vec<ItemId> {
        let suits = |known: &Known| {
            !matches!(known, Known::Silence)
                && !matches!(known, Known::Other(w) if !matches!(*w, "prohibition" | "document"))
        };
        lines.iter().map(|line| self.reference(line, "something that is walked", suits)).collect()
    }

    /// Cited clauses whose work is done here.
    pub(super) fn cites(&mut self, cites: &Cites) -> Vec<ClauseId> {
        let found = self.cites_beside(cites);
        self.places.carried.extend(found.iter().map(ToString::to_string));
        found
    }

    /// Clauses that are cited by what only surrounds their work.
    pub(super) fn cites_beside(&mut self, cites: &Cites) -> Vec<ClauseId> {
        if cites.list.is_empty() && cites.span != Span::default() {
            self.problem(Code::NothingCited, cites.span, "No clause is cited.");
        }
        let mut found = Vec::new();
        for line in &cites.list {
            match ClauseId::new(&line.text).filter(|_| self.places.clauses.contains_key(&line.text)) {
                Some(id) => {
                    self.places.cited.insert(line.text.clone());
                    found.push(id);
                }
                None => {
                    let message = format!("There is no clause `{}`.", crate::base::text::cut(&line.text, 60));
                    let problem = Problem::new(Code::UnknownClause, line.span, message);
                    let known = self.places.clauses.keys().map(String::as_str);
                    self.problems.add_similar(problem, &line.text, known);
                }
            }
        }
        found
    }

    pub(super) fn guard(&mut self, text: Option<&Text>, owner: &str, key: &'static str) -> Option<Condition> {
        text.map(|text| self.condition(text, owner, key))
    }

    /// A condition; a faulty one is reported and stands as `false`.
    pub(super) fn condition(&mut self, text: &Text, owner: &str, key: &'static str) -> Condition {
        if text.is_missing() || text.text.is_empty() || self.problems.is_full() {
            return Condition { text: String::new(), root: Expr::Constant(false) };
        }
        let (read, faults) = condition::read_for_each(&text.text, &self.names, self.row_of(owner, key));
        let sound = faults.iter().all(condition::Fault::is_warning);
        for fault in &faults {
            let span = self.inside(text, fault.range.clone());
            self.problems.add(fault.at(span));
        }
        let condition = read.unwrap_or_else(|| Condition { text: text.text.clone(), root: Expr::Constant(false) });
        if sound {
            let root = condition.root.clone();
            self.places.guards.push(Guard { owner: owner.to_owned(), key, span: text.span, root });
        }
        condition
    }

    /// A place inside a text.
    fn inside(&self, text: &Text, range: std::ops::Range<usize>) -> Span {
        let whole = text.span;
        let written = self.sources.get(whole.file).and_then(|s| s.text.get(whole.start..whole.end));
        match written.and_then(|written| within(written, &text.text, range)) {
            Some(found) => Span { start: whole.start + found.start, end: whole.start + found.end, ..whole },
            None => whole,
        }
    }
}
