//! How an item stands for the rows of its list. Few of many rows have a record: the others stand as one of which nothing is recorded,
//! and are not held one by one.

use super::list::List;
use crate::base::ItemId;
use crate::case::ForRows;
use crate::judge::call_tree::Proposal;
use crate::judge::types::listed::Listed;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::Subject;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::rc::Rc;

/// How an item stands for one row.
#[derive(Clone, PartialEq, Debug)]
pub struct RowStatus {
    pub standing: Standing,
    /// What was recorded for it, for people.
    pub value: Option<String>,
    pub entry: Option<usize>,
    /// The entry since which it stands so.
    pub since: Option<usize>,
    /// Where two entries contradict each other: both.
    pub conflict: Vec<usize>,
    /// What it waits for: whether it applies to this row is not known.
    pub missing: Vec<Subject>,
    /// What has to come for this row before it can be done, and has not.
    pub before: Option<Verdict>,
    /// For a call: the attempts that were made for it, oldest first.
    pub attempts: Vec<usize>,
    pub try_now: Option<ItemId>,
    /// For a call: the person and the number to try now, and why.
    pub proposal: Option<Box<Proposal>>,
}

impl RowStatus {
    pub(super) fn of(standing: Standing) -> Self {
        Self {
            standing,
            value: None,
            entry: None,
            since: None,
            conflict: Vec::new(),
            missing: Vec::new(),
            before: None,
            attempts: Vec::new(),
            try_now: None,
            proposal: None,
        }
    }

    /// Whether nothing is left to do for it.
    pub fn is_settled(&self) -> bool {
        !self.standing.is_open() && self.standing != Standing::Pending
    }

    /// Whether it was done, and not found to be needless.
    pub fn is_done(&self) -> bool {
        self.is_settled() && !matches!(self.standing, Standing::RuledOut | Standing::NotApplicable)
    }

    fn was_tried(&self) -> bool {
        matches!(self.standing, Standing::Attempted | Standing::PassedOn)
    }
}

/// A row by its name, and how the item stands for it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct TargetStatus<'a> {
    /// The row's name, as it was first written.
    pub name: &'a str,
    pub row: &'a Listed,
    pub status: &'a RowStatus,
}

impl Deref for TargetStatus<'_> {
    type Target = RowStatus;

    fn deref(&self) -> &RowStatus {
        self.status
    }
}

impl TargetStatus<'_> {
    /// The row, for what is recorded for it.
    pub fn to_record(&self) -> ForRows {
        self.row.to_record()
    }
}

/// All rows of an item; none while they are not known, and for what is not settled row by row.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Rows(Option<Box<Known>>);

#[derive(Clone, PartialEq, Debug)]
struct Known {
    list: Rc<List>,
    /// How it stands for every row that is not among `own`.
    blank: RowStatus,
    own: BTreeMap<usize, RowStatus>,
}

impl Rows {
    pub(super) fn new(list: Rc<List>, blank: RowStatus, own: BTreeMap<usize, RowStatus>) -> Self {
        Self(Some(Box::new(Known { list, blank, own })))
    }

    /// Whether nobody knows the rows, or there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |known| known.list.rows.len())
    }

    /// How many there are to be at least, while there are fewer.
    pub fn expected(&self) -> Option<u64> {
        self.0.as_ref()?.list.expected
    }

    /// The list, where its rows are known.
    pub fn list(&self) -> Option<&List> {
        self.0.as_ref().map(|known| &*known.list)
    }

    pub fn get(&self, row: usize) -> Option<TargetStatus<'_>> {
        let known = self.0.as_ref()?;
        let listed = known.list.rows.get(row)?;
        let status = known.own.get(&row).unwrap_or(&known.blank);
        Some(TargetStatus { name: &listed.name, row: listed, status })
    }

    /// The row of this name.
    pub fn find(&self, name: &str) -> Option<TargetStatus<'_>> {
        self.get(self.list()?.find(name)?)
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = TargetStatus<'_>> {
        (0..self.len()).filter_map(|row| self.get(row))
    }

    /// How many rows are as wanted, without looking at each.
    pub fn count(&self, wanted: impl Fn(&RowStatus) -> bool) -> usize {
        let Some(known) = &self.0 else { return 0 };
        let blank = if wanted(&known.blank) { self.len() - known.own.len() } else { 0 };
        blank + known.own.values().filter(|row| wanted(row)).count()
    }

    /// The rows to which it applies, or may apply, and how many of them are settled.
    pub fn settled(&self) -> (usize, usize) {
        let applies = |row: &RowStatus| row.standing != Standing::NotApplicable;
        (self.count(|row| applies(row) && row.is_settled()), self.count(applies))
    }

    /// The first row that is as wanted.
    pub fn first(&self, wanted: impl Fn(&RowStatus) -> bool) -> Option<TargetStatus<'_>> {
        let known = self.0.as_ref()?;
        let own = known.own.iter().find(|(_, row)| wanted(row)).map(|(row, _)| *row);
        let blank = (wanted(&known.blank)).then(|| (0..self.len()).find(|row| !known.own.contains_key(row))).flatten();
        self.get(own.into_iter().chain(blank).min()?)
    }

    /// The entries that decide the rows.
    pub(super) fn entries(&self) -> impl Iterator<Item = &RowStatus> {
        let known = self.0.as_deref();
        let blank = known.filter(|known| known.own.len() < known.list.rows.len()).map(|known| &known.blank);
        known.into_iter().flat_map(|known| known.own.values()).chain(blank)
    }

    /// When the last of them came to stand as it does.
    pub fn since(&self) -> Option<usize> {
        self.entries().filter_map(|row| row.since).max()
    }

    /// Changes how the item stands for every row; rows without a record stay alike.
    pub(in crate::judge) fn change(&mut self, change: impl Fn(&mut RowStatus)) {
        if let Some(known) = &mut self.0 {
            known.own.values_mut().for_each(&change);
            change(&mut known.blank);
        }
    }

    /// The same, by the name of each row; rows without a record stay alike but for those at `also`.
    pub(in crate::judge) fn change_by_name(
        &mut self,
        also: &BTreeSet<usize>,
        change: impl Fn(Option<&str>, &mut RowStatus),
    ) {
        let Some(known) = &mut self.0 else { return };
        for row in also.iter().filter(|row| **row < known.list.rows.len()) {
            known.own.entry(*row).or_insert_with(|| known.blank.clone());
        }
        for (row, status) in &mut known.own {
            change(Some(&known.list.rows[*row].name), status);
        }
        change(None, &mut known.blank);
    }
}

/// The first row that is not settled; one that was tried already comes after those that were not, and one of which it is not known
/// whether it applies last.
pub fn first_waiting(rows: &Rows) -> Option<TargetStatus<'_>> {
    let first = rows.first(|row| row.standing.is_open() && !row.was_tried());
    first.or_else(|| rows.first(|row| row.standing.is_open())).or_else(|| rows.first(|row| !row.is_settled()))
}

/// What has to come before anything can be done for any of the rows that wait; `None` once it can be done for one.
pub(in crate::judge) fn before(rows: &Rows) -> Option<Verdict> {
    let waiting = first_waiting(rows)?;
    let is_free = rows.first(|row| row.standing.is_open() && row.before.is_none()).is_some();
    waiting.status.before.clone().filter(|_| !is_free)
}
