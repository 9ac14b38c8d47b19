//! Scales and rules in the status: each element that is met, with its clause and the answers that decided it, and what is
//! missing; where the policy leaves it to people.

use super::around::Says;
use crate::base::written::object;
use crate::base::{ClauseId, ItemId};
use crate::judge::Knowledge;
use crate::judge::View;
use crate::judge::truth::rules::{ArmStatus, RuleStatus};
use crate::judge::truth::scales::{ScaleState, ScaleStatus};
use crate::judge::types::rule::{Group, RuleState};
use crate::page::roughly::lean;
use crate::page::words;
use crate::playbook::condition::Subject;
use crate::playbook::rule::{self, Arm, Effect};
use crate::playbook::scale;
use crate::playbook::strength::Strength;

pub fn rules<'a>(of: &View<'a>, known: &Knowledge<'_>) -> Vec<Rule<'a>> {
    let rules = of.playbook.rules.iter().zip(&of.picture.rules);
    rules.map(|(rule, status)| Rule::of(rule, status, known)).collect()
}

pub fn scales<'a>(of: &View<'a>, known: &Knowledge<'a>) -> Vec<Scale<'a>> {
    let scales = of.playbook.scales.iter().zip(&of.picture.scales);
    scales.map(|(scale, status)| Scale::of(scale, status, known)).collect()
}

object! {
    Rule<'a>(rule: &'a rule::Rule, status: &'a RuleStatus, known: &Knowledge<'_>) {
        let arms = || status.arms.iter().map(|arm| (arm_of(rule, arm), arm));
        let met = arms().filter(|(_, arm)| arm.verdict.value == Some(true) && arm.group != Group::Unless);
    } => {
        id: &'a ItemId = &rule.id,
        title: &'a str = &rule.title,
        effect: Effect = rule.effect,
        verb: Strength = rule.verb,
        state: RuleState = status.state,
        /// It waits only for what cannot be found out.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        undecided_for_good: bool = status.for_good,
        say: &'a str = &rule.say,
        met: Vec<Met<'a>> = met.flat_map(|(own, arm)| clauses_met(own, None, &because(arm, known))).collect(),
        missing: Vec<ItemId> = missing(&status.verdict.missing, known),
        leans: Option<&'a str> = status.leans.as_deref(),
        elements: Vec<Element<'a>> = arms().map(|(own, arm)| Element::of(own, arm, known)).collect(),
        clauses: &'a [ClauseId] = &rule.cite,
    }
}

object! {
    Element<'a>(own: &'a Arm, arm: &ArmStatus, known: &Knowledge<'_>) => {
        group: Group = arm.group,
        title: &'a str = &own.title,
        state: &'static str = match arm.verdict.value { Some(true) => "met", Some(false) => "not-met", None => "pending" },
        clauses: &'a [ClauseId] = &own.cite,
        because: Vec<String> = because(arm, known),
        missing: Vec<ItemId> = missing(&arm.verdict.missing, known),
        roughly: Vec<String> = roughly(own, arm, known),
    }
}

object! {
    /// A clause of an element that is met; with its level in a scale that has levels.
    Met<'a>(clause: &'a ClauseId, level: Option<&'a ItemId>, because: Vec<String>) => {
        clause: &'a ClauseId = clause,
        #[serde(skip_serializing_if = "Option::is_none")]
        level: Option<&'a ItemId> = level,
        because: Vec<String> = because,
    }
}

