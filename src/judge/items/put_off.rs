//! Put off: until a time or an event, and come back.

use super::status::ItemStatus;
use crate::base::{ItemId, Now, Stamp};
use crate::case::{About, Fact};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::newest::saw;
use crate::judge::types::standing::Standing;
use crate::playbook::Item;

/// Puts an open item off while its deferral lasts, and marks it when it has come back.
pub(super) fn put_off(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus, now: Now) {
    let state = knowledge.state;
    let Some(track) = state.deferral(item.id.as_str()).filter(|_| status.standing.is_open()) else { return };
    // What was recorded by somebody who had not seen that it was put off is not put off by that.
    let lasts = |at: &usize| status.entry.is_none_or(|entry| saw(&state, *at, entry));
    let put_off = track.current.iter().copied().filter(lasts).filter_map(|at| match &state.at(at).fact {
        Fact::Deferred { until, event, .. } => Some((at, *until, event.as_ref())),
        _ => None,
    });
    // Two who had not seen each other can have put it off: the first time that comes brings it back.
    let put_off: Vec<_> = put_off.collect();
    let Some((_, until, event)) = put_off.iter().min_by_key(|(_, until, event)| (until.is_none(), *until, *event))
    else {
        return;
    };
    let came = |(at, until, event): &(usize, Option<Stamp>, Option<&ItemId>)| {
        until.is_some_and(|until| now.at >= until) || event.is_some_and(|event| came(knowledge, *at, event))
    };
    if put_off.iter().any(came) {
        status.came_back = true;
    } else {
        status.standing = Standing::Deferred;
        status.deferred = Some((*until, event.cloned()));
    }
}

/// Whether something is recorded of an item that whoever put something off until then had not seen.
pub(in crate::judge) fn came(knowledge: &Knowledge<'_>, put_off: usize, event: &ItemId) -> bool {
    let state = knowledge.state;
    let Some(about) = state.about(event.as_str()) else { return false };
    let About { answers, outcomes, drafts, seats, attempts, passed_on, register, findings, sendings, silence, .. } =
        about;
    let tracks =
        [answers, outcomes, drafts, silence].into_iter().chain(seats.values()).map(|track| track.all.as_slice());
    let lists = [attempts, passed_on, findings, sendings].map(Vec::as_slice);
    let unseen = |at: &usize| !saw(&state, put_off, *at);
    tracks.chain(lists).any(|all| all.iter().any(unseen)) || register.iter().any(|at| unseen(at) && state.counts(*at))
}
