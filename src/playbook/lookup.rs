//! Finding things in a loaded playbook by their identifier, in the same time however long the playbook is.

use super::item::{Body, Item};
use super::model::{Clause, Playbook};
use super::question::Question;
use super::reference::{Role, Silence};
use super::register::Register;
use super::rule::Rule;
use super::scale::Scale;
use crate::base::{ClauseId, ItemId};
use std::collections::HashMap;

/// Where each identifier stands, by kind.
#[derive(Clone, Default, Debug)]
pub struct Index {
    items: HashMap<ItemId, usize>,
    rules: HashMap<ItemId, usize>,
    scales: HashMap<ItemId, usize>,
    silences: HashMap<ItemId, usize>,
    roles: HashMap<ItemId, usize>,
    clauses: HashMap<ClauseId, usize>,
}

/// The first of an identifier counts; a second is a problem that is reported elsewhere.
fn places<'p, T: 'p, Id: Clone + Eq + std::hash::Hash + 'p>(
    list: &'p [T],
    id: impl Fn(&'p T) -> &'p Id,
) -> HashMap<Id, usize> {
    list.iter().enumerate().rev().map(|(at, one)| (id(one).clone(), at)).collect()
}

impl Playbook {
    /// Takes note of where everything stands; once, when the playbook is complete.
    pub(super) fn take_index(&mut self) {
        self.index = Index {
            items: places(&self.items, |item| &item.id),
            rules: places(&self.rules, |rule| &rule.id),
            scales: places(&self.scales, |scale| &scale.id),
            silences: places(&self.silences, |silence| &silence.id),
            roles: places(&self.roles, |role| &role.id),
            clauses: places(&self.clauses, |clause| &clause.id),
        };
    }

    /// Where an item stands in [`Playbook::items`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.index.items.get(id).copied()
    }

    pub fn item(&self, id: &str) -> Option<&Item> {
        self.position(id).map(|at| &self.items[at])
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        match &self.item(id)?.body {
            Body::Question(question) => Some(question),
            _ => None,
        }
    }

    pub fn register(&self, id: &str) -> Option<&Register> {
        match &self.item(id)?.body {
            Body::Register(register) => Some(register),
            _ => None,
        }
    }

    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.index.rules.get(id).map(|at| &self.rules[*at])
    }

    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.index.scales.get(id).map(|at| &self.scales[*at])
    }

    pub fn role(&self, id: &str) -> Option<&Role> {
        self.index.roles.get(id).map(|at| &self.roles[*at])
    }

    /// A role's title, or its identifier where it is not declared.
    pub fn role_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.role(id).map_or(id, |role| role.title.as_str())
    }

    pub fn silence(&self, id: &str) -> Option<&Silence> {
        self.index.silences.get(id).map(|at| &self.silences[*at])
    }

    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.index.clauses.get(id).map(|at| &self.clauses[*at])
    }
}