object! {
    Scale<'a>(scale: &'a scale::Scale, status: &ScaleStatus, known: &Knowledge<'a>) {
        let gaps = || status.gaps.iter().map(|at| &scale.gaps[*at]);
        let says = gaps().map(|gap| Says::of(&gap.say, &gap.cite)).collect();
        // A gap that another element has overtaken is only worth a note.
        let (open, overtaken) = match status.state {
            ScaleState::Gap | ScaleState::DecidedByPerson => (says, Vec::new()),
            _ => (Vec::new(), says),
        };
        let level = status.level.map(|at| &scale.levels[at]);
    } => {
        id: &'a ItemId = &scale.id,
        title: &'a str = &scale.title,
        level: Option<&'a ItemId> = level.map(|level| &level.id),
        level_title: Option<&'a str> = level.map(|level| level.title.as_str()),
        state: ScaleState = status.state,
        say: String = words::level(&status.said(), scale),
        met: Vec<Met<'a>> = met(scale, status, known),
        missing: Vec<ItemId> = missing(&status.verdict.missing, known),
        possible: Vec<&'a ItemId> = status.possible.iter().map(|at| &scale.levels[*at].id).collect(),
        gap: Vec<Says<'a>> = open,
        notes: Vec<Says<'a>> = overtaken,
        suggestion: Option<&'a ItemId> = gaps().find_map(|gap| gap.suggest.as_ref()).filter(|_| status.state == ScaleState::Gap),
        decided_by: Option<&'a ItemId> = scale.decided_by.as_ref(),
        clauses: &'a [ClauseId] = &scale.cite,
    }
}

/// Every element that is met, of every level: several arms may be met at once, and the highest level counts.
fn met<'a>(scale: &'a scale::Scale, status: &ScaleStatus, known: &Knowledge<'a>) -> Vec<Met<'a>> {
    let mut met = Vec::new();
    for (level, arms) in scale.levels.iter().zip(&status.arms) {
        for (own, arm) in level.any.iter().chain(&level.all).chain(&level.unless).zip(arms) {
            if arm.verdict.value == Some(true) && arm.group != Group::Unless {
                met.extend(clauses_met(own, Some(&level.id), &because(arm, known)));
            }
        }
    }
    if scale.levels.is_empty() {
        for subject in status.verdict.decided_by() {
            let because = words::subject_and_value(subject, known);
            let cite = known.playbook.item(subject.id().as_str()).map_or(&[][..], |item| &item.cite);
            met.extend(cite.iter().map(|clause| Met::of(clause, None, vec![because.clone()])));
        }
    }
    met
}

/// One object for each clause of an element that is met.
fn clauses_met<'a>(own: &'a Arm, level: Option<&'a ItemId>, because: &[String]) -> Vec<Met<'a>> {
    own.cite.iter().map(|clause| Met::of(clause, level, because.to_vec())).collect()
}

/// To which side numbers lean that are known roughly, while they leave an element open.
fn roughly(own: &Arm, arm: &ArmStatus, known: &Knowledge<'_>) -> Vec<String> {
    let open = arm.verdict.value.is_none().then(|| known.leans(&own.condition.root));
    open.into_iter().flatten().map(|one| format!("{} = {}", one.question, lean(&one.lean))).collect()
}

/// The answers that decided an element.
fn because(arm: &ArmStatus, known: &Knowledge<'_>) -> Vec<String> {
    let decided = arm.verdict.decided_by();
    decided.map(|subject| format!("{} = {}", subject.id(), words::value(subject, known))).collect()
}

fn arm_of<'a>(rule: &'a rule::Rule, status: &ArmStatus) -> &'a Arm {
    let group = match status.group {
        Group::Any => &rule.any,
        Group::All => &rule.all,
        Group::Unless => &rule.unless,
    };
    &group[status.index]
}

/// Ids of what is missing; a rule is replaced by what it waits for itself, so that the names can be answered.
fn missing(subjects: &[Subject], known: &Knowledge<'_>) -> Vec<ItemId> {
    let mut ids = Vec::new();
    for subject in subjects {
        let deeper = match subject {
            Subject::Rule(id) => known.rule(id.as_str()).map(|status| status.verdict.missing),
            Subject::Scale(id) | Subject::Gap(id) => scale_missing(id, known),
            _ => None,
        };
        let found = match deeper {
            Some(deeper) => missing(&deeper, known),
            None => vec![subject.id().clone()],
        };
        for id in found {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids
}

/// What a scale waits for: its missing answers, or, in a gap, the decision of people.
fn scale_missing(id: &ItemId, known: &Knowledge<'_>) -> Option<Vec<Subject>> {
    let status = known.scale(id.as_str())?;
    let decision = known.playbook.scale(id.as_str())?.decided_by.clone();
    match (status.state, decision) {
        (ScaleState::Gap, Some(decision)) => Some(vec![Subject::Decision(decision)]),
        _ => Some(status.verdict.missing).filter(|missing| !missing.is_empty()),
    }
}
