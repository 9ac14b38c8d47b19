//! What was worked out of rows once: lists, and what was recorded for their rows.

use super::facts::InRow;
use super::list::List;
use super::records::Records;
use super::status::Rows;
use super::work_out::work_out;
use crate::base::ItemId;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::{Verdict, evaluate};
use crate::playbook::Item;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// An item and a row of its list.
type OfRow = (ItemId, Option<usize>);

#[derive(Default)]
pub(in crate::judge) struct Memo {
    lists: RefCell<BTreeMap<ItemId, Option<Rc<List>>>>,
    records: RefCell<BTreeMap<ItemId, Rc<Records>>>,
    targets: RefCell<BTreeMap<ItemId, Option<Rc<Rows>>>>,
    /// Whether an item applies to a row; the inner `None` is not known.
    applies: RefCell<BTreeMap<OfRow, Option<bool>>>,
    /// How many of these are being worked out, one for the other.
    depth: Cell<usize>,
}

/// Most items that ask whether one another apply to a row, one behind the other; beyond it nothing is known.
const DEEPEST: usize = 48;

impl Memo {
    /// Takes back what was worked out, for what it rested on is being judged anew.
    pub fn forget(&self) {
        self.lists.take();
        self.records.take();
        self.targets.take();
        self.applies.take();
    }

    /// The rows of a list; `None` while nobody knows them, and while that is being worked out.
    pub fn list(&self, id: &ItemId, knowledge: &Knowledge<'_>) -> Option<Rc<List>> {
        once(&self.lists, id, || List::of(id, knowledge).map(Rc::new))
    }

    /// What was recorded of an item by the rows of its list.
    pub fn records(&self, item: &Item, list: &List, knowledge: &Knowledge<'_>) -> Rc<Records> {
        if let Some(known) = self.records.borrow().get(&item.id) {
            return Rc::clone(known);
        }
        let found = Rc::new(Records::of(item, list, knowledge.state));
        self.records.borrow_mut().insert(item.id.clone(), Rc::clone(&found));
        found
    }

    /// Whether an item applies to a row, by its lane and its own condition. What leads back to itself is not known.
    pub fn applies(&self, item: &Item, row: &InRow<'_, '_>) -> Option<bool> {
        let key = (item.id.clone(), row.row);
        if let Some(known) = self.applies.borrow().get(&key) {
            return *known;
        }
        if self.depth.get() >= DEEPEST {
            return None;
        }
        self.applies.borrow_mut().insert(key.clone(), None);
        self.depth.set(self.depth.get() + 1);
        let lane = row.knowledge.playbook.phases.get(item.phase).and_then(|phase| phase.when.as_ref());
        let own = item.when.as_ref().map_or(Verdict::constant(true), |when| evaluate(&when.root, row));
        // Where the case ends, nothing more is to be found of a row of which nothing is recorded.
        let is_over = row.knowledge.item_ended(item).is_some() && !row.has_record(item);
        let applies = if is_over { Some(false) } else { row.knowledge.holds(lane).and(own).value };
        self.depth.set(self.depth.get() - 1);
        self.applies.borrow_mut().insert(key, applies);
        applies
    }

    /// How an item stands for each row of its list.
    pub fn targets(&self, item: &Item, knowledge: &Knowledge<'_>) -> Option<Rc<Rows>> {
        once(&self.targets, &item.id, || work_out(item, knowledge).map(Rc::new))
    }
}

/// What is found under `id`, worked out once. While that goes on it is `None`: what leads back to itself knows nothing.
fn once<T: Clone>(
    known: &RefCell<BTreeMap<ItemId, Option<T>>>,
    id: &ItemId,
    work_out: impl FnOnce() -> Option<T>,
) -> Option<T> {
    if let Some(known) = known.borrow().get(id) {
        return known.clone();
    }
    known.borrow_mut().insert(id.clone(), None);
    let found = work_out();
    known.borrow_mut().insert(id.clone(), found.clone());
    found
}
