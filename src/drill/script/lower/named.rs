//! First pass: every identifier is declared, so that references may point forwards; then how they are resolved.

use super::super::raw::file::RawScript;
use super::lowering::Lowering;
use crate::base::text::cut;
use crate::base::{ClauseId, ItemId};
use crate::source::value::{Cites, Line};
use crate::source::{Code, Problem, Span, closest};
use std::collections::BTreeMap;

/// Stands in for an identifier that is missing or faulty, which is reported, so that the rest is still checked.
pub(super) fn id(line: &Line) -> ItemId {
    ItemId::new(&line.text).unwrap_or_else(|| ItemId::new("missing").expect("it is made of lower-case letters"))
}

impl Lowering<'_> {
    pub(super) fn declare(&mut self, raw: &RawScript) {
        let mut seen = BTreeMap::new();
        for objective in &raw.objective {
            self.declare_id(&objective.id, &mut seen, "an objective");
        }
        self.objectives = seen.iter().map(|(id, span)| (id.clone(), *span)).collect();
        let mut seen = BTreeMap::new();
        for role in &raw.role {
            self.declare_id(&role.role, &mut seen, "a role");
        }
        self.roles = seen.into_keys().collect();
        if let Some(playbook) = self.playbook {
            self.roles.extend(playbook.roles.iter().map(|role| role.id.to_string()));
        }
        let mut seen = BTreeMap::new();
        for (at, module) in raw.module.iter().enumerate() {
            if self.declare_id(&module.id, &mut seen, "a part") {
                self.parts.insert(module.id.text.clone(), at);
            }
        }
        let mut seen = BTreeMap::new();
        for (at, expect) in raw.expect.iter().enumerate() {
            if self.declare_id(&expect.id, &mut seen, "an expectation") {
                self.expectations.insert(expect.id.text.clone(), at);
            }
        }
        let mut seen: BTreeMap<u32, Span> = BTreeMap::new();
        for (at, inject) in raw.inject.iter().enumerate().filter(|(_, inject)| inject.number.sound) {
            let number = inject.number;
            if let Some(first) = seen.get(&number.value).copied() {
                let message = format!("There is already an inject {}, on {}.", number.value, self.line_of(first));
                self.problem(Code::NumberTwice, number.span, message);
                continue;
            }
            seen.insert(number.value, number.span);
            self.injects.insert(number.value, at);
        }
    }

    /// Declares an identifier; `false` when it cannot be used.
    fn declare_id(&mut self, id: &Line, seen: &mut BTreeMap<String, Span>, what: &str) -> bool {
        if id.is_missing() || id.text.is_empty() {
            return false;
        }
        if ItemId::new(&id.text).is_none() {
            self.bad_id(id, ItemId::RULE);
            return false;
        }
        if let Some(first) = seen.get(&id.text).copied() {
            let message = format!("There is already {what} `{}`, on {}.", id.text, self.line_of(first));
            self.problem(Code::DuplicateId, id.span, message);
            return false;
        }
        seen.insert(id.text.clone(), id.span);
        true
    }

    pub(super) fn bad_id(&mut self, id: &Line, rule: &str) {
        let message = format!("`{}` cannot be an identifier.", cut(&id.text, 60));
        self.problems.add(Problem::new(Code::BadId, id.span, message).help(format!("It must be {rule}.")));
    }

    fn line_of(&self, span: Span) -> String {
        let before = self.source.text.as_bytes().iter().take(span.start);
        format!("line {}", before.filter(|byte| **byte == b'\n').count() + 1)
    }

    /// Reports a name that is not among those that are known.
    pub(super) fn unknown<'k>(
        &mut self,
        code: Code,
        line: &Line,
        what: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let message = format!("There is no {what} `{}`.", cut(&line.text, 60));
        self.problems.add_similar(Problem::new(code, line.span, message), &line.text, known);
    }

    /// A role of the script or of its playbook.
    pub(super) fn role(&mut self, line: &Line) -> ItemId {
        if !line.text.is_empty() && !self.roles.contains(&line.text) {
            let known = self.roles.clone();
            self.unknown(Code::UnknownRole, line, "role", known.iter().map(String::as_str));
        }
        id(line)
    }

    /// Whether words were perhaps meant as a role: they are written like one, and hold a `_` or are much like a known one.
    pub(super) fn is_role_meant(&self, line: &Line) -> bool {
        let alike = || closest(&line.text, self.roles.iter().map(String::as_str)).is_some();
        ItemId::new(&line.text).is_some() && (line.text.contains('_') || alike())
    }

    /// Clauses of the playbook.
    pub(super) fn cites(&mut self, cites: &Cites) -> Vec<ClauseId> {
        if self.needs_playbook(cites.span, "a clause") {
            return Vec::new();
        }
        let Some(playbook) = self.playbook else { return Vec::new() };
        let mut found = Vec::new();
        for line in cites.list.iter().filter(|line| !line.text.is_empty()) {
            match playbook.clause(&line.text) {
                Some(clause) => found.push(clause.id.clone()),
                None => {
                    let known = playbook.clauses.iter().map(|clause| clause.id.as_str());
                    self.unknown(Code::UnknownClause, line, "clause", known);
                }
            }
        }
        found
    }

    /// Reports something of a playbook in a script that is for any; true where it is.
    pub(super) fn needs_playbook(&mut self, span: Span, what: &str) -> bool {
        let wrong = self.any && span != Span::default();
        if wrong {
            self.problem(
                Code::NeedsPlaybook,
                span,
                format!("This names {what} of a playbook, and the script is for any."),
            );
        }
        wrong
    }
}
