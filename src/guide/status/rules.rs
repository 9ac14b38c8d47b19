//! Rules in the status: each element that is met, with its clause and the answers that decided it, and what is missing.

use super::super::Knowledge;
use super::super::rules::{ArmStatus, Group, RuleStatus};
use super::super::words;
use super::{StatusOf, clauses, missing};
use crate::playbook::rule::{Arm, Rule};
use serde_json::{Value, json};

pub(super) fn rules(of: &StatusOf<'_>, knowledge: &Knowledge<'_>) -> Vec<Value> {
    of.playbook.rules.iter().zip(&of.assessment.rules).map(|(rule, status)| one(rule, status, knowledge)).collect()
}

fn one(rule: &Rule, status: &RuleStatus, knowledge: &Knowledge<'_>) -> Value {
    let met = status.arms.iter().filter(|arm| arm.verdict.value == Some(true) && arm.group != Group::Unless);
    json!({
        "id": rule.id.as_str(),
        "title": rule.title,
        "effect": rule.effect.word(),
        "verb": rule.verb.word(),
        "state": status.state.word(),
        "say": rule.say,
        "met": met.flat_map(|arm| element(rule, arm, knowledge)).collect::<Vec<_>>(),
        "missing": missing(&status.verdict.missing, knowledge),
        "leans": status.leans,
        "elements": status.arms.iter().map(|arm| {
            let own = arm_of(rule, arm);
            json!({
                "group": match arm.group { Group::Any => "any", Group::All => "all", Group::Unless => "unless" },
                "title": own.title,
                "state": match arm.verdict.value { Some(true) => "met", Some(false) => "not-met", None => "pending" },
                "clauses": clauses(&own.cite),
                "because": because(arm, knowledge),
                "missing": missing(&arm.verdict.missing, knowledge),
            })
        }).collect::<Vec<_>>(),
        "clauses": clauses(&rule.cite),
    })
}

/// One object for each clause of an element that is met.
fn element(rule: &Rule, arm: &ArmStatus, knowledge: &Knowledge<'_>) -> Vec<Value> {
    let because = because(arm, knowledge);
    arm_of(rule, arm).cite.iter().map(|clause| json!({ "clause": clause.as_str(), "because": because })).collect()
}

fn because(arm: &ArmStatus, knowledge: &Knowledge<'_>) -> Vec<String> {
    let decided = arm.verdict.because.iter();
    decided.map(|subject| format!("{} = {}", subject.id(), words::value(subject, knowledge))).collect()
}

fn arm_of<'a>(rule: &'a Rule, status: &ArmStatus) -> &'a Arm {
    let group = match status.group {
        Group::Any => &rule.any,
        Group::All => &rule.all,
        Group::Unless => &rule.unless,
    };
    &group[status.index]
}
