//! `status --json`: the stable contract `status/1` for scripts and outside programs.
//!
//! Fields are only ever added within one schema number. Texts are as recorded, not cut; whoever shows them makes them inert.

mod contacts;
mod counts;
mod help;
mod items;
mod registers;
mod rules;
mod scales;

use super::agenda::Target;
use super::{Assessment, Knowledge};
use crate::base::{ClauseId, ItemId, Now, Stamp};
use crate::case::CaseState;
use crate::journal::{Damage, Head, Mode};
use crate::playbook::Playbook;
use crate::playbook::condition::Subject;
use crate::playbook::reference::Basis;
use serde_json::{Value, json};

/// The name of the contract.
pub const SCHEMA: &str = "status/1";

/// What the status is about.
pub struct StatusOf<'a> {
    /// Name of the case folder.
    pub case: &'a str,
    /// Live or exercise.
    pub mode: Mode,
    /// The frozen playbook.
    pub playbook: &'a Playbook,
    /// The entries.
    pub state: &'a CaseState,
    /// The picture.
    pub assessment: &'a Assessment,
    /// The last block of every run.
    pub heads: &'a [Head],
    /// What in the case folder is damaged or was altered.
    pub damage: &'a [Damage],
    /// What the clock says.
    pub now: Now,
}

/// The whole status as one JSON value.
pub fn status(of: &StatusOf<'_>) -> Value {
    let knowledge = Knowledge::read_at(of.playbook, of.state, of.now);
    let open = of.assessment.open;
    json!({
        "schema": SCHEMA,
        "case": of.case,
        "title": of.state.opening.as_ref().map(|opening| &opening.title),
        "mode": of.mode.word(),
        "playbook": {
            "id": of.playbook.id.as_str(),
            "kind": of.playbook.kind.word(),
            "version": of.playbook.source.version,
            "digest": format!("sha256:{}", of.playbook.digest),
        },
        "state": if of.assessment.closed { "closed" } else { "open" },
        "as_of": of.now.to_text(),
        "damage": of.damage.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "next": of.assessment.next.iter().map(|next| self::next(next, of)).collect::<Vec<_>>(),
        "open": {
            "duties": open.duties,
            "decisions": open.decisions,
            "questions": open.questions,
            "deferred": open.deferred,
            "pending": open.pending,
            "held": open.held,
        },
        "counts": counts::counts(of),
        "phases": phases(of),
        "scales": scales::scales(of, &knowledge),
        "rules": rules::rules(of, &knowledge),
        "items": items::items(of),
        "contacts": contacts::contacts(of, &knowledge),
        "clocks": clocks(of, &knowledge),
        "decisions": items::decisions(of, &knowledge),
        "documents": items::documents(of),
        "registers": registers::registers(of),
        "silences": silences(of),
        "faqs": help::faqs(of, &knowledge),
        "readiness": readiness(of),
        "heads": of.heads.iter().map(|head| json!({
            "session": head.session.as_str(),
            "seq": head.seq,
            "seal": head.seal.to_string(),
        })).collect::<Vec<_>>(),
    })
}

fn next(next: &super::agenda::Next, of: &StatusOf<'_>) -> Value {
    match next.target {
        Target::Item(at) => {
            let item = &of.playbook.items[at];
            json!({
                "id": item.id.as_str(),
                "kind": item.body.kind(),
                "title": item.title,
                "phase": of.playbook.phases[item.phase].id.as_str(),
                "state": of.assessment.items[at].standing.word(),
                "clauses": clauses(&item.cite),
                "because": next.because,
            })
        }
        Target::Silence(at) => {
            let silence = &of.playbook.silences[at];
            json!({
                "id": silence.id.as_str(),
                "kind": "silence",
                "title": silence.topic,
                "clauses": clauses(&silence.cite),
                "because": next.because,
            })
        }
    }
}

fn phases(of: &StatusOf<'_>) -> Vec<Value> {
    let phases = of.playbook.phases.iter().zip(&of.assessment.phases);
    phases
        .map(|(phase, status)| {
            let state = match status.applies.value {
                Some(true) if status.held > 0 => "held",
                Some(true) if status.open + status.deferred > 0 => "open",
                // Nothing waits for somebody in it, and what is still to be known may change that.
                Some(true) if status.pending > 0 => "pending",
                Some(true) => "settled",
                Some(false) => "not-applicable",
                None => "pending",
            };
            json!({
                "id": phase.id.as_str(),
                "title": phase.title,
                "state": state,
                "beside": phase.beside,
                "open": status.open,
                "settled": status.settled,
                "deferred": status.deferred,
                "held": status.held,
                "pending": status.pending,
                "held_say": phase.hold.as_ref().filter(|_| status.held > 0).map(|hold| &hold.say),
                "clauses": clauses(&phase.cite),
            })
        })
        .collect()
}

