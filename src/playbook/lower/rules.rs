//! Rules and clauses, lowered.

use super::Lowering;
use super::resolve::id;
use crate::base::ClauseId;
use crate::playbook::model::{Clause, Playbook};
use crate::playbook::raw::file::RawFile;
use crate::playbook::raw::rule::RawArm;
use crate::playbook::rule::{Arm, Rule};
use crate::playbook::strength::Strength;
use crate::source::Code;
use crate::source::reading::Placed;

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
                any: self.arms(&raw.any, owner, "any"),
                all: self.arms(&raw.all, owner, "all"),
                unless: self.arms(&raw.unless, owner, "unless"),
                say: raw.say.text.clone(),
                cite: self.cites(&raw.cite),
            };
            playbook.rules.push(rule);
        }
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
