//! Finding things in a loaded playbook by their identifier, in the same time however long the playbook is.

use super::condition::{OfRow, Subject};
use super::facts::FactName;
use super::item::{Body, Item};
use super::model::{Clause, Playbook};
use super::order::Order;
use super::question::Question;
use super::reference::{Clock, Role, Silence};
use super::register::Register;
use super::rule::{Effect, Rule};
use super::scale::Scale;
use crate::base::{ClauseId, ItemId};
use std::collections::HashMap;

/// What has a list of its own: how one is found, and where each identifier stands in the list.
macro_rules! lists {
    ($($one:ident, $place:ident in $all:ident: $id:ty => $kind:ty;)*) => {
        #[derive(Clone, Default, Debug)]
        pub struct Index {
            items: HashMap<ItemId, usize>,
            ends: Vec<usize>,
            doubts: Vec<usize>,
            order: Order,
            $($all: HashMap<$id, usize>,)*
        }

        impl Playbook {
            /// Takes note of where everything stands; once, when the playbook is complete.
            pub(super) fn take_index(&mut self) {
                self.index = Index {
                    items: places(&self.items, |item| &item.id),
                    ends: effect(&self.rules, Effect::Ends),
                    doubts: effect(&self.rules, Effect::Doubts),
                    order: Order::default(),
                    $($all: places(&self.$all, |one| &one.id),)*
                };
                self.index.order = Order::of(self);
            }

            $(pub fn $place(&self, id: &str) -> Option<usize> {
                self.index.$all.get(id).copied()
            }

            pub fn $one(&self, id: &str) -> Option<&$kind> {
                self.index.$all.get(id).map(|at| &self.$all[*at])
            })*
        }
    };
}

lists! {
    rule, rule_position in rules: ItemId => Rule;
    scale, scale_position in scales: ItemId => Scale;
    silence, silence_position in silences: ItemId => Silence;
    role, role_position in roles: ItemId => Role;
    clock, clock_position in clocks: ItemId => Clock;
    clause, clause_position in clauses: ClauseId => Clause;
}

/// The first of an identifier counts; a second is a problem that is reported elsewhere.
fn places<'p, T: 'p, Id: Clone + Eq + std::hash::Hash + 'p>(
    list: &'p [T],
    id: impl Fn(&'p T) -> &'p Id,
) -> HashMap<Id, usize> {
    list.iter().enumerate().rev().map(|(at, one)| (id(one).clone(), at)).collect()
}

fn effect(rules: &[Rule], effect: Effect) -> Vec<usize> {
    rules.iter().enumerate().filter(|(_, rule)| rule.effect == effect).map(|(at, _)| at).collect()
}

impl Playbook {
    /// The rules that end a case, by their places.
    pub fn ends(&self) -> &[usize] {
        &self.index.ends
    }

    /// The rules that doubt what was recorded, by their places.
    pub fn doubts(&self) -> &[usize] {
        &self.index.doubts
    }

    /// Where an item stands in [`Playbook::items`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.index.items.get(id).copied()
    }

    /// In which order it is judged.
    pub fn order(&self) -> &Order {
        &self.index.order
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

    /// An item, or a list that every case has.
    pub fn item_or_list(&self, id: &str) -> Option<&Item> {
        self.item(id).or_else(|| self.also_kept.iter().find(|item| item.id.as_str() == id))
    }

    /// Every register with its item, those that every case has behind the policy's own.
    pub fn registers(&self) -> impl Iterator<Item = (&Item, &Register)> {
        self.items.iter().chain(&self.also_kept).filter_map(|item| match &item.body {
            Body::Register(register) => Some((item, register)),
            _ => None,
        })
    }

    pub fn register(&self, id: &str) -> Option<&Register> {
        match &self.item_or_list(id)?.body {
            Body::Register(register) => Some(register),
            _ => None,
        }
    }

    /// A role's title, or its identifier where it is not declared.
    pub fn role_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.role(id).map_or(id, |role| role.title.as_str())
    }

    /// What something is called: the title of an item, a rule, a role, or the topic of a silence.
    pub fn title(&self, id: &str) -> Option<&str> {
        let item = self.item_or_list(id).map(|item| item.title.as_str());
        item.or_else(|| self.rule(id).map(|rule| rule.title.as_str()))
            .or_else(|| self.silence(id).map(|silence| silence.topic.as_str()))
            .or_else(|| self.role(id).map(|role| role.title.as_str()))
    }

    /// What the subject of a condition is called, or its identifier where it is not declared.
    pub fn subject_title<'a>(&'a self, subject: &'a Subject) -> &'a str {
        let id = subject.id().as_str();
        let found = match subject {
            Subject::Rule(_) => self.rule(id).map(|rule| &rule.title),
            Subject::Silence(_) => self.silence(id).map(|silence| &silence.topic),
            Subject::Late(_) => self.clock(id).map(|clock| &clock.title),
            Subject::Scale(_) | Subject::Gap(_) => self.scale(id).map(|scale| &scale.title),
            Subject::Row(OfRow::Cell { column, .. }) => {
                let columns = self.register(id).into_iter().flat_map(|register| &register.columns);
                let label = columns.clone().find(|known| known.id == *column).map(|column| &column.label);
                return label.map_or(column.as_str(), String::as_str);
            }
            _ => self.item(id).map(|item| &item.title),
        };
        found.map_or(id, String::as_str)
    }
}

impl Playbook {
    /// The question that answers a fact; `None` where the playbook does not ask it.
    pub fn fact(&self, fact: FactName) -> Option<&ItemId> {
        let counted = self.counts.as_ref().and_then(|counts| match fact {
            FactName::Persons => Some(&counts.persons),
            FactName::Residents => Some(&counts.residents),
            _ => None,
        });
        self.facts.get(fact).or(counted)
    }
}
