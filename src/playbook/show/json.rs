//! `playbook show --json`. The shape is `playbook/1`; keys without a value are left out.

use super::cited_by;
use crate::base::written::written;
use crate::base::{ClauseId, ItemId};
use crate::playbook::condition::Condition;
use crate::playbook::item::{Body, Item, Side};
use crate::playbook::model::Kind;
use crate::playbook::model::Playbook;
use crate::playbook::question::AnswerType;
use crate::playbook::question::OptionText;
use crate::playbook::reference::Basis;
use crate::playbook::register::{Register, RegisterKind};
use crate::playbook::rule::{Arm, Effect};
use crate::playbook::scale::Scale;
use crate::playbook::verb::Verb;
use crate::source::value::Word;
use serde_json::{Map, Value, json};

written!(AnswerType: word, Basis: word, Effect: word, Kind: word, RegisterKind: word, Side: spelled, Verb: word);

/// The playbook as JSON.
pub fn to_json(playbook: &Playbook) -> Value {
    let source = &playbook.source;
    json!({
        "schema": "playbook/1",
        "id": playbook.id.as_str(),
        "title": playbook.title,
        "kind": playbook.kind.word(),
        "review": playbook.review.as_ref().map(ItemId::as_str),
        "source": {
            "title": source.title,
            "organisation": source.organisation,
            "version": source.version,
            "dated": source.dated.map(|day| day.to_string()),
            "review_by": source.review_by.map(|day| day.to_string()),
        },
        "jurisdiction": playbook.jurisdiction,
        "counts": playbook.counts.as_ref().map(|counts| filled(json!({
            "home": counts.home,
            "home_words": counts.home_words,
            "persons": counts.persons.as_str(),
            "residents": counts.residents.as_str(),
            "list": counts.list.as_ref().map(|list| list.register.as_str()),
            "column": counts.list.as_ref().map(|list| list.column.as_str()),
        }))),
        "digest": playbook.digest,
        "phases": list(&playbook.phases, |phase| filled(json!({
            "id": phase.id.as_str(),
            "title": phase.title,
            "about": phase.about,
            "when": condition(phase.when.as_ref()),
            "clauses": clauses(&phase.cite),
            "beside": phase.beside,
            "held_when": condition(phase.hold.as_ref().map(|hold| &hold.condition)),
            "held_say": phase.hold.as_ref().map(|hold| &hold.say),
            "held_clauses": phase.hold.as_ref().map(|hold| clauses(&hold.cite)),
        }))),
        "items": list(&playbook.items, |it| item(it, playbook)),
        "rules": list(&playbook.rules, |rule| filled(json!({
            "id": rule.id.as_str(),
            "title": rule.title,
            "effect": rule.effect.word(),
            "verb": rule.verb.word(),
            "say": rule.say,
            "clauses": clauses(&rule.cite),
            "when": condition(rule.when.as_ref()),
            "any": list(&rule.any, arm),
            "all": list(&rule.all, arm),
            "unless": list(&rule.unless, arm),
        }))),
        "scales": list(&playbook.scales, scale),
        "roles": list(&playbook.roles, |role| filled(json!({
            "id": role.id.as_str(),
            "title": role.title,
            "about": role.about,
            "channels": list(&role.channels, |channel| json!({ "kind": channel.kind.word(), "value": channel.value })),
            "printed_person": role.printed_person,
            "named_by": role.named_by.as_ref().map(ItemId::as_str),
            "clauses": clauses(&role.cite),
        }))),
        "clocks": list(&playbook.clocks, |clock| filled(json!({
            "id": clock.id.as_str(),
            "title": clock.title,
            "word": clock.word,
            "from": clock.from.as_ref().map(ItemId::as_str),
            "when": condition(clock.when.as_ref()),
            "until": condition(clock.until.as_ref()),
            "limit_hours": clock.limit.map(|limit| limit.hours),
            "basis": clock.limit.map(|limit| limit.basis.word()),
            "pauses": (!clock.pauses.is_empty()).then(|| list(&clock.pauses, |pause| json!({
                "if": pause.condition.text,
                "say": pause.say,
                "clauses": clauses(&pause.cite),
            }))),
            "clauses": clauses(&clock.cite),
        }))),
        "definitions": list(&playbook.definitions, |definition| json!({
            "id": definition.id.as_str(),
            "term": definition.term,
            "text": definition.text,
            "used_by": ids(&definition.used_by),
            "clauses": clauses(&definition.cite),
        })),
        "references": list(&playbook.references, |reference| json!({
            "id": reference.id.as_str(),
            "title": reference.title,
            "text": reference.text,
            "used_by": ids(&reference.used_by),
            "clauses": clauses(&reference.cite),
        })),
        "faqs": list(&playbook.faqs, |faq| filled(json!({
            "id": faq.id.as_str(),
            "ask": faq.ask,
            "text": faq.text,
            "when": condition(faq.when.as_ref()),
            "used_by": ids(&faq.used_by),
            "clauses": clauses(&faq.cite),
        }))),
        "silences": list(&playbook.silences, |silence| filled(json!({
            "id": silence.id.as_str(),
            "topic": silence.topic,
            "say": silence.say,
            "decide_by": ids(&silence.decide_by),
            "suggestion": silence.suggestion,
            "ask": silence.ask,
            "when": condition(silence.when.as_ref()),
            "used_by": ids(&silence.used_by),
            "clauses": clauses(&silence.cite),
        }))),
        "readiness": list(&playbook.readiness, |readiness| filled(json!({
            "id": readiness.id.as_str(),
            "title": readiness.title,
            "due": readiness.due.map(|day| day.to_string()),
            "clauses": clauses(&readiness.cite),
        }))),
        "clauses": list(&playbook.clauses, |clause| json!({
            "id": clause.id.as_str(),
            "at": clause.at,
            "text": clause.text,
            "cited_by": list(&cited_by(playbook, &clause.id), |citing| citing.id.into()),
        })),
    })
}

