//! Expectations, lowered: by what each is seen.

use super::super::expectation::{Binding, Expectation, Tried};
use super::super::raw::file::RawScript;
use super::super::raw::inject::RawExpectation;
use super::lowering::{Lowering, MOST_EXPECTED};
use super::named::id;
use crate::playbook::condition::{self, Fault};
use crate::source::value::{Line, Text};
use crate::source::within::within;
use crate::source::{Code, Problem, Span};
use std::collections::BTreeMap;

impl Lowering<'_> {
    pub(super) fn expectations(&mut self, raw: &RawScript) -> Vec<Expectation> {
        let mut of_inject: BTreeMap<u32, usize> = BTreeMap::new();
        let mut lowered = Vec::new();
        for expect in &raw.expect {
            if self.problems.is_full() {
                break;
            }
            let number = expect.inject;
            if number.sound && !self.injects.contains_key(&number.value) {
                let message = format!("There is no inject {}.", number.value);
                self.problem(Code::UnknownInject, number.span, message);
            }
            let count = of_inject.entry(number.value).or_default();
            *count += 1;
            if *count == MOST_EXPECTED + 1 {
                let message = format!("Inject {} has more than {MOST_EXPECTED} expectations.", number.value);
                self.problem(Code::OutOfBounds, number.span, message);
            }
            lowered.push(self.expectation(expect));
        }
        lowered
    }

    fn expectation(&mut self, raw: &RawExpectation) -> Expectation {
        if !raw.objective.text.is_empty() && !self.objectives.contains_key(&raw.objective.text) {
            let known: Vec<String> = self.objectives.keys().cloned().collect();
            self.unknown(Code::UnknownObjective, &raw.objective, "objective", known.iter().map(String::as_str));
        }
        let binding = self.binding(raw);
        let mut cite = self.cites(&raw.cite);
        if cite.is_empty() {
            cite = match &binding {
                Binding::Item(item) => self.cited_by(item.as_str()),
                Binding::Tried(Tried::Call(call)) => self.cited_by(call.as_str()),
                _ => Vec::new(),
            };
        }
        Expectation {
            id: id(&raw.id),
            inject: raw.inject.value,
            text: raw.text.text.clone(),
            objective: id(&raw.objective),
            by: raw.by.as_ref().map(|role| self.role(role)),
            binding,
            within: raw.within.map(|within| within.number),
            avoid: raw.avoid,
            figure: raw.figure.filter(|figure| figure.sound).map(|figure| figure.value),
            cite,
        }
    }

    fn binding(&mut self, raw: &RawExpectation) -> Binding {
        let item = raw.item.as_ref().map(|line| line.span);
        let meets = raw.meets.as_ref().map(|text| text.span);
        let tried = raw.tried.as_ref().map(|line| line.span);
        if let Some(second) = [item, meets, tried].into_iter().flatten().nth(1) {
            self.problem(Code::TwoBindings, second, "This expectation says already by what it is seen.");
        }
        if let Some(line) = &raw.item {
            return Binding::Item(self.item(line));
        }
        if let Some(text) = &raw.meets {
            return self.condition(text);
        }
        raw.tried.as_ref().map_or(Binding::ByHand, |line| Binding::Tried(self.tried(line)))
    }

    /// Something that a record can settle: an item of the walk, or a silence.
    fn item(&mut self, line: &Line) -> crate::base::ItemId {
        if !self.needs_playbook(line.span, "an item")
            && let Some(playbook) = self.playbook.filter(|_| !line.text.is_empty())
            && playbook.item(&line.text).is_none()
            && playbook.silence(&line.text).is_none()
        {
            match self.names.get(&line.text).map(crate::playbook::condition::Known::words) {
                Some(what) => {
                    let message = format!("`{}` is {what}, which no record settles.", line.text);
                    let help = "Write a condition instead: meets = 'rule.x', meets = 'scale.x == \"high\"'.";
                    self.problems.add(Problem::new(Code::UnsuitableItem, line.span, message).help(help));
                }
                None => {
                    let items = playbook.items.iter().map(|item| item.id.as_str());
                    let silences = playbook.silences.iter().map(|silence| silence.id.as_str());
                    self.unknown(Code::UnknownItem, line, "item", items.chain(silences));
                }
            }
        }
        id(line)
    }

    /// A call or a role of the playbook.
    fn tried(&mut self, line: &Line) -> Tried {
        let Some(playbook) = self.playbook.filter(|_| !line.text.is_empty()) else {
            self.needs_playbook(line.span, "a call");
            return Tried::Call(id(line));
        };
        if self.is_call(&line.text) {
            return Tried::Call(id(line));
        }
        if playbook.role(&line.text).is_some() {
            return Tried::Role(id(line));
        }
        match playbook.item(&line.text) {
            Some(item) => {
                let message = format!("`{}` is a {}; a call or a role is expected here.", line.text, item.body.kind());
                let help = format!("Only calls are tried. Where a record settles it: item = \"{}\".", line.text);
                self.problems.add(Problem::new(Code::UnsuitableItem, line.span, message).help(help));
            }
            None => {
                let calls = playbook.items.iter().map(|item| item.id.as_str()).filter(|id| self.is_call(id));
                let roles = playbook.roles.iter().map(|role| role.id.as_str());
                let known: Vec<&str> = calls.chain(roles).collect();
                self.unknown(Code::UnknownItem, line, "call or role", known);
            }
        }
        Tried::Call(id(line))
    }

    /// A condition; a faulty one is reported, and the expectation stands as one by hand.
    fn condition(&mut self, text: &Text) -> Binding {
        if self.needs_playbook(text.span, "a condition") || self.playbook.is_none() || text.text.is_empty() {
            return Binding::ByHand;
        }
        let (read, faults) = condition::read(&text.text, &self.names);
        for fault in &faults {
            let span = self.inside(text, fault.range.clone());
            self.problems.add(fault.at(span));
        }
        let sound = faults.iter().all(Fault::is_warning);
        read.filter(|_| sound).map_or(Binding::ByHand, Binding::Meets)
    }

    /// A place inside a text.
    fn inside(&self, text: &Text, range: std::ops::Range<usize>) -> Span {
        let whole = text.span;
        let written = self.source.text.get(whole.start..whole.end);
        match written.and_then(|written| within(written, &text.text, range)) {
            Some(found) => Span { start: whole.start + found.start, end: whole.start + found.end, ..whole },
            None => whole,
        }
    }
}
