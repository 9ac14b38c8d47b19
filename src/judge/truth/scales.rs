//! Scales: which levels are met, which are still possible, and where people have to decide.
//!
//! The highest level that is met counts. A level above it that is not known yet keeps the scale open: nothing lower is shown
//! as final. Where no level is met although everything is known, the case lies in a gap, and the level is the people's.

use crate::base::ItemId;
use crate::base::written::words;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::rules::{ArmStatus, elements};
use crate::judge::verdict::{Atom, Facts as _, Known, Verdict};
use crate::playbook::condition::Subject;
use crate::playbook::scale::Scale;
use serde::Serialize;

words! {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum ScaleState: label {
        DecidedByRule = "By the policy",
        /// People gave the level, in a gap of the policy.
        DecidedByPerson = "Decided by people",
        /// No level is met, everything is known: people have to decide.
        Gap = "Left open by the policy",
        Pending = "Pending",
        NoScale = "No scale in the policy",
        NotApplicable = "Does not apply",
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScaleStatus {
    pub state: ScaleState,
    /// The level: decided, or while pending the highest that is met so far ("at least").
    pub level: Option<usize>,
    /// Levels that are still possible, highest first.
    pub possible: Vec<usize>,
    /// Whether it can also come out as none of them.
    pub perhaps_none: bool,
    pub arms: Vec<Vec<ArmStatus>>,
    pub levels: Vec<Verdict>,
    /// Gaps that hold, also those that another element has overtaken.
    pub gaps: Vec<usize>,
    /// What decided it, or what is missing.
    pub verdict: Verdict,
    /// The numbers known roughly for which alone it waits, each by the title of its question and what is answered: people may
    /// decide among the levels that are possible, or have.
    pub while_about: Vec<(String, String)>,
}

/// What is said of a scale: its level, or which ones are still possible.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    pub state: ScaleState,
    pub at: Option<usize>,
    /// While pending, the other levels that are possible.
    pub perhaps: Vec<usize>,
    /// Of one that people decided because numbers are known roughly: these.
    pub while_about: Vec<(String, String)>,
}

pub fn work_out(scale: &Scale, knowledge: &Knowledge<'_>) -> ScaleStatus {
    let (mut arms, mut levels) = (Vec::new(), Vec::new());
    for level in &scale.levels {
        let (own, verdict) = elements(&level.any, &level.all, &level.unless, knowledge);
        arms.push(own);
        // A level is never reached because nothing that would speak against it arises.
        levels.push(verdict.on_record());
    }
    let gaps: Vec<Verdict> = scale.gaps.iter().map(|gap| knowledge.holds(Some(&gap.condition))).collect();
    let mut status = ScaleStatus {
        state: ScaleState::NoScale,
        level: None,
        possible: Vec::new(),
        perhaps_none: false,
        gaps: (0..gaps.len()).filter(|at| gaps[*at].value == Some(true)).collect(),
        verdict: Verdict::constant(true),
        arms,
        levels,
        while_about: Vec::new(),
    };
    let applies = knowledge.holds(scale.when.as_ref());
    if applies.value == Some(false) {
        status.state = ScaleState::NotApplicable;
        status.verdict = applies;
    } else if scale.levels.is_empty() {
        status.verdict = judged(scale, knowledge);
    } else {
        settle(scale, &gaps, knowledge, &mut status);
        if applies.value.is_none() {
            status.state = ScaleState::Pending;
            status.verdict = applies.and(Verdict { value: None, ..status.verdict });
            status.while_about.clear();
        }
    }
    status
}

/// What people judge from; what does not arise is not waited for.
fn judged(scale: &Scale, knowledge: &Knowledge<'_>) -> Verdict {
    let mut verdict = Verdict::constant(true);
    for id in &scale.judged_from {
        let subject = Subject::Answer(id.clone());
        match knowledge.known(&subject) {
            Known::Nothing | Known::Withheld => verdict.missing.push(subject),
            Known::NotSo => verdict.because.push(Atom::not_so(subject)),
            _ => verdict.because.push(subject.into()),
        }
    }
    Verdict { value: verdict.missing.is_empty().then_some(true), ..verdict }
}

/// From the highest level down to the first that is met; below it nothing is possible any more.
fn settle(scale: &Scale, gaps: &[Verdict], knowledge: &Knowledge<'_>, status: &mut ScaleStatus) {
    let mut missing = Verdict::default();
    let mut met = None;
    let mut none_met = Verdict::constant(true);
    for (at, verdict) in status.levels.iter().enumerate() {
        match verdict.value {
            Some(true) => {
                status.possible.push(at);
                met = Some(at);
                break;
            }
            Some(false) => {}
            None => {
                status.possible.push(at);
                missing = missing.or(verdict.clone());
            }
        }
        none_met = none_met.and(verdict.clone().negated());
    }
    status.level = met;
    let pending = !missing.missing.is_empty();
    let decided = || {
        let decision = scale.decided_by.as_ref().and_then(|decision| knowledge.decided(decision.as_str()));
        decision.and_then(|option| scale.level(option.as_str()))
    };
    match met {
        Some(at) if !pending => {
            status.state = ScaleState::DecidedByRule;
            status.verdict = status.levels[at].clone();
            return;
        }
        Some(_) => {}
        None => {
            for (gap, verdict) in scale.gaps.iter().zip(gaps).filter(|(_, verdict)| verdict.value != Some(false)) {
                status.possible.extend(gap.between.iter().filter_map(|level| scale.level(level.as_str())));
                if verdict.value.is_none() {
                    missing = missing.or(verdict.clone());
                }
            }
            status.perhaps_none = gaps.iter().all(|gap| gap.value == Some(false));
        }
    }
    status.possible.sort_unstable();
    status.possible.dedup();
    if pending {
        status.state = ScaleState::Pending;
        status.verdict = Verdict { value: None, because: Vec::new(), missing: missing.missing };
        decide_roughly(scale, knowledge, decided(), status);
        return;
    }
    if none_met.is_by_elimination() {
        // Nothing that it grades by arises in this case.
        status.state = ScaleState::NotApplicable;
        (status.possible, status.perhaps_none) = (Vec::new(), false);
        status.verdict = none_met;
        return;
    }
    status.verdict = none_met;
    status.state = ScaleState::Gap;
    // What people chose in one gap says nothing about another: a count that was 10 and is 100 lies between other levels.
    if let Some(at) = decided().filter(|at| status.possible.is_empty() || status.possible.contains(at)) {
        status.state = ScaleState::DecidedByPerson;
        status.level = Some(at);
        status.possible = vec![at];
        status.perhaps_none = false;
        status.verdict.because.extend(scale.decided_by.clone().map(|id| Subject::Decision(id).into()));
    }
}

/// Where nothing is missing but a closer number, people may decide among the levels that are possible. What they decided counts
/// until the number does.
fn decide_roughly(scale: &Scale, knowledge: &Knowledge<'_>, decided: Option<usize>, status: &mut ScaleStatus) {
    let Some(decision) = &scale.decided_by else { return };
    let Some(rough) = knowledge.waits_for_rough_numbers(&status.verdict.missing) else { return };
    let said = |id: &ItemId| {
        let title = knowledge.playbook.title(id.as_str()).unwrap_or_default().to_owned();
        Some((title, knowledge.answer(id.as_str())?.to_text()))
    };
    status.while_about = rough.iter().filter_map(said).collect();
    let Some(at) = decided.filter(|at| status.possible.contains(at)) else { return };
    let because = rough.into_iter().map(Subject::Answer).chain([Subject::Decision(decision.clone())]);
    status.state = ScaleState::DecidedByPerson;
    status.level = Some(at);
    status.possible = vec![at];
    status.perhaps_none = false;
    status.verdict = Verdict { value: Some(true), because: because.map(Into::into).collect(), missing: Vec::new() };
}

impl ScaleStatus {
    pub fn said(&self) -> Level {
        let others = self.possible.iter().filter(|at| Some(**at) != self.level && self.state == ScaleState::Pending);
        let while_about = match self.state {
            ScaleState::DecidedByPerson => self.while_about.clone(),
            _ => Vec::new(),
        };
        Level { state: self.state, at: self.level, perhaps: others.copied().collect(), while_about }
    }

    /// The identifiers of the levels that are possible; `None` stands for none of them.
    pub fn outcomes<'s>(&self, scale: &'s Scale) -> Vec<Option<&'s ItemId>> {
        let levels = self.possible.iter().map(|at| Some(&scale.levels[*at].id));
        levels.chain(self.perhaps_none.then_some(None)).collect()
    }

    /// Whether people have to decide, or decided; `None` while that is open.
    pub fn in_gap(&self) -> Option<bool> {
        match self.state {
            ScaleState::Gap | ScaleState::DecidedByPerson => Some(true),
            ScaleState::Pending => None,
            ScaleState::DecidedByRule | ScaleState::NoScale | ScaleState::NotApplicable => Some(false),
        }
    }
}
