//! Injects, lowered.

use super::super::inject::{Addressee, Contingency, Inject};
use super::super::raw::file::RawScript;
use super::super::raw::inject::RawInject;
use super::lowering::{Lowering, MOST_FILES, MOST_INJECTS};
use super::named::id;
use crate::base::text::cut;
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Span};

/// Most recipients of an inject.
const MOST_RECIPIENTS: usize = 16;
/// Longest name of a file, in bytes.
const LONGEST_NAME: usize = 64;

impl Lowering<'_> {
    pub(super) fn injects(&mut self, raw: &RawScript) -> Vec<Inject> {
        let at = raw.inject.get(MOST_INJECTS).map_or_else(Span::default, Placed::place);
        self.bounded(&raw.inject, 1, MOST_INJECTS, "injects", at);
        raw.inject.iter().map(|inject| self.inject(inject)).collect()
    }

    fn inject(&mut self, raw: &RawInject) -> Inject {
        self.bounded(&raw.files, 0, MOST_FILES, "files", raw.place());
        if self.problems.spared(&["to"], &[]) {
            self.bounded(&raw.to.0, 1, MOST_RECIPIENTS, "recipients", raw.place());
        }
        let part = self.parts.get(&raw.part.text).copied();
        if part.is_none() && !raw.part.text.is_empty() {
            let known: Vec<String> = self.parts.keys().cloned().collect();
            self.unknown(Code::UnknownPart, &raw.part, "part", known.iter().map(String::as_str));
        }
        Inject {
            number: raw.number.value,
            part: part.unwrap_or_default(),
            title: raw.title.text.clone(),
            at: raw.at.map(|at| at.number),
            from: raw.from.text.clone(),
            to: raw.to.0.iter().map(|line| self.addressee(line)).collect(),
            delivery: raw.delivery.value,
            text: raw.text.text.clone(),
            gist: raw.gist.as_ref().map(|gist| gist.text.clone()),
            absent: raw.absent.as_ref().map(|role| self.role(role)),
            notes: raw.notes.as_ref().map(|notes| notes.text.clone()),
            files: raw.files.iter().filter_map(|name| self.file_name(name)).collect(),
            contingency: self.contingency(raw),
            kept: raw.kept.0.iter().map(|(heading, cell)| (heading.text.clone(), cell.text.clone())).collect(),
        }
    }

    fn addressee(&mut self, line: &Line) -> Addressee {
        if self.roles.contains(&line.text) || self.is_role_meant(line) {
            return Addressee::Role(self.role(line));
        }
        Addressee::Words(line.text.clone())
    }

    fn contingency(&mut self, raw: &RawInject) -> Option<Contingency> {
        let mut waits = Vec::new();
        for line in raw.if_not_met.iter().filter(|line| !line.text.is_empty()) {
            if self.expectations.contains_key(&line.text) {
                waits.push(id(line));
            } else {
                let known: Vec<String> = self.expectations.keys().cloned().collect();
                self.unknown(Code::UnknownExpectation, line, "expectation", known.iter().map(String::as_str));
            }
        }
        let (named, after) = (raw.if_not_met.first(), raw.after_min);
        let wrong = match (named, after, raw.at) {
            (Some(line), None, _) => Some((line.span, "It is not said after how many minutes this is offered.")),
            (None, Some(after), _) => Some((after.span, "It is not said which expectation this waits for.")),
            (Some(_), Some(_), Some(at)) => {
                Some((at.span, "A contingency is offered when it is needed, and has no time."))
            }
            _ => None,
        };
        if let Some((span, message)) = wrong {
            self.problem(Code::HalfContingency, span, message);
        }
        Some(Contingency { if_not_met: waits, after_minutes: after?.number }).filter(|_| named.is_some())
    }

    fn file_name(&mut self, line: &Line) -> Option<String> {
        let name = line.text.as_str();
        let fits = is_file_name(name);
        if !fits && !name.is_empty() {
            self.problem(
                Code::BadFileName,
                line.span,
                format!("`{}` cannot be the name of a file here.", cut(name, 60)),
            );
        }
        fits.then(|| name.to_owned())
    }
}

/// Whether it is a name wherever a case is copied, and one that stays in its folder.
pub(in crate::drill::script) fn is_file_name(name: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    name.len() <= LONGEST_NAME
        && name.bytes().all(sign)
        && name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && !name.ends_with('.')
}
