//! Questions: answered, not known yet, or two entries.

use super::status::ItemStatus;
use crate::case::Fact;
use crate::case::tracks::Track;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::types::standing::Standing;
use crate::playbook::{Item, Strength};

pub(super) fn question(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let id = item.id.as_str();
    let unasked = item.verb == Strength::Local;
    if unasked {
        status.standing = Standing::Optional;
    }
    // What cannot be found out is looked for no more, and stays unknown.
    if let Some(at) = knowledge.given_up(id)
        && let Fact::TaskRuledOut { reason, .. } = &knowledge.state.at(at).fact
    {
        (status.standing, status.entry, status.value) = (Standing::RuledOut, Some(at), Some(reason.clone()));
        return;
    }
    let Some(asked) = knowledge.playbook.question(id) else { return };
    let track = knowledge.state.answers(id);
    // Rows of a list are added one by one, too.
    let added = knowledge.state.counting(id).next_back();
    status.entry = track.and_then(Track::last).max(added);
    if status.entry.is_none() {
        return;
    }
    if let Some(track) = track.filter(|_| knowledge.is_contradicted(id)) {
        status.standing = Standing::Conflict;
        status.conflict.clone_from(&track.current);
        return;
    }
    let answer = knowledge.answer(id).unwrap_or(Answer::Unknown);
    status.standing = match answer {
        // What nobody has to find out is not looked for because somebody said that it is not known yet.
        Answer::Unknown if unasked => Standing::Optional,
        Answer::Unknown => Standing::NotKnown,
        _ => Standing::Answered,
    };
    status.value = Some(knowledge.show(&answer, asked));
}
