//! The same answer once more: whether it changes anything at all.

use crate::case::{CaseState, Fact, Recorded};
use crate::judge::Picture;
use crate::judge::picture::clocks::ClockStatus;
use crate::playbook::{Item, Playbook};

/// The entry that said the same before, as a position in the log, where nothing follows from its being said again: nothing is marked or
/// asked again by it, no mark goes, no clock counts otherwise, and no line waits for its being said.
pub(super) fn said_already(
    (playbook, state): (&Playbook, &CaseState),
    (before, after): (&Picture, &Picture),
    recorded: &Recorded,
) -> Option<usize> {
    let Fact::Answered { question, value, source, target } = &recorded.fact else { return None };
    if !recorded.who.settles.is_empty() {
        return None;
    }
    let all = &state.answers(question.as_str())?.all;
    let own = all.iter().rposition(|at| state.at(*at).id == recorded.id)?;
    let of_row = |at: &&usize| matches!(&state.at(**at).fact, Fact::Answered { target: of, .. } if of == target);
    let earlier = *all[..own].iter().rfind(of_row)?;
    let says_the_same = matches!(&state.at(earlier).fact,
        Fact::Answered { value: said, source: from, .. } if said == value && from == source);
    let replaces = state.log[all[own]].past.saw(state.log[earlier].past.own());
    let counted = state.struck_by(&state.at(earlier).id).is_none() && !state.is_cut_off(&state.at(earlier).id);
    let place = playbook.position(question.as_str())?;
    let waits_for_it = |item: &Item| {
        let mut alone = item.again.iter().filter(|line| line.on.is_empty() && line.within.is_none());
        alone.any(|line| {
            let condition = line.condition.iter();
            condition.flat_map(|condition| condition.root.subjects()).any(|subject| subject.id() == question)
        })
    };
    let stands = |of: &Picture| (of.items[place].standing, of.items[place].came_back, of.items[place].deferred.clone());
    let same = says_the_same
        && replaces
        && counted
        && stands(before) == stands(after)
        && before.marks == after.marks
        && before.fallen == after.fallen
        && before.clocks.iter().zip(&after.clocks).all(|(was, is)| counts_alike(was, is))
        && !playbook.items.iter().any(waits_for_it);
    same.then_some(earlier)
}

/// Whether a clock began, goes on and ends as before, however much time has passed meanwhile.
fn counts_alike(was: &ClockStatus, is: &ClockStatus) -> bool {
    let moments = |of: &ClockStatus| (of.started, of.stopped, of.due, of.paused_by.clone());
    was.state == is.state && moments(was) == moments(is)
}