/// What all items have, then what their kind has.
fn item(item: &Item, playbook: &Playbook) -> Value {
    let common = json!({
        "id": item.id.as_str(),
        "kind": item.body.kind(),
        "phase": playbook.phases.get(item.phase).map(|phase| phase.id.as_str()),
        "title": item.title,
        "verb": item.verb.word(),
        "clauses": clauses(&item.cite),
        "detail": item.detail,
        "why": item.why,
        "when": condition(item.when.as_ref()),
        "renewed_by": (!item.renewed_by.is_empty()).then(|| ids(&item.renewed_by)),
    });
    let own = match &item.body {
        Body::Question(question) => json!({
            "answer": question.answer.word(),
            "options": (!question.options.is_empty()).then(|| list(&question.options, option)),
            "other": question.other.then_some(true),
            "prompts": (!question.prompts.is_empty()).then_some(&question.prompts),
            "from_review": question.from_review.as_ref().map(ItemId::as_str),
        }),
        Body::Task(task) => json!({
            "record": task.record,
            "role": task.role.as_ref().map(ItemId::as_str),
            "continuous": task.continuous.then_some(true),
            "after": condition(task.after.as_ref().map(|(after, _)| after)),
            "after_say": task.after.as_ref().map(|(_, say)| say),
            "every_months": task.every.map(|every| every.months),
            "every_basis": task.every.map(|every| every.basis.word()),
            "for_each": task.for_each.as_ref().map(ItemId::as_str),
        }),
        Body::Prohibition(prohibition) => json!({
            "until": condition(prohibition.until.as_ref()),
            "lifted_by": prohibition.lifted_by,
        }),
        Body::Decision(decision) => json!({
            "options": list(&decision.options, option),
            "seats": ids(&decision.seats),
            "quorum": decision.quorum,
            "reason_required": decision.reason_required,
            "adviser_required": decision.adviser_required,
            "stands": (!decision.stands.is_empty()).then(|| ids(&decision.stands)),
            "suggest": list(&decision.suggestions, |suggestion| json!({
                "if": suggestion.condition.text,
                "option": suggestion.option.as_str(),
                "say": suggestion.say,
                "clauses": clauses(&suggestion.cite),
            })),
        }),
        Body::Call(call) => json!({
            "role": call.role.as_str(),
            "alternates": ids(&call.alternates),
            "told_by": call.told_by.as_ref().map(ItemId::as_str),
            "order": call.order,
            "message": call.message,
            "area": call.area,
            "side": call.side.map(Word::spelled),
            "confirm": call.confirm,
            "for_each": call.for_each.as_ref().map(ItemId::as_str),
        }),
        Body::Document(document) => json!({
            "to": ids(&document.to),
            "contents": list(&document.contents, |content| json!({
                "title": content.title,
                "from": content.from.as_str(),
                "clauses": clauses(&content.cite),
            })),
            "final_when": condition(document.final_when.as_ref()),
        }),
        Body::Register(register) => self::register(register),
    };
    let mut all = Map::new();
    for part in [common, own] {
        if let Value::Object(part) = part {
            all.extend(part);
        }
    }
    filled(Value::Object(all))
}

