//! Decisions: seats, agreement, and gaps of a scale that they were taken for.

use super::status::ItemStatus;
use crate::case::Fact;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::newest::saw;
use crate::judge::truth::scales::ScaleState;
use crate::judge::types::standing::Standing;
use crate::playbook::Item;
use crate::playbook::item::Decision;
use crate::playbook::scale::Scale;

pub(super) fn decision(item: &Item, body: &Decision, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let entries = body.seats.iter().filter_map(|role| knowledge.seat_records(&item.id, role).last().copied());
    let settled = knowledge.settlement(&item.id);
    status.entry = entries.chain(settled.map(|settled| settled.at)).max();
    if status.entry.is_none() {
        return;
    }
    // Two entries for one seat that did not see each other are for people to settle, like two answers.
    let open_seats = body.seats.iter().filter(|role| knowledge.seat_choice(&item.id, role).is_none());
    status.conflict = open_seats.flat_map(|role| knowledge.seat_records(&item.id, role)).collect();
    status.conflict.extend(knowledge.settled_differently(&item.id));
    if !status.conflict.is_empty() {
        status.standing = Standing::Conflict;
        return;
    }
    if is_overtaken(item, knowledge) {
        return;
    }
    status.standing = Standing::Partly;
    if let Some(option) = knowledge.decided(item.id.as_str()) {
        status.standing = Standing::Decided;
        status.value = body.options.iter().find(|o| o.id == option).map(|o| o.label.clone());
        if let Some(settled) = knowledge.settled_by(&item.id, body) {
            status.entry = Some(settled.at);
            let by = knowledge.playbook.role_title(settled.role.as_str());
            status.value = status.value.take().map(|label| format!("{label}, settled by {by}"));
        }
        return;
    }
    // Seats that do not agree, or are not all recorded, may be settled in another way than by a vote.
    let seats = || body.seats.iter().flat_map(|role| knowledge.seat_records(&item.id, role));
    let saw_all = |at: &usize| seats().all(|seat| saw(&knowledge.state, *at, seat));
    if let Some(at) = knowledge.outcome(item.id.as_str()).filter(saw_all)
        && let Fact::TaskRuledOut { reason, .. } = &knowledge.state.at(at).fact
    {
        status.standing = Standing::RuledOut;
        status.value = Some(reason.clone());
        status.entry = Some(at);
    }
}

/// Whether this was decided for one gap of a scale, and the case lies in another by now: people decide again.
pub(super) fn is_overtaken(item: &Item, knowledge: &Knowledge<'_>) -> bool {
    let decides = |scale: &&Scale| scale.decided_by.as_ref() == Some(&item.id);
    let mut scales = knowledge.playbook.scales.iter().filter(decides);
    let in_gap = |scale: &Scale| knowledge.scale(scale.id.as_str()).is_some_and(|s| s.state == ScaleState::Gap);
    knowledge.decided(item.id.as_str()).is_some() && scales.any(in_gap)
}
