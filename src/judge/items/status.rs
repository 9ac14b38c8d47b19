//! How an item stands.

use crate::base::{ItemId, Stamp};
use crate::judge::truth::per_row::TargetStatus;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;

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
    /// What a task that is open waits for before it can be done, where the policy puts something before it.
    pub obstacle: Option<Vec<Subject>>,
    /// For a call: whom to try now, and who was tried already.
    pub try_now: Option<ItemId>,
    /// How it stands for each row, where it has to be settled for every row of a list.
    pub targets: Vec<TargetStatus>,
    /// For a call: the person and the number to try now, and why.
    pub proposal: Option<crate::judge::call_tree::Proposal>,
}
