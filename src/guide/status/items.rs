//! Items, decisions and documents in the status.

use super::super::Knowledge;
use super::super::review::Point;
use super::super::standing::Standing;
use super::{StatusOf, clauses};
use crate::case::Fact;
use crate::case::tracks::Track;
use crate::playbook::Body;
use crate::playbook::model::Kind;
use serde_json::{Value, json};

pub(super) fn items(of: &StatusOf<'_>) -> Vec<Value> {
    let items = of.playbook.items.iter().zip(&of.assessment.items);
    items
        .map(|(item, status)| {
            // A question is stated by its stored form, which scripts can send back; everything else as people read it.
            let stored = status.entry.and_then(|at| match &of.state.at(at).fact {
                Fact::Answered { value, .. } if status.conflict.is_empty() => Some(value.clone()),
                Fact::Decided { option, .. } if status.standing == Standing::Decided => Some(option.to_string()),
                _ => None,
            });
            let conflict: Vec<_> = status.conflict.iter().map(|at| of.state.at(*at).id.to_string()).collect();
            let mut row = json!({
                "id": item.id.as_str(),
                "kind": item.body.kind(),
                "phase": of.playbook.phases[item.phase].id.as_str(),
                "title": item.title,
                "verb": item.verb.word(),
                "state": status.standing.word(),
                "value": stored.or_else(|| status.value.clone()),
                "applies": status.applies.value,
                "missing": status.applies.missing.iter().map(|subject| subject.id().to_string()).collect::<Vec<_>>(),
                "passed_over": status.passed_over,
                "conflict": conflict,
                "targets": item.body.for_each().map(|_| status.targets.iter().map(|row| json!({
                    "name": row.name,
                    "state": row.standing.word(),
                    "value": row.value,
                })).collect::<Vec<_>>()),
                "clauses": clauses(&item.cite),
            });
            if of.playbook.kind == Kind::Readiness {
                Point::of(item, status, of.state, of.now.date()).put(&mut row);
            }
            row
        })
        .collect()
}

pub(super) fn decisions(of: &StatusOf<'_>, knowledge: &Knowledge<'_>) -> Vec<Value> {
    let items = of.playbook.items.iter().zip(&of.assessment.items);
    items
        .filter_map(|(item, status)| {
            let Body::Decision(body) = &item.body else { return None };
            let seats = body.seats.iter().map(|role| {
                let choice = knowledge.seat_choice(&item.id, role);
                let latest = of.state.seat(&item.id, role).and_then(Track::last).map(|at| &of.state.at(at).fact);
                let sat = match latest {
                    Some(Fact::Decided { person, standing_in, .. }) => (person.as_deref(), standing_in.as_deref()),
                    _ => (None, None),
                };
                json!({
                    "role": role.as_str(),
                    "recorded": of.state.seat(&item.id, role).is_some(),
                    "option": choice.map(|option| option.to_string()),
                    "person": sat.0,
                    "standing_in": sat.1,
                })
            });
            let reason = status.entry.and_then(|at| match &of.state.at(at).fact {
                Fact::Decided { reason, .. } if status.conflict.is_empty() => Some(reason.clone()),
                _ => None,
            });
            let suggested = body.suggestions.iter().filter(|s| knowledge.suggests(s));
            Some(json!({
                "id": item.id.as_str(),
                "title": item.title,
                "state": status.standing.word(),
                "seats": seats.collect::<Vec<_>>(),
                "quorum": body.quorum.map_or_else(|| json!("not stated"), |quorum| json!(quorum)),
                "value": knowledge.decided(item.id.as_str()).map(|option| option.to_string()),
                "reason": reason,
                "suggestions": suggested.map(|s| json!({
                    "option": s.option.as_str(),
                    "say": s.say,
                    "clauses": clauses(&s.cite),
                })).collect::<Vec<_>>(),
                "clauses": clauses(&item.cite),
            }))
        })
        .collect()
}

pub(super) fn documents(of: &StatusOf<'_>) -> Vec<Value> {
    let items = of.playbook.items.iter().zip(&of.assessment.items);
    items
        .filter_map(|(item, status)| {
            let Body::Document(body) = &item.body else { return None };
            let state = match status.standing {
                Standing::Final => "final",
                Standing::Drafted => "drafted",
                Standing::NotApplicable | Standing::Pending | Standing::RuledOut => "not-needed",
                _ => "needed",
            };
            let lacks = |at: &usize| body.contents[*at].from.to_string();
            let contents = body.contents.iter().enumerate().map(|(at, content)| {
                json!({
                    "title": content.title,
                    "from": content.from.as_str(),
                    "present": !status.lacks.contains(&at),
                    "clauses": clauses(&content.cite),
                })
            });
            Some(json!({
                "id": item.id.as_str(),
                "title": item.title,
                "state": state,
                "to": body.to.iter().map(crate::base::ItemId::as_str).collect::<Vec<_>>(),
                "missing": status.lacks.iter().map(lacks).collect::<Vec<_>>(),
                "contents": contents.collect::<Vec<_>>(),
                "clauses": clauses(&item.cite),
            }))
        })
        .collect()
}