fn clocks(of: &StatusOf<'_>, knowledge: &Knowledge<'_>) -> Vec<Value> {
    let clocks = of.playbook.clocks.iter().zip(&of.assessment.clocks);
    clocks
        .map(|(clock, status)| {
            json!({
                "id": clock.id.as_str(),
                "title": clock.title,
                "word": clock.word,
                "basis": match (clock.limit, status.local) {
                    (Some(limit), _) => limit.basis.word(),
                    (None, Some(_)) => Basis::Local.word(),
                    (None, None) => Basis::Policy.word(),
                },
                "state": status.state.word(),
                "started": status.started.map(Stamp::to_text),
                "stopped": status.stopped.map(Stamp::to_text),
                "due": status.due.or(status.local.and_then(|local| local.due)).map(Stamp::to_text),
                "local_target": status.local.map(|local| json!({
                    "hours": local.hours,
                    "due": local.due.map(Stamp::to_text),
                    "past": local.past,
                    "say": "local target, not in the policy",
                })),
                "elapsed_s": status.elapsed_s,
                "suspended_s": status.suspended_s,
                "paused_by": clock.pauses.iter().filter(|pause| {
                    status.state == super::clocks::ClockState::Suspended
                        && knowledge.holds(Some(&pause.condition)).value == Some(true)
                }).map(|pause| json!({ "say": pause.say, "clauses": clauses(&pause.cite) })).collect::<Vec<_>>(),
                "clauses": clauses(&clock.cite),
            })
        })
        .collect()
}

fn silences(of: &StatusOf<'_>) -> Vec<Value> {
    let silences = of.playbook.silences.iter().zip(&of.assessment.silences);
    silences
        .map(|(silence, status)| {
            let decided = status.decided.map(|at| of.state.at(at));
            let value = decided.and_then(|recorded| match &recorded.fact {
                crate::case::Fact::SilenceDecided { value, .. } => Some(value.clone()),
                _ => None,
            });
            json!({
                "id": silence.id.as_str(),
                "topic": silence.topic,
                "say": silence.say,
                "decide_by": silence.decide_by.iter().map(ItemId::as_str).collect::<Vec<_>>(),
                "applies": status.applies.value,
                "decided": status.decided.is_some(),
                "value": value,
                "suggestion": silence.suggestion,
                "fill_in": status.fill_in.as_ref().map(|fill| json!({
                    "value": fill.value,
                    "decided_by": fill.decided_by,
                    "dated": fill.dated.to_string(),
                })),
                "clauses": clauses(&silence.cite),
            })
        })
        .collect()
}

fn readiness(of: &StatusOf<'_>) -> Vec<Value> {
    let points = super::readiness::points(of.playbook, of.now.date());
    points
        .into_iter()
        .map(|(state, point)| {
            json!({
                "id": point.id.as_str(),
                "title": point.title,
                "state": state.word(),
                "due": point.due.map(|day| day.to_string()),
                "clauses": clauses(&point.cite),
            })
        })
        .collect()
}

/// Clause ids as they are cited in the playbook.
fn clauses(cite: &[ClauseId]) -> Vec<&str> {
    cite.iter().map(ClauseId::as_str).collect()
}

/// Ids of what is missing; a rule is replaced by what it waits for itself, so that the names can be answered.
fn missing(subjects: &[Subject], knowledge: &Knowledge<'_>) -> Vec<String> {
    let mut ids = Vec::new();
    for subject in subjects {
        let deeper = match subject {
            Subject::Rule(id) => knowledge.rule(id.as_str()).map(|status| status.verdict.missing),
            Subject::Scale(id) | Subject::Gap(id) => scale_missing(id, knowledge),
            _ => None,
        };
        let found = match deeper {
            Some(deeper) => missing(&deeper, knowledge),
            None => vec![subject.id().to_string()],
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
fn scale_missing(id: &ItemId, knowledge: &Knowledge<'_>) -> Option<Vec<Subject>> {
    let status = knowledge.scale(id.as_str())?;
    let decision = knowledge.playbook.scale(id.as_str())?.decided_by.clone();
    match (status.state, decision) {
        (super::scales::ScaleState::Gap, Some(decision)) => Some(vec![Subject::Decision(decision)]),
        _ => Some(status.verdict.missing).filter(|missing| !missing.is_empty()),
    }
}
