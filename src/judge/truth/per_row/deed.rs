//! A task, a call or a question for one row: what its own entries come to.

use super::records::{self, Entries};
use super::status::RowStatus;
use crate::base::ItemId;
use crate::case::{CallOutcome, Fact};
use crate::judge::items::{afterwards, passed_on, reached_value};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::newest::newest;
use crate::judge::types::answer::Answer;
use crate::judge::types::standing::Standing;
use crate::playbook::item::Call;
use crate::playbook::{Body, Item, Strength};

/// How an item stands for a row with these entries, whatever its conditions say.
pub(super) fn found(item: &Item, entries: &Entries, knowledge: &Knowledge<'_>) -> RowStatus {
    match &item.body {
        Body::Call(body) => call(item, body, entries, knowledge),
        Body::Question(_) => question(item, entries, knowledge),
        body => {
            let continuous = matches!(body, Body::Task(task) if task.continuous);
            let done = if continuous { Standing::Continuing } else { Standing::Done };
            deed(item, entries, knowledge, (Standing::Open, done))
        }
    }
}

/// Answered, not known yet, or two entries.
fn question(item: &Item, entries: &Entries, knowledge: &Knowledge<'_>) -> RowStatus {
    let unasked = item.verb == Strength::Local;
    let open = RowStatus::of(if unasked { Standing::Optional } else { Standing::Open });
    let current = entries.current(&knowledge.state);
    let (Some(last), Some(asked)) = (entries.answers.last(), knowledge.playbook.question(item.id.as_str())) else {
        return open;
    };
    let found = RowStatus { entry: Some(*last), since: knowledge.since_in(&entries.answers), ..open };
    let said = |at: &usize| records::value(&knowledge.state, *at);
    if current.iter().any(|at| said(at) != said(last)) {
        return RowStatus { standing: Standing::Conflict, conflict: current, ..found };
    }
    let answer = records::answer(item, entries, knowledge).unwrap_or(Answer::Unknown);
    let standing = match answer {
        Answer::Unknown if unasked => Standing::Optional,
        Answer::Unknown => Standing::NotKnown,
        _ => Standing::Answered,
    };
    RowStatus { standing, value: Some(knowledge.show(&answer, asked)), ..found }
}

/// Done, not needed, or whether it is needed at all.
fn deed(item: &Item, entries: &Entries, knowledge: &Knowledge<'_>, (open, done): (Standing, Standing)) -> RowStatus {
    let chosen = !item.verb.asks_necessity() && item.verb.is_duty();
    let all = &entries.outcomes;
    let found = knowledge.outcome_of(all);
    let (standing, value) = match found.map(|at| &knowledge.state.at(at).fact) {
        Some(Fact::TaskDone { value, .. }) => (done, Some(value.clone())),
        Some(Fact::TaskRuledOut { reason, .. }) => (Standing::RuledOut, Some(reason.clone())),
        Some(Fact::NecessityFound { reason, .. }) => (open, Some(format!("Needed: {reason}"))),
        _ => (if chosen { open } else { Standing::Choice }, None),
    };
    let upto = all.iter().position(|at| Some(*at) == found).map_or(0, |place| place + 1);
    let since = knowledge.since_in(&all[..upto]);
    let attempts = entries.attempts.clone();
    RowStatus { value, entry: found, since, attempts, ..RowStatus::of(standing) }
}

fn call(item: &Item, body: &Call, entries: &Entries, knowledge: &Knowledge<'_>) -> RowStatus {
    let (attempts, passed) = (&entries.attempts, &entries.passed_on);
    let mut status = deed(item, entries, knowledge, (Standing::Due, Standing::Reached));
    let fact = |at: usize| &knowledge.state.at(at).fact;
    let reached = |at: &&usize| matches!(fact(**at), Fact::Called { outcome: CallOutcome::Reached, .. });
    let latest = newest(&knowledge.state, &attempts.iter().filter(reached).copied().collect::<Vec<_>>());
    // Somebody who was reached is reached, whatever is found about it before or afterwards.
    if status.standing == Standing::RuledOut && latest.is_none() {
        return status;
    }
    if let Some(at) = latest
        && let Fact::Called { calls, .. } = fact(at)
    {
        let own = calls.first() == Some(&item.id);
        let found = status.entry.filter(|found| *found > at).map(fact);
        status.standing = if own { Standing::Reached } else { Standing::Covered };
        let value = reached_value(knowledge.state.at(at), at, passed, knowledge);
        status.value = value.map(|value| afterwards(value, found));
        status.entry = Some(at);
        status.since = attempts.iter().find(reached).copied();
        return status;
    }
    if let Some(at) = newest(&knowledge.state, attempts)
        && let Fact::Called { role, outcome, .. } = fact(at)
    {
        let title = knowledge.playbook.role_title(role.as_str());
        status.standing = Standing::Attempted;
        status.value = Some(format!("{title}: {}", outcome.label().to_lowercase()));
        (status.entry, status.since) = (Some(at), Some(at));
    }
    if let Some(at) = passed_on::waiting(&knowledge.state, passed, attempts) {
        status.standing = Standing::PassedOn;
        status.value = passed_on::value(&knowledge.state, at);
        (status.entry, status.since) = (Some(at), Some(at));
    }
    let tried = |role: &ItemId| {
        attempts.iter().any(|at| matches!(fact(*at), Fact::Called { role: called, .. } if called == role))
    };
    let order = || std::iter::once(&body.role).chain(&body.alternates);
    status.try_now = order().find(|role| !tried(role)).or(order().next()).cloned();
    status
}
