//! What was recorded about one thing as far as somebody had seen it, whatever was struck out or put right elsewhere.

use super::about::About;
use super::struck::{places, struck};
use super::{CaseState, Fact};
use crate::base::ItemId;
use std::collections::{BTreeMap, BTreeSet};

impl CaseState {
    /// What was recorded about a thing among the entries up to `upto` that are `seen`; of each track the newest, as many as can
    /// count. Whoever saw an entry saw what its writer had seen.
    pub fn about_as_of(&self, id: &str, upto: usize, seen: &dyn Fn(usize) -> bool) -> About {
        let mut then = About::default();
        let Some(about) = self.about(id) else { return then };
        let entries = about.newest(upto, seen);
        let of_these = entries.iter().map(|at| self.at(*at).id.clone());
        let struck =
            if self.strikes.is_empty() { BTreeMap::new() } else { struck(&self.log, &self.strikes, of_these, seen) };
        for at in entries {
            let own = &self.at(at).id;
            let settled = self.settled_by(own).is_some_and(seen);
            if !settled && !struck.contains_key(own) && !self.is_cut_off(own) {
                self.keep_in(&mut then, at);
            }
        }
        then
    }

    /// The entries that undo the one at a position, or undo one that does, whether they count or not.
    pub fn undoings(&self, at: usize) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> = self.settled_by(&self.at(at).id).into_iter().collect();
        let mut open = vec![at];
        while let Some(at) = open.pop() {
            let strikes = self.strikes.get(&self.at(at).id).into_iter().flatten();
            open.extend(strikes.copied().filter(|strike| found.insert(*strike)));
        }
        found
    }

    /// Adds an entry to what was recorded about a thing before it.
    pub fn keep_in(&self, about: &mut About, at: usize) {
        let row = &self.log[at];
        let seen = |earlier: usize| row.past.saw(self.log[earlier].past.own());
        match &row.recorded.fact {
            Fact::RowChanged { .. } => about.register.push(at),
            fact => fact.keep_in(about, at, &seen),
        }
        about.touch(at);
    }

    /// The same without the entries that `falls` names; what counts is what none of those that are left has replaced.
    pub fn about_without(&self, about: &About, falls: &BTreeSet<usize>) -> About {
        let mut left = About { notes: about.notes.clone(), contact: about.contact.clone(), ..About::default() };
        let undone = |at: &usize| about.undone.binary_search(at).is_ok();
        for at in about.entries().into_iter().filter(|at| !falls.contains(at) && !undone(at)) {
            self.keep_in(&mut left, at);
        }
        let aside = falls.iter().copied().collect();
        About {
            confirmed: about.confirmed.clone(),
            undone: about.undone.clone(),
            touched: about.touched,
            aside,
            ..left
        }
    }

    /// A strike says something of what it strikes, and a strike of a strike too.
    pub(super) fn touch_by_strikes(&mut self) {
        let places = places(&self.log, self.strikes.keys());
        let strikers: BTreeSet<usize> = self.strikes.values().flatten().copied().collect();
        // Whatever strikes a strike stands behind it.
        let mut last: BTreeMap<usize, usize> = BTreeMap::new();
        let of = |last: &BTreeMap<usize, usize>, id| {
            let strikes = self.strikes.get(id).into_iter().flatten();
            strikes.filter_map(|at| last.get(at)).max().copied()
        };
        for at in strikers.into_iter().rev() {
            let later = of(&last, &self.log[at].recorded.id);
            last.insert(at, later.unwrap_or(at));
        }
        let mut touched: Vec<(ItemId, usize)> = Vec::new();
        for (id, at) in &places {
            let Some(last) = of(&last, id) else { continue };
            let fact = &self.log[*at].recorded.fact;
            let list = match fact {
                Fact::RowChanged { row, .. } => self.row(row).map(|row| &row.register),
                _ => None,
            };
            touched.extend(fact.subjects().iter().chain(list).map(|id| (id.clone(), last)));
        }
        for (id, last) in touched {
            self.about_mut(&id).touch(last);
        }
    }
}
