//! Scales in the status: the level, what it rests on, what is still possible, and where the policy leaves it to people.

use super::super::Knowledge;
use super::super::scales::{ScaleState, ScaleStatus};
use super::super::words;
use super::{StatusOf, clauses, missing};
use crate::base::ItemId;
use crate::playbook::scale::Scale;
use serde_json::{Value, json};

pub(super) fn scales(of: &StatusOf<'_>, knowledge: &Knowledge<'_>) -> Vec<Value> {
    let scales = of.playbook.scales.iter().zip(&of.assessment.scales);
    scales.map(|(scale, status)| one(scale, status, knowledge)).collect()
}

fn one(scale: &Scale, status: &ScaleStatus, knowledge: &Knowledge<'_>) -> Value {
    let id = |at: usize| scale.levels[at].id.as_str();
    let gaps = || status.gaps.iter().map(|at| &scale.gaps[*at]);
    let says: Vec<_> = gaps().map(|gap| json!({ "say": gap.say, "clauses": clauses(&gap.cite) })).collect();
    // A gap that another element has overtaken is only worth a note.
    let (open, overtaken) = match status.state {
        ScaleState::Gap | ScaleState::DecidedByPerson => (says, Vec::new()),
        _ => (Vec::new(), says),
    };
    json!({
        "id": scale.id.as_str(),
        "title": scale.title,
        "level": status.level.map(id),
        "level_title": status.level.map(|at| scale.levels[at].title.as_str()),
        "state": status.state.word(),
        "say": words::level(&status.said(), scale),
        "met": met(scale, status, knowledge),
        "missing": missing(&status.verdict.missing, knowledge),
        "possible": status.possible.iter().map(|at| id(*at)).collect::<Vec<_>>(),
        "gap": open,
        "notes": overtaken,
        "suggestion": (status.state == ScaleState::Gap).then(|| gaps().find_map(|gap| gap.suggest.as_ref()).map(ItemId::as_str)).flatten(),
        "decided_by": scale.decided_by.as_ref().map(ItemId::as_str),
        "clauses": clauses(&scale.cite),
    })
}

/// Every element that is met, of every level: several arms may be met at once, and the highest level counts.
fn met(scale: &Scale, status: &ScaleStatus, knowledge: &Knowledge<'_>) -> Vec<Value> {
    let mut met = Vec::new();
    for (level, arms) in scale.levels.iter().zip(&status.arms) {
        for (arm, own) in level.any.iter().chain(&level.all).chain(&level.unless).zip(arms) {
            if own.verdict.value != Some(true) || own.group == super::super::rules::Group::Unless {
                continue;
            }
            let decided = own.verdict.because.iter();
            let because: Vec<_> =
                decided.map(|subject| format!("{} = {}", subject.id(), words::value(subject, knowledge))).collect();
            for clause in &arm.cite {
                met.push(json!({ "clause": clause.as_str(), "level": level.id.as_str(), "because": because }));
            }
        }
    }
    if scale.levels.is_empty() {
        for subject in &status.verdict.because {
            let item = knowledge.playbook.item(subject.id().as_str());
            let because = words::subject_and_value(subject, knowledge);
            for clause in item.into_iter().flat_map(|item| &item.cite) {
                met.push(json!({ "clause": clause.as_str(), "because": [because] }));
            }
        }
    }
    met
}
