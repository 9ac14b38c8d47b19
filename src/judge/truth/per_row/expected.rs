//! How many rows a list is to hold: the list of affected persons holds as many as there are.

use crate::base::ItemId;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;

/// The fewest persons that are affected, for the list in which they stand one by one; `None` for other lists, which are whole as
/// they stand, and while no number is known.
pub(super) fn persons(list: &ItemId, knowledge: &Knowledge<'_>) -> Option<u64> {
    let counts = knowledge.playbook.counts.as_ref()?;
    counts.list.as_ref().filter(|counted| counted.register == *list)?;
    match knowledge.answer(counts.persons.as_str())? {
        Answer::Number(persons) if !is_complete(list, knowledge) => Some(persons.bounds().0),
        _ => None,
    }
}

/// Whether people confirmed that the list is complete as it stands: whoever did so last had seen every row of it.
fn is_complete(list: &ItemId, knowledge: &Knowledge<'_>) -> bool {
    let state = &knowledge.state;
    let Some(by) = state.about(list.as_str()).and_then(|about| about.confirmed.last()) else { return false };
    let past = &state.log[*by].past;
    state.counting(list.as_str()).all(|row| past.saw(state.log[row].past.own()))
}
