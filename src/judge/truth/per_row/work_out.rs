//! How an item stands for each row: its entries, and whether it applies to the row and can be done.

use super::deed;
use super::facts::InRow;
use super::list::List;
use super::quantify::{different, over_rows};
use super::records::Records;
use super::status::{RowStatus, Rows};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::{Verdict, evaluate};
use crate::playbook::condition::{Condition, Quantifier};
use crate::playbook::{Body, Item};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Works out an item for every row; `None` while the rows are not known, and for items that have no rows.
pub(super) fn work_out(item: &Item, knowledge: &Knowledge<'_>) -> Option<Rows> {
    let list = knowledge.rows.list(item.body.for_each()?, knowledge)?;
    let records = knowledge.rows.records(item, &list, knowledge);
    let (when, after) = (of_rows(item.when.as_ref()), of_rows(after(item)));
    let mut own: BTreeSet<usize> = records.of_row.keys().copied().collect();
    for condition in when.into_iter().chain(after) {
        own.extend(different(&condition.root, &list, knowledge));
    }
    let row = |row: Option<usize>| one(item, &records, InRow { knowledge, list: &list, row }, when, after);
    let blank = row(None);
    let own = own.into_iter().map(|at| (at, row(Some(at)))).collect();
    Some(Rows::new(Rc::clone(&list), blank, own))
}

fn one(
    item: &Item,
    records: &Records,
    row: InRow<'_, '_>,
    when: Option<&Condition>,
    after: Option<&Condition>,
) -> RowStatus {
    let entries = row.row.map_or(&records.of_all, |at| records.row(at));
    let mut status = deed::found(item, entries, row.knowledge);
    if let Some(when) = when {
        let applies = evaluate(&when.root, &row);
        // A record stands whatever the conditions say now.
        match applies.value {
            Some(false) if status.entry.is_none() || status.standing.is_open() => {
                status.standing = Standing::NotApplicable;
                status.try_now = None;
            }
            None if status.entry.is_none() => {
                status.standing = Standing::Pending;
                status.missing = applies.missing;
                status.try_now = None;
            }
            _ => {}
        }
    }
    if let Some(after) = after.filter(|_| status.standing.is_open()) {
        let verdict = evaluate(&after.root, &row);
        status.before = (verdict.value != Some(true)).then_some(verdict);
    }
    status
}

/// Whether an item applies by its own condition; one that asks of rows holds as soon as it does for one of them.
pub(in crate::judge) fn applies(item: &Item, knowledge: &Knowledge<'_>) -> Verdict {
    match (of_rows(item.when.as_ref()), item.body.for_each()) {
        (Some(when), Some(list)) => over_rows(list, Quantifier::Any, &when.root, knowledge),
        _ => knowledge.holds(item.when.as_ref()),
    }
}

/// Whether a task waits for each row by itself.
pub(in crate::judge) fn waits_by_row(item: &Item) -> bool {
    of_rows(after(item)).is_some()
}

/// The verdict by which a task cannot be done yet for a row; `None` where nothing stands before it, or it does so for all rows.
pub fn stands_before(item: &Item, list: &List, row: usize, knowledge: &Knowledge<'_>) -> Option<Verdict> {
    let after = of_rows(after(item))?;
    let verdict = evaluate(&after.root, &InRow { knowledge, list, row: Some(row) });
    (verdict.value != Some(true)).then_some(verdict)
}

/// A condition that asks something of one row.
pub(super) fn of_rows(condition: Option<&Condition>) -> Option<&Condition> {
    condition.filter(|condition| !condition.root.of_row().is_empty())
}

fn after(item: &Item) -> Option<&Condition> {
    match &item.body {
        Body::Task(task) => task.after.as_ref().map(|after| &after.condition),
        _ => None,
    }
}
