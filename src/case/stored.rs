//! How a type is a field of an entry, and back.

use super::CallOutcome;
use crate::base::{ItemId, Stamp};
use crate::journal::{EntryId, Field, Fields};
use std::slice;

/// A type that is one field.
pub(super) trait Stored: Sized {
    /// The fields with this one added at the end.
    fn put(&self, key: &str, fields: Fields) -> Fields;

    /// The value of this key; `None` if it is missing or makes no sense.
    fn read(key: &str, fields: &Fields) -> Option<Self>;
}

/// A type that is several fields, under keys of its own.
pub(super) trait Flat: Sized {
    /// Its keys as the manual lists them; those in brackets may be missing.
    const KEYS: &[&str];

    /// The fields with its own added at the end.
    fn put(&self, fields: Fields) -> Fields;

    /// Reads its fields; `None` if one that is needed is missing or makes no sense.
    fn read(fields: &Fields) -> Option<Self>;
}

/// A type that is a text of a field, or of each entry of a list. What cannot be read in a list is left out of it.
pub(super) trait Word: Sized {
    fn to_text(&self) -> String;

    fn of_text(text: &str) -> Option<Self>;
}

impl Word for String {
    fn to_text(&self) -> String {
        self.clone()
    }

    fn of_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl Word for ItemId {
    fn to_text(&self) -> String {
        self.to_string()
    }

    fn of_text(text: &str) -> Option<Self> {
        Self::new(text)
    }
}

impl Word for EntryId {
    fn to_text(&self) -> String {
        self.to_string()
    }

    fn of_text(text: &str) -> Option<Self> {
        Self::parse(text)
    }
}

impl Word for CallOutcome {
    fn to_text(&self) -> String {
        self.word().to_owned()
    }

    fn of_text(text: &str) -> Option<Self> {
        crate::base::written::Word::of_word(text)
    }
}

impl<T: Word> Stored for T {
    fn put(&self, key: &str, fields: Fields) -> Fields {
        fields.text(key, self.to_text())
    }

    fn read(key: &str, fields: &Fields) -> Option<Self> {
        Self::of_text(fields.get_text(key)?)
    }
}

impl<T: Word> Stored for Vec<T> {
    fn put(&self, key: &str, fields: Fields) -> Fields {
        fields.list(key, self.iter().map(Word::to_text))
    }

    fn read(key: &str, fields: &Fields) -> Option<Self> {
        Some(fields.get_list(key)?.iter().filter_map(|text| T::of_text(text)).collect())
    }
}

impl Stored for i64 {
    fn put(&self, key: &str, fields: Fields) -> Fields {
        fields.int(key, *self)
    }

    fn read(key: &str, fields: &Fields) -> Option<Self> {
        fields.get_int(key)
    }
}

impl Stored for Stamp {
    fn put(&self, key: &str, fields: Fields) -> Fields {
        fields.time(key, *self)
    }

    fn read(key: &str, fields: &Fields) -> Option<Self> {
        fields.get_time(key)
    }
}

impl<T: Stored> Stored for Option<T> {
    fn put(&self, key: &str, fields: Fields) -> Fields {
        match self {
            Some(value) => value.put(key, fields),
            None => fields,
        }
    }

    fn read(key: &str, fields: &Fields) -> Option<Self> {
        Some(T::read(key, fields))
    }
}

pub(super) trait Subjects {
    fn ids(&self) -> &[ItemId];
}

impl Subjects for ItemId {
    fn ids(&self) -> &[ItemId] {
        slice::from_ref(self)
    }
}

impl Subjects for Option<ItemId> {
    fn ids(&self) -> &[ItemId] {
        self.as_slice()
    }
}

impl Subjects for Vec<ItemId> {
    fn ids(&self) -> &[ItemId] {
        self
    }
}

/// Fields of an unknown kind, for reading: `key: value; key: value`.
pub(super) fn as_text(fields: &Fields) -> String {
    let show = |(key, field): (&str, &Field)| match field {
        Field::Text(text) => format!("{key}: {text}"),
        Field::Int(number) => format!("{key}: {number}"),
        Field::Flag(flag) => format!("{key}: {flag}"),
        Field::Time(at) => format!("{key}: {at}"),
        Field::List(list) => format!("{key}: {}", list.join(", ")),
    };
    fields
        .iter()
        .filter(|(key, _)| {
            !matches!(*key, "by" | "actor" | "happened" | "note" | "late_reason" | "copied_from" | "in_sheet")
        })
        .map(show)
        .collect::<Vec<_>>()
        .join("; ")
}
