//! What was worked out of rows once: lists, and what was recorded for their rows.

use super::list::List;
use super::records::Records;
use super::status::Rows;
use super::work_out::work_out;
use crate::base::ItemId;
use crate::judge::truth::lookup::Knowledge;
use crate::playbook::Item;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

#[derive(Default)]
pub(in crate::judge) struct Memo {
    lists: RefCell<BTreeMap<ItemId, Option<Rc<List>>>>,
    records: RefCell<BTreeMap<ItemId, Rc<Records>>>,
    targets: RefCell<BTreeMap<ItemId, Option<Rc<Rows>>>>,
}

impl Memo {
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
