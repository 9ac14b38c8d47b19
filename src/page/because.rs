//! Why something is what comes next, in sentences.

use super::words::reasons;
use crate::base::{EventTime, Precision};
use crate::judge::items::ItemStatus;
use crate::judge::items::passed_on::awaited;
use crate::judge::picture::agenda::Target;
use crate::judge::{Knowledge, Standing, View};
use crate::playbook::{Body, Item, Strength};

/// Why it is there, as short sentences.
pub fn because(view: &View<'_>, target: Target) -> Vec<String> {
    match target {
        Target::Item(at) => item(&view.playbook.items[at], &view.picture.items[at], &view.knowledge()),
        Target::Silence(at) => vec![view.playbook.silences[at].say.clone()],
    }
}

fn item(item: &Item, status: &ItemStatus, knowledge: &Knowledge<'_>) -> Vec<String> {
    let mut because = Vec::new();
    if status.came_back {
        because.push("It was put off and has come back.".to_owned());
    }
    because.extend(renewed(item, status, knowledge));
    match status.standing {
        Standing::Conflict => {
            because.push("Two entries contradict each other. Settle them: record what counts.".to_owned());
        }
        Standing::NotKnown => because.push("The last answer was \"not known yet\".".to_owned()),
        Standing::Choice if item.verb == Strength::IfAdvised && status.entry.is_some() => {
            because.push(
                "It was done, and nobody is recorded who advised it. Record that it was needed and who advised it, or that it was not advised.".into(),
            );
        }
        Standing::Choice if item.verb == Strength::IfAdvised => {
            because.push(
                "The policy asks for it only if so advised. Record the advice, and whose it is.".into(),
            );
        }
        Standing::Choice if item.verb.asks_necessity() => {
            because.push("The policy asks for it only if it is needed. Record whether it is.".to_owned());
        }
        Standing::Choice => because.push("The policy leaves it open. Record what was decided.".to_owned()),
        Standing::Drafted => {
            because.push("All its contents are recorded. Say where it went, or is kept.".to_owned());
        }
        Standing::Partly => because.push(
            "Not all seats have recorded, or they do not agree. If it was settled in another way, say that it is not needed, and how."
                .to_owned(),
        ),
        Standing::Attempted => because.push("Nobody was reached yet.".to_owned()),
        Standing::PassedOn => because.extend(awaited(knowledge.state, status, None).map(|awaited| {
            format!(
                "{} was asked at {} to make the call; nothing was reported back yet. Record what is reported, or make the call yourself.",
                awaited.to,
                knowledge.short(awaited.at)
            )
        })),
        _ => {}
    }
    because.extend(knowledge.obstacle(item).map(|(say, _)| say.to_owned()));
    because.extend(item.why.clone());
    let reasons = reasons(&status.applies, knowledge);
    because.extend(reasons.iter().map(|reason| format!("Because: {reason}.")));
    if because.is_empty() {
        because.push(match &item.body {
            Body::Question(_) => "The policy asks for it.".to_owned(),
            _ => format!("By the policy: {}.", item.verb.strength()),
        });
    }
    because
}

/// Why it is asked again: what was recorded here rested on something that has changed since.
fn renewed(item: &Item, status: &ItemStatus, knowledge: &Knowledge<'_>) -> Option<String> {
    let at = knowledge.state.renewed_by(item.id.as_str()).filter(|at| status.entry.is_none_or(|own| own < *at))?;
    let recorded = knowledge.state.at(at);
    let changed = recorded.fact.subject().and_then(|id| knowledge.playbook.item(id.as_str()))?;
    Some(format!(
        "It was recorded before, and counts no more: \"{}\" was changed at {}. Record what holds now.",
        changed.title.trim_end_matches(['.', '?']),
        knowledge.short(EventTime::Point(recorded.reading.wall, Precision::Exact))
    ))
}
