//! Why something is what comes next, in sentences.

use super::look_again;
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
        Target::Item(at) => {
            let mut because = came_back(view, at);
            because.extend(item(&view.playbook.items[at], &view.picture.items[at], &view.knowledge()));
            because
        }
        Target::Silence(at) => vec![view.playbook.silences[at].say.clone()],
    }
}

fn item(item: &Item, status: &ItemStatus, knowledge: &Knowledge<'_>) -> Vec<String> {
    let mut because = Vec::new();
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
        Standing::Drafted if knowledge.state.drafts(item.id.as_str()).is_some() => {
            because.push("Its text is drafted. Somebody has to approve that very text.".to_owned());
        }
        Standing::Approved => because.push("Its text is approved. Say to whom it was sent, and how.".to_owned()),
        Standing::Drafted => {
            because.push("All its contents are recorded. Say where it went, or is kept.".to_owned());
        }
        Standing::Partly => because.push(
            "Not all seats have recorded, or they do not agree. If somebody settled it in their place, record which option counts, and who settled it."
                .to_owned(),
        ),
        Standing::Attempted => because.push("Nobody was reached yet.".to_owned()),
        Standing::PassedOn => because.extend(awaited(&knowledge.state, status, None).map(|awaited| {
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

/// Why it is there once more: it was put off, it is to be looked at again, or what was recorded here fell.
fn came_back(view: &View<'_>, at: usize) -> Vec<String> {
    let mut because = Vec::new();
    if view.picture.items[at].came_back {
        because.push("It was put off and has come back.".to_owned());
    }
    for mark in view.picture.marks_of(at) {
        let of = look_again::of(view, mark).map_or_else(String::new, |of| format!(" ({of})"));
        because.push(format!("Look again{of}: {}.", look_again::in_short(view, mark)));
    }
    if !view.picture.items[at].standing.is_open() {
        return because;
    }
    for cause in view.picture.fallen_of(at).iter().flat_map(|mark| mark.causes.iter().map(move |cause| (mark, cause))) {
        let (mark, cause) = cause;
        let changed = look_again::changed(view, cause).zip(look_again::changed_by(view, cause));
        let why = changed.map_or_else(
            || format!("{}.", look_again::words(view, mark, cause)),
            |(title, by)| {
                let at = EventTime::Point(view.state.at(by).at, Precision::Exact);
                format!("\"{title}\" was changed at {}.", at.short_in(view.now))
            },
        );
        let said = format!("It was recorded before, and counts no more: {why} Record what holds now.");
        if !because.contains(&said) {
            because.push(said);
        }
    }
    because
}
