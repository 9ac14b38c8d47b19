//! Put off: until a time or an event, and come back.

use super::outcome::last;
use super::status::ItemStatus;
use crate::base::{ItemId, Now};
use crate::case::Fact;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::playbook::{Body, Item};

/// Puts an open item off while its deferral lasts, and marks it when it has come back.
pub(super) fn put_off(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus, now: Now) {
    let Some(at) = last(knowledge.state.deferral(item.id.as_str())) else { return };
    let Fact::Deferred { until, event, .. } = &knowledge.state.at(at).fact else { return };
    let recorded_since = status.entry.is_some_and(|entry| entry > at);
    if recorded_since || !status.standing.is_open() {
        return;
    }
    let time_came = until.is_some_and(|until| now.at >= until);
    let event_came =
        event.as_ref().is_some_and(|event| latest_record(knowledge, event).is_some_and(|record| record > at));
    if time_came || event_came {
        status.came_back = true;
    } else {
        status.standing = Standing::Deferred;
        status.deferred = Some((*until, event.clone()));
    }
}

pub(in crate::judge) fn latest_record(knowledge: &Knowledge<'_>, id: &ItemId) -> Option<usize> {
    let text = id.as_str();
    let seats = match knowledge.playbook.item(text).map(|item| &item.body) {
        Some(Body::Decision(body)) => body.seats.iter().filter_map(|role| last(knowledge.state.seat(id, role))).max(),
        _ => None,
    };
    let own = [last(knowledge.state.answers(text)), last(knowledge.state.outcomes(text)), seats];
    let attempts = knowledge.state.attempts(text).last().copied();
    let attempts = attempts.max(knowledge.state.passed_on(text).last().copied());
    let attempts = attempts.max(knowledge.state.register(text).last().copied());
    let texts = [knowledge.state.findings(text), knowledge.state.sendings(text)];
    let attempts = texts.into_iter().filter_map(|list| list.last().copied()).max().max(attempts);
    let attempts = attempts.max(last(knowledge.state.drafts(text)));
    own.into_iter().flatten().chain(attempts).max()
}
