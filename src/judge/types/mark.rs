//! A mark: what was recorded and has to be looked at again, or fell, with its causes.

use super::cause::Cause;
use crate::base::ItemId;

/// A record to look at again, or one that counts no more and is asked again. A record has one, however many causes.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// The item, by its place in the playbook.
    pub item: usize,
    /// The row by its name, where the item is settled for each row of a list.
    pub row: Option<String>,
    /// The role, where the record is that of one seat of a decision.
    pub seat: Option<ItemId>,
    /// The entries that are the record, as positions in the log, oldest first. They are what a confirmation names.
    pub entries: Vec<usize>,
    /// Never empty.
    pub causes: Vec<Cause>,
}

impl Mark {
    /// Whether confirming it needs a reason: the deed stands, and does not apply any more.
    pub fn needs_reason(&self) -> bool {
        self.causes.contains(&Cause::NoLonger)
    }
}

/// Those of an item, among marks in the order of the items.
pub(in crate::judge) fn of(marks: &[Mark], item: usize) -> &[Mark] {
    let from = marks.partition_point(|mark| mark.item < item);
    let to = marks.partition_point(|mark| mark.item <= item);
    &marks[from..to]
}
