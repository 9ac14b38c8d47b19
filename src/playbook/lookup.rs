//! Finding things in a loaded playbook by their identifier.

use super::item::{Body, Item};
use super::model::{Clause, Playbook};
use super::question::Question;
use super::reference::{Role, Silence};
use super::register::Register;
use super::rule::Rule;
use super::scale::Scale;

impl Playbook {
    /// Where an item stands in [`Playbook::items`].
    pub fn position(&self, id: &str) -> Option<usize> {
        self.items.iter().position(|item| item.id.as_str() == id)
    }

    /// An item by its identifier.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id.as_str() == id)
    }

    /// A question by its identifier.
    pub fn question(&self, id: &str) -> Option<&Question> {
        match &self.item(id)?.body {
            Body::Question(question) => Some(question),
            _ => None,
        }
    }

    /// A register by its identifier.
    pub fn register(&self, id: &str) -> Option<&Register> {
        match &self.item(id)?.body {
            Body::Register(register) => Some(register),
            _ => None,
        }
    }

    /// A rule by its identifier.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id.as_str() == id)
    }

    /// A scale by its identifier.
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id.as_str() == id)
    }

    /// A role by its identifier.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.id.as_str() == id)
    }

    /// A role's title, or its identifier where it is not declared.
    pub fn role_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.role(id).map_or(id, |role| role.title.as_str())
    }

    /// A silence by its identifier.
    pub fn silence(&self, id: &str) -> Option<&Silence> {
        self.silences.iter().find(|silence| silence.id.as_str() == id)
    }

    /// A clause by its identifier.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id.as_str() == id)
    }
}
