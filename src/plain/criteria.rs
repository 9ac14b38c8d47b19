//! Steps that wait and tests as lines: how each stands, by which clauses, and what it waits for.

use crate::base::ItemId;
use crate::base::ids::cited;
use crate::contract::status::{self, Met, Scale};
use crate::judge::View;
use crate::judge::types::rule::RuleState;

/// Every step that waits for somebody, with the sentence of the playbook.
fn held<'a>(of: &View<'a>) -> impl Iterator<Item = String> + use<'a> {
    let of = *of;
    of.playbook.phases.iter().enumerate().filter_map(move |(at, phase)| {
        let hold = of.phase_hold(at).filter(|_| of.picture.phases[at].applies.value == Some(true))?;
        Some(format!("Waits: {}. {}", phase.title, hold.say))
    })
}

/// A test with levels: the one that is reached, the clauses that are met, and where the policy leaves it to people.
fn scale(scale: &Scale<'_>) -> String {
    let mut met: Vec<_> = Vec::new();
    for clause in scale.met.iter().map(|met| met.clause.as_str()) {
        if !met.contains(&clause) {
            met.push(clause);
        }
    }
    let by = if met.is_empty() { String::new() } else { format!(" ({})", met.join(", ")) };
    let mut line = format!("Test: {}: {}{by}.", scale.title, scale.say);
    if !scale.missing.is_empty() {
        line.push_str(&format!(" Waits for: {}.", ids(&scale.missing)));
    }
    line.extend(scale.gap.iter().chain(&scale.notes).map(|said| format!(" {}", said.say)));
    line
}

/// Every test as it stands, its clauses, and what it hangs on.
pub fn tests(of: &View<'_>) -> Vec<String> {
    those(of, |_| true)
}

/// The same without those that are not met or do not apply.
pub fn still_counting(of: &View<'_>) -> Vec<String> {
    those(of, |state| matches!(state, RuleState::Met | RuleState::Pending))
}

fn those(of: &View<'_>, wanted: fn(RuleState) -> bool) -> Vec<String> {
    let known = of.knowledge();
    let mut lines: Vec<_> = held(of).collect();
    lines.extend(status::scales(of, &known).iter().map(scale));
    for rule in status::rules(of, &known).into_iter().filter(|rule| wanted(rule.state)) {
        let word = if rule.undecided_for_good { "Undecided for good" } else { word(rule.state) };
        let mut line = format!("{word}: {} ({}; {})", rule.title, rule.id, cited(rule.clauses));
        match rule.state {
            RuleState::Pending if rule.undecided_for_good => {
                line.push_str(&format!(". Cannot be found out: {}.", ids(&rule.missing)));
            }
            RuleState::Met => line.push_str(&format!(". {} Because: {}.", rule.say, elements(&rule.met))),
            RuleState::Pending => {
                line.push_str(&format!(". Waits for: {}.", ids(&rule.missing)));
                line.extend(rule.leans.map(|leans| format!(" {leans}")));
            }
            RuleState::NotMet | RuleState::NotApplicable => line.push('.'),
        }
        lines.push(line);
    }
    lines
}

/// In the words of the tests on the screen.
fn word(state: RuleState) -> &'static str {
    match state {
        RuleState::Met => "Met",
        RuleState::Pending => "Waits",
        RuleState::NotMet => "Not met",
        RuleState::NotApplicable => "Off",
    }
}

/// The elements that are met, each once, with every clause that names it: `affected = Yes (PR-3a, PR-3c)`.
fn elements(met: &[Met<'_>]) -> String {
    let mut found: Vec<(String, Vec<&str>)> = Vec::new();
    for one in met {
        let (because, clause) = (one.because.join(", "), one.clause.as_str());
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

fn ids(of: &[ItemId]) -> String {
    of.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", ")
}
