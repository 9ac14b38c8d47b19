//! Rules: which elements are met, not met or missing. The program shows the criteria; people decide.

use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::rule::{Group, RuleState};
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::rule::{Arm, Rule};

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArmStatus {
    pub group: Group,
    pub index: usize,
    pub verdict: Verdict,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RuleStatus {
    pub state: RuleState,
    pub verdict: Verdict,
    pub arms: Vec<ArmStatus>,
    /// While pending: it waits only for what cannot be found out, and stands in nobody's way.
    pub for_good: bool,
    /// While pending: why the answer "not known yet" leans to yes by the clause's own words. It stays pending.
    pub leans: Option<String>,
}

pub fn work_out(rule: &Rule, knowledge: &Knowledge<'_>) -> RuleStatus {
    let (arms, verdict) = elements(&rule.any, &rule.all, &rule.unless, knowledge);
    let applies = knowledge.holds(rule.when.as_ref());
    // What no record speaks for relieves nobody and suggests nothing; and no record says that a rule is not met.
    let eliminated = verdict.is_by_elimination();
    let state = match (applies.value, verdict.value) {
        (Some(false), _) => RuleState::NotApplicable,
        (None, _) | (_, None) => RuleState::Pending,
        (_, Some(true)) if eliminated && rule.effect.needs_record() => RuleState::NotApplicable,
        (_, Some(true)) => RuleState::Met,
        (_, Some(false)) if eliminated => RuleState::NotApplicable,
        (_, Some(false)) => RuleState::NotMet,
    };
    let leans = (state == RuleState::Pending).then(|| leaning(&rule.any, &arms, knowledge)).flatten();
    let verdict = match state {
        RuleState::NotApplicable if applies.value == Some(false) => applies,
        RuleState::Pending => pending(applies, verdict),
        _ => verdict,
    };
    let for_good = state == RuleState::Pending && knowledge.is_undecided_for_good(&verdict);
    RuleStatus { state, verdict, arms, for_good, leans }
}

/// The verdict of a rule that waits. Its test may be known not to be met while it is open whether it applies; then it
/// waits for that, and says so.
fn pending(applies: Verdict, test: Verdict) -> Verdict {
    let open = applies.missing.clone();
    let mut both = applies.and(test);
    if both.missing.is_empty() {
        both.missing = open;
    }
    both
}

/// The elements of a test, each by itself, and all of them together.
pub fn elements(any: &[Arm], all: &[Arm], unless: &[Arm], knowledge: &Knowledge<'_>) -> (Vec<ArmStatus>, Verdict) {
    let mut arms = Vec::new();
    let mut verdict = Verdict::constant(true);
    for (group, members) in [(Group::Any, any), (Group::All, all), (Group::Unless, unless)] {
        let mut joined: Option<Verdict> = None;
        for (index, arm) in members.iter().enumerate() {
            let own = knowledge.holds(Some(&arm.condition));
            joined = Some(match joined {
                None => own.clone(),
                Some(sum) if group == Group::All => sum.and(own.clone()),
                Some(sum) => sum.or(own.clone()),
            });
            arms.push(ArmStatus { group, index, verdict: own });
        }
        if let Some(joined) = joined {
            verdict = verdict.and(if group == Group::Unless { joined.negated() } else { joined });
        }
    }
    (arms, verdict)
}

/// The reason of the first element that leans to yes because somebody answered "not known yet" (not because nobody was asked).
fn leaning(any: &[Arm], arms: &[ArmStatus], knowledge: &Knowledge<'_>) -> Option<String> {
    let asked =
        |subject: &Subject| matches!(subject, Subject::Answer(id) if knowledge.state.answers(id.as_str()).is_some());
    arms.iter()
        .filter(|arm| arm.group == Group::Any && arm.verdict.value.is_none())
        .filter(|arm| arm.verdict.missing.iter().all(asked))
        .find_map(|arm| any[arm.index].unknown_leans.clone())
}