/// A scale with its levels, element by element, and its gaps.
fn scale(scale: &Scale) -> Value {
    filled(json!({
        "id": scale.id.as_str(),
        "title": scale.title,
        "about": scale.about,
        "when": condition(scale.when.as_ref()),
        "levels": list(&scale.levels, |level| filled(json!({
            "id": level.id.as_str(),
            "title": level.title,
            "any": list(&level.any, arm),
            "all": list(&level.all, arm),
            "unless": list(&level.unless, arm),
            "clauses": clauses(&level.cite),
        }))),
        "gaps": list(&scale.gaps, |gap| filled(json!({
            "if": gap.condition.text,
            "say": gap.say,
            "between": ids(&gap.between),
            "suggest": gap.suggest.as_ref().map(ItemId::as_str),
            "clauses": clauses(&gap.cite),
        }))),
        "decided_by": scale.decided_by.as_ref().map(ItemId::as_str),
        "judged_from": (!scale.judged_from.is_empty()).then(|| ids(&scale.judged_from)),
        "clauses": clauses(&scale.cite),
    }))
}

fn register(register: &Register) -> Value {
    let id = |column: &usize| register.columns[*column].id.as_str();
    let is_list = register.kind == RegisterKind::List;
    json!({
        "register": register.kind.word(),
        "prompt": register.prompt,
        "unit": register.unit,
        "columns": is_list.then(|| list(&register.columns, |column| json!({
            "id": column.id.as_str(),
            "label": column.label,
        }))),
        "tally": is_list.then(|| list(&register.tally, |column| id(column).into())),
        "methods": is_list.then(|| list(&register.methods, |method| filled(json!({
            "id": method.id.as_str(),
            "label": method.label,
            "needs": list(&method.needs, |column| id(column).into()),
            "only": method.only.as_ref().map(|(column, is)| json!({ "column": id(column), "is": is })),
            "clauses": clauses(&method.cite),
        })))),
    })
}

fn option(option: &OptionText) -> Value {
    filled(json!({
        "id": option.id.as_str(),
        "label": option.label,
        "help": option.help,
        "clauses": clauses(&option.cite),
    }))
}

fn arm(arm: &Arm) -> Value {
    filled(json!({
        "if": arm.condition.text,
        "title": arm.title,
        "clauses": clauses(&arm.cite),
        "unknown_leans": arm.unknown_leans,
    }))
}

fn list<T>(of: &[T], each: impl Fn(&T) -> Value) -> Value {
    of.iter().map(each).collect()
}

fn clauses(cite: &[ClauseId]) -> Value {
    list(cite, |clause| clause.as_str().into())
}

fn ids(of: &[ItemId]) -> Value {
    list(of, |id| id.as_str().into())
}

fn condition(condition: Option<&Condition>) -> Option<&str> {
    condition.map(|condition| condition.text.as_str())
}

/// Without the keys that have no value.
fn filled(mut object: Value) -> Value {
    if let Value::Object(map) = &mut object {
        map.retain(|_, value| !value.is_null());
    }
    object
}
