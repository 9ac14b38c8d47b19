//! What a verdict can hang on, through rules, scales and the conditions of items: everything that has to be laid over a case to ask
//! what was known at some time.

use crate::base::ItemId;
use crate::case::CaseState;
use crate::judge::evidence::counting::Over;
use crate::judge::fallen::sight::Sight;
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::{Body, Playbook};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Worked out once for each thing that is asked for.
pub struct Roots<'a> {
    playbook: &'a Playbook,
    known: RefCell<BTreeMap<ItemId, Rc<[ItemId]>>>,
}

impl<'a> Roots<'a> {
    pub fn of(playbook: &'a Playbook) -> Self {
        Self { playbook, known: RefCell::default() }
    }

    /// Everything that a thing hangs on, and itself.
    pub fn from(&self, id: &ItemId) -> Rc<[ItemId]> {
        if let Some(known) = self.known.borrow().get(id) {
            return Rc::clone(known);
        }
        let mut found: BTreeSet<ItemId> = BTreeSet::from([id.clone()]);
        let mut open = vec![id.clone()];
        while let Some(id) = open.pop() {
            self.next(&id, &mut |next| {
                if found.insert(next.clone()) {
                    open.push(next.clone());
                }
            });
        }
        let found: Rc<[ItemId]> = found.into_iter().collect();
        self.known.borrow_mut().insert(id.clone(), Rc::clone(&found));
        found
    }

    /// The same of several.
    pub fn of_several<'i>(&self, ids: impl IntoIterator<Item = &'i ItemId>) -> BTreeSet<ItemId> {
        ids.into_iter().flat_map(|id| self.from(id).to_vec()).collect()
    }

    /// What a condition names.
    pub fn named(condition: &Condition) -> Vec<ItemId> {
        condition.root.subjects().iter().map(Subject::id).cloned().collect()
    }

    fn next(&self, id: &ItemId, found: &mut dyn FnMut(&ItemId)) {
        let playbook = self.playbook;
        let of = |condition: &Condition, found: &mut dyn FnMut(&ItemId)| {
            condition.root.subjects().iter().for_each(|subject| found(subject.id()));
        };
        if let Some(item) = playbook.item(id.as_str()) {
            let lane = playbook.phases.get(item.phase).and_then(|phase| phase.when.as_ref());
            lane.into_iter().chain(&item.when).for_each(|condition| of(condition, found));
            item.body.for_each().into_iter().for_each(&mut *found);
            if let Body::Document(document) = &item.body {
                document.contents.iter().for_each(|content| found(&content.from));
            }
        } else if let Some(rule) = playbook.rule(id.as_str()) {
            rule.conditions().for_each(|condition| of(condition, found));
        } else if let Some(scale) = playbook.scale(id.as_str()) {
            scale.conditions().for_each(|condition| of(condition, found));
            scale.decided_by.iter().chain(&scale.judged_from).for_each(&mut *found);
        } else if let Some(silence) = playbook.silence(id.as_str()) {
            silence.when.iter().for_each(|condition| of(condition, found));
        }
    }
}

/// What somebody had seen of these things, as far as it is something else than now.
pub fn as_seen(state: &CaseState, sight: &Sight<'_>, ids: impl IntoIterator<Item = ItemId>) -> Over {
    let missed = ids.into_iter().filter(|id| sight.misses(id.as_str()));
    let seen = |at| sight.sees(at);
    missed.map(|id| (id.clone(), state.about_as_of(id.as_str(), sight.upto(), &seen))).collect()
}
