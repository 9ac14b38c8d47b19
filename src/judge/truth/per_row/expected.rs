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
        Answer::Number(persons) => Some(persons.bounds().0),
        _ => None,
    }
}
