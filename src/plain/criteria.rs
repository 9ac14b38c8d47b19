//! Lanes that are held, scales and rules as lines: how each stands, by which clauses, and what it waits for.

use super::overview::{texts, word};
use crate::guide::rules::RuleState;
use crate::guide::status::{StatusOf, status};
use serde_json::Value;

/// Every lane that waits for somebody, with the sentence of the playbook.
fn held(whole: &Value) -> Vec<String> {
    let phases = whole["phases"].as_array().into_iter().flatten();
    let held = phases.filter(|phase| phase["state"] == "held");
    held.map(|phase| format!("Held: {}. {}", word(&phase["title"]), word(&phase["held_say"]))).collect()
}

/// Every scale with its level, the clauses that are met, and where the policy leaves it to people.
fn scales(whole: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for scale in whole["scales"].as_array().into_iter().flatten() {
        let mut met: Vec<_> = Vec::new();
        for clause in scale["met"].as_array().into_iter().flatten().map(|met| word(&met["clause"])) {
            if !met.contains(&clause) {
                met.push(clause);
            }
        }
        let by = if met.is_empty() { String::new() } else { format!(" ({})", met.join(", ")) };
        let mut line = format!("Scale: {}: {}{by}.", word(&scale["title"]), word(&scale["say"]));
        let missing = texts(&scale["missing"], ", ");
        if !missing.is_empty() {
            line.push_str(&format!(" Waits for: {missing}."));
        }
        for said in [&scale["gap"], &scale["notes"]].into_iter().filter_map(|list| list.as_array()).flatten() {
            line.push_str(&format!(" {}", word(&said["say"])));
        }
        lines.push(line);
    }
    lines
}

/// Every scale and every rule with its state, its clauses, and what it hangs on.
pub fn rules(of: &StatusOf<'_>) -> Vec<String> {
    those(of, |_| true)
}

/// The same without the rules that are not met or do not apply.
pub fn still_counting(of: &StatusOf<'_>) -> Vec<String> {
    those(of, |state| matches!(state, RuleState::Met | RuleState::Pending))
}

fn those(of: &StatusOf<'_>, wanted: fn(RuleState) -> bool) -> Vec<String> {
    let whole = status(of);
    let stated = whole["rules"].as_array().into_iter().flatten();
    let mut lines = held(&whole);
    lines.extend(scales(&whole));
    let rules = stated.zip(of.playbook.rules.iter().zip(&of.assessment.rules));
    for (stated, (rule, status)) in rules.filter(|(_, (_, status))| wanted(status.state)) {
        let mut line =
            format!("{}: {} ({}; {})", status.state.label(), rule.title, rule.id, texts(&stated["clauses"], ", "));
        match status.state {
            RuleState::Met => {
                line.push_str(&format!(". {} Because: {}.", rule.say, elements(&stated["met"])));
            }
            RuleState::Pending => {
                line.push_str(&format!(". Waits for: {}.", texts(&stated["missing"], ", ")));
                line.extend(status.leans.iter().map(|leans| format!(" {leans}")));
            }
            RuleState::NotMet | RuleState::NotApplicable => line.push('.'),
        }
        lines.push(line);
    }
    lines
}

/// The elements that are met, each once, with every clause that names it: `affected = Yes (PR-3a, PR-3c)`.
fn elements(met: &Value) -> String {
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for one in met.as_array().into_iter().flatten() {
        let (because, clause) = (texts(&one["because"], ", "), word(&one["clause"]));
        match found.iter_mut().find(|(known, _)| *known == because) {
            Some((_, clauses)) if clauses.contains(&clause) => {}
            Some((_, clauses)) => clauses.push(clause),
            None => found.push((because, vec![clause])),
        }
    }
    let said: Vec<_> =
        found.into_iter().map(|(because, clauses)| format!("{because} ({})", clauses.join(", "))).collect();
    said.join("; ")
}
