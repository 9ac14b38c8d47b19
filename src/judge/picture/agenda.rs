//! The agenda: the one next thing, and what comes after it.
//!
//! Order: what was put off and has come back, then contradictions, then open items in walking order, what counts no more before
//! the others of its step, then what is to be looked at again, then what the policy only permits, then silences that need a decision, then tasks that something still stands in the way of and calls that wait for a report back, then questions
//! whose answer is "not known yet". Steps that run side by side are all listed; going
//! anywhere else is always allowed.

use crate::judge::items::ItemStatus;
use crate::judge::marks::{self, Mark};
use crate::judge::picture::silences::SilenceStatus;
use crate::judge::types::standing::Standing;
use crate::playbook::{Body, Item, Playbook};

/// What an entry of the agenda points to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Target {
    Item(usize),
    Silence(usize),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Next {
    pub target: Target,
}

/// The group of an entry; of an open item also its step, and whether it did not fall.
type Rank = (u8, Option<(usize, bool)>);

pub fn list(
    playbook: &Playbook,
    items: &[ItemStatus],
    silences: &[SilenceStatus],
    (marks, fallen): (&[Mark], &[Mark]),
) -> Vec<Next> {
    // Within open items, what fell goes before the others of its step.
    let mut ranked: Vec<(Rank, Next)> = Vec::new();
    for (at, status) in items.iter().enumerate() {
        let is_marked = !marks::of(marks, at).is_empty();
        let rank = match status.standing {
            _ if status.came_back && status.standing.is_open() => 0,
            Standing::Conflict => 1,
            Standing::NotKnown => 7,
            // A document is written by answering its contents; it is not a step of its own until it has them all and
            // nothing else in the case says that it was sent.
            Standing::Needed => continue,
            Standing::Drafted | Standing::Approved if is_sent_by_another(&playbook.items[at]) => continue,
            standing if !standing.is_open() && is_marked => 3,
            standing if !standing.is_open() => continue,
            Standing::PassedOn => 6,
            _ if is_permitted(&playbook.items[at]) => 4,
            _ => 2,
        };
        let in_step = (rank == 2).then(|| (playbook.items[at].phase, marks::of(fallen, at).is_empty()));
        ranked.push(((rank, in_step), Next { target: Target::Item(at) }));
    }
    for (at, status) in silences.iter().enumerate() {
        let silence = &playbook.silences[at];
        if status.is_asked(silence) {
            ranked.push(((5, None), Next { target: Target::Silence(at) }));
        } else if status.is_marked() {
            ranked.push(((3, None), Next { target: Target::Silence(at) }));
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
