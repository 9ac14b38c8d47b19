//! How an item stands.

use crate::base::{ItemId, Stamp};
use crate::judge::truth::per_row::Rows;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use crate::playbook::item::Hold;
use crate::playbook::{Item, Playbook};

/// A hold of the playbook, by its place among those of the step or of the item itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HeldBy {
    Phase(usize),
    Item(usize),
}

impl HeldBy {
    /// The hold in the playbook.
    pub fn of<'p>(self, playbook: &'p Playbook, item: &'p Item) -> Option<&'p Hold> {
        match self {
            Self::Phase(at) => playbook.phases.get(item.phase)?.holds.get(at),
            Self::Item(at) => item.holds.get(at),
        }
    }
}

/// Why something waits. What waits is never offered first.
#[derive(Clone, PartialEq, Debug)]
pub enum Waits<'a> {
    /// It is not known whether it applies: for these answers.
    Answer(&'a [Subject]),
    /// The playbook has it wait; it can be recorded all the same.
    Hold(HeldBy),
    /// It cannot be recorded as done before this; empty where what is known stands against it.
    After(&'a [Subject]),
    /// Put off: until a time, or until an item has a record.
    Time(Option<Stamp>, Option<&'a ItemId>),
    /// Somebody was asked to make the call and has not reported back.
    Person,
}

impl ItemStatus {
    /// Why it waits; `None` where it does not.
    pub fn waits(&self) -> Option<Waits<'_>> {
        match self.standing {
            Standing::Pending => Some(Waits::Answer(&self.applies.missing)),
            Standing::Held => Some(match self.held {
                Some(held) => Waits::Hold(held),
                None => Waits::After(self.obstacle.as_deref().unwrap_or_default()),
            }),
            Standing::Deferred => {
                let (until, event) =
                    self.deferred.as_ref().map_or((None, None), |(until, event)| (*until, event.as_ref()));
                Some(Waits::Time(until, event))
            }
            Standing::PassedOn => Some(Waits::Person),
            _ => None,
        }
    }
}

#[derive(Clone, PartialEq, Debug)]
pub struct ItemStatus {
    pub standing: Standing,
    pub applies: Verdict,
    /// The entry that counts now, as a position in the log.
    pub entry: Option<usize>,
    /// What that entry says, for people.
    pub value: Option<String>,
    /// Where two entries contradict each other: both.
    pub conflict: Vec<usize>,
    /// Put off: until this time, or until this item has a record.
    pub deferred: Option<(Option<Stamp>, Option<ItemId>)>,
    /// It was put off and has come back.
    pub came_back: bool,
    /// It is open although a later item of its step has a record.
    pub passed_over: bool,
    /// What a document still lacks, by position in its contents.
    pub lacks: Vec<usize>,
    /// Which hold of the playbook makes it wait.
    pub held: Option<HeldBy>,
    /// What a task that is open waits for before it can be done, where the policy puts something before it.
    pub obstacle: Option<Vec<Subject>>,
    /// For a call: whom to try now, and who was tried already.
    pub try_now: Option<ItemId>,
    /// How it stands for each row, where it has to be settled for every row of a list.
    pub targets: Rows,
    /// For a call: the person and the number to try now, and why.
    pub proposal: Option<crate::judge::call_tree::Proposal>,
}

impl ItemStatus {
    /// Whether nobody knows whether it applies because its conditions go in a circle: it waits for itself.
    pub fn is_pinned(&self, item: &Item) -> bool {
        let itself =
            |missing: &Subject| *missing.id() == item.id && !matches!(missing, Subject::Rule(_) | Subject::Scale(_));
        self.applies.value.is_none() && self.applies.missing.iter().any(itself)
    }
}
