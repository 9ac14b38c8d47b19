//! What conditions can name of the rows of lists: what is settled for each of them, and their columns.

use super::known::Known;
use crate::base::NO_CURRENCY;
use crate::playbook::item::{Body, Item};
use crate::playbook::question::AnswerType;
use crate::playbook::register::{Column, ColumnKind};
use std::collections::BTreeMap;

#[derive(Clone, Default, Debug)]
pub struct RowNames {
    /// The list of each question, task and call that is settled row by row.
    lists: BTreeMap<String, String>,
    /// What a cell holds, by list and column.
    columns: BTreeMap<String, BTreeMap<String, Known>>,
}

impl RowNames {
    /// Takes in an item of a playbook, which is sound.
    pub(super) fn declare(&mut self, item: &Item) {
        if let Some(list) = item.body.for_each() {
            self.settled_for(item.id.as_str(), list.as_str());
        }
        match &item.body {
            Body::Register(register) => {
                let columns = register.columns.iter().map(|column| (column.id.as_str(), known(column)));
                columns.for_each(|(column, known)| self.column(item.id.as_str(), column, known));
            }
            Body::Question(question) => self.columns_of(item.id.as_str(), question.answer),
            _ => {}
        }
    }

    /// An item that is settled for each row of a list.
    pub fn settled_for(&mut self, item: &str, list: &str) {
        self.lists.entry(item.to_owned()).or_insert_with(|| list.to_owned());
    }

    pub fn column(&mut self, list: &str, column: &str, holds: Known) {
        self.columns.entry(list.to_owned()).or_default().entry(column.to_owned()).or_insert(holds);
    }

    /// The columns of a list question.
    pub fn columns_of(&mut self, list: &str, answer: AnswerType) {
        answer.columns().iter().for_each(|column| self.column(list, column, Known::Words));
    }

    /// The list of an item that is settled row by row.
    pub fn list_of(&self, item: &str) -> Option<&str> {
        self.lists.get(item).map(String::as_str)
    }

    /// What stands in a column of a list.
    pub(super) fn holds(&self, list: &str, column: &str) -> Option<&Known> {
        self.columns.get(list)?.get(column)
    }

    /// What `row.` can be followed by, for a list.
    pub(super) fn known<'n>(&'n self, list: &'n str) -> impl Iterator<Item = &'n str> {
        let items = self.lists.iter().filter(move |(_, of)| *of == list).map(|(item, _)| item.as_str());
        items.chain(self.columns.get(list).into_iter().flat_map(|columns| columns.keys().map(String::as_str)))
    }
}

/// What a cell of a column holds, as conditions compare it.
pub fn known(column: &Column) -> Known {
    of(column.kind, column.options.clone())
}

/// The same by the kind of the column and its options.
pub fn of(kind: ColumnKind, options: Vec<String>) -> Known {
    let answer = match kind {
        ColumnKind::Line
        | ColumnKind::Words
        | ColumnKind::Many
        | ColumnKind::Person
        | ColumnKind::Role
        | ColumnKind::Place
        | ColumnKind::Phase
        | ColumnKind::Clause
        | ColumnKind::Row
        | ColumnKind::Entry
        | ColumnKind::File => return Known::Words,
        // Its options are words, in any capitals.
        ColumnKind::One => AnswerType::OneOf,
        ColumnKind::When | ColumnKind::Day => AnswerType::When,
        ColumnKind::Count => AnswerType::Number,
        ColumnKind::Hours => AnswerType::Duration,
        ColumnKind::Money => AnswerType::Money,
        ColumnKind::YesNo => AnswerType::YesNo,
    };
    Known::Question { answer, options, currency: NO_CURRENCY }
}
