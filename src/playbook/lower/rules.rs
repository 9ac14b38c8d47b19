//! Rules and clauses, lowered.

use super::Lowering;
use super::resolve::id;
use crate::base::{ClauseId, ItemId};
use crate::playbook::condition::Known;
use crate::playbook::model::{Clause, Playbook};
use crate::playbook::raw::file::RawFile;
use crate::playbook::raw::rule::{RawArm, RawRule};
use crate::playbook::rule::{Arm, Effect, Rule};
use crate::playbook::strength::Strength;
use crate::source::reading::Placed;
use crate::source::{Code, Problem};

/// The clauses with a valid identifier; the others were reported when they were declared.
pub(super) fn clauses(files: &[RawFile]) -> Vec<Clause> {
    let clauses = files.iter().flat_map(|file| &file.clauses.0);
    clauses
        .filter_map(|(key, clause)| {
            let (at, text) = (clause.at.text.clone(), clause.text.text.clone());
            Some(Clause { id: ClauseId::new(&key.text)?, at, text })
        })
        .collect()
}

impl Lowering<'_> {
    pub(super) fn rules(&mut self, files: &[RawFile], playbook: &mut Playbook) {
        for raw in files.iter().flat_map(|file| &file.rule) {
            let owner = raw.id.text.as_str();
            if raw.any.is_empty() && raw.all.is_empty() {
                let message = format!("The rule `{owner}` has neither `any` nor `all`, so it is never met.");
                self.problem(Code::EmptyRule, raw.place(), message);
            }
            let rule = Rule {
                id: id(&raw.id),
                title: raw.title.text.clone(),
                verb: self.policy_verb(Some(raw.verb), Strength::Do),
                effect: raw.effect.value,
                when: self.guard(raw.when.as_ref(), owner, "when"),
                keeps: self.keeps(raw),
                any: self.arms(&raw.any, owner, "any"),
                all: self.arms(&raw.all, owner, "all"),
                unless: self.arms(&raw.unless, owner, "unless"),
                say: raw.say.text.clone(),
                cite: self.cites(&raw.cite),
            };
            playbook.rules.push(rule);
        }
    }

    /// What goes on although the case ends.
    fn keeps(&mut self, raw: &RawRule) -> Vec<ItemId> {
        if let Some(first) = raw.keeps.first().filter(|_| raw.effect.sound && raw.effect.value != Effect::Ends) {
            let message = format!("`keeps` belongs to the effect `ends`; this rule has `{}`.", raw.effect.value.word());
            self.problem(Code::KeepsWithoutEnd, first.span, message);
            return Vec::new();
        }
        let mut kept = Vec::new();
        for line in raw.keeps.iter().filter(|line| !line.is_missing()) {
            let known = match self.names.get(&line.text) {
                Some(Known::Rule | Known::Scale(_)) | None => false,
                Some(Known::Other(word)) => matches!(*word, "prohibition" | "document" | "clock"),
                Some(_) => true,
            };
            if known || self.places.phases.contains_key(&line.text) {
                kept.push(id(line));
                continue;
            }
            let message = match self.names.get(&line.text) {
                Some(other) => {
                    format!(
                        "`{}` is {}; an item, a phase, a clock or a silence is expected here.",
                        line.text,
                        other.words()
                    )
                }
                None => format!("There is no item, phase, clock or silence `{}`.", line.text),
            };
            let code = if self.names.get(&line.text).is_some() { Code::UnsuitableItem } else { Code::UnknownItem };
            let problem = Problem::new(code, line.span, message);
            let known = self.places.ids.keys().chain(self.places.phases.keys()).map(String::as_str);
            self.problems.add_similar(problem, &line.text, known);
        }
        kept
    }

    pub(super) fn arms(&mut self, raw: &[RawArm], owner: &str, key: &'static str) -> Vec<Arm> {
        raw.iter()
            .map(|arm| Arm {
                condition: self.condition(&arm.r#if, owner, key),
                title: arm.title.text.clone(),
                cite: self.cites(&arm.cite),
                unknown_leans: arm.unknown_leans.as_ref().map(|leans| leans.text.clone()),
            })
            .collect()
    }
}
