//! The agenda: the one next thing and why, and what comes after it.
//!
//! Order: what was put off and has come back, then contradictions, then open items in walking order, then what the policy
//! only permits, then silences that need a decision, then tasks that something still stands in the way of and calls that wait for a report back, then questions
//! whose answer is "not known yet". Steps that run side by side are all listed; going
//! anywhere else is always allowed.

use super::items::ItemStatus;
use super::known::Knowledge;
use super::passed_on::awaited;
use super::silences::SilenceStatus;
use super::standing::Standing;
use super::words;
use crate::base::{EventTime, Precision};
use crate::playbook::{Body, Item, Playbook, Strength};

/// What an entry of the agenda points to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    Item(usize),
    Silence(usize),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Next {
    pub target: Target,
    /// Why it is there, as short sentences.
    pub because: Vec<String>,
}

pub fn list(
    playbook: &Playbook,
    items: &[ItemStatus],
    silences: &[SilenceStatus],
    knowledge: &Knowledge<'_>,
) -> Vec<Next> {
    let mut ranked: Vec<(u8, Next)> = Vec::new();
    for (at, status) in items.iter().enumerate() {
        let rank = match status.standing {
            _ if status.came_back && status.standing.is_open() => 0,
            Standing::Conflict => 1,
            Standing::NotKnown => 6,
            // A document is written by answering its contents; it is not a step of its own until it has them all and
            // nothing else in the case says that it was sent.
            Standing::Needed => continue,
            Standing::Drafted if is_sent_by_another(&playbook.items[at]) => continue,
            standing if !standing.is_open() => continue,
            Standing::PassedOn => 5,
            _ if status.obstacle.is_some() => 5,
            _ if is_permitted(&playbook.items[at]) => 3,
            _ => 2,
        };
        ranked.push((rank, Next { target: Target::Item(at), because: why(playbook, at, status, knowledge) }));
    }
    for (at, status) in silences.iter().enumerate() {
        let silence = &playbook.silences[at];
        if status.is_asked(silence) {
            ranked.push((4, Next { target: Target::Silence(at), because: vec![silence.say.clone()] }));
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, next)| next).collect()
}

/// Whether calls or tasks of the case make a document final, so that they are the steps.
fn is_sent_by_another(item: &Item) -> bool {
    matches!(&item.body, Body::Document(document) if document.final_when.is_some())
}

/// Something to do that the policy permits and does not ask for: nobody is led to it before what is asked.
fn is_permitted(item: &Item) -> bool {
    item.verb.is_permission() && matches!(item.body, Body::Task(_) | Body::Call(_) | Body::Document(_))
}

fn why(playbook: &Playbook, at: usize, status: &ItemStatus, knowledge: &Knowledge<'_>) -> Vec<String> {
    let item = &playbook.items[at];
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
    let reasons = words::reasons(&status.applies, knowledge);
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
