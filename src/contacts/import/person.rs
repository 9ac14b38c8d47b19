//! Somebody from an address book, and what was left out.

use super::{Form, MOST_PEOPLE};
use crate::base::ChannelKind;
use crate::base::text::cut;
use crate::source::table::Encoding;
use crate::source::table::cell::{is_address, is_shortened};
use std::collections::BTreeMap;

/// Longest number or address, in signs; whatever is longer is none.
const LONGEST: usize = 100;
/// Most ways to reach one person.
const MOST_CHANNELS: usize = 20;
/// Columns of a screen to which a name is cut.
const NAME: usize = 100;

/// Somebody.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Person {
    pub name: String,
    pub channels: Vec<(ChannelKind, String)>,
    /// What they are called in the file: a title or a role, which gives none here.
    pub title: String,
    pub organisation: String,
    /// Numbers and addresses that cannot be used, each with the reason.
    pub unusable: Vec<(String, &'static str)>,
}

/// What is in cards and tables and not taken.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Left {
    Address,
    Birthday,
    Note,
    Picture,
    Fax,
    Nameless,
    Group,
    TooMany,
}

/// What was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    pub form: Form,
    pub encoding: Encoding,
    pub people: Vec<Person>,
    pub left: BTreeMap<Left, usize>,
}

impl Person {
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.channels.is_empty()
    }

    /// Adds a number or an address, unless it is there already.
    pub fn add(&mut self, kind: ChannelKind, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let value = value.trim_start_matches('\'').trim();
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let email = kind == ChannelKind::Email;
        let why = if value.is_empty() || self.channels.iter().any(|(_, known)| known == value) {
            return;
        } else if !email && is_shortened(value) {
            "a spreadsheet has shortened it"
        } else if email && !is_address(value) {
            "it is no address"
        } else if !email && digits < 3 {
            "it is no number"
        } else if value.chars().count() > LONGEST || self.channels.len() == MOST_CHANNELS {
            "it is too long or one too many"
        } else {
            self.channels.push((kind, value.to_owned()));
            return;
        };
        if self.unusable.len() < MOST_CHANNELS {
            self.unusable.push((cut(value, NAME).into_owned(), why));
        }
    }

    /// Adds each number or address of a text that holds several.
    pub fn add_all(&mut self, kind: ChannelKind, values: &str) {
        let parts = values.split(":::").flat_map(|part| part.split([';', '\n']));
        parts.for_each(|part| self.add(kind, part));
    }
}

impl Taken {
    pub(super) fn new(form: Form) -> Self {
        Self { form, encoding: Encoding::Utf8, people: Vec::new(), left: BTreeMap::new() }
    }

    pub(super) fn leave(&mut self, what: Left) {
        *self.left.entry(what).or_default() += 1;
    }

    pub(super) fn take(&mut self, mut person: Person) {
        if person.name.trim().is_empty() {
            person.name.clone_from(&person.organisation);
        }
        person.name = cut(&person.name.split_whitespace().collect::<Vec<_>>().join(" "), NAME).into_owned();
        if person.name.is_empty() {
            self.leave(Left::Nameless);
        } else if self.people.len() == MOST_PEOPLE {
            self.leave(Left::TooMany);
        } else {
            self.people.push(person);
        }
    }
}
